// How it works: a pattern is cut into elements (a character, an escape, a class, the opening of a group), and
// what the engines are asked is put together of them. It is wrapped so that its match neither begins nor ends
// inside a word. RE2's `\b` alone would refuse "e\.g\." before a blank, hence the alternatives around it;
// where the pattern itself begins or ends with a character of words, `\b` says the same and gives RE2 far
// fewer states.
//
// RE2 has no look-arounds. A pattern that has some is still its own syntax: with them as plain groups it must
// be valid, so nothing else that only the second engine knows gets in. Without them it matches wherever the
// whole pattern does, and more, which is what a prefilter needs.

#include "lint/expression.h"

#include <re2/re2.h>

#include "lint/look_around.h"
#include "lint/scope_text.h"
#include "lint/word_borders.h"

namespace rubric {

namespace {

size_t class_end(std::string_view pattern, size_t begin) {
  size_t at = begin + 1;
  if (at < pattern.size() && pattern[at] == '^') ++at;
  if (at < pattern.size() && pattern[at] == ']') ++at;
  while (at < pattern.size() && pattern[at] != ']') {
    const bool named = pattern.substr(at, 2) == "[:";
    const size_t name_end = named ? pattern.find(":]", at + 2) : std::string_view::npos;
    at = name_end != std::string_view::npos ? name_end + 2 : at + (pattern[at] == '\\' ? 2 : 1);
  }
  return std::min(at + 1, pattern.size());
}

size_t element_end(std::string_view pattern, size_t begin) {
  const std::string_view rest = pattern.substr(begin);
  if (rest.starts_with("\\Q")) return std::min(pattern.find("\\E", begin), pattern.size() - 2) + 2;
  if (rest.starts_with('\\')) return std::min(begin + 2, pattern.size());
  if (rest.starts_with('[')) return class_end(pattern, begin);
  for (const std::string_view opening : {"(?<=", "(?<!", "(?=", "(?!", "(?:"})
    if (rest.starts_with(opening)) return begin + opening.size();
  return begin + 1;
}

bool looks_behind(std::string_view element) {
  return element == "(?<=" || element == "(?<!";
}

bool looks_around(std::string_view element) {
  return looks_behind(element) || element == "(?=" || element == "(?!";
}

// In prose a space stands for any white space, so that a phrase broken over two lines is found; what looks
// behind must know how far, so there it is one. Spaces in a character class and escaped ones stand for
// themselves.
std::string with_any_white_space(std::string_view pattern) {
  std::string result;
  std::vector<bool> behind;  // of the groups that are open
  const std::vector<std::string_view> elements = elements_of(pattern);
  for (size_t index = 0; index < elements.size(); ++index) {
    const std::string_view element = elements[index];
    const bool inside = !behind.empty() && behind.back();
    const bool repeated =
        index + 1 < elements.size() && std::string_view("?*+{").find(elements[index + 1]) != pattern.npos;
    if (element.starts_with('(')) behind.push_back(inside || looks_behind(element));
    if (element == ")" && !behind.empty()) behind.pop_back();
    result += element != " " ? element : inside ? "\\s" : repeated ? "(?:\\s+)" : "\\s+";
  }
  return result;
}

// With each look-around as a plain group, or as an empty one.
std::string without_look_arounds(std::string_view pattern, bool empty) {
  std::string result;
  size_t depth = 0, hidden = 0;  // hidden: the depth at which the look-around under way closes; 0 is none
  for (const std::string_view element : elements_of(pattern)) {
    if (element.starts_with('(')) ++depth;
    const bool hides = empty && hidden == 0 && looks_around(element);
    if (hides) hidden = depth;
    if (hidden == 0 || hides) result += looks_around(element) ? "(?:" : element;
    if (element != ")") continue;
    if (hidden == depth && hidden != 0) {
      hidden = 0;
      result += ")";
    }
    if (depth != 0) --depth;
  }
  return result;
}

std::string re2_error(const std::string& pattern) {
  const RE2 compiled(pattern, RE2::Quiet);
  return compiled.ok() ? "" : compiled.error();
}

std::string body_of(const PatternKeys& keys, std::string_view pattern) {
  return is_prose(keys.scope) ? with_any_white_space(pattern) : std::string(pattern);
}

}  // namespace

std::vector<std::string_view> elements_of(std::string_view pattern) {
  std::vector<std::string_view> elements;
  for (size_t at = 0; at < pattern.size();) {
    const size_t end = element_end(pattern, at);
    elements.push_back(pattern.substr(at, end - at));
    at = end;
  }
  return elements;
}

std::vector<std::string> existence_patterns(const PatternKeys& keys) {
  if (keys.raw.empty()) return keys.tokens;
  std::string raw;
  for (const std::string& part : keys.raw) raw += part;
  if (keys.tokens.empty()) return {raw};
  std::vector<std::string> patterns;
  for (const std::string& token : keys.tokens) {
    const std::string whole = keys.whole_words ? "\\b(?:" + token + ")\\b" : "(?:" + token + ")";
    patterns.push_back(keys.append ? whole + raw : raw + whole);
  }
  return patterns;
}

bool has_look_around(std::string_view pattern) {
  const std::vector<std::string_view> elements = elements_of(pattern);
  return std::any_of(elements.begin(), elements.end(), looks_around);
}

bool has_captures(std::string_view pattern) {
  return RE2(without_look_arounds(pattern, false), RE2::Quiet).NumberOfCapturingGroups() > 0;
}

Expression expression_of(const PatternKeys& keys, std::string_view pattern) {
  const std::string body = without_look_arounds(body_of(keys, pattern), true);
  const std::string flags = keys.ignore_case ? "(?mi)" : "(?m)";
  if (!keys.whole_words) return {flags + "(" + body + ")", true};
  const WordBorders borders = word_borders(elements_of(body));
  const std::string before = borders.begins_in_word ? "\\b" : "(?:\\b|\\W|^)";
  const std::string after = borders.ends_in_word ? "\\b" : "(?:\\b|\\W|$)";
  return {flags + before + "(" + body + ")" + after, borders.begins_in_word && borders.ends_in_word};
}

Expression candidate_expression_of(const PatternKeys& keys, std::string_view pattern) {
  PatternKeys open = keys;
  open.whole_words = false;
  return expression_of(open, pattern);
}

std::string look_around_expression_of(const PatternKeys& keys, std::string_view pattern) {
  const std::string body = body_of(keys, pattern);
  const std::string flags = keys.ignore_case ? "(?mi)" : "(?m)";
  if (!keys.whole_words) return flags + "(" + body + ")";
  const std::string without = without_look_arounds(body, true);
  const WordBorders borders = word_borders(elements_of(without));
  const std::string before = borders.begins_in_word ? "\\b" : "(?:\\b|(?<=\\W)|^)";
  const std::string after = borders.ends_in_word ? "\\b" : "(?:\\b|(?=\\W)|$)";
  return flags + before + "(" + body + ")" + after;
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

std::string pattern_error(const PatternKeys& keys, std::string_view pattern) {
  if (!has_look_around(pattern)) return re2_error(std::string(pattern));
  std::string error = re2_error(without_look_arounds(pattern, false));
  if (error.empty()) error = re2_error(without_look_arounds(pattern, true));
  if (error.empty()) error = LookAround::error(look_around_expression_of(keys, pattern));
  return error;
}

}  // namespace rubric
