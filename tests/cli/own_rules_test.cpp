// A project's own rules as their author meets them: written, shown, tested, run and switched.

#include <filesystem>
#include <map>

#include <catch2/catch.hpp>

#include "cli/ran.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

// A rule's page whose one example is `bad` with `reports`.
std::string page(const std::string& id, const std::string& keys, const std::string& bad,
                 const std::string& reports) {
  return "id: " + id + "\nsummary: What holds.\nwhy: It costs readers time.\n" + keys +
         "\nexamples:\n  - bad: " + bad + "\n    reports: " + reports + "\n  - good: Fine.\n";
}

const std::map<std::string, std::string> pages = {
    {"no-foo", page("no-foo", "message: No {match}.\ncheck: existence\ntokens: ['foo(?! bar)']",
                    "\"A foo, foo bar.\\n\"", "1:3 No foo.")},
    {"say-help", page("say-help", "message: Not {match}.\ncheck: substitution\nswap: {assist: help}",
                      "\"They assist.\\n\"", "\"1:6 Not assist.\"\n    fixed-unsafe: \"They help.\\n\"")},
    {"many-commas",
     page("many-commas",
          "message: '{count}'\ncheck: occurrence\nscope: sentence\nnonword: true\ntoken: ','\nmax: 2",
          "\"a, b, c, d.\\n\"", "\"1:2 3\"")},
    {"twice", page("twice", "message: Twice {match}.\ncheck: repetition\ntokens: [thus]",
                   "\"thus a, thus b.\\n\"", "1:1 Twice thus.")},
    {"one-spelling",
     page("one-spelling", "message: '{match} {other}'\ncheck: consistency\neither: {gray: grey}",
          "\"gray, grey\\n\"", "1:7 grey gray")},
    {"explained", page("explained",
                       "message: What is {match}?\ncheck: conditional\nfirst: '[A-Z]{3}'\n"
                       "second: '\\(([A-Z]{3})\\)'",
                       "\"ABC, letters (XYZ), XYZ\\n\"", "1:1 What is ABC?")},
    {"shouting",
     page("shouting", "message: '{match}'\ncheck: capitalization\nscope: heading\nmatch: $sentence",
          "\"# Read The Fine Manual\\n\"", "1:3 Read The Fine Manual")},
};

void write_pages(const TemporaryFolder& folder) {
  for (const auto& [id, text] : pages) folder.write(".rubric/rules/" + id + ".yaml", text);
  folder.write(".rubric.yaml", "rule-paths: [.rubric/rules]\n");
}

class WorkingFolder {
 public:
  explicit WorkingFolder(const std::string& path) { std::filesystem::current_path(path); }
  ~WorkingFolder() { std::filesystem::current_path(before_); }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
};

// What `check` says in a folder with one rule page, foo.yaml in `rules/`.
std::string error_with(const std::string& foo, const std::string& configuration = "rule-paths: rules\n") {
  const TemporaryFolder folder;
  folder.write("rules/foo.yaml", foo);
  folder.write(".rubric.yaml", configuration);
  const WorkingFolder here(folder.path);
  const Ran ran = rubric_run({"check"});
  CHECK(ran.code == ExitCode::usage);
  return ran.err.substr(std::string("rubric: ").size());
}

}  // namespace

TEST_CASE("Own rules of every kind find, fix and are switched like built-in ones") {
  const TemporaryFolder folder;
  write_pages(folder);
  folder.write("a.md",
               "# Read The Fine Manual\n\nThey assist foo. Thus gray, a, b, c. thus ABC, thus grey.\n");
  const Ran all = rubric_run({"check", "--format", "concise", "--select", "rules", folder.path});
  CHECK(all.code == ExitCode::findings);
  CHECK(all.out ==
        "a.md:1:3: warning[shouting] Read The Fine Manual\n"
        "a.md:3:6: warning[say-help] Not assist.\n"
        "a.md:3:13: warning[no-foo] No foo.\n"
        "a.md:3:27: warning[many-commas] 4\n"
        "a.md:3:38: warning[twice] Twice thus.\n"
        "a.md:3:43: warning[explained] What is ABC?\n"
        "a.md:3:53: warning[one-spelling] grey gray\n");
  folder.write(
      ".rubric.yaml",
      "rules: {shouting: off, no-foo: error, say-help: {severity: info}}\nrule-paths: .rubric/rules\n");
  const Ran some = rubric_run({"check", "--format", "concise", "--ignore", "twice", folder.path});
  CHECK(some.out.find("shouting") == std::string::npos);
  CHECK(some.out.find("twice") == std::string::npos);
  CHECK(some.out.find("error[no-foo]") != std::string::npos);
  CHECK(some.out.find("info[say-help]") != std::string::npos);
  rubric_run({"check", "--unsafe-fixes", "--select", "say-help", folder.path});
  CHECK(folder.read("a.md").find("They help foo.") != std::string::npos);
}

TEST_CASE("Own rules are listed and explained") {
  const TemporaryFolder folder;
  write_pages(folder);
  const WorkingFolder here(folder.path);
  CHECK(rubric_run({"rules"}).out.find("\nno-foo ") != std::string::npos);
  CHECK(rubric_run({"rules", "--json"}).out.find("\"id\": \"no-foo\"") != std::string::npos);
  CHECK(rubric_run({"explain", "no-foo"}).out.starts_with("no-foo (rules, warning)\n\nWhat holds.\n"));
  CHECK(rubric_run({"explain", "no-fooo"}).err.find("Did you mean `no-foo`?") != std::string::npos);
  folder.write(".rubric/rules/no-foo.yaml", "id: no-foo\n");
  CHECK(rubric_run({"explain", "repeated-word"}).code == ExitCode::clean);
  CHECK(rubric_run({"explain", "no-foo"}).err ==
        "rubric: .rubric/rules/no-foo.yaml:1: a rule page needs the key `summary`\n");
}

TEST_CASE("test-rules runs the examples of own rules, of the configuration or of a folder") {
  const TemporaryFolder folder;
  write_pages(folder);
  const WorkingFolder here(folder.path);
  const Ran fine = rubric_run({"test-rules"});
  CHECK(fine.err == "");
  CHECK(fine.out == "14 examples of 7 rules, all as they say\n");
  CHECK(fine.code == ExitCode::clean);
  folder.write("new/say-help.yaml",
               page("say-help", "message: Not {match}.\ncheck: substitution\nswap: {assist: help}",
                    "They assist.", "\"1:5 Not assist.\""));
  const Ran failing = rubric_run({"test-rules", "new"});
  CHECK(failing.code == ExitCode::findings);
  CHECK(failing.out ==
        "new/say-help.yaml:8: `reports` is not what the rule does\n"
        "  expected\n    1:5 Not assist.\n  actual\n    1:6 Not assist.\n"
        "new/say-help.yaml:8: `fixed-unsafe` is not what the rule does\n"
        "  expected\n    They assist.\n  actual\n    They help.\n"
        "2 examples of 1 rule, 1 fails\n");
  CHECK(rubric_run({"test-rules", "new/say-help.yaml"}).out == failing.out);
  folder.write(".rubric.yaml", "");
  CHECK(rubric_run({"test-rules"}).code == ExitCode::usage);
  CHECK(rubric_run({"test-rules", "nowhere"}).code == ExitCode::usage);
}

TEST_CASE("A mistake in an own rule is told with its place and what to do") {
  const std::string head = "id: foo\nsummary: S.\nmessage: M.\nwhy: W.\n";
  CHECK(error_with(head + "check: existence\ntokens: ['(a']\n") ==
        "rules/foo.yaml:6: the pattern `(a` is not valid: missing ): (a\n");
  CHECK(error_with(head + "check: native\n") ==
        "rules/foo.yaml:5: `check: native` is for rubric's own functions; name a kind of check such as "
        "`existence`\n");
  CHECK(error_with(head + "check: existence\ntokens: [a]\naliases: [repeated-word]\n") ==
        "rules/foo.yaml:7: the name `repeated-word` is taken: it is a built-in rule\n");
  CHECK(error_with(head + "check: existence\ntokens: [a]\naliases: [foo]\n") ==
        "rules/foo.yaml:7: the name `foo` is taken: it is the rule of rules/foo.yaml\n");
  CHECK(error_with(head, "rules: {}\nrule-paths:\n  - no/where\n") ==
        ".rubric.yaml:3: There is no rule page (*.yaml) at `no/where`, or it leads out of the repository.\n");
  CHECK(error_with(head, "rule-paths: [{a: b}]\n") ==
        ".rubric.yaml:1: `rule-paths` must be a list of files and folders.\n");
  CHECK(error_with(head + "check: existence\ntokens: [a]\n", "rule-paths: rules\nrules: {fooo: off}\n") ==
        ".rubric.yaml:2: Unknown rule `fooo`. Did you mean `foo`?\n");
}

TEST_CASE("Rules are read from inside the repository only") {
  for (const std::string path : {"/etc", "../x", "a/../../x"})
    CHECK(error_with("", "rule-paths: '" + path + "'\n") ==
          ".rubric.yaml:1: `" + path + "` leads out of the repository; rules are read from inside only.\n");
  const TemporaryFolder outside, folder;
  outside.write("foo.yaml", "id: foo\n");
  std::filesystem::create_directory(folder.path + "/rules");
  std::filesystem::create_symlink(outside.path + "/foo.yaml", folder.path + "/rules/foo.yaml");
  std::filesystem::create_directory_symlink(outside.path, folder.path + "/linked");
  for (const std::string path : {"rules", "rules/foo.yaml", "linked", "linked/foo.yaml"}) {
    folder.write(".rubric.yaml", "rule-paths: " + path + "\n");
    const Ran ran = rubric_run({"check", folder.path});
    INFO(path << ": " << ran.err);
    CHECK(ran.code == ExitCode::usage);
    CHECK(ran.err.find(path == "rules" || path == "rules/foo.yaml"
                           ? "is a link that leaves the repository"
                           : "or it leads out of the repository") != std::string::npos);
  }
}
