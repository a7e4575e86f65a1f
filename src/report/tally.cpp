#include "report/tally.h"

#include "report/headline.h"

namespace rubric {

void Tally::add(const Diagnostic& diagnostic) {
  ++findings_;
  if (files_ == 0 || diagnostic.path != last_path_) {
    ++files_;
    last_path_ = diagnostic.path;
  }
  const Fixable how = rubric::fixable(diagnostic);
  if (how == Fixable::yes) ++safe_;
  if (how == Fixable::with_unsafe_fixes) ++unsafe_;
}

std::string Tally::fixable_share() const {
  if (safe_ == 0 && unsafe_ == 0) return "";
  if (unsafe_ == 0) return " (" + std::to_string(safe_) + " fixable with --fix)";
  if (safe_ == 0) return " (" + std::to_string(unsafe_) + " fixable with --unsafe-fixes)";
  return " (" + std::to_string(safe_) + " fixable with --fix, " + std::to_string(unsafe_) +
         " more with --unsafe-fixes)";
}

std::string counted(size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

}  // namespace rubric
