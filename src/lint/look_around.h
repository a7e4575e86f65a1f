#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// An expression that looks around, which RE2 cannot: PCRE2 without JIT, so that every step is counted.
/// Immutable and safe to use from many threads.
class LookAround {
 public:
  /// What is wrong with an expression; empty when it is valid.
  static std::string error(const std::string& expression);

  /// `expression` must be valid.
  explicit LookAround(const std::string& expression);
  ~LookAround();

  /// One search through a text from its beginning to its end. For one thread; the text and the LookAround
  /// must outlive it.
  class Search {
   public:
    Search(const LookAround& expression, std::string_view text);
    ~Search();

    /// Whether the expression matches from `at` on, which must not go back. The groups are those of the
    /// expression from 1 on, empty where one takes no part. What is no UTF-8 matches nothing and is not
    /// looked across.
    bool matches(size_t at, std::vector<Span>& groups);

    /// Counts the bytes that were gone over to find a place to try; false when the search is given up.
    bool spend(size_t bytes);

    /// Whether the search was given up, since it took more steps than any sensible pattern needs: a fixed
    /// number and some more for each byte of the text.
    bool gave_up() const;

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

 private:
  struct Code;
  std::unique_ptr<Code> code_;
};

}  // namespace rubric
