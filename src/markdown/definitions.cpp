// How it works: cmark parses definitions when a paragraph ends, keeps only what they say and cuts them off
// the paragraph's content. The content is rebuilt here from the observed lines and scanned once more.

#include "markdown/definitions.h"

namespace rubric {

std::string content_before_cut(std::string_view text, const CmarkParse& parse, const ObservedBlock& paragraph,
                               uint32_t size) {
  const std::span<const Piece> pieces = parse.pieces_of(paragraph);
  std::string content;
  content.reserve(size);
  for (size_t line = 0; line < pieces.size() && content.size() < size; ++line) {
    const uint32_t end = line + 1 < pieces.size() ? pieces[line + 1].content : paragraph.content_size;
    content.append(pieces[line].padding, ' ');
    content.append(text, pieces[line].source, end - pieces[line].content - pieces[line].padding - 1);
    content += '\n';
  }
  return content;
}

std::vector<DefinitionSyntax> definitions_in(std::string_view content, const LineMap& map) {
  std::vector<DefinitionSyntax> definitions;
  uint32_t place = 0;
  while (const auto found = scan_definition(content, place)) {
    const auto in_source = [&](Span span) { return map.span(span.begin, span.end); };
    definitions.push_back({in_source(found->span), in_source(found->label), in_source(found->destination),
                           in_source(found->title), found->end});
    place = found->end;
  }
  return definitions;
}

}  // namespace rubric
