#pragma once

#include <string>
#include <vector>

#include "site/template_source.h"

namespace rubric {

/// What a template writes of ids, as far as its own text says.
struct TemplateIds {
  std::vector<std::string> ids;  ///< written out in full
  bool computed = false;         ///< others are put together by actions, or made of Markdown headings
};

/// Finds the ids that the source of a template writes. HTML that actions print is not looked for here.
TemplateIds find_template_ids(const std::vector<TemplatePart>& parts);

/// Whether a template has neither text nor actions.
bool is_empty(const std::vector<TemplatePart>& parts);

}  // namespace rubric
