#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

struct Member;

/// A node of a YAML, TOML or JSON document, with its place in the source. Front matter and Hugo's
/// configuration are both read into it, so that what follows need not know the format.
struct Value {
  enum class Kind : uint8_t { null, boolean, number, string, date, sequence, mapping };

  Kind kind = Kind::null;
  std::string scalar;           ///< booleans as "true"/"false", numbers and dates as written, strings decoded
  Span span;                    ///< in the text that was parsed; a quoted string's span includes its quotes
  std::vector<Value> items;     ///< of a sequence
  std::vector<Member> members;  ///< of a mapping, in source order, duplicates kept

  /// The member of that name, compared without ASCII case as Hugo does, or null; the last one of duplicates.
  const Value* find(std::string_view key) const;
  /// The value behind a dotted path ("markup.goldmark.parser"), or null.
  const Value* at(std::string_view path) const;

  bool is_mapping() const { return kind == Kind::mapping; }
  bool is_sequence() const { return kind == Kind::sequence; }
  /// The scalar as a truth value: `true` for "true" only; `otherwise` for null pointers' sake lives in the
  /// caller.
  bool truth() const { return scalar == "true"; }
  /// The strings of a sequence, or the one scalar.
  std::vector<std::string> strings() const;
};

/// A key of a mapping and its value.
struct Member {
  std::string key;
  Span key_span;
  Value value;
};

/// What is wrong with a YAML, TOML or JSON text, as its parser says it.
struct ValueError {
  std::string message;
  Span span;
};

/// A parsed text: what was understood, and the first error, if any.
struct ParsedValue {
  Value root;
  std::vector<ValueError> errors;
};

enum class ValueFormat : uint8_t { yaml, toml, json };

/// Parses `text`; never throws. `offset` is added to every span, for a text cut out of a larger one. Hostile
/// input (deep nesting, alias bombs) ends in an error, not in exhaustion.
ParsedValue parse_value(std::string_view text, ValueFormat format, uint32_t offset = 0);

}  // namespace rubric
