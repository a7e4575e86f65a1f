#include "prose/names.h"

#include <algorithm>

#include "text/ascii.h"

// How it works. All names stand in one table in the order of their keys. Nearly all words are told apart from
// names by the filter, so the table is asked of little else than names.

namespace rubric {

Names::Names(const NameLists& lists) {
  add(lists.allowed, LowerForm::name, true);
  add(lists.own, LowerForm::name);
  add(lists.vocabulary, LowerForm::name);
  add(lists.known, LowerForm::name);
  add(lists.commands, LowerForm::command);
  add(lists.words, LowerForm::word);
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& left, const Entry& right) { return left.key < right.key; });
}

void Names::add(std::span<const std::string> names, LowerForm lower, bool allowed) {
  for (const std::string& name : names) {
    entries_.push_back({word_key(name), name, lower, allowed});
    whole_.add(name);
    whole_.add(key_of_stem(name));  // "Wi-Fi's"
  }
}

void Names::watch_for(Watch& watch) const {
  for (const Entry& entry : entries_) watch.for_word(entry.key);
  watch.for_compounds();
}

KnownName Names::find(std::string_view word) const {
  const uint32_t key = word_key(word);
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), key,
                                [](const Entry& left, uint32_t wanted) { return left.key < wanted; });
  for (; entry != entries_.end() && entry->key == key; ++entry) {
    if (!equal_ignoring_case(entry->name, word)) continue;
    return entry->allowed ? KnownName{} : KnownName{entry->name, entry->lower};
  }
  return {};
}

// The key of what stands before the first hyphen or apostrophe.
uint32_t Names::key_of_stem(std::string_view word) {
  return word_key(word.substr(0, word.find_first_of("-'\xE2")));
}

}  // namespace rubric
