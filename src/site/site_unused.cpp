// How it works: from all published pages the calls are followed, to every file that one may read and not just
// to the first that is there. Whatever is not surely known leaves the answer empty.

#include <algorithm>
#include <unordered_map>

#include "site/includes.h"
#include "site/mounts.h"
#include "site/site.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

// A name of which only the configuration says that it exists may do anything.
bool is_only_named(const ShortcodeTemplate& shortcode) {
  return shortcode.path.empty() && shortcode.inner == InnerText::unknown;
}

bool all_lookups_known(const SiteConfiguration& site) {
  const ShortcodeTemplates& templates = site.dialect.templates;
  return site.lookups.known && !site.theme_missing && site.dialect.templates_complete &&
         site.sections.empty() && std::none_of(templates.begin(), templates.end(), [](const auto& entry) {
           return is_only_named(entry.second);
         });
}

// Of two parameters that name a file a call may give both.
bool is_followed(const Include& include, const ShortcodeTemplate* shortcode) {
  if (shortcode == nullptr || shortcode->included.lookups.empty() || !is_plain_path(include.target))
    return false;
  const std::vector<std::string>& keys = shortcode->included.keys;
  return std::count_if(keys.begin(), keys.end(), [](const std::string& key) { return key != "0"; }) <= 1;
}

// Whether a file is there for something else than includes, as far as that can be known.
bool has_other_use(std::string_view path, const SiteConfiguration& site) {
  const std::string_view below_root = path.substr(site.root.empty() ? 0 : site.root.size() + 1);
  if (below_root.starts_with("themes/") || below_root.starts_with("_vendor/") ||
      lower_case(name_of(path)) == "readme.md" || site.lookups.may_read(path))
    return true;
  for (const Mount& mount : site.statics)
    if (is_at_or_below(path, mount.source)) return true;
  for (const Mount& mount : site.assets) {
    if (!is_at_or_below(path, mount.source) || path == mount.source) continue;
    const std::string_view below = path.substr(mount.source.size() + !mount.source.empty());
    const std::string place =
        mount.target.empty() ? std::string(below) : mount.target + "/" + std::string(below);
    if (shows(mount, below) != true || site.lookups.may_read(place)) return true;
  }
  return false;
}

}  // namespace

// Adds what the call may read; false when that may be any file.
bool Site::follow(const Page& from, const Include& include, std::vector<const Page*>& read) const {
  const ShortcodeTemplate* shortcode = configuration_.dialect.find(include.name);
  if (!is_followed(include, shortcode)) return false;
  for (const IncludeLookup& lookup : shortcode->included.lookups) {
    // GetPage finds nothing below assets.
    if (lookup.from == IncludeFrom::pages || lookup.from == IncludeFrom::site_pages) continue;
    if (lookup.beside_page && is_fragment(from)) return false;
    for (const std::string& candidate :
         lookup_candidates(lookup, include.target, from.path, configuration_)) {
      const Page* page = page_at(files_.ignoring_case(candidate).value_or(candidate));
      if (page != nullptr) read.push_back(page);
    }
  }
  return true;
}

void Site::find_unused() {
  if (!all_lookups_known(configuration_)) return;
  std::unordered_map<const Page*, std::vector<const Page*>> reads;
  std::vector<const Page*> used;
  std::unordered_set<const Page*> unused;
  for (const Page& page : pages_) {
    if (page.unread) return;
    std::vector<const Page*>& read = reads[&page];
    for (const Include& include : page.includes) {
      if (!follow(page, include, read)) return;
      // A file that is likely meant is not forgotten.
      Include meant = include;
      meant.target = resolve(page, include).suggestion;
      if (!meant.target.empty()) follow(page, meant, read);
    }
    if (page.kind == PageKind::fragment && !has_other_use(page.path, configuration_))
      unused.insert(&page);
    else
      used.push_back(&page);
  }
  while (!used.empty()) {
    const Page* page = used.back();
    used.pop_back();
    for (const Page* read : reads.at(page))
      if (unused.erase(read) > 0) used.push_back(read);
  }
  unused_ = std::move(unused);
}

}  // namespace rubric
