// The baseline: its text, and the law that no known finding comes back and no new one is hidden, over a
// generated handbook of more than a thousand findings whose lines, paragraphs and files move.

#include "workspace/baseline.h"

#include <algorithm>
#include <random>
#include <set>

#include <catch2/catch.hpp>

#include "lint/user_error.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

using Files = std::map<std::string, std::string, std::less<>>;

std::vector<Diagnostic> findings_of(const Files& files) {
  const MemoryFiles memory(files);
  return Workspace(memory, IgnoreRules::from_patterns({}), {}).check({""});
}

std::vector<Fingerprint> prints_of(const Files& files) {
  return fingerprints(findings_of(files), [&](std::string_view path) {
    const auto found = files.find(path);
    return found == files.end() ? std::string() : found->second;
  });
}

std::vector<BaselineEntry> baseline_of(const Files& files) {
  std::vector<BaselineEntry> entries;
  for (const Fingerprint& print : prints_of(files)) entries.push_back(entry_of(print));
  return read_baseline("b", write_baseline(std::move(entries)));
}

// "path: rule: thing" of what is new.
std::multiset<std::string> new_in(const std::vector<BaselineEntry>& baseline, const Files& files) {
  const std::vector<Fingerprint> prints = prints_of(files);
  const BaselineMatch match = match_baseline(
      baseline, prints, [&](std::string_view path) { return files.find(path) != files.end(); });
  std::multiset<std::string> found;
  for (size_t index = 0; index < prints.size(); ++index)
    if (!match.known[index])
      found.insert(prints[index].path + ": " + prints[index].rule + ": " + prints[index].thing);
  return found;
}

// A page is a list of paragraphs, each with findings or without.
using Pages = std::map<std::string, std::vector<std::string>>;

Files files_of(const Pages& pages) {
  Files files = {{"hugo.yaml", "baseURL: https://example.org/\n"}};
  for (const auto& [path, paragraphs] : pages) {
    std::string& text = files[path] = "---\ntitle: Page\n---\n\n";
    for (const std::string& paragraph : paragraphs) text += paragraph + "\n\n";
  }
  return files;
}

std::string paragraph(std::mt19937& random, int number) {
  const std::string some = std::to_string(number % 7);
  switch (random() % 8) {
    case 0:
      return "The plan has an beginning, and step " + some + " is the the end of it.";
    case 1:
      return "- [Values](/gone/)\n- [Teams](/gone/" + some + "/)\n- [Values](/gone/)";
    case 2:
      return "See [below](#nowhere) or [above](#nowhere-" + some + ").";
    case 3:
      return "{{< unheard-of >}} and {{< unheard-of >}}";
    case 4:
      return "| a | b |\n| - | - |\n| an page | [x](/gone/" + some + "/) |";
    default:
      return "Paragraph " + std::to_string(number) + " has nothing to it.";
  }
}

Pages generate(std::mt19937& random) {
  Pages pages;
  int number = 0;
  for (int page = 0; page < 120; ++page) {
    auto& paragraphs =
        pages["content/section" + std::to_string(page % 9) + "/page" + std::to_string(page) + ".md"];
    for (unsigned count = 8 + random() % 16; count > 0; --count)
      paragraphs.push_back(paragraph(random, ++number));
  }
  return pages;
}

template <typename Container>
auto pick(Container& container, std::mt19937& random) {
  return std::next(container.begin(), static_cast<ptrdiff_t>(random() % container.size()));
}

void change(Pages& pages, std::mt19937& random) {
  const auto page = pick(pages, random);
  std::vector<std::string>& paragraphs = page->second;
  switch (random() % 4) {
    case 0:
      paragraphs.insert(pick(paragraphs, random), "A line more.\n\nAnd one more,\nwith a second line.");
      return;
    case 1:
      std::shuffle(paragraphs.begin(), paragraphs.end(), random);
      return;
    case 2: {
      std::vector<std::string> moved = std::move(paragraphs);
      pages.erase(page);
      pages["content/renamed/" + std::to_string(random()) + ".md"] = std::move(moved);
      return;
    }
    default:
      paragraphs.insert(paragraphs.begin(), "# A title\n\nWith an introduction.");
  }
}

}  // namespace

TEST_CASE("A baseline is lines of text, sorted, and reads back as it was") {
  std::vector<BaselineEntry> entries = {{"b.md", "repeated-word", "the the", 0xAB},
                                        {"a b.md", "x", "", 1},
                                        {"#\t\n\\.md", "x", "a\x01 \\x41", 0xFFFFFFFF},
                                        {"b.md", "repeated-word", "the the", 0xAB}};
  const std::string text = write_baseline(entries);
  CHECK(
      text.ends_with("\\x23\\x09\\x0a\\x5c.md\tx\tffffffff\ta\\x01 \\x5cx41\n"
                     "a b.md\tx\t00000001\t\n"
                     "b.md\trepeated-word\t000000ab\tthe the\nb.md\trepeated-word\t000000ab\tthe the\n"));
  std::sort(entries.begin(), entries.end());
  CHECK(read_baseline("b", text) == entries);
  std::string with_cr;
  for (const char byte : text) with_cr += byte == '\n' ? std::string("\r\n") : std::string(1, byte);
  CHECK(read_baseline("b", with_cr) == entries);
  CHECK_THROWS_WITH(read_baseline("b", "# x\n<<<<<<< ours\n"), Catch::StartsWith("b:2: This is no line"));
  CHECK_THROWS_AS(read_baseline("b", "a\tb\t0000000g\tc\n"), UserError);
}

TEST_CASE("No known finding comes back when lines, paragraphs and files move, and no new one is hidden") {
  std::mt19937 random(7);
  size_t known = 0, changes = 0, fresh = 0;
  for (int round = 0; round < 4; ++round) {
    Pages pages = generate(random);
    const std::vector<BaselineEntry> baseline = baseline_of(files_of(pages));
    REQUIRE(baseline.size() >= 1000);
    known += baseline.size();
    for (int step = 0; step < 12; ++step) {
      for (int count = 0; count < 10; ++count, ++changes) change(pages, random);
      INFO("round " << round << ", step " << step);
      CHECK(new_in(baseline, files_of(pages)).empty());

      Pages mistaken = pages;
      std::multiset<std::string> expected;
      for (int count = 0; count < 5; ++count, ++fresh) {
        const auto page = pick(mistaken, random);
        const std::string unique = std::to_string(random());
        page->second.insert(pick(page->second, random), "See [it](/new/" + unique + "/) once more.");
        expected.insert(page->first + ": link-target-not-found: /new/" + unique + "/");
        // The same text as a known one has, once more.
        page->second.insert(page->second.begin(), "Again [Values](/gone/) of number " + unique + ".");
        expected.insert(page->first + ": link-target-not-found: /gone/");
      }
      CHECK(new_in(baseline, files_of(mistaken)) == expected);
    }
  }
  INFO(known << " known findings, " << changes << " changes, " << fresh * 2 << " new findings");
  CHECK(known >= 4000);
}

TEST_CASE("Of equal findings the one in new words is the new one") {
  const Files before = {{"a.md", "One is an beginning here.\n"}};
  const Files after = {{"a.md", "Two is an beginning there.\n\nOne is an beginning here.\n"}};
  const std::vector<Fingerprint> prints = prints_of(after);
  REQUIRE(prints.size() == 2);
  const BaselineMatch match = match_baseline(baseline_of(before), prints, [](auto) { return true; });
  CHECK(match.known == std::vector<bool>{false, true});
  CHECK(match.fixed.empty());
}

TEST_CASE("What is fixed is told, and a file that was deleted hides nothing in another") {
  const Files before = {{"a.md", "An beginning.\n\nThe the end.\n"}, {"b.md", "An middle.\n"}};
  const std::vector<BaselineEntry> baseline = baseline_of(before);
  const auto fixed_in = [&](const Files& files) {
    std::string things;
    const BaselineMatch match = match_baseline(
        baseline, prints_of(files), [&](std::string_view path) { return files.find(path) != files.end(); });
    for (const BaselineEntry& entry : match.fixed) things += entry.path + " " + entry.thing + "; ";
    return things;
  };
  CHECK(fixed_in(before).empty());
  CHECK(fixed_in({{"a.md", "A beginning.\n\nThe the end.\n"}, {"b.md", "An middle.\n"}}) == "a.md An; ");
  CHECK(fixed_in({{"a.md", before.at("a.md")}}) == "b.md An; ");
  const Files renamed = {{"c.md", "New.\n\n" + before.at("a.md")}, {"b.md", "An middle.\n"}};
  CHECK(fixed_in(renamed).empty());
  CHECK(new_in(baseline, renamed).empty());
  const Files other = {{"b.md", "An middle.\n"}, {"c.md", "In other words, an beginning.\n"}};
  CHECK(new_in(baseline, other) == std::multiset<std::string>{"c.md: article-mismatch: an"});
}
