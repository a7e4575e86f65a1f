// How it works: two passes over the tree. The first looks at the tree and the text alone: order, containment,
// syntax at both ends. The second goes through plain cmark's tree (reference_tree.h) in step with ours and
// compares what the spans hold with what cmark says.

#include "span_law.h"

#include <algorithm>
#include <sstream>

#include "markdown/tree.h"
#include "reference_tree.h"
#include "text/utf8.h"

namespace rubric {
namespace {

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t';
}

std::string usable(std::string_view text) {
  std::string copy(text);
  for (auto bad = find_ill_formed(text); bad; bad = find_ill_formed(text, bad->end))
    std::fill(copy.begin() + bad->begin, copy.begin() + bad->end, '\x7F');
  std::replace(copy.begin(), copy.end(), '\0', '\x7F');
  return copy;
}

bool has_line_end(std::string_view text) {
  return text.find_first_of("\r\n") != std::string_view::npos;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

std::string without_blanks(std::string text) {
  text.erase(std::remove_if(text.begin(), text.end(), is_blank), text.end());
  return text;
}

/// What cmark makes of a destination or title: references first, then backslashes.
std::string cleaned(std::string_view source) {
  std::string decoded;
  for (size_t at = 0; at < source.size();) {
    if (source[at] != '&') {
      decoded += source[at++];
      continue;
    }
    const size_t next = std::min(source.find('&', at + 1), source.size());
    decoded += unescape(source.substr(at, next - at).substr(0, source.substr(at, next - at).find('\\')));
    at += std::min(source.substr(at, next - at).find('\\'), next - at);
  }
  std::string plain;
  for (size_t at = 0; at < decoded.size(); ++at) {
    const bool escapes = decoded[at] == '\\' && at + 1 < decoded.size() &&
                         std::ispunct(static_cast<unsigned char>(decoded[at + 1])) != 0 &&
                         static_cast<unsigned char>(decoded[at + 1]) < 0x80;
    if (escapes) ++at;
    plain += decoded[at];
  }
  return plain;
}

std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char byte) { return is_blank(byte) || byte == '\n' || byte == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

class Law {
 public:
  Law(std::string_view text, uint32_t begin) : text_(usable(text)), begin_(begin) {
    const MarkdownPart part{text.substr(begin), begin};
    parsed_ = parse_markdown({&part, 1}, {});
  }

  std::vector<std::string> violations() {
    check_order();
    for (NodeId id = 0; id < tree().size(); ++id) check_syntax(id);
    check_skipped();
    if (parsed_.skipped.empty()) check_against_cmark();
    return std::move(violations_);
  }

 private:
  const Tree& tree() const { return parsed_.tree; }
  std::string_view at(Span span) const { return slice(std::string_view(text_), span); }

  void violated(NodeId id, const std::string& what) {
    std::ostringstream out;
    const Node& node = tree()[id];
    out << name(node.kind) << " [" << node.span.begin << "," << node.span.end << "): " << what;
    violations_.push_back(out.str());
  }

  // --- The tree and the text alone

  void check_order() {
    std::vector<uint32_t> end_of_children(tree().size(), 0);
    for (NodeId id = 0; id < tree().size(); ++id) {
      const Node& node = tree()[id];
      if (node.span.begin > node.span.end || node.span.end > text_.size()) return violated(id, "no span");
      if (!node.span.contains(node.content)) violated(id, "content outside span");
      end_of_children[id] = node.span.begin;
      if (id == 0) continue;
      const Node& parent = tree()[node.parent];
      if (node.parent >= id || id >= parent.end || node.end > parent.end)
        violated(id, "not in parent's subtree");
      if (!parent.span.contains(node.span)) violated(id, "outside its parent");
      if (node.span.begin < end_of_children[node.parent]) violated(id, "overlaps its sibling");
      end_of_children[node.parent] = node.span.end;
    }
  }

  /// A leaf that no guard can have refused, for being small, was skipped because it was not understood.
  void check_skipped() {
    constexpr uint32_t small = 1024;
    for (const Span skipped : parsed_.skipped) {
      const auto is_it = [&](const Node& node) {
        return node.span == skipped && node.kind != NodeKind::document;
      };
      const auto found = std::find_if(tree().nodes().begin(), tree().nodes().end(), is_it);
      if (found != tree().nodes().end() && skipped.size() <= small)
        violated(static_cast<NodeId>(found - tree().nodes().begin()), "was not understood");
    }
  }

  void expect(NodeId id, bool holds, const char* what) {
    if (!holds) violated(id, std::string(what) + " in \"" + std::string(at(tree()[id].span)) + "\"");
  }

  void check_syntax(NodeId id) {
    const Node& node = tree()[id];
    const std::string_view source = at(node.span);
    if (node.kind == NodeKind::document || node.kind == NodeKind::table_cell) return;
    if (source.empty()) return violated(id, "empty");
    const char first = source.front(), last = source.back();
    const auto delimited = [&](size_t size, std::string_view bytes) {
      return source.size() >= 2 * size && bytes.find(first) != std::string_view::npos &&
             source.find_first_not_of(first) >= size && source.find_last_not_of(first) < source.size() - size;
    };
    switch (node.kind) {
      case NodeKind::block_quote:
        return expect(id, first == '>', "no >");
      case NodeKind::list:
      case NodeKind::item:
        return expect(id, std::string_view("-+*0123456789").find(first) != std::string_view::npos,
                      "no marker");
      case NodeKind::footnote_definition:
        return expect(id, source.starts_with("[^"), "no [^");
      case NodeKind::thematic_break:
        return expect(id, first == last && std::string_view("-*_").find(first) < 3, "no break");
      case NodeKind::heading:
        expect(id, first == '#' || last == '=' || last == '-', "no heading");
        return expect(id, !is_blank(last) && !has_line_end({&last, 1}), "blank end");
      case NodeKind::code_block:
        if (node.level == 1) expect(id, source.starts_with("```") || source.starts_with("~~~"), "no fence");
        return;
      case NodeKind::html_block:
        return expect(id, source[source.find_first_not_of(" \t")] == '<', "no <");
      case NodeKind::paragraph:
        return expect(id, trimmed({&last, 1}).size() == 1, "blank end");
      case NodeKind::link_reference_definition:
        return expect(id, first == '[', "no [");
      case NodeKind::table:
      case NodeKind::table_row:
        return expect(id, !is_blank(first) && !is_blank(last), "blank end");
      case NodeKind::text:
        return expect(id, !has_line_end(source), "line end");
      case NodeKind::soft_break:
        return expect(id, source == "\n" || source == "\r" || source == "\r\n", "no line end");
      case NodeKind::hard_break:
        return expect(id, (first == '\\' || source.size() > 2) && has_line_end({&last, 1}), "no hard break");
      case NodeKind::code:
        return expect(id, delimited(1, "`"), "no backticks");
      case NodeKind::html_inline:
        return expect(id, first == '<' && last == '>', "no tag");
      case NodeKind::emphasis:
        return expect(id, delimited(1, "*_") && first == last, "no delimiter");
      case NodeKind::strong:
        return expect(id, delimited(2, "*_") && first == last, "no delimiter");
      case NodeKind::strikethrough:
        return expect(id, delimited(1, "~"), "no delimiter");
      case NodeKind::link:
        return check_link(id, source);
      case NodeKind::image:
        return expect(id, source.starts_with("![") && (last == ')' || last == ']'), "no image");
      case NodeKind::footnote_reference:
        return expect(id, first == '[' && last == ']', "no reference");
      default:
        return;
    }
  }

  void check_link(NodeId id, std::string_view source) {
    const char last = source.back();
    switch (tree()[id].form) {
      case LinkForm::inlined:
        return expect(id, source.front() == '[' && last == ')', "no link");
      case LinkForm::reference:
        return expect(id, source.front() == '[' && last == ']', "no link");
      case LinkForm::autolink:
        return expect(id, source.front() == '<' && last == '>', "no autolink");
      case LinkForm::bare:
        return expect(id, tree()[id].end == id + 2, "no text of its own");
      case LinkForm::none:
        return expect(id, false, "no form");
    }
  }

  // --- Against cmark's tree

  void check_against_cmark() {
    const ReferenceTree reference = reference_tree(std::string_view(text_).substr(begin_));
    check_definitions(reference.definitions);
    NodeId id = 0;
    std::vector<uint32_t> depths;
    for (const ReferenceNode& expected : reference.nodes) {
      if (is_task_box(id, expected)) continue;
      while (id < tree().size() && tree()[id].kind == NodeKind::link_reference_definition)
        depths.push_back(depth_of(id++, depths));
      if (id == tree().size()) return violated(0, "misses a " + std::string(name(expected.kind)));
      depths.push_back(depth_of(id, depths));
      if (tree()[id].kind != expected.kind || depths.back() != expected.depth)
        return violated(id, "is a " + std::string(name(expected.kind)) + " to cmark");
      check_node(id, expected);
      ++id;
    }
    while (id < tree().size() && tree()[id].kind == NodeKind::link_reference_definition) ++id;
    if (id != tree().size()) violated(id, "unknown to cmark");
  }

  uint32_t depth_of(NodeId id, const std::vector<uint32_t>& depths) const {
    return id == 0 ? 0 : depths[tree()[id].parent] + 1;
  }

  /// Whether cmark's next text is nothing but the box of the task that our last node is in.
  bool is_task_box(NodeId id, const ReferenceNode& expected) const {
    if (id < 2 || expected.kind != NodeKind::text || tree()[id - 1].kind != NodeKind::paragraph) return false;
    const Node& item = tree()[tree()[id - 1].parent];
    const std::string_view box = trimmed(expected.literal);
    return item.kind == NodeKind::item && item.level > 0 && (box == "[ ]" || box == "[x]" || box == "[X]");
  }

  void expect_equal(NodeId id, std::string_view what, const std::string& found, const std::string& expected) {
    if (found != expected)
      violated(id, std::string(what) + " is \"" + found + "\", to cmark \"" + expected + "\"");
  }

  /// The source as cmark's inline parser saw it: inside a table, `\|` is `|`.
  std::string seen(NodeId id, std::string_view source) const {
    const NodeId block = tree().block_of(id);
    const NodeId next = tree()[block].end;
    const bool in_cell = tree()[block].kind == NodeKind::table_cell;
    const bool before_table = next < tree().size() && tree()[next].kind == NodeKind::table &&
                              tree()[next].parent == tree()[block].parent;
    return in_cell || (before_table && !unescaping_suffices_) ? replace_all(std::string(source), "\\|", "|")
                                                              : std::string(source);
  }

  /// Whether the source is `expected` to cmark without any decoding, cut off by a table or not.
  bool is_seen_as(NodeId id, std::string_view source, std::string_view expected) {
    for (const bool suffices : {true, false}) {
      unescaping_suffices_ = suffices;
      if (seen(id, source) == expected) return true;
    }
    unescaping_suffices_ = true;
    return false;
  }

  void check_node(NodeId id, const ReferenceNode& expected) {
    const Node& node = tree()[id];
    unescaping_suffices_ = true;
    switch (node.kind) {
      case NodeKind::text:
        return check_text(id, expected.literal);
      case NodeKind::code:
        return check_code(id, expected.literal);
      case NodeKind::html_inline:
        if (!has_line_end(at(node.span)) && expected.literal != at(node.span)) {
          unescaping_suffices_ = false;
          expect_equal(id, "tag", seen(id, at(node.span)), expected.literal);
        }
        return;
      case NodeKind::heading:
        if (node.level != expected.level) violated(id, "level differs");
        return;
      case NodeKind::code_block:
        expect_equal(id, "info", std::string(trimmed(cleaned(at(tree().info(node))))),
                     std::string(trimmed(expected.info)));
        return check_lines(id, node.content, expected.literal);
      case NodeKind::html_block:
        return check_lines(id, node.span, expected.literal);
      case NodeKind::link:
      case NodeKind::image:
        return check_destination(id, expected);
      default:
        return;
    }
  }

  void check_text(NodeId id, std::string expected) {
    const Node& node = tree()[id];
    const Node& parent = tree()[node.parent];
    const std::string_view source = at(node.span);
    if (parent.kind == NodeKind::paragraph && node.parent + 1 == id) {
      const Node& item = tree()[parent.parent];
      const bool task = item.kind == NodeKind::item && item.level > 0 &&
                        node.parent == parent.parent + 1 + definitions_before(node.parent);
      if (task) expected = without_box(expected, unescape(source));
    }
    const bool is_link_text = parent.form == LinkForm::bare || parent.form == LinkForm::autolink;
    if (is_link_text && (source == expected || is_seen_as(id, source, expected))) return;
    if (parent.form == LinkForm::autolink)
      return expect_equal(id, "text", unescape(replace_all(seen(id, source), "\\", "\\\\")), expected);
    std::string found = unescape(seen(id, source));
    if (found == expected) return;
    unescaping_suffices_ = false;
    if (unescape(seen(id, source)) == expected) return;
    if (source.find('\t') != std::string_view::npos && without_blanks(found) == without_blanks(expected))
      return;
    expect_equal(id, "text", found, expected);
  }

  /// cmark's text without the `[ ]` and the blanks after it that belong to the item.
  static std::string without_box(const std::string& literal, const std::string& found) {
    const size_t box = literal.size() - std::min(literal.size(), found.size());
    return box > 3 && trimmed(literal.substr(3, box - 3)).empty() ? literal.substr(box) : literal;
  }

  NodeId definitions_before(NodeId id) const {
    NodeId count = 0;
    while (tree()[id - 1 - count].kind == NodeKind::link_reference_definition) ++count;
    return count;
  }

  void check_code(NodeId id, const std::string& expected) {
    const std::string_view source = at(tree()[id].content);
    if (has_line_end(source)) return;
    const auto normalized = [](std::string code) {
      const bool padded = code.size() > 1 && code.front() == ' ' && code.back() == ' ' &&
                          code.find_first_not_of(' ') != std::string::npos;
      return padded ? code.substr(1, code.size() - 2) : code;
    };
    if (normalized(std::string(source)) == expected) return;
    unescaping_suffices_ = false;
    expect_equal(id, "code", normalized(seen(id, source)), expected);
  }

  /// Every line of a literal ends its line in the source; what precedes it there is the container's prefix.
  void check_lines(NodeId id, Span span, const std::string& literal) {
    std::string_view source = at(span);
    const auto next_line = [](std::string_view& text) {
      const size_t size = std::min(text.find_first_of("\r\n"), text.size());
      const std::string_view line = text.substr(0, size);
      text.remove_prefix(size);
      text.remove_prefix(text.starts_with("\r\n") ? 2 : text.empty() ? 0 : 1);
      return line;
    };
    std::string_view expected = literal;
    if (expected.empty() && span.empty()) return;
    while (!expected.empty()) {
      const std::string_view line = next_line(expected);
      const std::string_view found = next_line(source);
      const std::string_view after_tab = line.substr(std::min(line.find_first_not_of(' '), line.size()));
      if (!found.ends_with(line) && !found.ends_with(after_tab))
        return violated(id, "lines differ from cmark's");
    }
    if (!source.empty()) violated(id, "has more lines than to cmark");
  }

  void check_destination(NodeId id, const ReferenceNode& expected) {
    const Node& node = tree()[id];
    const LinkDetail& link = tree().link(node);
    if (node.form == LinkForm::bare || node.form == LinkForm::autolink) {
      const std::string text = node.form == LinkForm::bare
                                   ? unescape(seen(id, at(link.destination)))
                                   : unescape(replace_all(seen(id, at(link.destination)), "\\", "\\\\"));
      if (expected.url == "mailto:" + text) return;
      const std::string_view url = expected.url, scheme = "http://";
      if (is_seen_as(id, at(link.destination), url)) return;
      if (url.starts_with(scheme) && is_seen_as(id, at(link.destination), url.substr(scheme.size()))) return;
      return expect_equal(id, "destination", text, expected.url);
    }
    if (node.form == LinkForm::reference &&
        tree()[link.definition].kind != NodeKind::link_reference_definition)
      return violated(id, "refers to no definition");
    check_destination(id, link, expected.url, expected.title, node.form);
  }

  void check_destination(NodeId id, const LinkDetail& link, const std::string& url, const std::string& title,
                         LinkForm form) {
    const std::string_view destination = at(link.destination);
    const NodeId place = form == LinkForm::inlined ? id : 0;
    if (!has_line_end(destination) && cleaned(trimmed(destination)) != url) {
      unescaping_suffices_ = false;
      expect_equal(id, "destination", cleaned(trimmed(seen(place == 0 ? id : place, destination))), url);
    }
    // cmark keeps the title of a definition whose line goes on after it, though it reads the title as text.
    if (form != LinkForm::inlined && link.title.empty()) return;
    if (!has_line_end(at(link.title)) && cleaned(at(link.title)) != title) {
      unescaping_suffices_ = false;
      expect_equal(id, "title", cleaned(seen(id, at(link.title))), title);
    }
  }

  void check_definitions(const std::vector<ReferenceDefinition>& expected) {
    const auto found = tree().of_kind(NodeKind::link_reference_definition);
    if (found.size() != expected.size()) return violated(0, "definitions missing or made up");
    for (size_t index = 0; index < found.size(); ++index) {
      const NodeId id = found[index];
      check_destination(id, tree().link(tree()[id]), expected[index].url, expected[index].title,
                        LinkForm::reference);
    }
  }

  std::string text_;
  uint32_t begin_;
  ParsedMarkdown parsed_;
  bool unescaping_suffices_ = true;  // false: the node may stand in lines that a table cut off, as `\|` shows
  std::vector<std::string> violations_;
};

}  // namespace

std::vector<std::string> span_law_violations(std::string_view text, uint32_t begin) {
  return Law(text, begin).violations();
}

}  // namespace rubric
