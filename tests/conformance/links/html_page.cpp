// How it works: the parsed tree is walked in document order without recursion; marks are read off the text
// nodes on the way, and a link gets the last one.

#include "conformance/links/html_page.h"

#include <memory>
#include <optional>

#include <gumbo.h>

namespace rubric {
namespace {

std::optional<std::string> attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found ? std::optional<std::string>(found->value) : std::nullopt;
}

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// Reads the marks of a text; the last one stays in `last`.
void read_marks(std::string_view text, std::set<uint32_t>& marks, uint32_t& last) {
  for (size_t at = text.find('m'); at != text.npos; at = text.find('m', at + 1)) {
    uint32_t number = 0;
    size_t end = at + 1;
    for (; end < text.size() && is_digit(text[end]) && end < at + 8; ++end)
      number = number * 10 + static_cast<uint32_t>(text[end] - '0');
    if (end == at + 1 || end >= text.size() || text[end] != 'e') continue;
    marks.insert(number);
    last = number;
  }
}

class Reader {
 public:
  HtmlPage page;

  void visit(const GumboNode& node) {
    if (node.type == GUMBO_NODE_ELEMENT)
      visit_element(node);
    else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA)
      read_marks(node.v.text.text, page.marks, mark_);
  }

 private:
  void visit_element(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (const auto id = attribute(node, "id"); id && !id->empty()) page.ids.insert(*id);
    if (const auto source = attribute(node, "data-source")) page.source = *source;
    if (tag == GUMBO_TAG_META) page.redirects |= attribute(node, "http-equiv") == "refresh";
    if (tag == GUMBO_TAG_A || tag == GUMBO_TAG_AREA) {
      if (const auto name = attribute(node, "name"); name && tag == GUMBO_TAG_A) page.ids.insert(*name);
      if (const auto href = attribute(node, "href")) page.links.push_back({mark_, *href, false});
    }
    if (const auto src = attribute(node, "src")) page.links.push_back({mark_, *src, true});
  }

  uint32_t mark_ = 0;
};

void push_children(const GumboNode& node, std::vector<const GumboNode*>& stack) {
  const GumboVector* children = nullptr;
  if (node.type == GUMBO_NODE_DOCUMENT) children = &node.v.document.children;
  if (node.type == GUMBO_NODE_ELEMENT) children = &node.v.element.children;
  if (children == nullptr) return;
  for (unsigned index = children->length; index > 0; --index)
    stack.push_back(static_cast<const GumboNode*>(children->data[index - 1]));
}

}  // namespace

HtmlPage read_html(const std::string& html) {
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
  Reader reader;
  std::vector<const GumboNode*> stack = {output->document};
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    reader.visit(*node);
    push_children(*node, stack);
  }
  return std::move(reader.page);
}

}  // namespace rubric
