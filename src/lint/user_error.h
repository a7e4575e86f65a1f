#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace rubric {

/// A mistake in the user's configuration, rule pages or command line. Caught at the top of the command line
/// and of the language server; never thrown for what a page holds.
struct UserError : std::runtime_error {
  UserError(std::string path, uint32_t line, const std::string& message);

  std::string path;    ///< the file at fault; empty for the command line
  uint32_t line = 0;   ///< 1-based; 0 when the file as a whole is meant
  std::string reason;  ///< the message alone
  // what() is "path:line: message"
};

}  // namespace rubric
