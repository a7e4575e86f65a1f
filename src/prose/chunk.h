#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "prose/prose.h"
#include "text/span.h"

namespace rubric {

/// A word inside a chunk; the span counts from the chunk's start.
struct ChunkPart {
  Span span;
  WordKind kind = WordKind::word;
};

/// Splits a chunk, a run of text without white space and without markup, into words and marks, which together
/// cover it without gaps; appends them to `parts`. Linear.
void split_chunk(std::string_view chunk, std::vector<ChunkPart>& parts);

}  // namespace rubric
