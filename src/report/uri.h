#pragma once

#include <string>
#include <string_view>

namespace rubric {

/// A repository-relative path as a relative URI reference (RFC 3986): all bytes but letters, digits, `-._~`
/// and `/` are percent-encoded, so that it needs no further escape in JSON, XML or Markdown either.
std::string relative_uri(std::string_view path);

}  // namespace rubric
