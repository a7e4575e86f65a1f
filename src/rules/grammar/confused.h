#pragma once

#include <span>

#include "lint/context.h"
#include "prose/frames.h"

namespace rubric {

/// Frames of `confused`, and a watch for what they may find.
Prepared prepare_confused(const Preparation& preparation, std::span<const ConfusedWords> confused);

/// Reports what the rule's prepared frames find in the sentences of the page that `is_read`, with {found} and
/// {right}, unless it is quoted or the sentence is about words.
void report_confused(PageContext& context, bool (*is_read)(ProseKind));

}  // namespace rubric
