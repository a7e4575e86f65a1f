// How it works: each setting is looked up by its path, with Hugo's default where it is absent; what a
// language sets of these is laid over the rest and read by the same functions.

#include "site/url_settings.h"

#include <algorithm>
#include <array>
#include <string>

#include "site/settings.h"
#include "text/ascii.h"

namespace rubric {

namespace {

void read_base_url(std::string_view url, SiteConfiguration& site) {
  const size_t scheme = url.find("://");
  const size_t host = scheme == std::string_view::npos ? (url.starts_with("//") ? 2 : 0) : scheme + 3;
  const size_t path = host == 0 ? 0 : std::min(url.find('/', host), url.size());
  site.base_host = url.substr(0, path);
  site.base_path = "/";
  for (std::string_view rest = url.substr(path); !rest.empty();) {
    const size_t slash = rest.find('/');
    const std::string_view part = rest.substr(0, slash);
    if (!part.empty()) site.base_path += std::string(part) + "/";
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
  }
}

/// Patterns stand under the section itself (for its pages, and for terms where it is a taxonomy) or under the
/// kind of page and then the section.
void read_permalinks(const Value& configuration, SiteConfiguration& site) {
  const Value* permalinks = configuration.find("permalinks");
  if (!permalinks) return;
  for (const Member& member : permalinks->members) {
    const std::string kind = lower_case(member.key);
    if (!member.value.is_mapping()) {
      site.permalinks[kind] = site.term_permalinks[kind] = member.value.scalar;
      continue;
    }
    std::map<std::string, std::string>* patterns = kind == "page"       ? &site.permalinks
                                                   : kind == "section"  ? &site.section_permalinks
                                                   : kind == "taxonomy" ? &site.taxonomy_permalinks
                                                   : kind == "term"     ? &site.term_permalinks
                                                                        : nullptr;
    if (patterns == nullptr) continue;
    for (const Member& section : member.value.members)
      (*patterns)[lower_case(section.key)] = section.value.scalar;
  }
}

void read_taxonomies(const Value& configuration, SiteConfiguration& site) {
  const Value* taxonomies = configuration.find("taxonomies");
  if (!taxonomies) {
    site.taxonomies = {{"category", "categories"}, {"tag", "tags"}};
    return;
  }
  site.taxonomies.clear();
  for (const Member& member : taxonomies->members)
    site.taxonomies[lower_case(member.key)] = member.value.scalar;
}

void read_urls(const Value& configuration, SiteConfiguration& site) {
  read_base_url(text_at(configuration, "baseURL"), site);
  site.ugly_urls = truth_at(configuration, "uglyURLs");
  site.remove_accents = truth_at(configuration, "removePathAccents");
  site.lower_case_paths = !truth_at(configuration, "disablePathToLower");
  site.disable_aliases = truth_at(configuration, "disableAliases");
  site.robots_txt = truth_at(configuration, "enableRobotsTXT");
  site.canonify_urls = truth_at(configuration, "canonifyURLs") || truth_at(configuration, "relativeURLs");
  site.build_drafts = truth_at(configuration, "buildDrafts");
  site.build_future = truth_at(configuration, "buildFuture");
  site.build_expired = truth_at(configuration, "buildExpired");
  site.ignores_files = !lower_case_strings(configuration, "ignoreFiles").empty();
  site.disabled_kinds = lower_case_strings(configuration, "disableKinds");
  // Its name before Hugo 0.73.
  std::replace(site.disabled_kinds.begin(), site.disabled_kinds.end(), std::string("taxonomyterm"),
               std::string("taxonomy"));
  // `pagination.path` since Hugo 0.128.
  site.pagination_path =
      text_at(configuration, "pagination.path", text_at(configuration, "paginatePath", "page"));
}

/// Puts in the place of `:default` what it stands for, and with each name those that mean the same.
std::vector<std::string> expanded(const std::vector<std::string>& sources,
                                  const std::vector<std::string>& standard) {
  std::vector<std::string> result;
  for (const std::string& source : sources) {
    if (source == ":default") {
      result.insert(result.end(), standard.begin(), standard.end());
      continue;
    }
    result.push_back(source);
    if (source == "publishdate") result.insert(result.end(), {"pubdate", "published"});
    if (source == "lastmod") result.push_back("modified");
    if (source == "expirydate") result.push_back("unpublishdate");
  }
  return result;
}

void read_dates(const Value& configuration, SiteConfiguration& site) {
  const auto read = [&](std::string_view key, std::vector<std::string>& sources) {
    const std::vector<std::string> own = lower_case_strings(configuration, key);
    if (!own.empty()) sources = expanded(own, sources);
  };
  read("frontmatter.date", site.dates.date);
  read("frontmatter.publishDate", site.dates.publish_date);
  read("frontmatter.expiryDate", site.dates.expiry_date);
}

void read_output_formats(const Value& configuration, SiteConfiguration& site) {
  site.own_outputs = configuration.find("outputs") != nullptr;
  const Value* formats = configuration.find("outputFormats");
  if (!formats) return;
  for (const Member& format : formats->members) {
    site.output_formats.push_back(lower_case(format.key));
    for (const std::string_view key : {"baseName", "path"}) {
      std::string name = text_at(format.value, key);
      if (!name.empty()) site.output_names.push_back(std::move(name));
    }
  }
}

/// What concerns URLs, as one language has it.
void read_common(const Value& configuration, SiteConfiguration& site) {
  read_urls(configuration, site);
  read_permalinks(configuration, site);
  read_taxonomies(configuration, site);
  read_dates(configuration, site);
  read_output_formats(configuration, site);
  if (const Value* cascade = configuration.find("cascade")) site.cascades = read_cascades(*cascade, site);
}

/// Lays the settings of a language over the common ones.
Value settings_of_language(const Value& common, const Value& language) {
  Value settings;
  settings.kind = Value::Kind::mapping;
  for (const Member& member : common.members) {
    if (!equal_ignoring_case(member.key, "languages") && language.find(member.key) == nullptr)
      settings.members.push_back(member);
  }
  settings.members.insert(settings.members.end(), language.members.begin(), language.members.end());
  return settings;
}

void read_variants(const Value& configuration, SiteConfiguration& site) {
  constexpr std::array<std::string_view, 10> of_urls = {
      "baseURL",      "uglyURLs",    "permalinks", "taxonomies",        "disableKinds",
      "paginatePath", "buildDrafts", "cascade",    "removePathAccents", "disablePathToLower"};
  const Value* languages = configuration.find("languages");
  if (!languages) return;
  for (const Member& language : languages->members) {
    if (std::none_of(of_urls.begin(), of_urls.end(),
                     [&](std::string_view key) { return language.value.find(key) != nullptr; }))
      continue;
    auto variant = std::make_shared<SiteConfiguration>();
    read_common(settings_of_language(configuration, language.value), *variant);
    site.several_hosts |= language.value.find("baseURL") != nullptr;
    site.variants.emplace(lower_case(language.key), std::move(variant));
  }
}

/// Sites of several dimensions came with Hugo 0.153.
bool has_many_sites(const Value& configuration) {
  if (configuration.find("versions") != nullptr || configuration.find("roles") != nullptr) return true;
  const Value* mounts = configuration.at("module.mounts");
  if (mounts == nullptr) return false;
  return std::any_of(mounts->items.begin(), mounts->items.end(), [](const Value& mount) {
    const Value* sites = mount.find("sites");
    const Value* languages = mount.at("sites.matrix.languages");
    return sites != nullptr && (languages == nullptr || languages->strings().size() != 1);
  });
}

}  // namespace

void read_url_settings(const Value& configuration, SiteConfiguration& site) {
  read_common(configuration, site);
  read_variants(configuration, site);
  site.many_sites = has_many_sites(configuration);
}

}  // namespace rubric
