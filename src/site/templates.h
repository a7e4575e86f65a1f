#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "site/file_tree.h"

namespace rubric {

/// Every shortcode that a page can call: those embedded in that release of Hugo and the site's own, whose
/// templates are read from `_shortcodes` (Hugo 0.146 and later) and `shortcodes` below the layout folders,
/// repository-relative and in the order of precedence (the project's before its themes').
///
/// A name is the path below that folder without extension and variant ("a/b"). Whether a template takes inner
/// text is decided by Hugo's own criterion: a command whose field or variable path holds `Inner` or
/// `InnerDeindent`. Names in `includes` are marked as includes, whatever their templates do.
ShortcodeTemplates read_shortcode_templates(const FileTree& files, const ReadFile& read,
                                            std::span<const std::string> layout_folders, HugoVersion hugo,
                                            std::span<const std::string> includes = {});

/// What the source of one template says about its calls; `path` is left empty.
ShortcodeTemplate read_shortcode_template(std::string_view source);

}  // namespace rubric
