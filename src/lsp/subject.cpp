// How it works: tags come first, since they stand in Markdown and not the other way round; then the facts of
// links, which know their destination, and the Tree for the rest of a link; then headings.

#include "lsp/subject.h"

#include <algorithm>

#include "site/destinations.h"
#include "text/path.h"

namespace rubric {

namespace {

bool touches(Span span, uint32_t offset) {
  return span.begin <= offset && offset <= span.end;
}

// The call in whose opening or closing tag the place is. Tags stand in tags only where a text is read twice.
const Shortcode* call_at(const Document& document, uint32_t offset) {
  for (const auto* calls : {&document.shortcodes.reread, &document.shortcodes.calls}) {
    for (const Shortcode& call : *calls) {
      const bool in_close = !call.close.empty() && touches(call.close, offset);
      if (touches(call.open, offset) || in_close) return &call;
    }
  }
  return nullptr;
}

const Link* link_within(const Page& page, Span span) {
  for (const Link& link : page.links) {
    if (span.begin <= link.range.span.begin && link.range.span.end <= span.end) return &link;
  }
  return nullptr;
}

const Include* include_within(const Page& page, Span span) {
  for (const Include& include : page.includes) {
    if (span.contains(include.range.span)) return &include;
  }
  return nullptr;
}

Subject subject_in_tag(const PageView& page, const Shortcode& call, uint32_t offset) {
  const bool at_name = touches(call.name_span, offset);
  if (!at_name && touches(call.open, offset)) {
    if (const Include* include = include_within(page.page, call.open))
      return {Subject::Kind::include, include->range.span, nullptr, include, &call};
    if (const Link* link = link_within(page.page, call.open))
      return {Subject::Kind::link, link->range.span, link, nullptr, &call};
  }
  const bool in_close = !call.close.empty() && touches(call.close, offset) && !at_name;
  return {Subject::Kind::shortcode, in_close ? call.close_name : call.name_span, nullptr, nullptr, &call};
}

// The innermost link or image of the Tree around a place.
const Node* link_node_at(const Tree& tree, uint32_t offset) {
  const Node* innermost = nullptr;
  for (const NodeKind kind : {NodeKind::link, NodeKind::image}) {
    for (const NodeId id : tree.of_kind(kind)) {
      const Node& node = tree[id];
      if (touches(node.span, offset) && (innermost == nullptr || innermost->span.contains(node.span)))
        innermost = &node;
    }
  }
  return innermost;
}

Subject link_at(const PageView& page, uint32_t offset) {
  for (const Link& link : page.page.links) {
    if (touches(link.range.span, offset)) return {Subject::Kind::link, link.range.span, &link};
  }
  const Tree& tree = page.document.tree();
  const Node* node = link_node_at(tree, offset);
  if (node == nullptr) return {};
  const bool written_out = node->form == LinkForm::inlined || node->form == LinkForm::reference;
  const Span destination = written_out ? tree.link(*node).destination : node->span;
  const Link* link = link_within(page.page, destination);
  return link == nullptr ? Subject{} : Subject{Subject::Kind::link, node->span, link};
}

Subject heading_at(const Tree& tree, uint32_t offset) {
  for (const NodeId id : tree.of_kind(NodeKind::heading)) {
    if (!touches(tree[id].span, offset)) continue;
    Subject subject{Subject::Kind::heading, tree[id].content};
    subject.heading = id;
    return subject;
  }
  return {};
}

// The file that a link found which leads to no page: below static, or beside the page.
std::optional<Target> file_of(const PageView& page, const Link& link) {
  std::string path = parse_destination(link.target).path;
  const SiteConfiguration& configuration = page.site.configuration();
  std::vector<std::string_view> folders;
  if (path.starts_with('/')) {
    if (path.starts_with(configuration.base_path)) path.erase(0, configuration.base_path.size() - 1);
    for (const auto* mounts : {&configuration.statics, &configuration.content, &configuration.assets}) {
      for (const Mount& mount : *mounts) folders.push_back(mount.source);
    }
    if (page.page.kind == PageKind::plain) folders.emplace_back("");
  } else {
    folders.push_back(folder_of(page.path));
  }
  for (const std::string_view folder : folders) {
    std::optional<std::string> file = join_path(folder, path);
    if (file && page.site.files().has_file(*file)) return Target{*std::move(file)};
  }
  return std::nullopt;
}

// Where an id of a page stands: in its own text, or in one that it includes.
void find_anchor(const Site& site, std::string_view id, Target& target) {
  for (const Page* part : site.includes().with_included(*target.page)) {
    for (const Anchor& anchor : part->anchors) {
      if (anchor.id != id) continue;
      target.path = part->path;
      target.position = anchor.position;
      target.anchored = true;
      return;
    }
  }
}

}  // namespace

Subject subject_at(const PageView& page, uint32_t offset) {
  if (const Shortcode* call = call_at(page.document, offset)) return subject_in_tag(page, *call, offset);
  if (const Subject link = link_at(page, offset); link.kind != Subject::Kind::none) return link;
  return heading_at(page.document.tree(), offset);
}

std::optional<Target> target_of(const PageView& page, const Link& link) {
  const Resolution resolution = page.site.resolve(page.page, link);
  if (resolution.page == nullptr)
    return resolution.outcome == Outcome::found ? file_of(page, link) : std::nullopt;
  Target target{resolution.page->path, {1, 1}, resolution.page};
  const std::string fragment = parse_destination(link.target).fragment;
  if (!fragment.empty()) find_anchor(page.site, fragment, target);
  return target;
}

std::optional<Target> target_of(const PageView& page, const Include& include) {
  IncludeResolution resolution = page.site.resolve(page.page, include);
  if (!resolution.found) return std::nullopt;
  const Page* included = page.site.page_at(resolution.path);
  return Target{std::move(resolution.path), {1, 1}, included};
}

std::optional<Target> target_of(const PageView& page, const Shortcode& call) {
  const ShortcodeTemplate* shortcode = page.document.dialect.find(call.name);
  if (shortcode == nullptr || shortcode->path.empty()) return std::nullopt;
  return Target{shortcode->path};
}

std::optional<Target> target_of(const PageView& page, const Subject& subject) {
  switch (subject.kind) {
    case Subject::Kind::link:
      return target_of(page, *subject.link);
    case Subject::Kind::include:
      return target_of(page, *subject.include);
    case Subject::Kind::shortcode:
      return target_of(page, *subject.call);
    case Subject::Kind::heading:
    case Subject::Kind::none:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace rubric
