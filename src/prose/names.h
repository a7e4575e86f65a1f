#pragma once

#include <bitset>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

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

  /// Whether find() may find it, perhaps without an ending ("'s"). Cheap, and seldom true of what is no name.
  bool may_be_name(std::string_view word) const { return beginnings_.test(beginning(word)); }

  /// The name that differs from `word` in letter case at most.
  KnownName find(std::string_view word) const;

 private:
  static constexpr size_t filter_size = 4096;

  static size_t beginning(std::string_view word);

  NameLists lists_;
  std::bitset<filter_size> beginnings_;  // a bit for each hash of a name's first letters
};

}  // namespace rubric
