// How it works: CLI11 parses; each subcommand fills a struct of flags and calls the function in the file of
// its name. A command line whose first word is no command is `check`, so that `rubric .` and `rubric check .`
// are the same.

#include "cli/command.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/version.h"
#include "lint/user_error.h"

namespace rubric {

namespace {

void add_check(CLI::App& app, CheckFlags& flags) {
  app.add_option("PATH", flags.paths,
                 "Files and folders to report on; the whole site is known in any case [.]");
  app.add_option("--format", flags.format, "How findings are printed")
      ->check(CLI::IsMember({"text", "concise", "json"}))
      ->capture_default_str();
  app.add_flag("--fix", flags.fix, "Apply safe fixes");
  app.add_flag("--unsafe-fixes", flags.unsafe_fixes,
               "Apply fixes that may not be what was meant, too; implies --fix");
  app.add_flag("--diff", flags.diff, "Print what fixing would change, and write nothing");
  app.add_option("--select", flags.select, "Run only these rules: ids, groups or `all`")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--ignore", flags.ignore, "Do not run these rules: ids or groups")
      ->delimiter(',')
      ->allow_extra_args(false);
  const auto config =
      app.add_option("--config", flags.configuration, "Use this file instead of the nearest .rubric.yaml");
  app.add_flag("--no-config", flags.no_configuration, "Use no .rubric.yaml")->excludes(config);
  app.add_option("--stdin-filename", flags.stdin_filename, "Lint standard input as this file of the site");
  app.add_option("--jobs", flags.jobs, "Threads; 0 is one per core")->capture_default_str();
  app.add_option("--color,--colour", flags.colour, "Colours")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

bool is_command(const std::string& word) {
  static const std::vector<std::string> words = {"check", "rules",  "explain",  "dump",
                                                 "-h",    "--help", "--version"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

ExitCode parse_and_run(std::vector<std::string> arguments, Streams& streams) {
  CLI::App app("A documentation linter for handbook repositories.", "rubric");
  app.set_version_flag("--version", "rubric " + std::string(version));
  app.footer(
      "`rubric PATH…` is `rubric check PATH…`. Exit status: 0 clean, 1 findings, 2 usage or configuration.");
  app.require_subcommand(1);

  CheckFlags flags;
  CLI::App* check = app.add_subcommand("check", "Lint the pages of a site");
  add_check(*check, flags);

  bool json = false;
  CLI::App* rules = app.add_subcommand("rules", "List the rules");
  rules->add_flag("--json", json, "As JSON, with every field");

  std::string rule;
  CLI::App* explain = app.add_subcommand("explain", "Say what a rule is about, with examples");
  explain->add_option("RULE", rule, "A rule's id")->required();

  std::string what, file;
  CLI::App* dump = app.add_subcommand("dump", "Print what rules see of a page");
  dump->add_option("WHAT", what, "tokens, tree or page")
      ->required()
      ->check(CLI::IsMember({"tokens", "tree", "page"}));
  dump->add_option("FILE", file, "A Markdown file")->required();

  if (arguments.empty() || !is_command(arguments.front())) arguments.insert(arguments.begin(), "check");
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error, streams.out, streams.err);
    return status == 0 ? ExitCode::clean : ExitCode::usage;
  }
  if (check->parsed()) return run_check(flags, streams);
  if (rules->parsed()) return run_rules(json, streams);
  if (explain->parsed()) return run_explain(rule, streams);
  return run_dump(what, file, streams);
}

}  // namespace

ExitCode run(std::vector<std::string> arguments, Streams& streams) {
  try {
    return parse_and_run(std::move(arguments), streams);
  } catch (const UserError& error) {
    streams.err << "rubric: " << error.what() << '\n';
  } catch (const std::exception& error) {
    streams.err << "rubric: " << error.what() << '\n';
  }
  return ExitCode::usage;
}

}  // namespace rubric
