// How it works: the site looks every included path up, also in mistyped tags, whose repair would fail on it.

#include "lint/context.h"

namespace rubric {

namespace {

std::string what_is_wrong(IncludeFault fault) {
  switch (fault) {
    case IncludeFault::missing:
      return "does not exist";
    case IncludeFault::letter_case:
      return "does not exist in this letter case";
    case IncludeFault::folder:
      return "is a folder";
    case IncludeFault::outside:
      return "lies outside the site";
  }
  return "does not exist";
}

}  // namespace

void include_not_found(SiteContext& context) {
  // In a text that is printed as it is no include is read.
  if (!context.site().includes().reads_shortcodes(context.page())) return;
  for (const Include& include : context.page().includes) {
    const IncludeResolution resolution = context.site().resolve(context.page(), include);
    if (resolution.found || resolution.unknowable) continue;
    // Whether it is an include at all depends on the file.
    if (include.slip >= 0 && context.page().slips[static_cast<size_t>(include.slip)].needs_target) continue;
    Extras extras;
    if (!resolution.suggestion.empty()) {
      extras.help = "Did you mean `" + resolution.suggestion + "`?";
      const Applicability applicability =
          resolution.fault == IncludeFault::letter_case ? Applicability::safe : Applicability::unsafe_fix;
      extras.fixes.push_back(context.fix("Replace it by `" + resolution.suggestion + "`", applicability,
                                         {{include.range.span, resolution.suggestion}}));
    }
    context.report(include.range, {{"target", include.target}, {"fault", what_is_wrong(resolution.fault)}},
                   std::move(extras));
  }
}

}  // namespace rubric
