#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shortcode/dialect.h"

namespace rubric {

/// Turns a heading's raw last line of Markdown into an id, as Hugo does (markup/goldmark/autoid.go); not yet
/// made unique, and empty when nothing of the line may stay.
std::string sanitize_heading(std::string_view line, HeadingIds kind);

/// How a heading is written.
enum class HeadingForm : uint8_t { atx, setext };

/// A heading's last line, parted from the attributes at its end.
struct HeadingLine {
  std::string_view text;          ///< without closing `#`s and attributes
  std::optional<std::string> id;  ///< of `{#id}`
};

/// Parts `Title {#id .class key="value"}` as goldmark does: the last `{` decides, and only a well-formed list
/// of attributes up to the line's end counts. Of an ATX heading the line comes without the `#`s at its end;
/// those before the attributes are left out here.
HeadingLine split_heading(std::string_view line, HeadingForm form, bool attributes);

/// The ids of one document given so far, numbering those that repeat: `same`, `same-1`, `same-2`.
class HeadingIdSpace {
 public:
  /// The id for a sanitized heading ("heading" when that is empty).
  std::string generate(std::string sanitized);
  /// Takes an explicit id; it may itself repeat another.
  void take(std::string id) { taken_.try_emplace(std::move(id), 1); }

 private:
  /// Each id with the least number that may be free behind it, so that thousands of one name cost little.
  std::unordered_map<std::string, uint32_t> taken_;
};

}  // namespace rubric
