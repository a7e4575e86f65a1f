// The samples in docs/formats.md: what follows `<!-- sample: FORMAT -->` is what rubric prints of one page.
// To rewrite them: UPDATE_EXPECT=1 build/dev/rubric_tests "The samples*"; then read the diff.

#include <cstdlib>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "folder_files.h"
#include "report/formats.h"
#include "report/rule_page.h"
#include "source_folder.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

std::string language_of(std::string_view format) {
  if (format == "markdown") return "markdown";
  if (format == "junit" || format == "checkstyle") return "xml";
  if (format == "json" || format == "jsonl" || format == "rdjson" || format == "lsp" || format == "sarif" ||
      format == "gitlab")
    return "json";
  return "text";
}

std::string sample_of(const std::string& format) {
  TemporaryFolder site;
  site.write("hugo.yaml", "baseURL: https://example.org/\n");
  site.write("content/careers.md", "# Careers\n\nShe owns a engineering project.\n");
  const Ran ran = rubric_run({"check", "--select", "article-mismatch", "--format", format, site.path});
  CHECK(ran.err.empty());
  std::string shown = ran.out;
  if (format == "sarif") {  // The rule's page, which is long, is left out.
    const size_t page = shown.find("\"shortDescription\""), end = shown.find("\"defaultConfiguration\"");
    shown.replace(page, end - page, "…,");
  }
  return "\n" + fenced(shown, language_of(format));
}

// The page with its samples as they are now.
std::string with_samples(const std::string& page) {
  constexpr std::string_view mark = "<!-- sample: ", end = " -->\n";
  std::string result;
  size_t at = 0;
  for (size_t found; (found = page.find(mark, at)) != std::string::npos;) {
    const size_t name = found + mark.size(), behind = page.find(end, name);
    const std::string format = page.substr(name, behind - name);
    INFO(format);
    REQUIRE(find_format(format));
    result += page.substr(at, behind + end.size() - at) + sample_of(format);
    at = behind + end.size();
    if (page.compare(at, 4, "\n```") == 0) at = page.find("\n```\n", at + 4) + 5;
  }
  return result + page.substr(at);
}

}  // namespace

TEST_CASE("The samples of the formats are what rubric prints", "[rules]") {
  const std::string path = source_folder() + "/docs/formats.md";
  const std::string expected = with_samples(read_all(path));
  if (std::getenv("UPDATE_EXPECT")) std::ofstream(path, std::ios::binary) << expected;
  INFO("UPDATE_EXPECT=1 build/dev/rubric_tests \"[rules]\" writes docs/formats.md; review the diff");
  CHECK(read_all(path) == expected);
  for (const Format& format : formats())
    CHECK(expected.find("<!-- sample: " + std::string(format.name) + " -->\n") != std::string::npos);
}
