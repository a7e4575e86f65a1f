#pragma once

#include <string>
#include <string_view>

#include "shortcode/shortcodes.h"

namespace rubric {

/// The tokens as text, a tag per line: `{{< name(note) parameter("a") >}}`. For tests and `rubric dump
/// tokens`.
std::string dump_tokens(const Shortcodes& page, std::string_view text);

/// Calls, slips and errors as text, one per line, with byte offsets:
///
///     call note("x", b="y") 0-14, inner 14-20, close 20-30
///     slip 0-3 "{{$" meant "{{%" in 0-20 include
///     error 0-3 unterminated_tag note
std::string dump_shortcodes(const Shortcodes& page, std::string_view text);

/// The enumerator's name.
std::string_view name_of(ShortcodeError kind);

}  // namespace rubric
