#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rubric {

/// A parsed JSON text (RFC 8259): what a client sends. A value; looking for what is not there gives a null,
/// so that a handler reads what it knows and never fails on what a client left out.
class Json {
 public:
  enum class Kind : uint8_t { null, boolean, number, string, array, object };

  Kind kind = Kind::null;
  bool truth = false;            ///< of a boolean
  bool integral = false;         ///< of a number: `integer` is exact
  int64_t integer = 0;           ///< of a number; cut off where it has a fraction, 0 beyond 64 bits
  std::string text;              ///< of a string
  std::vector<Json> items = {};  ///< of an array
  std::vector<std::pair<std::string, Json>> members =
      {};  ///< of an object; of repeated names the last counts

  bool is_null() const { return kind == Kind::null; }
  bool is_string() const { return kind == Kind::string; }
  bool is_array() const { return kind == Kind::array; }
  bool is_object() const { return kind == Kind::object; }
  bool is_integer() const { return kind == Kind::number && integral; }

  /// The member of that name, or a null.
  const Json& operator[](std::string_view name) const;
  /// The member behind a dotted path ("textDocument.uri"), or a null.
  const Json& at(std::string_view path) const;
  /// The number where it is an integer of 0 to 2³¹-1, which LSP calls `uinteger`.
  std::optional<uint32_t> unsigned_integer() const;
};

/// Parses one text; nothing when it is not JSON, is not well-formed UTF-8, or is nested deeper than any
/// message is. Linear, without recursion.
std::optional<Json> read_json(std::string_view text);

}  // namespace rubric
