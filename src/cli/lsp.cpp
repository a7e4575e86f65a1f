// How it works: the language server has the standard streams to itself, so nothing else may be written there.

#include <csignal>

#include <unistd.h>

#include "cli/command.h"
#include "cli/version.h"
#include "lsp/run.h"

namespace rubric {

ExitCode run_lsp() {
  std::signal(SIGPIPE, SIG_IGN);  // An editor that is gone is an end like any other.
  return static_cast<ExitCode>(run_language_server(STDIN_FILENO, STDOUT_FILENO, version));
}

}  // namespace rubric
