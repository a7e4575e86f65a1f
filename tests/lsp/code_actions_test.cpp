// What an editor is offered where the cursor or a selection touches findings.

#include <catch2/catch.hpp>

#include "lsp/marked_site.h"

using namespace rubric;

namespace {

const std::map<std::string, std::string> handbook = {
    {"hugo.toml", "baseURL = 'https://example.org/'\n"},
    {"content/a.md", "---\ntitle: A\n---\n"},
    {"content/tools.md", "---\ntitle: The tools\n---\n"},
};

void check_actions(const std::string& text, const std::string& range, const std::string& only,
                   const std::string& expected) {
  MarkedSite site(handbook);
  INFO(text);
  const auto at = [](const std::string& place) {
    const size_t colon = place.find(':');
    return R"({"line":)" + place.substr(0, colon) + R"(,"character":)" + place.substr(colon + 1) + "}";
  };
  const size_t dash = range.find('-');
  const std::string params = R"(,"range":{"start":)" + at(range.substr(0, dash)) + R"(,"end":)" +
                             at(range.substr(dash + 1)) + R"(},"context":{"diagnostics":[])" +
                             (only.empty() ? "" : R"(,"only":[")" + only + R"("])") + "}";
  CHECK(site.ask("textDocument/codeAction", "content/a.md", text, params) == expected);
}

const std::string article =
    R"({"title":"Replace `a` by `an`","kind":"quickfix","diagnostics":[{"range":0:9-0:10,"severity":1,)"
    R"("code":"article-mismatch","source":"rubric","message":"`a` before `engineering`, which begins with a )"
    R"(vowel sound.\nUse `an`."}],"isPreferred":true,"edit":{"changes":{"content/a.md":[{"range":0:9-0:10,)"
    R"("newText":"an"}]}}})";
const std::string dead_link =
    R"({"title":"Replace it by `/tools/`","kind":"quickfix","diagnostics":[{"range":0:4-0:11,"severity":1,)"
    R"("code":"link-target-not-found","source":"rubric","message":"`/toolz/` leads to no page or file.\n)"
    R"(Did you mean `/tools/`?"}],"edit":{"changes":{"content/a.md":[{"range":0:4-0:11,"newText":"/tools/"}]}}})";
const std::string all_of_one =
    R"({"title":"Fix what is safe to fix: 1 finding","kind":"source.fixAll.rubric","edit":{"changes":{)"
    R"("content/a.md":[{"range":0:9-0:10,"newText":"an"}]}}})";

}  // namespace

TEST_CASE("A finding's fixes are quick fixes, safe ones preferred", "[lsp]") {
  check_actions("She owns a engineering project.", "0:9-0:9", "quickfix", "[" + article + "]");
  check_actions("She owns a engineering project.", "0:0-0:31", "quickfix", "[" + article + "]");
  check_actions("[x](/toolz/)", "0:5-0:5", "", "[" + dead_link + "]");
}

TEST_CASE("All that is safe to fix is one action, wherever the cursor is", "[lsp]") {
  const std::string text = "She owns a engineering project.\n\n[x](/toolz/)";
  check_actions(text, "0:0-0:0", "", "[" + all_of_one + "]");
  check_actions(text, "0:0-0:0", "source", "[" + all_of_one + "]");
  check_actions(text, "0:0-0:0", "source.fixAll", "[" + all_of_one + "]");
  check_actions(
      "She owns a engineering and a editing project.", "0:0-0:0", "source.fixAll.rubric",
      R"([{"title":"Fix what is safe to fix: 2 findings","kind":"source.fixAll.rubric","edit":{"changes":{)"
      R"("content/a.md":[{"range":0:9-0:10,"newText":"an"},{"range":0:27-0:28,"newText":"an"}]}}}])");
}

TEST_CASE("Nothing is offered where nothing is found, or of a kind that is not asked for", "[lsp]") {
  check_actions("She owns a project.", "0:0-0:19", "", "[]");
  check_actions("She owns a engineering project.", "0:0-0:3", "quickfix", "[]");
  check_actions("She owns a engineering project.", "0:9-0:9", "refactor", "[]");
  check_actions("She owns a engineering project.", "0:9-0:9", "source.organizeImports", "[]");
  check_actions("[x](/toolz/)", "0:5-0:5", "source.fixAll", "[]");
}
