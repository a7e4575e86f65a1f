#pragma once

#include <vector>

#include "site/template_source.h"

namespace rubric {

/// Whether a shortcode's template certainly prints its inner text as it is, where readers see it as text: a
/// `{{ .Inner }}` between HTML tags, with no function that could make Markdown of it anywhere, and not inside
/// an attribute, a script or preformatted text. Not so a template that prints nothing else, which people have
/// to write raw HTML in.
bool prints_inner_as_html(const std::vector<TemplatePart>& parts);

/// Whether a shortcode's template certainly prints its inner text, as a page wrote it, where HTML is
/// expected: outside of any condition or loop.
bool always_prints_inner(const std::vector<TemplatePart>& parts);

/// Whether a shortcode's template certainly hands its inner text, as a page wrote it, to markdownify or
/// RenderString: outside of any condition or loop, and through no other function but one that trims it.
bool always_renders_inner(const std::vector<TemplatePart>& parts);

}  // namespace rubric
