// A real client, Neovim without a window, shows what `rubric check` finds of a page of the example handbook
// and applies a fix.

#include <regex>
#include <sstream>

#include <catch2/catch.hpp>

#include "cli/shell.h"
#include "source_folder.h"

using namespace rubric;

TEST_CASE("Neovim shows what a check finds, and fixes it", "[lsp][editor]") {
  if (!has_program("nvim")) return;
  const std::string page = "content/handbook/engineering/careers/senior.md";
  const std::string enter = "cd '" + source_folder() + "/examples/handbook' && ";
  const Ended checked = run_shell(enter + "rubric check --quiet --format concise " + page);
  std::string expected;
  static const std::regex place(R"(:(\d+:\d+): \w+\[([\w-]+)\])");
  std::istringstream lines(checked.output);
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (std::regex_search(line, found, place))
      expected += "shown " + found.str(1) + " " + found.str(2) + "\n";
  }
  REQUIRE(expected.find("article-mismatch") != std::string::npos);
  const Ended ended =
      run_shell(enter + "timeout 60 nvim --headless -u NONE -i NONE -n -c \"lua arg_page = '" + page +
                "'\" -c 'luafile " + source_folder() + "/tests/lsp/neovim_fixing.lua'");
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.output.find(expected + "fixed ") != std::string::npos);
  CHECK(ended.output.find(" a user") != std::string::npos);
  CHECK(ended.output.find("gone\n") != std::string::npos);
}
