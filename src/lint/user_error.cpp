// How it works: the place is put before the message once, so that every catcher prints what() and is done.

#include "lint/user_error.h"

#include <utility>

namespace rubric {

namespace {

std::string with_place(const std::string& path, uint32_t line, const std::string& message) {
  if (path.empty()) return message;
  if (line == 0) return path + ": " + message;
  return path + ":" + std::to_string(line) + ": " + message;
}

}  // namespace

UserError::UserError(std::string file, uint32_t at_line, const std::string& message)
    : std::runtime_error(with_place(file, at_line, message)),
      path(std::move(file)),
      line(at_line),
      reason(message) {}

}  // namespace rubric
