// How it works: the site around the path, or the repository where there is none, is checked as if there were
// no configuration; what that tells is written as the comments of a new one.

#include <iostream>
#include <span>

#include "cli/command.h"
#include "fix/write_file.h"
#include "lint/user_error.h"
#include "report/report.h"
#include "report/terminal.h"
#include "workspace/first_configuration.h"
#include "workspace/opening.h"

namespace rubric {

namespace {

std::vector<FirstLook> look_at(std::vector<OpenWorkspace>& workspaces) {
  std::vector<FirstLook> looks;
  for (OpenWorkspace& opened : workspaces) {
    FirstLook look = first_look(*opened.workspace, opened.paths);
    // Beside sites a repository need not have Markdown of its own.
    if (look.site->hugo || look.pages > 0 || workspaces.size() == 1) looks.push_back(std::move(look));
  }
  return looks;
}

std::string summary_of(std::span<const FirstLook> looks) {
  std::vector<Diagnostic> all;
  size_t pages = 0;
  for (const FirstLook& look : looks) {
    all.insert(all.end(), look.findings.begin(), look.findings.end());
    pages += look.pages;
  }
  return summary(all, static_cast<uint32_t>(pages));
}

}  // namespace

ExitCode run_init(const std::string& path, bool to_standard_output, Streams& streams) {
  const Location location = location_of(path);
  if (!to_standard_output && !location.configuration.empty()) {
    throw UserError(as_seen_from_here(location.configuration), 0,
                    "There is a configuration already, which is left as it is; `rubric init --stdout` prints "
                    "what a new one would be.");
  }
  const std::string folder = location.repository + (location.site.empty() ? "" : "/" + location.site);
  std::vector<OpenWorkspace> workspaces = open_workspaces({folder}, {"", true, ""}, {}, 0);
  const std::vector<FirstLook> looks = look_at(workspaces);
  const std::string text = first_configuration(looks);
  if (to_standard_output) {
    streams.out << text;
    return ExitCode::clean;
  }
  const std::string file = folder + "/.rubric.yaml";
  create_file_atomically(file, text);
  streams.out << "Wrote " << printable(as_seen_from_here(file))
              << ", where every setting is a comment yet.\n";
  for (const FirstLook& look : looks) streams.out << "It is for " << described(look) << ".\n";
  streams.out << summary_of(looks) << " Next: rubric check\n";
  return ExitCode::clean;
}

}  // namespace rubric
