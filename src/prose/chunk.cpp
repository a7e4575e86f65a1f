#include "prose/chunk.h"

#include <algorithm>
#include <array>

#include <utf8proc.h>

#include "text/utf8.h"

// How it works. Marks around the chunk come off first: opening ones at the front, closing ones and sentence
// punctuation at the back. The core between them is opaque as a whole when it is evidently an address, a path
// or a handle. Otherwise it falls apart at separators (brackets, quotation marks, commas, dashes, a slash
// between plain words), and every piece is a number, a word, or, when it holds a sign that words do not hold,
// opaque.

namespace rubric {
namespace {

enum class Sign : uint8_t {
  letter,  // inside words, whatever the script
  digit,
  apostrophe,  // inside words between letters, a quotation mark elsewhere
  hyphen,
  mark,  // separates words: brackets, quotation marks, commas, dashes
  slash,
  other,  // makes a piece opaque when inside it
};

struct Character {
  Sign sign;
  uint8_t size;
};

constexpr Sign sign_of_ascii(char c) {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sign::letter;
  if (c >= '0' && c <= '9') return Sign::digit;
  switch (c) {
    case '\'':
      return Sign::apostrophe;
    case '-':
      return Sign::hyphen;
    case '/':
      return Sign::slash;
    case '(':
    case ')':
    case '[':
    case ']':
    case '{':
    case '}':
    case '"':
    case ',':
    case ';':
    case '!':
    case '?':
    case '|':
      return Sign::mark;
    default:
      return Sign::other;
  }
}

constexpr std::array<Sign, 128> make_ascii_signs() {
  std::array<Sign, 128> signs{};
  for (size_t c = 0; c < signs.size(); ++c) signs[c] = sign_of_ascii(static_cast<char>(c));
  return signs;
}

constexpr std::array<Sign, 128> ascii_signs = make_ascii_signs();

Sign sign_of(char32_t point) {
  // Latin, Greek and Cyrillic letters first: looking a category up is slow.
  if ((point >= 0xC0 && point < 0x2C0 && point != 0xD7 && point != 0xF7) || (point >= 0x400 && point < 0x482))
    return Sign::letter;
  if (point == 0x2019) return Sign::apostrophe;
  if (point == 0x2010 || point == 0x2011) return Sign::hyphen;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
      return Sign::letter;
    case UTF8PROC_CATEGORY_SC:
      return Sign::other;
    default:
      return Sign::mark;
  }
}

Character decoded_character_at(std::string_view text, size_t at) {
  const CodePoint point = decode_utf8(text, at);
  return {point.well_formed ? sign_of(point.value) : Sign::other, point.length};
}

Character character_at(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Character{ascii_signs[byte], 1} : decoded_character_at(text, at);
}

bool is_sentence_mark(char c) {
  return c == '.' || c == ':' || c == '*' || c == '_' || c == '~';
}

/// "e.g.", "U.S.", "a.k.a.": single letters, each with its full stop.
bool is_dotted_abbreviation(std::string_view text) {
  if (text.size() < 4 || text.size() % 2 != 0) return false;
  for (size_t i = 0; i < text.size(); ++i)
    if (i % 2 == 0 ? sign_of_ascii(text[i]) != Sign::letter : text[i] != '.') return false;
  return true;
}

bool is_address(std::string_view core) {
  const auto can_be_in_an_address = [](char c) { return c == '/' || c == '@' || c == '\\'; };
  if (std::none_of(core.begin(), core.end(), can_be_in_an_address)) return core.starts_with("www.");
  if (core.find("://") != std::string_view::npos || core.find('@') != std::string_view::npos ||
      core.find('\\') != std::string_view::npos || core.starts_with("www."))
    return true;
  const size_t slash = core.find('/');
  if (slash == std::string_view::npos) return false;
  return slash == 0 || core[0] == '.' || core[0] == '~' ||
         core.find('/', slash + 1) != std::string_view::npos;
}

size_t currency_size(std::string_view text) {
  if (text[0] == '$') return 1;
  if (static_cast<unsigned char>(text[0]) < 0x80) return 0;
  const CodePoint point = decode_utf8(text, 0);
  return utf8proc_category(static_cast<utf8proc_int32_t>(point.value)) == UTF8PROC_CATEGORY_SC ? point.length
                                                                                               : 0;
}

bool starts_number(std::string_view text) {
  const size_t sign = currency_size(text);
  return sign < text.size() && sign_of_ascii(text[sign]) == Sign::digit;
}

/// Whether the sign at `at` is between two digits, as the comma of "11,000" is.
bool between_digits(std::string_view text, size_t at) {
  return at > 0 && at + 1 < text.size() && sign_of_ascii(text[at - 1]) == Sign::digit &&
         sign_of_ascii(text[at + 1]) == Sign::digit;
}

class Splitter {
 public:
  Splitter(std::string_view chunk, std::vector<ChunkPart>& parts) : chunk_(chunk), parts_(parts) {}

  void run() {
    size_t begin = 0;
    size_t end = chunk_.size();
    while (begin < end && opens(begin)) begin += push_mark(begin);
    trim_end(begin, end);
    const size_t core_end = end;
    if (begin < core_end) read_core(begin, core_end);
    while (end < chunk_.size()) end += push_mark(end);
  }

 private:
  bool opens(size_t at) const {
    const Character character = character_at(chunk_, at);
    if (character.sign == Sign::mark || character.sign == Sign::apostrophe) return true;
    return chunk_[at] == '*' || chunk_[at] == '_';
  }

  /// Moves `end` before the marks that close the chunk; a dotted abbreviation keeps its full stop.
  void trim_end(size_t begin, size_t& end) const {
    while (end > begin) {
      size_t last = end - 1;
      while (last > begin && (static_cast<unsigned char>(chunk_[last]) & 0xC0) == 0x80) --last;
      const Character character = character_at(chunk_, last);
      if (last + character.size != end) return;
      const bool closes = character.sign == Sign::mark || character.sign == Sign::apostrophe ||
                          character.sign == Sign::hyphen || is_sentence_mark(chunk_[last]);
      if (!closes) return;
      if (chunk_[last] == '.' && is_dotted_abbreviation(chunk_.substr(begin, end - begin))) return;
      end = last;
    }
  }

  void read_core(size_t begin, size_t end) {
    if (is_address(chunk_.substr(begin, end - begin))) return push(begin, end, WordKind::opaque);
    const bool slashes = slashes_separate(begin, end);
    size_t piece = begin;
    for (size_t at = begin; at < end;) {
      const Character character = character_at(chunk_, at);
      const bool separates = (character.sign == Sign::mark && !between_digits(chunk_, at)) ||
                             (character.sign == Sign::slash && slashes);
      if (separates) {
        read_piece(piece, at);
        piece = at + push_mark(at);
      }
      at += character.size;
    }
    read_piece(piece, end);
  }

  /// Whether a slash stands between plain words ("and/or"), not in a path ("docs/index.md").
  bool slashes_separate(size_t begin, size_t end) const {
    for (size_t at = begin; at < end;) {
      const Character character = character_at(chunk_, at);
      if (character.sign == Sign::other) return false;
      at += character.size;
    }
    return true;
  }

  void read_piece(size_t begin, size_t end) {
    if (begin == end) return;
    const std::string_view piece = chunk_.substr(begin, end - begin);
    if (starts_number(piece)) return push(begin, end, WordKind::number);
    if (is_dotted_abbreviation(piece)) return push(begin, end, WordKind::word);
    size_t letters = 0;
    bool other = piece[0] == '-';  // an option: "--flag"
    for (size_t at = 0; at < piece.size();) {
      const Character character = character_at(piece, at);
      letters += character.sign == Sign::letter;
      other = other || character.sign == Sign::other || character.sign == Sign::slash;
      at += character.size;
    }
    if (letters == 0 && piece.find_first_not_of("-.:*_~=+<>") == std::string_view::npos)
      return push(begin, end, WordKind::punctuation);
    push(begin, end, letters == 0 || other ? WordKind::opaque : WordKind::word);
  }

  size_t push_mark(size_t at) {
    const size_t size = character_at(chunk_, at).size;
    push(at, at + size, WordKind::punctuation);
    return size;
  }

  void push(size_t begin, size_t end, WordKind kind) {
    parts_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, kind});
  }

  std::string_view chunk_;
  std::vector<ChunkPart>& parts_;
};

}  // namespace

void split_chunk(std::string_view chunk, std::vector<ChunkPart>& parts) {
  Splitter(chunk, parts).run();
}

}  // namespace rubric
