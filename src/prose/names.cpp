#include "prose/names.h"

#include <algorithm>

#include "text/ascii.h"

namespace rubric {
namespace {

bool comes_before(std::string_view left, std::string_view right) {
  return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(),
                                      [](char one, char other) { return to_lower(one) < to_lower(other); });
}

std::string_view find_sorted(std::span<const std::string> names, std::string_view word) {
  const auto found = std::lower_bound(names.begin(), names.end(), word, comes_before);
  return found != names.end() && equal_ignoring_case(*found, word) ? std::string_view(*found)
                                                                   : std::string_view();
}

// Lists of a project are short and in any order.
std::string_view find_any(std::span<const std::string> names, std::string_view word) {
  const auto found = std::find_if(names.begin(), names.end(),
                                  [&](const std::string& name) { return equal_ignoring_case(name, word); });
  return found != names.end() ? std::string_view(*found) : std::string_view();
}

}  // namespace

Names::Names(const NameLists& lists) : lists_(lists) {
  for (const auto& names : {lists.own, lists.known, lists.commands, lists.words})
    for (const std::string& name : names) {
      whole_.add(name);
      whole_.add(key_of_stem(name));  // "Wi-Fi's"
    }
}

KnownName Names::find(std::string_view word) const {
  if (!find_any(lists_.allowed, word).empty()) return {};
  if (const auto name = find_any(lists_.own, word); !name.empty()) return {name, LowerForm::name};
  if (const auto name = find_sorted(lists_.known, word); !name.empty()) return {name, LowerForm::name};
  if (const auto name = find_sorted(lists_.commands, word); !name.empty()) return {name, LowerForm::command};
  return {find_sorted(lists_.words, word), LowerForm::word};
}

// The key of what stands before the first hyphen or apostrophe.
uint32_t Names::key_of_stem(std::string_view word) {
  return word_key(word.substr(0, word.find_first_of("-'\xE2")));
}

}  // namespace rubric
