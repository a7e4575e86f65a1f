// How it works: embedded shortcodes first, then the site's files over them, layout folder by layout folder;
// the first file of a name wins, a plain `x.html` before its variants `x.en.html`. What a template's source
// says is read in template_facts.cpp.

#include "site/templates.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "text/path.h"

namespace rubric {
namespace {

constexpr HugoVersion new_layout_since{0, 146, 0};
constexpr HugoVersion details_since{0, 140, 0};

ShortcodeTemplates embedded_templates(HugoVersion hugo) {
  ShortcodeTemplates templates;
  for (const char* name : {"figure", "gist", "instagram", "instagram_simple", "param", "ref", "relref",
                           "tweet", "twitter", "twitter_simple", "vimeo", "vimeo_simple", "youtube"})
    templates[name] = {};
  templates["highlight"].inner = InnerText::raw;
  if (hugo >= details_since) {
    templates["comment"].inner = InnerText::raw;
    templates["details"].inner = InnerText::markdown;
  }
  if (hugo >= new_layout_since) {
    templates["qr"].inner = InnerText::raw;
    templates["x"] = {};
    templates["x_simple"] = {};
  }
  return templates;
}

/// A shortcode's name from its path below the shortcode folder: no extension, language or output format.
std::string_view template_name(std::string_view path) {
  const size_t slash = path.rfind('/');
  const size_t base = slash == std::string_view::npos ? 0 : slash + 1;
  return path.substr(0, path.find('.', base));
}

/// The part of a path below layouts that follows the shortcode folder; empty when it lies in none.
std::string_view below_shortcodes(std::string_view path, HugoVersion hugo) {
  constexpr std::string_view old_folder = "shortcodes/";
  constexpr std::string_view new_folder = "_shortcodes/";
  if (path.starts_with(old_folder)) return path.substr(old_folder.size());
  if (hugo < new_layout_since) return {};
  if (path.starts_with(new_folder)) return path.substr(new_folder.size());
  const size_t nested = path.find("/_shortcodes/");
  return nested == std::string_view::npos ? std::string_view{} : path.substr(nested + 1 + new_folder.size());
}

struct Candidate {
  std::string_view name;
  size_t folder;    ///< index of the layout folder
  size_t variants;  ///< dots in the file name
  bool plain_text;  ///< not HTML
  std::string_view path;

  friend auto operator<=>(const Candidate&, const Candidate&) = default;
};

std::vector<Candidate> find_candidates(const FileTree& files, std::span<const std::string> layout_folders,
                                       HugoVersion hugo) {
  std::vector<Candidate> candidates;
  for (size_t i = 0; i < layout_folders.size(); ++i) {
    const std::string& folder = layout_folders[i];
    for (const std::string& path : files.below(folder)) {
      const size_t prefix = folder.empty() || folder.ends_with('/') ? folder.size() : folder.size() + 1;
      const std::string_view below = below_shortcodes(std::string_view(path).substr(prefix), hugo);
      const std::string_view name = template_name(below);
      if (name.empty() || name.ends_with('/')) continue;
      const auto dots =
          std::count(below.begin() + static_cast<std::ptrdiff_t>(name.size()), below.end(), '.');
      candidates.push_back({name, i, static_cast<size_t>(dots), !below.ends_with(".html"), path});
    }
  }
  std::sort(candidates.begin(), candidates.end());
  return candidates;
}

/// Shortcodes of these names pull in a file wherever they are found.
bool is_include_name(std::string_view name) {
  const std::string_view base = name_of(name);
  return base == "include" || base.starts_with("include-") || base.starts_with("include_");
}

}  // namespace

ShortcodeTemplates read_shortcode_templates(const FileTree& files, const ReadFile& read,
                                            std::span<const std::string> layout_folders, HugoVersion hugo,
                                            std::span<const std::string> includes) {
  ShortcodeTemplates templates = embedded_templates(hugo);
  std::set<std::string_view> found;
  for (const Candidate& candidate : find_candidates(files, layout_folders, hugo)) {
    if (!found.insert(candidate.name).second) continue;
    const std::optional<std::string> source = read(candidate.path);
    ShortcodeTemplate shortcode = read_shortcode_template(source.value_or(""));
    shortcode.path = candidate.path;
    shortcode.include |= is_include_name(candidate.name);
    if (!source) shortcode.inner = InnerText::unknown;
    shortcode.writes_html |= !source;
    templates.insert_or_assign(std::string(candidate.name), std::move(shortcode));
  }
  for (const std::string& name : includes) {
    if (!templates.contains(name)) templates[name].inner = InnerText::unknown;
    templates[name].include = true;
  }
  return templates;
}

}  // namespace rubric
