#pragma once

#include <chrono>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace rubric {

/// What the process ends with.
enum class ExitCode : int {
  clean = 0,
  findings = 1,  ///< at least one error or warning; info does not count
  usage = 2,     ///< wrong flags, configuration or rule pages; or a file or the output could not be written
};

/// The streams of one run; main's or a test's.
struct Streams {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  ///< `out` is a terminal
  bool watched = false;   ///< `err` is a terminal
  std::chrono::steady_clock::time_point begun = std::chrono::steady_clock::now();
};

/// Flags of `rubric check`.
struct CheckFlags {
  std::vector<std::string> paths;    ///< empty: the working folder
  std::string format;                ///< --format; empty: text, or what --report puts on standard output
  std::vector<std::string> reports;  ///< --report, as typed
  std::string configuration;         ///< --config
  std::string environment;           ///< --environment; empty: the configuration's
  std::string stdin_filename;
  std::string colour = "auto";
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  unsigned jobs = 0;  ///< 0: one per core
  bool fix = false;
  bool unsafe_fixes = false;
  bool diff = false;
  bool add_suppressions = false;  ///< --add-suppressions,
  std::string reason;             ///< and what its comments say behind the colon
  std::string baseline;           ///< --baseline; empty: the configuration's
  bool writes_baseline = false;   ///< --write-baseline,
  std::string new_baseline;       ///< and its file; empty: the one in use, or a standard name
  bool prune_baseline = false;
  bool staged = false;               ///< what the next commit changes,
  std::optional<std::string> since;  ///< or what has changed since a commit, and what that broke elsewhere
  bool pre_commit = false;           ///< `staged`, or where nothing is staged the paths, which may be none
  bool changed_lines = false;        ///< of changed pages the changed lines alone
  bool all = false;                  ///< text for people leaves nothing out
  bool quiet = false;                ///< findings alone: no summary, nothing on standard error but failures
  bool exit_zero = false;            ///< findings do not fail
  std::string fail_on = "warning";   ///< the least severity that fails: error, warning, any; or never
  std::optional<size_t> most_warnings;  ///< --max-warnings: no more than these are no failure
  bool statistics = false;              ///< counts instead of findings
  bool no_configuration = false;        ///< --no-config
};
ExitCode run_check(const CheckFlags& flags, Streams& streams);

/// `rubric init`: writes a `.rubric.yaml` of what it finds around the path into the site's folder, or where
/// there is no site into the repository's, or prints it. Throws UserError where there is one.
ExitCode run_init(const std::string& path, bool to_standard_output, Streams& streams);

/// `rubric test-rules [PATH]`: runs the examples of the project's own rules, of those that the configuration
/// around the working folder names or of those at a path, and prints what is not as they say.
ExitCode run_test_rules(const std::string& path, Streams& streams);

/// `rubric rules`: all rules, the project's own among them, one per line; as JSON with every field on
/// request.
ExitCode run_rules(bool json, Streams& streams);

/// `rubric explain RULE`: the rule's page.
ExitCode run_explain(const std::string& rule, Streams& streams);

/// `rubric dump tokens|tree|page FILE`: what a rule sees of a page, in one of Hugo's environments or, where
/// it is empty, the configuration's.
ExitCode run_dump(const std::string& what, const std::string& file, const std::string& environment,
                  Streams& streams);

/// `rubric lsp`: serves an editor on standard input and output, until it says that it is done.
ExitCode run_lsp();

/// Parses the command line (without the program's name) and runs it. Never throws.
ExitCode run(std::vector<std::string> arguments, Streams& streams);

}  // namespace rubric
