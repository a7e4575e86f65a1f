#pragma once

#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/links/html_page.h"

namespace rubric {

/// Where a reader of the published site gets by a link.
enum class Reached {
  alive,
  outside,  ///< another host or scheme, or beside baseURL's path: not judged
  dead_page,
  dead_anchor,
};

std::string_view name_of(Reached reached);

/// An `http:` or `https:` address as the URL standard takes it apart (https://url.spec.whatwg.org).
struct WebAddress {
  std::string scheme;
  std::string host;                     ///< with its port, unless that is the scheme's own
  std::string path;                     ///< percent-escapes kept, dots resolved
  std::optional<std::string> fragment;  ///< percent-escapes kept
};

/// Parses an address against that of the page it stands on; nothing for other schemes.
std::optional<WebAddress> parse_address(std::string_view text, const WebAddress& base);

/// A site as Hugo published it into a folder, behind a host that serves `index.html` for a folder, adds a
/// missing final slash, otherwise looks for files by their exact name (in any of Unicode's forms), and then
/// asks the rules of
/// `_redirects`. What these lead to is taken to be there.
class PublishedSite {
 public:
  /// `sources` is the folder of the site's own files, with a slash: HtmlPage::source counts from there.
  PublishedSite(const std::string& folder, std::string_view base_url, const std::string& sources);

  /// The pages by their path in the folder, such as "a/index.html".
  const std::map<std::string, HtmlPage, std::less<>>& pages() const { return pages_; }

  /// The other files by their path.
  const std::set<std::string, std::less<>>& files() const { return files_; }

  /// The path of a page or file below baseURL, without "index.html": "/a/".
  static std::string url_of(std::string_view path);

  /// Follows a link from the page at a path in the folder. Anchors are judged in pages that were made from
  /// Markdown only: what ids templates and HTML files make is nothing that their names tell.
  Reached follow(std::string_view from, const HtmlLink& link) const;

 private:
  const std::string* find(std::string_view decoded) const;
  void read_redirects(const std::string& path);
  bool is_redirected(const std::string& decoded) const;

  WebAddress base_;
  std::map<std::string, HtmlPage, std::less<>> pages_;
  std::set<std::string, std::less<>> files_;
  std::map<std::string, std::string, std::less<>> served_;  // by what is asked for
  std::vector<std::regex> redirects_;
};

}  // namespace rubric
