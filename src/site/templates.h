#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shortcode/dialect.h"
#include "site/configuration.h"
#include "site/file_tree.h"

namespace rubric {

/// What the pages at or below a section can call.
struct SectionTemplates {
  std::string section;  ///< below content, in lower case: "docs/api"; "" for pages in no other listed section
  ShortcodeTemplates templates;
};

/// The shortcodes of a site.
struct SiteTemplates {
  ShortcodeTemplates all;  ///< of every section
  /// Only where `_shortcodes` folders stand in sections (`layouts/docs/_shortcodes`, Hugo 0.146 and later):
  /// what each sees, where the nearest template of a name wins. The deepest come first, "" is last.
  std::vector<SectionTemplates> sections;
  bool complete = true;  ///< false: whether a file is mounted depends on a pattern that we cannot read
};

/// Every shortcode that a page can call: those embedded in that release of Hugo and the site's own, whose
/// templates are read from `_shortcodes` (Hugo 0.146 and later) and `shortcodes` in what the layout mounts
/// show (in order of precedence, the project's before its themes').
///
/// A name is the path below that folder without extension and variant ("a/b"). Whether a template takes inner
/// text is decided by Hugo's own criterion: a command whose field or variable path holds `Inner` or
/// `InnerDeindent`. Of several variants of a name (`x.html`, `x.en.html`, `x.md`) Hugo asks an arbitrary one:
/// where they differ, that is unknown. Names in `includes` are marked as includes, whatever their templates
/// do.
SiteTemplates read_shortcode_templates(const FileTree& files, const ReadFile& read,
                                       std::span<const Mount> layouts, HugoVersion hugo,
                                       std::span<const std::string> includes = {});

/// Gives the source of a partial by its name below `partials`; nothing where it is not on disk.
using ReadPartial = std::function<std::optional<std::string>(const std::string& name)>;

/// What the source of one template, with the partials that it calls, says about its calls; `path` is left
/// empty. Where it calls a definition
/// that it does not hold, and takes no inner text itself, that is unknown.
ShortcodeTemplate read_shortcode_template(std::string_view source, const ReadPartial& read_partial = {});

/// A path as Hugo compares it with others (0.146 and later): lower case, hyphens for blanks.
std::string normalized_path(std::string_view path);

}  // namespace rubric
