#include "cli/completions.h"

namespace rubric {

namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) out += (c == '\'' || c == '\\' ? "\\" : "") + std::string(1, c);
  return out + '\'';
}

std::string joined(const std::vector<std::string>& words, std::string_view after) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word + std::string(after);
  return text;
}

// What completes a value, as arguments of `complete`.
std::string action(const OptionDescription& option) {
  switch (option.kind) {
    case ValueKind::none:
      return "";
    case ValueKind::word:
      return " -x";
    case ValueKind::path:
      return option.optional_value ? "" : " -r -F";
    case ValueKind::choice:
      return " -x -a " + quoted(joined(option.choices, ""));
    case ValueKind::pair:
      return " -r -F -a " + quoted(joined(option.choices, "="));
    case ValueKind::rule:
      return " -x -a '(__rubric_rules)'";
    case ValueKind::rules:
      return " -x -a " +
             quoted("(__fish_complete_list , '__rubric_rules " + joined(option.choices, "") + "')");
  }
  return "";
}

std::string line(std::string_view condition, const OptionDescription& option) {
  std::string text = "complete -c rubric -n " + quoted(condition);
  for (const std::string& name : option.names)
    text += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  return text + action(option) + " -d " + quoted(option.help) + '\n';
}

std::string lines(const CommandDescription& command) {
  const std::string condition = "__rubric_command_is " + command.name;
  std::string text;
  for (const OptionDescription& option : command.options) text += line(condition, option);
  if (command.positionals.empty()) return text + "complete -c rubric -n " + quoted(condition) + " -f\n";
  const OptionDescription& positional = command.positionals.front();
  if (positional.kind == ValueKind::path) return text;
  const bool alone = command.positionals.size() == 1;
  return text + "complete -c rubric -n " + quoted(alone ? condition : condition + "; and __rubric_is_first") +
         action(positional).replace(0, 3, " -f") + '\n';
}

}  // namespace

std::string fish_completions(const CommandDescription& program) {
  std::string names;
  for (const CommandDescription& command : program.commands) names += ' ' + command.name;
  std::string text = R"(# Completions of rubric for fish, made by `rubric completions fish`.

function __rubric_rules
    printf '%s\n' $argv
    rubric rules 2>/dev/null | string replace -r ' .*' ''
end

# Without a command it is `check`.
function __rubric_command_is
    set -l words (commandline -opc)
    set -l command check
    contains -- "$words[2]")" +
                     names + R"(; and set command $words[2]
    test $command = $argv[1]
end

# The word after the program's name, or the command's, is being typed.
function __rubric_no_command
    test (count (commandline -opc)) -eq 1
end
function __rubric_is_first
    test (count (commandline -opc)) -eq 2
end

)";
  for (const CommandDescription& command : program.commands)
    text +=
        "complete -c rubric -n __rubric_no_command -a " + command.name + " -d " + quoted(command.help) + '\n';
  for (const OptionDescription& option : program.options) text += line("__rubric_no_command", option);
  for (const CommandDescription& command : program.commands) text += lines(command);
  return text;
}

}  // namespace rubric
