#include "prose/opening_verb.h"

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

/// The form that the line opens with, "!" after it where it is certain and "?" where it is not even likely.
std::string check(const std::string& line) {
  const Dialect dialect;
  const Document document("a.md", line + "\n", dialect);
  const Prose prose(document);
  const OpeningVerb verb = opening_verb(SentenceView(prose.words()), Lexicon());
  constexpr const char* names[] = {"none", "base", "third person", "ing", "past"};
  const std::string name = names[static_cast<size_t>(verb.form)];
  if (verb.form == VerbForm::none) return name;
  return name + (verb.certain ? "!" : verb.likely ? "" : "?");
}

}  // namespace

TEST_CASE("Lines open with verbs of a form", "[lexicon]") {
  CHECK(check("Ensure quality.") == "base!");
  CHECK(check("**Ensures** quality.") == "third person!");
  CHECK(check("Managing the team.") == "ing!");
  CHECK(check("Led the team.") == "past!");
  CHECK(check("Actively participates in talks.") == "third person!");
  CHECK(check("[Review](/x/) the plan.") == "base!");
  CHECK(check("Act as a coach.") == "base!");
  CHECK(check("Process the form.") == "base!");
  CHECK(check("Set the goal.") == "base!");
  CHECK(check("Answers tickets.") == "third person!");
  CHECK(check("Design new systems.") == "base!");
  CHECK(check("Sbinifies the files.") == "third person");
}

TEST_CASE("Where a noun is as likely, the verb is not certain", "[lexicon]") {
  CHECK(check("Reviews page.") == "third person");
  CHECK(check("Lead engineer.") == "base");
  CHECK(check("Review board.") == "base?");
  CHECK(check("Training materials.") == "ing?");
}

TEST_CASE("Nouns, labels, subjects and auxiliaries are no verbs that a line opens with", "[lexicon]") {
  for (const std::string line :
       {"Reviews of the code", "Reviews: see below", "Tests are run", "Tests that fail", "Tests",
        "Is it fun?", "Can work alone", "`make` the plan", "The plan", "Technology", "Leads/managers meet",
        "42 plans", "Report - weekly", "\"Ensures\" is a verb", ""}) {
    INFO(line);
    CHECK(check(line) == "none");
  }
}
