#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"
#include "shortcode/dialect.h"
#include "site/code_hosting.h"
#include "site/file_tree.h"
#include "site/parameter_names.h"
#include "site/publication.h"
#include "site/redirects.h"
#include "site/template_lookups.h"

namespace rubric {

/// What `.rubric.yaml` says about the site; everything else is learnt from Hugo's own files.
struct SiteOptions {
  std::vector<std::string>
      includes;  ///< further shortcodes that pull a file into the page (`shortcodes: include:`)
  std::vector<std::string> known;   ///< shortcode names that exist though their theme is not on disk
  std::optional<HugoVersion> hugo;  ///< the release that builds the site; found out when it is not given
  std::string environment = "production";  ///< Hugo's: which folder below `config` is laid over the rest
  std::vector<std::string>
      elsewhere;  ///< URL paths that another server answers, as glob patterns (`links: elsewhere:`)
  std::optional<int32_t> now;  ///< minutes since 1970 that count as the present; the clock's when not given
  bool lookups = false;        ///< all templates are read, for SiteConfiguration::lookups
  bool backlinks = false;      ///< all links are followed, for Site::is_orphan
  bool plain = false;          ///< there is no Hugo site, whatever stands there (`site: plain`)
  CodeHosting hosting = {};    ///< of the repository: see read_code_hosting()
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

/// Where Hugo takes a page's dates from (`frontmatter` in its configuration): names of front matter's fields
/// in lower case, and ":filename", ":filemodtime", ":git", by precedence.
struct DateSources {
  std::vector<std::string> date = {"date", "publishdate", "pubdate", "published", "lastmod", "modified"};
  std::vector<std::string> publish_date = {"publishdate", "pubdate", "published", "date"};
  std::vector<std::string> expiry_date = {"expirydate", "unpublishdate"};
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
  std::vector<std::string> disabled_languages;  ///< configured ones whose pages are left out
  /// What a language's pages are written in, by its key: its `languageCode` or `locale`, else the key. Empty
  /// where the configuration speaks of no language.
  std::map<std::string, std::string, std::less<>> language_tags;
  bool default_language_in_subfolder = false;
  bool ugly_urls = false;
  bool lower_case_paths = true;
  bool remove_accents = false;  ///< from paths of pages
  bool disable_aliases = false;
  bool robots_txt = false;     ///< Hugo makes one
  bool canonify_urls = false;  ///< links from the root are put below baseURL
  bool build_drafts = false, build_future = false, build_expired = false;
  bool ignores_files = false;                     ///< `ignoreFiles` leaves out pages, which ones is not known
  std::vector<std::string> disabled_kinds;        ///< in lower case
  std::map<std::string, std::string> permalinks;  ///< of pages: section to pattern
  std::map<std::string, std::string> section_permalinks;   ///< of the sections' own pages
  std::map<std::string, std::string> taxonomy_permalinks;  ///< of the lists of terms: plural to pattern
  std::map<std::string, std::string> term_permalinks;      ///< of terms
  std::vector<std::string> output_formats;                 ///< of the site's own, in lower case
  std::vector<std::string> output_names;                   ///< the names of their files and folders in URLs
  bool own_outputs = false;    ///< `outputs` says which kinds of page come in which formats
  ParameterNames parameters;   ///< what `params` of the site and its languages, and `cascade`, may set
  bool several_hosts = false;  ///< languages have hosts of their own, so their URLs have no prefix
  bool many_sites = false;     ///< a file may have more URLs than are modelled (`sites`, versions, roles)
  DateSources dates;
  int32_t now = 0;          ///< the present, in minutes since 1970: what is dated later is not published
  std::string environment;  ///< Hugo's, such as "production"
  std::vector<Cascade> cascades;                  ///< of the configuration: handed down to all pages
  Redirects redirects;                            ///< what the host answers by itself
  std::vector<std::string> elsewhere;             ///< see SiteOptions
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
  std::vector<std::string> unused_images;  ///< see ImageMentions; set by who has all texts read
  CodeHosting hosting;                     ///< of the Markdown that is none of the site's
  std::vector<ValueError> errors;  ///< of the site's own configuration files; the span is in `error_path`
  std::string error_path;          ///< the first file that cannot be parsed

  /// Languages with settings of their own that change URLs (`languages.de.permalinks`). Of these values only
  /// what concerns URLs is filled.
  std::map<std::string, std::shared_ptr<const SiteConfiguration>, std::less<>> variants;

  /// The settings that make the URLs of a language.
  const SiteConfiguration& of_language(std::string_view language) const {
    const auto variant = variants.find(language);
    return variant == variants.end() ? *this : *variant->second;
  }
};

/// The folders of the site's own content, static files and assets, without those of themes and modules.
std::vector<std::string> own_folders(const SiteConfiguration& site);

/// Reads Hugo's configuration and templates below `root`. Without a Hugo configuration file the result is a
/// plain Markdown repository. Never throws: a configuration that cannot be parsed is an entry of `errors`.
SiteConfiguration read_site(const FileTree& files, const ReadFile& read, std::string_view root,
                            const SiteOptions& options);

/// The folders and files that a site mounts into its content and its assets, repository-relative: what
/// read_site() finds out about them, without reading templates.
std::vector<std::string> mounted_folders(const FileTree& files, const ReadFile& read, std::string_view root,
                                         std::string_view environment);

/// Whether a folder (repository-relative) of `files` is the root of a Hugo site; see site_root.h.
bool is_site_root(const FileTree& files, std::string_view folder);

}  // namespace rubric
