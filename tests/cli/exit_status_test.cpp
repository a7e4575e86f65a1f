// Exit statuses by what is found and what the flags make of it, and how much is said.

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

struct Site : TemporaryFolder {
  Site() {
    write("hugo.yaml", "baseURL: https://example.org/\n");
    write("content/_index.md", "# Home\n");
    write("content/error.md", "She owns a engineering project.\n");
    write("content/warning.md",
          "Text. <!-- rubric-disable-line article-mismatch -->\n\n"
          "Text. <!-- rubric-disable-line article-mismatch -->\n");
    write("content/info.md", "She owns a engineering project.\n");
    write(".rubric.yaml", "");
  }

  ExitCode check(std::vector<std::string> flags, const std::string& page) const {
    flags.insert(flags.begin(), {"check", path + "/content/" + page});
    return rubric_run(std::move(flags)).code;
  }
};

}  // namespace

TEST_CASE("Which findings fail is said by --fail-on, --exit-zero and --max-warnings") {
  const Site site;
  constexpr ExitCode clean = ExitCode::clean, findings = ExitCode::findings;
  const struct {
    std::vector<std::string> flags;
    ExitCode error, warning, info;
  } cases[] = {
      {{}, findings, findings, clean},
      {{"--fail-on", "warning"}, findings, findings, clean},
      {{"--fail-on", "error"}, findings, clean, clean},
      {{"--fail-on", "any"}, findings, findings, findings},
      {{"--fail-on", "never"}, clean, clean, clean},
      {{"--exit-zero"}, clean, clean, clean},
      {{"--max-warnings", "2"}, findings, clean, clean},
      {{"--max-warnings", "1"}, findings, findings, clean},
      {{"--fail-on", "error", "--max-warnings", "1"}, findings, findings, clean},
      {{"--fail-on", "error", "--max-warnings", "2"}, findings, clean, clean},
      {{"--exit-zero", "--max-warnings", "0"}, clean, clean, clean},
  };
  for (const auto& entry : cases) {
    for (const std::string& flag : entry.flags) UNSCOPED_INFO(flag);
    CHECK(site.check(entry.flags, "error.md") == entry.error);
    CHECK(site.check(entry.flags, "warning.md") == entry.warning);
    site.write(".rubric.yaml", "rules: {article-mismatch: info}\n");
    CHECK(site.check(entry.flags, "info.md") == entry.info);
    site.write(".rubric.yaml", "");
  }
  CHECK(site.check({"--fail-on", "sometimes"}, "error.md") == ExitCode::usage);
  CHECK(site.check({"--max-warnings", "-1"}, "error.md") == ExitCode::usage);
}

TEST_CASE("Findings alone are printed by --quiet") {
  const Site site;
  const Ran clean = rubric_run({"check", "--quiet", site.path + "/content/_index.md"});
  CHECK(clean.out.empty());
  CHECK(clean.err.empty());
  const Ran found = rubric_run({"check", "-q", site.path + "/content/error.md"});
  CHECK(found.code == ExitCode::findings);
  CHECK(found.out.find("error[article-mismatch]") != std::string::npos);
  CHECK(found.out.find("Found") == std::string::npos);
  const Ran fixed = rubric_run({"check", "-q", "--fix", site.path + "/content/error.md"});
  CHECK(fixed.out.empty());
  CHECK(fixed.err.empty());
  CHECK(rubric_run({"check", "-q", "--no-such-flag"}).err.starts_with("rubric: "));
}
