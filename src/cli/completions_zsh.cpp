#include "cli/completions.h"

namespace rubric {

namespace {

// Within single quotes; the characters named have a meaning to _arguments or _describe and get a backslash.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
      continue;
    }
    if (special.find(c) != special.npos) out += '\\';
    out += c;
  }
  return out;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : std::string(between)) + word;
  return text;
}

// `:FILE:_files`, what _arguments is told of a value.
std::string value(const OptionDescription& option) {
  std::string text = (option.optional_value ? "::" : ":") + escaped(option.value, ":") + ':';
  switch (option.kind) {
    case ValueKind::none:
      return "";
    case ValueKind::word:
      return text + ' ';
    case ValueKind::path:
      return text + "_files";
    case ValueKind::choice:
      return text + '(' + joined(option.choices, " ") + ')';
    case ValueKind::pair:
      return text + "_rubric_pair " + joined(option.choices, " ");
    case ValueKind::rule:
      return text + "_rubric_rule";
    case ValueKind::rules:
      return text + "_rubric_rules " + joined(option.choices, " ");
  }
  return "";
}

std::string line(const OptionDescription& option) {
  const std::string after = (option.kind == ValueKind::none ? "" : "=");
  std::string names = option.repeated ? "'*'" : "'(" + joined(option.names, " ") + ")'";
  if (option.names.size() > 1) names += '{';
  for (const std::string& name : option.names) {
    if (&name != &option.names.front()) names += ',';
    names += name + (name.starts_with("--") ? after : after.empty() ? "" : "+");
  }
  if (option.names.size() > 1) names += '}';
  return "      " + names + "'[" + escaped(option.help, "[]\\") + ']' + value(option) + "'\n";
}

std::string lines(const CommandDescription& command) {
  std::string text = "    " + command.name + ")\n      specs=(\n";
  for (const OptionDescription& option : command.options) text += line(option);
  for (const OptionDescription& positional : command.positionals)
    text += std::string("      '") + (positional.repeated ? "*" : "") + value(positional) + "'\n";
  return text + "      )\n      ;;\n";
}

constexpr std::string_view head = R"zsh(#compdef rubric
# Completions of rubric for zsh, made by `rubric completions zsh`.

_rubric_rule() {
  local -a rules=(${${(f)"$(_call_program rules rubric rules 2>/dev/null)"}%% *})
  compadd "$@" -a rules
}

# The arguments are groups; what _arguments adds in front of them begins otherwise.
_rubric_rules() {
  local -a known=(${(M)@:#[a-z]*} ${${(f)"$(_call_program rules rubric rules 2>/dev/null)"}%% *})
  compset -P '*,'
  compadd -qS , -a known
}

_rubric_pair() {
  if compset -P '*='; then
    _files
  else
    compadd -S = - ${(M)@:#[a-z]*}
  fi
}

_rubric() {
  local command=check
  local -a specs
  local -a commands=(
)zsh";

}  // namespace

std::string zsh_completions(const CommandDescription& program) {
  std::string text(head), names;
  for (const CommandDescription& command : program.commands) {
    text += "    '" + command.name + ':' + escaped(command.help, ":\\") + "'\n";
    names += (names.empty() ? "" : "|") + command.name;
  }
  text +=
      "  )\n"
      "  if ((CURRENT == 2)) && [[ $PREFIX != -* ]]; then\n"
      "    _describe -t commands command commands\n"
      "  elif ((CURRENT > 2)) && [[ $words[2] == (" +
      names +
      ") ]]; then\n"
      "    command=$words[2]\n"
      "    shift words\n"
      "    ((CURRENT--))\n"
      "  fi\n"
      "  case $command in\n";
  for (const CommandDescription& command : program.commands) text += lines(command);
  text +=
      "  esac\n"
      "  ((CURRENT > 2)) || specs+=(\n";
  for (const OptionDescription& option : program.options) text += line(option);
  text +=
      "  )\n"
      "  _arguments -s $specs\n"
      "}\n\n"
      "# As a file of fpath it is run to complete; sourced, it says what it is for.\n"
      "if [[ $funcstack[1] == _rubric ]]; then\n"
      "  _rubric \"$@\"\n"
      "else\n"
      "  compdef _rubric rubric\n"
      "fi\n";
  return text;
}

}  // namespace rubric
