// How it works: every file is parsed as what it is and searched for the few keys that name a release; nothing
// is run or expanded, so `$HUGO_VERSION` in an image's tag says nothing by itself.

#include "site/hugo_version.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

std::string in_folder(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The first "0.N" or "0.N.M" in a text such as "^0.111.3", "extended_0.123.4" or "0.83.1-ext-alpine".
std::optional<HugoVersion> version_in(std::string_view text) {
  for (size_t at = text.find("0."); at != text.npos; at = text.find("0.", at + 1)) {
    const bool inside_number = at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.');
    if (!inside_number && at + 2 < text.size() && is_digit(text[at + 2]))
      return parse_hugo_version(text.substr(at));
  }
  return std::nullopt;
}

using Versions = std::vector<HugoVersion>;

void add_version(std::string_view text, Versions& found) {
  if (const auto version = version_in(text)) found.push_back(*version);
}

/// "registry.example.org:5000/pages/hugo/hugo_extended:0.111.3"
void add_image(std::string_view image, Versions& found) {
  const size_t colon = image.find(':', image.rfind('/') == image.npos ? 0 : image.rfind('/'));
  if (colon == image.npos || lower_case(image.substr(0, colon)).find("hugo") == std::string::npos) return;
  const std::string_view tag = image.substr(colon + 1);
  add_version(tag.substr(0, tag.find('@')), found);
}

bool names_hugo_version(std::string_view key) {
  return equal_ignoring_case(key, "HUGO_VERSION") || equal_ignoring_case(key, "hugo-version");
}

/// Nested no deeper than a parser allows, hence recursion is safe.
void search(const Value& value, std::string_view key, Versions& found) {
  if (names_hugo_version(key)) {
    for (const std::string& text : value.strings()) add_version(text, found);
    // A variable of GitLab or an input of GitHub may be a mapping.
    for (std::string_view member : {"value", "default"})
      if (const Value* own = value.find(member)) add_version(own->scalar, found);
    return;
  }
  if (key == "image") {
    const Value* name = value.find("name");
    add_image(name ? name->scalar : value.scalar, found);
  }
  for (const Member& member : value.members) search(member.value, member.key, found);
  for (const Value& item : value.items) search(item, "", found);
}

/// What the files of one kind name, if they agree.
std::optional<HugoVersion> only(const Versions& found) {
  const bool agree = std::all_of(found.begin(), found.end(),
                                 [&](const HugoVersion& version) { return version == found.front(); });
  return found.empty() || !agree ? std::nullopt : std::optional(found.front());
}

/// Lines such as "hugo 0.123.4" or "gohugo extended_0.123.4".
std::optional<HugoVersion> read_tool_versions(std::string_view text) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    for (std::string_view tool : {"hugo ", "gohugo "})
      if (line.starts_with(tool)) return version_in(line.substr(0, line.find('#')));
  }
  return std::nullopt;
}

std::optional<HugoVersion> read_netlify(std::string_view text, std::string_view environment) {
  const Value root = parse_value(text, ValueFormat::toml).root;
  const std::string context = "context." + std::string(environment) + ".environment.HUGO_VERSION";
  for (const std::string& path : {context, std::string("build.environment.HUGO_VERSION")})
    if (const Value* value = root.at(path)) return version_in(value->scalar);
  return std::nullopt;
}

std::optional<HugoVersion> read_package(std::string_view text) {
  const Value root = parse_value(text, ValueFormat::json).root;
  for (std::string_view list : {"devDependencies", "dependencies"}) {
    const Value* dependencies = root.find(list);
    const Value* hugo = dependencies ? dependencies->find("hugo-extended") : nullptr;
    // A range from some release on means the newest.
    if (hugo && hugo->scalar.find_first_of("<>| *") == std::string::npos) return version_in(hugo->scalar);
  }
  return std::nullopt;
}

class StatementSearch {
 public:
  StatementSearch(const FileTree& files, const ReadFile& read, std::string_view environment)
      : files_(files), read_(read), environment_(environment) {}

  std::optional<StatedVersion> run(std::string_view folder) const {
    const auto from = [&](std::string_view name, const auto& version_of) -> std::optional<StatedVersion> {
      const std::string path = in_folder(folder, name);
      const auto text = read_(path);
      const auto version = text ? version_of(*text) : std::nullopt;
      return version ? std::optional(StatedVersion{*version, path}) : std::nullopt;
    };
    if (auto stated = from(".tool-versions", read_tool_versions)) return stated;
    const auto netlify = [&](std::string_view text) { return read_netlify(text, environment_); };
    if (auto stated = from("netlify.toml", netlify)) return stated;
    if (auto stated = agreed({in_folder(folder, ".gitlab-ci.yml")})) return stated;
    if (auto stated = agreed(workflows(folder))) return stated;
    return from("package.json", read_package);
  }

 private:
  /// What all of these files name that name any, with the first of them.
  std::optional<StatedVersion> agreed(const std::vector<std::string>& paths) const {
    Versions found;
    std::string first;
    for (const std::string& path : paths) {
      if (const auto text = read_(path)) search(parse_value(*text, ValueFormat::yaml).root, "", found);
      if (first.empty() && !found.empty()) first = path;
    }
    const auto version = only(found);
    return version ? std::optional(StatedVersion{*version, first}) : std::nullopt;
  }

  std::vector<std::string> workflows(std::string_view folder) const {
    std::vector<std::string> paths;
    for (const std::string& path : files_.below(in_folder(folder, ".github/workflows")))
      if (path.ends_with(".yml") || path.ends_with(".yaml")) paths.push_back(path);
    return paths;
  }

  const FileTree& files_;
  const ReadFile& read_;
  std::string_view environment_;
};

}  // namespace

std::optional<HugoVersion> parse_hugo_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  uint32_t parts[3] = {0, 0, 0};
  size_t at = 0;
  for (uint32_t& part : parts) {
    const size_t begin = at;
    for (; at < text.size() && is_digit(text[at]) && at - begin < 6; ++at)
      part = part * 10 + static_cast<uint32_t>(text[at] - '0');
    if (at == begin && &part == parts) return std::nullopt;
    if (at >= text.size() || text[at] != '.') break;
    ++at;
  }
  return HugoVersion{parts[0], parts[1], parts[2]};
}

std::optional<StatedVersion> find_stated_version(const FileTree& files, const ReadFile& read,
                                                 std::string_view root, std::string_view environment) {
  const StatementSearch search(files, read, environment);
  if (auto stated = search.run(root)) return stated;
  return root.empty() ? std::nullopt : search.run("");
}

HugoVersion estimate_hugo_version(const Value& configuration, const FileTree& files,
                                  std::span<const Mount> layouts) {
  const auto limit = [&](std::string_view name) -> std::optional<HugoVersion> {
    const Value* value = configuration.at("module.hugoVersion." + std::string(name));
    return value ? parse_hugo_version(value->scalar) : std::nullopt;
  };
  HugoVersion hugo = current_hugo;
  if (const auto most = limit("max")) hugo = std::min(hugo, *most);
  if (const auto least = limit("min")) hugo = std::max(hugo, *least);
  const bool new_layouts = std::any_of(layouts.begin(), layouts.end(), [&files](const Mount& mount) {
    return mount.target.empty() ? files.has_folder(in_folder(mount.source, "_shortcodes"))
                                : is_at_or_below(mount.target, "_shortcodes");
  });
  return new_layouts ? std::max(hugo, HugoVersion{0, 146, 0}) : hugo;
}

}  // namespace rubric
