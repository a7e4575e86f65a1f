#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "lint/diagnostic.h"

namespace rubric {

/// Counts of findings, which are added in their order.
class Tally {
 public:
  void add(const Diagnostic& diagnostic);

  size_t findings() const { return findings_; }
  size_t files() const { return files_; }   ///< that have findings
  size_t fixable() const { return safe_; }  ///< with --fix

  /// " (2 fixable with --fix, 1 more with --unsafe-fixes)", or nothing.
  std::string fixable_share() const;

 private:
  size_t findings_ = 0, files_ = 0, safe_ = 0, unsafe_ = 0;
  std::string last_path_;
};

/// "1 file", "2 files".
std::string counted(size_t count, std::string_view noun);

}  // namespace rubric
