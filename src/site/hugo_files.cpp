// How it works: the files are read in Hugo's order (config/allconfig/load.go, common/config/configLoader.go),
// each is wrapped into the mappings that its name stands for, and merged into what came before.

#include "site/hugo_files.h"

#include <algorithm>
#include <array>
#include <optional>

#include "site/configuration.h"
#include "site/site_root.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 2> base_names = {"hugo", "config"};
constexpr std::array<std::string_view, 4> extensions = {"toml", "yaml", "yml", "json"};

std::string in_folder(std::string_view folder, std::string_view name) {
  return folder.empty() ? std::string(name) : std::string(folder) + "/" + std::string(name);
}

std::optional<ValueFormat> format_of(std::string_view path) {
  if (path.ends_with(".toml")) return ValueFormat::toml;
  if (path.ends_with(".yaml") || path.ends_with(".yml")) return ValueFormat::yaml;
  if (path.ends_with(".json")) return ValueFormat::json;
  return std::nullopt;
}

std::optional<std::string> find_base_file(const FileTree& files, std::string_view folder,
                                          std::string_view name) {
  for (std::string_view extension : extensions) {
    std::string path = in_folder(folder, std::string(name) + "." + std::string(extension));
    if (files.has_file(path)) return path;
  }
  return std::nullopt;
}

Value* find_member(Value& mapping, std::string_view key) {
  return const_cast<Value*>(mapping.find(key));
}

/// Nested no deeper than a parser allows, hence recursion is safe.
void merge(Value& into, Value from) {
  if (!into.is_mapping() || !from.is_mapping()) {
    into = std::move(from);
    return;
  }
  for (Member& member : from.members) {
    if (Value* present = find_member(into, member.key)) {
      merge(*present, std::move(member.value));
    } else {
      into.members.push_back(std::move(member));
    }
  }
}

Value wrap(std::string_view key, Value value) {
  Value mapping;
  mapping.kind = Value::Kind::mapping;
  mapping.members.push_back({std::string(key), {}, std::move(value)});
  return mapping;
}

/// Puts the contents of a file in a configuration folder where its name says.
Value place(std::string_view path, Value value) {
  std::string_view name = name_of(path);
  name = name.substr(0, name.rfind('.'));
  if (std::find(base_names.begin(), base_names.end(), name) != base_names.end()) return value;
  const size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return wrap(name, std::move(value));
  const std::string_view key = name.substr(0, dot), language = name.substr(dot + 1);
  if (key == "menu" || key == "menus" || key == "params") value = wrap(key, std::move(value));
  return wrap("languages", wrap(language, std::move(value)));
}

std::optional<Value> parse_file(const ReadFile& read, const std::string& path, HugoFiles& result) {
  const auto text = read(path);
  const auto format = format_of(path);
  if (!text || !format) return std::nullopt;
  ParsedValue parsed = parse_value(*text, *format);
  if (parsed.errors.empty() && !parsed.root.is_mapping() && parsed.root.kind != Value::Kind::null)
    parsed.errors.push_back({"a configuration must be a mapping of keys to values", parsed.root.span});
  if (!parsed.errors.empty() && result.errors.empty()) {
    result.errors = std::move(parsed.errors);
    result.error_path = path;
  }
  // What was understood of a broken file is better than nothing.
  if (!parsed.root.is_mapping()) return std::nullopt;
  return std::move(parsed.root);
}

}  // namespace

HugoFiles read_hugo_files(const FileTree& files, const ReadFile& read, std::string_view folder,
                          std::string_view environment) {
  HugoFiles result;
  result.root.kind = Value::Kind::mapping;
  for (std::string_view name : base_names) {
    const auto path = find_base_file(files, folder, name);
    if (!path) continue;
    if (auto value = parse_file(read, *path, result)) merge(result.root, std::move(*value));
    break;
  }
  // Merged among themselves first: a mapping that one of them replaces by a scalar and the next by a mapping
  // again still adds to that of the base file.
  Value settings_of_folders;
  settings_of_folders.kind = Value::Kind::mapping;
  for (std::string_view name : {std::string_view("_default"), environment}) {
    const auto settings = join_path(in_folder(folder, "config"), name);
    if (!settings || name.empty()) continue;
    for (const std::string& path : files.below(*settings)) {
      if (auto value = parse_file(read, path, result))
        merge(settings_of_folders, place(path, std::move(*value)));
    }
  }
  merge(result.root, std::move(settings_of_folders));
  return result;
}

bool is_site_root(const FileTree& files, std::string_view folder) {
  return holds_hugo_configuration([&](std::string_view name) {
    const std::string path = in_folder(folder, name);
    const std::span<const std::string> below = files.below(path);
    const auto is_setting = [](const std::string& file) { return format_of(file).has_value(); };
    if (name.find('/') != name.npos) return std::any_of(below.begin(), below.end(), is_setting);
    return !below.empty() || files.has_file(path);
  });
}

}  // namespace rubric
