// The table of features: a feature is one file `<name>.cpp` that defines the function declared here, and one
// row. Everything else follows from the row: dispatch, what the client is told at `initialize`, cancellation.

#include <algorithm>
#include <optional>

#include "lsp/feature.h"

namespace rubric {

void code_actions(const PageView& page, const Json& params, PlaceWriter& answer);
void completion(const PageView& page, const Json& params, PlaceWriter& answer);
void completion_resolve(std::span<const std::unique_ptr<Handbook>> handbooks, const Json& params,
                        JsonWriter& answer, const PlaceWriter::UriOf& uri_of, PositionEncoding encoding);
void definition(const PageView& page, const Json& params, PlaceWriter& answer);
void document_highlights(const PageView& page, const Json& params, PlaceWriter& answer);
void document_links(const PageView& page, const Json& params, PlaceWriter& answer);
void document_symbols(const PageView& page, const Json& params, PlaceWriter& answer);
void folding_ranges(const PageView& page, const Json& params, PlaceWriter& answer);
void hover(const PageView& page, const Json& params, PlaceWriter& answer);
void references(const PageView& page, const Json& params, PlaceWriter& answer);
void workspace_symbols(std::span<const std::unique_ptr<Handbook>> handbooks, const Json& params,
                       JsonWriter& answer, const PlaceWriter::UriOf& uri_of, PositionEncoding encoding);

namespace {

constexpr Feature rows[] = {
    {"completionItem/resolve", "", nullptr, completion_resolve},
    {"textDocument/codeAction",
     R"("codeActionProvider":{"codeActionKinds":["quickfix","source.fixAll.rubric"]})", code_actions, nullptr,
     true},
    {"textDocument/completion",
     R"("completionProvider":{"triggerCharacters":["(","/","#","\"","<","%"],"resolveProvider":true})",
     completion},
    {"textDocument/definition", R"("definitionProvider":true)", definition},
    {"textDocument/documentHighlight", R"("documentHighlightProvider":true)", document_highlights},
    {"textDocument/documentLink", R"("documentLinkProvider":{"resolveProvider":false})", document_links},
    {"textDocument/documentSymbol", R"("documentSymbolProvider":true)", document_symbols},
    {"textDocument/foldingRange", R"("foldingRangeProvider":true)", folding_ranges},
    {"textDocument/hover", R"("hoverProvider":true)", hover, nullptr, true},
    {"textDocument/references", R"("referencesProvider":true)", references},
    {"workspace/symbol", R"("workspaceSymbolProvider":true)", nullptr, workspace_symbols},
};

bool holds(const Json& list, std::string_view text) {
  return std::any_of(list.items.begin(), list.items.end(),
                     [&](const Json& item) { return item.text == text; });
}

}  // namespace

AnswerSupport read_answer_support(const Json& capabilities) {
  const Json& document = capabilities["textDocument"];
  AnswerSupport support;
  support.definition_links = document.at("definition.linkSupport").truth;
  support.symbol_tree = document.at("documentSymbol.hierarchicalDocumentSymbolSupport").truth;
  support.markdown = holds(document.at("hover.contentFormat"), "markdown");
  support.snippets = document.at("completion.completionItem.snippetSupport").truth;
  return support;
}

std::span<const Feature> features() {
  return rows;
}

uint32_t PageView::offset(const Json& position) const {
  const std::optional<EditorPosition> place = read_position(position);
  if (!place) throw RequestError(ErrorCode::invalid_params, "The request has no position.");
  return offset_of(document.source.text(), *place, encoding);
}

}  // namespace rubric
