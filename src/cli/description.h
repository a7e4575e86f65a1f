#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace rubric {

/// What the value of an option or a positional is, as far as a shell can complete it.
enum class ValueKind {
  none,    ///< a flag
  word,    ///< nothing is known of it
  choice,  ///< one of `choices`
  pair,    ///< one of `choices`, `=` and a file
  path,
  rule,
  rules,  ///< rules or groups, the `choices`, with commas between
};

/// An option or a positional, as --help tells of it.
struct OptionDescription {
  std::vector<std::string> names;  ///< `-e`, `--environment`, short ones first; a positional's is its value's
  std::string value;               ///< for people: `FILE`; empty for a flag
  ValueKind kind = ValueKind::none;
  std::vector<std::string> choices;
  bool optional_value = false;
  bool repeated = false;  ///< may be given several times; a positional: takes several
  bool required = false;
  std::string help;
};

/// A command as --help tells of it; what the manual and the completions of shells are made of.
struct CommandDescription {
  std::string name, help, footer;
  std::vector<OptionDescription> options, positionals;
  std::vector<CommandDescription> commands;
};

/// Describes a command with all below it. Hidden ones are left out.
CommandDescription describe(const CLI::App& app);

/// A command's usage after its name: `[OPTIONS] WHAT [PATH…]`.
std::string usage(const CommandDescription& command);

}  // namespace rubric
