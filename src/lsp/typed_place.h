#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "markdown/document.h"

namespace rubric {

/// What is being typed at a place of a page, however unfinished the text around it is.
struct TypedPlace {
  enum class Kind : uint8_t {
    none,
    destination,   ///< of a Markdown link, a reference definition, `href` or `src`
    tag_name,      ///< the name in `{{< name`
    closing_name,  ///< the name in `{{< /name`
    parameter,     ///< a bare word in a tag: the name of a parameter, or a positional value
    value,         ///< a parameter's value, named or in quotes
    key,           ///< of front matter
    key_value,     ///< the value of a key
  };

  Kind kind = Kind::none;
  Span span;               ///< the word that is typed, before and behind the cursor: what a proposal replaces
  std::string typed = {};  ///< its part before the cursor
  bool image = false;      ///< of a destination
  bool ended = false;      ///< what ends it stands behind: `>}}` of a tag, the `:` of a key
  Delimiter delimiter = Delimiter::angle;  ///< of a tag
  std::string name = {};                   ///< of the tag's shortcode, or the key of front matter
  std::string parameter = {};  ///< of a value: its name; "0" for the first positional, also of a parameter
  std::vector<std::string> given = {};  ///< names of the tag's parameters before the cursor
  bool quoted = false;                  ///< a value in quotes
  bool toml = false;                    ///< of front matter: `key = value`
};

/// Reads what stands before the cursor; looks no further back than a screen of text.
TypedPlace typed_place(const Document& document, uint32_t cursor);

}  // namespace rubric
