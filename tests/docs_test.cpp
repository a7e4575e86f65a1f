// The commands that the docs show, run one after the other in a small handbook, and what they say of it.

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

#include <catch2/catch.hpp>

#include "cli/git_folder.h"
#include "cli/ran.h"
#include "source_folder.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

std::string doc(const std::string& name) {
  std::ifstream in(source_folder() + "/docs/" + name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The fenced blocks of a language, each a text.
std::vector<std::string> blocks(const std::string& text, const std::string& language) {
  std::vector<std::string> found;
  const std::string open = "```" + language + "\n";
  for (size_t at = text.find(open); at != text.npos; at = text.find(open, at)) {
    const size_t begin = at + open.size();
    at = text.find("```", begin);
    found.push_back(text.substr(begin, at - begin));
  }
  return found;
}

// The words of each `rubric …` line, comments left out. Quotes hold words together.
std::vector<std::vector<std::string>> commands(const std::string& block) {
  std::vector<std::vector<std::string>> all;
  std::istringstream lines(block);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line.substr(0, line.find(" #")));
    std::vector<std::string> command;
    for (std::string word; words >> std::quoted(word);) command.push_back(word);
    if (command.empty()) continue;
    REQUIRE(command.front() == "rubric");
    command.erase(command.begin());
    all.push_back(std::move(command));
  }
  return all;
}

// A handbook with three findings, in which the process works meanwhile.
struct Handbook : GitFolder {
  Handbook() : before(fs::current_path()) {
    write("hugo.yaml", "baseURL: https://example.org/\n");
    write("content/_index.md", "# Home\n\nShe owns a engineering project.\n");
    write("content/page.md", "# Page\n\nSee [it](/gone/).\n\nThe the end.\n");
    fs::current_path(path);
  }
  ~Handbook() { fs::current_path(before); }

  fs::path before;
};

}  // namespace

TEST_CASE("docs/baseline.md: its commands, in its order, end as it says") {
  const Handbook handbook;
  const std::string text = doc("baseline.md");
  const std::vector<std::string> shell = blocks(text, "sh"), yaml = blocks(text, "yaml");
  REQUIRE(shell.size() == 3);
  REQUIRE(yaml.size() == 1);
  CHECK(rubric_run(commands(shell[0]).front()).code == ExitCode::clean);
  CHECK(fs::exists(".rubric-baseline"));
  handbook.write(".rubric.yaml", yaml[0]);
  const Ran ran = rubric_run(commands(shell[1]).front());
  CHECK(ran.code == ExitCode::clean);
  CHECK(text.find("`" + ran.out.substr(0, ran.out.find('\n')) + "`") != text.npos);
  handbook.write("content/page.md", "# Page\n");
  CHECK(rubric_run(commands(shell[1]).front()).err.find("--prune-baseline") != std::string::npos);
  CHECK(rubric_run(commands(shell[2]).front()).err.starts_with("rubric: took 2 findings out of "));
}

TEST_CASE("docs/suppressions.md: its examples suppress") {
  const Handbook handbook;
  const std::string text = doc("suppressions.md");
  const std::string example = blocks(text, "markdown").at(0);
  handbook.write("content/_index.md", example + "\n[here](/page/)\n");
  handbook.write("content/page.md",
                 "---\n" + blocks(text, "yaml").at(0) + "---\n\nThe the end of an meal.\n");
  const Ran ran = rubric_run({"check", "--ignore", "suppressions"});
  CHECK(ran.out.find("No findings in 2 files.") != std::string::npos);
  CHECK(ran.out.find("suppressed") != std::string::npos);
}

TEST_CASE("docs/suppressions.md: its commands show and write suppressions of all findings") {
  const Handbook handbook;
  const auto all = commands(blocks(doc("suppressions.md"), "sh").at(0));
  REQUIRE(all.size() == 2);
  const Ran shown = rubric_run(all[0]);
  CHECK(shown.code == ExitCode::findings);
  CHECK(shown.out.find(": known before rubric -->") != std::string::npos);
  CHECK(rubric_run({"check"}).code == ExitCode::findings);
  CHECK(rubric_run(all[1]).code == ExitCode::clean);
  CHECK(rubric_run({"check"}).code == ExitCode::clean);
}

TEST_CASE("docs/exit-status.md: its commands are known and end as it says") {
  const Handbook handbook;
  const auto all = commands(blocks(doc("exit-status.md"), "sh").at(0));
  REQUIRE(all.size() == 6);
  for (const std::vector<std::string>& command : all) {
    INFO(command.back());
    CHECK(rubric_run(command).code ==
          (command.back() == "--exit-zero" ? ExitCode::clean : ExitCode::findings));
  }
}

TEST_CASE("docs/changed-only.md: its commands report what a branch and the next commit break") {
  const Handbook handbook;
  handbook.must("git init -q -b main && git add -A && git commit -qm first && git checkout -qb next");
  const std::vector<std::string> shell = blocks(doc("changed-only.md"), "sh");
  REQUIRE(shell.size() == 3);
  for (const std::string& block : shell) {
    const Ran ran = rubric_run(commands(block).front());
    CHECK(ran.code == ExitCode::clean);
    CHECK(ran.err.find("no Markdown file") != std::string::npos);
  }
  handbook.write("content/gone.md", "# Gone\n\nThe the page.\n");
  handbook.must("git add -A");
  for (const std::string& block : shell) {
    INFO(block);
    const Ran ran = rubric_run(commands(block).front());
    CHECK(ran.code == ExitCode::findings);
    CHECK(ran.out.find("content/gone.md:3:") != std::string::npos);
    CHECK(ran.out.find("content/page.md") == std::string::npos);
  }
}

TEST_CASE(
    "docs/adopting.md: from many findings to one where only new ones fail, by its commands in their order") {
  const Handbook handbook;
  const std::string text = doc("adopting.md");
  const std::vector<std::string> shell = blocks(text, "sh");
  REQUIRE(shell.size() == 7);
  const auto run_block = [&](size_t index) {
    Ran last;
    for (const std::vector<std::string>& command : commands(shell[index])) {
      INFO(shell[index]);
      last = rubric_run(command);
      CHECK(last.code != ExitCode::usage);
    }
    return last;
  };
  CHECK(run_block(0).code == ExitCode::findings);
  CHECK(run_block(1).code == ExitCode::clean);
  CHECK(run_block(2).err.starts_with("rubric: fixed "));
  CHECK(handbook.read("content/_index.md") == "# Home\n\nShe owns an engineering project.\n");
  CHECK(run_block(3).code == ExitCode::clean);
  handbook.write(".rubric.yaml", handbook.read(".rubric.yaml") + blocks(text, "yaml").at(0));
  CHECK(run_block(4).code == ExitCode::clean);
  handbook.write("content/new.md", "# New\n\nThe the end.\n");
  CHECK(run_block(4).code == ExitCode::findings);
  CHECK(run_block(5).err.find("suppressed 1 finding in 1 file") != std::string::npos);
  CHECK(run_block(4).code == ExitCode::clean);
  handbook.write("content/page.md", "# Page\n");
  CHECK(run_block(6).err.starts_with("rubric: took "));
}

TEST_CASE("docs/configuration.md and docs/stability.md: their commands are known, their settings are read") {
  const Handbook handbook;
  const std::string text = doc("configuration.md");
  std::string settings;
  for (const std::string& yaml : blocks(text, "yaml")) {
    INFO(yaml);
    handbook.write(".rubric.yaml", yaml);
    if (yaml.find("rule-paths") == yaml.npos && yaml.find("baseline") == yaml.npos)
      CHECK(rubric_run({"check"}).code != ExitCode::usage);
    settings += yaml;
  }
  CHECK(settings.find("long-sentence") != std::string::npos);
  handbook.write(".rubric.yaml", "");
  for (const std::string& page : {text, doc("stability.md")})
    for (const std::string& block : blocks(page, "sh"))
      for (const std::vector<std::string>& command : commands(block)) {
        INFO(block);
        CHECK(rubric_run(command).code != ExitCode::usage);
      }
}

TEST_CASE("docs/README.md lists every page of the folder") {
  const std::string index = doc("README.md");
  for (const auto& entry : fs::directory_iterator(source_folder() + "/docs")) {
    const std::string name = entry.path().filename().string();
    INFO(name);
    if (name.ends_with(".md") && name != "README.md")
      CHECK(index.find("](" + name + ")") != std::string::npos);
  }
}
