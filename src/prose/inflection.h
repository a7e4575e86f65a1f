#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// The third person of a verb's base: "ensure" -> "ensures", "carry" -> "carries". Keeps the letter case.
std::string third_person_of(std::string_view base);

/// The base of a regular third person: "ensures" -> "ensure", "carries" -> "carry"; empty when that is no
/// verb of the lexicon. Keeps the letter case.
std::string base_of_third_person(std::string_view third_person);

/// The plural of a noun: "policy" -> "policies", "child" -> "children". Keeps the letter case of what stays.
std::string plural_of(std::string_view noun);

}  // namespace rubric
