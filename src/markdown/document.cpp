// How it works: each member is made from those declared before it, in the order of the header: front matter
// ends where the shortcodes begin, shortcodes say what to mask, the masked text is what Markdown sees.

#include "markdown/document.h"

namespace rubric {

namespace {

MarkdownOptions markdown_options(const Dialect& dialect) {
  return {.tables = dialect.goldmark.tables,
          .strikethrough = dialect.goldmark.strikethrough,
          .autolinks = dialect.goldmark.linkify,
          .footnotes = dialect.goldmark.footnotes,
          .definition_lists = dialect.shortcodes && dialect.goldmark.definition_lists,
          .block_attributes = dialect.shortcodes && dialect.goldmark.block_attributes};
}

// The page's body first, then each inner text that is a document of its own.
std::vector<MarkdownPart> markdown_parts(std::string_view body, uint32_t begin, const MaskedText& masked) {
  std::vector<MarkdownPart> parts{{body.substr(begin), begin}};
  for (const MaskedRoot& root : masked.roots) parts.push_back({root.text, root.span.begin});
  return parts;
}

}  // namespace

Document::Document(std::string file_path, std::string text, const Dialect& site_dialect)
    : path(std::move(file_path)),
      dialect(site_dialect),
      source(std::move(text)),
      front_matter(parse_front_matter(source.text())),
      shortcodes(parse_shortcodes(source.text(), front_matter.span.end, dialect)),
      masked(mask_shortcodes(source.text(), shortcodes, dialect)),
      markdown(parse_markdown(markdown_parts(markdown_text(), front_matter.span.end, masked),
                              markdown_options(dialect))) {}

}  // namespace rubric
