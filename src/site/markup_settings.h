#pragma once

#include <span>
#include <string_view>

#include "markdown/value.h"
#include "site/configuration.h"

namespace rubric {

/// `markup.goldmark` and `enableEmoji` of a site's merged configuration.
GoldmarkOptions read_goldmark_options(const Value& configuration);

/// Whether headings have the ids that Hugo makes: a heading hook that prints no `.Anchor` gives them others.
bool keeps_heading_ids(const FileTree& files, const ReadFile& read, std::span<const Mount> layouts);

/// What happens to links (`kind` "link") or images ("image"): the site's own `_markup/render-KIND` template
/// in one of the layout folders, Hugo's embedded one, or nothing. A template of an old site's that does what
/// current Hugo's embedded one does counts as that. `languages` is the number of languages.
LinkHook find_render_hook(std::string_view kind, const Value& configuration, const FileTree& files,
                          const ReadFile& read, std::span<const Mount> layouts, HugoVersion hugo,
                          size_t languages);

}  // namespace rubric
