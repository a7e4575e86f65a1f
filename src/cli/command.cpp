// How it works: CLI11 parses; each subcommand fills a struct of flags and calls the function in the file of
// its name. A command line whose first word is no command is `check`, so that `rubric .` and `rubric check .`
// are the same.

#include "cli/command.h"

#include <algorithm>
#include <filesystem>
#include <iostream>

#include <CLI/CLI.hpp>

#include "cli/completions.h"
#include "cli/description.h"
#include "cli/man_page.h"
#include "cli/version.h"
#include "lint/user_error.h"
#include "report/formats.h"
#include "report/terminal.h"
#include "text/nearest.h"

namespace rubric {

namespace {

void add_environment(CLI::App& app, std::string& environment) {
  app.add_option("-e,--environment", environment,
                 "Read the site as `hugo --environment` builds it [production, or what .rubric.yaml says]")
      ->type_name("NAME");
}

// After the flags that do not go with them.
void add_change(CLI::App& app, CheckFlags& flags) {
  const auto staged = app.add_flag("--staged", flags.staged,
                                   "Report on what the next commit changes, as Git's index has it, and on "
                                   "what that breaks elsewhere");
  const auto since =
      app.add_option("--since", flags.since,
                     "Report on what has changed since HEAD and this commit or branch parted, and on what "
                     "that breaks elsewhere");
  since->type_name("REF")->excludes(staged);
  const auto pre_commit =
      app.add_flag("--pre-commit", flags.pre_commit,
                   "For hooks: report as --staged does, or where nothing is staged on the PATHs alone");
  pre_commit->excludes(staged)->excludes(since);
  for (const auto change : {staged, since, pre_commit}) {
    for (const char* other : {"--write-baseline", "--prune-baseline", "--stdin-filename"})
      change->excludes(app.get_option(other));
  }
  const auto lines = app.add_flag(
      "--changed-lines", flags.changed_lines,
      "With --staged, --since or --pre-commit: of changed pages report on changed lines and on what is new");
  for (const char* other : {"--fix", "--unsafe-fixes", "--diff"}) lines->excludes(app.get_option(other));
}

// After the flags that do not go with them.
void add_suppressing(CLI::App& app, CheckFlags& flags) {
  const auto add = app.add_flag("--add-suppressions", flags.add_suppressions,
                                "Write a comment into the pages for each finding that switches it off; with "
                                "--diff print what would be written");
  for (const char* other : {"--fix", "--unsafe-fixes", "--write-baseline", "--prune-baseline", "--staged",
                            "--since", "--stdin-filename"})
    add->excludes(app.get_option(other));
  app.add_option("--reason", flags.reason, "What those comments give as the reason")
      ->type_name("TEXT")
      ->needs(add);
}

void add_check(CLI::App& app, CheckFlags& flags) {
  const auto paths = app.add_option(
      "PATH", flags.paths, "Files and folders to report on; the whole site is known in any case [.]");
  paths->type_name("");
  std::string names;
  for (const Format& format : formats()) names += (names.empty() ? "" : ",") + std::string(format.name);
  const auto format = app.add_option("--format", flags.format, "How findings are printed [text]");
  format->type_name("FORMAT:{" + names + "}");
  const auto report =
      app.add_option("--report", flags.reports,
                     "Write the findings into a file as well, all of them; may be given several times. The "
                     "file `-` is standard output");
  report->type_name("FORMAT=FILE")->allow_extra_args(false);
  app.add_flag(
      "--all", flags.all,
      "Show every finding as text, however many; without it more than 50 are told by rule, and links "
      "below a folder that the site lacks by their number");
  app.add_flag("--statistics", flags.statistics,
               "Print how many findings each rule has and how many pages are open, instead of the findings")
      ->excludes(format);
  app.add_flag("--fix", flags.fix, "Apply safe fixes");
  app.add_flag("--unsafe-fixes", flags.unsafe_fixes,
               "Apply fixes that may not be what was meant, too; implies --fix");
  app.add_flag("--diff", flags.diff, "Print what fixing would change, and write nothing")->excludes(report);
  app.add_option("--baseline", flags.baseline,
                 "File of known findings, which are not reported; instead of the one that .rubric.yaml names")
      ->type_name("FILE");
  app.add_option("--write-baseline", flags.new_baseline,
                 "Write all findings into the baseline: FILE, the one in use, or .rubric-baseline beside "
                 ".rubric.yaml")
      ->type_name("[FILE]")
      ->expected(0, 1);
  app.add_flag("--prune-baseline", flags.prune_baseline, "Take out of the baseline what is fixed");
  app.add_flag("-q,--quiet", flags.quiet, "Print findings alone: no summary and no notices");
  app.add_option("--fail-on", flags.fail_on, "The least severity that ends with exit status 1")
      ->type_name("SEVERITY")
      ->check(CLI::IsMember({"error", "warning", "any", "never"}))
      ->capture_default_str();
  app.add_flag("--exit-zero", flags.exit_zero, "End with exit status 0 though there are findings");
  app.add_option("--max-warnings", flags.most_warnings, "Up to this many warnings do not fail")
      ->type_name("NUMBER")
      ->check(CLI::NonNegativeNumber);
  app.add_option("--select", flags.select, "Run only these rules: ids, groups or `all`")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--ignore", flags.ignore, "Do not run these rules: ids or groups")
      ->type_name("RULES")
      ->delimiter(',')
      ->allow_extra_args(false);
  const auto config =
      app.add_option("--config", flags.configuration, "Use this file instead of the nearest .rubric.yaml");
  config->type_name("FILE");
  app.add_flag("--no-config", flags.no_configuration, "Use no .rubric.yaml")->excludes(config);
  add_environment(app, flags.environment);
  app.add_option("--stdin-filename", flags.stdin_filename,
                 "Lint standard input as this file of the site, which need not exist; with --fix its fixed "
                 "text goes to standard output and the findings to standard error")
      ->type_name("FILE")
      ->check(
          [](const std::string& name) { return std::string(name.empty() ? "a file name is missing" : ""); })
      ->excludes(paths);
  add_change(app, flags);
  add_suppressing(app, flags);
  app.add_option("--jobs", flags.jobs, "Threads; 0 is one per core")
      ->type_name("NUMBER")
      ->capture_default_str();
  app.add_option("--color,--colour", flags.colour, "Colours")
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->capture_default_str();
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

bool is_command(const std::string& word, const std::vector<std::string>& commands) {
  const bool is_general_flag = word == "-h" || word == "--help" || word == "--version";
  return is_general_flag || std::find(commands.begin(), commands.end(), word) != commands.end();
}

// A first word that is neither a command nor there as a path is more likely a mistyped command.
void refuse_mistyped_command(const std::string& word, const std::vector<std::string>& commands) {
  std::error_code error;
  if (word.starts_with('-') || std::filesystem::exists(word, error)) return;
  if (const auto command = nearest(word, std::vector<std::string_view>(commands.begin(), commands.end()))) {
    throw UserError(
        "", 0, "`" + word + "` is no command, file or folder. Did you mean `" + std::string(*command) + "`?");
  }
}

// What follows --write-baseline may be what is to be checked.
void leave_to_paths(CheckFlags& flags) {
  std::string& file = flags.new_baseline;
  std::error_code error;
  if (!std::filesystem::is_directory(file, error) && !file.ends_with(".md")) return;
  flags.paths.insert(flags.paths.begin(), std::move(file));
  file.clear();
}

std::string completions_for(const std::string& shell, const CommandDescription& program) {
  if (shell == "bash") return bash_completions(program);
  return shell == "zsh" ? zsh_completions(program) : fish_completions(program);
}

// CLI11's own words, behind our name as all messages are.
std::string failure_message(const CLI::App*, const CLI::Error& error) {
  return "rubric: " + printable(error.what()) + "; see `rubric --help` or `rubric check --help`\n";
}

ExitCode parse_and_run(std::vector<std::string> arguments, Streams& streams) {
  CLI::App app("A documentation linter for handbook repositories.", "rubric");
  app.set_version_flag("--version", "rubric " + std::string(version));
  app.footer(
      "`rubric PATH…` is `rubric check PATH…`. Exit status: 0 clean, 1 findings, 2 wrong usage or "
      "configuration, "
      "or a file or the output could not be written.");
  app.failure_message(failure_message);
  app.require_subcommand(1);

  CheckFlags flags;
  CLI::App* check = app.add_subcommand("check", "Lint the pages of a site");
  add_check(*check, flags);

  std::string folder = ".";
  bool to_standard_output = false;
  CLI::App* init =
      app.add_subcommand("init", "Write a .rubric.yaml of what is found of the site, in comments");
  init->add_option("PATH", folder, "A folder of the site; where there is no site, of the repository")
      ->type_name("")
      ->capture_default_str();
  init->add_flag("--stdout", to_standard_output, "Print it and write nothing");

  bool json = false;
  CLI::App* rules = app.add_subcommand("rules", "List the rules");
  rules->add_flag("--json", json, "As JSON, with every field");

  std::string rule;
  CLI::App* explain = app.add_subcommand("explain", "Say what a rule is about, with examples");
  explain->add_option("RULE", rule, "A rule's id")->type_name("")->required();

  std::string rule_path;
  CLI::App* test_rules = app.add_subcommand("test-rules", "Run the examples of your own rules");
  test_rules
      ->add_option("PATH", rule_path,
                   "A rule's page or a folder of them [what `rule-paths:` of .rubric.yaml names]")
      ->type_name("");

  bool over_stdio = false;
  CLI::App* lsp =
      app.add_subcommand("lsp", "Serve an editor: a language server on standard input and output");
  lsp->add_flag("--stdio", over_stdio, "What it does anyway; for clients that say so");

  std::string what, file, environment;
  CLI::App* dump = app.add_subcommand("dump", "Print what rules see of a page");
  dump->add_option("WHAT", what, "What to print")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"tokens", "tree", "page"}));
  dump->add_option("FILE", file, "A Markdown file")->type_name("")->required();
  add_environment(*dump, environment);

  std::string shell;
  CLI::App* completions = app.add_subcommand("completions", "Print what a shell completes command lines by");
  completions->add_option("SHELL", shell, "The shell")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  CLI::App* man = app.add_subcommand("man", "Print the manual page, for `man`");

  const std::vector<std::string> commands = command_names(app);
  if (arguments.empty() || !is_command(arguments.front(), commands)) {
    if (!arguments.empty()) refuse_mistyped_command(arguments.front(), commands);
    arguments.insert(arguments.begin(), "check");
  }
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error, streams.out, streams.err);
    return status == 0 ? ExitCode::clean : ExitCode::usage;
  }
  flags.writes_baseline = check->count("--write-baseline") != 0;
  leave_to_paths(flags);
  if (flags.changed_lines && !flags.staged && !flags.since && !flags.pre_commit)
    throw UserError("", 0, "--changed-lines needs --staged or --since, which say what changed.");
  if (check->parsed()) return run_check(flags, streams);
  if (init->parsed()) return run_init(folder, to_standard_output, streams);
  if (rules->parsed()) return run_rules(json, streams);
  if (explain->parsed()) return run_explain(rule, streams);
  if (test_rules->parsed()) return run_test_rules(rule_path, streams);
  if (lsp->parsed()) return run_lsp();
  if (dump->parsed()) return run_dump(what, file, environment, streams);
  const CommandDescription program = describe(app);
  if (man->parsed()) streams.out << man_page(program);
  if (completions->parsed()) streams.out << completions_for(shell, program);
  return ExitCode::clean;
}

}  // namespace

ExitCode run(std::vector<std::string> arguments, Streams& streams) {
  try {
    const ExitCode code = parse_and_run(std::move(arguments), streams);
    if (streams.out.flush()) return code;
    streams.err << "rubric: standard output cannot be written; the report is not complete\n";
  } catch (const std::exception& error) {
    streams.err << "rubric: " << printable(error.what()) << '\n';
  }
  return ExitCode::usage;
}

}  // namespace rubric
