#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"

namespace rubric {

/// What tells a finding from all others and stays when lines are inserted above it, when its paragraph moves
/// within the file, and when words far from it change. No line and no message is in it.
struct Fingerprint {
  std::string rule;
  std::string path;
  std::string thing;  ///< the text that was found, white space joined to single blanks, at most about 80
                      ///< bytes; empty for a finding of a whole file or between two letters
  uint32_t around =
      0;  ///< a hash of `thing` and of the words around it in its lines; of a whole file's finding the file's
  uint32_t ordinal =
      0;  ///< counts from 0 the findings of the same rule, path and thing, in the order of the text

  friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
};

/// The fingerprints of findings, one for each, which are in their one order. `text_of` gives a file's text as
/// it was linted; it is called once for each file in turn.
std::vector<Fingerprint> fingerprints(std::span<const Diagnostic> diagnostics,
                                      const std::function<std::string(std::string_view path)>& text_of);

/// 16 hexadecimal digits of rule, path, thing and ordinal, for reports that ask for one string: different for
/// any two findings of a run.
std::string digest(const Fingerprint& fingerprint);

}  // namespace rubric
