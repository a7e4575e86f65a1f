// The component for GitLab CI/CD: its inputs are put in and its script is run as a runner does it.

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <yaml-cpp/yaml.h>

#include "integrations/merge_request.h"

using namespace rubric;

namespace {

using Strings = std::map<std::string, std::string>;

// The job that a component gives for inputs. GitLab puts them into the text before it reads the YAML.
YAML::Node job_of(Strings inputs) {
  std::string text = file_text("templates/rubric.yml");
  const YAML::Node spec = YAML::LoadAll(text).at(0)["spec"]["inputs"];
  for (const auto& [name, value] : inputs) REQUIRE(spec[name].IsDefined());
  for (const auto& input : spec) {
    REQUIRE(input.second["description"].IsDefined());
    inputs.emplace(input.first.as<std::string>(), input.second["default"].as<std::string>());
  }
  for (size_t at = text.find("$[["); at != text.npos; at = text.find("$[[", at)) {
    const size_t end = text.find("]]", at);
    const std::string name = text.substr(at + 4, end - at - 5);
    REQUIRE(name.starts_with("inputs."));
    REQUIRE(inputs.count(name.substr(7)) == 1);
    text.replace(at, end + 2 - at, inputs[name.substr(7)]);
  }
  const YAML::Node configuration = YAML::LoadAll(text).at(1);
  REQUIRE(configuration.size() == 1);
  return configuration["rubric"];
}

GitFolder::Ended run_job(const MergeRequest& request, const Strings& inputs, Strings variables) {
  const YAML::Node job = job_of(inputs);
  for (const auto& variable : job["variables"])
    variables[variable.first.as<std::string>()] = variable.second.as<std::string>();
  variables["CI_PROJECT_DIR"] = request.path + "/clone";
  std::string script;
  for (const auto& line : job["script"]) script += line.as<std::string>() + '\n';
  return request.run_script("sh -e", script, variables);
}

// The variables of a pipeline of a merge request.
Strings of_branch(const MergeRequest& request) {
  request.check_out("topic");
  return {{"CI_COMMIT_SHA", request.hash("topic")},
          {"CI_MERGE_REQUEST_DIFF_BASE_SHA", request.hash("$(git merge-base main topic)")}};
}

// And of a pipeline for merged results.
Strings of_merged_results(const MergeRequest& request) {
  request.check_out("refs/pull/1/merge");
  Strings variables = {{"CI_COMMIT_SHA", request.hash("refs/pull/1/merge")},
                       {"CI_MERGE_REQUEST_DIFF_BASE_SHA", request.hash("$(git merge-base main topic)")},
                       {"CI_MERGE_REQUEST_TARGET_BRANCH_SHA", request.hash("main")}};
  return variables;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

// `path:line` of what a Code Quality report holds.
std::vector<std::string> reported(const MergeRequest& request) {
  std::vector<std::string> places;
  for (const auto& finding : nlohmann::json::parse(request.read("clone/gl-code-quality-report.json")))
    places.push_back(finding["location"]["path"].get<std::string>() + ':' +
                     finding["location"]["lines"]["begin"].dump());
  return places;
}

const std::string mistake = "# Page\n\nShe owns a engineering project.\n";

}  // namespace

TEST_CASE("GitLab: a merge request fails by its own errors, and Code Quality gets all") {
  const MergeRequest request(mistake);
  for (const auto& variables : {of_branch, of_merged_results}) {
    const GitFolder::Ended ended = run_job(request, {}, variables(request));
    INFO(ended.output);
    CHECK(ended.status == 1);
    CHECK(has(ended.output, "content/page.md:3:10: error[article-mismatch]"));
    CHECK_FALSE(has(ended.output, "content/_index.md"));
    CHECK_FALSE(has(ended.output, "content/other.md"));
    const std::string summary = request.read("clone/rubric.md");
    CHECK(has(summary, "`content/page.md`"));
    CHECK_FALSE(has(summary, "_index.md"));
    std::vector<std::string> all = {"content/_index.md:3", "content/page.md:3"};
    if (variables == of_merged_results) all.insert(all.begin() + 1, "content/other.md:3");
    CHECK(reported(request) == all);
  }
}

TEST_CASE("GitLab: a merge request passes that adds no error") {
  const MergeRequest request("# Page\n\nShe owns a project.\n");
  for (const auto& variables : {of_branch, of_merged_results}) {
    const GitFolder::Ended ended = run_job(request, {}, variables(request));
    INFO(ended.output);
    CHECK(ended.status == 0);
    CHECK(reported(request).size() == (variables == of_branch ? 1 : 2));
  }
}

TEST_CASE("GitLab: a warning fails where it is asked for") {
  const MergeRequest request("# Page\n\nWe use Gitlab.\n");
  CHECK(run_job(request, {}, of_branch(request)).status == 0);
  CHECK(run_job(request, {{"fail-on", "warning"}}, of_branch(request)).status == 1);
}

TEST_CASE("GitLab: the default branch is reported on and does not fail") {
  const MergeRequest request(mistake);
  request.check_out("main");
  const GitFolder::Ended ended = run_job(request, {}, {{"CI_COMMIT_SHA", request.hash("main")}});
  INFO(ended.output);
  CHECK(ended.status == 0);
  CHECK(has(ended.output, "Found 2 errors in 2 of 3 files"));
  CHECK(reported(request).size() == 2);
}

TEST_CASE("GitLab: the archive's program runs, unless its sum is another") {
  const MergeRequest request(mistake);
  const std::string archive = request.archive();
  std::string sum = request.must("sha256sum release/rubric.tar.gz");
  sum.erase(sum.find(' '));
  const GitFolder::Ended ended =
      run_job(request, {{"archive", archive}, {"sha256", sum}}, of_branch(request));
  INFO(ended.output);
  CHECK(has(ended.output, "from the archive"));
  CHECK(ended.status == 1);
  CHECK(has(ended.output, "content/page.md:3:10"));

  sum.front() = sum.front() == '0' ? '1' : '0';
  const GitFolder::Ended refused =
      run_job(request, {{"archive", archive}, {"sha256", sum}}, of_branch(request));
  CHECK(refused.status != 0);
  CHECK_FALSE(has(refused.output, "from the archive"));
  CHECK(run_job(request, {{"archive", archive + ".gone"}}, of_branch(request)).status != 0);
}

TEST_CASE("GitLab: inputs are data, and a mistake in them fails") {
  const MergeRequest request(mistake);
  const GitFolder::Ended ended =
      run_job(request, {{"paths", "content/gone.md; touch made $(touch made) *"}}, of_branch(request));
  CHECK(ended.status == 2);
  CHECK(request.read("clone/made").empty());
  CHECK_FALSE(std::filesystem::exists(request.path + "/clone/made"));
  CHECK(run_job(request, {{"paths", "content/_index.md hugo.yaml"}}, of_branch(request)).status == 0);
}

TEST_CASE("GitLab: the artifacts are what the script writes") {
  const YAML::Node artifacts = job_of({})["artifacts"];
  CHECK(artifacts["when"].as<std::string>() == "always");
  CHECK(artifacts["paths"][0].as<std::string>() == "rubric.md");
  CHECK(artifacts["reports"]["codequality"].as<std::string>() == "gl-code-quality-report.json");
}

TEST_CASE("GitLab: docs/gitlab.md includes the component as it is, and shows what its job says") {
  const YAML::Node include = YAML::Load(sample("gitlab.md", "yaml"))["include"][0];
  Strings inputs;
  for (const auto& input : include["inputs"])
    inputs[input.first.as<std::string>()] = input.second.as<std::string>();
  CHECK(inputs.size() == 2);
  job_of(inputs);
  const MergeRequest request(mistake);
  CHECK(run_job(request, {}, of_branch(request)).output == sample("gitlab.md", "text"));

  const std::string text = file_text("docs/gitlab.md");
  const YAML::Node spec = YAML::LoadAll(file_text("templates/rubric.yml")).at(0)["spec"]["inputs"];
  for (const auto& input : spec) {
    const std::string standard = input.second["default"].as<std::string>();
    CHECK(has(text, "\n| `" + input.first.as<std::string>() + "` | " +
                        (standard.empty() ? "" : '`' + standard + "` ") + "|"));
  }
}
