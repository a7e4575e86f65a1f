#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "prose/prose.h"
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

/// Lists of names. `known`, `commands` and `words` are sorted without regard to letter case.
struct NameLists {
  std::span<const std::string> own;       ///< of the project; they come before the others
  std::span<const std::string> allowed;   ///< not to be found
  std::span<const std::string> known;     ///< LowerForm::name
  std::span<const std::string> commands;  ///< LowerForm::command
  std::span<const std::string> words;     ///< LowerForm::word
};

/// Names, looked up in any letter case. Points into the lists. Making one costs a microsecond or two.
class Names {
 public:
  explicit Names(const NameLists& lists);

  /// Whether find() may find the word, perhaps without an ending ("'s", "-based"). Cheap, and seldom true of
  /// what is no name.
  bool may_be_name(const Word& word) const {
    return whole_.may_hold(word.key) || (has_ending(word.text) && whole_.may_hold(key_of_stem(word.text)));
  }

  /// The name that differs from `word` in letter case at most.
  KnownName find(std::string_view word) const;

 private:
  static bool has_ending(std::string_view word) {
    constexpr size_t shortest = 4;  // "Qt's"
    const size_t size = word.size();
    return size >= shortest &&
           (word[size - 2] == '\'' || word[size - 1] == '\'' || word[size - 4] == '\xE2' ||
            word[size - 3] == '\xE2' || word.find('-') != std::string_view::npos);
  }
  static uint32_t key_of_stem(std::string_view word);

  NameLists lists_;
  WordFilter whole_;  // the names and their stems
};

}  // namespace rubric
