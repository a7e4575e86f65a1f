#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "cli/command.h"

namespace rubric {

/// What a command line ended with and wrote.
struct Ran {
  ExitCode code;
  std::string out, err;
};

/// Runs a command line as main does, with `input` on standard input and no terminal.
inline Ran rubric_run(std::vector<std::string> arguments, const std::string& input = "") {
  std::istringstream in(input);
  std::ostringstream out, err;
  Streams streams{in, out, err, false};
  const ExitCode code = run(std::move(arguments), streams);
  return {code, out.str(), err.str()};
}

}  // namespace rubric
