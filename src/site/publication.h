#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"

namespace rubric {

struct Cascade;
struct SiteConfiguration;

/// Hugo's `build.render` (formerly `_build.render`).
enum class Render : uint8_t {
  unset,   ///< the front matter does not say
  always,  ///< a page is written
  never,   ///< no page and no URL
  link,    ///< a URL, but no page behind it
};

/// What a content file's front matter says about where and when it is published. Dates are those of Hugo's
/// `frontmatter` settings.
struct Publication {
  static constexpr int32_t no_date = std::numeric_limits<int32_t>::min();

  std::string title;
  std::string slug;
  std::string url;
  std::vector<std::string> aliases;  ///< as written
  std::vector<std::string> terms;    ///< "tags/Foo Bar": the taxonomy's plural and a term, as written
  std::shared_ptr<const std::vector<Cascade>> cascades;  ///< what a section hands down; null for nothing
  int32_t day = no_date;      ///< of its date, for permalinks: days since 1970-01-01, as written
  int32_t appears = no_date;  ///< when it is published, in minutes since 1970
  int32_t expires = no_date;  ///< when it goes
  Render render = Render::unset;
  bool draft = false;
  bool says_draft = false;  ///< whether it is a draft is said here, and not left to a section above
  bool headless = false;
  bool own_outputs = false;   ///< it says itself in which output formats it comes,
  bool without_html = false;  ///< and HTML is not among them
};

/// Front matter that a section, or the site, gives to the pages at and below it. Empty patterns match all.
struct Cascade {
  std::string path, kind, language, environment;  ///< glob patterns of `target`
  Publication values;
};

/// Reads it from the root of a front matter; a null Value gives the defaults. `path` is the file's, whose
/// name may hold a date.
Publication read_publication(const Value& front_matter, std::string_view path,
                             const SiteConfiguration& configuration);

/// Reads a `cascade`, of a front matter or of the site's configuration: a mapping or a list of them.
std::vector<Cascade> read_cascades(const Value& cascade, const SiteConfiguration& configuration);

/// Fills what `own` does not say with what it is handed down.
void inherit(Publication& own, const Publication& handed_down);

}  // namespace rubric
