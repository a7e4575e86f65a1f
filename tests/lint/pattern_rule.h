#pragma once

#include <string>
#include <vector>

#include "lint/linter.h"

namespace rubric {

/// The findings of one pattern rule on a page of a site with the shortcodes `x` (takes no inner text) and
/// `note` (renders its inner text). `keys` is the rule's page from `check:` on; its message is `{match}`
/// unless the keys hold another.
inline std::vector<Diagnostic> lint_with(const std::string& keys, const std::string& text) {
  const bool has_message = keys.find("message:") != std::string::npos;
  const RuleInfo info =
      load_rule_page("rules/style/x.yaml", "id: x\nsummary: S.\nwhy: W.\n" +
                                               std::string(has_message ? "" : "message: '{match}'\n") + keys);
  Dialect dialect;
  dialect.shortcodes = true;
  dialect.templates["x"] = {};
  dialect.templates["note"].inner = InnerText::markdown;
  const Document document("a.md", text, dialect);
  const Linter linter({ActiveRule{&info, Severity::warning, {}}}, {});
  return linter.lint(document);
}

/// Those findings as "line:column message", parted by "; ".
inline std::string found_with(const std::string& keys, const std::string& text) {
  std::string found;
  for (const Diagnostic& finding : lint_with(keys, text)) {
    found += (found.empty() ? "" : "; ") + std::to_string(finding.range.begin.line) + ":" +
             std::to_string(finding.range.begin.column) + " " + finding.message;
  }
  return found;
}

}  // namespace rubric
