#pragma once

#include "lint/context.h"
#include "prose/frames.h"

namespace rubric {

/// Reports what `frames` find in a sentence of the page, with {found} and {right}, unless it is quoted or the
/// sentence is about words.
void report_confused(PageContext& context, const Frames& frames, const Sentence& sentence);

}  // namespace rubric
