#include "fix/fix.h"

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

using namespace rubric;

namespace {

constexpr Applicability safe = Applicability::safe;
constexpr Applicability unsafe = Applicability::unsafe_fix;

Fix fix(Applicability applicability, std::vector<Edit> edits, const std::string& path = "a.md") {
  Fix result{"", applicability, {}};
  for (Edit& edit : edits) result.edits.push_back({path, std::move(edit)});
  return result;
}

Diagnostic finding(std::vector<Fix> fixes) {
  Diagnostic result;
  result.path = "a.md";
  result.fixes = std::move(fixes);
  return result;
}

// The plan as text: "applied: path [begin,end)replacement …".
std::string planned(const std::vector<Diagnostic>& diagnostics, FixMode mode) {
  const FixPlan plan = plan_fixes(diagnostics, mode);
  std::string result = std::to_string(plan.applied) + ":";
  for (const auto& [path, edits] : plan.edits) {
    result += " " + path;
    for (const Edit& edit : edits) {
      result += " [" + std::to_string(edit.span.begin) + "," + std::to_string(edit.span.end) + ")" +
                edit.replacement;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("A finding's first allowed fix is chosen, whole or not at all") {
  const Diagnostic plain = finding({});
  const Diagnostic one = finding({fix(safe, {{{1, 2}, "x"}})});
  const Diagnostic unsafe_first = finding({fix(unsafe, {{{3, 4}, "u"}}), fix(safe, {{{3, 4}, "s"}})});
  const Diagnostic only_unsafe = finding({fix(unsafe, {{{8, 9}, "u"}})});
  const Diagnostic without_edits = finding({fix(safe, {})});
  CHECK(planned({}, FixMode::all) == "0:");
  CHECK(planned({plain, without_edits}, FixMode::all) == "0:");
  CHECK(planned({one, unsafe_first, only_unsafe}, FixMode::safe) == "2: a.md [1,2)x [3,4)s");
  CHECK(planned({one, unsafe_first, only_unsafe}, FixMode::all) == "3: a.md [1,2)x [3,4)u [8,9)u");

  const Diagnostic two_edits = finding({fix(safe, {{{5, 6}, "y"}, {{1, 2}, "z"}})});
  CHECK(planned({one, two_edits}, FixMode::safe) == "1: a.md [1,2)x");
  CHECK(planned({two_edits, one}, FixMode::safe) == "1: a.md [1,2)z [5,6)y");
  const Diagnostic at_odds_with_itself = finding({fix(safe, {{{1, 3}, "y"}, {{2, 4}, "z"}})});
  CHECK(planned({at_odds_with_itself}, FixMode::safe) == "0:");
}

TEST_CASE("Neighbouring edits go together, identical ones are shared") {
  const Diagnostic replace = finding({fix(safe, {{{2, 4}, "x"}})});
  const Diagnostic also_replace = finding({fix(safe, {{{2, 4}, "x"}, {{9, 9}, "y"}})});
  const Diagnostic insert_before = finding({fix(safe, {{{2, 2}, "b"}})});
  const Diagnostic insert_inside = finding({fix(safe, {{{3, 3}, "i"}})});
  const Diagnostic insert_after = finding({fix(safe, {{{4, 4}, "a"}})});
  const Diagnostic insert_other = finding({fix(safe, {{{4, 4}, "o"}})});
  CHECK(planned({replace, also_replace}, FixMode::safe) == "2: a.md [2,4)x [9,9)y");
  CHECK(planned({insert_after, replace, insert_before}, FixMode::safe) == "3: a.md [2,2)b [2,4)x [4,4)a");
  CHECK(planned({replace, insert_inside}, FixMode::safe) == "1: a.md [2,4)x");
  CHECK(planned({insert_inside, replace}, FixMode::safe) == "1: a.md [3,3)i");
  CHECK(planned({insert_after, insert_other, insert_after}, FixMode::safe) == "2: a.md [4,4)a");
}

TEST_CASE("A fix of two files is applied to both or to none") {
  Fix both = fix(safe, {{{1, 2}, "x"}});
  both.edits.push_back({"b.md", {{1, 2}, "y"}});
  const Diagnostic in_b = finding({fix(safe, {{{0, 2}, "z"}}, "b.md")});
  CHECK(planned({finding({both})}, FixMode::safe) == "1: a.md [1,2)x b.md [1,2)y");
  CHECK(planned({in_b, finding({both})}, FixMode::safe) == "1: b.md [0,2)z");
}

TEST_CASE("Chosen edits never overlap, and what was left out conflicts with them") {
  std::mt19937 random(7);
  const auto below = [&](uint32_t limit) { return static_cast<uint32_t>(random() % limit); };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Diagnostic> diagnostics;
    for (uint32_t count = below(12); count > 0; --count) {
      std::vector<Edit> edits;
      for (uint32_t size = 1 + below(3); size > 0; --size) {
        const uint32_t begin = below(20);
        edits.push_back({{begin, begin + below(4)}, std::string(below(2), 'x')});
      }
      diagnostics.push_back(finding({fix(safe, std::move(edits))}));
    }
    const FixPlan plan = plan_fixes(diagnostics, FixMode::safe);
    const std::vector<Edit> chosen = plan.edits.empty() ? std::vector<Edit>{} : plan.edits.begin()->second;
    for (size_t index = 1; index < chosen.size(); ++index) {
      REQUIRE(chosen[index - 1].span < chosen[index].span);
      for (size_t other = 0; other < index; ++other) REQUIRE_FALSE(conflict(chosen[other], chosen[index]));
    }
    uint32_t whole = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
      const std::vector<FileEdit>& edits = diagnostic.fixes[0].edits;
      whole += std::all_of(edits.begin(), edits.end(), [&](const FileEdit& wanted) {
        return std::find(chosen.begin(), chosen.end(), wanted.edit) != chosen.end();
      });
    }
    REQUIRE(plan.applied <= whole);
    REQUIRE((plan.applied > 0) == !chosen.empty());
  }
}
