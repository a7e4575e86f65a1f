// How it works: a path is read a code point at a time; what Hugo's paths.Sanitize keeps is kept. Letters and
// marks are Unicode's, by utf8proc.

#include <algorithm>
#include <cstdlib>

#include <utf8proc.h>

#include "site/urls.h"
#include "text/utf8.h"

namespace rubric {

namespace {

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool is_path_letter(char32_t value) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return true;
    default:
      return false;
  }
}

char32_t lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

bool is_blank(char32_t value) {
  if (value == ' ' || (value >= '\t' && value <= '\r') || value == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

bool is_allowed(std::string_view path, size_t at, char32_t value) {
  if (value == '%') return at + 2 < path.size() && is_hex(path[at + 1]) && is_hex(path[at + 2]);
  if (value < 0x80) {
    const bool digit = value >= '0' && value <= '9';
    const bool letter = (value | 0x20) >= 'a' && (value | 0x20) <= 'z';
    return digit || letter ||
           std::string_view("./\\_#+~-@").find(static_cast<char>(value)) != std::string_view::npos;
  }
  return is_path_letter(value);
}

// The text itself where it is not UTF-8.
std::string mapped(std::string_view text, utf8proc_option_t options) {
  utf8proc_uint8_t* made = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &made, options);
  std::string result = size < 0 ? std::string(text)
                                : std::string(reinterpret_cast<const char*>(made), static_cast<size_t>(size));
  std::free(made);
  return result;
}

// Decomposed, without its non-spacing marks, and composed again, as golang.org/x/text does.
std::string without_accents(std::string_view text) {
  return mapped(text,
                static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_STRIPMARK));
}

}  // namespace

std::string clean_url_path(std::string_view path, bool lower_case) {
  std::string result;
  bool hyphen_due = false;
  bool after_hyphen = false;
  for (size_t at = 0; at < path.size();) {
    const CodePoint decoded = decode_utf8(path, at);
    if (is_allowed(path, at, decoded.value)) {
      after_hyphen = decoded.value == '-';
      if (hyphen_due && !after_hyphen) result += '-';
      hyphen_due = false;
      append_utf8(result, lower_case ? lower(decoded.value) : decoded.value);
    } else if (!result.empty() && !after_hyphen && is_blank(decoded.value)) {
      hyphen_due = true;
    }
    at += decoded.length;
  }
  return result;
}

std::vector<std::string> other_unicode_forms(std::string_view text) {
  std::vector<std::string> forms;
  const bool is_ascii = std::all_of(text.begin(), text.end(),
                                    [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
  if (is_ascii) return forms;
  for (const utf8proc_option_t form : {UTF8PROC_COMPOSE, UTF8PROC_DECOMPOSE}) {
    std::string other = mapped(text, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | form));
    if (other != text) forms.push_back(std::move(other));
  }
  return forms;
}

std::string lower_case_letters(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    append_utf8(result, lower(decoded.value));
    at += decoded.length;
  }
  return result;
}

std::string clean_page_path(std::string_view path, const SiteConfiguration& configuration) {
  const std::string plain = configuration.remove_accents ? without_accents(path) : std::string();
  return clean_url_path(configuration.remove_accents ? plain : path, configuration.lower_case_paths);
}

}  // namespace rubric
