// How it works: for each file the text is taken once, and of each finding its slice and a window of its
// line's bytes on both sides. Hashes are FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), which is the
// same on every machine.

#include "lint/fingerprint.h"

#include <algorithm>
#include <map>

#include "text/source.h"

namespace rubric {

namespace {

constexpr uint32_t most_of_thing = 80;  // bytes
constexpr uint32_t window = 40;         // bytes on each side

uint64_t fnv(std::string_view text, uint64_t hash = 14695981039346656037u) {
  for (const char byte : text) hash = (hash ^ static_cast<uint8_t>(byte)) * 1099511628211u;
  return hash;
}

uint32_t folded(uint64_t hash) {
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// Each run of white space as one blank, none at the ends.
std::string joined(std::string_view text) {
  std::string result;
  for (const char byte : text) {
    if (!is_blank(byte)) {
      result += byte;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

bool continues_code_point(char byte) {
  return (static_cast<uint8_t>(byte) & 0xC0) == 0x80;
}

// The beginning of a long text, whole code points.
void cut(std::string& text) {
  if (text.size() <= most_of_thing) return;
  size_t end = most_of_thing;
  while (end > 0 && continues_code_point(text[end])) --end;
  text.resize(end);
}

// The words around a span that lie wholly in the window, and the span's own.
std::string surroundings(const Source& source, Span span) {
  const Span first = source.line(source.line_of(span.begin));
  const Span last = source.line(source.line_of(span.end));
  uint32_t begin = std::max(first.begin, span.begin - std::min(span.begin, window));
  uint32_t end = std::max(span.end, std::min(last.end, span.end + window));
  const std::string_view text = source.text();
  if (begin > first.begin)
    while (begin < span.begin && !is_blank(text[begin])) ++begin;
  if (end < last.end)
    while (end > span.end && !is_blank(text[end - 1])) --end;
  return joined(source.slice({begin, end}));
}

Fingerprint fingerprint_of(const Diagnostic& diagnostic, const Source& source) {
  Fingerprint made{diagnostic.rule, diagnostic.path, "", 0, 0};
  const auto size = static_cast<uint32_t>(source.text().size());
  const Span span = {std::min(diagnostic.range.span.begin, size), std::min(diagnostic.range.span.end, size)};
  if (span.end == 0) {
    made.around = folded(fnv(source.text()));
    return made;
  }
  made.around = folded(fnv(surroundings(source, span)));
  made.thing = joined(source.slice(span));
  cut(made.thing);
  return made;
}

}  // namespace

std::vector<Fingerprint> fingerprints(std::span<const Diagnostic> diagnostics,
                                      const std::function<std::string(std::string_view path)>& text_of) {
  std::vector<Fingerprint> all;
  all.reserve(diagnostics.size());
  for (size_t index = 0; index < diagnostics.size();) {
    const std::string& path = diagnostics[index].path;
    const Source source(text_of(path));
    std::map<std::pair<std::string, std::string>, uint32_t> counts;
    for (; index < diagnostics.size() && diagnostics[index].path == path; ++index) {
      Fingerprint& made = all.emplace_back(fingerprint_of(diagnostics[index], source));
      made.ordinal = counts[{made.rule, made.thing}]++;
    }
  }
  return all;
}

std::string digest(const Fingerprint& fingerprint) {
  constexpr std::string_view separator("\0", 1);
  uint64_t hash = fnv(fingerprint.rule);
  for (const std::string& part : {fingerprint.path, fingerprint.thing, std::to_string(fingerprint.ordinal)})
    hash = fnv(part, fnv(separator, hash));
  std::string digits;
  for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(hash >> shift) & 15];
  return digits;
}

}  // namespace rubric
