#include "cli/man_page.h"

#include "cli/version.h"

namespace rubric {

namespace {

// A text on lines of its own; what stands in backticks is bold. A backslash and a leading dot are roff's.
std::string roff(std::string_view text) {
  std::string out;
  bool bold = false;
  for (const char c : text) {
    if ((c == '.' || c == '\'') && (out.empty() || out.ends_with('\n'))) out += "\\&";
    if (c == '`') {
      bold = !bold;
      out += bold ? "\\fB" : "\\fR";
    } else if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

std::string bold(const std::string& text) {
  return "\\fB" + roff(text) + "\\fR";
}

std::string heading_of(const OptionDescription& option) {
  std::string text;
  for (const std::string& name : option.names) text += (text.empty() ? "" : ", ") + bold(name);
  if (option.value.empty() || option.names.front() == option.value) return text;
  const std::string value = " \\fI" + roff(option.value) + "\\fR";
  return text + (option.optional_value ? " [" + value.substr(1) + ']' : value);
}

std::string entry(const OptionDescription& option) {
  std::string text = ".TP\n" + heading_of(option) + '\n' + roff(option.help) + '\n';
  std::string choices;
  for (const std::string& choice : option.choices) choices += (choices.empty() ? "" : ", ") + bold(choice);
  if (option.kind == ValueKind::choice) text += ".br\nOne of " + choices + ".\n";
  return text;
}

std::string entries(const CommandDescription& command) {
  std::string text;
  for (const OptionDescription& positional : command.positionals) text += entry(positional);
  for (const OptionDescription& option : command.options) text += entry(option);
  return text;
}

}  // namespace

std::string man_page(const CommandDescription& program) {
  std::string text =
      ".TH RUBRIC 1 \"\" \"" + program.name + ' ' + std::string(version) + "\" \"User Commands\"\n";
  std::string summary = program.help;
  if (summary.ends_with('.')) summary.pop_back();
  text += ".SH NAME\n" + program.name + " \\- " + roff(summary) + "\n.SH SYNOPSIS\n";
  for (const CommandDescription& command : program.commands)
    text += (&command == &program.commands.front() ? "" : ".br\n") + bold(program.name + ' ' + command.name) +
            ' ' + roff(usage(command)) + '\n';
  text +=
      ".SH DESCRIPTION\n" + roff(program.footer) + "\n.SH OPTIONS\n" + entries(program) + ".SH COMMANDS\n";
  for (const CommandDescription& command : program.commands)
    text += ".SS \"" + roff(program.name + ' ' + command.name + ' ' + usage(command)) + "\"\n" +
            roff(command.help) + ".\n" + entries(command);
  return text;
}

}  // namespace rubric
