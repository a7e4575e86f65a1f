// How it works: the site judges each ref as Hugo does; what Hugo refuses is reported at the parameter that is
// to blame.

#include "lint/context.h"

namespace rubric {

namespace {

std::string fault_of(const Resolution& resolution) {
  switch (resolution.fault) {
    case RefFault::ambiguous:
      return "is ambiguous: " + std::to_string(resolution.candidates.size()) + " pages have this name";
    case RefFault::bad_url:
      return "is not a valid path";
    case RefFault::language:
      return "is looked up in the language `" + resolution.wanted + "`, which the site does not have";
    case RefFault::output_format:
      return "asks for the output format `" + resolution.wanted + "`, which neither Hugo nor the site has";
    case RefFault::page_format:
      return "is a page that does not come in the output format `" + resolution.wanted + "`";
    case RefFault::miscounted:
      return "takes a path and at most an output format";
    default:
      return "leads to no page";
  }
}

std::string help_for(const Resolution& resolution) {
  if (!resolution.candidates.empty()) {
    std::string help = "Write which one is meant:";
    for (size_t index = 0; index < resolution.candidates.size() && index < 5; ++index)
      help += (index == 0 ? " `" : ", `") + resolution.candidates[index] + "`";
    if (resolution.candidates.size() > 5) help += " and others";
    return help + ".";
  }
  if (!resolution.draft.empty()) return "`" + resolution.draft + "` is a draft, which the site leaves out.";
  return resolution.suggestion.empty() ? "" : "Did you mean `" + resolution.suggestion + "`?";
}

}  // namespace

void ref_not_found(SiteContext& context) {
  const std::vector<Link>& links = context.page().links;
  for (size_t index = 0; index < links.size(); ++index) {
    const Link& link = links[index];
    const Resolution& resolution = context.resolutions()[index];
    if (link.kind != LinkKind::ref || resolution.outcome != Outcome::target_missing) continue;
    Extras extras;
    extras.help = help_for(resolution);
    if (resolution.from != nullptr)
      extras.related.push_back({resolution.from->path, {}, "The text is included in this page."});
    if (!resolution.suggestion.empty())
      extras.fixes.push_back(context.fix("Replace it by `" + resolution.suggestion + "`",
                                         Applicability::unsafe_fix,
                                         {{link.range.span, resolution.suggestion}}));
    const bool miscounted = resolution.fault == RefFault::miscounted && link.target.empty();
    context.report(
        link.range,
        {{"target", miscounted ? "ref" : std::string(link.target)}, {"fault", fault_of(resolution)}},
        std::move(extras));
  }
}

}  // namespace rubric
