#include <iostream>

#include <unistd.h>

#include "cli/command.h"

int main(int count, char** values) {
  std::ios::sync_with_stdio(false);
  rubric::Streams streams{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) != 0};
  const rubric::ExitCode code = rubric::run({values + 1, values + count}, streams);
  std::cout.flush();
  return static_cast<int>(code);
}
