#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "lint/expression.h"
#include "lint/pattern_keys.h"
#include "text/span.h"

namespace rubric {

/// What a locator finds in each match.
enum class Wanted : uint8_t {
  match,
  captures,  ///< what the pattern's own groups capture
};

/// One pattern of a rule's page, ready to be looked for. Its engine is compiled when the first text needs it.
/// Immutable for its callers and safe to use from many threads.
class Locator {
 public:
  /// `pattern` must be valid, as load_rule_page makes sure.
  Locator(const PatternKeys& keys, std::string_view pattern, Wanted wanted = Wanted::match);
  ~Locator();
  Locator(const Locator&) = delete;
  Locator& operator=(const Locator&) = delete;

  /// The pattern as the page writes it.
  const std::string& pattern() const { return pattern_; }

  /// An RE2 expression that occurs wherever the pattern does.
  const std::string& expression() const { return expression_.text; }

  /// Appends what is wanted of the places in `text` where the pattern matches, in order and free of overlaps.
  /// A match is not empty, and unless the rule says `nonword` begins and ends at a border of a word. False
  /// when the search was given up, since a pattern with look-arounds took too many steps.
  bool locate(std::string_view text, std::vector<Span>& found) const;

 private:
  class Engine;

  const std::string pattern_;
  const Expression expression_;
  const std::string look_around_;  // empty where RE2 does; see Engine
  const Expression candidates_;
  const Wanted wanted_;
  const bool whole_words_;
  mutable std::once_flag compiled_;
  mutable std::unique_ptr<Engine> engine_;
};

}  // namespace rubric
