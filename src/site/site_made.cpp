// How it works: what is at a URL without a file that says so: what Hugo makes for lists and for the whole
// site, if templates let it, what a theme may bring, what another server answers.

#include <algorithm>

#include "site/glob.h"
#include "site/mount.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether a pattern of `links: elsewhere:` matches a path or one of the folders that it lies in.
bool covers(std::string_view pattern, std::string_view path) {
  if (pattern.ends_with("/**")) pattern.remove_suffix(3);
  while (pattern.ends_with('/')) pattern.remove_suffix(1);
  for (size_t end = 0; end < path.size();) {
    end = std::min(path.find('/', end + 1), path.size());
    if (glob_matches_text(pattern, path.substr(0, end)).value_or(false)) return true;
  }
  return pattern.empty();
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "/a" of "/a/b/c".
std::string_view first_folder(std::string_view key) {
  return key.substr(0, key.find('/', 1));
}

}  // namespace

const UrlEntry* Site::entry_of(std::string_view url) const {
  const UrlEntry* entry = urls_.find(url);
  return entry != nullptr ? entry : urls_.find(std::string(url) + ".html");
}

bool Site::may_be_made(std::string_view url) const {
  const std::string_view key = url_key(url);
  return may_be_of_site(key) || may_be_format(key) || may_be_pager(key);
}

// The files that a site, or each of its languages, has one of.
bool Site::may_be_of_site(std::string_view key) const {
  const std::string_view name = name_of(key), folder = folder_of(key);
  const std::vector<std::string>& disabled = configuration_.disabled_kinds;
  const bool at_root = folder.empty() || holds(configuration_.languages, folder.substr(1));
  if (name == "robots.txt")
    return folder.empty() && (configuration_.robots_txt || configuration_.theme_missing);
  if (name == "sitemap.xml") return at_root && !holds(disabled, "sitemap");
  const bool has_template =
      configuration_.theme_missing ||
      std::any_of(configuration_.layouts.begin(), configuration_.layouts.end(), [&](const Mount& mount) {
        return files_.has_file(path_below(mount.source, "404.html")) ||
               files_.has_file(path_below(mount.source, "_default/404.html"));
      });
  return name == "404.html" && at_root && has_template && !holds(disabled, "404");
}

// A page in another output format: the feed of a list, or what the site or the page asks for.
bool Site::may_be_format(std::string_view key) const {
  const std::string_view name = name_of(key), first = first_folder(key);
  const std::vector<std::string>& names = configuration_.output_names;
  if (holds(names, name.substr(0, name.rfind('.'))) ||
      holds(names, first.substr(std::min<size_t>(1, first.size()))))
    return true;
  const auto may_have_formats = [&](const UrlEntry& entry) {
    return configuration_.own_outputs || configuration_.theme_missing || entry.page == nullptr ||
           entry.page->publication.own_outputs;
  };
  if (first == "/amp") {
    const UrlEntry* page = entry_of(key.substr(first.size()));
    return page != nullptr && may_have_formats(*page);
  }
  if (!name.starts_with("index.")) return false;
  const UrlEntry* page = entry_of(folder_of(key));
  if (page == nullptr) {
    const Page* absent = urls_.find_absent(folder_of(key));
    return absent != nullptr && absent->publication.without_html;
  }
  if (name == "index.xml" && page->list) return !holds(configuration_.disabled_kinds, "rss");
  return may_have_formats(*page) && (page->page != nullptr || configuration_.own_outputs);
}

// A further page of a list. A template may show as few as one page on each.
bool Site::may_be_pager(std::string_view key) const {
  std::string_view number = name_of(key);
  if (configuration_.ugly_urls && number.ends_with(".html")) number.remove_suffix(5);
  const std::string_view folder = folder_of(key);
  if (!is_number(number) || number.front() == '0' || name_of(folder) != configuration_.pagination_path)
    return false;
  if (configuration_.theme_missing) return true;
  const UrlEntry* list = entry_of(folder_of(folder));
  constexpr size_t most_digits = 7;
  return list != nullptr && list->list && number.size() <= most_digits &&
         std::stoul(std::string(number)) <= std::max<size_t>(pages_.size(), 1);
}

// Whether `.rubric.yaml` says that another server answers this URL path, or all below a folder of it.
bool Site::is_answered_elsewhere(const std::string& url, bool from_host) const {
  if (configuration_.elsewhere.empty()) return false;
  const std::string path = from_host ? url : configuration_.base_path + url.substr(1);
  const std::string_view key = url_key(path);
  return std::any_of(configuration_.elsewhere.begin(), configuration_.elsewhere.end(),
                     [&](const std::string& pattern) { return covers(pattern, key); });
}

// A theme that is not on disk brings files of its own, in folders that the site itself need not have.
bool Site::theme_may_publish(std::string_view url) const {
  const std::string_view name = name_of(url);
  const bool file = name.find('.') != name.npos && !name.ends_with(".md");
  if (!configuration_.theme_missing || !file) return false;
  const std::string_view path = url.substr(1);
  const size_t slash = path.find('/');
  if (slash == path.npos) return true;
  const auto has_top = [&](const Mount& mount) {
    return files_.has_folder(path_below(mount.source, path.substr(0, slash)));
  };
  return std::none_of(configuration_.statics.begin(), configuration_.statics.end(), has_top) &&
         std::none_of(configuration_.content.begin(), configuration_.content.end(), has_top);
}

std::string Site::missing_top_folder(std::string_view url) const {
  if (!url.starts_with('/') || url.size() < 2) return {};
  const std::string_view name = url.substr(1, url.find('/', 1) - 1);
  if (name.empty() || name.size() + 1 == url.size()) return {};  // "/x" is a page at the top, no folder
  const std::string folder = "/" + std::string(name);
  if (urls_.find(folder) != nullptr || near_urls_.has_below(folder)) return {};
  const auto holds = [&](const std::vector<Mount>& mounts) {
    return std::any_of(mounts.begin(), mounts.end(), [&](const Mount& mount) {
      if (is_at_or_below(mount.target, name)) return true;
      const auto source = file_of_mount(mount, name);
      return source && files_.has_folder(*source);
    });
  };
  if (holds(configuration_.statics) || holds(configuration_.content) || holds(configuration_.assets))
    return {};
  return configuration_.base_path + std::string(name) + "/";
}

}  // namespace rubric
