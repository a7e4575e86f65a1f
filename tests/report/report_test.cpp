#include "report/report.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "text/source.h"
#include "text/utf8.h"

using namespace rubric;

namespace {

Diagnostic finding(const std::string& path, const std::string& text, Span span, const std::string& message) {
  Diagnostic result;
  result.rule = "some-rule";
  result.severity = Severity::error;
  result.path = path;
  result.range = Source(text).range(span);
  result.message = message;
  return result;
}

Fix fix(const std::string& title, Applicability applicability) {
  return {title, applicability, {{"a.md", {{0, 1}, "x"}}}};
}

std::vector<const Diagnostic*> pointers(const std::vector<Diagnostic>& diagnostics) {
  std::vector<const Diagnostic*> result;
  for (const Diagnostic& diagnostic : diagnostics) result.push_back(&diagnostic);
  return result;
}

std::string text_report(const std::vector<Diagnostic>& diagnostics, const std::string& text,
                        const ReportOptions& options = {}) {
  std::ostringstream out;
  write_text(
      out, pointers(diagnostics), [&](std::string_view) { return text; }, options);
  return out.str();
}

std::string concise_report(const std::vector<Diagnostic>& diagnostics, const ReportOptions& options = {}) {
  std::ostringstream out;
  write_concise(out, diagnostics, options);
  return out.str();
}

}  // namespace

TEST_CASE("A finding for people: headline, excerpt, help, fixes, related places") {
  const std::string text = "one\n{{$ include \"x.md\" %}}\n";
  Diagnostic full = finding("content/a.md", text, {17, 21}, "No file `x.md`.");
  full.help = "Did you mean `y.md`?";
  full.fixes = {fix("Replace `x.md` by `y.md`", Applicability::safe),
                fix("Remove the include", Applicability::unsafe_fix)};
  full.related = {{"content/b.md", {3, 1}, "it was here"}};
  CHECK(text_report({full}, text) ==
        "content/a.md:2:14: error[some-rule] No file `x.md`. [fixable]\n"
        "  |\n"
        "2 | {{$ include \"x.md\" %}}\n"
        "  |              ^^^^\n"
        "  = help: Did you mean `y.md`?\n"
        "  = fix: Replace `x.md` by `y.md`\n"
        "  = unsafe fix: Remove the include\n"
        "  = note: content/b.md:3:1: it was here\n"
        "\n");
}

TEST_CASE("A finding needs neither help nor fixes, nor even a text") {
  const std::string text = "\n\n\n\n\n\n\n\n\nx  y\nz\n";
  Diagnostic warning = finding("a.md", text, {12, 16}, "Odd.");
  warning.severity = Severity::warning;
  warning.fixes = {fix("Mend it", Applicability::unsafe_fix)};
  CHECK(text_report({warning}, text) ==
        "a.md:10:4: warning[some-rule] Odd. [fixable with --unsafe-fixes]\n"
        "   |\n"
        "10 | x  y\n"
        "   |    ^\n"
        "   = unsafe fix: Mend it\n"
        "\n");
  const std::string bare = "a.md:10:4: error[some-rule] Odd.\n\n";
  const Diagnostic error = finding("a.md", text, {12, 13}, "Odd.");
  CHECK(text_report({error}, "") == bare);
  CHECK(text_report({error}, "gone") == bare);
  CHECK(text_report({error}, "the lines have moved") == bare);
  CHECK(text_report({}, text).empty());
}

TEST_CASE("Excerpts leave out the byte-order mark and the line end") {
  const std::string text =
      "\xEF\xBB\xBF"
      "ab\r\n\r\n";
  CHECK(text_report({finding("a.md", text, {4, 5}, "B.")}, text) ==
        "a.md:1:2: error[some-rule] B.\n  |\n1 | ab\n  |  ^\n\n");
  CHECK(text_report({finding("a.md", text, {7, 9}, "Empty.")}, text) ==
        "a.md:2:1: error[some-rule] Empty.\n  |\n2 |\n  | ^\n\n");
}

TEST_CASE("A finding of a whole binary file shows no line of it") {
  const std::string image("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
  const Diagnostic unused = finding("static/a.png", image, {0, 0}, "No text names this image.");
  CHECK(text_report({unused}, image) == "static/a.png:1:1: error[some-rule] No text names this image.\n\n");
}

TEST_CASE("Each file's text is asked for once, in order") {
  std::vector<std::string> asked;
  std::ostringstream out;
  const std::string text = "abc\n";
  const std::vector<Diagnostic> diagnostics = {finding("a.md", text, {0, 1}, "1"),
                                               finding("a.md", text, {1, 2}, "2"),
                                               finding("b.md", text, {0, 1}, "3")};
  write_text(out, pointers(diagnostics),
             [&](std::string_view path) { return asked.emplace_back(path), text; }, {});
  CHECK(asked == std::vector<std::string>{"a.md", "b.md"});
}

TEST_CASE("The concise form is one safe line per finding") {
  const Diagnostic hostile = finding("a\x1b.md", "x", {0, 1}, "Line\nend, \x1b[2J, caf\xC3\xA9, \xFF.");
  Diagnostic info = finding("b.md", "x", {0, 1}, "Quiet.");
  info.severity = Severity::info;
  CHECK(concise_report({hostile, info}) ==
        "a\\x1b.md:1:1: error[some-rule] Line\\nend, \\x1b[2J, caf\xC3\xA9, \\xff.\n"
        "b.md:1:1: info[some-rule] Quiet.\n");
}

TEST_CASE("No page, however odd, breaks a report or reaches the terminal raw") {
  std::mt19937 random(3);
  const std::string_view pieces[] = {"a",    "\t",   "\r", "\n",           "\x1b",
                                     "\xFF", "\xC3", "日", "\xE2\x80\xAE", "\xEF\xBB\xBF"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (size_t count = random() % 200; count > 0; --count) text += pieces[random() % std::size(pieces)];
    const auto begin = static_cast<uint32_t>(random() % (text.size() + 1));
    const auto end = begin + static_cast<uint32_t>(random() % (text.size() + 1 - begin));
    Diagnostic odd = finding(text, text, {begin, end}, text);
    odd.help = text;
    const std::string report = text_report({odd}, text) + concise_report({odd});
    const auto raw = [](char byte) {
      return byte != '\n' && (static_cast<uint8_t>(byte) < 0x20 || byte == 0x7F);
    };
    REQUIRE(std::none_of(report.begin(), report.end(), raw));
    REQUIRE_FALSE(find_ill_formed(report).has_value());
    REQUIRE(report.find("\xE2\x80\xAE") == std::string::npos);
    if (!text.empty()) REQUIRE(std::count(report.begin(), report.end(), '\n') == 7);
  }
}

TEST_CASE("Colours only where asked for") {
  ReportOptions colour;
  colour.colour = true;
  const Diagnostic error = finding("a.md", "x", {0, 1}, "Odd.");
  CHECK(concise_report({error}, colour) ==
        "\x1b[1ma.md:1:1:\x1b[0m \x1b[1;31merror[some-rule]\x1b[0m Odd.\n");
  CHECK(text_report({error}, "x", colour) ==
        "\x1b[1ma.md:1:1:\x1b[0m \x1b[1;31merror[some-rule]\x1b[0m Odd.\n"
        "\x1b[34m  |\x1b[0m\n"
        "\x1b[34m1 |\x1b[0m x\n"
        "\x1b[34m  |\x1b[0m \x1b[1;31m^\x1b[0m\n"
        "\n");
}

TEST_CASE("The summary counts findings, files and fixes") {
  Diagnostic error = finding("a.md", "x", {0, 1}, "");
  Diagnostic safe = error;
  safe.fixes = {fix("", Applicability::unsafe_fix), fix("", Applicability::safe)};
  Diagnostic unsafe = error;
  unsafe.path = "b.md";
  unsafe.severity = Severity::warning;
  unsafe.fixes = {fix("", Applicability::unsafe_fix)};
  Diagnostic info = unsafe;
  info.severity = Severity::info;
  info.fixes.clear();
  const auto check = [](const std::vector<Diagnostic>& diagnostics, uint32_t files,
                        const std::string& expected) { CHECK(summary(diagnostics, files) == expected); };
  check({}, 690, "No findings in 690 files.");
  check({}, 1, "No findings in 1 file.");
  check({error}, 1, "Found 1 error in 1 of 1 file.");
  check({error, safe}, 690, "Found 2 errors in 1 of 690 files (1 fixable with --fix).");
  check({error, unsafe}, 9, "Found 1 error and 1 warning in 2 of 9 files (1 fixable with --unsafe-fixes).");
  check({error, safe, unsafe, info, info}, 9,
        "Found 2 errors, 1 warning and 2 info findings in 2 of 9 files (1 fixable with --fix, 1 more with "
        "--unsafe-fixes).");
}

TEST_CASE("A rule's page has an address where the build knows one") {
  CHECK(rule_url("", "some-rule").empty());
  CHECK(rule_url("https://example.org/rules/", "some-rule") == "https://example.org/rules/some-rule");
  CHECK(rule_url("https://example.org/{rule}.md#top", "some-rule") == "https://example.org/some-rule.md#top");
}
