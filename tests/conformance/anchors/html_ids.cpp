// How it works: the parsed tree is walked in document order, without recursion, and attributes are read as
// they are written.

#include "conformance/anchors/html_ids.h"

#include <memory>
#include <string_view>

#include <gumbo.h>

namespace rubric {
namespace {

void add_ids(const GumboElement& element, std::vector<std::string>& ids) {
  for (unsigned index = 0; index < element.attributes.length; ++index) {
    const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[index]);
    const std::string_view name = attribute.name;
    const bool names = name == "id" || (name == "name" && element.tag == GUMBO_TAG_A);
    if (names && *attribute.value != '\0') ids.emplace_back(attribute.value);
  }
}

void push_children(const GumboNode& node, std::vector<const GumboNode*>& stack) {
  const GumboVector* children = nullptr;
  if (node.type == GUMBO_NODE_DOCUMENT) children = &node.v.document.children;
  if (node.type == GUMBO_NODE_ELEMENT) children = &node.v.element.children;
  if (children == nullptr) return;
  for (unsigned index = children->length; index > 0; --index)
    stack.push_back(static_cast<const GumboNode*>(children->data[index - 1]));
}

}  // namespace

std::vector<std::string> ids_in_html(const std::string& html) {
  const auto destroy = [](GumboOutput* output) { gumbo_destroy_output(&kGumboDefaultOptions, output); };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
  std::vector<std::string> ids;
  std::vector<const GumboNode*> stack = {output->document};
  while (!stack.empty()) {
    const GumboNode* node = stack.back();
    stack.pop_back();
    if (node->type == GUMBO_NODE_ELEMENT) add_ids(node->v.element, ids);
    push_children(*node, stack);
  }
  return ids;
}

}  // namespace rubric
