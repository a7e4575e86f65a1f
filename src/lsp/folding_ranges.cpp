// Sections, list items, blocks of several lines, front matter and paired shortcodes.

#include <algorithm>
#include <tuple>

#include "lsp/feature.h"
#include "lsp/sections.h"

namespace rubric {

namespace {

struct Fold {
  uint32_t first = 0, last = 0;  // lines from 0
  bool comment = false;

  friend bool operator<(const Fold& left, const Fold& right) {
    return std::tuple(left.first, right.last) < std::tuple(right.first, left.last);
  }
};

class Folds {
 public:
  explicit Folds(const Source& source) : source_(source) {}

  void add(Span span, bool comment = false) {
    if (span.empty()) return;
    const std::string_view text = source_.slice(span);
    const size_t last = text.find_last_not_of("\r\n \t");
    if (last == text.npos) return;
    const Fold fold{source_.line_of(span.begin) - 1,
                    source_.line_of(span.begin + static_cast<uint32_t>(last)) - 1, comment};
    if (fold.last > fold.first) folds_.push_back(fold);
  }

  // Of several that begin in one line, the largest.
  std::vector<Fold> take() {
    std::sort(folds_.begin(), folds_.end());
    const auto same = [](const Fold& left, const Fold& right) { return left.first == right.first; };
    folds_.erase(std::unique(folds_.begin(), folds_.end(), same), folds_.end());
    return std::move(folds_);
  }

 private:
  const Source& source_;
  std::vector<Fold> folds_;
};

std::vector<Fold> folds(const Document& document) {
  Folds folds(document.source);
  folds.add(document.front_matter.span);
  for (const Section& section : sections(document)) folds.add(section.span);
  const Tree& tree = document.tree();
  for (const NodeKind kind : {NodeKind::block_quote, NodeKind::item, NodeKind::code_block, NodeKind::table,
                              NodeKind::definition_description, NodeKind::footnote_definition}) {
    for (const NodeId id : tree.of_kind(kind)) folds.add(tree[id].span);
  }
  for (const NodeId id : tree.of_kind(NodeKind::html_block))
    folds.add(tree[id].span, document.source.slice(tree[id].span).starts_with("<!--"));
  for (const Shortcode& call : document.shortcodes.calls) folds.add(call.span());
  return folds.take();
}

}  // namespace

void folding_ranges(const PageView& page, const Json&, PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  json.array(folds(page.document), [&](const Fold& fold) {
    json.object([&] {
      json.member("startLine", fold.first);
      json.member("endLine", fold.last);
      if (fold.comment) json.member("kind", "comment");
    });
  });
}

}  // namespace rubric
