// Runs each grammar rule over its labelled set, `tests/labelled/<rule>.md`: everything marked is found and
// nothing else.
//
// A set is a Markdown file of cases. A case is a run of lines without a blank line, a page of its own; or,
// where a page needs blank lines, all lines between two lines `---`. A case whose first line begins with `//`
// is a comment. What must be reported stands in `[[…]]`; what is wrong too but not found yet, in `[?…?]`, so
// that the recall of a rule can be read off its set. A finding and its mark need only overlap.
//
// To see the counts: build/dev/rubric_tests "Labelled sets*" -s

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include <catch2/catch.hpp>

#include "rules/rules.h"
#include "source_folder.h"
#include "workspace/workspace.h"

using namespace rubric;

namespace {

struct Mark {
  Span span;  // in the case's text
  bool known_miss = false;
};

struct Case {
  std::string text;  // without its marks
  std::vector<Mark> marks;
  size_t line = 0;  // in the set, 1-based
};

// Takes the marks out of a case as it stands in its set.
Case read_case(const std::string& marked, size_t line) {
  Case result;
  result.line = line;
  for (size_t at = 0; at < marked.size(); ++at) {
    const std::string_view two = std::string_view(marked).substr(at, 2);
    if (two == "[[" || two == "[?") {
      const auto here = static_cast<uint32_t>(result.text.size());
      result.marks.push_back({{here, here}, two == "[?"});
      ++at;
    } else if ((two == "]]" || two == "?]") && !result.marks.empty() && result.marks.back().span.empty()) {
      result.marks.back().span.end = static_cast<uint32_t>(result.text.size());
      ++at;
    } else {
      result.text += marked[at];
    }
  }
  return result;
}

std::vector<Case> read_set(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  std::string text;
  size_t begin = 1;
  size_t number = 0;
  bool ruled = false;  // between two lines `---`
  const auto close = [&] {
    if (!text.empty() && !text.starts_with("//")) cases.push_back(read_case(text, begin));
    text.clear();
    begin = number + 1;
  };
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line == "---") {
      close();
      ruled = !ruled;
    } else if (line.empty() && !ruled) {
      close();
    } else {
      text += line + "\n";
    }
  }
  ++number;
  close();
  return cases;
}

bool overlap(const Span& left, const Span& right) {
  return left.begin < right.end && right.begin < left.end;
}

std::string path_of(size_t index) {
  return "content/case-" + std::to_string(index) + ".md";
}

// What the rule says of each case, by the path of its page.
std::map<std::string, std::vector<Diagnostic>> findings_of(const std::string& rule,
                                                           const std::vector<Case>& cases) {
  std::map<std::string, std::string, std::less<>> files{{"hugo.yaml", "title: Labelled\n"}};
  for (size_t index = 0; index < cases.size(); ++index) files[path_of(index)] = cases[index].text;
  WorkspaceOptions options;
  options.selection.select = {rule};
  const MemoryFiles memory(std::move(files));
  Workspace workspace(memory, IgnoreRules::from_patterns({}), options);
  std::map<std::string, std::vector<Diagnostic>> findings;
  for (Diagnostic& finding : workspace.check({""})) findings[finding.path].push_back(std::move(finding));
  return findings;
}

struct Tally {
  size_t found = 0;
  size_t missed = 0;  // and known to be
  size_t silent = 0;  // cases in which there is nothing to find
};

void check_case(const Case& labelled, const std::vector<Diagnostic>& findings, Tally& tally) {
  if (labelled.marks.empty()) ++tally.silent;
  for (const Mark& mark : labelled.marks) {
    const bool found = std::any_of(findings.begin(), findings.end(),
                                   [&](const Diagnostic& f) { return overlap(f.range.span, mark.span); });
    INFO((mark.known_miss ? "is found by now, so mark it [[…]]: " : "is not found: ")
         << labelled.text.substr(mark.span.begin, mark.span.size()));
    CHECK(found != mark.known_miss);
    ++(found ? tally.found : tally.missed);
  }
  for (const Diagnostic& finding : findings) {
    const bool marked = std::any_of(labelled.marks.begin(), labelled.marks.end(),
                                    [&](const Mark& mark) { return overlap(finding.range.span, mark.span); });
    INFO("is not marked: " << finding.message);
    CHECK(marked);
  }
}

void check_set(const std::filesystem::path& path) {
  const std::vector<Case> cases = read_set(path);
  REQUIRE(!cases.empty());
  const auto findings = findings_of(path.stem().string(), cases);
  Tally tally;
  for (size_t index = 0; index < cases.size(); ++index) {
    const auto of_case = findings.find(path_of(index));
    INFO(path.filename().string() << ":" << cases[index].line << ": " << cases[index].text);
    check_case(cases[index], of_case == findings.end() ? std::vector<Diagnostic>() : of_case->second, tally);
  }
  INFO(path.stem().string() << ": " << tally.found << " found, " << tally.missed << " known to be missed, "
                            << tally.silent << " cases with nothing to find");
  CHECK(tally.found + tally.silent > 0);
}

}  // namespace

TEST_CASE("Labelled sets are found whole, and nothing else", "[rules][labelled]") {
  size_t sets = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(std::filesystem::path(source_folder()) / "tests/labelled")) {
    check_set(entry.path());
    ++sets;
  }
  CHECK(sets > 0);
}
