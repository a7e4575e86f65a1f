// How it works: the configuration files are merged into one Value (hugo_files.cpp), themes and modules are
// found (modules.cpp), they add to it what they may (configuration_merge.cpp), their folders are collected
// (mounts.cpp), and each setting is then looked up by its path, without regard to
// letter case, with Hugo's default where it is absent. The layouts tell the rest: shortcodes and render
// hooks.

#include "site/configuration.h"

#include <algorithm>
#include <string>

#include "site/configuration_merge.h"
#include "site/dates.h"
#include "site/hugo_files.h"
#include "site/hugo_version.h"
#include "site/markup_settings.h"
#include "site/modules.h"
#include "site/mounts.h"
#include "site/settings.h"
#include "site/template_lookups.h"
#include "site/templates.h"
#include "site/url_settings.h"
#include "text/ascii.h"

namespace rubric {

namespace {

void read_languages(const Value& configuration, SiteConfiguration& site) {
  site.default_language = lower_case(text_at(configuration, "defaultContentLanguage", "en"));
  site.default_language_in_subfolder = truth_at(configuration, "defaultContentLanguageInSubdir");
  const std::vector<std::string> disabled = lower_case_strings(configuration, "disableLanguages");
  if (const Value* languages = configuration.find("languages")) {
    for (const Member& language : languages->members) {
      std::string key = lower_case(language.key);
      const bool off = truth_at(language.value, "disabled") ||
                       std::find(disabled.begin(), disabled.end(), key) != disabled.end();
      (off ? site.disabled_languages : site.languages).push_back(std::move(key));
    }
  }
  if (site.languages.empty()) site.languages.push_back(site.default_language);
}

// A site of several languages names each, and one code for all says nothing of any.
void read_language_tags(const Value& configuration, SiteConfiguration& site) {
  const auto tag_of = [](const Value& value, std::string_view fallback) {
    const std::string locale = text_at(value, "locale", fallback);
    return text_at(value, "languageCode", locale);
  };
  const Value* languages = configuration.find("languages");
  if (languages == nullptr || languages->members.empty()) {
    const std::string tag = tag_of(configuration, text_at(configuration, "defaultContentLanguage", ""));
    if (!tag.empty()) site.language_tags[site.default_language] = tag;
    return;
  }
  for (const Member& language : languages->members) {
    const std::string key = lower_case(language.key);
    site.language_tags[key] = tag_of(language.value, key);
  }
}

/// The host's own rules: of static files and of a netlify.toml, the site's or the repository's.
void read_redirects(const FileTree& files, const ReadFile& read, SiteConfiguration& site) {
  for (const Mount& mount : site.statics) {
    const std::string path = mount.source + (mount.source.empty() ? "_redirects" : "/_redirects");
    if (!mount.target.empty() || !files.has_file(path)) continue;
    if (const auto text = read(path)) site.redirects.add_file(*text);
  }
  for (const std::string& path : {site.root + "/netlify.toml", std::string("netlify.toml")}) {
    const std::string file = path.starts_with('/') ? path.substr(1) : path;
    const auto text = files.has_file(file) ? read(file) : std::nullopt;
    if (text) site.redirects.add_netlify(parse_value(*text, ValueFormat::toml).root);
    if (site.root.empty()) break;
  }
}

/// Before Hugo 0.112 a language's own unknown keys are parameters too.
ParameterNames read_parameters(const Value& configuration) {
  ParameterNames names;
  if (const Value* parameters = configuration.find("params")) names.add(*parameters);
  if (const Value* cascade = configuration.find("cascade")) names.add_cascade(*cascade);
  const Value* languages = configuration.find("languages");
  if (languages == nullptr) return names;
  for (const Member& language : languages->members) {
    names.add(language.value);
    if (const Value* parameters = language.value.find("params")) names.add(*parameters);
  }
  return names;
}

void read_mounts(const FileTree& files, const Value& configuration, const Modules& modules,
                 SiteConfiguration& site) {
  Mounts mounts = collect_mounts(files, site.root, configuration, modules.found, site.default_language);
  site.content = std::move(mounts.content);
  site.statics = std::move(mounts.statics);
  site.assets = std::move(mounts.assets);
  site.layouts = std::move(mounts.layouts);
  site.missing = modules.missing;
  site.missing.insert(site.missing.end(), mounts.missing.begin(), mounts.missing.end());
  site.theme_missing = !site.missing.empty();
  site.dialect.templates_complete = !modules.layouts_incomplete && !mounts.layouts_incomplete;
}

/// What was said outright wins over what follows from demands and folders.
void choose_hugo_version(const FileTree& files, const ReadFile& read, const Value& configuration,
                         const SiteOptions& options, SiteConfiguration& site) {
  if (options.hugo) {
    site.dialect.hugo = *options.hugo;
  } else if (const auto stated = find_stated_version(files, read, site.root, options.environment)) {
    site.dialect.hugo = stated->version;
    site.hugo_stated_in = stated->path;
  } else {
    site.dialect.hugo_assumed = true;
    site.dialect.hugo = estimate_hugo_version(configuration, files, site.layouts);
  }
}

/// Names that are said to exist; one that is on disk is as it is there.
void add_known(const std::vector<std::string>& names, Dialect& dialect) {
  ShortcodeTemplate known;
  known.inner = InnerText::unknown;
  for (const std::string& name : names)
    if (!dialect.find(name)) dialect.templates.emplace(name, known);
}

void read_dialect(const FileTree& files, const ReadFile& read, const Value& configuration,
                  const SiteOptions& options, SiteConfiguration& site) {
  Dialect& dialect = site.dialect;
  dialect.shortcodes = true;
  choose_hugo_version(files, read, configuration, options, site);
  dialect.goldmark = read_goldmark_options(configuration);
  dialect.goldmark.keeps_heading_ids = keeps_heading_ids(files, read, site.layouts);
  SiteTemplates templates =
      read_shortcode_templates(files, read, site.layouts, dialect.hugo, options.includes);
  dialect.templates_complete &= templates.complete;
  for (SectionTemplates& section : templates.sections) {
    Dialect own = dialect;
    own.templates = std::move(section.templates);
    add_known(options.known, own);
    site.sections.push_back({std::move(section.section), std::move(own)});
  }
  dialect.templates = std::move(templates.all);
  add_known(options.known, dialect);
  const size_t languages = site.languages.size();
  site.link_hook =
      find_render_hook("link", configuration, files, read, site.layouts, dialect.hugo, languages);
  site.image_hook =
      find_render_hook("image", configuration, files, read, site.layouts, dialect.hugo, languages);
}

// Whether a mounted folder belongs to a theme or module, whose files are not the site's to use.
bool in_theme(std::string_view folder, std::string_view root) {
  const std::string_view below = folder.substr(root.empty() ? 0 : std::min(folder.size(), root.size() + 1));
  return below.starts_with("themes/") || below.starts_with("_vendor/");
}

}  // namespace

SiteConfiguration read_site(const FileTree& files, const ReadFile& read, std::string_view root,
                            const SiteOptions& options) {
  SiteConfiguration site;
  site.root = root;
  site.languages = {site.default_language};
  site.hosting = options.hosting;
  site.hugo = !options.plain && is_site_root(files, root);
  if (!site.hugo) return site;
  HugoFiles configuration = read_hugo_files(files, read, root, options.environment);
  site.errors = std::move(configuration.errors);
  site.error_path = std::move(configuration.error_path);
  const Modules modules = find_modules(files, read, root, configuration.root, options.environment);
  merge_configurations(configuration.root, modules.found);
  site.languages.clear();
  read_languages(configuration.root, site);
  read_language_tags(configuration.root, site);
  site.environment = options.environment;
  site.now = options.now ? *options.now : current_minute();
  site.elsewhere = options.elsewhere;
  read_url_settings(configuration.root, site);
  site.parameters = read_parameters(configuration.root);
  read_mounts(files, configuration.root, modules, site);
  read_redirects(files, read, site);
  read_dialect(files, read, configuration.root, options, site);
  site.backlinks = options.backlinks;
  if (options.lookups) {
    site.lookups = read_template_lookups(files, read, site);
    // A page may then hold templates of its own.
    site.lookups.known &= !truth_at(configuration.root, "security.enableInlineShortcodes") &&
                          !truth_at(configuration.root, "enableInlineShortcodes");
  }
  return site;
}

std::vector<std::string> own_folders(const SiteConfiguration& site) {
  std::vector<std::string> folders;
  for (const auto* mounts : {&site.content, &site.statics, &site.assets}) {
    for (const Mount& mount : *mounts)
      if (!in_theme(mount.source, site.root)) folders.push_back(mount.source);
  }
  return folders;
}

std::vector<std::string> mounted_folders(const FileTree& files, const ReadFile& read, std::string_view root,
                                         std::string_view environment) {
  SiteConfiguration site;
  site.root = root;
  HugoFiles configuration = read_hugo_files(files, read, root, environment);
  const Modules modules = find_modules(files, read, root, configuration.root, environment);
  merge_configurations(configuration.root, modules.found);
  read_languages(configuration.root, site);
  read_language_tags(configuration.root, site);
  read_mounts(files, configuration.root, modules, site);
  std::vector<std::string> folders;
  for (const auto* mounts : {&site.content, &site.assets}) {
    for (const Mount& mount : *mounts) folders.push_back(mount.source);
  }
  return folders;
}

}  // namespace rubric
