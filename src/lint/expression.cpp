// How it works: a pattern is wrapped so that its match neither begins nor ends inside a word. RE2's `\b`
// alone would refuse "e\.g\." before a blank, hence the alternatives around it.

#include "lint/expression.h"

#include <re2/re2.h>

#include "lint/scope_text.h"

namespace rubric {

namespace {

// In prose a space stands for any white space, so that a phrase broken over two lines is found. Spaces in a
// character class and escaped ones stand for themselves.
std::string with_any_white_space(std::string_view pattern) {
  std::string result;
  size_t class_begin = std::string_view::npos;
  for (size_t at = 0; at < pattern.size(); ++at) {
    const bool in_class = class_begin != std::string_view::npos;
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
      result.append(pattern.substr(at++, 2));
      continue;
    }
    if (!in_class && pattern[at] == ' ') {
      result.append("\\s+");
      continue;
    }
    const bool first_in_class = in_class && at == class_begin + (pattern[class_begin + 1] == '^' ? 2 : 1);
    if (!in_class && pattern[at] == '[') class_begin = at;
    if (in_class && pattern[at] == ']' && !first_in_class) class_begin = std::string_view::npos;
    result.push_back(pattern[at]);
  }
  return result;
}

}  // namespace

std::string expression_of(const PatternKeys& keys, std::string_view pattern) {
  const std::string body = is_prose(keys.scope) ? with_any_white_space(pattern) : std::string(pattern);
  const std::string flags = keys.ignore_case ? "(?mi)" : "(?m)";
  if (!keys.whole_words) return flags + "(" + body + ")";
  return flags + "(?:\\b|\\W|^)(" + body + ")(?:\\b|\\W|$)";
}

bool is_any_word(const PatternKeys& keys, std::string_view pattern) {
  if (!is_prose(keys.scope) || !keys.whole_words) return false;
  while (true) {
    const size_t before = pattern.size();
    if (pattern.starts_with("\\b")) pattern.remove_prefix(2);
    if (pattern.ends_with("\\b")) pattern.remove_suffix(2);
    if (pattern.starts_with('(') && pattern.find(')') == pattern.size() - 1) {
      pattern.remove_prefix(pattern.starts_with("(?:") ? 3 : 1);
      pattern.remove_suffix(1);
    }
    if (pattern.size() == before) break;
  }
  return pattern == "\\w+" || pattern == "\\S+" || pattern == "[^\\s]+";
}

std::string pattern_error(std::string_view pattern) {
  const RE2 compiled(std::string(pattern), RE2::Quiet);
  return compiled.ok() ? "" : compiled.error();
}

}  // namespace rubric
