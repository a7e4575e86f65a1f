// What completes command lines is sourced by the shells themselves, where they are installed, and asked.

#include <algorithm>
#include <map>
#include <sstream>

#include "cli/ran.h"
#include "cli/shell.h"
#include "temporary_folder.h"

using namespace rubric;

namespace {

struct Case {
  std::string typed;
  std::vector<std::string> expected;  // for the last word, sorted
};

const std::vector<Case> cases = {
    {"rubric ch", {"check"}},
    {"rubric --vers", {"--version"}},
    {"rubric --stat", {"--statistics"}},
    {"rubric check --no-", {"--no-config"}},
    {"rubric check --format js", {"json", "jsonl"}},
    {"rubric check --quiet --format sa", {"sarif"}},
    {"rubric --fail-on w", {"warning"}},
    {"rubric check --report sar", {"sarif="}},
    {"rubric explain article-m", {"article-mismatch"}},
    {"rubric check --select own-r", {"own-rule"}},
    {"rubric check --ignore style,repeated-w", {"style,repeated-word"}},
    {"rubric check --config .rubr", {".rubric.yaml"}},
    {"rubric check content/pa", {"content/page.md"}},
    {"rubric dump t", {"tokens", "tree"}},
    {"rubric dump page content/pa", {"content/page.md"}},
    {"rubric completions z", {"zsh"}},
};

// A repository with a rule of its own, the shell's file and the lines to complete.
struct Repository : TemporaryFolder {
  explicit Repository(const std::string& shell) {
    const Ran ran = rubric_run({"completions", shell});
    REQUIRE(ran.code == ExitCode::clean);
    write("completions", ran.out);
    write("content/page.md", "# Page\n");
    write(".rubric.yaml", "rule-paths: [.rules]\n");
    write(".rules/style/own-rule.yaml",
          "id: own-rule\nsummary: A rule.\ncheck: existence\nscope: prose\ntokens: [x]\nmessage: No.\nwhy: "
          "So.\n");
    std::string typed;
    for (const Case& each : cases) typed += each.typed + '\n';
    write("typed", typed);
  }

  // Runs a script that writes `= LINE` and what it completes its last word to, for each line that is typed.
  std::map<std::string, std::vector<std::string>> ask(const std::string& command,
                                                      const std::string& script) const {
    write("ask", script);
    std::istringstream said(run_shell("cd '" + path + "'; HOME=$PWD timeout 60 " + command + " ask").output);
    std::map<std::string, std::vector<std::string>> completed;
    std::string typed;
    for (std::string line; std::getline(said, line);) {
      if (line.starts_with("= ")) {
        typed = line.substr(2);
      } else {
        completed[typed].push_back(line);
      }
    }
    for (auto& [each, words] : completed) std::sort(words.begin(), words.end());
    return completed;
  }
};

}  // namespace

TEST_CASE("bash completes commands, options, values, rules and files") {
  if (!has_program("bash")) return;
  const Repository repository("bash");
  // As readline does it: the function first, files where it has no answer; and `=` is a word.
  auto completed = repository.ask("bash", R"(. ./completions
complete -p rubric | grep -q -- '-o default .*-F _rubric rubric' || echo 'files are not the default'
compopt() { :; }
echo 'rubric check --format = sa' >>typed
while read -ra COMP_WORDS; do
  echo "= ${COMP_WORDS[*]}"
  COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
  _rubric
  ((${#COMPREPLY[@]})) || mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
  printf '%s\n' "${COMPREPLY[@]}"
done <typed
)");
  for (const Case& each : cases) {
    INFO(each.typed);
    CHECK(completed[each.typed] == each.expected);
  }
  CHECK(completed["rubric check --format = sa"] == std::vector<std::string>{"sarif"});
}

TEST_CASE("fish completes commands, options, values, rules and files") {
  if (!has_program("fish")) return;
  const Repository repository("fish");
  auto completed = repository.ask("fish --no-config", R"(source completions
while read -l line
    echo "= $line"
    complete -C "$line" | cut -f 1
end <typed
)");
  for (const Case& each : cases) {
    INFO(each.typed);
    CHECK(completed[each.typed] == each.expected);
  }
}

TEST_CASE("zsh completes commands, options, values, rules and files") {
  if (!has_program("zsh")) return;
  const Repository repository("zsh");
  // A terminal is typed into, and a key shows the line that comes of a tab; so only what has one answer is
  // asked.
  auto completed = repository.ask("zsh -f", R"(setopt extended_glob
zmodload zsh/zpty
zpty terminal zsh -f -i
zpty -w terminal "PS1=; KEYTIMEOUT=1; autoload -Uz compinit; compinit -u -D; source ./completions"
zpty -w terminal 'show() { print -r -- "<$BUFFER>"; BUFFER=; zle accept-line }; zle -N show; bindkey "^X" show'
zpty -w terminal 'print rea""dy'
zpty -r terminal said '*ready*'
while read -r line; do
  print -r -- "= $line"
  zpty -w -n terminal "$line"$'\t\x18'
  zpty -r terminal said '*<*>*'
  said=${${said##*<}%%>*}
  print -r -- "${${said%%[ ,]#}##* }"  # A comma or a blank at the end is taken away by what is typed next.
done <typed
)");
  for (const Case& each : cases) {
    if (each.expected.size() > 1) continue;
    INFO(each.typed);
    CHECK(completed[each.typed] == each.expected);
  }
}

TEST_CASE("A shell that nobody completes for is an error") {
  CHECK(rubric_run({"completions", "csh"}).code == ExitCode::usage);
  CHECK(rubric_run({"completions"}).code == ExitCode::usage);
}
