// How it works: each kind has a shape that a single pass over the scalar recognises; what has no shape is a
// string.

#include "markdown/value_parsers.h"

namespace rubric {

namespace {

bool is_digit(char letter) {
  return letter >= '0' && letter <= '9';
}

size_t past_digits(std::string_view text, size_t at) {
  while (at < text.size() && (is_digit(text[at]) || text[at] == '_')) ++at;
  return at;
}

bool is_number(std::string_view text) {
  if (text.starts_with('+') || text.starts_with('-')) text.remove_prefix(1);
  if (text == ".inf" || text == ".Inf" || text == ".INF" || text == ".nan" || text == ".NaN" ||
      text == ".NAN")
    return true;
  if (text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b")) {
    const std::string_view digits = text[1] == 'x' ? "0123456789abcdefABCDEF_" : "01234567_";
    return text.size() > 2 && text.find_first_not_of(digits, 2) == std::string_view::npos;
  }
  const size_t whole = text.starts_with('_') ? 0 : past_digits(text, 0);
  size_t at = whole;
  if (at < text.size() && text[at] == '.') at = past_digits(text, at + 1);
  if (at == 0 || (whole == 0 && at == 1)) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    const size_t exponent = at;
    at = past_digits(text, at);
    if (at == exponent) return false;
  }
  return at == text.size();
}

/// `2006-01-02`, alone or with a time after `T`, `t` or a blank.
bool is_date(std::string_view text) {
  const size_t year = past_digits(text, 0);
  if (year != 4 || text.size() < 8 || text[4] != '-') return false;
  const size_t month = past_digits(text, 5);
  if (month < 6 || month > 7 || month >= text.size() || text[month] != '-') return false;
  const size_t day = past_digits(text, month + 1);
  if (day < month + 2 || day > month + 3) return false;
  if (day == text.size()) return true;
  if (text[day] != 'T' && text[day] != 't' && text[day] != ' ') return false;
  const size_t time = text.find_first_not_of(' ', day + 1);
  return time != std::string_view::npos && is_digit(text[time]) &&
         text.find_first_not_of("0123456789:.+-Zz ", time) == std::string_view::npos &&
         text.find(':', time) != std::string_view::npos;
}

}  // namespace

Value::Kind plain_scalar_kind(std::string_view scalar) {
  if (scalar.empty() || scalar == "~" || scalar == "null" || scalar == "Null" || scalar == "NULL")
    return Value::Kind::null;
  if (scalar == "true" || scalar == "True" || scalar == "TRUE" || scalar == "false" || scalar == "False" ||
      scalar == "FALSE")
    return Value::Kind::boolean;
  const char first = scalar[0];
  if (!is_digit(first) && first != '+' && first != '-' && first != '.') return Value::Kind::string;
  if (is_number(scalar)) return Value::Kind::number;
  return is_date(scalar) ? Value::Kind::date : Value::Kind::string;
}

}  // namespace rubric
