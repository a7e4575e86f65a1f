// What `words:` of `.rubric.yaml` changes in what the rules say.

#include <catch2/catch.hpp>

#include "rules/rules.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

/// The messages of one rule about a page, with a `.rubric.yaml`.
std::string check(const std::string& rule, const std::string& configuration, const std::string& page) {
  WorkspaceOptions options;
  options.selection.select = {rule};
  options.configuration = read_configuration(".rubric.yaml", configuration, built_in_rules());
  const MemoryFiles memory({{"hugo.yaml", "title: Words\n"}, {"content/a.md", page}});
  Workspace workspace(memory, IgnoreRules::from_patterns({}), options);
  std::string messages;
  for (const Diagnostic& finding : workspace.check({""}))
    messages += (messages.empty() ? "" : " ") + finding.message;
  return messages;
}

}  // namespace

TEST_CASE("A project's words are known to the rules", "[rules]") {
  const std::string page = "Ask a SCOT about one or more runbooq or the Blorpdb today.\n";
  CHECK(check("name-case", "words: [BlorpDB]", page) == "The name `Blorpdb` is written `BlorpDB`.");
  CHECK(check("name-case", "words: [blorpdb]", page).empty());
  CHECK(check("name-case", "", page).empty());
  CHECK(check("article-mismatch", "words: {SCOT: {article: an}}", page).starts_with("`a` before `SCOT`"));
  CHECK(check("article-mismatch", "words: {SCOT: {article: a}}", page).empty());
  const std::string noun = "Use one or more runbooq.\n";
  CHECK(check("singular-after-quantifier", "words: {runbooq: {part-of-speech: noun}}", noun) ==
        "`runbooq` after `one or more` should be a plural.");
  CHECK(check("singular-after-quantifier", "words: {runbooq: {part-of-speech: mass-noun}}", noun).empty());
  CHECK(check("singular-after-quantifier", "", noun).empty());
}
