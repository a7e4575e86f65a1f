#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/feature.h"
#include "lsp/typed_place.h"

namespace rubric {

/// LSP's CompletionItemKind, as far as we use it.
enum class ProposalKind : uint32_t { function = 3, property = 10, value = 12, file = 17, reference = 18 };

/// Something to be put in the place of the word that is being typed.
struct Proposal {
  ProposalKind kind = ProposalKind::value;
  std::string text;          ///< what is put in
  std::string detail = {};   ///< shown beside it
  std::string label = {};    ///< shown for it; the text if empty
  std::string filter = {};   ///< what the typed word is compared with; the label if empty
  std::string snippet = {};  ///< the text with places to fill in, for editors that know snippets
  std::string file = {};     ///< repository-relative: a file whose first lines may be shown
};

/// What may stand at a place, the likeliest first.
struct Proposals {
  Span span;             ///< what they replace
  bool complete = true;  ///< false: more typing may bring others up
  std::vector<Proposal> items = {};
};

/// More are not sent; who types on gets others.
inline constexpr size_t most_proposals = 200;

/// Whether what is typed occurs in a text, letter case aside.
bool fits(std::string_view typed, std::string_view text);

/// Whether a word stands nowhere on the site but where it is being typed: no reason to propose it.
bool is_typed_just_now(const PageView& page, const TypedPlace& place, std::string_view word, uint32_t count);

/// A text in which nothing means something to a snippet.
std::string as_snippet(std::string_view text);

/// Pages, in the site's own way of linking, or ids behind `#`; files for images. `kind` is that of a `ref`
/// in its tag, else `inlined`.
Proposals link_proposals(const PageView& page, const TypedPlace& place, LinkKind kind);

/// The files that the shortcode of the tag can include.
Proposals include_proposals(const PageView& page, const TypedPlace& place);

/// Names of shortcodes, or of those that are to be closed; parameters and values as the site uses them.
Proposals shortcode_proposals(const PageView& page, const TypedPlace& place);

/// Keys of front matter and their values: Hugo's, and those in use on the site.
Proposals front_matter_proposals(const PageView& page, const TypedPlace& place);

}  // namespace rubric
