#include <iostream>

#include <fcntl.h>
#include <unistd.h>

#include "cli/command.h"

namespace {

// A closed standard stream would give its number to the next file that is opened, and the report would be
// written there. Opened for reading only, writing to it fails as it should.
void occupy_standard_streams() {
  while (true) {
    const int descriptor = open("/dev/null", O_RDONLY);
    if (descriptor > STDERR_FILENO) close(descriptor);
    if (descriptor < 0 || descriptor > STDERR_FILENO) return;
  }
}

}  // namespace

int main(int count, char** values) {
  occupy_standard_streams();
  std::ios::sync_with_stdio(false);
  rubric::Streams streams{std::cin, std::cout, std::cerr, isatty(STDOUT_FILENO) != 0,
                          isatty(STDERR_FILENO) != 0};
  return static_cast<int>(rubric::run({values + 1, values + count}, streams));
}
