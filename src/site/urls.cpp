// How it works: a content file's path is cut into mount, folder, name and language; from these and the front
// matter the URL follows by Hugo's rules (hugolib/page__paths.go, resources/page/page_paths.go), each a few
// lines below. How paths are cleaned is in url_paths.cpp.

#include "site/urls.h"

#include <algorithm>
#include <array>

#include "site/destinations.h"
#include "site/permalinks.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 12> content_extensions = {
    "md", "markdown", "mdown", "html", "htm", "org", "adoc", "asciidoc", "ad", "rst", "pandoc", "pdc"};

std::string_view extension(std::string_view path) {
  const std::string_view name = name_of(path);
  const size_t dot = name.rfind('.');
  return dot == name.npos ? std::string_view() : name.substr(dot + 1);
}

// Joins URL parts by single slashes; the result begins with one and does not end in one.
std::string join_url(std::string_view left, std::string_view right) {
  std::string result(left);
  while (result.ends_with('/')) result.pop_back();
  while (right.starts_with('/')) right.remove_prefix(1);
  while (right.ends_with('/')) right.remove_suffix(1);
  if (!right.empty()) {
    result += '/';
    result += right;
  }
  return result;
}

// "/a/b" as the site's URL style writes a page: "/a/b/" or "/a/b.html".
std::string styled(std::string path, const SiteConfiguration& configuration) {
  if (path.empty() || path == "/") return "/";
  path += configuration.ugly_urls ? ".html" : "/";
  path.shrink_to_fit();  // A site keeps one for each page.
  return path;
}

// An explicit `url`: a file of that very name when it has a dot and no final slash, else a folder.
std::string explicit_url(const std::string& prefix, std::string_view url) {
  const std::string joined = resolve_url_path("/", join_url(prefix, url));
  const bool is_file = !url.ends_with('/') && url.find('.') != url.npos;
  return is_file || joined == "/" ? joined : joined + "/";
}

// Relative aliases are taken from the page's parent. `base` is where the page's own files are.
std::string alias_url(std::string_view alias, std::string_view base, const SiteConfiguration& configuration) {
  while (base.ends_with('/')) base.remove_suffix(1);
  std::string path = resolve_url_path(std::string(folder_of(base)) + "/", alias);
  if (path.ends_with(".html") || path.ends_with(".htm")) return path;
  while (path.ends_with('/')) path.pop_back();
  return styled(std::move(path), configuration);
}

// The page's last part: the slug where there is one.
std::string_view own_name(const ContentFile& file, const Publication& facts) {
  if (!facts.slug.empty()) return facts.slug;
  return file.form == ContentForm::single ? file.name : name_of(file.folder);
}

const std::string* permalink_pattern(const ContentFile& file, const SiteConfiguration& configuration) {
  const bool branch = file.form == ContentForm::branch;
  if (branch && file.folder.empty()) return nullptr;
  const std::string_view folder = file.form == ContentForm::leaf ? folder_of(file.folder) : file.folder;
  const std::string_view kind = branch ? hugo_kind(file, configuration) : "page";
  const auto& patterns = kind == "term"       ? configuration.term_permalinks
                         : kind == "taxonomy" ? configuration.taxonomy_permalinks
                         : branch             ? configuration.section_permalinks
                                              : configuration.permalinks;
  const std::string section = lower_case(folder.substr(0, folder.find('/')));
  const auto found = patterns.find(section.empty() ? "/" : section);
  return found == patterns.end() ? nullptr : &found->second;
}

const Mount* mount_of(std::string_view path, const std::vector<Mount>& mounts) {
  const Mount* best = nullptr;
  for (const Mount& mount : mounts) {
    if (is_at_or_below(path, mount.source) && (best == nullptr || mount.source.size() > best->source.size()))
      best = &mount;
  }
  return best;
}

}  // namespace

bool is_content_name(std::string_view path) {
  const std::string_view found = extension(path);
  return std::find(content_extensions.begin(), content_extensions.end(), found) != content_extensions.end();
}

std::optional<ContentFile> content_file(std::string_view path, const SiteConfiguration& configuration) {
  const Mount* mount = mount_of(path, configuration.content);
  if (mount == nullptr || !is_content_name(path)) return std::nullopt;
  std::string_view below = path.substr(mount->source.size());
  if (below.starts_with('/')) below.remove_prefix(1);
  std::string_view target = mount->target;
  if (below.empty()) {  // a mount of one file
    const bool is_named = is_content_name(target);
    below = name_of(is_named ? target : path);
    if (is_named) target = folder_of(target);
  }

  ContentFile file;
  file.language =
      mount->language.empty() ? std::string_view(configuration.default_language) : mount->language;
  file.name = name_of(below);
  file.name.remove_suffix(extension(below).size() + 1);
  const size_t dot = file.name.rfind('.');
  if (dot != file.name.npos) {
    const auto language =
        std::find(configuration.languages.begin(), configuration.languages.end(), file.name.substr(dot + 1));
    if (language != configuration.languages.end()) {
      file.language = *language;
      file.name = file.name.substr(0, dot);
    }
  }
  file.folder = target;
  const std::string_view folder = folder_of(below);
  if (!folder.empty()) file.folder += (file.folder.empty() ? "" : "/") + std::string(folder);
  // Hugo looks no further than the first dot: `index.old.md` is an index, too.
  const std::string_view stem = file.name.substr(0, file.name.find('.'));
  if (stem == "_index") file.form = ContentForm::branch;
  if (stem == "index") file.form = ContentForm::leaf;
  return file;
}

std::string language_prefix(std::string_view language, const SiteConfiguration& configuration) {
  const bool bare = language == configuration.default_language &&
                    !configuration.default_language_in_subfolder && !configuration.several_hosts;
  return bare || language.empty() ? std::string() : "/" + std::string(language);
}

std::string_view hugo_kind(const ContentFile& file, const SiteConfiguration& configuration) {
  if (file.form != ContentForm::branch) return "page";
  if (file.folder.empty()) return "home";
  for (const auto& [singular, plural] : configuration.taxonomies) {
    if (equal_ignoring_case(file.folder, plural)) return "taxonomy";
    const bool below = file.folder.size() > plural.size() && file.folder[plural.size()] == '/' &&
                       equal_ignoring_case(std::string_view(file.folder).substr(0, plural.size()), plural);
    if (below) return "term";
  }
  return "section";
}

std::string term_url(std::string_view taxonomy, std::string_view term, std::string_view language,
                     const SiteConfiguration& site) {
  const SiteConfiguration& configuration = site.of_language(language);
  const std::string prefix = language_prefix(language, site);
  const std::string name = clean_page_path(term, configuration);
  const auto pattern = configuration.term_permalinks.find(lower_case(taxonomy));
  if (pattern == configuration.term_permalinks.end())
    return styled(join_url(prefix, clean_page_path(taxonomy, configuration) + "/" + name), configuration);
  ContentFile file;
  file.folder = taxonomy;
  file.name = name;
  file.section = file.folder;
  Publication facts;
  facts.title = term;
  const auto expanded = expand_permalink(pattern->second, file, facts);
  if (!expanded) return {};
  return styled(join_url(prefix, clean_page_path(*expanded, configuration)), configuration);
}

namespace {

// What `url` in the front matter makes of a page. Sections' were cleaned in old Hugo, and tokens in them are
// new.
void add_explicit(const ContentFile& file, const Publication& facts, const SiteConfiguration& site,
                  PageUrls& urls) {
  const SiteConfiguration& configuration = site.of_language(file.language);
  const bool is_old = site.dialect.hugo < HugoVersion{0, 123, 0};
  const std::string prefix = language_prefix(file.language, site);
  std::string url = facts.url;
  if (url.find(':') != url.npos && !is_old) {
    const auto expanded = expand_permalink(url, file, facts);
    urls.known = expanded.has_value();
    urls.prefix = prefix + literal_start(url);
    if (!expanded) return;
    url = *expanded;
  }
  const std::string start = url.starts_with('/') && !site.several_hosts ? "" : prefix;
  if (file.form == ContentForm::branch && is_old) {
    urls.url = explicit_url(start, clean_url_path(url, configuration.lower_case_paths));
    return;
  }
  urls.url = explicit_url(start, url);
  if (file.form == ContentForm::branch)
    urls.others.push_back(explicit_url(start, clean_url_path(url, false)));
}

void add_section_url(const ContentFile& file, const Publication& facts, const SiteConfiguration& site,
                     PageUrls& urls) {
  const SiteConfiguration& configuration = site.of_language(file.language);
  const std::string prefix = language_prefix(file.language, site);
  urls.url = styled(join_url(prefix, clean_page_path(file.folder, configuration)), configuration);
  // A home page keeps index.html under uglyURLs too.
  if (file.folder.empty()) urls.url = prefix + "/";
  if (facts.slug.empty() || file.folder.empty()) return;
  const std::string above = join_url(prefix, clean_page_path(folder_of(file.folder), configuration));
  urls.others.push_back(styled(join_url(above, clean_page_path(facts.slug, configuration)), configuration));
}

}  // namespace

PageUrls page_urls(const ContentFile& file, const Publication& facts, const SiteConfiguration& site) {
  PageUrls urls;
  const SiteConfiguration& configuration = site.of_language(file.language);
  const std::string prefix = language_prefix(file.language, site);
  const std::string* pattern = permalink_pattern(file, configuration);
  if (!facts.url.empty()) {
    add_explicit(file, facts, site, urls);
  } else if (pattern != nullptr) {
    const auto expanded = expand_permalink(*pattern, file, facts);
    urls.known = expanded.has_value();
    urls.prefix = prefix + literal_start(*pattern);
    // A part without text leaves two slashes; a blank beside the last one becomes a hyphen.
    if (expanded)
      urls.url =
          styled(resolve_url_path("/", join_url(prefix, clean_page_path(*expanded + "/", configuration))),
                 configuration);
  } else if (file.form == ContentForm::branch) {
    add_section_url(file, facts, site, urls);
  } else {
    const std::string_view folder =
        file.form == ContentForm::leaf ? folder_of(file.folder) : std::string_view(file.folder);
    // Cleaned as a whole, since a blank beside a slash becomes a hyphen.
    std::string below = "/" + std::string(folder);
    below.append(folder.empty() ? "" : "/").append(own_name(file, facts)).append("/");
    std::string path = join_url(prefix, clean_page_path(below, configuration));
    // Slashes and dots of a slug.
    if (!facts.slug.empty()) path = resolve_url_path("/", path);
    urls.url = styled(std::move(path), configuration);
  }
  // A file that front matter names stands among its page's own files.
  const bool is_named_file = !facts.url.empty() && !urls.url.ends_with('/');
  const std::string base(is_named_file ? folder_of(urls.url) : std::string_view(urls.url));
  for (const std::string& alias : facts.aliases) {
    const bool from_own_root = site.several_hosts && alias.starts_with('/');
    if (!alias.empty())
      urls.others.push_back(alias_url((from_own_root ? prefix : "") + alias, base, configuration));
  }
  return urls;
}

std::string_view url_key(std::string_view url) {
  if (url.ends_with("/index.html")) url.remove_suffix(std::string_view("index.html").size());
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace rubric
