// Names of shortcodes with the parameters that most calls of the site have, parameters and their values by
// how often the site writes them, and the names of shortcodes that are open at the cursor.

#include <algorithm>

#include "lsp/proposals.h"
#include "shortcode/tag.h"

namespace rubric {

namespace {

constexpr size_t most_values = 50;

bool is_position(std::string_view name) {
  return !name.empty() && name.find_first_not_of("0123456789") == name.npos;
}

bool takes_inner(const ShortcodeTemplate& shortcode) {
  return shortcode.inner == InnerText::raw || shortcode.inner == InnerText::markdown;
}

std::string times(uint32_t count, uint32_t calls) {
  return std::to_string(count) + " of " + std::to_string(calls) + (calls == 1 ? " call" : " calls");
}

// The name, the parameters of most calls, and what ends the call.
std::string call_snippet(std::string_view name, const ShortcodeTemplate& shortcode, const ShortcodeUse& use,
                         const TypedPlace& place) {
  std::string snippet = as_snippet(name);
  uint32_t stop = 0;
  for (const auto& [parameter, values] : use.parameters) {
    if (2 * values.count <= use.calls) continue;
    snippet += is_position(parameter) ? " " : " " + as_snippet(parameter) + "=";
    snippet += "\"$" + std::to_string(++stop) + '"';
  }
  if (place.ended) return snippet;
  const std::string right = " " + as_snippet(right_delimiter(place.delimiter));
  snippet += right + "$0";
  if (takes_inner(shortcode))
    snippet += std::string(left_delimiter(place.delimiter)) + " /" + as_snippet(name) + right;
  return snippet;
}

Proposals name_proposals(const PageView& page, const TypedPlace& place, const SiteUse& site_use) {
  Proposals proposals{place.span};
  // Right behind the delimiter a blank is owed.
  const char before = place.span.begin == 0 ? ' ' : page.document.source.text()[place.span.begin - 1];
  const std::string blank = before == '<' || before == '%' ? " " : "";
  for (const auto& [name, shortcode] : page.document.dialect.templates) {
    if (!fits(place.typed, name)) continue;
    Proposal proposal{ProposalKind::function, blank + name};
    proposal.label = name;
    proposal.detail = shortcode.path.empty() ? "embedded in Hugo" : shortcode.path;
    proposal.snippet = blank + call_snippet(name, shortcode, site_use.of_shortcode(name), place);
    proposals.items.push_back(std::move(proposal));
  }
  return proposals;
}

// The calls before the tag that are not closed there, the innermost first. What stands behind may close
// others.
std::vector<std::string> open_calls(const PageView& page, const TypedPlace& place) {
  const std::string_view before = page.document.source.text().substr(0, place.span.begin);
  const std::string_view text = before.substr(0, before.rfind("{{"));
  const Shortcodes shortcodes =
      parse_shortcodes_once(text, page.document.front_matter.span.end, page.document.dialect);
  std::vector<std::string> names;
  for (auto call = shortcodes.calls.rbegin(); call != shortcodes.calls.rend(); ++call) {
    const ShortcodeTemplate* shortcode = page.document.dialect.find(call->name);
    const bool is_open = call->close.empty() && !call->self_closing && shortcode != nullptr &&
                         shortcode->inner != InnerText::none;
    if (is_open && std::find(names.begin(), names.end(), call->name) == names.end())
      names.push_back(call->name);
  }
  return names;
}

Proposals closing_proposals(const PageView& page, const TypedPlace& place) {
  Proposals proposals{place.span};
  const std::string end = place.ended ? "" : " " + std::string(right_delimiter(place.delimiter));
  for (const std::string& name : open_calls(page, place)) {
    if (!fits(place.typed, name)) continue;
    Proposal proposal{ProposalKind::function, name + end};
    proposal.label = name;
    proposals.items.push_back(std::move(proposal));
  }
  return proposals;
}

void add_values(const PageView& page, const ShortcodeUse& use, const TypedPlace& place,
                Proposals& proposals) {
  const auto found = use.parameters.find(place.parameter);
  if (found == use.parameters.end()) return;
  for (const auto& [value, count] : found->second.most_frequent(most_values)) {
    if (!fits(place.typed, value) || is_typed_just_now(page, place, value, count)) continue;
    Proposal proposal{ProposalKind::value, place.quoted ? value : '"' + value + '"', times(count, use.calls)};
    proposal.label = value;
    proposals.items.push_back(std::move(proposal));
  }
}

void add_parameters(const ShortcodeUse& use, const TypedPlace& place, Proposals& proposals) {
  std::vector<std::pair<std::string, uint32_t>> names;
  for (const auto& [name, values] : use.parameters) {
    const bool given = std::find(place.given.begin(), place.given.end(), name) != place.given.end();
    if (!given && !is_position(name) && fits(place.typed, name)) names.emplace_back(name, values.count);
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const auto& left, const auto& right) { return left.second > right.second; });
  for (const auto& [name, count] : names) {
    Proposal proposal{ProposalKind::property, name + "=", times(count, use.calls)};
    proposal.label = name;
    proposal.snippet = as_snippet(name) + "=\"$1\"";
    proposals.items.push_back(std::move(proposal));
  }
}

}  // namespace

Proposals shortcode_proposals(const PageView& page, const TypedPlace& place) {
  if (place.kind == TypedPlace::Kind::closing_name) return closing_proposals(page, place);
  SiteUse& site_use = page.handbook.use;
  site_use.bring_up_to_date(page.site, page.handbook.live.workspace());
  if (place.kind == TypedPlace::Kind::tag_name) return name_proposals(page, place, site_use);
  Proposals proposals{place.span};
  const ShortcodeUse use = site_use.of_shortcode(place.name);
  if (place.kind == TypedPlace::Kind::parameter) add_parameters(use, place, proposals);
  add_values(page, use, place, proposals);
  return proposals;
}

}  // namespace rubric
