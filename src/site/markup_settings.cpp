// How it works: each setting is looked up by its dotted path in the merged configuration; the names and
// defaults are those of Hugo's markup/goldmark/goldmark_config and their history.

#include "site/markup_settings.h"

#include <algorithm>
#include <string>
#include <vector>

#include "site/link_hook.h"
#include "text/path.h"

namespace rubric {

namespace {

/// Emphasises that an absent setting keeps Hugo's default.
bool truth_at(const Value& value, std::string_view path, bool otherwise) {
  const Value* found = value.at(path);
  return found && found->kind != Value::Kind::null && !found->is_mapping() ? found->truth() : otherwise;
}

std::string text_at(const Value& value, std::string_view path) {
  const Value* found = value.at(path);
  return found ? found->scalar : std::string();
}

HeadingIds read_heading_ids(const Value& parser) {
  if (!truth_at(parser, "autoHeadingID", true)) return HeadingIds::off;
  // Called autoIDType since Hugo 0.147.
  std::string type = text_at(parser, "autoIDType");
  if (type.empty()) type = text_at(parser, "autoHeadingIDType");
  if (type == "github-ascii") return HeadingIds::github_ascii;
  return type == "blackfriday" ? HeadingIds::blackfriday : HeadingIds::github;
}

/// An extension that is a truth value or, in later releases, a mapping with `enable` or `disable`.
bool extension_on(const Value& extensions, std::string_view name) {
  const Value* found = extensions.find(name);
  if (!found || found->kind == Value::Kind::null) return true;
  if (!found->is_mapping()) return found->truth();
  return truth_at(*found, "enable", true) && !truth_at(*found, "disable", false);
}

/// The site's own hooks of a kind.
std::vector<std::string_view> find_hooks(const FileTree& files, std::span<const Mount> layouts,
                                         std::string_view kind) {
  const std::string beginning = "render-" + std::string(kind) + ".";
  std::vector<std::string_view> hooks;
  for (const Mount& mount : layouts) {
    for (const std::string& path : files.below(mount.source)) {
      const std::string_view name = name_of(path);
      const std::string_view folder = folder_of(path);
      const bool in_place = folder.ends_with("/_markup") || folder == "_markup";
      if (in_place && name.starts_with(beginning) && name.ends_with(".html")) hooks.push_back(path);
    }
  }
  return hooks;
}

}  // namespace

GoldmarkOptions read_goldmark_options(const Value& configuration) {
  static const Value nothing;
  GoldmarkOptions options;
  options.emoji = truth_at(configuration, "enableEmoji", false);
  const Value* parser = configuration.at("markup.goldmark.parser");
  if (!parser) parser = &nothing;
  options.heading_ids = read_heading_ids(*parser);
  options.heading_attributes = truth_at(*parser, "attribute.title", truth_at(*parser, "attribute", true));
  options.block_attributes = truth_at(*parser, "attribute.block", false);
  options.definition_term_ids = truth_at(*parser, "autoDefinitionTermID", false);
  options.raw_html = truth_at(configuration, "markup.goldmark.renderer.unsafe", false);
  const Value* extensions = configuration.at("markup.goldmark.extensions");
  if (!extensions) extensions = &nothing;
  options.linkify = extension_on(*extensions, "linkify");
  options.footnotes = extension_on(*extensions, "footnote");
  options.strikethrough = extension_on(*extensions, "strikethrough");
  options.tables = extension_on(*extensions, "table");
  options.definition_lists = extension_on(*extensions, "definitionList");
  options.typographer = extension_on(*extensions, "typographer");
  return options;
}

bool keeps_heading_ids(const FileTree& files, const ReadFile& read, std::span<const Mount> layouts) {
  const std::vector<std::string_view> hooks = find_hooks(files, layouts, "heading");
  return std::all_of(hooks.begin(), hooks.end(), [&](std::string_view path) {
    return read(path).value_or("").find(".Anchor") != std::string::npos;
  });
}

LinkHook find_render_hook(std::string_view kind, const Value& configuration, const FileTree& files,
                          const ReadFile& read, std::span<const Mount> layouts, HugoVersion hugo,
                          size_t languages) {
  const std::vector<std::string_view> hooks = find_hooks(files, layouts, kind);
  const bool custom = !hooks.empty();
  const LinkHook own = custom ? LinkHook::custom : LinkHook::none;
  if (hugo < HugoVersion{0, 123, 0}) {
    const auto is_like_embedded = [&](std::string_view path) {
      return finds_pages_as_embedded(read(path).value_or(""));
    };
    return custom && std::all_of(hooks.begin(), hooks.end(), is_like_embedded) ? LinkHook::embedded : own;
  }
  const std::string settings = "markup.goldmark.renderHooks." + std::string(kind);
  const std::string use = text_at(configuration, settings + ".useEmbedded");
  if (use == "always") return LinkHook::embedded;
  if (custom || use == "never") return own;
  if (use == "fallback" || truth_at(configuration, settings + ".enableDefault", false))
    return LinkHook::embedded;
  // "auto": on for several languages on one host, unless their resources are duplicated.
  bool one_host = true;
  if (const Value* found = configuration.find("languages")) {
    one_host = std::none_of(found->members.begin(), found->members.end(),
                            [](const Member& language) { return language.value.find("baseURL") != nullptr; });
  }
  const bool duplicated = truth_at(configuration, "markup.goldmark.duplicateResourceFiles", false);
  return languages > 1 && one_host && !duplicated ? LinkHook::embedded : LinkHook::none;
}

}  // namespace rubric
