// A page's headings as a tree, with the shortcodes in their sections.

#include <algorithm>

#include "lsp/feature.h"
#include "lsp/sections.h"

namespace rubric {

namespace {

constexpr uint32_t string_kind = 15, function_kind = 12;  // LSP's SymbolKind

// Nobody nests headings and shortcodes deeper; hostile pages do.
constexpr size_t most_levels = 32;

struct Symbol {
  uint32_t kind = string_kind;
  Span span, name_span;
  std::string name, detail = {};
  size_t end = 0;  // one past the last symbol within, in order of place
  size_t parent = SIZE_MAX;
};

// What a tag says behind its name, on one line.
std::string parameters_of(const Document& document, const Shortcode& call) {
  if (call.parameters.empty()) return {};
  constexpr uint32_t longest = 60;
  const Span all{call.parameters.front().span.begin, call.parameters.back().span.end};
  std::string text(document.source.slice(all));
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return byte == '\n' || byte == '\r'; }, ' ');
  return text.size() <= longest ? text : std::string();
}

// A call that headings stand in does not hold their sections, which may go on behind it; so it is its tag.
Span span_of(const Shortcode& call, const std::vector<Section>& sections) {
  const Span whole = call.span();
  const auto next =
      std::lower_bound(sections.begin(), sections.end(), whole.begin,
                       [](const Section& section, uint32_t place) { return section.span.begin < place; });
  return next == sections.end() || next->span.begin >= whole.end ? whole : call.open;
}

std::vector<Symbol> symbols_in_order(const Document& document) {
  const std::vector<Section> all = sections(document);
  std::vector<Symbol> found;
  for (const Section& section : all) {
    const Span content = document.tree()[section.heading].content;
    found.push_back({string_kind, section.span, content.empty() ? section.span : content, section.title});
  }
  for (const Shortcode& call : document.shortcodes.calls) {
    if (call.name.empty()) continue;
    found.push_back(
        {function_kind, span_of(call, all), call.name_span, call.name, parameters_of(document, call)});
  }
  std::stable_sort(found.begin(), found.end(), [](const Symbol& left, const Symbol& right) {
    return left.span.begin < right.span.begin;
  });
  return found;
}

std::vector<Symbol> symbols(const Document& document) {
  std::vector<Symbol> nested;
  std::vector<size_t> open;
  for (Symbol& symbol : symbols_in_order(document)) {
    while (!open.empty() && !nested[open.back()].span.contains(symbol.span)) {
      nested[open.back()].end = nested.size();
      open.pop_back();
    }
    if (open.size() == most_levels) continue;
    if (!open.empty()) symbol.parent = open.back();
    open.push_back(nested.size());
    nested.push_back(std::move(symbol));
  }
  for (const size_t index : open) nested[index].end = nested.size();
  return nested;
}

// Symbols are written in order of place: each opens, and closes once those within it are written.
void write_tree(const PageView& page, const std::vector<Symbol>& symbols, PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  const auto write_from = [&](const auto& self, size_t index, size_t end) -> void {
    for (; index < end; index = symbols[index].end) {
      const Symbol& symbol = symbols[index];
      json.object([&] {
        json.member("name", symbol.name);
        if (!symbol.detail.empty()) json.member("detail", symbol.detail);
        json.member("kind", symbol.kind);
        json.key("range"), answer.range(page.path, symbol.span);
        json.key("selectionRange"), answer.range(page.path, symbol.name_span);
        if (symbol.end == index + 1) return;
        json.key("children"), json.array(std::initializer_list<size_t>{index + 1},
                                         [&](size_t first) { self(self, first, symbol.end); });
      });
    }
  };
  json.array(std::initializer_list<size_t>{0},
             [&](size_t first) { write_from(write_from, first, symbols.size()); });
}

void write_list(const PageView& page, const std::vector<Symbol>& symbols, PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  json.array(symbols, [&](const Symbol& symbol) {
    json.object([&] {
      json.member("name", symbol.name);
      json.member("kind", symbol.kind);
      json.key("location"), answer.location(page.path, symbol.span);
      if (symbol.parent != SIZE_MAX) json.member("containerName", symbols[symbol.parent].name);
    });
  });
}

}  // namespace

void document_symbols(const PageView& page, const Json&, PlaceWriter& answer) {
  const std::vector<Symbol> found = symbols(page.document);
  page.support.symbol_tree ? write_tree(page, found, answer) : write_list(page, found, answer);
}

}  // namespace rubric
