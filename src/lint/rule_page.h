#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markdown/value.h"
#include "text/source.h"

namespace rubric {

/// A rule page that is being loaded: where errors point. The functions below read its members; each throws
/// UserError at the member that is not as it should be.
struct RulePage {
  std::string_view path;
  const Source& source;

  uint32_t line(Span span) const { return source.line_of(span.begin); }  ///< 1-based
  [[noreturn]] void fail(Span span, const std::string& message) const;
};

/// The text as code in a message.
std::string quoted(std::string_view text);

/// " (did you mean `x`?)", or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, std::vector<std::string_view> candidates);

std::string text_of(const RulePage& page, const Member& member);
/// A list of texts, or one.
std::vector<std::string> texts_of(const RulePage& page, const Member& member);
bool truth_of(const RulePage& page, const Member& member);
/// A whole number of at most a million.
uint32_t number_of(const RulePage& page, const Member& member);

/// A share from 0 to 1, such as 0.8.
double share_of(const RulePage& page, const Member& member);

/// The words that a key may have, with what they stand for.
template <typename Choice, size_t count>
using Choices = std::array<std::pair<std::string_view, Choice>, count>;

template <typename Choice, size_t count>
Choice choice_of(const RulePage& page, const Member& member, const Choices<Choice, count>& choices) {
  const std::string word = text_of(page, member);
  std::vector<std::string_view> words;
  std::string list;
  for (const auto& [candidate, choice] : choices) {
    if (candidate == word) return choice;
    words.push_back(candidate);
    list += (list.empty() ? "" : ", ") + std::string(candidate);
  }
  page.fail(member.key_span, quoted(member.key) + " cannot be " + quoted(word) +
                                 did_you_mean(word, std::move(words)) + "; it is one of " + list);
}

/// A key that a mapping may have, and what reads it into `Target`.
template <typename Target>
struct Key {
  std::string_view name;
  void (*read)(const RulePage&, const Member&, Target&);
};

/// Throws for a key that stands in `mapping` more than once.
void refuse_repeated(const RulePage& page, const Value& mapping, const Member& member);

/// Throws for a member that no key has.
[[noreturn]] void refuse_unknown(const RulePage& page, const Member& member,
                                 std::vector<std::string_view> known);

/// Reads every member of a mapping by the table of its keys.
template <typename Target>
void read_members(const RulePage& page, const Value& mapping, std::span<const Key<Target>> keys,
                  Target& target) {
  for (const Member& member : mapping.members) {
    const auto key = std::find_if(keys.begin(), keys.end(),
                                  [&](const Key<Target>& candidate) { return candidate.name == member.key; });
    if (key == keys.end()) {
      std::vector<std::string_view> names;
      for (const Key<Target>& candidate : keys) names.push_back(candidate.name);
      refuse_unknown(page, member, std::move(names));
    }
    refuse_repeated(page, mapping, member);
    key->read(page, member, target);
  }
}

}  // namespace rubric
