// How it works: links, anchors and includes are found with strings of their own, then packed: one block of
// bytes holds all targets and ids of the page, so that a site of many thousand pages stays small.

#include "site/page.h"

#include <algorithm>
#include <cstring>
#include <unordered_map>

#include "site/anchors.h"
#include "site/html_samples.h"
#include "site/includes.h"
#include "site/links.h"
#include "site/openness.h"
#include "site/page_parameters.h"
#include "site/tag_spans.h"
#include "site/urls.h"
#include "text/span_cover.h"
#include "text/utf8.h"

namespace rubric {

namespace {

void place(Page& page, const SiteConfiguration& configuration) {
  page.kind = page_kind(page.path, configuration).value_or(PageKind::plain);
  if (page.kind == PageKind::content) page.language = content_file(page.path, configuration)->language;
  if (page.kind == PageKind::fragment) page.language = configuration.default_language;
}

// Copies strings one after the other into a block that is large enough.
struct Packer {
  char* at;
  std::string_view pack(std::string_view text) {
    if (!text.empty()) std::memcpy(at, text.data(), text.size());
    const std::string_view packed(at, text.size());
    at += text.size();
    return packed;
  }
};

bool is_special(char byte) {
  return byte == '<' || byte == '>' || byte == '&' || byte == '\'' || byte == '"' || byte == '+';
}

// Go's html/template turns `<`, `>`, `&`, quotes and `+` into character references: tags and quotes go, and
// an id holds what is left of the reference.
bool escapes_change_ids(const Document& document) {
  const Tree& tree = document.tree();
  if (!tree.of_kind(NodeKind::html_block).empty() || !tree.of_kind(NodeKind::html_inline).empty() ||
      !tree.of_kind(NodeKind::block_quote).empty())
    return true;
  for (const NodeId id : tree.of_kind(NodeKind::heading)) {
    const std::string_view text = document.source.slice(tree[id].span);
    if (std::any_of(text.begin(), text.end(), is_special)) return true;
  }
  return false;
}

// The places of all nodes of some kinds, but for tags that have a line for themselves and are HTML blocks
// only because they are masked.
SpanCover cover_of(const Document& document, std::initializer_list<NodeKind> kinds) {
  std::vector<Span> spans;
  const Tree& tree = document.tree();
  for (const NodeKind kind : kinds) {
    for (const NodeId id : tree.of_kind(kind)) {
      const bool masked_tag =
          kind == NodeKind::html_block && document.source.slice(tree[id].span).starts_with("{{");
      if (!masked_tag) spans.push_back(tree[id].span);
    }
  }
  return SpanCover(std::move(spans));
}

// In code a tag is a sample, and in a comment nobody sees it.
void add_tags(Page& page, const Document& document) {
  const SpanCover hidden =
      cover_of(document, {NodeKind::code_block, NodeKind::code, NodeKind::html_block, NodeKind::html_inline});
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.slip >= 0 || hidden.holds(call.open)) continue;
    page.tags.push_back({call.name, document.source.range(call.open)});
  }
}

// The size of a text in Link's eight bits.
uint8_t short_size(std::string_view text) {
  return static_cast<uint8_t>(std::min<size_t>(text.size(), 255));
}

Link pack_link(Packer& packer, const FoundLink& found, const Document& document) {
  Link link;
  link.kind = found.kind;
  link.miscounted = found.options.miscounted;
  link.unseen = found.options.unseen;
  link.language_size = short_size(found.options.language);
  link.output_format_size = short_size(found.options.output_format);
  link.target = packer.pack(found.target);
  packer.pack(std::string_view(found.options.language).substr(0, link.language_size));
  packer.pack(std::string_view(found.options.output_format).substr(0, link.output_format_size));
  link.range = document.source.range(found.span);
  return link;
}

void pack(Page& page, const Document& document, const std::vector<FoundLink>& links,
          const std::vector<FoundAnchor>& anchors) {
  size_t size = 0;
  for (const FoundLink& link : links)
    size += link.target.size() + short_size(link.options.language) + short_size(link.options.output_format);
  for (const FoundAnchor& anchor : anchors) size += anchor.id.size();
  const bool takes_part = !page.includes.empty() || page.kind == PageKind::fragment;
  if (takes_part) size += anchors.size();
  page.text = std::make_unique<char[]>(size);
  Packer packer{page.text.get()};
  page.links.reserve(links.size());
  for (const FoundLink& link : links) page.links.push_back(pack_link(packer, link, document));
  page.anchors.reserve(anchors.size());
  for (const FoundAnchor& anchor : anchors)
    page.anchors.push_back({packer.pack(anchor.id), document.source.position(anchor.offset)});
  if (!takes_part) return;
  std::string forms;
  for (const FoundAnchor& anchor : anchors) forms += anchor.form;
  page.id_forms = packer.pack(forms);
}

// `{% include "a.html" %}`, `{% include "a.md" ignore missing %}`
bool is_of_other_include(const Parameter& parameter) {
  const bool bare_word = parameter.name.empty() && parameter.span.size() == parameter.value.size();
  return parameter.value.ends_with(".html") ||
         (bare_word && (parameter.value == "missing" || parameter.value == "context"));
}

// `{% include "a.html" %}` is another language's tag where something shows it as code: a call that prints its
// inner text raw. The file of an include of Liquid's or Jinja's is HTML.
bool is_other_language(const Document& document, const Slip& slip) {
  if (!slip.resembles_template || slip.fails_build) return false;
  if (slip.call < 0) return false;
  const std::vector<Shortcode>& calls = document.shortcodes.calls;
  const Shortcode& call = calls[static_cast<size_t>(slip.call)];
  const ShortcodeTemplate* around =
      call.parent < 0 ? nullptr : document.dialect.find(calls[static_cast<size_t>(call.parent)].name);
  if (around != nullptr && around->inner == InnerText::raw) return true;
  return std::any_of(call.parameters.begin(), call.parameters.end(), is_of_other_include);
}

// Keeps the slips that are mistakes (in code a tag that Hugo would only print is a sample, but in a block of
// it shortcodes run, so what is evidently mistyped there was to run), and points the includes in them to
// their new places.
void add_slips(Page& page, const Document& document) {
  const std::vector<Slip>& slips = document.shortcodes.slips;
  if (slips.empty()) return;
  const SpanCover code = cover_of(document, {NodeKind::code});
  const SpanCover blocks = cover_of(document, {NodeKind::code_block});
  const SpanCover samples(html_samples(document.source.text()));
  std::vector<int32_t> places(slips.size(), -1);
  for (size_t index = 0; index < slips.size(); ++index) {
    const Slip& slip = slips[index];
    const bool in_sample =
        code.holds(slip.tag) || samples.holds(slip.tag) || (blocks.holds(slip.tag) && !slip.unmistakable);
    if (in_sample && !slip.fails_build) continue;
    if (is_other_language(document, slip)) continue;
    places[index] = static_cast<int32_t>(page.slips.size());
    SlipFact fact;
    fact.range = document.source.range(slip.span);
    fact.written = document.source.slice(slip.span);
    fact.meant = slip.meant;
    fact.name = slip.name;
    const ShortcodeTemplate* shortcode = document.dialect.find(slip.name);
    fact.known = shortcode != nullptr;
    // The closing tag of an include may come to life only together with the opening one.
    const bool closes_include = slip.call < 0 && shortcode != nullptr && shortcode->include;
    fact.may_fail = shortcode != nullptr && (shortcode->may_fail || closes_include);
    fact.closed = slip.call < 0 || document.shortcodes.calls[static_cast<size_t>(slip.call)].closed;
    fact.closes_nothing = slip.closes_nothing;
    const Parameter* ref =
        slip.call < 0
            ? nullptr
            : ref_parameter(document.shortcodes.calls[static_cast<size_t>(slip.call)], document.dialect);
    const bool alone =
        ref != nullptr && document.shortcodes.calls[static_cast<size_t>(slip.call)].parameters.size() == 1;
    if (alone) fact.ref = ref->value;
    fact.fails_build = slip.fails_build;
    fact.needs_target = slip.needs_target;
    fact.delimiter_guessed = slip.delimiter_guessed;
    fact.repairs = slip.repairs;
    page.slips.push_back(std::move(fact));
  }
  std::erase_if(page.includes, [&](Include& include) {
    if (include.slip < 0) return false;
    include.slip = places[static_cast<size_t>(include.slip)];
    return include.slip < 0;
  });
}

std::vector<UnverifiedShortcode> find_unverified(const Document& document) {
  std::vector<UnverifiedShortcode> found;
  if (document.dialect.templates_complete || !document.dialect.shortcodes) return found;
  std::unordered_map<std::string_view, size_t> places;
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.slip >= 0 || call.name.ends_with(".inline") || document.dialect.find(call.name) != nullptr)
      continue;
    const auto [place, is_new] = places.try_emplace(call.name, found.size());
    if (is_new) found.push_back({call.name, document.source.range(call.name_span), 0});
    ++found[place->second].count;
  }
  return found;
}

MistakenStart mistaken_start(const Document& document, PageKind kind,
                             const SiteConfiguration& configuration) {
  const MistakenStart start = document.front_matter.mistaken;
  const bool html_lives = document.dialect.hugo >= HugoVersion{0, 123, 0};
  if (kind != PageKind::content || configuration.ignores_files ||
      (start == MistakenStart::html && html_lives))
    return MistakenStart::nothing;
  return start;
}

std::unique_ptr<AddressPlaces> find_addresses(const Document& document) {
  const Value& root = document.front_matter.root;
  const Value* url = root.find("url");
  const Value* slug = root.find("slug");
  const Value* aliases = root.find("aliases");
  if (!root.is_mapping() || (url == nullptr && slug == nullptr && aliases == nullptr)) return nullptr;
  auto places = std::make_unique<AddressPlaces>();
  if (url != nullptr) places->url = document.source.range(url->span);
  if (slug != nullptr) places->slug = document.source.range(slug->span);
  if (aliases == nullptr) return places;
  const auto add = [&](const Value& alias) {
    if (!alias.scalar.empty()) places->aliases.push_back(document.source.range(alias.span));
  };
  add(*aliases);
  for (const Value& alias : aliases->items) add(alias);
  return places;
}

}  // namespace

Page read_page_head(std::string_view path, const FrontMatter& front_matter,
                    const SiteConfiguration& configuration) {
  Page page;
  page.path = path;
  place(page, configuration);
  page.publication = read_publication(front_matter.root, page.path, configuration.of_language(page.language));
  page.has_front_matter = front_matter.present;
  page.head_only = true;
  return page;
}

Page read_page(const Document& document, const SiteConfiguration& configuration) {
  Page page = read_page_head(document.path, document.front_matter, configuration);
  page.head_only = false;
  const TagSpans tags(document.shortcodes);
  const std::vector<FoundLink> links =
      find_links(document, tags, page.kind == PageKind::plain ? nullptr : &configuration);
  const PageAnchors anchors = find_anchors(document, tags, configuration.hosting);
  const auto& calls = document.shortcodes.calls;
  page.open = anchors.open || std::any_of(calls.begin(), calls.end(), [&](const Shortcode& call) {
                return may_write_ids(call, document.dialect);
              });
  page.includes = find_includes(document, anchors.anchors);
  page.unverified = find_unverified(document);
  page.parameters = find_parameters(document, page.kind, configuration);
  page.addresses = find_addresses(document);
  page.suppressions = find_suppressions(document);
  add_slips(page, document);
  page.mistaken_start = mistaken_start(document, page.kind, configuration);
  const std::string_view text = document.source.text();
  page.has_byte_order_mark = byte_order_mark_size(text) != 0;
  page.has_crlf = text.substr(0, std::min(text.find('\n'), text.size())).ends_with('\r');
  if (page.kind == PageKind::fragment) {
    add_tags(page, document);
    page.escapes_change_ids = escapes_change_ids(document);
  }
  pack(page, document, links, anchors.anchors);
  return page;
}

}  // namespace rubric
