// The action for GitHub: the scripts of its steps are run as a runner does it, with the variables that it
// sets.

#include <sstream>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "integrations/merge_request.h"

using namespace rubric;

namespace {

using Strings = std::map<std::string, std::string>;

const YAML::Node& action() {
  static const YAML::Node read = YAML::LoadFile(source_folder() + "/action.yml");
  return read;
}

// A value of `env:`, which may be one `${{ … }}`: an input, or the first of what an event may have.
std::string value_of(const std::string& text, const Strings& inputs, const Strings& event) {
  if (!text.starts_with("${{ ")) return text;
  std::istringstream words(text.substr(4, text.size() - 7));
  for (std::string word; words >> word;) {
    if (word == "||") continue;
    if (word.starts_with("inputs.")) {
      const std::string name = word.substr(7);
      REQUIRE(action()["inputs"][name].IsDefined());
      const auto given = inputs.find(name);
      return given != inputs.end() ? given->second : action()["inputs"][name]["default"].as<std::string>();
    }
    REQUIRE(word.starts_with("github.event."));
    if (const auto field = event.find(word.substr(13)); field != event.end()) return field->second;
  }
  return "";
}

// Runs the steps that are scripts, up to the first that fails.
GitFolder::Ended run_action(const MergeRequest& request, const Strings& inputs, const Strings& event,
                            const Strings& variables) {
  GitFolder::Ended all{0, ""};
  request.write("path", "");
  request.write("summary", "");
  for (const auto& step : action()["runs"]["steps"]) {
    if (!step["run"].IsDefined()) continue;
    REQUIRE(step["shell"].as<std::string>() == "bash");
    Strings environment = variables;
    environment["GITHUB_WORKSPACE"] = request.path + "/clone";
    environment["GITHUB_PATH"] = request.path + "/path";
    environment["GITHUB_STEP_SUMMARY"] = request.path + "/summary";
    environment["RUNNER_TEMP"] = request.path + "/temporary";
    for (const auto& variable : step["env"])
      environment[variable.first.as<std::string>()] =
          value_of(variable.second.as<std::string>(), inputs, event);
    // A runner puts what the file of that name has in front of PATH.
    const std::string script = "while read -r folder; do PATH=$folder:$PATH; done <'" + request.path +
                               "/path'\n" + step["run"].as<std::string>();
    const GitFolder::Ended ended =
        request.run_script("bash --noprofile --norc -eo pipefail", script, environment);
    all.output += ended.output;
    all.status = ended.status;
    if (ended.status != 0) break;
  }
  return all;
}

// What actions/checkout makes of a pull request: its merge with the target branch, alone.
GitFolder::Ended run_for_pull_request(const MergeRequest& request, const Strings& inputs = {}) {
  request.check_out("refs/pull/1/merge");
  return run_action(request, inputs,
                    {{"pull_request.base.sha", request.hash("$(git merge-base main topic)")}},
                    {{"GITHUB_SHA", request.hash("refs/pull/1/merge")}, {"GITHUB_REF", "refs/pull/1/merge"}});
}

GitFolder::Ended run_for_push(const MergeRequest& request, const std::string& before) {
  request.check_out("main");
  return run_action(request, {}, {{"before", before}},
                    {{"GITHUB_SHA", request.hash("main")}, {"GITHUB_REF", "refs/heads/main"}});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

size_t results(const MergeRequest& request) {
  return nlohmann::json::parse(request.read("clone/rubric.sarif"))["runs"][0]["results"].size();
}

const std::string mistake = "# Page\n\nShe owns a engineering project.\n";

}  // namespace

TEST_CASE("GitHub: a pull request fails by its own errors, which annotate it") {
  const MergeRequest request(mistake);
  const GitFolder::Ended ended = run_for_pull_request(request);
  INFO(ended.output);
  CHECK(ended.status == 1);
  CHECK(has(ended.output,
            "\n::error file=content/page.md,line=3,col=10,endLine=3,endColumn=11,title=article-mismatch::"));
  CHECK_FALSE(has(ended.output, "content/_index.md"));
  CHECK_FALSE(has(ended.output, "content/other.md"));
  CHECK(has(request.read("summary"), "`content/page.md`"));
  CHECK(results(request) == 3);
}

TEST_CASE("GitHub: a pull request passes that adds no error") {
  const MergeRequest request("# Page\n\nWe use Gitlab.\n");
  const GitFolder::Ended ended = run_for_pull_request(request);
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(has(ended.output, "\n::warning file=content/page.md,"));
  CHECK(results(request) == 3);
  CHECK(run_for_pull_request(request, {{"fail-on", "warning"}}).status == 1);
}

TEST_CASE("GitHub: a push fails by what it added, the first push of a branch by all") {
  const MergeRequest request(mistake);
  const GitFolder::Ended ended = run_for_push(request, request.hash("main~1"));
  INFO(ended.output);
  CHECK(ended.status == 1);
  CHECK(has(ended.output, "::error file=content/other.md"));
  CHECK_FALSE(has(ended.output, "content/_index.md"));
  const GitFolder::Ended first = run_for_push(request, std::string(40, '0'));
  CHECK(first.status == 1);
  CHECK(has(first.output, "::error file=content/_index.md"));
}

TEST_CASE("GitHub: the archive's program runs, unless its sum is another") {
  const MergeRequest request(mistake);
  const std::string archive = request.archive();
  std::string sum = request.must("sha256sum release/rubric.tar.gz");
  sum.erase(sum.find(' '));
  const GitFolder::Ended ended = run_for_pull_request(request, {{"archive", archive}, {"sha256", sum}});
  INFO(ended.output);
  CHECK(has(ended.output, "from the archive"));
  CHECK(has(ended.output, "::error file=content/page.md"));
  sum.front() = sum.front() == '0' ? '1' : '0';
  const GitFolder::Ended refused = run_for_pull_request(request, {{"archive", archive}, {"sha256", sum}});
  CHECK(refused.status != 0);
  CHECK_FALSE(has(refused.output, "from the archive"));
}

TEST_CASE("GitHub: without an archive the release of the action's tag is taken") {
  const MergeRequest request(mistake);
  request.archive();
  request.must(
      "mkdir -p server/docs/rubric/releases/download/v1.2.3 && cp release/rubric.tar.gz "
      "server/docs/rubric/releases/download/v1.2.3/rubric-1.2.3-linux-x86_64.tar.gz");
  request.check_out("main");
  const GitFolder::Ended ended = run_action(request, {}, {},
                                            {{"GITHUB_SHA", request.hash("main")},
                                             {"GITHUB_REF", "refs/heads/main"},
                                             {"GITHUB_SERVER_URL", "file://" + request.path + "/server"},
                                             {"GITHUB_ACTION_REPOSITORY", "docs/rubric"},
                                             {"GITHUB_ACTION_REF", "v1.2.3"},
                                             {"PATH", "/usr/bin:/bin"}});
  INFO(ended.output);
  CHECK(has(ended.output, "from the archive"));
}

TEST_CASE("GitHub: inputs are data") {
  const MergeRequest request(mistake);
  CHECK(run_for_pull_request(request, {{"paths", "content/gone.md; touch made $(touch made)"}}).status == 2);
  CHECK_FALSE(std::filesystem::exists(request.path + "/clone/made"));
  for (const auto& step : action()["runs"]["steps"])  // An expression in a script would be code.
    if (step["run"].IsDefined()) CHECK_FALSE(has(step["run"].as<std::string>(), "${{"));
}

TEST_CASE("GitHub: docs/github.md uses the action as it is, and shows what it says") {
  const YAML::Node step = YAML::Load(sample("github.md", "yaml"))["jobs"]["rubric"]["steps"][1];
  for (const auto& input : step["with"]) CHECK(action()["inputs"][input.first.as<std::string>()].IsDefined());
  const MergeRequest request(mistake);
  CHECK(run_for_pull_request(request).output == sample("github.md", "text"));
  const std::string text = file_text("docs/github.md");
  for (const auto& input : action()["inputs"])
    CHECK(has(text, "\n| `" + input.first.as<std::string>() + "` | "));
}
