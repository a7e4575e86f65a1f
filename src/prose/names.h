#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/prose.h"
#include "prose/watch.h"
#include "prose/word_key.h"

namespace rubric {

/// What the lower-case form of a name may be beside the name.
enum class LowerForm : uint8_t {
  name,     ///< nothing else: "linux"
  command,  ///< a command, package or service: "docker"
  word,     ///< an English word: "salesforce"
};

/// A name as its owner writes it.
struct KnownName {
  std::string_view name;  ///< empty: none is known
  LowerForm lower = LowerForm::name;
};

/// Lists of names. Of a name that is in several, the first list counts.
struct NameLists {
  std::span<const std::string> allowed;     ///< not to be found
  std::span<const std::string> own;         ///< of the project: LowerForm::name
  std::span<const std::string> vocabulary;  ///< its `words:`: LowerForm::name
  std::span<const std::string> known;       ///< LowerForm::name
  std::span<const std::string> commands;    ///< LowerForm::command
  std::span<const std::string> words;       ///< LowerForm::word
};

/// Names, looked up in any letter case. Immutable; safe from many threads.
class Names {
 public:
  explicit Names(const NameLists& lists);

  /// Whether find() may find the word, perhaps without an ending ("'s", "-based"). Cheap, and seldom true of
  /// what is no name.
  bool may_be_name(const Word& word) const {
    return whole_.may_hold(word.key) || (word.compound && whole_.may_hold(key_of_stem(word.text)));
  }

  /// Has a watch wait for every word that may_be_name() is true of.
  void watch_for(Watch& watch) const;

  /// The name that differs from `word` in letter case at most; it lives as long as the Names.
  KnownName find(std::string_view word) const;

 private:
  struct Entry {
    uint32_t key;
    std::string name;
    LowerForm lower;
    bool allowed;  // not to be found
  };

  static uint32_t key_of_stem(std::string_view word);
  void add(std::span<const std::string> names, LowerForm lower, bool allowed = false);

  std::vector<Entry> entries_;  // by key; among equals in the order of the lists
  WordFilter whole_;            // the names and their stems
};

}  // namespace rubric
