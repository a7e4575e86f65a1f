#include "lsp/site_use.h"

#include <algorithm>

namespace rubric {

std::vector<std::pair<std::string, uint32_t>> ValueUse::most_frequent(size_t most) const {
  std::vector<std::pair<std::string, uint32_t>> sorted(values.begin(), values.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  if (sorted.size() > most) sorted.resize(most);
  return sorted;
}

void SiteUse::bring_up_to_date(const Site& site, const Workspace& workspace) {
  ++round_;
  for (const Page& page : site.pages()) {
    const std::string text = workspace.text(page.path);
    const size_t hash = std::hash<std::string_view>()(text);
    const auto [found, fresh] = pages_.try_emplace(page.path);
    Known& known = found->second;
    if (fresh || known.hash != hash)
      known = {hash, round_, read_page_use(text, workspace.dialect_of(page.path))};
    known.round = round_;
  }
  std::erase_if(pages_, [&](const auto& entry) { return entry.second.round != round_; });
}

ShortcodeUse SiteUse::of_shortcode(std::string_view name) const {
  ShortcodeUse all;
  for (const auto& [path, known] : pages_) {
    const uint32_t before = all.calls;
    for (const CallUse& call : known.use.calls) {
      if (call.name != name) continue;
      ++all.calls;
      for (const auto& [parameter, value] : call.parameters) {
        ValueUse& use = all.parameters[parameter];
        ++use.count;
        if (!value.empty()) ++use.values[value];
      }
    }
    if (all.calls != before) ++all.pages;
  }
  return all;
}

std::map<std::string, ValueUse, std::less<>> SiteUse::of_keys() const {
  std::map<std::string, ValueUse, std::less<>> all;
  for (const auto& [path, known] : pages_) {
    std::string_view last;
    for (const auto& [key, value] : known.use.front_matter) {
      ValueUse& use = all[key];
      if (key != last) ++use.count;
      last = key;
      if (!value.empty()) ++use.values[value];
    }
  }
  return all;
}

}  // namespace rubric
