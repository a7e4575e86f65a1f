#pragma once

#include <optional>
#include <string_view>

namespace rubric {

/// Whether one of Hugo's glob patterns (hugofs/glob) matches a whole relative path, without regard to the
/// case of ASCII letters: `*` and `?` stop at slashes, `**` does not, `{a,b}` is either. Nothing for a
/// pattern with
/// `[`, `\` or braces in braces. Time is the product of both lengths at most.
std::optional<bool> glob_matches(std::string_view pattern, std::string_view path);

/// The same for any text, such as an absolute path: slashes at the heads of both count.
std::optional<bool> glob_matches_text(std::string_view pattern, std::string_view text);

}  // namespace rubric
