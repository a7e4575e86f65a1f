// How it works: a reason holds for a link that stands in one of the files concerned, or in a text that such a
// file includes, or names one of them in its destination.

#include "conformance/links/link_limits.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "rules/rules.h"
#include "site/destinations.h"
#include "temporary_folder.h"
#include "text/path.h"
#include "workspace/workspace.h"

namespace rubric {
namespace {

/// Files that something is odd about, and the names by which links lead to them.
struct Oddity {
  std::set<std::string, std::less<>> files, names;
};

std::string_view language_of(std::string_view path) {
  for (const std::string_view language : {".de.md", ".en.md", ".pt-br.md"})
    if (path.ends_with(language)) return language;
  return ".md";
}

Oddity shared_urls(const LinkSite& site) {
  std::map<std::string, std::string, std::less<>> files;
  for (const SiteFile& file : site.files) files[file.path] = file.text();
  const MemoryFiles disk(std::move(files));
  WorkspaceOptions options;
  options.selection.select = {"url-collision"};
  Oddity odd;
  for (const Diagnostic& finding : Workspace(disk, IgnoreRules::from_patterns({}), options).check({""})) {
    odd.files.insert(finding.path);
    odd.names.emplace(name_of(finding.path));
    std::string_view rest = finding.message;
    for (size_t begin = rest.find('`'); begin != rest.npos; begin = rest.find('`')) {
      const size_t end = rest.find('`', begin + 1);
      std::string_view quoted = rest.substr(begin + 1, end - begin - 1);
      if (quoted.ends_with(".md")) odd.files.emplace(quoted);
      while (quoted.ends_with('/')) quoted.remove_suffix(1);
      odd.names.emplace(name_of(quoted));
      rest.remove_prefix(end + 1);
    }
  }
  return odd;
}

Oddity bundles_of_two_languages(const LinkSite& site) {
  std::map<std::string, std::set<std::string_view>> indexes;
  for (const SiteFile& file : site.files)
    if (name_of(file.path).starts_with("index."))
      indexes[std::string(folder_of(file.path))].insert(language_of(file.path));
  Oddity odd;
  for (const SiteFile& file : site.files) {
    const auto bundle = indexes.find(std::string(folder_of(file.path)));
    const bool is_lost =
        file.is_page() && bundle != indexes.end() && bundle->second.count(language_of(file.path)) == 0;
    if (!is_lost) continue;
    odd.names.emplace(name_of(bundle->first));
    for (const SiteFile& other : site.files)
      if (is_at_or_below(other.path, bundle->first)) odd.files.insert(other.path);
  }
  return odd;
}

/// Pages without HTML of their own, which a hook may find.
Oddity unrendered(const LinkSite& site) {
  Oddity odd;
  odd.names = {"tags", "categories"};
  for (const SiteFile& file : site.files) {
    if (!file.is_page() || file.parts.empty()) continue;
    const std::string& text = file.parts.front();
    const bool shows = text.find("render:") == text.npos && text.find("headless:") == text.npos;
    const std::string_view name = name_of(file.path);
    const bool is_index = name.starts_with("index.") || name.starts_with("_index.");
    if (!shows) odd.names.emplace(is_index ? name_of(folder_of(file.path)) : name.substr(0, name.find('.')));
  }
  return odd;
}

Oddity urls_of_index_files(const LinkSite& site) {
  Oddity odd;
  for (const SiteFile& file : site.files) {
    if (!file.is_page() || file.parts.front().find("index.html\"\n") == std::string::npos) continue;
    std::string_view name = name_of(file.path);
    odd.names.emplace(name.substr(0, name.size() - language_of(name).size()));
  }
  return odd;
}

bool includes(const SiteFile& file, std::string_view path) {
  const std::string_view below = path.substr(std::min(path.size(), std::string_view("assets/").size()));
  return path.starts_with("assets/") &&
         file.text().find("\"" + std::string(below) + "\"") != std::string::npos;
}

bool concerns(const Oddity& odd, const LinkSite& site, const SiteFile& file, std::string_view block) {
  const bool named = std::any_of(odd.names.begin(), odd.names.end(), [&](const std::string& name) {
    return !name.empty() && block.find(name) != block.npos;
  });
  const auto is_in = [&](const SiteFile& other) {
    return odd.files.contains(other.path) && (other.path == file.path || includes(other, file.path));
  };
  return named || std::any_of(site.files.begin(), site.files.end(), is_in);
}

bool names_pager(std::string_view written) {
  const std::string block = decode_percent(written);
  for (const std::string_view folder : {"page/", "seite/"}) {
    for (size_t at = block.find(folder); at != block.npos; at = block.find(folder, at + 1)) {
      const size_t number = at + folder.size();
      if (number < block.size() && block[number] >= '1' && block[number] <= '9') return true;
    }
  }
  return false;
}

bool shares_definition(std::string_view block) {
  return block.find("![a][") != block.npos && block.find("[b][") != block.npos;
}

}  // namespace

std::string_view limit_of(const LinkSite& site, uint32_t link) {
  for (const SiteFile& file : site.files) {
    for (const std::string& part : file.parts) {
      if (part.find(mark_place(link)) == part.npos) continue;
      const std::string block = SiteFile{"", {part}}.text();
      if (concerns(shared_urls(site), site, file, block)) return "two pages have one URL";
      if (concerns(bundles_of_two_languages(site), site, file, block)) return "a bundle of two languages";
      if (concerns(urls_of_index_files(site), site, file, block)) return "a url: that names index.html";
      if (names_pager(block)) return "a further page of a list";
      const bool hooked = site.variant == "own hook" || site.variant == "embedded";
      if (hooked && concerns(unrendered(site), site, file, block)) return "a page that is not rendered";
      if (hooked && shares_definition(block)) return "an image shares a link's definition";
    }
  }
  return "";
}

}  // namespace rubric
