#pragma once

#include <string>
#include <string_view>

#include "markdown/document.h"
#include "site/anchors.h"
#include "site/code_hosting.h"

namespace rubric {

/// The id that a code host makes of the text of a heading, not yet numbered: lower case; of all else but
/// blanks and hyphens, letters, marks, decimal digits and connectors such as `_` stay; blanks become hyphens
/// (GitHub's html-pipeline, TableOfContentsFilter).
std::string github_heading_id(std::string_view text);

/// The same by GitLab's older rule (Gitlab::Utils::Markdown#string_to_anchor): no blanks at the ends, runs of
/// hyphens become one, and a number alone gets the prefix `anchor-`.
std::string gitlab_heading_id(std::string_view text);

/// Whether code hosts may take two ids for the same: equal but for letter case, and for the pictures, marks
/// and joiners on which hosts differ.
bool may_be_same_id(std::string_view left, std::string_view right);

/// Whether any two makers of ids may have made both of the same heading: their letters and digits are equal.
bool may_be_of_same_heading(std::string_view left, std::string_view right);

/// Adds the ids that code hosts give to the headings of a text, those in raw HTML among them. Where hosts or
/// their releases differ a heading has several.
void add_code_host_ids(PageAnchors& found, const Document& document, const CodeHosting& hosting);

}  // namespace rubric
