// The law of a live site: whatever is typed, what an editor was told of each page, open or not, is what a
// fresh check of the same texts says. Held on generated sites under random edits.
//
// To run it longer: RUBRIC_EDITS=5000 build/dev/rubric_tests "An editor is told*"; RUBRIC_SEED=n to repeat.

#include "workspace/live_site.h"

#include <cstdlib>
#include <random>

#include <catch2/catch.hpp>

#include "rules/rules.h"
#include "workspace/generated_site.h"

using namespace rubric;

namespace {

using Files = std::map<std::string, std::string, std::less<>>;
using Told = std::map<std::string, std::vector<Diagnostic>, std::less<>>;

uint64_t from_environment(const char* name, uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? std::strtoull(value, nullptr, 10) : otherwise;
}

bool is_page(std::string_view path) {
  return path.ends_with(".md");
}

Workspace open(const FileSystem& files, bool all_rules) {
  WorkspaceOptions options;
  const auto configuration = files.read(".rubric.yaml");
  if (configuration)
    options.configuration = read_configuration(".rubric.yaml", *configuration, built_in_rules());
  if (all_rules) options.selection.select = {"all"};
  options.jobs = 2;
  return Workspace(files, IgnoreRules::from_patterns({}), std::move(options));
}

// What a check says, by page.
Told checked(const Files& texts, bool all_rules) {
  const MemoryFiles files(texts);
  Told told;
  for (Diagnostic& finding : open(files, all_rules).check({""}))
    if (is_page(finding.path)) told[finding.path].push_back(std::move(finding));
  return told;
}

// Types like a person who is in a hurry: words, headings, links, calls and front matter, of this page or
// another, and deletes what is there.
class Typist {
 public:
  Typist(uint64_t seed, const Files& files) : random_(seed) {
    for (const auto& [path, text] : files)
      if (is_page(path)) pages_.push_back(path);
  }

  const std::string& page() { return pages_[below(pages_.size())]; }

  std::string typed(std::string text, const Files& files) {
    switch (below(8)) {
      case 0:
        return text.erase(std::min(below(text.size() + 1), text.size()), below(12));
      case 1:
        return text.insert(below(text.size() + 1), "\n\n" + line_of(files.at(page())) + "\n\n");
      case 2:
        return text.insert(line_start(text), line_of(files.at(page())) + "\n");
      case 3: {
        const size_t start = line_start(text);
        return text.erase(start, text.find('\n', start) - start);
      }
      case 4:
        return text.insert(line_start(text), "## Part " + std::to_string(below(3)) + "\n\n");
      case 5:
        return text + "\n[to](#part-" + std::to_string(below(3)) + ") and [there](" + link() + ")\n";
      default:
        return text.insert(below(text.size() + 1), snippets[below(std::size(snippets))]);
    }
  }

  size_t below(size_t limit) { return limit == 0 ? 0 : random_() % limit; }

 private:
  static constexpr const char* snippets[] = {"a",
                                             " ",
                                             "the the ",
                                             "\n",
                                             "#",
                                             "[x](y)",
                                             "{{< ",
                                             ">}}",
                                             "a hour",
                                             "<!-- rubric-disable -->",
                                             "<a id=\"part-1\"></a>",
                                             "---\n",
                                             "-1"};

  std::string link() {
    std::string path = page();
    for (const std::string prefix : {"content/", "assets/"})
      if (path.starts_with(prefix)) path = path.substr(prefix.size() - 1);
    if (below(2) == 0) path = path.substr(0, path.size() - 3) + "/";
    return path + "#part-" + std::to_string(below(3));
  }

  size_t line_start(const std::string& text) {
    const size_t end = text.rfind('\n', below(text.size() + 1));
    return end == text.npos ? 0 : end + 1;
  }

  std::string line_of(const std::string& text) {
    const size_t start = line_start(text);
    return text.substr(start, text.find('\n', start) - start);
  }

  std::mt19937_64 random_;
  std::vector<std::string> pages_;
};

void set(Told& told, const std::string& path, std::vector<Diagnostic> findings) {
  if (findings.empty())
    told.erase(path);
  else
    told[path] = std::move(findings);
}

// As an editor with one page open at a time hears it.
void let_tell(LiveSite& live, const std::string& open, Told& told) {
  set(told, open, live.findings(open));
  while (auto touched = live.work())
    for (LiveSite::Touched& page : *touched) set(told, page.path, std::move(page.findings));
}

std::string details_of(const Diagnostic& finding) {
  std::string details = " (" + std::to_string(finding.range.begin.column) + ", " +
                        std::to_string(finding.range.end.column) + ") " + finding.missing_folder;
  for (const Related& related : finding.related)
    details += " | " + related.path + " " + std::to_string(related.position.line) + ":" +
               std::to_string(related.position.column) + " " + related.message;
  for (const Fix& fix : finding.fixes) details += " | " + fix.title;
  return details;
}

std::string lines_of(const Told& told, const std::string& path) {
  std::string lines;
  const auto found = told.find(path);
  if (found == told.end()) return "  nothing\n";
  for (const Diagnostic& finding : found->second)
    lines += "  " + std::to_string(finding.range.begin.line) + " " + finding.rule + ": " + finding.message +
             " " + finding.help + details_of(finding) + "\n";
  return lines;
}

std::string first_difference(const Told& told, const Told& expected) {
  Told all = told;
  all.insert(expected.begin(), expected.end());
  for (const auto& [path, findings] : all) {
    const auto one = told.find(path), other = expected.find(path);
    if (one != told.end() && other != expected.end() && one->second == other->second) continue;
    return path + " was told:\n" + lines_of(told, path) + "should be told:\n" + lines_of(expected, path);
  }
  return "";
}

void type_on(uint64_t seed, uint64_t index, size_t edits) {
  Files texts = generated_site(seed, index);
  const bool all_rules = index % 2 == 1;
  const MemoryFiles files(texts);
  Workspace workspace = open(files, all_rules);
  LiveSite live(workspace);
  Typist typist(seed * 1000 + index, texts);
  while (live.work()) {
  }
  Told told = checked(texts, all_rules);
  for (size_t edit = 0; edit < edits; ++edit) {
    const std::string path = typist.page();
    for (size_t keystroke = 0; keystroke <= typist.below(4); ++keystroke)
      live.update(path, texts[path] = typist.typed(texts[path], texts));
    if (typist.below(10) == 0) {
      texts[path] = *files.read(path);
      live.revert(path);
    }
    let_tell(live, path, told);
    const std::string difference = first_difference(told, checked(texts, all_rules));
    INFO("seed " << seed << ", site " << index << ", edit " << edit << " of " << path << "\n" << texts[path]);
    REQUIRE(difference == "");
  }
}

}  // namespace

TEST_CASE("An editor is told what a fresh check says, whatever is typed", "[lsp]") {
  const uint64_t seed = from_environment("RUBRIC_SEED", 1);
  const size_t edits = from_environment("RUBRIC_EDITS", 100);
  for (uint64_t index = 0; index < 12; ++index) type_on(seed, index, edits);
}
