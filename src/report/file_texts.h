#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "report/formats.h"
#include "text/source.h"

namespace rubric {

/// The texts that the findings of one file tell of: its own, and one other at a time. A text that cannot be
/// read is empty.
class FileTexts {
 public:
  /// `file` must outlive it.
  explicit FileTexts(const FileFindings& file) : file_(file) {}

  /// The text of a file; valid until the next call.
  const Source& of(const std::string& path);

  /// The place of a span of bytes. A text that has changed since gives some place inside it.
  Range range(const std::string& path, Span span);

  /// How long something is, as others count.
  struct Width {
    uint32_t bytes = 0;
    uint32_t utf16 = 0;  ///< code units
  };

  /// What stands on the position's line before it, byte-order mark left out; at most the line. As fast on
  /// long lines as on others.
  Width before(const std::string& path, Position position);

 private:
  struct Text {
    std::string path;
    std::optional<Source> source;
    uint32_t line = 0;         // what `marks` are of
    std::vector<Width> marks;  // before every mark_distance-th column of that line, as far as was asked for
  };
  static constexpr uint32_t mark_distance = 256;  // columns

  Text& text_of(const std::string& path);

  const FileFindings& file_;
  Text own_, other_;
};

}  // namespace rubric
