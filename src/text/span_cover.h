#pragma once

#include <algorithm>
#include <vector>

#include "text/span.h"

namespace rubric {

/// A set of spans, in any order and nested as they like, that answers whether one of them holds another span.
/// A value; a question costs the logarithm of the number of spans.
class SpanCover {
 public:
  explicit SpanCover(std::vector<Span> spans) : spans_(std::move(spans)) {
    std::sort(spans_.begin(), spans_.end());
    // From here on an end is the furthest of all spans that begin no later.
    for (size_t i = 1; i < spans_.size(); ++i) spans_[i].end = std::max(spans_[i].end, spans_[i - 1].end);
  }

  bool holds(Span span) const {
    const auto behind = std::partition_point(spans_.begin(), spans_.end(),
                                             [&](Span other) { return other.begin <= span.begin; });
    return behind != spans_.begin() && std::prev(behind)->end >= span.end;
  }

 private:
  std::vector<Span> spans_;
};

}  // namespace rubric
