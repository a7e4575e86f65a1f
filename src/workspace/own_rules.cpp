// How it works: the pages go through the loader of the built-in ones; what else an own page may not do is
// judged afterwards, at the line of the key.

#include "workspace/own_rules.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "lint/user_error.h"
#include "rules/rules.h"
#include "text/path.h"
#include "text/source.h"

namespace rubric {

namespace {

std::string as_code(std::string_view text) {
  return "`" + std::string(text) + "`";
}

bool is_page(std::string_view path) {
  return path.ends_with(".yaml") || path.ends_with(".yml");
}

// The path from the repository's root; nothing when it leads out of it.
std::optional<std::string> from_root(std::string_view folder, std::string_view path) {
  if (path.starts_with('/')) return std::nullopt;
  std::string joined = std::filesystem::path(path_below(folder, path)).lexically_normal().generic_string();
  while (joined.ends_with('/')) joined.pop_back();
  if (joined == ".") joined.clear();
  if (joined == ".." || joined.starts_with("../")) return std::nullopt;
  return joined;
}

// The pages at or below a path, sorted; a folder that is a link out of the repository lists none.
std::vector<std::string> pages_at(const FileSystem& files, const std::string& path) {
  std::vector<std::string> pages = files.list(path).files;
  if (pages.empty() && !path.empty()) {
    pages = files.list(folder_of(path)).files;
    std::erase_if(pages, [&](const std::string& page) { return page != path; });
  }
  std::erase_if(pages, [](const std::string& page) { return !is_page(page); });
  std::sort(pages.begin(), pages.end());
  return pages;
}

[[noreturn]] void fail_at_key(const RuleInfo& info, std::string_view yaml, std::string_view key,
                              const std::string& message) {
  const Source source{std::string(yaml)};
  const ParsedValue parsed = parse_value(source.text(), ValueFormat::yaml);
  for (const Member& member : parsed.root.members) {
    if (member.key == key) throw UserError(info.path, source.line_of(member.key_span.begin), message);
  }
  throw UserError(info.path, 0, message);
}

// What the names stand for that are taken.
using Names = std::map<std::string, std::string, std::less<>>;

Names built_in_names() {
  Names names = {{"all", "all rules"}};
  for (const RuleInfo& rule : built_in_rules()) {
    names.emplace(rule.id, "a built-in rule");
    names.emplace(rule.group, "a group of built-in rules");
    for (const std::string& alias : rule.aliases) names.emplace(alias, "another name of " + as_code(rule.id));
  }
  return names;
}

RuleInfo load_own_rule(const std::string& path, const std::string& yaml, Names& names) {
  RuleInfo info = load_rule_page(path, yaml);
  if (info.group.empty()) info.group = "own";
  if (info.check == Check::native) {
    fail_at_key(info, yaml, "check",
                "`check: native` is for rubric's own functions; name a kind of check such as `existence`");
  }
  const auto take = [&](std::string_view key, const std::string& name) {
    const auto [taken, is_new] = names.emplace(name, "the rule of " + path);
    if (!is_new)
      fail_at_key(info, yaml, key, "the name " + as_code(name) + " is taken: it is " + taken->second);
  };
  take("id", info.id);
  for (const std::string& alias : info.aliases) take("aliases", alias);
  return info;
}

}  // namespace

std::vector<RulePath> read_rule_paths(std::string_view path, std::string_view yaml) {
  std::vector<RulePath> paths;
  if (yaml.find("rule-paths") == std::string_view::npos) return paths;
  const Source source{std::string(yaml)};
  const ParsedValue parsed = parse_value(source.text(), ValueFormat::yaml);
  if (!parsed.errors.empty()) return paths;
  for (const Member& member : parsed.root.members) {
    if (member.key != "rule-paths" || member.value.kind == Value::Kind::null) continue;
    const std::vector<Value> one = {member.value};
    for (const Value& item : member.value.is_sequence() ? member.value.items : one) {
      const uint32_t line = source.line_of(item.span.begin);
      if (item.is_mapping() || item.is_sequence() || item.scalar.empty()) {
        throw UserError(std::string(path), line, "`rule-paths` must be a list of files and folders.");
      }
      paths.push_back({item.scalar, line});
    }
  }
  return paths;
}

std::vector<RuleInfo> load_own_rules(const FileSystem& files, std::string_view folder,
                                     const std::vector<RulePath>& paths, std::string_view configuration) {
  Names names = built_in_names();
  std::vector<RuleInfo> rules;
  std::vector<std::string> done;
  for (const RulePath& asked : paths) {
    const std::optional<std::string> path = from_root(folder, asked.path);
    const auto fail = [&](const std::string& message) {
      throw UserError(std::string(configuration), asked.line, message);
    };
    if (!path) fail(as_code(asked.path) + " leads out of the repository; rules are read from inside only.");
    const std::vector<std::string> pages = pages_at(files, *path);
    if (pages.empty())
      fail("There is no rule page (*.yaml) at " + as_code(asked.path) +
           ", or it leads out of the repository.");
    for (const std::string& page : pages) {
      if (std::find(done.begin(), done.end(), page) != done.end()) continue;
      done.push_back(page);
      const std::optional<std::string> yaml = files.read(page);
      if (!yaml)
        throw UserError(page, 0, "The rule page cannot be read, or is a link that leaves the repository.");
      rules.push_back(load_own_rule(page, *yaml, names));
    }
  }
  return rules;
}

RuleTable with_built_in_rules(std::vector<RuleInfo> own) {
  auto table = std::make_shared<std::vector<RuleInfo>>(built_in_rules().begin(), built_in_rules().end());
  std::move(own.begin(), own.end(), std::back_inserter(*table));
  std::sort(table->begin(), table->end(),
            [](const RuleInfo& left, const RuleInfo& right) { return left.id < right.id; });
  return table;
}

}  // namespace rubric
