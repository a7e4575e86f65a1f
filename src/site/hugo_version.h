#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "markdown/value.h"
#include "shortcode/dialect.h"
#include "site/configuration.h"
#include "site/file_tree.h"

namespace rubric {

/// "0.111.3", "v0.146" or "0.92.1/extended"; nothing when it begins with no number.
std::optional<HugoVersion> parse_hugo_version(std::string_view text);

/// A release and the repository-relative file that names it.
struct StatedVersion {
  HugoVersion version;
  std::string path;
};

/// The release that a file of the repository names for whoever builds the site. The first of these files that
/// names one decides, in the site's folder before the repository's root: `.tool-versions`, `netlify.toml`
/// (for `environment`), `.gitlab-ci.yml` and `.github/workflows/` (HUGO_VERSION, `hugo-version:` and the tag
/// of an image with "hugo" in its name), `package.json` (hugo-extended). A file that names several names
/// none.
std::optional<StatedVersion> find_stated_version(const FileTree& files, const ReadFile& read,
                                                 std::string_view root, std::string_view environment);

/// The assumed release, moved into what `module.hugoVersion` allows and not below what the layout folders
/// need.
HugoVersion estimate_hugo_version(const Value& configuration, const FileTree& files,
                                  std::span<const Mount> layouts);

}  // namespace rubric
