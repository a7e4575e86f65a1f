#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "markdown/value.h"
#include "site/configuration.h"

namespace rubric {

/// Hugo's `build.render` (formerly `_build.render`).
enum class Render : uint8_t {
  unset,   ///< the front matter does not say
  always,  ///< a page is written
  never,   ///< no page and no URL
  link,    ///< a URL, but no page behind it
};

/// What a content file's front matter says about where and whether it is published. Dates are kept as
/// written: whether a page is from the future depends on the clock, so future and expired pages count as
/// published.
struct Publication {
  std::string title;
  std::string slug;
  std::string url;
  std::string date;                  ///< `date`, as written; for permalinks only
  std::vector<std::string> aliases;  ///< as written
  std::vector<std::string> terms;    ///< "tags/Foo Bar": the taxonomy's plural and a term, as written
  Render render = Render::unset;
  Render cascade = Render::unset;  ///< what a section hands down to the pages below it
  bool draft = false;
  bool headless = false;
  bool own_outputs = false;  ///< it says itself in which output formats it comes
  bool timed = false;        ///< it has a date of publication or of expiry, so it is there only at some times
};

/// Reads it from the root of a front matter; a null Value gives the defaults.
Publication read_publication(const Value& front_matter, const SiteConfiguration& configuration);

}  // namespace rubric
