#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "conformance/random.h"

namespace rubric {

/// Writes the tags of generated pages in all the ways that Hugo's grammar allows.
class TagWriter {
 public:
  explicit TagWriter(Random& random) : random_(random) {}

  Random& random() { return random_; }
  std::string id() { return "q" + std::to_string(++ids_) + "q"; }
  char sign() { return random_.chance(50) ? '<' : '%'; }

  /// `{{<`, `{{%` and what closes them.
  static std::string left(char sign) { return std::string("{{") + sign; }
  static std::string right(char sign) { return sign == '<' ? ">}}" : "%}}"; }

  std::string blank();         ///< one or more
  std::string maybe_blank();   ///< or none
  std::string words();         ///< text without braces
  std::string name();          ///< of any template of the site
  std::string simple_name();   ///< of one that takes no inner text
  std::string pair_name();     ///< of one that does
  std::string unknown_name();  ///< of none

  /// Parameters with an id among them, with a blank before each and, where it matters, after the last.
  std::string parameters();
  /// `{{< note "q1q" >}}`
  std::string opening(char sign, std::string_view name);
  std::string closing(char sign, std::string_view name);
  /// A call without mistakes, and all that is in it.
  std::string call(int depth = 0);
  std::string pair(std::string_view name, std::string_view inner);
  std::string inner(int depth);
  std::string comment(std::string_view text);

 private:
  std::string value(std::string_view text);
  std::string positional(std::string_view text, bool& bare);

  Random& random_;
  int ids_ = 0;
};

}  // namespace rubric
