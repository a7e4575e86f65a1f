#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rubric {

/// The absolute path that a `file:` URI names (RFC 8089, RFC 3986); nothing for other schemes and hosts, and
/// for what is no URI. Escapes are decoded; `.` and `..` are resolved without a look at the disk.
std::optional<std::string> path_of_uri(std::string_view uri);

/// The `file:` URI of an absolute path.
std::string uri_of_path(std::string_view path);

}  // namespace rubric
