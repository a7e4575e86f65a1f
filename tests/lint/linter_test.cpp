#include "lint/linter.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

void each_heading(PageContext& context) {
  for (const NodeId id : context.document().tree().of_kind(NodeKind::heading)) {
    const Span span = context.document().tree()[id].span;
    context.report(span, {{"text", std::string(context.document().source.slice(span))}},
                   {"Help.", {}, {context.fix("Delete it", Applicability::safe, {Edit{span, ""}})}});
  }
}

void first_byte(PageContext& context) {
  context.report({0, 1}, {{"text", context.option("word").front().data()}});
}

RuleInfo native_info(std::string id) {
  RuleInfo info;
  info.id = std::move(id);
  info.message = "{text}!";
  info.options = {{"word", "", {"standard"}}};
  return info;
}

}  // namespace

TEST_CASE("A linter runs its active rules and sorts what they find") {
  const NativeRule natives[] = {{"first", first_byte}, {"heading", each_heading}, {"inactive", first_byte}};
  const RuleInfo first = native_info("first"), heading = native_info("heading");
  const Linter linter(
      {ActiveRule{&heading, Severity::info, {}}, ActiveRule{&first, Severity::error, {{"word", {"set"}}}}},
      natives);
  const Dialect dialect;
  const std::vector<Diagnostic> findings = linter.lint(Document("a.md", "x\n\n# One\n", dialect));
  REQUIRE(findings.size() == 2);
  CHECK(findings[0] ==
        Diagnostic{"first", Severity::error, "a.md", {{1, 1}, {1, 2}, {0, 1}}, "set!", "", {}, {}});
  CHECK(findings[1].message == "# One!");
  CHECK(findings[1].help == "Help.");
  CHECK(findings[1].range == Range{{3, 1}, {3, 6}, {3, 8}});
  CHECK(findings[1].fixes == std::vector<Fix>{{"Delete it", Applicability::safe, {{"", {{3, 8}, ""}}}}});
}
