#pragma once

#include <cstdint>
#include <string>

#include "conformance/tag_writer.h"

namespace rubric {

/// Something that Hugo's lexer or its pairing of tags most likely refuses. Its kind is chosen by `number`, so
/// that pages in a row have all of them.
std::string mistake(TagWriter& tags, uint64_t number);

/// A tag of a known shortcode whose left delimiter or both are mistyped, so that Hugo prints it.
std::string slip(TagWriter& tags);

/// Something of another language, or an escaped brace, that is no shortcode at all.
std::string look_alike(TagWriter& tags);

/// A comment, an inline shortcode, or what looks like one.
std::string odd_comment(TagWriter& tags);

/// A call that renders its inner text, in which a comment stands.
std::string rendered_comment(TagWriter& tags);

}  // namespace rubric
