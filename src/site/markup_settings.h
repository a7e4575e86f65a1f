#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "markdown/value.h"
#include "site/configuration.h"

namespace rubric {

/// `markup.goldmark` and `enableEmoji` of a site's merged configuration.
GoldmarkOptions read_goldmark_options(const Value& configuration);

/// "0.111.3", "v0.146" or "0.92.1/extended"; nothing when it begins with no number.
std::optional<HugoVersion> parse_hugo_version(std::string_view text);

/// The release of Hugo that builds the site: the one given in the options; else the assumed one, moved into
/// what `module.hugoVersion` allows and not below what the layout folders need.
HugoVersion choose_hugo_version(const Value& configuration, const FileTree& files,
                                std::span<const Mount> layouts, std::optional<HugoVersion> given);

/// What happens to links (`kind` "link") or images ("image"): the site's own `_markup/render-KIND` template
/// in one of the layout folders, Hugo's embedded one, or nothing. `languages` is the number of languages.
LinkHook find_render_hook(std::string_view kind, const Value& configuration, const FileTree& files,
                          std::span<const Mount> layouts, HugoVersion hugo, size_t languages);

}  // namespace rubric
