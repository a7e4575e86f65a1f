#pragma once

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/hugo_site.h"
#include "conformance/page_generator.h"
#include "shortcode/dialect.h"

namespace rubric {

/// What rubric says of a page: what its rules find there in their standard configuration, and, since findings
/// do not tell what works, what the page's Document holds.
struct RubricVerdict {
  bool fails = false;  ///< some finding says that Hugo's build fails
  /// Where the first of these findings begins, and where the tag or the outermost call that it is about does:
  /// bytes of the page.
  size_t failure = 0, outermost = 0;
  /// The first of them is about a closing tag that has no opener, or about what closes the opener too early.
  bool blames_closer = false;
  std::string findings;           ///< of the rules, then shortcodes, slips and errors, for people
  std::set<std::string> slips;    ///< the text of every tag that is text to Hugo, but for samples in code
  std::set<std::string> samples;  ///< the same of those in code
  std::set<std::string> printed;  ///< of all these, the tags that reach the page
  std::set<std::string> calls;  ///< the parameters, as Go prints them, of every call with an id that must run
  std::set<std::string> printing;  ///< of those, the calls whose output reaches the page
  std::string_view limit;          ///< see limits.h
};

/// Lints the pages as a site of theirs and page_site()'s, for that release.
std::vector<RubricVerdict> judge_pages(std::span<const std::string> pages, HugoVersion hugo);

/// What the page that Hugo wrote shows.
struct PageOutput {
  std::set<std::string> ran;      ///< the parameters of calls that ran
  std::set<std::string> printed;  ///< ids that stand in it as text
};
PageOutput read_output(std::string_view html);

/// Where the two verdicts differ; empty when they agree. Positions are compared by this law:
///
/// Hugo 0.111.3 has a true position, in bytes, where it pairs tags and looks templates up: "failed to extract
/// shortcode" and "shortcode has no name" stand at the tag that is at fault, or at the outermost call around
/// it. All that its lexer refuses, closing tags without an opener among it, stands at 1:1. So where Hugo has
/// a position, rubric's first finding is about the tag or in the outermost call that begins exactly there. A
/// mistyped tag that Hugo takes for text does not count, and closes nothing: Hugo stops at its partner. Nor
/// does what fails when a template runs, for Hugo reads all pages before. Of more closing tags than openers
/// Hugo blames the last, and rubric may blame an earlier one whose name fits less, or the path without quotes
/// whose slash closed the opener.
std::string disagreement(const GeneratedPage& page, const RubricVerdict& rubric, const HugoVerdict& hugo);

}  // namespace rubric
