#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// Replaces a file's contents atomically: a temporary file in the same folder, flushed, then renamed over it,
/// so that a crash leaves the old or the new file, never half of one. Mode bits are kept (and the owner,
/// where the system lets us); a symbolic link's target is replaced, not the link. Other hard links keep the
/// old contents. Signals that ask the process to end wait meanwhile. A file that holds `contents` already is
/// left alone. Throws UserError, and leaves nothing behind, when the file cannot be written, is read-only, or
/// no longer holds `expected`.
void write_file_atomically(const std::string& path, std::string_view expected, std::string_view contents);

/// Makes a new file of these contents, whole or not at all, with the permissions that the user's mask leaves.
/// Throws UserError, and leaves nothing behind, when there is anything of that name already or the file
/// cannot be written.
void create_file_atomically(const std::string& path, std::string_view contents);

/// Gives a file these contents, whole or not at all, whatever it held before: makes it, or replaces it as
/// write_file_atomically does. What is there and is no regular file (a pipe, /dev/stderr) is written into
/// instead. Throws UserError when it cannot be written.
void put_file_atomically(const std::string& path, std::string_view contents);

}  // namespace rubric
