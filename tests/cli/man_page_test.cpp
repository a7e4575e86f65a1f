#include <sstream>

#include "cli/ran.h"
#include "cli/shell.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

// The words of a text, with blanks for line breaks and what man prints over each other taken apart.
std::string plain(const std::string& text) {
  std::istringstream in(text);
  std::string out;
  for (std::string word; in >> word;) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

TEST_CASE("The manual page has every command and option that --help has, and man reads it") {
  const Ran page = rubric_run({"man"});
  REQUIRE(page.code == ExitCode::clean);
  if (!has_program("man")) return;
  const TemporaryFolder folder;
  folder.write("rubric.1", page.out);
  const auto man = [&](const std::string& rest) {
    return run_shell("cd '" + folder.path + "'; MANWIDTH=1000 LC_ALL=C.UTF-8 man --warnings=w -l rubric.1 " +
                     rest);
  };
  CHECK(man(">/dev/null").output.empty());  // no warnings
  const Ended shown = man("| col -b");
  INFO(shown.output);
  const std::string text = plain(shown.output);
  for (const char* command :
       {"check", "init", "rules", "explain", "test-rules", "lsp", "dump", "completions", "man"}) {
    std::istringstream help(rubric_run({command, "--help"}).out);
    for (std::string line; std::getline(help, line);) {
      const size_t name = line.find_first_not_of(' ');
      if (!line.starts_with("  -")) continue;
      INFO(command << ": " << line);
      CHECK(text.find(line.substr(name, line.find_first_of(", ", name) - name)) != std::string::npos);
    }
  }
  CHECK(text.find("The least severity that ends with exit status 1 One of error, warning, any, never.") !=
        std::string::npos);
}
