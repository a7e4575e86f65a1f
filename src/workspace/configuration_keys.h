#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace rubric {

/// What stands behind a key of `.rubric.yaml`.
enum class KeyKind : uint8_t {
  rules,        ///< a mapping of rules to a level or to a mapping of options
  mapping,      ///< further keys
  strings,      ///< a list of strings, or one
  release,      ///< of Hugo
  folder_name,  ///< a string without a slash
  language,     ///< the tag of a language
  plain,        ///< the word `plain`
  words,        ///< a list of words, or a mapping of words to what is to be known of them
  article,      ///< `a`, `an` or `either`
  parts,        ///< a part of speech, or a list of them
  file,         ///< a path
};

/// A key of `.rubric.yaml`. The table of them is what the reader accepts, what its complaints suggest and
/// what the JSON Schema is made from.
struct ConfigurationKey {
  std::string_view parent;  ///< the key of the mapping it stands in, or in whose entries; empty at the top
  std::string_view name;
  KeyKind kind;
  std::string_view summary;  ///< one sentence
  std::string_view example;  ///< a value, as YAML
};

/// What `part-of-speech` takes, in the order in which they are told.
inline constexpr std::string_view parts_of_speech_names[] = {"noun", "mass-noun", "plural-noun", "verb",
                                                             "adjective"};

/// All keys, in the order in which they are told.
std::span<const ConfigurationKey> configuration_keys();

/// The names of the keys in a mapping; "" is the top.
std::vector<std::string_view> configuration_keys_in(std::string_view parent);

}  // namespace rubric
