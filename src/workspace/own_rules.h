#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/rule.h"
#include "workspace/file_system.h"

namespace rubric {

/// An entry of `rule-paths:`: a rule's page or a folder of them, from the folder of the configuration.
struct RulePath {
  std::string path;
  uint32_t line = 0;  ///< in the configuration, 1-based; 0 when the command line names it
};

/// The rules of a project: the built-in ones and its own, sorted by id.
using RuleTable = std::shared_ptr<const std::vector<RuleInfo>>;

/// What `rule-paths:` of a `.rubric.yaml` says; nothing where it does not parse, which read_configuration
/// tells. Throws UserError when the key is no list of texts. `path` is for messages.
std::vector<RulePath> read_rule_paths(std::string_view path, std::string_view yaml);

/// Loads the rule pages (`*.yaml`, `*.yml`) that the paths name or that lie below them, in the order of their
/// paths. `folder` is where the paths count from, repository-relative; `configuration` is for messages.
/// Throws UserError for a path that leads out of the repository, also by a link, or to no page, for a page
/// that is not valid, says `check: native`, or has an id or alias that is taken. UserError::path is
/// repository-relative, save for `configuration`.
std::vector<RuleInfo> load_own_rules(const FileSystem& files, std::string_view folder,
                                     const std::vector<RulePath>& paths, std::string_view configuration);

/// The built-in rules together with own ones.
RuleTable with_built_in_rules(std::vector<RuleInfo> own);

}  // namespace rubric
