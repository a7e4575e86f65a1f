#pragma once

#include "shortcode/dialect.h"
#include "shortcode/tag.h"
#include "shortcode/written_delimiters.h"

namespace rubric {

/// What speaks for a mistyped tag beside its delimiters.
struct Evidence {
  bool known = false;       ///< its name is a shortcode's
  bool own = false;         ///< its name is one that the site or its theme made up
  bool likely = false;      ///< known, or a path that some include may take
  bool path = false;        ///< a parameter is the path of a file in a folder
  bool quoted = false;      ///< a parameter stands in quotes
  bool parameters = false;  ///< there are any
  bool closed = false;      ///< by its own `/`
  bool glued = false;       ///< nothing but the name stands between the delimiters
};
Evidence evidence_of(const Tag& tag, const Dialect& dialect);

/// Whether a tag with that much evidence is a slip, where its delimiters are `left` and `right`;
/// `right_complete` when the right one is as it should be.
bool is_enough(const WrittenLeft& left, const WrittenDelimiter& right, bool right_complete,
               const Evidence& evidence);

/// Whether a slip is one in a code sample, too: a sign or a brace was mistaken for another, as in
/// `{{$ x "a" %}}`, or a brace is missing. Who wants to show a tag puts blanks, backslashes or references
/// into it, or changes both halves alike.
bool is_unmistakable(const WrittenLeft& left, const WrittenDelimiter& right, bool right_complete,
                     const Evidence& evidence);

/// Whether the tag is a slip if its signs stand outside of its braces: `<{{ x "a" }}>`.
bool may_have_signs_outside(const WrittenLeft& left, const WrittenDelimiter& right, const Tag& tag,
                            const Evidence& evidence);

/// `{{ x a="b" }}` and `{{ include "a/b.md" }}`: no sign at all, as in many a template language, but in none
/// of Go's, Jinja's or Vue's do parameters look so. A path must lead to a file besides.
bool is_bare_call(const WrittenLeft& left, const WrittenDelimiter& right, const Tag& tag,
                  const Evidence& evidence, const Dialect& dialect);

}  // namespace rubric
