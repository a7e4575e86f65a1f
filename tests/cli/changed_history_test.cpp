// The law of --staged and --since: what they report is the difference of two full checks. A history of
// changes as people make them to a handbook, each on the example handbook as the changes before it left it.

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "cli/git_folder.h"
#include "cli/ran.h"
#include "source_folder.h"

using namespace rubric;

namespace {

namespace fs = std::filesystem;

using Place = std::tuple<std::string, std::string, int, int>;  // path, rule, line, column
using Places = std::multiset<Place>;

const std::string here = "content/handbook/";

struct Handbook : GitFolder {
  void move(const std::string& from, const std::string& to) const {
    fs::create_directories(fs::path(path + "/" + to).parent_path());
    fs::rename(path + "/" + from, path + "/" + to);
  }
  void remove(const std::string& file) const { REQUIRE(fs::remove_all(path + "/" + file) != 0); }
  void replace(const std::string& file, const std::string& old, const std::string& text) const {
    std::string bytes = read(file);
    INFO(file << ": " << old);
    const size_t at = bytes.find(old);
    REQUIRE(at != bytes.npos);
    write(file, bytes.replace(at, old.size(), text));
  }
  void append(const std::string& file, const std::string& text) const { write(file, read(file) + text); }
  void swap(const std::string& one, const std::string& other) const {
    move(one, "swapped");
    move(other, one);
    move("swapped", other);
  }

  Places findings(std::vector<std::string> flags) const {
    const fs::path before = fs::current_path();
    fs::current_path(path);
    flags.insert(flags.begin(), {"check", "--format", "jsonl"});
    flags.push_back("--jobs=2");
    const Ran ran = rubric_run(flags);
    fs::current_path(before);
    INFO(ran.err);
    REQUIRE(ran.code != ExitCode::usage);
    Places places;
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) {
      const auto finding = nlohmann::json::parse(line);
      if (finding["rule"] == "url-lost") continue;  // it is of changes alone
      places.emplace(finding["path"], finding["rule"], finding["line"], finding["column"]);
    }
    return places;
  }
};

struct Step {
  const char* name;
  std::function<void(const Handbook&)> make;
};

const std::string people = here + "people/", engineering = here + "engineering/", company = here + "company/";

// clang-format off
const std::vector<Step> history = {
    {"edit prose", [](const Handbook& b) { b.replace(company + "_index.md", "first in a barn", "first in a shed"); }},
    {"edit prose and make a mistake", [](const Handbook& b) { b.append(company + "_index.md", "\nShe owns a engine.\n"); }},
    {"mend it", [](const Handbook& b) { b.replace(company + "_index.md", "a engine", "an engine"); }},
    {"rename a heading that others link to", [](const Handbook& b) { b.replace(engineering + "on-call.md", "## Swapping", "## Trading"); }},
    {"and rename it back", [](const Handbook& b) { b.replace(engineering + "on-call.md", "## Trading", "## Swapping"); }},
    {"rename a page", [](const Handbook& b) { b.move(here + "glossary.md", here + "words.md"); }},
    {"leave an alias behind", [](const Handbook& b) { b.replace(here + "words.md", "title: Glossary\n", "title: Glossary\naliases: [/handbook/glossary/]\n"); }},
    {"rename an include", [](const Handbook& b) { b.move("assets/includes/people/contacts.md", "assets/includes/people/team.md"); }},
    {"follow it", [](const Handbook& b) { b.replace(people + "_index.md", "people/contacts.md", "people/team.md"); }},
    {"rename a heading in an include", [](const Handbook& b) { b.replace("assets/includes/people/team.md", "### People team", "### The people"); }},
    {"delete a page", [](const Handbook& b) { b.remove(engineering + "deployment.md"); }},
    {"delete an image", [](const Handbook& b) { b.remove("static/images/floor-plan.png"); }},
    {"delete an include", [](const Handbook& b) { b.remove("assets/includes/workshop/first-aid.md"); }},
    {"move a section", [](const Handbook& b) { b.move(engineering + "incidents", here + "incidents"); }},
    {"mend a link to it", [](const Handbook& b) { b.replace(engineering + "_index.md", "(incidents/)", "(../incidents/)"); }},
    {"swap two pages", [](const Handbook& b) { b.swap(company + "values.md", company + "communication.md"); }},
    {"add a page", [](const Handbook& b) { b.write(engineering + "architecture.md", "---\ntitle: Architecture\n---\n\n## Plan\n\nSee [on call](../on-call/) and [that](../nowhere/).\n"); }},
    {"a draft", [](const Handbook& b) { b.replace(engineering + "architecture.md", "title: A", "draft: true\ntitle: A"); }},
    {"published again", [](const Handbook& b) { b.replace(engineering + "architecture.md", "draft: true\n", ""); }},
    {"change a slug", [](const Handbook& b) { b.replace(people + "hiring.md", "title: Hiring\n", "title: Hiring\nslug: jobs\n"); }},
    {"change a template so that it ends", [](const Handbook& b) { b.write("layouts/shortcodes/contact.html", "<div id=\"contact\">{{ .Inner }}</div>\n"); }},
    {"and back", [](const Handbook& b) { b.must("git checkout -q HEAD~1 -- layouts"); }},
    {"delete a template", [](const Handbook& b) { b.remove("layouts/shortcodes/badge.html"); }},
    {"add a template", [](const Handbook& b) { b.write("layouts/shortcodes/badge.html", "<b id=\"badge\">{{ .Get 0 }}</b>\n"); }},
    {"change where pages are published", [](const Handbook& b) { b.replace("hugo.yaml", "markup:", "permalinks: {handbook: \"/book/:sections/:slug/\"}\nmarkup:"); }},
    {"and back", [](const Handbook& b) { b.must("git checkout -q HEAD~1 -- hugo.yaml"); }},
    {"two pages with one URL", [](const Handbook& b) { b.replace(people + "expenses.md", "title: Expenses\n", "title: Expenses\naliases: [/handbook/people/hiring/, /handbook/principles/]\n"); }},
    {"two pages with one name", [](const Handbook& b) { b.write(here + "archive/expenses.md", "---\ntitle: Old\n---\n\nSee [it]({{< relref \"expenses.md\" >}}).\n"); }},
    {"a section becomes one page", [](const Handbook& b) { b.move(people + "_index.md", people + "index.md"); }},
    {"and a section again", [](const Handbook& b) { b.move(people + "index.md", people + "_index.md"); }},
    {"suppress a finding", [](const Handbook& b) { b.replace(engineering + "_index.md", "- [Careers]", "<!-- rubric-disable-next-line link-target-not-found: soon -->\n- [Gone](../gone/)\n- [Careers]"); }},
    {"make it needless from elsewhere", [](const Handbook& b) { b.write(here + "gone.md", "---\ntitle: Gone\n---\n\nHere.\n"); }},
    {"include a text twice", [](const Handbook& b) { b.append(engineering + "on-call.md", "\n{{% include \"includes/engineering/escalation.md\" %}}\n"); }},
    {"no longer include a text", [](const Handbook& b) { b.replace(engineering + "careers/senior.md", "{{% include \"includes/engineering/craft.md\" %}}", "Craft."); }},
    {"hand a setting down", [](const Handbook& b) { b.replace(here + "archive/_index.md", "title: Archive\n", "title: Archive\ncascade: {build: {render: never}}\n"); }},
    {"break front matter", [](const Handbook& b) { b.replace(company + "_index.md", "title: Company", "title: Company: we"); }},
    {"change line ends", [](const Handbook& b) { b.must("sed -i 's/$/\\r/' content/handbook/company/communication.md"); }},
    {"break a cycle", [](const Handbook& b) { b.replace("assets/includes/workshop/keys.md", "{{% include \"includes/workshop/closing-up.md\" %}}", "Slowly."); }},
    {"delete a section and add one", [](const Handbook& b) { b.remove(here + "workshop"); b.write(here + "space/_index.md", "---\ntitle: Space\n---\n"); }},
    {"much at once", [](const Handbook& b) { b.move(company, here + "firm"); b.swap(people + "expenses.md", people + "time-off.md"); b.replace("hugo.yaml", "RSS, ", ""); b.remove("layouts/shortcodes/note.html"); }},
    {"turn off a rule", [](const Handbook& b) { b.append(".rubric.yaml", "\nrules: {article-mismatch: off}\n"); }},
};
// clang-format on

Places difference(const Places& before, const Places& after, const std::set<std::string>& changed) {
  Places known = before, wanted;
  for (const Place& place : after) {
    const auto same = known.find(place);
    if (changed.count(std::get<0>(place)) == 0 && same != known.end()) {
      known.erase(same);
    } else {
      wanted.insert(place);
    }
  }
  return wanted;
}

std::string told(const Places& places) {
  std::string text;
  for (const auto& [path, rule, line, column] : places)
    text += "  " + path + ":" + std::to_string(line) + ":" + std::to_string(column) + " " + rule + "\n";
  return text;
}

}  // namespace

TEST_CASE("What a change is told of is the difference of two full checks, through a history of changes") {
  const Handbook handbook;
  fs::copy(source_folder() + "/examples/handbook", handbook.path, fs::copy_options::recursive);
  handbook.must("git init -q && git add -A && git commit -qm first");
  REQUIRE(history.size() >= 40);
  size_t elsewhere = 0;
  Places before = handbook.findings({});
  for (const Step& step : history) {
    INFO(step.name);
    step.make(handbook);
    Places known = before;
    if (handbook.run("git diff --quiet .rubric.yaml").status != 0) {
      // The rules are those of now.
      handbook.must("git stash -qu && git checkout -q stash@{0} -- .rubric.yaml");
      known = handbook.findings({});
      handbook.must("git checkout -q HEAD -- .rubric.yaml && git stash pop -q");
    }
    const Places after = handbook.findings({});
    std::set<std::string> changed;
    handbook.must("git add -A -N");
    std::istringstream names(handbook.must("git diff --name-only --no-renames --diff-filter=d HEAD"));
    for (std::string name; std::getline(names, name);) changed.insert(name);
    handbook.must("git reset -q");
    const Places wanted = difference(known, after, changed);
    for (const Place& place : wanted) elsewhere += changed.count(std::get<0>(place)) == 0 ? 1 : 0;
    CHECK(told(handbook.findings({"--since", "HEAD"})) == told(wanted));
    handbook.must("git add -A");
    CHECK(told(handbook.findings({"--staged"})) == told(wanted));
    handbook.must("git commit -qm next");
    CHECK(told(handbook.findings({"--since", "HEAD~1"})) == told(wanted));
    before = after;
  }
  CHECK(elsewhere > 40);
}
