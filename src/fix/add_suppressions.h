#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lint/diagnostic.h"
#include "markdown/document.h"
#include "text/edit.h"

namespace rubric {

/// How much of a page a new suppression may cover.
enum class SuppressionReach : uint8_t {
  line,  ///< the finding's line where a comment can stand beside it unseen, else the file
  file,  ///< the file: what did not do for the line
};

/// The edits, sorted, that put suppressions of these findings, all of the document's page, into it: comments
/// at the end of lines, in cells of tables and above blocks, and for the whole file at its end or in front
/// matter. Each names its rules and, behind a colon, the reason, unless that is empty. What the page looks
/// like stays. A rule that the file has been rid of already, or for which there is no place, gets none.
/// Linear in the page for each finding of the file at most, and mostly once.
std::vector<Edit> suppressing_edits(const Document& document, std::span<const Diagnostic> findings,
                                    std::string_view reason, SuppressionReach reach);

/// Whether a text can be a reason: one line that ends no comment and no cell of a table.
bool may_be_reason(std::string_view text);

}  // namespace rubric
