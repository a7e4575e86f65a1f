// How it works: the engine has noted what each suppression was good for. A comment of which nothing is of use
// can go as a whole, where that changes nothing that readers see.

#include <algorithm>

#include "lint/context.h"
#include "lint/suppress.h"

namespace rubric {

namespace {

bool is_useless(const SuppressionUse& use) {
  return use.judged && !use.used;
}

}  // namespace

void suppression_unused(SuppressionsContext& context) {
  const auto uses = context.uses();
  for (auto use = uses.begin(); use != uses.end();) {
    const Suppression& suppression = *use->suppression;
    const auto end = std::find_if(
        use, uses.end(), [&](const SuppressionUse& other) { return other.suppression != &suppression; });
    const bool wholly = std::all_of(use, end, is_useless);
    for (; use != end; ++use) {
      if (!is_useless(*use)) continue;
      Extras extras;
      if (wholly && !suppression.removal.empty())
        extras.fixes.push_back(context.fix("Remove it", Applicability::safe, {{suppression.removal, ""}}));
      const bool ends = suppression.kind == SuppressionKind::enable;
      context.report(use->name == nullptr ? suppression.range : use->name->range,
                     {{"suppression", suppression.word + (use->name == nullptr ? "" : " " + use->name->name)},
                      {"problem", ends ? "ends nothing" : "suppresses no finding"}},
                     std::move(extras));
    }
  }
}

}  // namespace rubric
