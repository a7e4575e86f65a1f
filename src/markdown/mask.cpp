// How it works: first every call is turned into masks (the whole call, or its tags one by one), then the
// masks that stand in another mask are left to the root they belong to. Hugo writes the placeholder
// HAHAHUGOSHORTCODE…HBHB for a call; a run of `x` of the call's own length is to Markdown what that word is.
// Inner texts that are documents of their own are cut out and masked in the same way.

#include "markdown/mask.h"

#include <algorithm>
#include <cstring>

namespace rubric {

namespace {

constexpr char placeholder = 'x';

// Calls nested in each other's inner texts are copied once a level; more than this many bytes for each of the
// page's is no honest page, and the rest stays unparsed.
constexpr size_t most_copies = 8;

struct Mask {
  Span span;
  bool hides_line = false;  // a {{% %}} tag: its output is Markdown of unknown kind
};

// Whether Hugo puts the call's finished output, inner text and all, in one place.
bool is_rendered_as_one(const Shortcode& call, const Dialect& dialect) {
  if (call.slip >= 0) return false;
  if (call.opener == Delimiter::angle) return true;
  const ShortcodeTemplate* found = dialect.find(call.name);
  return found && found->inner == InnerText::markdown;
}

bool renders_inner_markdown(const Shortcode& call, const Dialect& dialect) {
  if (call.slip >= 0 || call.close.empty()) return false;
  const ShortcodeTemplate* found = dialect.find(call.name);
  return found && found->inner == InnerText::markdown;
}

std::vector<Mask> collect_masks(const Shortcodes& shortcodes, const Dialect& dialect) {
  std::vector<Mask> masks;
  for (const Shortcode& call : shortcodes.calls) {
    const bool percent = call.opener == Delimiter::percent;
    if (is_rendered_as_one(call, dialect)) {
      masks.push_back({call.span(), percent});
      continue;
    }
    masks.push_back({call.open, percent});
    if (!call.close.empty()) masks.push_back({call.close, percent});
  }
  for (const Slip& slip : shortcodes.slips) masks.push_back({slip.tag, false});
  for (const SyntaxError& error : shortcodes.errors) masks.push_back({error.tag, false});
  for (const Token& token : shortcodes.tokens) {
    if (token.kind == TokenKind::comment) masks.push_back({token.span, false});
  }
  std::erase_if(masks, [](const Mask& mask) { return mask.span.empty(); });
  const auto outer_first = [](const Mask& left, const Mask& right) {
    if (left.span.begin != right.span.begin) return left.span.begin < right.span.begin;
    if (left.span.end != right.span.end) return left.span.end > right.span.end;
    return left.hides_line > right.hides_line;
  };
  std::sort(masks.begin(), masks.end(), outer_first);
  return masks;
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}
bool is_line_end(char byte) {
  return byte == '\n' || byte == '\r';
}

// Marks the tags on lines that hold nothing else: only those may become a comment block.
void find_lone_tags(std::string_view text, std::vector<Mask>& masks) {
  for (size_t first = 0; first < masks.size();) {
    size_t last = first;
    uint32_t begin = masks[first].span.begin;
    while (begin > 0 && is_blank(text[begin - 1])) --begin;
    const bool opens_line = begin == 0 || is_line_end(text[begin - 1]);
    uint32_t end = masks[first].span.end;
    while (true) {
      while (end < text.size() && is_blank(text[end])) ++end;
      if (last + 1 == masks.size() || masks[last + 1].span.begin != end) break;
      end = masks[++last].span.end;
    }
    const bool closes_line = end == text.size() || is_line_end(text[end]);
    for (; first <= last; ++first)
      masks[first].hides_line = masks[first].hides_line && opens_line && closes_line;
  }
}

constexpr std::string_view comment_open = "<!--", comment_close = "-->";

// Where the HTML comments of a masked text begin and end. One that code shows (`<!--`) is none.
std::vector<Span> html_comments(std::string_view text) {
  std::vector<Span> comments;
  for (size_t begin = text.find(comment_open); begin != text.npos; begin = text.find(comment_open, begin)) {
    const bool in_code = begin > 0 && text[begin - 1] == '`';
    const size_t end = text.find(comment_close, begin + 2);
    if (end == text.npos) break;
    if (!in_code) comments.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = in_code ? begin + 1 : end;
  }
  return comments;
}

// Makes a comment of what a lone tag became. Inside a comment of the page's it stays a word, which cannot end
// that comment.
void hide_lone_tags(std::string& text, const std::vector<Mask>& masks) {
  const std::vector<Span> comments = html_comments(text);
  auto comment = comments.begin();
  for (const Mask& mask : masks) {
    if (!mask.hides_line || mask.span.size() < comment_open.size() + comment_close.size()) continue;
    while (comment != comments.end() && comment->end <= mask.span.begin) ++comment;
    if (comment != comments.end() && comment->begin < mask.span.begin) continue;
    text.replace(mask.span.begin, comment_open.size(), comment_open);
    text.replace(mask.span.end - comment_close.size(), comment_close.size(), comment_close);
  }
}

// The masks of [first, end) that lie in no other one.
std::vector<Mask> outermost(const std::vector<Mask>& masks, size_t first, size_t end) {
  std::vector<Mask> result;
  for (size_t index = first; index < end; ++index) {
    if (!result.empty() && masks[index].span.begin < result.back().span.end) continue;
    result.push_back(masks[index]);
  }
  return result;
}

std::vector<Span> spans_of(const std::vector<Mask>& masks) {
  std::vector<Span> spans;
  for (const Mask& mask : masks) spans.push_back(mask.span);
  return spans;
}

std::string masked(std::string_view text, Span part, std::vector<Mask> masks) {
  for (Mask& mask : masks) mask.span = {mask.span.begin - part.begin, mask.span.end - part.begin};
  std::string result(slice(text, part));
  find_lone_tags(result, masks);
  for (const Mask& mask : masks) std::memset(result.data() + mask.span.begin, placeholder, mask.span.size());
  hide_lone_tags(result, masks);
  return result;
}

}  // namespace

MaskedText mask_shortcodes(std::string_view text, const Shortcodes& shortcodes, const Dialect& dialect) {
  MaskedText result;
  const std::vector<Mask> masks = collect_masks(shortcodes, dialect);
  if (masks.empty()) return result;
  const std::vector<Mask> of_page = outermost(masks, 0, masks.size());
  result.masks = spans_of(of_page);
  result.text = masked(text, {0, static_cast<uint32_t>(text.size())}, of_page);

  const auto begins_before = [](const Mask& mask, uint32_t offset) { return mask.span.begin < offset; };
  size_t copied = 0;
  for (const Shortcode& call : shortcodes.calls) {
    if (!renders_inner_markdown(call, dialect)) continue;
    copied += call.inner.size();
    if (copied > most_copies * text.size()) break;
    const auto first = std::lower_bound(masks.begin(), masks.end(), call.inner.begin, begins_before);
    const auto end = std::lower_bound(first, masks.end(), call.inner.end, begins_before);
    const std::vector<Mask> inside = outermost(masks, first - masks.begin(), end - masks.begin());
    result.roots.push_back({call.inner, masked(text, call.inner, inside), spans_of(inside)});
  }
  return result;
}

}  // namespace rubric
