// How it works: pages are generated, judged by rubric, and built by the installed Hugo: those that rubric
// says build all together, the others one by one, since Hugo stops at the first. See CONTRIBUTING.md for how
// to run more of them, or one.

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "conformance/environment.h"
#include "conformance/hugo_site.h"
#include "conformance/limits.h"
#include "conformance/page_generator.h"
#include "conformance/page_site.h"
#include "conformance/page_verdict.h"
#include "conformance/shrink.h"
#include "workspace/parallel.h"

namespace rubric {
namespace {

constexpr size_t pages_per_build = 100;
constexpr int shrinking_budget = 120;

struct Case {
  uint64_t index = 0;
  GeneratedPage page;
  RubricVerdict rubric;
  HugoVerdict hugo;
};

/// Runs of cases that Hugo builds together.
std::vector<std::vector<Case*>> batches_of(std::vector<Case>& cases) {
  std::vector<std::vector<Case*>> batches(1);
  for (Case& one : cases) {
    if (one.rubric.fails) {
      batches.push_back({&one});
      continue;
    }
    if (batches.front().size() == pages_per_build) batches.push_back(std::exchange(batches.front(), {}));
    batches.front().push_back(&one);
  }
  return batches;
}

void build(std::vector<Case>& cases) {
  constexpr unsigned jobs = 2;
  std::vector<std::vector<Case*>> batches = batches_of(cases);
  parallel_for(jobs, jobs, [&](size_t job) {
    HugoSite site(page_site());
    for (size_t i = job; i < batches.size(); i += jobs) {
      std::vector<std::string> texts;
      for (const Case* one : batches[i]) texts.push_back(one->page.text);
      const std::vector<HugoVerdict> verdicts = site.build(texts);
      for (size_t k = 0; k < verdicts.size(); ++k) batches[i][k]->hugo = verdicts[k];
    }
  });
}

/// What stays the same while a page shrinks: the beginning of what differs and of what Hugo says.
std::string kind_of(const std::string& difference, const HugoVerdict& hugo) {
  const size_t message = hugo.message.find("\": ");
  const std::string said = message == std::string::npos ? hugo.message : hugo.message.substr(message);
  return difference.substr(0, 12) + said.substr(0, 24);
}

RubricVerdict judge(const std::string& text, HugoVersion hugo) {
  return judge_pages(std::span(&text, 1), hugo).front();
}

std::string shrunk(const Case& found, const std::string& difference, HugoVersion version) {
  HugoSite site(page_site());
  const std::string kind = kind_of(difference, found.hugo);
  return shrink(found.page.text, shrinking_budget, [&](const std::string& text) {
    GeneratedPage page = found.page;
    page.text = text;
    const HugoVerdict hugo = site.build(text);
    const std::string now = disagreement(page, judge(text, version), hugo);
    return !now.empty() && kind_of(now, hugo) == kind;
  });
}

void show(const Case& found, const std::string& difference, HugoVersion version, uint64_t seed) {
  const std::string text = shrunk(found, difference, version);
  HugoSite site(page_site());
  const HugoVerdict hugo = site.build(text);
  std::cout << "---- page " << found.index << ": " << difference << "\n"
            << text << "\n-- Hugo: " << (hugo.fails ? hugo.message : "builds: " + hugo.html) << "-- rubric:\n"
            << judge(text, version).findings << "-- again: RUBRIC_CONFORMANCE_SEED=" << seed
            << " RUBRIC_CONFORMANCE_INDEX=" << found.index << " build/dev/rubric_tests '[conformance]'\n\n";
}

}  // namespace

TEST_CASE("Generated pages are judged as the installed Hugo judges them", "[conformance]") {
  const std::optional<HugoVersion> hugo = installed_hugo();
  if (!hugo) {
    WARN(hugo_is_missing);
    return;
  }
  const uint64_t seed = number_from_environment("RUBRIC_CONFORMANCE_SEED", 1);
  const uint64_t count = number_from_environment("RUBRIC_CONFORMANCE_COUNT", 600);
  const uint64_t shown = number_from_environment("RUBRIC_CONFORMANCE_SHOWN", 5);
  const char* only = std::getenv("RUBRIC_CONFORMANCE_INDEX");
  const uint64_t first = only ? std::strtoull(only, nullptr, 10) : 0;

  std::vector<Case> cases;
  std::vector<std::string> texts;
  for (uint64_t index = first; index < (only ? first + 1 : count); ++index) {
    cases.push_back({index, generate_page(seed, index), {}, {}});
    texts.push_back(cases.back().page.text);
  }
  std::vector<RubricVerdict> verdicts = judge_pages(texts, *hugo);
  for (size_t i = 0; i < cases.size(); ++i) cases[i].rubric = std::move(verdicts[i]);
  build(cases);

  size_t failing = 0;
  size_t disagreements = 0;
  size_t printing = 0;
  size_t limited = 0;
  for (const Case& one : cases) {
    failing += one.hugo.fails;
    printing += !one.hugo.fails && !one.rubric.slips.empty();
    const std::string difference = disagreement(one.page, one.rubric, one.hugo);
    if (difference.empty()) continue;
    if (!one.rubric.limit.empty()) {
      ++limited;
      continue;
    }
    if (++disagreements <= shown) show(one, difference, *hugo, seed);
  }
  std::cout << "conformance: seed " << seed << ", " << cases.size() << " pages: " << failing << " fail, "
            << printing << " print a tag, " << cases.size() - failing - printing << " are fine; "
            << disagreements << " disagreements, and " << limited
            << " that only a running template can decide\n";
  CHECK(disagreements == 0);
  CHECK(limited * 1000 <= std::max<size_t>(cases.size(), 1000) * limited_per_thousand);
}

}  // namespace rubric
