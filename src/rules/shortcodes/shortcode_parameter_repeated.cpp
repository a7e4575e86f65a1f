// How it works: the second and later ones of a name are told. One that repeats the value, too, can go, unless
// a bare value would then touch the right delimiter and swallow it.

#include <map>
#include <string_view>
#include <utility>

#include "lint/context.h"

namespace rubric {

namespace {

void judge(PageContext& context, const Shortcode& call) {
  std::map<std::string_view, const Parameter*> seen;
  const Parameter* before = nullptr;
  for (const Parameter& parameter : call.parameters) {
    const Parameter* previous = std::exchange(before, &parameter);
    if (parameter.name.empty()) continue;
    const auto [first, is_new] = seen.try_emplace(parameter.name, &parameter);
    if (is_new) continue;
    const bool same = std::exchange(first->second, &parameter)->value == parameter.value;
    Extras extras;
    const std::string_view after = context.document().source.slice({parameter.span.end, call.open.end});
    if (same && (after.starts_with(' ') || after.starts_with('\n')))
      extras.fixes.push_back(
          context.fix("Delete it", Applicability::safe, {{{previous->span.end, parameter.span.end}, ""}}));
    context.report(parameter.span, {{"parameter", parameter.name}, {"name", call.name}}, std::move(extras));
  }
}

}  // namespace

void shortcode_parameter_repeated(PageContext& context) {
  for (const Shortcode& call : context.document().shortcodes.calls) {
    if (call.parameters.size() > 1) judge(context, call);
  }
}

}  // namespace rubric
