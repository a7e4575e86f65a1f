// How it works: the site judges every link of the page; what leads nowhere is reported at its destination,
// with the nearest thing that exists as a fix.

#include "lint/context.h"

namespace rubric {

namespace {

// Why the page that would have the URL is not there; empty where that needs no words.
std::string reason(const Page& page) {
  const std::string start = "`" + page.path + "` would be there, but ";
  switch (page.absence) {
    case Absence::draft:
      return start + "is a draft.";
    case Absence::expired:
      return start + "has expired.";
    case Absence::future:
      return start + "is dated in the far future.";
    case Absence::section:
      return start + "a section above it is not published.";
    case Absence::headless:
      return start + "is headless.";
    case Absence::unrendered:
      return start + "is not rendered.";
    case Absence::kind:
      return start + "is a kind of page that the site does not make.";
    default:
      return {};
  }
}

std::string other_languages(const std::vector<std::string>& languages) {
  std::string names;
  for (const std::string& language : languages) names += (names.empty() ? "`" : ", `") + language + "`";
  return languages.empty() ? "" : "The page exists in other languages: " + names + ".";
}

std::string help_for(const Link& link, const Resolution& resolution) {
  std::string help;
  if (!resolution.suggestion.empty()) help = "Did you mean `" + resolution.suggestion + "`?";
  const auto add = [&](const std::string& sentence) {
    if (!help.empty() && !sentence.empty()) help += " ";
    help += sentence;
  };
  const bool relative = !link.target.starts_with('/') && link.target.find("//") == link.target.npos;
  if (relative && resolution.wanted.starts_with('/'))
    add("From this page it leads to `" + resolution.wanted + "`.");
  if (resolution.absent != nullptr) add(reason(*resolution.absent));
  add(other_languages(resolution.languages));
  return help;
}

std::string_view kind_of_target(LinkKind kind) {
  return kind == LinkKind::image || kind == LinkKind::html_file ? "no file" : "no page or file";
}

}  // namespace

void link_target_not_found(SiteContext& context) {
  const std::vector<Link>& links = context.page().links;
  for (size_t index = 0; index < links.size(); ++index) {
    const Link& link = links[index];
    const Resolution& resolution = context.resolutions()[index];
    if (link.kind == LinkKind::ref || resolution.outcome != Outcome::target_missing) continue;
    Extras extras;
    extras.help = help_for(link, resolution);
    extras.missing_folder = context.site().missing_top_folder(resolution.wanted);
    if (resolution.from != nullptr)
      for (const IncludeStep& step : context.site().includes().chain(*resolution.from, context.page()))
        extras.related.push_back({step.page->path, step.include->range.begin, "Included here."});
    // In a text that several pages include, a relative path suits only some of them.
    const bool suits = resolution.from == nullptr || link.target.starts_with('/');
    if (!resolution.suggestion.empty() && suits) {
      const Applicability applicability =
          resolution.certain ? Applicability::safe : Applicability::unsafe_fix;
      extras.fixes.push_back(context.fix("Replace it by `" + resolution.suggestion + "`", applicability,
                                         {{link.range.span, resolution.suggestion}}));
    }
    context.report(link.range,
                   {{"target", std::string(link.target)}, {"kind", std::string(kind_of_target(link.kind))}},
                   std::move(extras));
  }
}

}  // namespace rubric
