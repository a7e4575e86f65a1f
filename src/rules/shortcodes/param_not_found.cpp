// How it works: a page's facts name the parameters that it prints and that neither its front matter nor the
// site sets; what the `cascade` of some page may hand down to it is left out here.

#include <vector>

#include "lint/context.h"
#include "text/ascii.h"
#include "text/nearest.h"

namespace rubric {

void param_not_found(SiteContext& context) {
  const Page& page = context.page();
  // A text that is only included may be printed as another page's.
  if (!page.parameters || context.site().is_fragment(page)) return;
  const auto& names = context.site().configuration().parameters.names();
  const std::vector<std::string_view> known(names.begin(), names.end());
  for (const UnsetParameter& parameter : page.parameters->unset) {
    if (context.site().cascades(lower_case(parameter.name))) continue;
    Extras extras;
    if (const auto near = nearest(parameter.name, known)) {
      const std::string name(*near);
      extras.help = "Did you mean `" + name + "`?";
      extras.fixes.push_back(context.fix("Replace it by `" + name + "`", Applicability::unsafe_fix,
                                         {{parameter.range.span, name}}));
    }
    context.report(parameter.range, {{"name", parameter.name}}, std::move(extras));
  }
}

}  // namespace rubric
