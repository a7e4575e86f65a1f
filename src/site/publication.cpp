// How it works: a handful of look-ups in the front matter's root mapping, by Hugo's names (which ignore
// letter case). A cascade that is aimed at some pages only (`target`) is left out: taking its pages as
// published can hide a dead link, taking others as unpublished would invent one.

#include "site/publication.h"

namespace rubric {

namespace {

std::string scalar(const Value& mapping, std::string_view key) {
  const Value* value = mapping.find(key);
  return value == nullptr ? std::string() : value->scalar;
}

bool truth(const Value& mapping, std::string_view key) {
  const Value* value = mapping.find(key);
  return value != nullptr && value->truth();
}

Render render_of(const Value& mapping) {
  const Value* build = mapping.find("build");
  if (build == nullptr) build = mapping.find("_build");
  const Value* render = build == nullptr ? nullptr : build->find("render");
  if (render == nullptr) return Render::unset;
  if (render->scalar == "never" || render->scalar == "false") return Render::never;
  if (render->scalar == "link") return Render::link;
  return Render::always;
}

Render cascade_of(const Value& mapping) {
  const Value* cascade = mapping.find("cascade");
  if (cascade == nullptr) return Render::unset;
  const auto untargeted = [](const Value& entry) {
    return entry.is_mapping() && entry.find("target") == nullptr && entry.find("_target") == nullptr;
  };
  if (untargeted(*cascade)) return render_of(*cascade);
  for (const Value& entry : cascade->items) {
    const Render render = untargeted(entry) ? render_of(entry) : Render::unset;
    if (render != Render::unset) return render;
  }
  return Render::unset;
}

}  // namespace

Publication read_publication(const Value& front_matter, const SiteConfiguration& configuration) {
  Publication facts;
  if (!front_matter.is_mapping()) return facts;
  facts.title = scalar(front_matter, "title");
  facts.slug = scalar(front_matter, "slug");
  facts.url = scalar(front_matter, "url");
  facts.date = scalar(front_matter, "date");
  if (const Value* aliases = front_matter.find("aliases")) facts.aliases = aliases->strings();
  for (const auto& [singular, plural] : configuration.taxonomies) {
    const Value* terms = front_matter.find(plural);
    if (terms == nullptr) continue;
    for (const std::string& term : terms->strings()) facts.terms.push_back(plural + "/" + term);
  }
  facts.render = render_of(front_matter);
  facts.cascade = cascade_of(front_matter);
  facts.draft = truth(front_matter, "draft") || scalar(front_matter, "published") == "false";
  facts.headless = truth(front_matter, "headless");
  facts.own_outputs = front_matter.find("outputs") != nullptr;
  for (const std::string_view key : {"publishDate", "pubdate", "published", "expiryDate", "unpublishdate"})
    facts.timed = facts.timed || front_matter.find(key) != nullptr;
  return facts;
}

}  // namespace rubric
