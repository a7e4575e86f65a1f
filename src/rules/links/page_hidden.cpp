// How it works: the site knows what a leaf bundle hides; the first pages are named.

#include "lint/context.h"

namespace rubric {

void page_hidden(SiteContext& context) {
  constexpr size_t most_named = 3;
  const std::vector<const Page*> hidden = context.site().hidden_by(context.page());
  if (hidden.empty()) return;
  std::string names;
  for (size_t index = 0; index < hidden.size() && index < most_named; ++index)
    names += (index == 0 ? "`" : ", `") + hidden[index]->path + "`";
  if (hidden.size() > most_named) names += " and others";
  Extras extras;
  extras.help = "Call it `_index.md` where its folder holds pages.";
  context.report({{1, 1}, {1, 1}, {0, 0}}, {{"pages", names}}, std::move(extras));
}

}  // namespace rubric
