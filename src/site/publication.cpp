// How it works: a handful of look-ups in the front matter's root mapping, by Hugo's names (which ignore
// letter case), as hugolib/page__meta.go makes them. A date is the first that one of its sources
// (SiteConfiguration::dates) gives.

#include "site/publication.h"

#include <algorithm>
#include <set>

#include "site/configuration.h"
#include "site/dates.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

std::string scalar(const Value& mapping, std::string_view key) {
  const Value* value = mapping.find(key);
  return value == nullptr ? std::string() : value->scalar;
}

bool is_truth_value(std::string_view text) {
  return text == "true" || text == "false";
}

// `build` is `_build`'s name in newer Hugo; the older does not know it.
Render render_of(const Value& mapping, const HugoVersion& hugo) {
  constexpr HugoVersion renamed_since{0, 123, 0};
  const Value* build = hugo < renamed_since ? nullptr : mapping.find("build");
  if (build == nullptr) build = mapping.find("_build");
  if (build == nullptr || !build->is_mapping()) return Render::unset;
  const Value* render = build->find("render");
  if (render == nullptr) return Render::always;
  if (render->scalar == "never" || render->scalar == "false") return Render::never;
  return render->scalar == "link" ? Render::link : Render::always;
}

// The name that a date may stand at the head of: the file's, of a leaf bundle its folder's.
std::string_view dated_name(std::string_view path) {
  std::string_view name = name_of(path);
  name = name.substr(0, name.find('.'));
  return name == "index" ? name_of(folder_of(path)) : name;
}

constexpr size_t date_size = 10;

std::optional<WrittenDate> date_of_name(std::string_view path) {
  const std::string_view name = dated_name(path);
  return name.size() < date_size ? std::nullopt : parse_date(name.substr(0, date_size));
}

struct Dates {
  const Value& front_matter;
  std::string_view path;

  std::optional<WrittenDate> first_of(const std::vector<std::string>& sources) const {
    for (const std::string& source : sources) {
      if (source == ":git" || source == ":filemodtime") return std::nullopt;
      const Value* value = front_matter.find(source);
      const auto date = source == ":filename"                                    ? date_of_name(path)
                        : value == nullptr || value->kind == Value::Kind::number ? std::nullopt
                                                                                 : parse_date(value->scalar);
      if (date) return date;
    }
    return std::nullopt;
  }
};

void read_dates(const Value& front_matter, std::string_view path, const DateSources& sources,
                Publication& facts) {
  const Dates dates{front_matter, path};
  if (const auto date = dates.first_of(sources.date)) facts.day = date->day;
  if (const auto date = dates.first_of(sources.publish_date)) facts.appears = date->minute;
  if (const auto date = dates.first_of(sources.expiry_date)) facts.expires = date->minute;
  const bool names_count =
      std::find(sources.date.begin(), sources.date.end(), ":filename") != sources.date.end();
  if (!names_count || !facts.slug.empty() || !date_of_name(path)) return;
  std::string_view rest = dated_name(path).substr(date_size);
  constexpr std::string_view around = " -_";
  rest.remove_prefix(std::min(rest.find_first_not_of(around), rest.size()));
  facts.slug = rest.substr(0, rest.find_last_not_of(around) + 1);
}

void read_draft(const Value& front_matter, Publication& facts) {
  const Value* draft = front_matter.find("draft");
  const std::string published = scalar(front_matter, "published");
  facts.says_draft = draft != nullptr || is_truth_value(published);
  facts.draft = draft != nullptr ? draft->truth() : published == "false";
}

void read_outputs(const Value& front_matter, Publication& facts) {
  const Value* outputs = front_matter.find("outputs");
  if (outputs == nullptr) return;
  const std::vector<std::string> formats = outputs->strings();
  facts.own_outputs = !formats.empty();
  facts.without_html =
      facts.own_outputs && std::none_of(formats.begin(), formats.end(), [](const std::string& format) {
        return equal_ignoring_case(format, "html");
      });
}

// "tags/" of "tags/Foo Bar".
std::string_view taxonomy_of(std::string_view term) {
  return term.substr(0, term.find('/') + 1);
}

}  // namespace

Publication read_publication(const Value& front_matter, std::string_view path,
                             const SiteConfiguration& configuration) {
  Publication facts;
  if (front_matter.is_mapping()) {
    facts.title = scalar(front_matter, "title");
    facts.slug = scalar(front_matter, "slug");
    facts.url = scalar(front_matter, "url");
    if (const Value* aliases = front_matter.find("aliases")) facts.aliases = aliases->strings();
    for (const auto& [singular, plural] : configuration.taxonomies) {
      const Value* terms = front_matter.find(plural);
      if (terms == nullptr) continue;
      for (const std::string& term : terms->strings()) facts.terms.push_back(plural + "/" + term);
    }
    facts.render = render_of(front_matter, configuration.dialect.hugo);
    facts.headless = scalar(front_matter, "headless") == "true";
    read_draft(front_matter, facts);
    read_outputs(front_matter, facts);
  }
  read_dates(front_matter, path, configuration.dates, facts);
  const Value* cascade = front_matter.find("cascade");
  if (cascade != nullptr && name_of(path).starts_with("_index.")) {
    std::vector<Cascade> cascades = read_cascades(*cascade, configuration);
    if (!cascades.empty()) facts.cascades = std::make_shared<const std::vector<Cascade>>(std::move(cascades));
  }
  return facts;
}

// Old Hugo does not know `target`, and passes over `_target` outside a list; then the values go to all pages,
// which nobody who wrote a target has meant. The target counts here in any case.
std::vector<Cascade> read_cascades(const Value& cascade, const SiteConfiguration& configuration) {
  std::vector<Cascade> cascades;
  const auto add = [&](const Value& entry) {
    if (!entry.is_mapping()) return;
    const Value* target = entry.find("target");
    if (target == nullptr) target = entry.find("_target");
    Value values;
    values.kind = Value::Kind::mapping;
    for (const Member& member : entry.members) {
      if (!equal_ignoring_case(member.key, "cascade")) values.members.push_back(member);
    }
    Cascade& added = cascades.emplace_back();
    added.values = read_publication(values, "", configuration);
    if (target == nullptr) return;
    added.path = scalar(*target, "path");
    added.kind = scalar(*target, "kind");
    added.language = scalar(*target, "lang");
    added.environment = scalar(*target, "environment");
  };
  if (cascade.is_mapping()) add(cascade);
  for (const Value& entry : cascade.items) add(entry);
  return cascades;
}

void inherit(Publication& own, const Publication& handed_down) {
  const auto fill = [](auto& value, const auto& other) {
    if (value.empty()) value = other;
  };
  fill(own.title, handed_down.title);
  fill(own.slug, handed_down.slug);
  fill(own.url, handed_down.url);
  fill(own.aliases, handed_down.aliases);
  const std::vector<std::string> terms = handed_down.terms.empty() ? std::vector<std::string>() : own.terms;
  std::set<std::string_view> said;
  for (const std::string& term : terms) said.insert(taxonomy_of(term));
  for (const std::string& term : handed_down.terms) {
    if (said.count(taxonomy_of(term)) == 0) own.terms.push_back(term);
  }
  if (own.day == Publication::no_date) own.day = handed_down.day;
  if (own.appears == Publication::no_date) own.appears = handed_down.appears;
  if (own.expires == Publication::no_date) own.expires = handed_down.expires;
  if (own.render == Render::unset) own.render = handed_down.render;
  if (!own.says_draft) {
    own.draft = handed_down.draft;
    own.says_draft = handed_down.says_draft;
  }
  own.headless = own.headless || handed_down.headless;
  if (!own.own_outputs) {
    own.own_outputs = handed_down.own_outputs;
    own.without_html = handed_down.without_html;
  }
}

}  // namespace rubric
