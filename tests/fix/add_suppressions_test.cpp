// Suppressions put in by --add-suppressions: where they stand, and their laws on mutated pages. Over other
// repositories:
//
//     RUBRIC_CORPUS=FOLDER[:FOLDER…] RUBRIC_ROUNDS=5 build/dev/rubric_tests "[corpus]"

#include "fix/add_suppressions.h"

#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "fix/mutated_pages.h"
#include "markdown/rendered.h"
#include "temporary_folder.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

uint64_t number_from(const char* variable, uint64_t otherwise) {
  const char* value = std::getenv(variable);
  return value == nullptr ? otherwise : std::strtoull(value, nullptr, 10);
}

// The page with its suppressions, one round of them.
std::string suppressed(const std::string& text) {
  const MemoryFiles files({{"hugo.yaml", ""},
                           {"layouts/shortcodes/note.html", "<div>{{ .Inner | markdownify }}</div>"},
                           {"content/page.md", text}});
  Workspace workspace(files, IgnoreRules::from_patterns({}), {});
  const std::vector<Diagnostic> findings = workspace.check({""});
  const Document document("content/page.md", text, workspace.dialect_of("content/page.md"));
  return apply_edits(text, suppressing_edits(document, findings, "so be it", SuppressionReach::line));
}

// What the law is judged by, and what it saw.
struct Law {
  size_t pages = 0;
  size_t rendered = 0;  // whose HTML was compared
  size_t suppressed = 0;
  size_t left = 0;  // in pages
  std::vector<std::string> violations;
};

std::string visible(const std::string& text, const Dialect& dialect) {
  const Document page("page.md", text, dialect);
  return rendered_without_comments(page.markdown_text().substr(page.front_matter.span.end));
}

void judge(const Files& files, const std::string& select, Law& law) {
  const MemoryFiles memory(files);
  WorkspaceOptions options;
  if (!select.empty()) options.selection.select = {select};
  Workspace before(memory, IgnoreRules::from_patterns({}), options);
  const std::vector<Diagnostic> findings = before.check({""});
  Files after = files;
  Workspace workspace(memory, IgnoreRules::from_patterns({}), options);
  std::vector<Diagnostic> left = findings;
  for (int round = 0; round < 4 && !left.empty(); ++round) {
    std::map<std::string, std::vector<Diagnostic>> by_page;
    for (const Diagnostic& finding : left)
      if (before.lints(finding.path)) by_page[finding.path].push_back(finding);
    for (const auto& [path, of_page] : by_page) {
      const Document page(path, after[path], before.dialect_of(path));
      const auto reach = round == 0 ? SuppressionReach::line : SuppressionReach::file;
      after[path] = apply_edits(after[path], suppressing_edits(page, of_page, "so be it", reach));
      workspace.update(path, after[path]);
    }
    left = workspace.check({""});
  }
  law.pages += before.page_count({""});
  law.suppressed += findings.size() - left.size();
  for (const Diagnostic& finding : left) {
    if (!before.lints(finding.path)) continue;
    ++law.left;
    // There may be no place: in a page without front matter that ends within a fence, or of broken front
    // matter.
    const Document page(finding.path, after[finding.path], before.dialect_of(finding.path));
    if (!suppressing_edits(page, {&finding, 1}, "", SuppressionReach::file).empty())
      law.violations.push_back("left: " + finding.path + " " + finding.rule);
  }
  for (const auto& [path, text] : files) {
    if (after[path] == text) continue;
    // cmark knows no definition lists, and what it makes of them is not what readers see.
    const Document page(path, text, before.dialect_of(path));
    if (!page.tree().of_kind(NodeKind::definition_list).empty()) continue;
    ++law.rendered;
    if (visible(text, before.dialect_of(path)) != visible(after[path], before.dialect_of(path)))
      law.violations.push_back("seen: " + path);
  }
}

void require_lawful(const Law& law) {
  std::string violations;
  for (const std::string& violation : law.violations) violations += violation + "\n";
  CHECK(violations == "");
}

}  // namespace

TEST_CASE("A suppression stands where it covers its finding and nobody sees it") {
  const struct {
    const char* before;
    const char* after;
  } cases[] = {
      {"The the end.\n", "The the end. <!-- rubric-disable-line repeated-word: so be it -->\n"},
      {"Text:\n\n- a an plan of of it\n- b\n",
       "Text:\n\n- a an plan of of it <!-- rubric-disable-line article-mismatch, repeated-word: so be it "
       "-->\n- b\n"},
      {"| a | b |\n| - | - |\n| It is the the end | c |\n",
       "| a | b |\n| - | - |\n| It is the the end <!-- rubric-disable-line repeated-word: so be it --> | c "
       "|\n"},
      {"Text.\r\n\r\n# An plan\r\n",
       "Text.\r\n\r\n<!-- rubric-disable-next-line article-mismatch: so be it -->\r\n# An plan\r\n"},
      {"Text.\n\n{{< note >}}\nAn plan is here.\n{{< /note >}}\n",
       "Text.\n\n{{< note >}}\nAn plan is here. <!-- rubric-disable-line article-mismatch: so be it -->\n"
       "{{< /note >}}\n"},
      {"Text.\n\n{{< gone >}}\n",
       "Text.\n\n<!-- rubric-disable-next-line shortcode-unknown: so be it -->\n{{< gone >}}\n"},
      {"A break of an plan  \nand more.\n",
       "A break of an plan <!-- rubric-disable-line article-mismatch: so be it -->  \nand more.\n"},
      {"Text:\n\n- a\n- # An plan\n",
       "Text:\n\n- a\n- # An plan\n\n<!-- rubric-disable-file article-mismatch: so be it -->\n"},
      {"Text,\na `span\nof` an plan, `and\nmore`.\n",
       "Text,\na `span\nof` an plan, `and\nmore`.\n\n<!-- rubric-disable-file article-mismatch: so be it "
       "-->\n"},
      {"---\ntitle: A\n---\n- a\n- # An plan\n\n```\nan open fence\n",
       "---\ntitle: A\nrubric:\n  disable: [article-mismatch]\n---\n- a\n- # An plan\n\n```\nan open "
       "fence\n"},
      {"+++\ntitle = \"A\"\n+++\n- a\n- # An plan\n\n```\nan open fence\n",
       "+++\ntitle = \"A\"\n[rubric]\ndisable = [\"article-mismatch\"]\n+++\n- a\n- # An plan\n\n```\n"
       "an open fence\n"},
      {"---\nrubric: {disable: [repeated-word]}\n---\nThe the end.\n\n- a\n- # An plan\n\n```\nan open "
       "fence\n",
       "---\nrubric: {disable: [article-mismatch, repeated-word]}\n---\nThe the end.\n\n- a\n- # An "
       "plan\n\n```\n"
       "an open fence\n"},
  };
  for (const auto& entry : cases) CHECK(suppressed(entry.before) == entry.after);
}

TEST_CASE("After --add-suppressions nothing is found, pages look the same, and once more changes nothing") {
  std::mt19937_64 random(19);
  Law law;
  const uint64_t sites = number_from("RUBRIC_FIX_SITES", 30);
  for (uint64_t number = 0; number < sites; ++number) {
    const Files files = site_of(random, 12);
    judge(files, "", law);
    judge(files, "all", law);
  }
  INFO(law.pages << " pages, " << law.suppressed << " findings suppressed, " << law.left << " left");
  require_lawful(law);
  CHECK(law.left * 100 < law.suppressed);
  CHECK(law.suppressed > sites * 20);
}

TEST_CASE("The laws of --add-suppressions hold on other repositories", "[.][corpus]") {
  const char* folders = std::getenv("RUBRIC_CORPUS");
  std::istringstream names(folders == nullptr ? "" : folders);
  for (std::string folder; std::getline(names, folder, ':');) {
    std::mt19937_64 random(23);
    const Files files = read_folder(folder);
    Law law;
    for (uint64_t round = 0; round <= number_from("RUBRIC_ROUNDS", 1); ++round) {
      Files damaged = files;
      if (round > 0)
        for (auto& [path, text] : damaged)
          if (path.ends_with(".md")) text = mutated(text, random);
      judge(damaged, "", law);
      judge(damaged, "all", law);
    }
    std::cout << folder << ": " << law.pages << " pages, " << law.suppressed << " findings suppressed, "
              << law.left << " left, " << law.violations.size() << " violations\n";
    require_lawful(law);
  }
}

TEST_CASE("Suppressions are written into the pages with their reason, once, and --diff writes nothing") {
  const TemporaryFolder site;
  site.write("hugo.yaml", "baseURL: https://example.org/\n");
  site.write("content/a.md", "An plan.\n");
  const std::vector<std::string> command = {"check", "--add-suppressions", "--reason", "a song", site.path};
  std::vector<std::string> diff = command;
  diff.push_back("--diff");
  const Ran shown = rubric_run(diff);
  CHECK(shown.code == ExitCode::findings);
  CHECK(shown.out.find("+An plan. <!-- rubric-disable-line article-mismatch: a song -->") !=
        std::string::npos);
  CHECK(site.read("content/a.md") == "An plan.\n");
  const Ran written = rubric_run(command);
  CHECK(written.code == ExitCode::clean);
  CHECK(written.err.find("suppressed 1 finding in 1 file") != std::string::npos);
  const std::string text = site.read("content/a.md");
  CHECK(text == "An plan. <!-- rubric-disable-line article-mismatch: a song -->\n");
  CHECK(rubric_run(command).err.find("suppressed 0 findings in 0 files") != std::string::npos);
  CHECK(site.read("content/a.md") == text);
  CHECK(rubric_run({"check", site.path}).code == ExitCode::clean);
  CHECK(rubric_run({"check", "--add-suppressions", "--reason", "--> b", site.path}).code == ExitCode::usage);
  CHECK(rubric_run({"check", "--reason", "b", site.path}).code == ExitCode::usage);
}
