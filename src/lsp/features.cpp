// The table of features: a feature is one file `<name>.cpp` that defines the function declared here, and one
// row. Everything else follows from the row: dispatch, what the client is told at `initialize`, cancellation.

#include <optional>

#include "lsp/feature.h"

namespace rubric {

namespace {

constexpr std::span<const Feature> rows;

}  // namespace

std::span<const Feature> features() {
  return rows;
}

uint32_t PageView::offset(const Json& position) const {
  const std::optional<EditorPosition> place = read_position(position);
  if (!place) throw RequestError(ErrorCode::invalid_params, "The request has no position.");
  return offset_of(document.source.text(), *place, encoding);
}

}  // namespace rubric
