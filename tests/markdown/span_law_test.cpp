// The span law over every example of the GFM specification, as it is and in every surrounding that changes
// how its bytes come to be where they are.

#include "span_law.h"

#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "spec_examples.h"

using namespace rubric;

namespace {

/// Puts `first` before the first line and `next` before each other one.
std::string behind(std::string_view text, std::string_view first, std::string_view next) {
  std::string result(first);
  for (size_t at = 0; at < text.size(); ++at) {
    result += text[at];
    if (text[at] == '\n' && at + 1 < text.size()) result += next;
  }
  return result;
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
  std::string result;
  for (const char byte : text) byte == '\n' ? void(result += line_end) : void(result += byte);
  return result;
}

std::string on_one_line(std::string_view text) {
  return with_line_ends(text, " ");
}

std::string with_tabs_for_blanks(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const bool four = text.substr(at, 4) == "    ";
    result += four ? '\t' : text[at];
    if (four) at += 3;
  }
  return result;
}

/// Puts `bytes` after each blank of the text.
std::string after_blanks(std::string_view text, std::string_view bytes) {
  std::string result;
  for (const char byte : text) {
    result += byte;
    if (byte == ' ') result += bytes;
  }
  return result;
}

struct Mutation {
  const char* name;
  std::function<std::string(const std::string&)> apply;
};

using Text = const std::string&;

const std::vector<Mutation> mutations = {
    {"as it is", [](Text text) { return text; }},
    {"quoted", [](Text text) { return behind(text, "> ", "> "); }},
    {"quoted tightly", [](Text text) { return behind(text, ">", ">"); }},
    {"in an item", [](Text text) { return behind(text, "- ", "  "); }},
    {"in an ordered item", [](Text text) { return behind(text, "1.  ", "    "); }},
    {"in an item in a quote", [](Text text) { return behind(text, "> - ", ">   "); }},
    {"in a quote in an item", [](Text text) { return behind(text, "- > ", "  > "); }},
    {"in an item in an item", [](Text text) { return behind(text, "- - ", "    "); }},
    {"quoted twice", [](Text text) { return behind(text, "> > ", "> > "); }},
    {"in an item by tabs", [](Text text) { return behind(text, "-\t", "\t"); }},
    {"quoted with tabs", [](Text text) { return behind(text, ">\t", ">\t"); }},
    {"indented", [](Text text) { return behind(text, "   ", "   "); }},
    {"indented as code", [](Text text) { return behind(text, "\t", "\t"); }},
    {"lazy after a quote", [](Text text) { return behind(text, "> ", ""); }},
    {"lazy after an item", [](Text text) { return behind(text, "- ", ""); }},
    {"lazy after two quotes", [](Text text) { return behind(text, "> > ", "> "); }},
    {"lazy and indented", [](Text text) { return behind(text, "> ", "     "); }},
    {"CRLF", [](Text text) { return with_line_ends(text, "\r\n"); }},
    {"CR", [](Text text) { return with_line_ends(text, "\r"); }},
    {"CRLF, quoted", [](Text text) { return with_line_ends(behind(text, "> ", "> "), "\r\n"); }},
    {"tabs for blanks", with_tabs_for_blanks},
    {"byte-order mark", [](Text text) { return "\xEF\xBB\xBF" + text; }},
    {"no final line end", [](Text text) { return text.substr(0, text.size() - 1); }},
    {"after a definition", [](Text text) { return "[d]: /d \"t\"\n" + text; }},
    {"after definitions, lazily", [](Text text) { return "> [d]:\n/d\n'title'\n" + text; }},
    {"after a paragraph", [](Text text) { return "x *y*\n" + text; }},
    {"before an underline", [](Text text) { return text + "===\n"; }},
    {"before a delimiter row", [](Text text) { return text + "|-|\n| a |\n"; }},
    {"in a header cell", [](Text text) { return "|" + on_one_line(text) + "| b |\n|-|-|\n"; }},
    {"in a cell", [](Text text) { return "|a|b|\n|-|-|\n|" + on_one_line(text) + "| b\\|`c\\|d` |\n"; }},
    {"in a cell after a cut paragraph, quoted",
     [](Text text) { return "> x\\|`y\\|`\n> |a|b|\n> |-|-|\n> |" + on_one_line(text) + "| b |\n"; }},
    {"in an ATX heading", [](Text text) { return "## " + on_one_line(text) + " ##\n"; }},
    {"in a footnote", [](Text text) { return behind(text, "[^f]: ", "    ") + "\nx[^f]\n"; }},
    {"in a footnote reference", [](Text text) { return "a[^" + on_one_line(text) + "] *b*\n"; }},
    {"in a link", [](Text text) { return "[" + on_one_line(text) + "](</u v> (t)) *b*\n"; }},
    {"twice in a paragraph", [](Text text) { return on_one_line(text) + on_one_line(text) + "\n" + text; }},
    {"in a task", [](Text text) { return behind(text, "- [x] ", "      "); }},
    {"0xFF", [](Text text) { return after_blanks(text, "\xFF"); }},
    {"half a character", [](Text text) { return after_blanks(text, "\xC3"); }},
    {"a surrogate", [](Text text) { return after_blanks(text, "\xED\xA0\x80"); }},
    {"NUL",
     [](Text text) {
       return after_blanks(text, {"\0", 1});
     }},
    {"letters of two and three bytes", [](Text text) { return after_blanks(text, "\xC3\xA9\xE6\x97\xA5"); }},
};

/// The violations, and the text that shows them; empty when the law holds.
std::string report(const char* mutation, const std::string& text) {
  std::ostringstream out;
  for (const std::string& violation : span_law_violations(text)) out << violation << "\n";
  if (out.str().empty()) return {};
  return std::string(mutation) + ":\n" + text + "\n" + out.str();
}

}  // namespace

TEST_CASE("The span law holds on all examples of the specification and their mutations", "[span law]") {
  const std::vector<std::string> examples = spec_examples();
  if (examples.empty()) {
    WARN("Skipped: the package cmark-gfm has no spec.txt.gz here and cannot be downloaded.");
    return;
  }
  CHECK(examples.size() >= 600);
  size_t broken = 0;
  for (const Mutation& mutation : mutations) {
    for (const std::string& example : examples) {
      const std::string found = report(mutation.name, mutation.apply(example));
      if (found.empty()) continue;
      // A failure of one kind shows up in hundreds of texts: a few tell enough.
      if (++broken <= 5) FAIL_CHECK(found);
    }
  }
  CHECK(broken == 0);
}
