#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "site/configuration.h"
#include "site/file_tree.h"
#include "site/page.h"

namespace rubric {

/// What became of a link.
enum class Outcome : uint8_t {
  found,           ///< it leads somewhere
  external,        ///< another host or scheme: not judged
  unknowable,      ///< a template decides, or the target lies outside what the repository holds
  target_missing,  ///< no page or file is there
  anchor_missing,  ///< the page is there, the fragment is not
};

struct Resolution {
  Outcome outcome = Outcome::found;
  std::string wanted;  ///< what was looked for: the URL path, file path, or the anchor
  std::string
      suggestion;  ///< the nearest thing that exists, written as the link would be; empty when none is near
  const Page* page = nullptr;  ///< the page found, for anchor_missing and found
};

/// Where an include leads.
struct IncludeResolution {
  bool found = false;
  bool unknowable = false;  ///< the path is computed, remote, or the template's look-up is unknown
  std::string path;         ///< the file found, repository-relative
  std::string suggestion;   ///< the nearest existing path, written as the call would write it
};

/// All pages of a site with their URLs, anchors and includes. Built by one thread from facts; afterwards
/// const and safe to read from many threads.
class Site {
 public:
  Site(const SiteConfiguration& configuration, const FileTree& files, std::vector<Page> pages);

  const SiteConfiguration& configuration() const { return configuration_; }
  const FileTree& files() const { return files_; }
  const std::vector<Page>& pages() const { return pages_; }

  /// Gives the pages back, in the order they came, to be changed and made into a Site anew.
  std::vector<Page> release_pages() && { return std::move(pages_); }

  const Page* page_at(std::string_view path) const;  ///< by repository-relative path
  const Page* page_for_url(std::string_view url) const;

  /// Judges a link as a browser would on the published site; see hugo's rules in links.cpp.
  Resolution resolve(const Page& from, const Link& link) const;

  IncludeResolution resolve(const Page& from, const Include& include) const;

  /// The pages that include `page`, at any depth, in order of path.
  std::vector<const Page*> includers(const Page& page) const;

 private:
  const SiteConfiguration& configuration_;
  const FileTree& files_;
  std::vector<Page> pages_;
  std::unordered_map<std::string_view, const Page*> by_path_;
  std::unordered_map<std::string_view, const Page*> by_url_;
};

}  // namespace rubric
