#include "prose/block_reader.h"

#include <array>

#include "text/utf8.h"

// How it works. Text is cut at white space into chunks; markup does not end a chunk, so a word that markup
// splits is put together again. Nearly all chunks are plain words between blanks and are pushed at once; the
// others go through split_chunk(). Sentences are cut as the words come in.

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

/// Byte length of a space that is not ASCII, or 0.
size_t wide_space_size(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte != 0xC2 && byte != 0xE2 && byte != 0xE3) return 0;
  const CodePoint point = decode_utf8(text, at);
  const char32_t c = point.value;
  const bool space =
      c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x3000;
  return space ? point.length : 0;
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

bool can_start_sentence(const Word& word) {
  if (word.kind != WordKind::word) return true;
  return !(word.text[0] >= 'a' && word.text[0] <= 'z');
}

bool is_opening_mark(const Word& word) {
  if (word.kind != WordKind::punctuation) return false;
  for (const std::string_view mark :
       {"\"", "'", "(", "[", "\xE2\x80\x9C", "\xE2\x80\x98", "\xC2\xAB", "\xC2\xBF", "\xC2\xA1"})
    if (word.text == mark) return true;
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
    size_t end = at;
    while (end < text.size() && class_of(text[end]) == ByteClass::letter) ++end;
    // The common case: letters between blanks, perhaps with a mark after them.
    if (end > at && end < text.size() && segments_.empty()) {
      const bool mark = class_of(text[end]) == ByteClass::mark && end + 1 < text.size() &&
                        class_of(text[end + 1]) == ByteClass::space;
      if (mark || class_of(text[end]) == ByteClass::space) {
        const auto word_begin = static_cast<uint32_t>(offset + at);
        const auto word_end = static_cast<uint32_t>(offset + end);
        push(text.substr(at, end - at), {word_begin, word_end}, WordKind::word);
        if (mark) push(text.substr(end, 1), {word_end, word_end + 1}, WordKind::punctuation);
        at = end + (mark ? 1 : 0);
        continue;
      }
    }
    if (end < text.size() && end == at && class_of(text[at]) == ByteClass::special) {
      at += add_special(text, at, offset);
      continue;
    }
    size_t wide_space = 0;
    for (; end < text.size(); ++end) {
      const ByteClass byte_class = class_of(text[end]);
      if (byte_class == ByteClass::space || byte_class == ByteClass::special) break;
      if (byte_class == ByteClass::high && (wide_space = wide_space_size(text, end)) != 0) break;
    }
    if (end > at) add_segment(text.substr(at, end - at), static_cast<uint32_t>(offset + at));
    if (wide_space != 0) add_space();
    at = end + wide_space;
  }
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
    parts_.clear();
    split_chunk(segment.text, parts_);
    for (const ChunkPart& part : parts_)
      push(slice(segment.text, part.span), {segment.offset + part.span.begin, segment.offset + part.span.end},
           part.kind);
    markup_ = markup_after;
  }
  segments_.clear();
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
  Word word{text, span, kind, space_, markup_, false};
  space_ = markup_ = false;
  if (kind == WordKind::punctuation) {
    const char mark = text[0];
    if (sentence_ended_ && word.space_before && is_opening_mark(word)) {
      end_sentence();
    } else if (mark == '!' || mark == '?') {
      sentence_ended_ = true;
    } else if (mark == '.') {
      const bool abbreviation = !words_.empty() && words_.size() > block_begin_ && !word.space_before &&
                                words_.back().kind == WordKind::word && is_abbreviation(words_.back().text);
      sentence_ended_ = sentence_ended_ || !abbreviation;
    } else if (word.space_before) {
      sentence_ended_ = false;
    }
    words_.push_back(word);
    return;
  }
  if (sentence_ended_ && word.space_before && can_start_sentence(word)) end_sentence();
  sentence_ended_ = false;
  word.sentence_start = sentence_starts_;
  sentence_starts_ = false;
  words_.push_back(word);
}

void BlockReader::end_sentence() {
  sentence_starts_ = true;
  sentence_ended_ = false;
  if (sentence_begin_ == word_count()) return;
  sentences_.push_back({kind_, sentence_begin_, word_count()});
  sentence_begin_ = word_count();
}

}  // namespace rubric
