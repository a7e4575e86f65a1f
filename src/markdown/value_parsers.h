#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/value.h"

namespace rubric {

/// How deep sequences and mappings may nest. Values are freed and compared by recursion, so every parser
/// stops here; no page's metadata comes near it.
inline constexpr uint32_t deepest_value = 250;

/// What every parser says of a text nested deeper than that.
inline constexpr std::string_view too_deep = "this is nested too deeply";

// The parsers behind parse_value, one per format. They expect no byte-order mark and count from the text's
// first byte. Whatever they throw, parse_value turns into an error.
ParsedValue parse_yaml(std::string_view text);
ParsedValue parse_toml(std::string_view text);
ParsedValue parse_json(std::string_view text);

/// The two halves of parse_yaml: the whole of YAML, and the part that most front matter is written in, many
/// times as fast; the latter gives nothing when the text goes beyond it.
ParsedValue parse_full_yaml(std::string_view text);
std::optional<Value> parse_simple_yaml(std::string_view text);

/// What an unquoted YAML scalar is: null, boolean, number, date or string (YAML 1.2 core schema and the
/// timestamps of YAML 1.1).
Value::Kind plain_scalar_kind(std::string_view scalar);

/// Builds a Value from the events of a streaming parser. Scalars and containers are added in source order; in
/// a mapping every other one is a key.
class ValueBuilder {
 public:
  void open(Value::Kind kind, uint32_t begin);
  /// Ends the innermost container and returns it to be added, so that the caller may keep a copy first.
  Value close(uint32_t end);
  void add(Value value);

  size_t depth() const { return open_.size(); }
  /// The innermost open container; there must be one.
  const Value& top() const { return open_.back().value; }
  /// Whether the next value added becomes a mapping's key.
  bool wants_key() const { return !open_.empty() && open_.back().wants_key; }
  /// Where the last value that was added ends.
  uint32_t end() const { return end_; }

  /// The root; what is still open after an error is closed as it is.
  Value take();

 private:
  struct Container {
    Value value;
    Member pending;  // a key that awaits its value
    bool wants_key = false;
  };

  std::vector<Container> open_;
  Value root_;
  uint32_t end_ = 0;
};

}  // namespace rubric
