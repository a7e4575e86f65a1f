#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "shortcode/dialect.h"

namespace rubric {

/// Turns a heading's raw last line of Markdown into an id, as Hugo does (markup/goldmark/autoid.go); not yet
/// made unique, and empty when nothing of the line may stay.
std::string sanitize_heading(std::string_view line, HeadingIds kind);

/// A heading's last line, parted from the attributes at its end.
struct HeadingLine {
  std::string_view text;          ///< without closing `#`s and attributes
  std::optional<std::string> id;  ///< of `{#id}`
};

/// Parts `Title {#id .class key="value"}` as goldmark does: the last `{` decides, and only a well-formed list
/// of attributes up to the line's end counts.
HeadingLine split_heading(std::string_view line, bool attributes);

/// The ids of one document given so far, numbering those that repeat: `same`, `same-1`, `same-2`.
class HeadingIdSpace {
 public:
  /// The id for a sanitized heading ("heading" when that is empty).
  std::string generate(std::string sanitized);
  /// Takes an explicit id; it may itself repeat another.
  void take(std::string id) { taken_.insert(std::move(id)); }

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace rubric
