#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/fingerprint.h"

namespace rubric {

/// A finding that was known when a baseline was written: a Fingerprint without its ordinal, which the number
/// of equal entries stands for.
struct BaselineEntry {
  std::string path;  ///< repository-relative
  std::string rule;
  std::string thing;
  uint32_t around = 0;

  friend auto operator<=>(const BaselineEntry&, const BaselineEntry&) = default;
};

/// Reads a baseline: lines of path, rule, eight hexadecimal digits and the text found, with tabs between;
/// those that begin with `#` are comments. Sorted. Throws UserError with the line and what to do for any
/// other line, such as a conflict mark. `path` is for messages.
std::vector<BaselineEntry> read_baseline(std::string_view path, std::string_view text);

/// The text of a baseline: one line for each entry, sorted, so that it merges line by line.
std::string write_baseline(std::vector<BaselineEntry> entries);

/// Whether a file's text is a baseline, by how write_baseline begins it.
bool is_baseline(std::string_view text);

BaselineEntry entry_of(const Fingerprint& fingerprint);

/// What of a run a baseline knew.
struct BaselineMatch {
  std::vector<bool> known;           ///< for each finding
  std::vector<BaselineEntry> fixed;  ///< entries that no finding answers to; sorted
};

/// Matches findings with the entries of a sorted baseline. Within a file first those in the same words, then
/// the rest of the same rule and text by their number: of more findings than entries the last are new. Then
/// the entries of a file that is gone are looked for in one that has none of its own: where the greater part
/// of them is found again in the same words, it was renamed. `exists` tells whether a file is there.
BaselineMatch match_baseline(const std::vector<BaselineEntry>& entries, std::span<const Fingerprint> findings,
                             const std::function<bool(std::string_view path)>& exists);

}  // namespace rubric
