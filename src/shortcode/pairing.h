#pragma once

#include <span>
#include <vector>

#include "shortcode/dialect.h"
#include "shortcode/shortcodes.h"
#include "shortcode/tag.h"

namespace rubric {

/// Puts tags together into calls, and adds what does not pair to `page.errors`; sets `call` and `fails_build`
/// of the slips. Moves the parameters out of the tags.
void pair_tags(std::span<Tag> tags, const Dialect& dialect, Shortcodes& page);

/// Drops the tags that need a partner (Tag::needs_partner) and are none to a tag for whose sake Hugo refuses
/// the page. Comes before pair_tags.
void drop_needless(std::vector<Tag>& tags, const Dialect& dialect);

}  // namespace rubric
