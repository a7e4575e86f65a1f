#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/hugo_site.h"
#include "conformance/page_generator.h"
#include "markdown/document.h"
#include "shortcode/dialect.h"

namespace rubric {

/// The dialect of page_site(), read from its files, for that release.
Dialect page_dialect(HugoVersion hugo);

/// What rubric says of a page.
struct RubricVerdict {
  bool fails = false;             ///< Hugo's build fails
  std::string findings;           ///< shortcodes, slips and errors, for people
  std::set<std::string> slips;    ///< the text of every tag that is text to Hugo
  std::set<std::string> printed;  ///< of those, the tags that reach the page
  std::set<std::string> calls;  ///< the parameters, as Go prints them, of every call with an id that must run
  std::set<std::string> printing;  ///< of those, the calls whose output reaches the page
  std::string_view limit;          ///< see limits.h
};
RubricVerdict judge_page(const std::string& text, const Dialect& dialect);

/// What the page that Hugo wrote shows.
struct PageOutput {
  std::set<std::string> ran;      ///< the parameters of calls that ran
  std::set<std::string> printed;  ///< ids that stand in it as text
};
PageOutput read_output(std::string_view html);

/// Where the two verdicts differ; empty when they agree.
std::string disagreement(const GeneratedPage& page, const RubricVerdict& rubric, const HugoVerdict& hugo);

}  // namespace rubric
