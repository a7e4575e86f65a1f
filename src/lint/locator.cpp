// How it works: a search goes from match to match. RE2's `\b` knows ASCII words only, so the letters around a
// match are looked at once more.

#include "lint/locator.h"

#include <optional>

#include <re2/re2.h>

#include "lint/look_around.h"
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

// RE2; for look-arounds it finds the candidates, places where the pattern without them matches, and the other
// engine tries each. That need not look at the rest of the text then.
class Locator::Engine {
 public:
  Engine(const Expression& expression, const std::string& look_around)
      : re2_(expression.text, RE2::Quiet),
        is_whole_(expression.is_whole),
        look_around_(look_around.empty() ? nullptr : std::make_unique<LookAround>(look_around)) {}

  class Search {
   public:
    Search(const Engine& engine, std::string_view text, Wanted wanted)
        : engine_(engine),
          text_(text),
          first_(engine.is_whole_ && (wanted == Wanted::match || engine.look_around_) ? 0 : 1),
          groups_(wanted == Wanted::match || engine.look_around_
                      ? first_ + 1
                      : 1 + static_cast<size_t>(engine.re2_.NumberOfCapturingGroups())) {
      if (engine.look_around_) look_around_.emplace(*engine.look_around_, text);
    }

    // The groups of the next match at `at` or after; the first is the match.
    bool next(size_t at, std::vector<Span>& groups) {
      while (at < text_.size() && next_of_re2(at, groups)) {
        if (!look_around_) return true;
        const Span candidate = groups.front();
        if (!look_around_->spend(candidate.end - at)) return false;
        if (look_around_->matches(candidate.begin, groups)) return true;
        if (look_around_->gave_up() || candidate.begin >= text_.size()) return false;
        at = candidate.begin + decode_utf8(text_, candidate.begin).length;
      }
      return false;
    }

    bool gave_up() const { return look_around_ && look_around_->gave_up(); }

   private:
    bool next_of_re2(size_t at, std::vector<Span>& groups) {
      const re2::StringPiece piece(text_.data(), text_.size());
      const auto count = static_cast<int>(groups_.size());
      if (!engine_.re2_.Match(piece, at, text_.size(), RE2::UNANCHORED, groups_.data(), count)) return false;
      groups.clear();
      for (size_t index = first_; index < groups_.size(); ++index) {
        const re2::StringPiece& group = groups_[index];
        const size_t begin = group.data() ? static_cast<size_t>(group.data() - text_.data()) : 0;
        groups.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + group.size())});
      }
      return true;
    }

    const Engine& engine_;
    std::string_view text_;
    size_t
        first_;  // of the groups that are asked for; RE2 finds 0, the whole, with far less work than others
    std::vector<re2::StringPiece> groups_;
    std::optional<LookAround::Search> look_around_;
  };

 private:
  RE2 re2_;
  bool is_whole_;
  std::unique_ptr<LookAround> look_around_;
};

Locator::Locator(const PatternKeys& keys, std::string_view pattern, Wanted wanted)
    : pattern_(pattern),
      expression_(expression_of(keys, pattern)),
      look_around_(has_look_around(pattern) ? look_around_expression_of(keys, pattern) : ""),
      candidates_(look_around_.empty() ? Expression{} : candidate_expression_of(keys, pattern)),
      wanted_(wanted),
      whole_words_(keys.whole_words) {}

Locator::~Locator() = default;

bool Locator::locate(std::string_view text, std::vector<Span>& found) const {
  std::call_once(compiled_, [&] {
    engine_ = std::make_unique<Engine>(look_around_.empty() ? expression_ : candidates_, look_around_);
  });
  Engine::Search search(*engine_, text, wanted_);
  std::vector<Span> groups;
  size_t at = 0;
  while (at < text.size() && search.next(at, groups)) {
    const Span match = groups.front();
    const bool whole = !whole_words_ || (!parts_word(text, match.begin) && !parts_word(text, match.end));
    if (match.empty() || !whole) {
      at = match.begin + (match.begin < text.size() ? decode_utf8(text, match.begin).length : 1);
      continue;
    }
    if (wanted_ == Wanted::match) found.push_back(match);
    for (size_t index = 1; wanted_ == Wanted::captures && index < groups.size(); ++index)
      if (!groups[index].empty()) found.push_back(groups[index]);
    at = match.end;
  }
  return !search.gave_up();
}

}  // namespace rubric
