#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "site/configuration.h"
#include "site/publication.h"

namespace rubric {

/// What a content file is by its name.
enum class ContentForm : uint8_t {
  single,  ///< `name.md`: an ordinary page
  leaf,    ///< `index.md`: a page whose folder holds its resources
  branch,  ///< `_index.md`: a section
};

/// The place of a content file below its content mount. Views point into the path it was made from, or into
/// the configuration.
struct ContentFile {
  ContentForm form = ContentForm::single;
  std::string folder;                  ///< below the content root, mount target included; "" is the root
  std::string_view name;               ///< without extension and language: "page", "index", "_index"
  std::string_view language;           ///< a key of SiteConfiguration::languages
  std::optional<std::string> section;  ///< the folder of the nearest section, which depends on other files of
                                       ///< the site; with a slash behind it where an empty name counts as the
                                       ///< last one; nothing when it is not known
};

/// Finds a file's place in the content of a site; nothing when it lies below no content mount or Hugo does
/// not take its extension for a page.
std::optional<ContentFile> content_file(std::string_view path, const SiteConfiguration& configuration);

/// Whether Hugo renders files of this extension as pages.
bool is_content_name(std::string_view path);

/// Cleans a path as Hugo does for the URL of a page (hugo's paths.Sanitize, then lower case): letters,
/// digits, marks and `.-_~+/#@` stay, runs of blanks become one hyphen, all else goes.
std::string clean_url_path(std::string_view path, bool lower_case);

/// Cleans it for a page as the configuration says: letter case, accents.
std::string clean_page_path(std::string_view path, const SiteConfiguration& configuration);

/// The text in Unicode's composed and in its decomposed form, where these are other bytes. Readers and some
/// file systems take them for the same.
std::vector<std::string> other_unicode_forms(std::string_view text);

/// Hugo's name for the kind of page that a file makes: "page", "home", "section", "taxonomy", "term".
std::string_view hugo_kind(const ContentFile& file, const SiteConfiguration& configuration);

/// The URL path of a term's page; empty when its permalink pattern is not supported. `taxonomy` is the
/// plural.
std::string term_url(std::string_view taxonomy, std::string_view term, std::string_view language,
                     const SiteConfiguration& configuration);

/// The text in lower case, letters of any script, as Go's strings.ToLower makes it.
std::string lower_case_letters(std::string_view text);

/// The URL paths of a page, below baseURL's path, all beginning with "/".
struct PageUrls {
  std::string url;                  ///< its own: "/a/b/", "/a/b.html"; empty when `known` is false
  std::vector<std::string> others;  ///< its aliases, and what further Hugo releases make of it
  bool known = true;                ///< false: a permalink pattern that is not supported
  std::string prefix;               ///< when not known: the literal start that the URL has, at least "/"
};

/// Where Hugo publishes a content file.
PageUrls page_urls(const ContentFile& file, const Publication& facts, const SiteConfiguration& configuration);

/// The language's own start of URLs: "" or "/de".
std::string language_prefix(std::string_view language, const SiteConfiguration& configuration);

/// The form of a URL path under which pages are looked up: without "index.html" and final slash, which any
/// usual host adds itself. The home page is "".
std::string_view url_key(std::string_view url);

}  // namespace rubric
