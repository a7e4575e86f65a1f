#pragma once

#include <cstdint>
#include <string_view>

namespace rubric {

/// The indefinite article that a word asks for, by the sound that it begins with.
enum class Article : uint8_t {
  unknown,  ///< no telling how the word is said
  a,
  an,
  either,  ///< both are right: people differ ("SQL", "FAQ", "historic")
};

/// The article before `token`, a word, number, amount, initialism or identifier as it stands in English prose
/// ("engineering", "11,000", "$800", "SLA", "x86", "user_id", "one-off", "mTLS"); compounds go by their first
/// part. Rather answers `unknown` than guesses.
Article article_for(std::string_view token);

}  // namespace rubric
