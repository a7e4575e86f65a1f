#include "prose/block_reader.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "prose/function_words.h"
#include "prose/word_key.h"

// How it works. Text is cut at white space into chunks; markup does not end a chunk, so a word that markup
// splits is put together again. Nearly all chunks are plain words between blanks, perhaps with a mark after
// them, and are pushed at once; the others go through split_chunk(). Writing without blanks (Chinese,
// Japanese, Korean) is cut at its marks only: a run of its characters is one word, of no language that we
// judge. Sentences are cut as the words come in.

namespace rubric {
namespace {

enum class ByteClass : uint8_t {
  other,
  letter,
  space,
  mark,     // commonly follows a word: , . ; : ! ?
  special,  // may begin something that spaces do not end, or is no character of the text
  high,     // not ASCII
};

constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (size_t c = 'a'; c <= 'z'; ++c) classes[c] = classes[c - 32] = ByteClass::letter;
  for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'}) classes[static_cast<size_t>(c)] = ByteClass::space;
  for (const char c : {',', '.', ';', ':', '!', '?'}) classes[static_cast<size_t>(c)] = ByteClass::mark;
  for (const char c : {'\\', '&', '{', '`', '$'}) classes[static_cast<size_t>(c)] = ByteClass::special;
  for (size_t c = 0x80; c < 256; ++c) classes[c] = ByteClass::high;
  return classes;
}

constexpr std::array<ByteClass, 256> byte_classes = make_byte_classes();

ByteClass class_of(char c) {
  return byte_classes[static_cast<unsigned char>(c)];
}

bool is_ascii_punctuation(char c) {
  return c > 32 && c < 127 && !(c >= '0' && c <= '9') && class_of(c) != ByteClass::letter;
}

/// Byte length of a space that is not ASCII, or 0: U+00A0, U+2000 to U+200B, U+2028, U+2029, U+202F, U+3000.
size_t wide_space_size(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) {
    return static_cast<unsigned char>(at + i < text.size() ? text[at + i] : 0);
  };
  if (byte(0) == 0xC2) return byte(1) == 0xA0 ? 2 : 0;
  if (byte(0) == 0xE3) return byte(1) == 0x80 && byte(2) == 0x80 ? 3 : 0;
  if (byte(0) != 0xE2 || byte(1) != 0x80) return 0;
  const bool space =
      (byte(2) >= 0x80 && byte(2) <= 0x8B) || byte(2) == 0xA8 || byte(2) == 0xA9 || byte(2) == 0xAF;
  return space ? 3 : 0;
}

/// Byte length of a character reference that stands for a space, or 0.
size_t space_reference_size(std::string_view text) {
  for (const std::string_view reference :
       {"&nbsp;", "&ensp;", "&emsp;", "&thinsp;", "&#160;", "&#xa0;", "&#xA0;"})
    if (text.starts_with(reference)) return reference.size();
  return 0;
}

// How far the end of an opaque run is looked for, so that openers without an end cost linear time.
constexpr size_t opaque_limit = 1000;

/// Byte length of the opaque run that `text` begins with, or 0: a template tag, heading attributes, code in
/// plain text, or math.
size_t opaque_run_size(std::string_view text) {
  text = text.substr(0, opaque_limit);
  const auto through = [&](std::string_view closer, size_t from) {
    const size_t found = text.find(closer, from);
    return found == std::string_view::npos ? 0 : found + closer.size();
  };
  if (text.starts_with("{{")) return through("}}", 2);
  if (text.starts_with("{%")) return through("%}", 2);
  if (text.starts_with("{#") || text.starts_with("{.")) return through("}", 2);
  if (text.starts_with("`")) return through("`", 1);
  if (text.starts_with("$$")) return through("$$", 2);
  if (!text.starts_with("$") || text.size() < 3) return 0;
  if (class_of(text[1]) == ByteClass::space || (text[1] >= '0' && text[1] <= '9')) return 0;
  const size_t end = text.find('$', 2);
  if (end == std::string_view::npos || class_of(text[end - 1]) == ByteClass::space) return 0;
  const bool goes_on = end + 1 < text.size() && class_of(text[end + 1]) == ByteClass::letter;
  return goes_on ? 0 : end + 1;
}

/// Byte length of the character at `at` when it is one of the scripts that set no blanks between words: kana,
/// ideographs or Hangul; else 0. None at the end of the text.
size_t ideograph_size(std::string_view text, size_t at) {
  if (at + 3 > text.size()) return 0;
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (byte(0) < 0xE3 || byte(0) > 0xED) return 0;
  if ((byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return 0;
  if (byte(0) == 0xE3)
    return byte(1) >= 0x81 && byte(1) != 0x88 && byte(1) != 0x89 ? 3 : 0;  // no marks, no signs
  return byte(0) != 0xED || byte(1) < 0x9F ? 3 : 0;  // U+D7C0 on: no syllables, then surrogates
}

/// Where the run of such characters that begins at `at` ends.
size_t ideographs_end(std::string_view text, size_t at) {
  while (at + 3 <= text.size()) {
    // Most are ideographs, U+4000 to U+CFFF, whatever follows the first byte.
    const auto head = static_cast<unsigned char>(text[at]);
    const auto tail = static_cast<unsigned>(static_cast<unsigned char>(text[at + 1])) << 8 |
                      static_cast<unsigned char>(text[at + 2]);
    const bool common = head >= 0xE4 && head <= 0xEC && (tail & 0xC0C0u) == 0x8080u;
    if (!common && ideograph_size(text, at) == 0) break;
    at += 3;
  }
  return at;
}

/// A comma or full stop of Chinese and Japanese.
bool is_ideographic_mark(std::string_view text) {
  return text == "\xE3\x80\x81" || text == "\xE3\x80\x82";
}

/// Where the ASCII letters that begin at `at` end.
size_t letters_end(std::string_view text, size_t at) {
  constexpr uint64_t each = 0x0101010101010101u;
  while (std::endian::native == std::endian::little && at + 8 <= text.size()) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const uint64_t lower = (bytes | each * 0x20) & each * 0x7F;
    const uint64_t from_a = lower + each * (0x80 - 'a');  // the high bit of a byte: it is 'a' or beyond
    const uint64_t beyond_z = lower + each * (0x80 - 'z' - 1);
    const uint64_t letters = from_a & ~beyond_z & ~bytes & each * 0x80;
    if (letters != each * 0x80) return at + static_cast<size_t>(std::countr_one(letters | each * 0x7F)) / 8;
    at += 8;
  }
  while (at < text.size() && class_of(text[at]) == ByteClass::letter) ++at;
  return at;
}

/// Where the word of ASCII letters that begins at `at` ends, whose first letters end at `end`; single hyphens
/// and apostrophes may join its parts.
size_t plain_word_end(std::string_view text, size_t at, size_t end) {
  while (end > at && end + 1 < text.size() && (text[end] == '-' || text[end] == '\'') &&
         class_of(text[end + 1]) == ByteClass::letter)
    end = letters_end(text, end + 1);
  return end;
}

/// Words whose full stop ends no sentence.
bool is_abbreviation(std::string_view word) {
  constexpr size_t longest = 6;
  if (word.size() == 1) return class_of(word[0]) == ByteClass::letter;
  if (word.size() > longest) return false;
  for (const std::string_view known :
       {"Mr", "Mrs",    "Ms", "Dr", "Prof", "St",  "No",   "no", "Fig", "fig", "vs",
        "cf", "approx", "eg", "ie", "Inc",  "Ltd", "Corp", "Sr", "Jr",  "al",  "incl"})
    if (word == known) return true;
  return false;
}

/// Whether a hyphen or an apostrophe is inside; of bytes of no ASCII letters one may be taken for it.
bool is_compound(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c == '-' || c == '\'' || c == '\xE2'; });
}

bool can_start_sentence(std::string_view text, WordKind kind) {
  return kind != WordKind::word || !(text[0] >= 'a' && text[0] <= 'z');
}

bool is_opening_mark(std::string_view text) {
  for (const std::string_view mark :
       {"\"", "'", "(", "[", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB", "\xC2\xBF", "\xC2\xA1"})
    if (text == mark) return true;
  return false;
}

}  // namespace

void BlockReader::add_text(std::string_view text, uint32_t offset) {
  for (size_t at = 0; at < text.size();) {
    if (class_of(text[at]) == ByteClass::space) {
      add_space();
      while (at < text.size() && class_of(text[at]) == ByteClass::space) ++at;
      continue;
    }
    const size_t letters = letters_end(text, at);
    const size_t word_end = plain_word_end(text, at, letters);
    // The common case: a word between blanks, perhaps with a mark after it.
    if (word_end > at && word_end < text.size() && segments_.empty()) {
      const bool mark = class_of(text[word_end]) == ByteClass::mark && word_end + 1 < text.size() &&
                        class_of(text[word_end + 1]) == ByteClass::space;
      if (mark || class_of(text[word_end]) == ByteClass::space) {
        const auto begin = static_cast<uint32_t>(offset + at);
        const auto end = static_cast<uint32_t>(offset + word_end);
        push_word(text.substr(at, word_end - at), {begin, end}, WordKind::word,
                  pack_word(text.substr(at), word_end - at), word_end != letters);
        if (mark) push_mark(text.substr(word_end, 1), {end, end + 1});
        at = word_end + (mark ? 2 : 1);  // past the blank
        space_ = true;
        continue;
      }
    }
    if (class_of(text[at]) == ByteClass::special) {
      at += add_special(text, at, offset);
      continue;
    }
    if (ideograph_size(text, at) != 0) {
      at += add_ideographs(text, at, offset);
      continue;
    }
    size_t end = word_end;
    size_t wide_space = 0;
    for (; end < text.size(); ++end) {
      const ByteClass byte_class = class_of(text[end]);
      if (byte_class == ByteClass::space || byte_class == ByteClass::special) break;
      if (byte_class != ByteClass::high) continue;
      if ((wide_space = wide_space_size(text, end)) != 0 || ideograph_size(text, end) != 0) break;
    }
    if (end > at) add_segment(text.substr(at, end - at), static_cast<uint32_t>(offset + at), word_end - at);
    if (wide_space != 0) add_space();
    at = end + wide_space;
  }
}

/// Pushes the ideographs from `at` on as one word; returns how many bytes they take.
size_t BlockReader::add_ideographs(std::string_view text, size_t at, uint32_t offset) {
  end_chunk();
  const size_t end = ideographs_end(text, at);
  const std::string_view word = text.substr(at, end - at);
  push_word(word, {static_cast<uint32_t>(offset + at), static_cast<uint32_t>(offset + end)}, WordKind::word,
            pack_word(word, word.size()), false);
  return end - at;
}

/// Reads from a special byte on; returns how many bytes were taken.
size_t BlockReader::add_special(std::string_view text, size_t at, uint32_t offset) {
  const std::string_view rest = text.substr(at);
  const auto begin = static_cast<uint32_t>(offset + at);
  if (rest[0] == '\\' && rest.size() > 1 && is_ascii_punctuation(rest[1])) {
    add_segment(rest.substr(1, 1), begin + 1);
    return 2;
  }
  if (const size_t size = rest[0] == '&' ? space_reference_size(rest) : 0) {
    add_space();
    return size;
  }
  if (const size_t size = opaque_run_size(rest)) {
    add_opaque(rest.substr(0, size), begin);
    return size;
  }
  add_segment(rest.substr(0, 1), begin);
  return 1;
}

void BlockReader::end_chunk() {
  if (segments_.empty()) return;
  if (segments_.size() > 1) {
    push_joined();
  } else {
    const Segment segment = segments_[0];
    const bool markup_after = markup_;
    markup_ = segment.markup_before;
    if (!push_plain(segment)) {
      parts_.clear();
      split_chunk(segment.text, parts_);
      for (const ChunkPart& part : parts_)
        push(slice(segment.text, part.span),
             {segment.offset + part.span.begin, segment.offset + part.span.end}, part.kind);
    }
    markup_ = markup_after;
  }
  segments_.clear();
}

/// Pushes a chunk that is a plain word, perhaps with a mark after it, or such a mark; false when it is none.
bool BlockReader::push_plain(const Segment& segment) {
  if (is_ideographic_mark(segment.text)) {
    push_mark(segment.text, {segment.offset, segment.offset + 3});
    return true;
  }
  const size_t rest = segment.text.size() - segment.word_size;
  const bool mark = rest == 1 && class_of(segment.text.back()) == ByteClass::mark;
  if (segment.word_size == 0 || (rest != 0 && !mark)) return false;
  const uint32_t end = segment.offset + segment.word_size;
  push(segment.text.substr(0, segment.word_size), {segment.offset, end}, WordKind::word);
  if (mark) push(segment.text.substr(segment.word_size), {end, end + 1}, WordKind::punctuation);
  return true;
}

/// Pushes the words of a chunk in several segments. Only a word that lies in more than one of them needs a
/// text of its own.
void BlockReader::push_joined() {
  std::string chunk;
  for (const Segment& segment : segments_) chunk += segment.text;
  parts_.clear();
  split_chunk(chunk, parts_);
  const bool markup_after = markup_;
  markup_ = false;
  size_t index = 0;      // of the segment under way
  uint32_t begin = 0;    // where it begins in the chunk
  bool entered = false;  // its markup_before is accounted for
  for (const ChunkPart& part : parts_) {
    const auto move_to = [&](uint32_t place) {
      while (place >= begin + segments_[index].text.size()) {
        begin += static_cast<uint32_t>(segments_[index++].text.size());
        entered = false;
      }
    };
    move_to(part.span.begin);
    if (!entered) markup_ = markup_ || segments_[index].markup_before;
    entered = true;
    const size_t first = index;
    const uint32_t first_begin = begin;
    const uint32_t source_begin = segments_[index].offset + part.span.begin - begin;
    move_to(part.span.end - 1);
    entered = true;
    const uint32_t source_end = segments_[index].offset + part.span.end - begin;
    std::string_view text;
    if (first == index) {
      text = segments_[first].text.substr(part.span.begin - first_begin, part.span.size());
    } else {
      text = joined_.emplace_back(chunk.substr(part.span.begin, part.span.size()));
    }
    push(text, {source_begin, source_end}, part.kind);
  }
  markup_ = markup_after;
}

void BlockReader::push(std::string_view text, Span span, WordKind kind) {
  if (kind == WordKind::punctuation) {
    push_mark(text, span);
  } else {
    push_word(text, span, kind, pack_word(text, text.size()), is_compound(text));
  }
}

void BlockReader::push_mark(std::string_view text, Span span) {
  const char mark = text[0];
  const bool joined = !space_;
  if (sentence_ended_ && !joined && is_opening_mark(text)) {
    end_sentence();
  } else if (mark == '!' || mark == '?') {
    sentence_ended_ = true;
  } else if (mark == '.') {
    const bool abbreviation = joined && words_.size() > block_begin_ &&
                              words_.back().kind == WordKind::word && is_abbreviation(words_.back().text);
    sentence_ended_ = sentence_ended_ || !abbreviation;
  } else if (!joined) {
    sentence_ended_ = false;
  }
  append(text, span, WordKind::punctuation);
}

void BlockReader::push_word(std::string_view text, Span span, WordKind kind, const PackedWord& packed,
                            bool compound) {
  if (sentence_ended_ && space_ && can_start_sentence(text, kind)) end_sentence();
  sentence_ended_ = false;
  Word& word = append(text, span, kind);
  word.sentence_start = sentence_starts_;
  word.compound = compound;
  word.classes = kind == WordKind::word ? word_classes(text, packed) : static_cast<uint8_t>(0);
  word.key = word_key(text, packed);
  sentence_starts_ = false;
}

/// Filled in place: a Word built elsewhere and copied here would cost more than all else that is done for it.
Word& BlockReader::append(std::string_view text, Span span, WordKind kind) {
  Word& word = words_.emplace_back();
  word.text = text;
  word.span = span;
  word.kind = kind;
  word.space_before = space_;
  word.markup_before = markup_;
  space_ = markup_ = false;
  return word;
}

void BlockReader::end_sentence() {
  sentence_starts_ = true;
  sentence_ended_ = false;
  if (sentence_begin_ == word_count()) return;
  sentences_.push_back({kind_, sentence_begin_, word_count()});
  sentence_begin_ = word_count();
}

}  // namespace rubric
