// What suppressions do to findings, over two rules that report each digit 1 and each digit 2 of a page.

#include "lint/suppress.h"

#include <chrono>
#include <sstream>

#include <catch2/catch.hpp>

#include "lint/linter.h"

using namespace rubric;

namespace {

void report_digits(PageContext& context, char digit) {
  const std::string_view text = context.document().source.text();
  for (uint32_t at = 0; at < text.size(); ++at)
    if (text[at] == digit) context.report({at, at + 1});
}

void one(PageContext& context) {
  report_digits(context, '1');
}

void two(PageContext& context) {
  report_digits(context, '2');
}

void useless(SuppressionsContext& context) {
  for (const SuppressionUse& use : context.uses())
    if (use.judged && !use.used)
      context.report(use.name == nullptr ? use.suppression->range : use.name->range);
}

RuleInfo info_of(std::string id, std::vector<std::string> aliases, Reads reads = Reads::page) {
  RuleInfo info;
  info.id = std::move(id);
  info.group = "digits";
  info.aliases = std::move(aliases);
  info.reads = reads;
  return info;
}

const RuleInfo infos[] = {
    info_of("one", {"MD9", "no-one"}),
    info_of("two", {"Digits.Two"}),
    info_of("useless", {}, Reads::suppressions),
};
const NativeRule natives[] = {{"one", one}, {"two", two}, {"useless", useless}};

// "line:column rule" of what is left, after the rules and suppressions of a page.
std::string left_of(const std::string& text, bool narrowed = false) {
  static const Dialect plain;
  static const SiteConfiguration configuration;
  std::vector<ActiveRule> rules;
  for (const RuleInfo& info : infos) rules.push_back({&info, Severity::error, {}});
  const Linter linter(std::move(rules), natives, {}, narrowed);
  const Document document("a.md", text, plain);
  std::vector<Diagnostic> findings = linter.lint(document);
  linter.suppress(read_page(document, configuration), findings);
  std::ostringstream out;
  for (const Diagnostic& finding : findings)
    out << (out.str().empty() ? "" : ", ") << finding.range.begin.line << ':' << finding.range.begin.column
        << ' ' << finding.rule;
  return out.str();
}

}  // namespace

TEST_CASE("Suppressions take out the findings that they cover, and no other") {
  const struct {
    const char* text;
    const char* left;
  } cases[] = {
      {"1 2 <!-- rubric-disable-line one -->\n1\n", "1:3 two, 2:1 one"},
      {"1 2 <!-- rubric-disable-line one, two -->\n", ""},
      {"1 2 <!-- rubric-disable-line -->\n", ""},
      {"1 2 <!-- rubric-disable-line digits -->\n", ""},
      {"1 2 <!-- rubric-disable-line no-one: it is the name -->\n", "1:3 two"},
      {"1\n\n<!-- rubric-disable-next-line one -->\n1\n1\n", "1:1 one, 5:1 one"},
      {"<!-- rubric-disable one -->\n1 2\n<!-- rubric-enable one -->\n1\n", "2:3 two, 4:1 one"},
      {"<!-- rubric-disable -->\n1 2\n<!-- rubric-enable two -->\n1 2\n<!-- rubric-enable -->\n1\n",
       "4:3 two, 6:1 one"},
      {"1 <!-- rubric-disable one -->1<!-- rubric-enable one --> 1\n", "1:1 one, 1:58 one"},
      {"1\n\n<!-- rubric-disable-file one -->\n", ""},
      {"---\nrubric: {disable: one}\n---\n1 2\n", "4:3 two"},
      {"<!-- markdownlint-disable MD9 -->\n1 2\n<!-- markdownlint-enable md9 -->\n1\n", "2:3 two, 4:1 one"},
      {"<!-- markdownlint-disable -->\n1 2\n", "2:3 two"},
      {"<!-- markdownlint-capture -->\n<!-- markdownlint-disable -->\n1\n<!-- markdownlint-restore -->\n1\n",
       "5:1 one"},
      {"1 2 <!-- markdownlint-disable-line one -->\n", "1:1 one, 1:3 two"},
      {"<!-- vale off -->\n1 2\n\n<!-- vale on -->\n2\n", "2:1 one, 5:1 two"},
      {"<!-- vale Digits.Two = NO -->\n2\n\n<!-- vale Digits = YES -->\n2\n", "5:1 two"},
      {"<!-- vale Digits = NO -->\n2\n", ""},
  };
  for (const auto& entry : cases) {
    INFO(entry.text);
    CHECK(left_of(entry.text) == entry.left);
  }
}

TEST_CASE("Suppressions of no use are known, where all that they are for was looked for") {
  const struct {
    const char* text;
    const char* left;
  } cases[] = {
      {"a <!-- rubric-disable-line one, two -->2\n", "1:28 useless"},
      {"a <!-- rubric-disable-line -->\n", "1:3 useless"},
      {"a <!-- rubric-disable-line three -->\n", ""},
      {"<!-- rubric-enable one -->\n\n<!-- rubric-enable -->\n", "1:20 useless, 3:1 useless"},
      {"<!-- rubric-disable one --> 1\n\n<!-- rubric-disable one --> 1\n", "3:21 useless"},
      {"<!-- rubric-disable one -->\n\n<!-- rubric-enable one -->\n", "1:21 useless"},
      {"a <!-- markdownlint-disable-line MD9 --><!-- vale off -->\n", ""},
      {"a <!-- rubric-disable-line one --><!-- rubric-disable-line useless -->\n", ""},
      {"a <!-- rubric-disable-line one --><!-- rubric-disable-line -->\n", "1:28 useless, 1:35 useless"},
  };
  for (const auto& entry : cases) {
    INFO(entry.text);
    CHECK(left_of(entry.text) == entry.left);
  }
  CHECK(left_of("a <!-- rubric-disable-line -->\n", true).empty());
  CHECK(left_of("a <!-- rubric-disable-line one -->\n", true) == "1:28 useless");
}

TEST_CASE("Suppressions cost time in proportion to the page") {
  for (const char* piece :
       {"<!-- rubric-disable-next-line -->\n", "<!-- rubric-disable-next-line -->\n\n",
        "<!-- rubric-disable --><!-- rubric-enable one -->1 ", "<!-- rubric-disable-line one -->1 ",
        "<!-- rubric-disable-file one, two -->\n1 2\n", "<!-- markdownlint-capture -->1\n",
        "<!-- rubric-disable ", "a <!-- rubric-disable-next-line -->\n\n\n\n", "1,"}) {
    INFO(piece);
    std::string text = piece[0] == '1' ? "<!-- rubric-disable " : "";
    for (int count = 0; count < 10000; ++count) text += piece;
    if (piece[0] == '1') text += " -->\n";
    const auto start = std::chrono::steady_clock::now();
    left_of(text);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
  }
}
