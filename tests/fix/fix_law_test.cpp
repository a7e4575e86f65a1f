// The laws of fixing (fix_law.h) over small sites of mutated pages and over this repository's own pages. Over
// other repositories, as they are and mutated:
//
//     RUBRIC_CORPUS=FOLDER[:FOLDER…] RUBRIC_ROUNDS=5 build/dev/rubric_tests "[corpus]"

#include "fix/fix_law.h"

#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "fix/mutated_pages.h"
#include "source_folder.h"
#include "text/edit.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

uint64_t number_from(const char* variable, uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

void add(FixLaw& all, FixLaw one) {
  all.pages += one.pages;
  all.changed += one.changed;
  all.mended += one.mended;
  all.rendered += one.rendered;
  all.revealed += one.revealed;
  for (const std::string& violation : one.violations) all.violations.push_back(violation);
}

// Safe fixes, and all there are, of the rules that run by default and of all.
void check_laws(const Files& files, FixLaw& safe, FixLaw& all) {
  add(safe, fix_law(files, FixMode::safe));
  add(all, fix_law(files, FixMode::all));
  add(all, fix_law(files, FixMode::all, {"all"}));
}

void require_lawful(const std::string& name, const FixLaw& law) {
  INFO(name << ": " << law.pages << " pages, " << law.changed << " files changed, " << law.mended
            << " findings mended, " << law.rendered << " rendered, " << law.revealed << " revealed");
  std::string violations;
  for (const std::string& violation : law.violations) violations += violation + "\n";
  CHECK(violations == "");
}

}  // namespace

TEST_CASE("The laws of fixing hold on mutated pages") {
  std::mt19937_64 random(11);
  FixLaw safe, all;
  const uint64_t sites = number_from("RUBRIC_FIX_SITES", 40);
  for (uint64_t number = 0; number < sites; ++number) check_laws(site_of(random, 12), safe, all);
  require_lawful("safe fixes", safe);
  require_lawful("all fixes", all);
  CHECK(safe.mended > sites * 5);
  CHECK(safe.rendered > sites * 5);
}

TEST_CASE("The laws of fixing hold on this repository's pages, as they are and mutated") {
  std::mt19937_64 random(13);
  Files files;
  for (auto& [path, text] : read_folder(source_folder() + "/docs"))
    if (path.ends_with(".md")) files["docs/" + path] = text;
  FixLaw safe, all;
  check_laws(files, safe, all);
  for (auto& [path, text] : files) text = mutated(text, random);
  check_laws(files, safe, all);
  require_lawful("safe fixes", safe);
  require_lawful("all fixes", all);
  CHECK(safe.mended > 10);
}

TEST_CASE("The laws of fixing hold on other repositories", "[.][corpus]") {
  const char* folders = std::getenv("RUBRIC_CORPUS");
  if (folders == nullptr) WARN("RUBRIC_CORPUS names no folder");
  std::istringstream names(folders == nullptr ? "" : folders);
  for (std::string folder; std::getline(names, folder, ':');) {
    std::mt19937_64 random(17);
    const Files files = read_folder(folder);
    for (uint64_t round = 0; round <= number_from("RUBRIC_ROUNDS", 1); ++round) {
      Files damaged = files;
      if (round > 0)
        for (auto& [path, text] : damaged)
          if (path.ends_with(".md")) text = mutated(text, random);
      FixLaw safe, all;
      check_laws(damaged, safe, all);
      const std::string name = folder + ", round " + std::to_string(round);
      for (const auto& [kind, law] : {std::pair("safe", &safe), std::pair("all", &all)})
        std::cout << name << ", " << kind << " fixes: " << law->pages << " pages, " << law->changed
                  << " files changed, " << law->mended << " findings mended, " << law->rendered
                  << " pages rendered, " << law->revealed << " revealed, " << law->violations.size()
                  << " violations\n";
      require_lawful(name + ", safe fixes", safe);
      require_lawful(name + ", all fixes", all);
    }
  }
}

TEST_CASE("Every byte outside the edits stays") {
  std::mt19937_64 random(12);
  size_t files_seen = 0;
  for (int number = 0; number < 20; ++number) {
    const Files files = site_of(random, 12);
    const MemoryFiles memory(files);
    const std::vector<Diagnostic> found = Workspace(memory, IgnoreRules::from_patterns({}), {}).check({""});
    for (const auto& [path, edits] : plan_fixes(found, FixMode::safe).edits) {
      const std::string& before = files.at(path);
      const std::string after = apply_edits(before, edits);
      size_t in_before = 0, in_after = 0;
      for (const Edit& edit : edits) {
        const size_t kept = edit.span.begin - in_before;
        CHECK(before.compare(in_before, kept, after, in_after, kept) == 0);
        in_before = edit.span.end;
        in_after += kept + edit.replacement.size();
      }
      CHECK(before.substr(in_before) == after.substr(in_after));
      ++files_seen;
    }
  }
  CHECK(files_seen > 100);
}
