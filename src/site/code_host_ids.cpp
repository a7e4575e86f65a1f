// How it works: the headings of the Tree and those of raw HTML are put in order of place, each as the texts
// that a host may see in it (with and without a picture's name, with a line break as a blank or as nothing);
// each text becomes an id by the rule of each host, and an id that repeats gets its number. An id too many
// only hides a finding.

#include "site/code_host_ids.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

#include <utf8proc.h>

#include "site/heading_ids.h"
#include "site/heading_text.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace rubric {

namespace {

// How far the end tag of a heading in raw HTML may stand from its start tag.
constexpr size_t longest_html_heading = 2000;

struct HeadingText {
  uint32_t offset = 0;
  std::string text;  // with the line breaks of the source
};

bool is_letter_or_digit(char32_t value) {
  if (value < 0x80) {
    return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
  }
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
         category == UTF8PROC_CATEGORY_ND;
}

// Ruby's \p{Word}.
bool is_word(char32_t value) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(value));
  const bool mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
  return is_letter_or_digit(value) || mark || category == UTF8PROC_CATEGORY_PC;
}

char32_t lower(char32_t value) {
  if (value < 0x80) return value >= 'A' && value <= 'Z' ? value + 32 : value;
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(value)));
}

// Appends the code points that `stays` takes, in lower case.
template <typename Stays>
std::string filtered(std::string_view text, Stays stays) {
  std::string result;
  for (size_t at = 0; at < text.size();) {
    const CodePoint decoded = decode_utf8(text, at);
    at += decoded.length;
    if (decoded.well_formed && stays(decoded.value)) append_utf8(result, lower(decoded.value));
  }
  return result;
}

bool is_blank(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// What readers see of a heading's inline content.
std::string visible_text(const Document& document, NodeId heading) {
  const Tree& tree = document.tree();
  std::string text;
  for (NodeId id = heading + 1; id < tree[heading].end; ++id) {
    const Node& node = tree[id];
    if (node.kind == NodeKind::image) {
      id = node.end - 1;
      continue;
    }
    if (node.kind == NodeKind::text) text += unescape(document.source.slice(node.span));
    if (node.kind == NodeKind::code) text += document.source.slice(node.content);
    if (node.kind == NodeKind::soft_break || node.kind == NodeKind::hard_break) text += '\n';
  }
  return text;
}

std::string without_tags(std::string_view html) {
  std::string text;
  for (size_t at = 0; at < html.size();) {
    const size_t open = std::min(html.find('<', at), html.size());
    text += html.substr(at, open - at);
    const size_t close = html.find('>', open);
    at = close == html.npos ? html.size() : close + 1;
  }
  return unescape(text);
}

// The headings of raw HTML that begin in a node. Their text may go on in the nodes that follow.
void add_html_headings(std::vector<HeadingText>& headings, const Document& document, Span node) {
  const std::string_view text = document.source.text();
  for (size_t at = node.begin; at + 3 < node.end; ++at) {
    const bool starts =
        text[at] == '<' && to_lower(text[at + 1]) == 'h' && text[at + 2] >= '1' && text[at + 2] <= '6';
    if (!starts || (text[at + 3] != '>' && !is_blank(text[at + 3]))) continue;
    const size_t open_end = text.substr(0, node.end).find('>', at);
    if (open_end == text.npos) return;
    const std::string_view rest = text.substr(open_end + 1, longest_html_heading);
    const std::string folded = lower_case(rest);
    const size_t close = folded.find({'<', '/', 'h', text[at + 2]});
    if (close != folded.npos)
      headings.push_back({static_cast<uint32_t>(at), without_tags(rest.substr(0, close))});
    at = open_end;
  }
}

std::vector<HeadingText> find_headings(const Document& document) {
  const Tree& tree = document.tree();
  std::vector<HeadingText> headings;
  for (const NodeId id : tree.of_kind(NodeKind::heading))
    headings.push_back({tree[id].span.begin, visible_text(document, id)});
  for (const NodeKind kind : {NodeKind::html_block, NodeKind::html_inline}) {
    for (const NodeId id : tree.of_kind(kind)) add_html_headings(headings, document, tree[id].span);
  }
  std::stable_sort(headings.begin(), headings.end(), [](const HeadingText& left, const HeadingText& right) {
    return left.offset < right.offset;
  });
  return headings;
}

// The texts that a host may see in a heading.
std::vector<std::string> readings(const std::string& text) {
  std::vector<std::string> texts = {text};
  const auto add = [&](std::string other) {
    if (std::find(texts.begin(), texts.end(), other) == texts.end()) texts.push_back(std::move(other));
  };
  if (text.find('\n') != text.npos) {
    std::string blanks(trimmed(text));
    std::replace(blanks.begin(), blanks.end(), '\n', ' ');
    add(std::move(blanks));
  }
  if (text.find(':') != text.npos) add(without_emoji(text));
  // Some generators take attributes at the end; hosts show them.
  const HeadingLine line = split_heading(text, HeadingForm::setext, true);
  if (line.id) add(std::string(line.text));
  add(std::string(trimmed(text)));
  return texts;
}

std::string squeezed(std::string_view id) {
  std::string result;
  for (const char byte : id) {
    if (byte != '-' || !result.ends_with('-')) result += byte;
  }
  return result;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Whether two texts are equal in the code points that `counts` takes, but for letter case.
template <typename Counts>
bool equal_in(std::string_view left, std::string_view right, Counts counts) {
  const auto next = [&](std::string_view& text) -> char32_t {
    while (!text.empty()) {
      const CodePoint decoded = decode_utf8(text, 0);
      text.remove_prefix(decoded.length);
      if (decoded.well_formed && counts(decoded.value)) return lower(decoded.value);
    }
    return 0;
  };
  while (true) {
    const char32_t one = next(left);
    if (one != next(right)) return false;
    if (one == 0) return true;
  }
}

}  // namespace

std::string github_heading_id(std::string_view text) {
  std::string id =
      filtered(text, [](char32_t value) { return value == ' ' || value == '-' || is_word(value); });
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

std::string gitlab_heading_id(std::string_view text) {
  std::string id = squeezed(github_heading_id(trimmed(text)));
  return is_number(id) ? "anchor-" + id : id;
}

bool may_be_same_id(std::string_view left, std::string_view right) {
  return equal_in(left, right, [](char32_t value) { return value < 0x80 || is_letter_or_digit(value); });
}

bool may_be_of_same_heading(std::string_view left, std::string_view right) {
  return equal_in(left, right, is_letter_or_digit);
}

void add_code_host_ids(PageAnchors& found, const Document& document, const CodeHosting& hosting) {
  std::unordered_map<std::string, uint32_t> times;  // that an id was made
  for (const HeadingText& heading : find_headings(document)) {
    std::vector<std::string> ids;
    const auto add = [&](std::string id) {
      if (!id.empty() && std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
    };
    for (const std::string& text : readings(heading.text)) {
      add(github_heading_id(text));
      if (hosting.gitlab) add(gitlab_heading_id(text));
    }
    for (const std::string& id : ids) {
      const uint32_t number = times[id]++;
      found.anchors.push_back({number == 0 ? id : id + "-" + std::to_string(number), heading.offset});
    }
    const HeadingLine line = split_heading(heading.text, HeadingForm::setext, true);
    if (line.id) found.anchors.push_back({*line.id, heading.offset});
  }
}

}  // namespace rubric
