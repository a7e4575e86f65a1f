// How it works: a comment at the end of a line can come and go where the line is a paragraph's in any case:
// what it begins with, ends with and holds is no other block's. A comment that is a block of its own can
// where the blocks around it stay apart without it.

#include "markdown/comment_place.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace rubric {

namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == text.npos;
}

bool is_alphanumeric(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

// Behind a backslash the end of the line breaks it, `}` ends attributes, and other signs make blocks.
bool may_end_line(char byte) {
  return is_alphanumeric(byte) || std::string_view(".,;:!?)]\"'*_`>").find(byte) != std::string_view::npos;
}

// Whether blocks on both sides of a comment stay two blocks without it, blank lines apart.
bool stay_apart(NodeKind before, NodeKind after) {
  if (after == NodeKind::document) return true;  // nothing
  switch (before) {
    case NodeKind::list:
    case NodeKind::definition_list:
    case NodeKind::footnote_definition:
      return false;  // what follows may be indented, or a list that goes on
    case NodeKind::code_block:
      return after != NodeKind::code_block && after != NodeKind::attributes;
    default:
      return after != NodeKind::attributes;
  }
}

// The insides of what a comment would be a part of, without its borders.
SpanCover opaque_parts(const Document& document) {
  std::vector<Span> spans;
  const Tree& tree = document.tree();
  for (const NodeKind kind :
       {NodeKind::code, NodeKind::html_inline, NodeKind::link, NodeKind::image, NodeKind::footnote_reference})
    for (const NodeId id : tree.of_kind(kind)) spans.push_back(tree[id].span);
  for (const Shortcode& call : document.shortcodes.calls)
    for (const Span tag : {call.open, call.close}) spans.push_back(tag);
  std::erase_if(spans, [](Span span) { return span.size() < 2; });
  for (Span& span : spans) span = {span.begin + 1, span.end - 1};
  return SpanCover(std::move(spans));
}

SpanCover calls_of(const Document& document) {
  std::vector<Span> spans;
  for (const Shortcode& call : document.shortcodes.calls)
    spans.push_back({call.open.begin, std::max(call.open.end, call.close.end)});
  return SpanCover(std::move(spans));
}

// A line's text without the tags of shortcodes whose output takes their place once Markdown is done; nothing
// where a delimiter is left over.
std::optional<std::string> without_tags(std::string_view line) {
  std::string rest;
  while (true) {
    const size_t open = line.find("{{<");
    rest += line.substr(0, open);
    if (open == line.npos) break;
    const size_t close = line.find(">}}", open);
    if (close == line.npos) return std::nullopt;
    line.remove_prefix(close + 3);
  }
  if (rest.find("{{") != rest.npos || rest.find("}}") != rest.npos) return std::nullopt;
  return rest;
}

}  // namespace

CommentPlaces::CommentPlaces(const Document& document)
    : document_(document), opaque_(opaque_parts(document)), calls_(calls_of(document)) {
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::paragraph, NodeKind::table_cell})
    for (const NodeId id : tree.of_kind(kind)) leaves_.push_back({tree[id].span, kind});
  std::sort(leaves_.begin(), leaves_.end(),
            [](const Leaf& left, const Leaf& right) { return left.span < right.span; });
  if (tree.size() == 0) return;
  for (NodeId id = 1; id < tree[0].end; id = tree[id].end) blocks_.push_back(id);
}

const CommentPlaces::Leaf* CommentPlaces::leaf_at(uint32_t offset) const {
  const auto behind = std::partition_point(leaves_.begin(), leaves_.end(),
                                           [&](const Leaf& leaf) { return leaf.span.begin <= offset; });
  if (behind == leaves_.begin() || std::prev(behind)->span.end < offset) return nullptr;
  return &*std::prev(behind);
}

// Whether a call that begins in the leaf holds what is at `offset`: its template may print it as it is.
bool CommentPlaces::begins_call_around(Span leaf, uint32_t offset) const {
  const std::vector<Shortcode>& calls = document_.shortcodes.calls;
  const auto first = std::partition_point(
      calls.begin(), calls.end(), [&](const Shortcode& call) { return call.open.begin < leaf.begin; });
  for (auto call = first; call != calls.end() && call->open.begin < offset; ++call)
    if (std::max(call->open.end, call->close.end) > offset) return true;
  return false;
}

std::optional<uint32_t> CommentPlaces::place_in_line(uint32_t offset) const {
  const Source& source = document_.source;
  const Leaf* leaf = leaf_at(offset);
  if (leaf == nullptr) return std::nullopt;
  const Span line = source.line(source.line_of(offset));
  const Span part = {std::max(line.begin, leaf->span.begin), std::min(line.end, leaf->span.end)};
  const std::string_view text = source.slice(part);
  const size_t skipped = std::min(text.find_first_not_of(" \t>"), text.size());
  const auto size = static_cast<uint32_t>(text.find_last_not_of(" \t") + 1);
  if (size <= skipped || text[skipped] == '<' || !may_end_line(text[size - 1])) return std::nullopt;
  const auto words = without_tags(text.substr(skipped, size - skipped));
  if (!words || std::none_of(words->begin(), words->end(), is_alphanumeric)) return std::nullopt;
  if (leaf->kind == NodeKind::paragraph && text.find('|') != text.npos) return std::nullopt;
  const std::string_view whole = source.slice(leaf->span);
  if (whole.starts_with('[') && whole.find("]:") != whole.npos) return std::nullopt;
  const uint32_t place = part.begin + size;
  if (opaque_.holds({place, place}) || begins_call_around(leaf->span, place)) return std::nullopt;
  return place;
}

std::optional<uint32_t> CommentPlaces::place_above(uint32_t offset) const {
  const Tree& tree = document_.tree();
  const Source& source = document_.source;
  const Span line = source.line(source.line_of(offset));
  const auto block = std::partition_point(blocks_.begin(), blocks_.end(),
                                          [&](NodeId id) { return tree[id].span.begin < line.begin; });
  if (block == blocks_.end() || tree[*block].span.begin >= line.end || line.begin == 0) return std::nullopt;
  const NodeKind before = block == blocks_.begin() ? NodeKind::thematic_break : tree[*std::prev(block)].kind;
  for (const NodeKind kind : {NodeKind::definition_list, NodeKind::footnote_definition, NodeKind::attributes})
    if (before == kind || tree[*block].kind == kind) return std::nullopt;
  if (tree[*block].kind == NodeKind::link_reference_definition) return std::nullopt;
  if (calls_.holds({line.begin - 1, line.begin})) return std::nullopt;
  if (line.begin != document_.front_matter.span.end &&
      !is_blank(source.slice(source.line(source.line_of(line.begin) - 1))))
    return std::nullopt;
  return line.begin;
}

// Whether a line's text, all that the leaf has of it but comments at its end, is the leaf's with or without
// them.
bool CommentPlaces::is_plain(Span text, const Leaf& leaf) const {
  const std::string_view line = document_.source.slice(text);
  if (line.empty() || !may_end_line(line.back()) || line.front() == '<') return false;
  if (std::none_of(line.begin(), line.end(), is_alphanumeric)) return false;
  if (leaf.kind == NodeKind::paragraph && line.find('|') != line.npos) return false;
  if (line.find("{{") != line.npos || line.find("}}") != line.npos) return false;
  const std::string_view whole = document_.source.slice(leaf.span);
  return !(whole.starts_with('[') && whole.find("]:") != whole.npos);
}

Span CommentPlaces::removable(Span comment) const {
  const Source& source = document_.source;
  const uint32_t number = source.line_of(comment.begin);
  const Span line = source.line(number);
  if (comment.end > line.end || !is_blank(source.slice({comment.end, line.end}))) return {};
  if (is_blank(source.slice({line.begin, comment.begin}))) return removable_line(comment, number);
  return removable_at_line_end(comment, line);
}

Span CommentPlaces::removable_at_line_end(Span comment, Span line) const {
  const Leaf* leaf = leaf_at(comment.begin);
  if (leaf == nullptr) return {};
  const uint32_t begin = std::max(line.begin, leaf->span.begin);
  const std::string_view before = document_.source.slice({begin, comment.begin});
  const auto text_begin = static_cast<uint32_t>(std::min(before.find_first_not_of(" \t>"), before.size()));
  const auto text_end = static_cast<uint32_t>(before.find_last_not_of(" \t") + 1);
  if (text_end <= text_begin || !is_plain({begin + text_begin, begin + text_end}, *leaf)) return {};
  return {begin + text_end, comment.end};
}

Span CommentPlaces::removable_line(Span comment, uint32_t number) const {
  const Tree& tree = document_.tree();
  const Source& source = document_.source;
  const auto block = std::partition_point(blocks_.begin(), blocks_.end(),
                                          [&](NodeId id) { return tree[id].span.end < comment.end; });
  if (block == blocks_.end() || tree[*block].kind != NodeKind::html_block) return {};
  const Span span = tree[*block].span;
  if (span.end != comment.end || !is_blank(source.slice({span.begin, comment.begin}))) return {};
  if (blocks_.size() == 1) return {};  // A page of nothing is another page.
  const NodeKind before = block == blocks_.begin() ? NodeKind::document : tree[*std::prev(block)].kind;
  const NodeKind after =
      std::next(block) == blocks_.end() ? NodeKind::document : tree[*std::next(block)].kind;
  if (!stay_apart(before, after)) return {};

  if (number == 1 || !is_blank(source.slice(source.line(number - 1)))) return {};
  const auto size = static_cast<uint32_t>(source.text().size());
  if (number == source.line_count() || source.line(number + 1).begin == size)
    return {source.line(number - 1).begin, size};
  if (!is_blank(source.slice(source.line(number + 1)))) return {};
  const uint32_t end = number + 1 == source.line_count() ? size : source.line(number + 2).begin;
  return {source.line(number).begin, end};
}

}  // namespace rubric
