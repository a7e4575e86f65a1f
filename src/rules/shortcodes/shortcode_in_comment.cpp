// How it works: the comments of the page's HTML, then the calls that lie in one, outermost only.

#include <algorithm>
#include <vector>

#include "lint/context.h"
#include "shortcode/escape.h"

namespace rubric {

namespace {

void add_comments(std::string_view html, uint32_t offset, std::vector<Span>& comments) {
  for (size_t begin = html.find("<!--"); begin != html.npos; begin = html.find("<!--", begin)) {
    const size_t end = std::min(html.find("-->", begin + 2), html.size());
    comments.push_back({offset + static_cast<uint32_t>(begin), offset + static_cast<uint32_t>(end)});
    begin = end;
  }
}

std::vector<Span> html_comments(const Document& document) {
  std::vector<Span> comments;
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind))
      add_comments(document.source.slice(tree[id].span), tree[id].span.begin, comments);
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

}  // namespace

void shortcode_in_comment(PageContext& context) {
  const Document& document = context.document();
  const Shortcodes& shortcodes = document.shortcodes;
  if (shortcodes.calls.empty()) return;
  const std::vector<Span> comments = html_comments(document);
  uint32_t told = 0;  // where the last reported call ends
  for (size_t index = 0; index < shortcodes.calls.size() && !comments.empty(); ++index) {
    const Shortcode& call = shortcodes.calls[index];
    if (call.slip >= 0 || call.open.begin < told) continue;
    auto comment = std::upper_bound(comments.begin(), comments.end(), Span{call.open.begin, 0});
    if (comment == comments.begin() || !(--comment)->contains(call.span())) continue;
    told = call.span().end;
    Extras extras;
    if (std::vector<Edit> edits = escape_call(document.source.text(), shortcodes, index, document.dialect);
        !edits.empty())
      extras.fixes.push_back(context.fix("Escape it", Applicability::safe, std::move(edits)));
    context.report(call.open, {{"name", call.name}}, std::move(extras));
  }
}

}  // namespace rubric
