// How it works: the site knows how often each such name is called, and the first page that calls it tells. A
// name that is close to one which exists, or which is called far more often, is likely a slip of the keys.

#include <algorithm>
#include <vector>

#include "lint/context.h"
#include "text/nearest.h"

namespace rubric {

namespace {

constexpr uint32_t far_more = 5;

std::optional<std::string_view> likely_meant(const Site& site, std::string_view name, uint32_t calls) {
  std::vector<std::string_view> names;
  for (const auto& [known, shortcode] : site.configuration().dialect.templates) names.push_back(known);
  for (const auto& [used, usage] : site.unverified_shortcodes()) {
    if (usage.calls >= far_more * calls) names.push_back(used);
  }
  std::sort(names.begin(), names.end());
  return nearest(name, names);
}

}  // namespace

void shortcode_unverified(SiteContext& context) {
  const Site& site = context.site();
  for (const UnverifiedShortcode& shortcode : context.page().unverified) {
    const auto found = site.unverified_shortcodes().find(shortcode.name);
    if (found == site.unverified_shortcodes().end() || found->second.first != &context.page()) continue;
    const ShortcodeUsage& usage = found->second;
    Extras extras;
    if (const auto meant = likely_meant(site, shortcode.name, usage.calls))
      extras.help = "Did you mean `" + std::string(*meant) + "`?";
    const std::string calls = usage.calls == 1 ? "call" : std::to_string(usage.calls) + " calls";
    context.report(shortcode.first, {{"name", shortcode.name}, {"calls", calls}}, std::move(extras));
  }
}

}  // namespace rubric
