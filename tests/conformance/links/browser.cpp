// How it works: addresses are parsed by the steps of the URL standard's state machine that special schemes
// can reach. The folder's files are listed once, by every path that the host answers.

#include "conformance/links/browser.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

#include "site/urls.h"

namespace rubric {
namespace {

bool is_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

bool is_slash(char byte) {
  return byte == '/' || byte == '\\';
}

size_t leading_slashes(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_slash);
  return static_cast<size_t>(end - text.begin());
}

/// "remove any leading and trailing C0 control or space" and "remove all ASCII tab or newline".
std::string stripped(std::string_view text) {
  const auto is_blank = [](char byte) { return static_cast<unsigned char>(byte) <= ' '; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  std::string result(text);
  std::erase_if(result, [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; });
  return result;
}

/// The scheme that the text begins with, in small letters; empty without one.
std::string scheme_of(std::string_view text) {
  if (text.empty() || !is_letter(text.front())) return "";
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == ':') return lowered(text.substr(0, at));
    const bool may_follow = is_letter(text[at]) || (text[at] >= '0' && text[at] <= '9') || text[at] == '+' ||
                            text[at] == '-' || text[at] == '.';
    if (!may_follow) return "";
  }
  return "";
}

int hex_digit(char byte) {
  if (byte >= '0' && byte <= '9') return byte - '0';
  const char small = lower(byte);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool escape = text[at] == '%' && at + 2 < text.size() && hex_digit(text[at + 1]) >= 0 &&
                        hex_digit(text[at + 2]) >= 0;
    result += escape ? static_cast<char>(hex_digit(text[at + 1]) * 16 + hex_digit(text[at + 2])) : text[at];
    if (escape) at += 2;
  }
  return result;
}

std::string without_dot_escapes(std::string_view segment) {
  std::string result;
  for (size_t at = 0; at < segment.size(); ++at) {
    const bool dot = lowered(segment.substr(at, 3)) == "%2e";
    result += dot ? '.' : segment[at];
    if (dot) at += 2;
  }
  return result;
}

/// The path of a file as it stands in an address.
std::string escaped(std::string_view path) {
  std::string result;
  for (const char byte : path) {
    if (byte == '%')
      result += "%25";
    else if (byte == '?')
      result += "%3F";
    else if (byte == '#')
      result += "%23";
    else
      result += byte;
  }
  return result;
}

/// The path of `base` up to its last slash, if any, with `path` behind it, dot segments resolved.
std::string resolve_path(std::string_view base, std::string_view path) {
  std::vector<std::string> segments;
  const auto add = [&](std::string_view text) {
    for (size_t begin = 0; begin <= text.size();) {
      const auto end = static_cast<size_t>(
          std::find_if(text.begin() + static_cast<std::ptrdiff_t>(begin), text.end(), is_slash) -
          text.begin());
      const bool last = end == text.size();
      const std::string segment(text.substr(begin, end - begin));
      const std::string plain = without_dot_escapes(segment);
      if (plain == "..") {
        if (!segments.empty()) segments.pop_back();
        if (last) segments.emplace_back();
      } else if (plain == ".") {
        if (last) segments.emplace_back();
      } else {
        segments.push_back(segment);
      }
      begin = end + 1;
    }
  };
  if (!base.empty()) {
    add(base.substr(1, base.rfind('/')));
    segments.pop_back();
  }
  add(path);
  std::string result;
  for (const std::string& segment : segments) result += "/" + segment;
  return result;
}

/// Reads path and fragment; the query is left out.
void read_tail(std::string_view base_path, std::string_view text, WebAddress& address) {
  const size_t hash = text.find('#');
  if (hash != text.npos) address.fragment = text.substr(hash + 1);
  text = text.substr(0, hash);
  text = text.substr(0, text.find('?'));
  address.path = resolve_path(base_path, text);
}

void read_authority(std::string_view text, WebAddress& address) {
  const size_t end = std::min(text.find_first_of("/\\?#"), text.size());
  std::string_view host = text.substr(0, end);
  const size_t user = host.rfind('@');
  if (user != host.npos) host.remove_prefix(user + 1);
  address.host = lowered(decoded(host));
  const std::string own_port = address.scheme == "https" ? ":443" : ":80";
  if (address.host.ends_with(own_port)) address.host.resize(address.host.size() - own_port.size());
  if (address.host.ends_with(':')) address.host.pop_back();
  text.remove_prefix(end);
  if (!text.empty() && is_slash(text.front())) text.remove_prefix(1);
  read_tail("", text, address);
}

bool equal_ignoring_case(std::string_view left, std::string_view right) {
  return lowered(left) == lowered(right);
}

}  // namespace

std::string_view name_of(Reached reached) {
  switch (reached) {
    case Reached::alive:
      return "alive";
    case Reached::outside:
      return "outside";
    case Reached::dead_page:
      return "dead page";
    case Reached::dead_anchor:
      return "dead anchor";
  }
  return "";
}

std::optional<WebAddress> parse_address(std::string_view raw, const WebAddress& base) {
  const std::string input = stripped(raw);
  std::string_view text = input;
  WebAddress address;
  address.scheme = scheme_of(text);
  if (!address.scheme.empty()) {
    if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
    text.remove_prefix(address.scheme.size() + 1);
    const bool relative = address.scheme == base.scheme && !text.starts_with("//");
    if (!relative || leading_slashes(text) > 1) {
      read_authority(text.substr(leading_slashes(text)), address);
      return address;
    }
  }
  address.scheme = base.scheme;
  if (leading_slashes(text) > 1) {
    read_authority(text.substr(leading_slashes(text)), address);
    return address;
  }
  address.host = base.host;
  if (!text.empty() && is_slash(text.front())) {
    read_tail("", text.substr(1), address);
  } else if (text.empty() || text.front() == '?' || text.front() == '#') {
    read_tail("", text, address);
    address.path = base.path;
  } else {
    read_tail(base.path, text, address);
  }
  return address;
}

PublishedSite::PublishedSite(const std::string& folder, std::string_view base_url,
                             const std::string& sources) {
  base_ = *parse_address(base_url, {});
  read_redirects(folder + "/_redirects");
  namespace fs = std::filesystem;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = entry.path().string().substr(folder.size() + 1);
    served_["/" + path] = path;
    if (path == "index.html" || path.ends_with("/index.html")) {
      const std::string above = "/" + path.substr(0, path.size() - std::string_view("index.html").size());
      served_[above] = path;
      served_.emplace(above.substr(0, above.size() - 1), path);
    }
    if (!path.ends_with(".html")) {
      files_.insert(path);
      continue;
    }
    std::ostringstream html;
    html << std::ifstream(entry.path(), std::ios::binary).rdbuf();
    HtmlPage& page = pages_.emplace(path, read_html(html.str())).first->second;
    if (page.source.starts_with(sources)) page.source.erase(0, sources.size());
  }
}

/// A rule is `from to [status]`; `*` stands for anything, `:name` for a part of the path.
void PublishedSite::read_redirects(const std::string& path) {
  const std::regex rule(R"((/\S*)\s+(\S+)(?:\s+([1-3]\d\d)!?)?\s*)"), special(R"([.+()\[\]{}^$|?])");
  std::ifstream file(path, std::ios::binary);
  for (std::string line; std::getline(file, line);) {
    std::smatch parts;
    if (!std::regex_match(line, parts, rule)) continue;
    std::string from = std::regex_replace(decoded(parts[1].str()), special, "\\$&");
    while (from.ends_with('/')) from.pop_back();
    from = std::regex_replace(from, std::regex("/\\*$"), "(/.*)?");
    from = std::regex_replace(from, std::regex("/:[a-z]+"), "/[^/]+");
    from = std::regex_replace(from, std::regex("/\\*/"), "/.*/");
    redirects_.emplace_back(from + "/?");
  }
}

bool PublishedSite::is_redirected(const std::string& path) const {
  return std::any_of(redirects_.begin(), redirects_.end(),
                     [&](const std::regex& rule) { return std::regex_match(path, rule); });
}

std::string PublishedSite::url_of(std::string_view path) {
  constexpr std::string_view index = "index.html";
  if (path == index || path.ends_with("/index.html")) path.remove_suffix(index.size());
  return "/" + std::string(path);
}

const std::string* PublishedSite::find(std::string_view path) const {
  std::string single;
  for (const char byte : path) {
    if (byte != '/' || !single.ends_with('/')) single += byte;
  }
  auto found = served_.find(single);
  for (const std::string& form : other_unicode_forms(single)) {
    if (found == served_.end()) found = served_.find(form);
  }
  return found == served_.end() ? nullptr : &found->second;
}

Reached PublishedSite::follow(std::string_view from, const HtmlLink& link) const {
  WebAddress here = base_;
  here.path += escaped(url_of(from).substr(1));
  const std::optional<WebAddress> address = parse_address(link.url, here);
  if (!address || address->host != base_.host) return Reached::outside;
  std::string path = decoded(address->path);
  if (path + "/" == base_.path) path += "/";
  if (!path.starts_with(base_.path)) return Reached::outside;
  const std::string* file = find(path.substr(base_.path.size() - 1));
  if (file == nullptr)
    return is_redirected(path.substr(base_.path.size() - 1)) ? Reached::alive : Reached::dead_page;
  const auto page = pages_.find(*file);
  if (page == pages_.end() || page->second.redirects || link.is_file) return Reached::alive;
  if (!address->fragment || !page->second.source.ends_with(".md")) return Reached::alive;
  // What stands behind `:~:` is no part of the fragment (https://wicg.github.io/scroll-to-text-fragment).
  const std::string raw = address->fragment->substr(0, address->fragment->find(":~:"));
  const std::string wanted = decoded(raw);
  if (wanted.empty() || equal_ignoring_case(wanted, "top")) return Reached::alive;
  const auto& ids = page->second.ids;
  return ids.contains(wanted) || ids.contains(raw) ? Reached::alive : Reached::dead_anchor;
}

}  // namespace rubric
