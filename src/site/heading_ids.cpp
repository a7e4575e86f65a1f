// How it works: three id types are a loop over code points each.

#include "site/heading_ids.h"

#include <algorithm>
#include <cstdlib>

#include <utf8proc.h>

#include "markdown/attributes.h"
#include "text/utf8.h"

namespace rubric {

namespace {

bool is_letter(char32_t value) {
  if (value < 0x80) return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z');
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool is_decimal_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return utf8proc_category(static_cast<utf8proc_int32_t>(value)) == UTF8PROC_CATEGORY_ND;
}

bool is_number(char32_t value) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

char32_t lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string without_accents(std::string_view text) {
  utf8proc_uint8_t* result = nullptr;
  const auto options =
      static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  if (size < 0) return std::string(text);
  std::string plain(reinterpret_cast<const char*>(result), static_cast<size_t>(size));
  std::free(result);
  return plain;
}

std::string github_id(std::string_view line, bool ascii_only) {
  std::string id;
  line = trimmed(line);
  id.reserve(line.size());
  for (size_t at = 0; at < line.size();) {
    const CodePoint decoded = decode_utf8(line, at);
    at += decoded.length;
    if (ascii_only && decoded.length != 1) continue;
    if (!decoded.well_formed) continue;
    const char32_t value = decoded.value;
    if (value == '-' || value == ' ') {
      id += '-';
    } else if (value >= 'a' && value <= 'z') {
      id += static_cast<char>(value);
    } else if (value == '_' || is_letter(value) || is_decimal_digit(value)) {
      append_utf8(id, lower(value));
    }
  }
  return id;
}

std::string blackfriday_id(std::string_view line) {
  std::string id;
  bool hyphen_due = false;
  for (size_t at = 0; at < line.size();) {
    const CodePoint decoded = decode_utf8(line, at);
    at += decoded.length;
    if (!is_letter(decoded.value) && !is_number(decoded.value)) {
      hyphen_due = true;
      continue;
    }
    if (hyphen_due && !id.empty()) id += '-';
    hyphen_due = false;
    append_utf8(id, lower(decoded.value));
  }
  return id;
}

// The last `{` that no backslash escapes. (goldmark looks at the brace only, so that `\\{` is escaped, too.)
size_t last_open_brace(std::string_view line) {
  size_t found = line.npos;
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '{' && (at == 0 || line[at - 1] != '\\')) found = at;
  }
  return found;
}

// The text before the attributes at `open`. In an ATX heading a run of `#`s may close it there; the first run
// behind a blank decides whether one does.
std::string_view before_attributes(std::string_view line, size_t open, HeadingForm form) {
  const std::string_view text = line.substr(0, open);
  for (size_t at = 0; form == HeadingForm::atx && at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '#' && (at == 0 || is_space(text[at - 1]))) {
      const size_t end = std::min(text.find_first_not_of('#', at), text.size());
      return trimmed(trimmed(text.substr(end)).empty() ? text.substr(0, at) : text);
    }
  }
  return trimmed(text);
}

}  // namespace

std::string sanitize_heading(std::string_view line, HeadingIds kind) {
  switch (kind) {
    case HeadingIds::github:
      return github_id(line, false);
    case HeadingIds::github_ascii:
      return github_id(without_accents(line), true);
    case HeadingIds::blackfriday:
      return blackfriday_id(line);
    case HeadingIds::off:
      break;
  }
  return {};
}

HeadingLine split_heading(std::string_view line, HeadingForm form, bool attributes) {
  const std::string_view plain = trimmed(line);
  const size_t open = attributes ? last_open_brace(plain) : plain.npos;
  if (open == plain.npos) return {plain, std::nullopt};
  const std::optional<Attributes> found = read_attributes(plain, open);
  if (!found || !trimmed(plain.substr(found->end)).empty()) return {plain, std::nullopt};
  return {before_attributes(plain, open, form), found->id};
}

std::string HeadingIdSpace::generate(std::string sanitized) {
  if (sanitized.empty()) sanitized = "heading";
  const auto [base, is_free] = taken_.try_emplace(sanitized, 1);
  if (is_free) return sanitized;
  // Other ids move the table's entries about, but not their values.
  uint32_t& number = base->second;
  while (true) {
    std::string numbered = sanitized + "-" + std::to_string(number++);
    if (taken_.try_emplace(numbered, 1).second) return numbered;
  }
}

}  // namespace rubric
