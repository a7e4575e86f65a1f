#pragma once

#include <string_view>

#include "markdown/document.h"

namespace rubric {

/// Why only a running template can know what Hugo makes of the page; empty when its source tells. Decided
/// from the source alone, so that a disagreement elsewhere cannot hide here.
std::string_view limit_of(const Document& page);

/// The share of pages, in thousandths, that may have such a disagreement.
constexpr size_t limited_per_thousand = 2;

}  // namespace rubric
