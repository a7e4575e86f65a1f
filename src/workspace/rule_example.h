#pragma once

#include <string>
#include <vector>

#include "lint/rule.h"
#include "workspace/own_rules.h"

namespace rubric {

/// What an example of a rule's page came to, against what it says.
struct ExampleDifference {
  std::string what;  ///< "reports", "fixed" or "fixed-unsafe"
  std::string expected;
  std::string actual;
};

/// Runs an example of a rule's page and returns what is not as it says. An example is the page
/// `content/page.md` of a small Hugo site, which has further:
///
///     hugo.yaml                         a title and the base URL https://example.org/
///     layouts/_shortcodes/include.html  `include "path"` pulls in a file below assets/
///     layouts/_shortcodes/note.html     takes inner text and renders it as Markdown
///     layouts/_shortcodes/badge.html    takes no inner text
///
/// `files:` of the example adds to these or replaces them. Of a rule that reads changes, the page is what
/// became of the files of `before:`, and only the change is checked. Only that rule runs, or for a rule that
/// looks at suppressions all that are on by default. `reports` are "line:column message", or
/// "path:line:column message" in another file of the example. After the safe fixes the page is `fixed` and
/// after all fixes `fixed-unsafe`, each required when there are such fixes; both lint clean.
///
/// `table` holds the rule; null when it is a built-in one.
std::vector<ExampleDifference> run_example(const RuleInfo& info, const Example& example,
                                           const RuleTable& table = nullptr);

}  // namespace rubric
