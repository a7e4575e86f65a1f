// A real client, Neovim without a window, reads the example handbook with the rubric that was built beside
// these tests.

#include <catch2/catch.hpp>

#include "cli/shell.h"
#include "source_folder.h"

using namespace rubric;

TEST_CASE("Neovim jumps through an include and completes a link", "[lsp][editor]") {
  if (!has_program("nvim")) return;
  const std::string script = source_folder() + "/tests/lsp/neovim_reading.lua";
  const std::string variables =
      "lua arg_page, arg_include_line, arg_link_line = "
      "'content/handbook/workshop/_index.md', 'closing-up', 'See [safety](/handbook/workshop/saf'";
  const Ended ended = run_shell("cd '" + source_folder() +
                                "/examples/handbook' && timeout 60 nvim --headless -u NONE -i NONE -n -c \"" +
                                variables + "\" -c 'luafile " + script + "'");
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(ended.output.find("jumped to assets/includes/workshop/closing-up.md") != std::string::npos);
  CHECK(ended.output.find("completed to See [safety](/handbook/workshop/safety/") != std::string::npos);
}
