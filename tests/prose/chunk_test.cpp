#include "prose/chunk.h"

#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

/// The parts, separated by blanks: words as they are, numbers as #…, marks as ‹mark›, opaque parts as <…>.
std::string split(std::string_view chunk) {
  std::vector<ChunkPart> parts;
  split_chunk(chunk, parts);
  std::string shown;
  uint32_t covered = 0;
  for (const ChunkPart& part : parts) {
    CHECK(part.span.begin == covered);
    covered = part.span.end;
    const std::string text(slice(chunk, part.span));
    if (!shown.empty()) shown += ' ';
    switch (part.kind) {
      case WordKind::word:
        shown += text;
        break;
      case WordKind::number:
        shown += '#' + text;
        break;
      case WordKind::punctuation:
        shown += '\'' + text;
        break;
      case WordKind::opaque:
        shown += '<' + text + '>';
        break;
    }
  }
  CHECK(covered == chunk.size());
  return shown;
}

}  // namespace

TEST_CASE("A chunk falls apart into words and marks", "[prose]") {
  struct Row {
    std::string_view chunk, parts;
  };
  const Row rows[] = {
      {"word", "word"},
      {"don't", "don't"},
      {"end-user,", "end-user ',"},
      {"(\"yes!\")", "'( '\" yes '! '\" ')"},
      {"pre-", "pre '-"},
      {"users'", "users ''"},
      {"e.g.", "e.g."},
      {"U.S.),", "U.S. ') ',"},
      {"etc.", "etc '."},
      {"wait...", "wait '. '. '."},
      {"word(s)", "word '( s ')"},
      {"one,two", "one ', two"},
      {"and/or", "and '/ or"},
      {"SLO/SLA's", "SLO '/ SLA's"},
      {"11,000", "#11,000"},
      {"$1.8M.", "#$1.8M '."},
      {"100%", "#100%"},
      {"2nd", "#2nd"},
      {"x86", "x86"},
      {"M&A", "<M&A>"},
      {"C++", "<C++>"},
      {"user_id", "<user_id>"},
      {"Node.js", "<Node.js>"},
      {"docs/index.md", "<docs/index.md>"},
      {"a/b/c", "<a/b/c>"},
      {"/etc/hosts.", "</etc/hosts> '."},
      {"@user,", "<@user> ',"},
      {"me@example.org", "<me@example.org>"},
      {"https://example.org/a,b.", "<https://example.org/a,b> '."},
      {"--flag", "<--flag>"},
      {"#123", "<#123>"},
      {"--", "'- '-"},
      {"=", "'="},
      {"caf\xC3\xA9", "caf\xC3\xA9"},
      {"\xE2\x80\x9Cyes\xE2\x80\x9D", "'\xE2\x80\x9C yes '\xE2\x80\x9D"},
      {"it\xE2\x80\x99s", "it\xE2\x80\x99s"},
      {"end\xE2\x80\x94start", "end '\xE2\x80\x94 start"},
      {"\xF0\x9F\x98\x80", "'\xF0\x9F\x98\x80"},
      {"a\xFF"
       "b",
       "<a\xFF"
       "b>"},
  };
  for (const Row& row : rows) {
    INFO(row.chunk);
    CHECK(split(row.chunk) == row.parts);
  }
}
