#include <algorithm>
#include <set>

#include "lsp/proposals.h"
#include "text/ascii.h"

namespace rubric {

namespace {

constexpr size_t most_values = 100;

// What Hugo knows in front matter (its documentation, "Front matter", 0.152).
struct HugoKey {
  std::string_view name;
  enum class Values : uint8_t { of_page, shared, truth } values;  // whether pages share values
};
constexpr HugoKey hugo_keys[] = {
    {"aliases", HugoKey::Values::of_page},
    {"build", HugoKey::Values::of_page},
    {"cascade", HugoKey::Values::of_page},
    {"date", HugoKey::Values::of_page},
    {"description", HugoKey::Values::of_page},
    {"draft", HugoKey::Values::truth},
    {"expiryDate", HugoKey::Values::of_page},
    {"headless", HugoKey::Values::truth},
    {"isCJKLanguage", HugoKey::Values::truth},
    {"keywords", HugoKey::Values::shared},
    {"lastmod", HugoKey::Values::of_page},
    {"layout", HugoKey::Values::shared},
    {"linkTitle", HugoKey::Values::of_page},
    {"markup", HugoKey::Values::shared},
    {"menus", HugoKey::Values::shared},
    {"modified", HugoKey::Values::of_page},
    {"outputs", HugoKey::Values::shared},
    {"params", HugoKey::Values::of_page},
    {"publishDate", HugoKey::Values::of_page},
    {"resources", HugoKey::Values::of_page},
    {"sitemap", HugoKey::Values::of_page},
    {"slug", HugoKey::Values::of_page},
    {"summary", HugoKey::Values::of_page},
    {"title", HugoKey::Values::of_page},
    {"translationKey", HugoKey::Values::of_page},
    {"type", HugoKey::Values::shared},
    {"url", HugoKey::Values::of_page},
    {"weight", HugoKey::Values::of_page},
};

const HugoKey* find_key(std::string_view name) {
  const auto found = std::find_if(std::begin(hugo_keys), std::end(hugo_keys),
                                  [&](const HugoKey& key) { return equal_ignoring_case(key.name, name); });
  return found == std::end(hugo_keys) ? nullptr : found;
}

// The keys that the page has, but for the one that is being typed; in lower case.
std::set<std::string> own_keys(const PageView& page, const TypedPlace& place) {
  std::set<std::string> keys;
  for (const Member& member : page.document.front_matter.root.members) {
    if (member.key_span.begin != place.span.begin) keys.insert(lower_case(member.key));
  }
  return keys;
}

std::string pages(uint32_t count) {
  return std::to_string(count) + (count == 1 ? " page" : " pages");
}

using KeyUse = std::map<std::string, ValueUse, std::less<>>;

Proposals key_proposals(const PageView& page, const TypedPlace& place, const KeyUse& use) {
  std::vector<std::pair<std::string, uint32_t>> keys;
  for (const auto& [key, values] : use) keys.emplace_back(key, values.count);
  std::stable_sort(keys.begin(), keys.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  const auto add = [&](std::string_view key) { keys.emplace_back(key, 0); };
  if (page.site.configuration().hugo) {
    for (const HugoKey& key : hugo_keys) add(key.name);
    for (const auto& [singular, plural] : page.site.configuration().taxonomies) add(plural);
  }
  std::set<std::string> taken = own_keys(page, place);
  Proposals proposals{place.span};
  for (const auto& [key, count] : keys) {
    if (!fits(place.typed, key) || is_typed_just_now(page, place, key, count)) continue;
    if (!taken.insert(lower_case(key)).second) continue;
    Proposal proposal{ProposalKind::property, key};
    if (!place.ended) proposal.text += place.toml ? " = " : ": ";
    proposal.label = key;
    proposal.detail = count == 0 ? "Hugo" : pages(count);
    proposals.items.push_back(std::move(proposal));
    if (proposals.items.size() == most_proposals) break;
  }
  return proposals;
}

// A string that YAML or TOML would not take as it is stands in quotes.
std::string written_value(const std::string& value, const TypedPlace& place) {
  const bool bare = value == "true" || value == "false";
  const bool special = value.find_first_of(":#[]{},&*!|>'\"%@`\\") != value.npos || value.front() == '-' ||
                       value.front() == ' ' || value.back() == ' ';
  if (place.quoted || bare || (!place.toml && !special)) return value;
  std::string quoted = "\"";
  for (const char byte : value) {
    if (byte == '"' || byte == '\\') quoted += '\\';
    quoted += byte;
  }
  return quoted + '"';
}

Proposals value_proposals(const PageView& page, const TypedPlace& place, const KeyUse& use) {
  Proposals proposals{place.span};
  const HugoKey* known = find_key(place.name);
  if (known != nullptr && known->values == HugoKey::Values::of_page) return proposals;
  std::set<std::string> taken;
  const auto add = [&](const std::string& value, const std::string& detail) {
    if (!fits(place.typed, value) || !taken.insert(value).second) return;
    Proposal proposal{ProposalKind::value, written_value(value, place), detail};
    proposal.label = value;
    proposals.items.push_back(std::move(proposal));
  };
  if (const auto found = use.find(place.name); found != use.end()) {
    for (const auto& [value, count] : found->second.most_frequent(most_values)) {
      if (!is_typed_just_now(page, place, value, count)) add(value, pages(count));
    }
  }
  if (known != nullptr && known->values == HugoKey::Values::truth) add("true", "Hugo"), add("false", "Hugo");
  return proposals;
}

}  // namespace

Proposals front_matter_proposals(const PageView& page, const TypedPlace& place) {
  SiteUse& site_use = page.handbook.use;
  site_use.bring_up_to_date(page.site, page.handbook.live.workspace());
  const KeyUse use = site_use.of_keys();
  return place.kind == TypedPlace::Kind::key ? key_proposals(page, place, use)
                                             : value_proposals(page, place, use);
}

}  // namespace rubric
