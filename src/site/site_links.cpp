// How it works: a link is taken apart, then tried the ways that the site's link hook allows: Hugo's embedded
// hook looks for a page or file by its place in content, every browser resolves against the page's URL, and
// where a hook or theme is not known any reading that leads somewhere counts. What is found is a page (then
// the fragment is judged), a file, or something that only a build can tell.

#include <algorithm>

#include "site/own_address.h"
#include "site/site.h"
#include "site/urls.h"
#include "site/verdicts.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

// A destination that a template engine fills.
bool is_computed(std::string_view target) {
  return target.find("{{") != target.npos || target.find("{%") != target.npos ||
         target.find("}}") != target.npos;
}

// Hugo's link and image hooks see Markdown's links, not those of raw HTML.
bool is_hooked(LinkKind kind) {
  return kind != LinkKind::html && kind != LinkKind::html_file && kind != LinkKind::ref;
}

// What a hook of the site's own may give a meaning to: `[term](g)`.
bool is_bare_word(std::string_view path) {
  return path.find('/') == path.npos && path.find('.') == path.npos;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Resolution Site::resolve(const Page& from, const Link& link) const {
  // What stands in the tag of a ref is what Hugo looks up, braces and all; of a text that is printed as it is
  // Hugo reads no tags.
  if (link.kind == LinkKind::ref)
    return includes_.reads_shortcodes(from) ? resolve_ref(from, link) : judged(Outcome::unknowable);
  if (is_computed(link.target)) return judged(Outcome::unknowable);
  const Destination destination = destination_of(from, link);
  if (destination.external) return judged(Outcome::external);
  if (from.kind == PageKind::plain) return resolve_plain(from, link, destination);
  if (!is_fragment(from)) return resolve_from(from, link, destination);
  if (!includes_.is_markdown(from)) return judged(Outcome::unknowable);

  // A relative link of a fragment means something else on each page that includes it.
  const std::vector<const Page*> readers = readers_of(from);
  if (readers.empty()) {
    if (!destination.path.starts_with('/')) return judged(Outcome::unknowable);
    return resolve_from(from, link, destination);
  }
  Resolution first;
  for (const Page* reader : readers) {
    Resolution resolution = resolve_from(*reader, link, destination);
    const bool dead =
        resolution.outcome == Outcome::target_missing || resolution.outcome == Outcome::anchor_missing;
    if (!dead) return resolution;
    resolution.from = reader;
    if (first.from == nullptr) first = std::move(resolution);
    if (destination.path.starts_with('/')) break;  // the same from everywhere
  }
  return first;
}

// The destination of a link; an absolute address on the site's own host counts from baseURL.
Destination Site::destination_of(const Page& from, const Link& link) const {
  Destination destination = parse_destination(link.target);
  const auto own = destination.external && from.kind != PageKind::plain
                       ? own_address(link.target, configuration_)
                       : std::nullopt;
  if (!own) return destination;
  std::string_view below = *own;
  while (below.starts_with('/')) below.remove_prefix(1);
  destination = parse_destination("/" + std::string(below));
  destination.below_base = true;
  return destination;
}

// The pages that show a fragment; those that are not published, only if there are no others.
std::vector<const Page*> Site::readers_of(const Page& fragment) const {
  std::vector<const Page*> readers, unpublished;
  for (const Page* includer : includers(fragment)) {
    if (!is_fragment(*includer)) (includer->published() ? readers : unpublished).push_back(includer);
  }
  return readers.empty() ? unpublished : readers;
}

Resolution Site::resolve_from(const Page& from, const Link& link, const Destination& destination) const {
  if (destination.path.empty()) {
    if (!has_page_fragment(link, destination)) return {};
    return judge_fragment(from, destination);
  }
  std::string path = destination.path;
  std::replace(path.begin(), path.end(), '\\', '/');  // as browsers do
  const bool absolute = path.starts_with('/');
  const LinkHook hook = link.kind == LinkKind::image ? configuration_.image_hook : configuration_.link_hook;
  const bool may_be_hooked = is_hooked(link.kind) && !destination.below_base;
  const bool hooked = may_be_hooked && hook != LinkHook::none;
  // A theme that is not on disk may bring hooks.
  const bool may_be_custom =
      may_be_hooked && (hook == LinkHook::custom || (hook == LinkHook::none && configuration_.theme_missing));
  const bool guesses = may_be_custom || (may_be_hooked && configuration_.theme_missing);

  Found found;
  if (hooked) found = hook == LinkHook::embedded ? find_by_hook(from, path) : find_logical(from, path);
  std::string url;
  if (!found && (absolute || !from.urls.empty())) {
    const bool below_base = absolute && (destination.below_base || configuration_.canonify_urls);
    const std::string& base = configuration_.of_language(from.language).base_path;
    url = absolute ? path : resolve_url_path(base + from.urls.front().substr(1), path);
    if (is_answered_elsewhere(url, !below_base)) return judged(Outcome::external);
    if (!below_base) {
      // A link that does not stay below baseURL's path leaves the site, unless a hook or a template mends it.
      if (url + "/" == base) url += '/';
      if (!url.starts_with(base)) return judged(Outcome::unknowable);
      url.erase(0, base.size() - 1);
    }
    if (absolute && configuration_.several_hosts) url.insert(0, "/" + from.language);
    url = resolve_url_path("/", url);
    found = find_url(url);
    if (!found) found = find_in_other_form(url);
    // Front matter may put any page there, by a slug for instance, and then its ids count.
    const bool may_be_page = found.page == nullptr && found.kind != Found::Kind::file;
    if (may_be_page && has_page_fragment(link, destination) && unread_ != nullptr) unread_->want_heads();
  }
  if (!found && guesses) found = find_anyhow(from, path);
  if (!found && url.empty()) return judged(Outcome::unknowable);
  if (!found) {
    if (theme_may_publish(url) || (may_be_custom && is_bare_word(destination.path)))
      return judged(Outcome::unknowable);
    const Page* absent = urls_.find_absent(url);
    // Writers see drafts and scheduled pages together.
    if (absent != nullptr && !from.published() && !is_fragment(from)) return judged(Outcome::unknowable);
    Resolution resolution = absent != nullptr ? judged(Outcome::target_missing) : missing(from, link, url);
    resolution.wanted = url;
    resolution.absent = absent;
    resolution.languages = languages_with(url);
    return resolution;
  }
  if (found.kind == Found::Kind::unknowable) return judged(Outcome::unknowable);
  if (found.kind == Found::Kind::page && found.page != nullptr && has_page_fragment(link, destination))
    return judge_fragment(*found.page, destination);
  return judged(Outcome::found, found.page);
}

Resolution Site::judge_fragment(const Page& page, const Destination& destination) const {
  if (page.kind == PageKind::plain) return judge_plain_fragment(page, destination.fragment);
  const std::string& wanted = destination.fragment;
  const Resolution live = judged(Outcome::found, &page);
  const Resolution unknowable = judged(Outcome::unknowable, &page);
  if (wanted.empty() || wanted == "top" || wanted == "TOP" || wanted == "Top") return live;
  if (wanted.starts_with(":~:") || wanted == "TableOfContents") return live;

  if (unread_ != nullptr) {
    for (const Page* part : includes_.with_included(page)) {
      if (part->head_only) unread_->want_file(part->path);
    }
  }
  // The number of a repeated heading depends on the included texts and on how they are rendered.
  const size_t hyphen = wanted.rfind('-');
  const bool numbered = hyphen != wanted.npos && is_number(std::string_view(wanted).substr(hyphen + 1));
  const bool may_be_renumbered = numbered && includes_.includes_anything(page);
  const std::string_view base = std::string_view(wanted).substr(0, hyphen);
  const bool contested = urls_.is_contested(page);
  bool open = false;
  std::vector<std::string_view> ids;
  const std::optional<std::vector<std::string>> exact =
      may_be_renumbered ? exact_ids(page) : std::optional<std::vector<std::string>>();
  if (exact) {
    ids.assign(exact->begin(), exact->end());
    if (std::find(ids.begin(), ids.end(), wanted) != ids.end()) return live;
  } else {
    for (const Page* part : includes_.with_included(page)) {
      open = open || part->open || includes_.is_incomplete(*part);
      for (const Anchor& anchor : part->anchors) {
        if (anchor.id == wanted || (may_be_renumbered && anchor.id == base)) return live;
        ids.push_back(anchor.id);
      }
    }
  }
  if (contested || wanted.starts_with("fn:") || wanted.starts_with("fnref")) return unknowable;
  if (!open) return judged_missing(wanted, page, std::move(ids));
  Resolution resolution = judged(Outcome::anchor_unverified, &page);
  resolution.wanted = "#" + wanted;
  return resolution;
}

}  // namespace rubric
