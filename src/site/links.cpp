// How it works: three sources (Tree, raw HTML, shortcodes) each append to one list, which is sorted by place.
// A reference link is judged at its definition, once, however often it is used.

#include "site/links.h"

#include <algorithm>

#include "site/destinations.h"
#include "site/html_attributes.h"

namespace rubric {

namespace {

void add(std::vector<FoundLink>& found, LinkKind kind, std::string target, Span span) {
  if (!parse_destination(target).external) found.push_back({kind, std::move(target), span});
}

LinkKind kind_of(const Node& node) {
  if (node.kind == NodeKind::image) return LinkKind::image;
  return node.form == LinkForm::reference ? LinkKind::reference : LinkKind::inlined;
}

void add_markdown_links(std::vector<FoundLink>& found, const Document& document, const TagSpans& tags) {
  const Tree& tree = document.tree();
  std::vector<std::pair<NodeId, LinkKind>> used;
  for (const NodeKind kind : {NodeKind::link, NodeKind::image}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Node& node = tree[id];
      // Autolinks and bare URLs have a scheme, or get one.
      if (node.form == LinkForm::autolink || node.form == LinkForm::bare) continue;
      const LinkDetail& link = tree.link(node);
      if (node.form == LinkForm::reference && link.definition != 0) {
        used.emplace_back(link.definition, kind == NodeKind::image ? LinkKind::image : LinkKind::definition);
        continue;
      }
      if (tags.overlap(link.destination)) continue;
      add(found, kind_of(node), unescape(document.source.slice(link.destination)), link.destination);
    }
  }
  std::sort(used.begin(), used.end());  // a link's use comes before an image's
  NodeId last = 0;
  for (const auto& [definition, kind] : used) {
    if (definition == last) continue;
    last = definition;
    const Span destination = tree.link(tree[definition]).destination;
    if (tags.overlap(destination)) continue;
    add(found, kind, unescape(document.source.slice(destination)), destination);
  }
}

// Character references are decoded, and nothing else: a backslash is no escape in HTML.
std::string decode_html(std::string_view value) {
  std::string doubled;
  for (const char byte : value) {
    if (byte == '\\') doubled += '\\';
    doubled += byte;
  }
  return unescape(doubled);
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

void add_html_links(std::vector<FoundLink>& found, const Document& document, const TagSpans& tags) {
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Span span = tree[id].span;
      const std::string_view html = parsed_slice(document, span);
      for (const HtmlAttribute& attribute : html_attributes(html, span.begin)) {
        const bool is_href = attribute.name == "href";
        if (!is_href && attribute.name != "src") continue;
        if (attribute.value.empty() || attribute.element == "base" || tags.overlap(attribute.value)) continue;
        const std::string_view value = document.source.slice(attribute.value);
        add(found, is_href ? LinkKind::html : LinkKind::html_file, decode_html(trimmed(value)),
            attribute.value);
      }
    }
  }
}

void add_refs(std::vector<FoundLink>& found, const Document& document) {
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.slip >= 0) continue;
    if (const Parameter* target = ref_parameter(call, document.dialect))
      add(found, LinkKind::ref, target->value, target->value_span);
  }
}

}  // namespace

const Parameter* ref_parameter(const Shortcode& call, const Dialect& dialect) {
  if ((call.name != "ref" && call.name != "relref") || call.parameters.size() != 1) return nullptr;
  // A template of the site's under that name may do anything.
  const ShortcodeTemplate* shortcode = dialect.find(call.name);
  if (shortcode == nullptr || !shortcode->path.empty()) return nullptr;
  const Parameter& parameter = call.parameters.front();
  return parameter.name.empty() || parameter.name == "path" ? &parameter : nullptr;
}

std::vector<FoundLink> find_links(const Document& document, const TagSpans& tags) {
  std::vector<FoundLink> found;
  add_markdown_links(found, document, tags);
  add_html_links(found, document, tags);
  add_refs(found, document);
  std::stable_sort(found.begin(), found.end(),
                   [](const FoundLink& left, const FoundLink& right) { return left.span < right.span; });
  return found;
}

}  // namespace rubric
