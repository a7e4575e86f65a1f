#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rubric {

/// What the tree that parse_markdown gives of `text` from `begin` on breaks of the span law, each as a
/// sentence with its node; empty when the law holds. The law: each node's slice begins and ends with the
/// node's own syntax; decoding a text's slice gives cmark's literal; children lie inside their parents;
/// siblings are in order and do not overlap; the nodes are those of cmark, none missing, none more but
/// definitions. Exempt: text of half-consumed tabs, empty text nodes, and bytes replaced before parsing.
std::vector<std::string> span_law_violations(std::string_view text, uint32_t begin = 0);

}  // namespace rubric
