// How it works: the layout mounts are laid over each other into one listing of shortcode files; the files of
// a name in a section become one shortcode, embedded ones stand behind them; each section then sees its own
// and those of the sections around it (tpl/tplimpl/templatestore.go). What a template's source says is read
// in template_facts.cpp.

#include "site/templates.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "site/mount.h"
#include "site/mounts.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {
namespace {

constexpr HugoVersion new_layout_since{0, 146, 0};

/// A shortcode embedded in releases of Hugo.
struct Embedded {
  const char* name;
  InnerText inner = InnerText::none;
  HugoVersion since = {0, 0, 0};
  HugoVersion until = {UINT32_MAX, 0, 0};  ///< the first release in which a call fails the build
};

constexpr HugoVersion x_since{0, 141, 0}, twitter_until{0, 156, 0};

constexpr Embedded embedded_shortcodes[] = {
    {"comment", InnerText::raw, {0, 137, 1}},
    {"details", InnerText::markdown, {0, 140, 0}},
    {"figure"},
    {"gist", InnerText::none, {}, twitter_until},
    {"highlight", InnerText::raw},
    {"instagram"},
    {"instagram_simple"},
    {"param"},
    {"qr", InnerText::raw, {0, 141, 0}},
    {"ref"},
    {"relref"},
    {"tweet", InnerText::none, {}, twitter_until},
    {"twitter", InnerText::none, {}, twitter_until},
    {"twitter_simple", InnerText::none, {}, twitter_until},
    {"vimeo"},
    {"vimeo_simple"},
    {"x", InnerText::none, x_since},
    {"x_simple", InnerText::none, x_since},
    {"youtube"},
};

const Embedded* find_embedded(std::string_view name, HugoVersion hugo) {
  const auto found = std::find_if(
      std::begin(embedded_shortcodes), std::end(embedded_shortcodes), [&](const Embedded& shortcode) {
        return name == shortcode.name && hugo >= shortcode.since && hugo < shortcode.until;
      });
  return found == std::end(embedded_shortcodes) ? nullptr : found;
}

/// One template file.
struct TemplateFile {
  std::string path;     ///< repository-relative
  bool is_text;         ///< plain text: Hugo 0.146 and later runs it under `{{% %}}` only
  std::ptrdiff_t dots;  ///< in the file's name: one, and another for each variant
  std::string place;    ///< below layouts

  auto rank() const { return std::tie(is_text, dots, place); }
};

/// Where a shortcode is and what it is called.
struct Place {
  std::string section, name;

  friend auto operator<=>(const Place&, const Place&) = default;
};

using TemplateFiles = std::map<Place, std::vector<TemplateFile>>;

/// The outputs of these are plain text in Hugo's own configuration.
bool is_text(std::string_view path) {
  constexpr std::string_view extensions[] = {".md",  ".markdown", ".mdown", ".txt",        ".json",
                                             ".csv", ".css",      ".ics",   ".webmanifest"};
  return std::any_of(std::begin(extensions), std::end(extensions),
                     [&](std::string_view extension) { return path.ends_with(extension); });
}

/// What a path below layouts is the template of; nothing for other layouts.
std::optional<Place> place_of(std::string_view path, HugoVersion hugo) {
  constexpr std::string_view old_folder = "shortcodes/";
  constexpr std::string_view new_folder = "_shortcodes/";
  if (name_of(path).starts_with('.') || path.ends_with('~')) return std::nullopt;
  if (hugo < new_layout_since) {
    // A dot in a folder's name ends the name, too.
    if (!path.starts_with(old_folder)) return std::nullopt;
    path.remove_prefix(old_folder.size());
    return Place{"", std::string(path.substr(0, path.find('.')))};
  }
  if (path.starts_with("_default/")) path.remove_prefix(std::string_view("_default/").size());
  std::string_view section;
  if (path.starts_with(old_folder)) {
    path.remove_prefix(old_folder.size());
  } else if (path.starts_with(new_folder)) {
    path.remove_prefix(new_folder.size());
  } else {
    const size_t nested = path.find("/_shortcodes/");
    if (nested == path.npos) return std::nullopt;
    section = path.substr(0, nested);
    path.remove_prefix(nested + 1 + new_folder.size());
  }
  std::string name(path.substr(0, path.find('.', path.rfind('/') + 1)));
  std::replace(name.begin(), name.end(), ' ', '-');
  return Place{normalized_path(section), std::move(name)};
}

/// Lays the mounts over each other.
class Overlay {
 public:
  Overlay(const FileTree& files, HugoVersion hugo) : files_(files), hugo_(hugo) {}

  void add(const Mount& mount) {
    if (files_.has_file(mount.source)) return add_file(mount.target, mount.source);
    for (const std::string& path : files_.below(mount.source)) {
      if (path.find("shortcodes") == path.npos && mount.target.find("shortcodes") == path.npos) continue;
      const std::string_view below =
          std::string_view(path).substr(mount.source.size() + !mount.source.empty());
      const std::optional<bool> shown = shows(mount, below);
      complete &= shown.has_value();
      if (shown == true)
        add_file(mount.target.empty() ? std::string(below) : mount.target + "/" + std::string(below), path);
    }
  }

  TemplateFiles found;
  bool complete = true;

 private:
  void add_file(const std::string& place, const std::string& path) {
    const auto template_place = place_of(place, hugo_);
    if (!template_place || template_place->name.empty() || !taken_.insert(place).second) return;
    const std::string_view name = name_of(place);
    found[*template_place].push_back({path, hugo_ >= new_layout_since && is_text(place),
                                      std::count(name.begin(), name.end(), '.'), place});
  }

  const FileTree& files_;
  const HugoVersion hugo_;
  std::set<std::string> taken_;  // places
};

/// Shortcodes of these names pull in a file wherever they are found.
bool is_include_name(std::string_view name) {
  const std::string_view base = name_of(name);
  return base == "include" || base.starts_with("include-") || base.starts_with("include_");
}

ShortcodeTemplate read_file(const ReadFile& read, const TemplateFile& file, std::string_view name,
                            const ReadPartial& read_partial) {
  const std::optional<std::string> source = read(file.path);
  ShortcodeTemplate shortcode = read_shortcode_template(source.value_or(""), read_partial);
  shortcode.path = file.path;
  shortcode.include |= is_include_name(name);
  shortcode.plain_text = file.is_text;
  if (!source) shortcode.inner = InnerText::unknown;
  shortcode.writes_html |= !source;
  return shortcode;
}

bool differ_in_inner(const ShortcodeTemplate& one, const ShortcodeTemplate& other) {
  return (one.inner == InnerText::none) != (other.inner == InnerText::none);
}

using Placed = std::map<Place, ShortcodeTemplate>;

/// The first mount that shows a partial wins.
std::optional<std::string> read_partial_of(const std::string& name, const FileTree& files,
                                           const ReadFile& read, std::span<const Mount> layouts) {
  for (const Mount& mount : layouts) {
    for (const std::string_view folder : {"partials/", "_partials/"}) {
      const std::string place = std::string(folder) + name;
      for (const std::string& wanted : {place, place + ".html"}) {
        const std::optional<std::string> path = file_of_mount(mount, wanted);
        if (path && files.has_file(*path)) return read(*path);
      }
    }
  }
  return std::nullopt;
}

/// Makes one shortcode of the variants in each place.
Placed read_files(TemplateFiles found, const ReadFile& read, const ReadPartial& read_partial,
                  HugoVersion hugo) {
  Placed placed;
  for (auto& [place, variants] : found) {
    std::sort(variants.begin(), variants.end(),
              [](const TemplateFile& one, const TemplateFile& other) { return one.rank() < other.rank(); });
    ShortcodeTemplate best = read_file(read, variants.front(), place.name, read_partial);
    for (size_t i = 1; i < variants.size(); ++i) {
      const ShortcodeTemplate variant = read_file(read, variants[i], place.name, read_partial);
      if (differ_in_inner(best, variant)) best.inner = InnerText::unknown;
      best.renders_inner &= variant.renders_inner;
      best.writes_html |= variant.writes_html;
      best.ids.insert(best.ids.end(), variant.ids.begin(), variant.ids.end());
    }
    const bool replaces = std::any_of(variants.begin(), variants.end(), [](const TemplateFile& file) {
      return file.dots == 1 && file.place.ends_with(".html");
    });
    const Embedded* embedded = place.section.empty() && !replaces ? find_embedded(place.name, hugo) : nullptr;
    if (embedded) {
      // Hugo's own stays as a further variant.
      if (best.plain_text) best.plain_text = false;
      best.renders_inner &= embedded->inner == InnerText::markdown;
      if ((embedded->inner == InnerText::none) != (best.inner == InnerText::none))
        best.inner = InnerText::unknown;
    }
    placed.emplace(place, std::move(best));
  }
  for (const Embedded& shortcode : embedded_shortcodes) {
    if (!find_embedded(shortcode.name, hugo)) continue;
    const auto [at, is_new] = placed.try_emplace(Place{"", shortcode.name});
    if (!is_new) continue;
    at->second.inner = shortcode.inner;
    // The others want a parameter, look something up or ask the network.
    at->second.may_fail = std::string_view(shortcode.name) != "figure";
    at->second.renders_inner = shortcode.inner == InnerText::markdown;
  }
  return placed;
}

/// Whether a name takes inner text is asked of an arbitrary template of that name in the whole site.
void agree_on_inner(Placed& placed) {
  std::map<std::string, const ShortcodeTemplate*> first;
  std::set<std::string> disputed;
  for (const auto& [place, shortcode] : placed) {
    const std::string name = lower_case(place.name);
    const auto [at, is_new] = first.try_emplace(name, &shortcode);
    if (!is_new && differ_in_inner(*at->second, shortcode)) disputed.insert(name);
  }
  for (auto& [place, shortcode] : placed)
    if (disputed.contains(lower_case(place.name))) shortcode.inner = InnerText::unknown;
}

/// The templates that a section sees: its own, then those around it. One that both kinds of tag can call wins
/// over a nearer plain text.
ShortcodeTemplates seen_from(std::string_view section, const Placed& placed) {
  ShortcodeTemplates seen;
  // The nearest section sorts last, and the root first.
  for (auto at = placed.rbegin(); at != placed.rend(); ++at) {
    const auto& [place, shortcode] = *at;
    if (!is_at_or_below(section, place.section)) continue;
    const auto [nearer, is_new] = seen.try_emplace(place.name, shortcode);
    if (!is_new && nearer->second.plain_text) nearer->second = shortcode;
  }
  return seen;
}

std::vector<SectionTemplates> read_sections(const Placed& placed) {
  std::set<std::string> names;
  for (const auto& [place, shortcode] : placed) names.insert(place.section);
  if (names.size() == 1) return {};
  std::vector<SectionTemplates> sections;
  // Backwards, so that a section comes before those around it.
  for (auto name = names.rbegin(); name != names.rend(); ++name)
    sections.push_back({*name, seen_from(*name, placed)});
  return sections;
}

void mark_includes(std::span<const std::string> includes, ShortcodeTemplates& templates) {
  for (const std::string& name : includes) {
    if (!templates.contains(name)) templates[name].inner = InnerText::unknown;
    templates[name].include = true;
  }
}

}  // namespace

SiteTemplates read_shortcode_templates(const FileTree& files, const ReadFile& read,
                                       std::span<const Mount> layouts, HugoVersion hugo,
                                       std::span<const std::string> includes) {
  Overlay overlay(files, hugo);
  for (const Mount& mount : layouts) overlay.add(mount);
  const ReadPartial read_partial = [&](const std::string& name) {
    return read_partial_of(name, files, read, layouts);
  };
  Placed placed = read_files(std::move(overlay.found), read, read_partial, hugo);
  agree_on_inner(placed);
  SiteTemplates result;
  result.complete = overlay.complete;
  for (const auto& [place, shortcode] : placed) result.all.try_emplace(place.name, shortcode);
  result.sections = read_sections(placed);
  mark_includes(includes, result.all);
  for (SectionTemplates& section : result.sections) mark_includes(includes, section.templates);
  return result;
}

std::string normalized_path(std::string_view path) {
  std::string result = lower_case(path);
  std::replace(result.begin(), result.end(), ' ', '-');
  return result;
}

}  // namespace rubric
