// How it works: a content file's path is cut into mount, folder, name and language; from these and the front
// matter the URL follows by Hugo's rules (hugolib/page__paths.go, resources/page/page_paths.go), each a few
// lines below. Letters and marks are Unicode's, by utf8proc.

#include "site/urls.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "site/destinations.h"
#include "site/permalinks.h"
#include "text/path.h"
#include "text/utf8.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 13> content_extensions = {
    "md",       "markdown", "mdown", "html",   "htm", "org",  "adoc",
    "asciidoc", "ad",       "rst",   "pandoc", "pdc", "xhtml"};

std::string_view extension(std::string_view path) {
  const std::string_view name = name_of(path);
  const size_t dot = name.rfind('.');
  return dot == name.npos ? std::string_view() : name.substr(dot + 1);
}

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool is_path_letter(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

char32_t lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

bool is_blank(char32_t value) {
  if (value == ' ' || (value >= '\t' && value <= '\r') || value == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_allowed(std::string_view path, size_t at, char32_t value) {
  if (value == '%') return at + 2 < path.size() && is_hex(path[at + 1]) && is_hex(path[at + 2]);
  if (value < 0x80) {
    const bool digit = value >= '0' && value <= '9';
    const bool letter = (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    return digit || letter ||
           std::string_view("./\\_#+~-@").find(static_cast<char>(value)) != std::string_view::npos;
  }
  return is_path_letter(value);
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
  if (path.empty()) return "/";
  path += configuration.ugly_urls ? ".html" : "/";
  path.shrink_to_fit();  // A site keeps one for each page.
  return path;
}

// An explicit `url`: a file of that very name when it has a dot and no final slash, else a folder.
std::string explicit_url(const std::string& prefix, std::string_view url) {
  const std::string joined = join_url(prefix, url);
  const bool is_file = !url.ends_with('/') && url.find('.') != url.npos;
  return is_file ? joined : joined + "/";
}

// Relative aliases are taken from the page's parent.
std::string alias_url(std::string_view alias, std::string_view page_url,
                      const SiteConfiguration& configuration) {
  std::string_view base = page_url;
  while (base.ends_with('/')) base.remove_suffix(1);
  std::string path = resolve_url_path(std::string(folder_of(base)) + "/", alias);
  if (path.ends_with(".html") || path.ends_with(".htm")) return path;
  while (path.ends_with('/')) path.pop_back();
  return styled(std::move(path), configuration);
}

// The page's last part: the slug where there is one.
std::string own_name(const ContentFile& file, const Publication& facts, bool lower_case) {
  if (!facts.slug.empty()) return clean_url_path(facts.slug, lower_case);
  const std::string_view name = file.form == ContentForm::single ? file.name : name_of(file.folder);
  return clean_url_path(name, lower_case);
}

const std::string* permalink_pattern(const ContentFile& file, const SiteConfiguration& configuration) {
  if (file.folder.empty()) return nullptr;
  const std::string_view folder = file.form == ContentForm::leaf ? folder_of(file.folder) : file.folder;
  const auto& patterns =
      file.form == ContentForm::branch ? configuration.section_permalinks : configuration.permalinks;
  const auto found = patterns.find(std::string(folder.substr(0, folder.find('/'))));
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
  if (below.empty()) below = name_of(path);  // a mount of one file

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
  file.folder = mount->target;
  const std::string_view folder = folder_of(below);
  if (!folder.empty()) file.folder += (file.folder.empty() ? "" : "/") + std::string(folder);
  if (file.name == "_index") file.form = ContentForm::branch;
  if (file.name == "index") file.form = ContentForm::leaf;
  return file;
}

std::string clean_url_path(std::string_view path, bool lower_case) {
  std::string result;
  bool hyphen_due = false;
  bool after_hyphen = false;
  for (size_t at = 0; at < path.size();) {
    const CodePoint decoded = decode_utf8(path, at);
    if (is_allowed(path, at, decoded.value)) {
      after_hyphen = decoded.value == '-';
      if (hyphen_due && !after_hyphen) result += '-';
      hyphen_due = false;
      append_utf8(result, lower_case ? lower(decoded.value) : decoded.value);
    } else if (!result.empty() && !after_hyphen && is_blank(decoded.value)) {
      hyphen_due = true;
    }
    at += decoded.length;
  }
  return result;
}

std::string lower_case_letters(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    append_utf8(result, lower(decoded.value));
    at += decoded.length;
  }
  return result;
}

std::string language_prefix(std::string_view language, const SiteConfiguration& configuration) {
  const bool bare =
      language == configuration.default_language && !configuration.default_language_in_subfolder;
  return bare || language.empty() ? std::string() : "/" + std::string(language);
}

PageUrls page_urls(const ContentFile& file, const Publication& facts,
                   const SiteConfiguration& configuration) {
  PageUrls urls;
  const std::string prefix = language_prefix(file.language, configuration);
  const bool lower_case = configuration.lower_case_paths;
  const auto clean = [&](std::string_view path) { return clean_url_path(path, lower_case); };

  const std::string* pattern = permalink_pattern(file, configuration);
  if (!facts.url.empty()) {
    urls.known = facts.url.find(':') == std::string::npos;
    urls.prefix = prefix + literal_start(facts.url);
    if (file.form == ContentForm::branch)
      urls.others.push_back(explicit_url(prefix, clean_url_path(facts.url, false)));
    const bool from_root = facts.url.starts_with('/');
    urls.url = urls.known ? explicit_url(from_root ? "" : prefix, facts.url) : "";
    if (!prefix.empty()) urls.others.push_back(explicit_url(from_root ? prefix : "", facts.url));
  } else if (pattern != nullptr) {
    const auto expanded = expand_permalink(*pattern, file, facts);
    urls.known = expanded.has_value();
    urls.prefix = prefix + literal_start(*pattern);
    if (expanded) urls.url = styled(join_url(prefix, clean(*expanded)), configuration);
  } else if (file.form == ContentForm::branch) {
    urls.url = styled(join_url(prefix, clean(file.folder)), configuration);
    // A home page keeps index.html under uglyURLs too.
    if (file.folder.empty()) urls.url = prefix + "/";
    if (!facts.slug.empty() && !file.folder.empty()) {
      const std::string above = join_url(prefix, clean(folder_of(file.folder)));
      urls.others.push_back(styled(join_url(above, clean(facts.slug)), configuration));
    }
  } else {
    const std::string_view folder =
        file.form == ContentForm::leaf ? folder_of(file.folder) : std::string_view(file.folder);
    const std::string above = join_url(prefix, clean(folder));
    urls.url = styled(join_url(above, own_name(file, facts, lower_case)), configuration);
  }

  for (const std::string& alias : facts.aliases) {
    if (!alias.empty()) urls.others.push_back(alias_url(alias, urls.url, configuration));
  }
  return urls;
}

std::string_view url_key(std::string_view url) {
  if (url.ends_with("/index.html")) url.remove_suffix(std::string_view("index.html").size());
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

}  // namespace rubric
