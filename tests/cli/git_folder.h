#pragma once

#include <array>
#include <cstdio>
#include <string>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "temporary_folder.h"

namespace rubric {

/// A folder in which commands run, Git's above all, without the settings of whoever runs the tests.
struct GitFolder : TemporaryFolder {
  struct Ended {
    int status;
    std::string output;  ///< of both streams
  };

  /// Runs a shell's command line in the folder, or in one below it.
  Ended run(const std::string& command, const std::string& below = ".") const {
    const std::string settings =
        "export HOME='" + path +
        "' GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=a GIT_AUTHOR_EMAIL=a@example.org GIT_COMMITTER_NAME=a "
        "GIT_COMMITTER_EMAIL=a@example.org && ";
    std::FILE* const pipe =
        popen(("cd '" + path + "/" + below + "' && " + settings + "{ " + command + "; } 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> buffer;
    while (const size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
      output.append(buffer.data(), count);
    return {WEXITSTATUS(pclose(pipe)), output};
  }

  /// Runs a command line that must succeed.
  std::string must(const std::string& command, const std::string& below = ".") const {
    const Ended ended = run(command, below);
    INFO(command << "\n" << ended.output);
    REQUIRE(ended.status == 0);
    return ended.output;
  }
};

}  // namespace rubric
