// Configurations of projects and themes, made at random in all formats and places, merged by us and by
// `hugo config`, which prints what it made of them.

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <random>

#include <catch2/catch.hpp>

#include "site/configuration_merge.h"
#include "site/hugo_files.h"
#include "temporary_folder.h"
#include "text/ascii.h"

using namespace rubric;

namespace {

constexpr unsigned cases = 30;

// Hugo's variables would be merged in, too.
std::string run(const std::string& command) {
  std::string out;
  FILE* pipe = popen(("env -i HOME=/nonexistent HUGO_CACHEDIR=/tmp PATH=\"$PATH\" " + command).c_str(), "r");
  if (!pipe) return out;
  for (char bytes[4096]; const size_t got = fread(bytes, 1, sizeof bytes, pipe);) out.append(bytes, got);
  pclose(pipe);
  return out;
}

// Go's way to print a value.
std::string printed(const Value& value) {
  std::string out;
  if (value.is_mapping()) {
    std::map<std::string, std::string> members;
    for (const Member& member : value.members) members[lower_case(member.key)] = printed(member.value);
    for (const auto& [key, text] : members) out += (out.empty() ? "" : " ") + key + ":" + text;
    return "map[" + out + "]";
  }
  if (!value.is_sequence()) return value.scalar;
  for (const Value& item : value.items) out += (out.empty() ? "" : " ") + printed(item);
  return "[" + out + "]";
}

struct Generator {
  std::mt19937 random;

  int below(int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); }

  // A mapping of some of a few keys; `_merge` among them now and then.
  Value mapping(int depth) {
    Value result;
    result.kind = Value::Kind::mapping;
    for (const char* key : {"a", "B", "params", "d"}) {
      if (below(2) == 0) continue;
      Value value;
      if (depth > 0 && below(2) == 0) {
        value = mapping(depth - 1);
      } else {
        value.kind = Value::Kind::string;
        value.scalar = "v" + std::to_string(below(100));
      }
      result.members.push_back({key, {}, std::move(value)});
    }
    if (below(4) == 0) result.members.push_back({"_merge", {}, strategy()});
    return result;
  }

  // Hugo parses these, so they are types of media.
  Value media_types() {
    Value result;
    result.kind = Value::Kind::mapping;
    for (const char* key : {"text/a", "text/b"}) {
      Value type;
      type.kind = Value::Kind::mapping;
      Value suffixes;
      suffixes.kind = Value::Kind::string;
      suffixes.scalar = "v" + std::to_string(below(100));
      type.members.push_back({"suffixes", {}, std::move(suffixes)});
      if (below(2) == 0) result.members.push_back({key, {}, std::move(type)});
    }
    return result;
  }

  Value strategy() {
    Value value;
    value.kind = Value::Kind::string;
    value.scalar = std::vector<const char*>{"none", "shallow", "deep"}[static_cast<size_t>(below(3))];
    return value;
  }

  Value root(bool project) {
    Value result;
    result.kind = Value::Kind::mapping;
    for (const std::string_view key : {"params", "markup", "Permalinks", "mediaTypes", "own"}) {
      if (below(3) == 0) continue;
      result.members.push_back(
          {std::string(key), {}, key == "mediaTypes" ? media_types() : mapping(key == "Permalinks" ? 0 : 2)});
    }
    if (project && below(3) == 0) result.members.push_back({"_merge", {}, strategy()});
    return result;
  }
};

std::string as_json(const Value& value) {
  if (!value.is_mapping()) return "\"" + value.scalar + "\"";
  std::string out;
  for (const Member& member : value.members)
    out += (out.empty() ? "\"" : ", \"") + member.key + "\": " + as_json(member.value);
  return "{" + out + "}";
}

std::string as_toml(const Value& value, const std::string& path = "") {
  std::string scalars, tables;
  for (const Member& member : value.members) {
    const std::string inner = (path.empty() ? "" : path + ".") + "'" + member.key + "'";
    if (member.value.is_mapping()) {
      tables += "[" + inner + "]\n" + as_toml(member.value, inner);
    } else {
      scalars += member.key + " = '" + member.value.scalar + "'\n";
    }
  }
  return scalars + tables;
}

struct Case {
  TemporaryFolder folder;
  std::map<std::string, std::string> files;

  void add(Generator& generator, const std::string& stem, const Value& value) {
    const int format = generator.below(3);
    // JSON is YAML.
    const std::string name = stem + (format == 0 ? ".toml" : format == 1 ? ".yaml" : ".json");
    files[name] = format == 0 ? as_toml(value) : as_json(value);
    folder.write(name, files[name]);
  }
};

void make(Case& site, Generator& generator) {
  Value project = generator.root(true);
  site.add(generator, "config/_default/own", generator.mapping(1));
  site.add(generator, generator.below(2) == 0 ? "hugo" : "config", project);
  if (generator.below(2) == 0) site.add(generator, "config/_default/markup", generator.mapping(1));
  if (generator.below(2) == 0) site.add(generator, "config/review/params", generator.mapping(1));
  if (generator.below(2) == 0) site.add(generator, "config/review/hugo", generator.root(false));
  site.files["config/_default/config.yaml"] = "theme: [t, u]\n";
  site.folder.write("config/_default/config.yaml", site.files["config/_default/config.yaml"]);
  site.add(generator, "themes/t/hugo", generator.root(false));
  site.add(generator, "themes/u/config", generator.root(false));
  if (generator.below(2) == 0) site.add(generator, "themes/u/config/_default/params", generator.mapping(1));
}

Value merged(const Case& site, const std::string& environment) {
  std::vector<std::string> paths;
  for (const auto& [path, text] : site.files) paths.push_back(path);
  const FileTree tree(paths);
  const ReadFile read = [&](std::string_view path) -> std::optional<std::string> {
    const auto found = site.files.find(std::string(path));
    return found == site.files.end() ? std::nullopt : std::optional(found->second);
  };
  Value root = read_hugo_files(tree, read, "", environment).root;
  merge_configurations(root, find_modules(tree, read, "", root, environment).found);
  return root;
}

// What stands behind "key = " or, where the project's file is YAML, "key: ".
std::string line_of(const std::string& output, const std::string& key) {
  for (const std::string& beginning : {"\n" + key + " = ", "\n" + key + ": "}) {
    const size_t at = ("\n" + output).find(beginning);
    if (at == std::string::npos) continue;
    const size_t begin = at + beginning.size() - 1;
    return output.substr(begin, output.find('\n', begin) - begin);
  }
  return "";
}

}  // namespace

TEST_CASE("Configurations are merged as hugo config says") {
  if (run("hugo version 2>/dev/null").find("hugo v0.111.") == std::string::npos) {
    WARN("skipped: needs hugo 0.111, whose `hugo config` prints what it merged");
    return;
  }
  for (unsigned seed = 0; seed < cases; ++seed) {
    Generator generator{std::mt19937(seed)};
    Case site;
    make(site, generator);
    const std::string environment = generator.below(2) == 0 ? "review" : "production";
    const std::string output =
        run("hugo config --environment " + environment + " --source '" + site.folder.path + "' 2>&1");
    const Value ours = merged(site, environment);
    for (const std::string key : {"params", "markup", "permalinks", "mediatypes", "own"}) {
      const Value* value = ours.find(key);
      std::string expected = line_of(output, key);
      if (expected == "map[]") expected.clear();
      std::string all;
      for (const auto& [path, text] : site.files) all += path + ": " + text + "\n";
      INFO("seed " << seed << ", " << environment << ", " << key << "\n" << all << output);
      const std::string found = value ? printed(*value) : "";
      CHECK((found == "map[]" ? "" : found) == expected);
    }
  }
}
