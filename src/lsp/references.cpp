// How it works: what the cursor is on is made into what is sought: a file, with the ids of a heading if that
// is meant, or a shortcode. Then all links and includes of the site are resolved, as its rules do; calls of a
// shortcode, which are no facts, are looked for in the texts that hold its name.

#include <algorithm>

#include "lsp/subject.h"
#include "site/destinations.h"

namespace rubric {

namespace {

// A file, or an anchor in it.
struct Sought {
  std::string path;
  Position position = {1, 1};
  std::vector<std::string> ids = {};       // of the anchor; empty for the file as a whole
  std::vector<const Page*> shown_by = {};  // the pages whose fragments may mean it
};

struct Mention {
  std::string_view path;
  Span span;
};

std::vector<std::string> ids_at(const PageView& page, Span heading) {
  std::vector<std::string> ids;
  for (const Anchor& anchor : page.page.anchors) {
    const uint32_t offset = page.document.source.offset(anchor.position);
    if (heading.begin <= offset && offset <= heading.end) ids.emplace_back(anchor.id);
  }
  return ids;
}

void add_readers(const Site& site, const Page* page, Sought& sought) {
  if (page == nullptr) return;
  sought.shown_by = site.includers(*page);
  sought.shown_by.push_back(page);
}

Sought sought_at(const PageView& page, const Subject& subject) {
  Sought sought{page.path};
  const Page* shown = &page.page;
  if (subject.kind == Subject::Kind::heading) {
    const Span span = page.document.tree()[subject.heading].span;
    sought.position = page.document.source.position(span.begin);
    sought.ids = ids_at(page, span);
  } else if (const std::optional<Target> target = target_of(page, subject)) {
    sought.path = target->path;
    sought.position = target->position;
    shown = target->page == nullptr ? nullptr : page.site.page_at(target->path);
    if (target->anchored) sought.ids.push_back(parse_destination(subject.link->target).fragment);
  }
  add_readers(page.site, shown, sought);
  return sought;
}

bool leads_to(const Site& site, const Page& from, const Link& link, const Sought& sought) {
  if (!sought.ids.empty() && link.target.find('#') == link.target.npos) return false;
  const Resolution resolution = site.resolve(from, link);
  const auto& shown_by = sought.shown_by;
  if (resolution.page == nullptr ||
      std::find(shown_by.begin(), shown_by.end(), resolution.page) == shown_by.end())
    return false;
  if (sought.ids.empty()) return resolution.page->path == sought.path;
  const std::string fragment = parse_destination(link.target).fragment;
  return std::find(sought.ids.begin(), sought.ids.end(), fragment) != sought.ids.end();
}

void check_cancelled(const PageView& page) {
  if (page.cancelled()) throw RequestError(ErrorCode::request_cancelled, "The client cancelled the request.");
}

std::vector<Mention> places_that_lead_to(const PageView& page, const Sought& sought) {
  std::vector<Mention> places;
  for (const Page& from : page.site.pages()) {
    check_cancelled(page);
    for (const Link& link : from.links) {
      if (leads_to(page.site, from, link, sought)) places.push_back({from.path, link.range.span});
    }
    if (!sought.ids.empty()) continue;
    for (const Include& include : from.includes) {
      if (page.site.resolve(from, include).path == sought.path)
        places.push_back({from.path, include.range.span});
    }
  }
  return places;
}

std::vector<Mention> calls_of(const PageView& page, const std::string& name) {
  const Workspace& workspace = page.handbook.live.workspace();
  std::vector<Mention> places;
  for (const Page& from : page.site.pages()) {
    check_cancelled(page);
    const std::string text = workspace.text(from.path);
    if (text.find(name) == text.npos) continue;
    const uint32_t begin = parse_front_matter(text).span.end;
    for (const Shortcode& call : parse_shortcodes_once(text, begin, workspace.dialect_of(from.path)).calls) {
      if (call.name == name) places.push_back({from.path, call.name_span});
    }
  }
  return places;
}

// The template or page itself, where the client wants it, comes first.
void write_places(const std::vector<Mention>& places, const std::optional<Target>& own, PlaceWriter& answer) {
  JsonWriter& json = answer.json;
  json.array(std::initializer_list<int>{0}, [&](int) {
    if (own) answer.location(own->path, own->position);
    for (const Mention& place : places) answer.location(place.path, place.span);
  });
}

}  // namespace

void references(const PageView& page, const Json& params, PlaceWriter& answer) {
  const Subject subject = subject_at(page, page.offset(params["position"]));
  const bool with_own = params.at("context.includeDeclaration").truth;
  if (subject.kind == Subject::Kind::shortcode) {
    const std::vector<Mention> calls = calls_of(page, subject.call->name);
    return write_places(calls, with_own ? target_of(page, subject) : std::nullopt, answer);
  }
  const Sought sought = sought_at(page, subject);
  const std::vector<Mention> places = places_that_lead_to(page, sought);
  write_places(places, with_own ? std::optional(Target{sought.path, sought.position}) : std::nullopt, answer);
}

}  // namespace rubric
