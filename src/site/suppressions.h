#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"
#include "text/span.h"

namespace rubric {

/// Whose comment a suppression is. Those of other linters count for the rules that carry their names.
enum class SuppressionDialect : uint8_t { rubric, markdownlint, vale };

/// What a suppression covers. Lines are those where findings begin.
enum class SuppressionKind : uint8_t {
  file,       ///< the whole file, wherever it stands
  next_line,  ///< the next line, and the next that is not blank and holds no such comment
  line,       ///< the line where it ends
  disable,    ///< all that follows, up to an `enable`
  enable,     ///< ends what `disable` of the same names began; without names, of any
  capture,    ///< markdownlint's: keeps what is disabled here,
  restore,    ///< and goes back to it
  unknown,    ///< a comment that begins with `rubric-` and is none of these
};

/// A rule as a suppression names it, and where.
struct SuppressedName {
  std::string name;
  Range range;
};

/// A place where findings are switched off, or on again: a comment in the text, or `rubric: disable:` in
/// front matter.
struct Suppression {
  SuppressionDialect dialect = SuppressionDialect::rubric;
  SuppressionKind kind = SuppressionKind::disable;
  /// Certainly a comment. One in an inner text that a template prints as it likes may be a sample.
  bool certain = true;
  std::vector<SuppressedName> names;  ///< empty: all
  std::string word;                   ///< as written: "rubric-disable-line"
  Range range;                        ///< the comment, or the list in front matter
  uint32_t lines[2] = {0, 0};         ///< of next_line and line: those that it covers
  Span removal;  ///< what can be deleted with it without any effect on what readers see; empty if nothing
};

/// The suppressions of a page, by place:
///
///     <!-- rubric-disable-next-line RULE, RULE: reason -->   also -line, -file; no rule means all
///     <!-- rubric-disable RULE --> … <!-- rubric-enable RULE -->
///     rubric: {disable: [RULE]}                               in front matter, for the whole file
///     <!-- markdownlint-disable MD034 -->                     and its other forms
///     <!-- vale off -->, <!-- vale on -->, <!-- vale Style.Rule = NO -->, <!-- vale Style.Rule = YES -->
///
/// A comment in code is none. One in the inner text of a shortcode counts as well. Linear in the text.
std::vector<Suppression> find_suppressions(const Document& document);

}  // namespace rubric
