#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "shortcode/dialect.h"
#include "site/file_tree.h"
#include "site/parameter_names.h"
#include "site/template_lookups.h"

namespace rubric {

/// What `.rubric.yaml` says about the site; everything else is learnt from Hugo's own files.
struct SiteOptions {
  std::vector<std::string>
      includes;  ///< further shortcodes that pull a file into the page (`shortcodes: include:`)
  std::vector<std::string> known;   ///< shortcode names that exist though their theme is not on disk
  std::optional<HugoVersion> hugo;  ///< the release that builds the site; found out when it is not given
  std::string environment = "production";  ///< Hugo's: which folder below `config` is laid over the rest
  bool lookups = false;                    ///< all templates are read, for SiteConfiguration::lookups
  bool backlinks = false;                  ///< all links are followed, for Site::is_orphan
  bool mentions = false;                   ///< all texts are read, for SiteConfiguration::unused_images
};

/// A folder of the repository that Hugo mounts into a component (`content`, `static`, `assets`, `layouts`…).
struct Mount {
  std::string source;    ///< repository-relative folder (or file); it need not exist
  std::string target;    ///< path below the component; "" is its root
  std::string language;  ///< of a content or static mount; empty for the default language
  std::vector<std::string> included = {}, excluded = {};  ///< glob patterns; see shows() in mounts.h

  friend bool operator==(const Mount&, const Mount&) = default;
};

/// What the pages at or below a section are parsed with.
struct SectionDialect {
  std::string section;  ///< as in SectionTemplates
  Dialect dialect;
};

/// How links in Markdown become links in the page.
enum class LinkHook : uint8_t {
  none,      ///< destinations are printed as written
  embedded,  ///< Hugo's own hook resolves pages and files first
  custom,    ///< the site has a hook of its own, which may do anything
};

/// A site as its configuration describes it, in one of Hugo's environments. A value; made once, read-only.
struct SiteConfiguration {
  bool hugo = false;  ///< false: a repository of plain Markdown
  std::string root;   ///< repository-relative folder of the site; "" when it is the repository itself
  std::vector<Mount> content, statics, assets, layouts;  ///< the project's first, then those of its modules
  std::string base_path = "/";                           ///< the path of baseURL, beginning and ending in "/"
  std::string base_host;  ///< scheme and host of baseURL, without a final slash
  std::string default_language = "en";
  std::vector<std::string> languages;  ///< all language keys; the default one alone when none are configured
  bool default_language_in_subfolder = false;
  bool ugly_urls = false;
  bool lower_case_paths = true;
  bool disable_aliases = false;
  bool canonify_urls = false;  ///< links from the root are put below baseURL
  bool build_drafts = false, build_future = false, build_expired = false;
  bool ignores_files = false;                     ///< `ignoreFiles` leaves out pages, which ones is not known
  std::vector<std::string> disabled_kinds;        ///< in lower case
  std::map<std::string, std::string> permalinks;  ///< of pages: section to pattern
  std::map<std::string, std::string> section_permalinks;  ///< of the sections' own pages
  std::vector<std::string> output_formats;                ///< of the site's own, in lower case
  bool own_outputs = false;   ///< `outputs` says which kinds of page come in which formats
  ParameterNames parameters;  ///< what `params` of the site and its languages, and `cascade`, may set
  std::map<std::string, std::string> taxonomies;  ///< singular to plural
  std::string pagination_path = "page";           ///< in `/posts/page/2/`
  LinkHook link_hook = LinkHook::none;
  LinkHook image_hook = LinkHook::none;  ///< the same for images
  bool theme_missing = false;            ///< a theme, module or mounted folder is not on disk: its files,
                                         ///< templates and hooks are unknown, so either hook may be custom
  std::vector<std::string> missing;      ///< those, as the configuration names them
  std::string hugo_stated_in;  ///< the file that names the release `dialect.hugo`; empty where none does
  Dialect dialect;             ///< with the shortcodes of all sections
  std::vector<SectionDialect>
      sections;             ///< only where sections have shortcodes of their own; see dialect_of()
  TemplateLookups lookups;  ///< only where SiteOptions::lookups asks for it
  bool backlinks = false;   ///< SiteOptions::backlinks
  std::vector<std::string> unused_images;  ///< only where SiteOptions::mentions asks for it
  std::vector<ValueError> errors;  ///< of the site's own configuration files; the span is in `error_path`
  std::string error_path;          ///< the first file that cannot be parsed
};

/// Reads Hugo's configuration and templates below `root`. Without a Hugo configuration file the result is a
/// plain Markdown repository. Never throws: a configuration that cannot be parsed is an entry of `errors`.
SiteConfiguration read_site(const FileTree& files, const ReadFile& read, std::string_view root,
                            const SiteOptions& options);

/// Whether a folder (repository-relative) of `files` is the root of a Hugo site: it holds hugo.*, a folder
/// config/_default, or config.* beside one of Hugo's own folders (many programs have a config.yaml).
bool is_site_root(const FileTree& files, std::string_view folder);

}  // namespace rubric
