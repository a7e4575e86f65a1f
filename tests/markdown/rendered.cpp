#include "markdown/rendered.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <utility>

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cmark-gfm/parser.h>

namespace rubric {

namespace {

constexpr int options = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES;

struct Parsed {
  explicit Parsed(std::string_view text) : parser(cmark_parser_new(options)) {
    cmark_gfm_core_extensions_ensure_registered();
    for (const char* name : {"table", "strikethrough", "autolink", "tasklist"})
      cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
    cmark_parser_feed(parser, text.data(), text.size());
    root = cmark_parser_finish(parser);
    // Finishing a parse clears cmark's global table of special characters, which rubric's parser needs.
    cmark_manage_extensions_special_characters(parser, 1);
  }
  ~Parsed() {
    cmark_node_free(root);
    cmark_parser_free(parser);
  }
  Parsed(const Parsed&) = delete;
  Parsed& operator=(const Parsed&) = delete;

  std::string html(cmark_node* node) const {
    const std::unique_ptr<char, decltype(&std::free)> made(
        cmark_render_html(node, options, cmark_parser_get_syntax_extensions(parser)), &std::free);
    return made.get();
  }

  cmark_parser* parser;
  cmark_node* root = nullptr;
};

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

std::string without_comments(std::string_view html) {
  std::string kept;
  while (!html.empty()) {
    const size_t begin = html.find("<!--");
    kept += html.substr(0, begin);
    if (begin == html.npos) break;
    const size_t end = html.find("-->", begin + 4);
    html.remove_prefix(end == html.npos ? html.size() : end + 3);
  }
  return kept;
}

// Whether a tag of a block begins there; white space beside such tags is not seen.
bool is_block_tag(std::string_view html) {
  constexpr std::string_view names[] = {"p",     "ul",    "ol", "li", "blockquote", "h1", "h2",
                                        "h3",    "h4",    "h5", "h6", "hr",         "br", "table",
                                        "thead", "tbody", "tr", "td", "th"};
  html.remove_prefix(html.starts_with("</") ? 2 : 1);
  const std::string_view name = html.substr(0, html.find_first_of(" />"));
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

std::vector<RenderedBlock> rendered_blocks(std::string_view text) {
  const Parsed parsed(text);
  std::vector<RenderedBlock> blocks;
  std::string above;  // A table right below a paragraph has its line, and that has none.
  for (cmark_node* node = cmark_node_first_child(parsed.root); node != nullptr;
       node = cmark_node_next(node)) {
    const auto line = static_cast<uint32_t>(cmark_node_get_start_line(node));
    above += parsed.html(node);
    if (line != 0) blocks.push_back({line, std::exchange(above, "")});
  }
  // cmark moves footnotes to the end.
  std::stable_sort(blocks.begin(), blocks.end(), [](const RenderedBlock& left, const RenderedBlock& right) {
    return left.first_line < right.first_line;
  });
  return blocks;
}

std::string rendered_without_comments(std::string_view text) {
  const Parsed parsed(text);
  const std::string html = without_comments(parsed.html(parsed.root));
  std::string seen;
  bool after_block = true;
  for (size_t at = 0; at < html.size(); ++at) {
    if (is_blank(html[at])) {
      if (!after_block && seen.back() != ' ') seen += ' ';
      continue;
    }
    const bool block = html[at] == '<' && is_block_tag(std::string_view(html).substr(at));
    if (block && !seen.empty() && seen.back() == ' ') seen.pop_back();
    const size_t end = block ? html.find('>', at) : at;
    seen.append(html, at, end - at + 1);
    at = end;
    after_block = block;
  }
  return seen;
}

}  // namespace rubric
