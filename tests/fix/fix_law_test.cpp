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

#include "source_folder.h"
#include "text/edit.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

uint64_t number_from(const char* variable, uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// Slips that have safe fixes, and text around them that is easily hurt.
const char* const pieces[] = {"She owns a engineering project and an plan.",
                              "It is the the end of of it.",
                              "{{% note %}}\nAn inner text.\n{{< /note >}}",
                              "{{ < badge \"x\" > }}",
                              "{{< badge \"x\" %}}",
                              "{{% include \"part.md\" %}}",
                              "> A quote of an\n> plan is is here.",
                              "| a | b |\n| - | - |\n| an plan | the the |",
                              "- an item\n  with a idea\n\n      code: an plan",
                              "```\nan plan, the the {{< badge %}}\n```",
                              "Text. <!-- rubric-disable-line article-mismatch -->",
                              "\xC3\xA9t\xC3\xA9 an plan \xF0\x9F\x9A\x80 the the",
                              "<!-- rubric-disable -->\nan plan\n<!-- rubric-enable -->",
                              "Hard break of an plan  \nand and more\\\nof it.",
                              "\xFF is no UTF-8, an plan.",
                              "[a](/gone/) [b](#gone) an plan {{\xC2\xA0< badge >}}",
                              "An plan {{< badge 'x' >}} \xE2\x80\x9C{{< badge \"x >}}"};

std::string page_of(std::mt19937_64& random) {
  std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
  if (random() % 2 == 0) text += "---\ntitle: Page\n---\n\n";
  for (uint64_t count = 1 + random() % 6; count > 0; --count) {
    text += pieces[random() % std::size(pieces)];
    if (random() % 6 == 0 && !text.empty()) text.erase(random() % text.size(), 1 + random() % 3);
    text += random() % 4 == 0 ? "\n" : "\n\n";
  }
  if (random() % 3 == 0) text.resize(text.find_last_not_of('\n') + 1);
  if (random() % 3 != 0) return text;
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return with_cr;
}

Files site_of(std::mt19937_64& random, int pages) {
  Files files = {
      {"hugo.yaml", "baseURL: https://example.org/\n"},
      {"layouts/shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>\n"},
      {"layouts/shortcodes/badge.html", "<b>{{ .Get 0 }}</b>\n"},
      {"layouts/shortcodes/include.html", "{{ with resources.Get (.Get 0) }}{{ .Content }}{{ end }}\n"},
      {"assets/part.md", "A part of an plan.\n"}};
  for (int page = 0; page < pages; ++page)
    files["content/p" + std::to_string(page) + ".md"] = page_of(random);
  return files;
}

// Damages a page as authors and editors do.
std::string mutated(std::string text, std::mt19937_64& random) {
  const auto place = [&] { return text.empty() ? 0 : random() % text.size(); };
  const auto replace_next = [&](std::string_view old, std::string_view by) {
    const size_t at = text.find(old, place());
    if (at != text.npos) text.replace(at, old.size(), by);
  };
  constexpr std::pair<std::string_view, std::string_view> swaps[] = {
      {" a ", " an "},
      {" an ", " a "},
      {" the ", " the the "},
      {"{{<", "{{ <"},
      {"{{%", "{{\xC2\xA0%"},
      {">}}", "%}}"},
      {"%}}", ">}}"},
      {"{{<", "{{"},
      {"\"", "'"},
      {"\"", ""},
      {" is ", " is is "},
      {". ", " . "},
      {"](", "](x"},
      {"\n", "\r\n"},
      {"\n\n", "\n"},
      {" ", "\xC2\xA0"},
      {"\n", " <!-- rubric-disable-line -->\n"},
      {"\n\n", "\n\n<!-- rubric-disable repeated-word -->\n\n"}};
  for (uint64_t count = 1 + random() % 4; count > 0; --count) {
    const auto& [old, by] = swaps[random() % std::size(swaps)];
    replace_next(old, by);
    if (random() % 8 == 0) text.erase(place(), 1 + random() % 5);
  }
  if (random() % 10 == 0) text.insert(0, "\xEF\xBB\xBF");
  if (random() % 10 == 0) text.resize(text.find_last_not_of('\n') + 1);
  if (random() % 10 != 0 || text.find('\r') != text.npos) return text;
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  return with_cr;
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
