#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"
#include "shortcode/tag.h"

namespace rubric {

/// The tag that was evidently meant at a brace or sign at `anchor`, where Hugo sees none: `{{$ include "x"
/// %}}`,
/// `{{ % x %}}`, `{% x %}`, `[[< x >]]`. Nothing unless the evidence is good: much of a delimiter, a readable
/// inside, and a shortcode known to the site or else a quoted path as parameter. Where a theme is missing,
/// any name may be a shortcode's: the tag is then `name_unproven`. Two braces with nothing of `<` or `%`,
/// which is how Go templates, Helm, Jinja, Vue and many others look, count only with parameters that those do
/// not have: the tag is then `bare`. With less evidence a tag may still be what another one lacks:
/// `needs_partner`.
/// What stands before `from` belongs to other tags.
std::optional<Tag> read_mistyped_tag(std::string_view text, uint32_t from, uint32_t anchor,
                                     const Dialect& dialect);

/// Fills in the slips of the tags that have one: what was meant, and the edits. Where the two halves
/// disagree or have no sign, the delimiter that the page uses elsewhere for this shortcode decides, then the
/// opener's.
void finish_slips(std::string_view text, std::span<Tag> tags, std::vector<Slip>& slips);

}  // namespace rubric
