// How it works: RE2's `\b` knows ASCII words only, so the letters around a match are looked at once more.

#include "lint/locator.h"

#include <re2/re2.h>

#include "lint/expression.h"
#include "lint/scope_text.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace rubric {

namespace {

bool is_word_character(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    const char letter = to_lower(text[at]);
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
  }
  if (text[at] == joint_byte) return true;
  static const RE2 word("[\\p{L}\\p{M}\\p{N}]", RE2::Quiet);
  const CodePoint decoded = decode_utf8(text, at);
  return decoded.well_formed && RE2::FullMatch(re2::StringPiece(text.data() + at, decoded.length), word);
}

size_t character_before(std::string_view text, size_t at) {
  size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<uint8_t>(text[begin]) & 0xC0) == 0x80) --begin;
  return begin;
}

// Whether position `at` lies inside a word.
bool parts_word(std::string_view text, size_t at) {
  if (at == 0 || at >= text.size()) return false;
  return is_word_character(text, character_before(text, at)) && is_word_character(text, at);
}

}  // namespace

struct Locator::Engine {
  explicit Engine(const std::string& expression) : re2(expression, RE2::Quiet) {}

  RE2 re2;
};

Locator::Locator(const PatternKeys& keys, std::string_view pattern)
    : expression_(expression_of(keys, pattern)), whole_words_(keys.whole_words) {}

Locator::~Locator() = default;

void Locator::locate(std::string_view text, std::vector<Span>& found) const {
  std::call_once(compiled_, [&] { engine_ = std::make_unique<Engine>(expression_); });
  const re2::StringPiece piece(text.data(), text.size());
  re2::StringPiece groups[2];
  size_t at = 0;
  while (at < text.size() && engine_->re2.Match(piece, at, text.size(), RE2::UNANCHORED, groups, 2)) {
    const auto begin = static_cast<size_t>(groups[1].data() - text.data());
    const size_t end = begin + groups[1].size();
    const bool whole = !whole_words_ || (!parts_word(text, begin) && !parts_word(text, end));
    if (begin == end || !whole) {
      at = begin + 1;
      continue;
    }
    found.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    at = end;
  }
}

}  // namespace rubric
