// How it works: one function with a table by command and option before the cursor. What it has no answer for
// is left to readline, which completes files.

#include "cli/completions.h"

namespace rubric {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view before, std::string_view between) {
  std::string text;
  for (const std::string& word : words)
    text += (text.empty() ? "" : std::string(between)) + std::string(before) + word;
  return text;
}

// What completes a value.
std::string action(const OptionDescription& option) {
  switch (option.kind) {
    case ValueKind::choice:
      return "_rubric_words '" + joined(option.choices, "", " ") + "'";
    case ValueKind::pair:
      return "_rubric_words '" + joined(option.choices, "", "= ") + "='; compopt -o nospace";
    case ValueKind::rule:
      return "_rubric_words \"$(_rubric_rules)\"";
    case ValueKind::rules:
      return "_rubric_words \"" + joined(option.choices, "", " ") + " $(_rubric_rules)\"";
    default:
      return "";
  }
}

// The lines of `case $command:$before in` for a command's options with values.
std::string value_cases(const CommandDescription& command) {
  std::string text;
  for (const OptionDescription& option : command.options) {
    if (option.kind == ValueKind::none || option.optional_value) continue;
    const std::string what = action(option);
    text += "    " + joined(option.names, command.name + ':', " | ") + ") " +
            (what.empty() ? "" : what + "; ") + "return ;;\n";
  }
  return text;
}

std::string option_names(const CommandDescription& command) {
  std::string text;
  for (const OptionDescription& option : command.options)
    text += (text.empty() ? "" : " ") + joined(option.names, "", " ");
  return text;
}

std::string command_names(const CommandDescription& program, std::string_view between) {
  std::string text;
  for (const CommandDescription& command : program.commands)
    text += (text.empty() ? "" : std::string(between)) + command.name;
  return text;
}

constexpr std::string_view head = R"(# Completions of rubric for bash, made by `rubric completions bash`.

_rubric_rules() { command "${COMP_WORDS[0]}" rules 2>/dev/null | cut -d ' ' -f 1; }

# Those of the words that fit what is typed, after its last comma.
_rubric_words() {
  local typed=${word##*,} IFS=$' \n'
  mapfile -t COMPREPLY < <(compgen -P "${word%"$typed"}" -W "$1" -- "$typed" | sort -u)
}

_rubric() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=check options=
  COMPREPLY=()
  # Readline takes `--format=json` for three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $before == = ]]; then
    before=${COMP_WORDS[COMP_CWORD - 2]}
  fi
)";

}  // namespace

std::string bash_completions(const CommandDescription& program) {
  std::string text(head);
  text +=
      "  case ${COMP_WORDS[1]} in\n"
      "    " +
      command_names(program, " | ") +
      ") ((COMP_CWORD > 1)) && command=${COMP_WORDS[1]} ;;\n"
      "  esac\n"
      "  case $command:$before in\n";
  for (const CommandDescription& command : program.commands) text += value_cases(command);
  text +=
      "  esac\n"
      "  if [[ $word == -* ]]; then\n"
      "    case $command in\n";
  for (const CommandDescription& command : program.commands)
    text += "      " + command.name + ") options='" + option_names(command) + "' ;;\n";
  text +=
      "    esac\n"
      "    ((COMP_CWORD > 1)) || options+=' " +
      option_names(program) +
      "'\n"
      "    _rubric_words \"$options\"\n"
      "  elif ((COMP_CWORD == 1)); then\n"
      "    _rubric_words '" +
      command_names(program, " ") +
      "'\n"
      "  elif ((COMP_CWORD == 2)); then\n"
      "    case $command in\n";
  for (const CommandDescription& command : program.commands) {
    if (command.positionals.empty()) continue;
    const std::string what = action(command.positionals.front());
    if (!what.empty()) text += "      " + command.name + ") " + what + " ;;\n";
  }
  text +=
      "    esac\n"
      "  fi\n"
      "}\n\n"
      "complete -o bashdefault -o default -F _rubric rubric\n";
  return text;
}

}  // namespace rubric
