#pragma once

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include <catch2/catch.hpp>
#include <sys/wait.h>

namespace rubric {

/// What a command of the shell ended with and wrote.
struct Ended {
  int status;
  std::string output;  ///< both streams
};

/// Runs a command line by sh, with the `rubric` that is built first on PATH.
inline Ended run_shell(const std::string& command) {
  const std::string built = std::filesystem::read_symlink("/proc/self/exe").parent_path().string();
  const std::string line = "exec 2>&1; PATH='" + built + "':\"$PATH\"; " + command;
  std::FILE* const pipe = popen(line.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string output;
  std::array<char, 4096> buffer;
  while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
    output.append(buffer.data(), count);
  return {WEXITSTATUS(pclose(pipe)), output};
}

/// Whether a program is there; where it is not, says that the test is left out.
inline bool has_program(const std::string& name) {
  if (run_shell("command -v " + name).status == 0) return true;
  WARN(name << " is not installed: this test is left out");
  return false;
}

}  // namespace rubric
