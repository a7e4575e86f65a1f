// How it works: cmark resolved the references to link definitions, and told by ordinal which one each found.
// Footnotes are resolved here, by labels that are compared as link labels are (CommonMark 6.6: case folded,
// white space collapsed).

#include "markdown/references.h"

#include <cmark-gfm.h>
#include <cmark-gfm/utf8.h>

#include "markdown/arena.h"

namespace rubric {
namespace {

std::string normalized(std::string_view label) {
  cmark_strbuf folded;
  cmark_strbuf_init(page_arena(), &folded, static_cast<bufsize_t>(label.size()) + 1);
  cmark_utf8proc_case_fold(&folded, reinterpret_cast<const uint8_t*>(label.data()),
                           static_cast<bufsize_t>(label.size()));
  cmark_strbuf_trim(&folded);
  cmark_strbuf_normalize_whitespace(&folded);
  return {reinterpret_cast<const char*>(folded.ptr), static_cast<size_t>(folded.size)};
}

}  // namespace

void ReferenceTargets::add_footnote(std::string_view label, NodeId definition) {
  footnotes_.emplace(normalized(label), definition);
}

void ReferenceTargets::resolve(TreeParts& parts, NodeId root, std::string_view text) const {
  for (NodeId id = root; id < parts.nodes.size(); ++id) {
    const Node& node = parts.nodes[id];
    if (node.kind == NodeKind::footnote_reference) {
      // A label over several lines finds nothing, as a definition's label is on one.
      const auto found = footnotes_.find(normalized(slice(text, node.content)));
      if (found != footnotes_.end()) parts.links[node.detail].definition = found->second;
    } else if (node.form == LinkForm::reference) {
      LinkDetail& reference = parts.links[node.detail];
      const size_t ordinal = reference.definition - 1;
      reference.definition = ordinal < definitions_.size() ? definitions_[ordinal] : 0;
      if (reference.definition == 0) continue;
      const LinkDetail& definition = parts.links[parts.nodes[reference.definition].detail];
      reference.destination = definition.destination;
      reference.title = definition.title;
    }
  }
}

}  // namespace rubric
