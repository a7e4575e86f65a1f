// How it works: three sources (Tree, raw HTML, shortcodes) each append to one list, which is sorted by place.
// A reference link is judged at its definition, once, however often it is used.

#include "site/links.h"

#include <algorithm>
#include <optional>

#include "shortcode/embedded.h"
#include "site/destinations.h"
#include "site/html_attributes.h"
#include "site/own_address.h"
#include "text/ascii.h"

namespace rubric {

namespace {

// The links of a page while they are being found.
struct Found {
  const SiteConfiguration* own;
  std::vector<FoundLink> links = {};

  void add(LinkKind kind, std::string target, Span span) {
    const bool other = is_external(target) && (own == nullptr || !own_address(target, *own));
    if (!other) links.push_back({kind, std::move(target), span, {}});
  }
};

LinkKind kind_of(const Node& node) {
  if (node.kind == NodeKind::image) return LinkKind::image;
  return node.form == LinkForm::reference ? LinkKind::reference : LinkKind::inlined;
}

// A bare URL as Goldmark reads it: it ends before letters of other scripts and before some signs.
uint32_t end_of_bare(std::string_view url) {
  constexpr std::string_view signs = "-@:%_+.~#$!?&/=();,'\">^{}[]`";
  const auto may_stand = [&](char byte) {
    const char small = static_cast<char>(byte | 0x20);
    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || signs.find(byte) != signs.npos;
  };
  size_t end = static_cast<size_t>(std::find_if_not(url.begin(), url.end(), may_stand) - url.begin());
  if (end == url.size()) return static_cast<uint32_t>(end);
  while (end > 0 && std::string_view("?!.,:*_~").find(url[end - 1]) != std::string_view::npos) --end;
  return static_cast<uint32_t>(end);
}

// Autolinks and bare URLs have a scheme, or get one, so they lead to other hosts or to the site's own.
void add_address(Found& found, const Document& document, const Node& node) {
  if (found.own == nullptr) return;
  const bool autolink = node.form == LinkForm::autolink;
  Span span = autolink ? Span{node.span.begin + 1, node.span.end - 1} : node.span;
  if (!autolink && document.dialect.shortcodes)
    span.end = span.begin + end_of_bare(document.source.slice(span));
  const std::string_view target = document.source.slice(span);
  if (own_address(target, *found.own))
    found.add(autolink ? LinkKind::autolink : LinkKind::bare, std::string(target), span);
}

// Goldmark takes `[x](…)` and `[ ](…)` in the first block of a list item for a task box and a text: up to
// some release wherever it stands, since then at the block's beginning.
bool is_task_box(const Document& document, NodeId id) {
  const Tree& tree = document.tree();
  const Node& link = tree[id];
  const std::string_view text = document.source.slice(link.content);
  if (!document.dialect.shortcodes || link.kind != NodeKind::link || text.size() != 1 ||
      std::string_view("xX \t").find(text) == text.npos)
    return false;
  NodeId block = link.parent;
  while (tree[block].kind >= NodeKind::text) block = tree[block].parent;
  const NodeId item = tree[block].parent;
  if (tree[item].kind != NodeKind::item || block != item + 1) return false;
  constexpr HugoVersion at_beginning_since{0, 146, 0};
  return document.dialect.hugo < at_beginning_since || link.span.begin == tree[block].content.begin;
}

void add_markdown_links(Found& found, const Document& document, const TagSpans& tags) {
  const Tree& tree = document.tree();
  std::vector<std::pair<NodeId, LinkKind>> used;
  for (const NodeKind kind : {NodeKind::link, NodeKind::image}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Node& node = tree[id];
      if (node.form == LinkForm::autolink || node.form == LinkForm::bare) {
        add_address(found, document, node);
        continue;
      }
      if (is_task_box(document, id)) continue;
      const LinkDetail& link = tree.link(node);
      if (node.form == LinkForm::reference && link.definition != 0) {
        used.emplace_back(link.definition, kind == NodeKind::image ? LinkKind::image : LinkKind::definition);
        continue;
      }
      if (tags.overlap(link.destination)) continue;
      found.add(kind_of(node), unescape(document.source.slice(link.destination)), link.destination);
    }
  }
  std::sort(used.begin(), used.end());  // a link's use comes before an image's
  NodeId last = 0;
  for (const auto& [definition, kind] : used) {
    if (definition == last) continue;
    last = definition;
    const Span destination = tree.link(tree[definition]).destination;
    if (tags.overlap(destination)) continue;
    found.add(kind, unescape(document.source.slice(destination)), destination);
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

void add_html_links(Found& found, const Document& document, const TagSpans& tags, std::string_view html,
                    uint32_t offset) {
  for (const HtmlAttribute& attribute : html_attributes(html, offset)) {
    const bool is_href = attribute.name == "href";
    if (!is_href && attribute.name != "src") continue;
    if (attribute.value.empty() || attribute.element == "base" || tags.overlap(attribute.value)) continue;
    const std::string_view value = document.source.slice(attribute.value);
    found.add(is_href ? LinkKind::html : LinkKind::html_file, decode_html(trimmed(value)), attribute.value);
  }
}

// Raw HTML of the page, unless Goldmark leaves it out.
void add_html_links(Found& found, const Document& document, const TagSpans& tags) {
  if (!document.dialect.goldmark.raw_html) return;
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Span span = tree[id].span;
      add_html_links(found, document, tags, parsed_slice(document, span), span.begin);
    }
  }
}

// The HTML comments of the page, sorted.
std::vector<Span> comments(const Document& document) {
  const Tree& tree = document.tree();
  std::vector<Span> found;
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const std::string_view html = document.source.slice(tree[id].span);
      for (size_t at = html.find("<!--"); at != html.npos;) {
        const size_t end = std::min(html.find("-->", at), html.size());
        const uint32_t begin = tree[id].span.begin;
        found.push_back({begin + static_cast<uint32_t>(at), begin + static_cast<uint32_t>(end)});
        at = html.find("<!--", end);
      }
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// Whether one of the sorted spans, which do not overlap, holds the tag.
bool holds(const std::vector<Span>& spans, Span tag) {
  const auto after = std::upper_bound(spans.begin(), spans.end(), tag);
  return after != spans.begin() && std::prev(after)->contains(tag);
}

// HTML in an inner text that the call prints as it is. What calls within calls make of theirs is left alone.
void add_printed_links(Found& found, const Document& document, const TagSpans& tags) {
  const std::vector<Shortcode>& calls = document.shortcodes.calls;
  std::optional<std::vector<Span>> hidden;
  for (size_t index = 0; index < calls.size(); ++index) {
    const Shortcode& call = calls[index];
    const bool nested = call.parent >= 0 ||
                        (index + 1 < calls.size() && calls[index + 1].parent == static_cast<int32_t>(index));
    if (nested || call.slip >= 0 || call.opener != Delimiter::angle || call.inner.empty()) continue;
    const ShortcodeTemplate* shortcode = document.dialect.find(call.name);
    if (shortcode == nullptr || !shortcode->passes_inner) continue;
    if (!hidden) hidden = comments(document);
    if (!holds(*hidden, call.open))
      add_html_links(found, document, tags, document.source.slice(call.inner), call.inner.begin);
  }
}

bool is_embedded_ref(const Shortcode& call, const Dialect& dialect) {
  return (call.name == "ref" || call.name == "relref") && is_embedded(call, dialect);
}

// Names are compared as Hugo does here, without regard to case.
std::string value_of(const Shortcode& call, std::string_view name) {
  for (const Parameter& parameter : call.parameters) {
    if (!parameter.name.empty() && equal_ignoring_case(parameter.name, name)) return parameter.value;
  }
  return {};
}

const Parameter* path_parameter(const Shortcode& call) {
  for (const Parameter& parameter : call.parameters) {
    if (parameter.name.empty() || equal_ignoring_case(parameter.name, "path")) return &parameter;
  }
  return nullptr;
}

void add_refs(Found& found, const Document& document) {
  std::optional<std::vector<Span>> hidden;
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.slip >= 0) continue;
    if (!is_embedded_ref(call, document.dialect)) continue;
    if (!hidden) hidden = comments(document);
    const std::vector<Parameter>& parameters = call.parameters;
    const bool positional = parameters.empty() || parameters.front().name.empty();
    const Parameter* target = path_parameter(call);
    RefOptions options;
    options.language = value_of(call, "lang");
    options.output_format =
        positional && parameters.size() == 2 ? parameters[1].value : value_of(call, "outputFormat");
    options.unseen = holds(*hidden, call.open);
    options.miscounted = positional && (parameters.empty() || parameters.size() > 2);
    if (target != nullptr ? !is_typed(*target) && !target->value.empty() : options.miscounted)
      found.links.push_back({LinkKind::ref, target ? target->value : "",
                             target ? target->value_span : call.name_span, options});
  }
}

}  // namespace

const Parameter* ref_parameter(const Shortcode& call, const Dialect& dialect) {
  return is_embedded_ref(call, dialect) ? path_parameter(call) : nullptr;
}

std::vector<FoundLink> find_links(const Document& document, const TagSpans& tags,
                                  const SiteConfiguration* own) {
  Found found{own};
  add_markdown_links(found, document, tags);
  add_html_links(found, document, tags);
  add_printed_links(found, document, tags);
  add_refs(found, document);
  std::stable_sort(found.links.begin(), found.links.end(),
                   [](const FoundLink& left, const FoundLink& right) { return left.span < right.span; });
  return std::move(found.links);
}

}  // namespace rubric
