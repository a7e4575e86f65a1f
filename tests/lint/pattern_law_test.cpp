// Laws of patterns over generated pages: what a finding says is what its span shows, and nothing is missed.

#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "lint/pattern_rule.h"

using namespace rubric;

namespace {

// A page of one paragraph and what its readers see of it, word by word; what is no words is empty.
struct MadePage {
  std::string source;
  std::vector<std::string> seen;
};

// Markup holds digits and signs only, so that the letters of a span are those that are seen.
MadePage make_page(std::mt19937& random) {
  MadePage page{"z", {"z"}};
  const size_t words = 1 + random() % 40;
  for (size_t index = 0; index < words; ++index) {
    static const char* const gaps[] = {" ", "\n", "  ", " \n", "\t"};
    page.source += gaps[random() % 5];
    static const char* const letters[] = {"ab", "ba", "abba", "AB"};
    const std::string word = letters[random() % 4];
    const size_t markup = random() % 10;
    if (markup < 2) {
      static const char* const opaque[] = {"`1`", "{{< 1 >}}", "<1@1.de>", "![](1)"};
      page.source += opaque[random() % 4];
      page.seen.emplace_back();
      continue;
    }
    if (markup == 2) page.source += "**" + word + "**";
    if (markup == 3) page.source += "[" + word + "](1)";
    if (markup == 4) page.source += "*" + word + "*";
    if (markup > 4) page.source += word;
    page.seen.push_back(word);
  }
  return page;
}

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char byte : text) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter) letters += byte;
    if (!letter && !letters.empty() && letters.back() != ' ') letters += ' ';
  }
  while (letters.ends_with(' ')) letters.pop_back();
  return letters;
}

// How often two words stand one after the other, without overlaps.
size_t count_pairs(const MadePage& page, const std::string& first, const std::string& second) {
  size_t count = 0;
  for (size_t index = 0; index + 1 < page.seen.size(); ++index) {
    if (page.seen[index] != first || page.seen[index + 1] != second) continue;
    ++count;
    ++index;
  }
  return count;
}

size_t count_words(const MadePage& page, const std::string& word) {
  return static_cast<size_t>(std::count(page.seen.begin(), page.seen.end(), word));
}

void check_spans(const MadePage& page, const std::vector<Diagnostic>& findings) {
  uint32_t end = 0;
  for (const Diagnostic& finding : findings) {
    const Span span = finding.range.span;
    CHECK(span.begin >= end);
    end = span.end;
    CHECK(letters_of(slice(page.source, span)) == finding.message);
  }
}

}  // namespace

TEST_CASE("A pattern finds what is seen, all of it, and says what its span shows") {
  std::mt19937 random(7);
  for (int round = 0; round < 400; ++round) {
    const MadePage page = make_page(random);
    INFO(page.source);
    const auto word = lint_with("check: existence\ntokens: [ab]", page.source);
    const auto around = lint_with("check: existence\ntokens: ['(?<!x)ab(?!x)']", page.source);
    const auto pair = lint_with("check: existence\ntokens: [ab ba]", page.source);
    const auto open = lint_with("check: existence\ntokens: ['\\w+ba']", page.source);
    CHECK(word.size() == count_words(page, "ab"));
    CHECK(around == word);
    CHECK(pair.size() == count_pairs(page, "ab", "ba"));
    CHECK(open.size() == count_words(page, "abba"));
    for (const auto& findings : {word, pair, open}) check_spans(page, findings);
  }
}
