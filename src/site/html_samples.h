#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace rubric {

/// The insides of HTML elements that show what is in them as it is, or not at all: `<code>`, `<pre>`,
/// `<script>` and their like. `text` is a page's; blind to Markdown. In order, not nested.
std::vector<Span> html_samples(std::string_view text);

}  // namespace rubric
