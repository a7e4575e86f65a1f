// How it works: a link is taken apart, then tried the ways that the site's link hook allows: Hugo's embedded
// hook looks for a page or file by its place in content, every browser resolves against the page's URL, and
// where a hook or theme is not known any reading that leads somewhere counts. What is found is a page (then
// the fragment is judged), a file, or something that only a build can tell.

#include <algorithm>

#include "site/fragments.h"
#include "site/own_address.h"
#include "site/site.h"
#include "site/urls.h"
#include "text/ascii.h"
#include "text/nearest.h"
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

Resolution judged(Outcome outcome, const Page* page = nullptr) {
  Resolution resolution;
  resolution.outcome = outcome;
  resolution.page = page;
  return resolution;
}

// Of very many ids keeps those that stand next to `wanted` in the order of bytes, so that a page of thousands
// of dead links to as many anchors is judged in bearable time.
void keep_neighbours(std::vector<std::string_view>& ids, std::string_view wanted) {
  constexpr ptrdiff_t most_on_a_side = 512;
  const auto is_before = [&](std::string_view id) { return id < wanted; };
  const auto place = std::partition(ids.begin(), ids.end(), is_before);
  if (ids.end() - place > most_on_a_side) {
    std::nth_element(place, place + most_on_a_side, ids.end());
    ids.erase(place + most_on_a_side, ids.end());
  }
  if (place - ids.begin() > most_on_a_side) {
    std::nth_element(ids.begin(), place - most_on_a_side, place);
    ids.erase(ids.begin(), place - most_on_a_side);
  }
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Letters and digits only: what any two makers of ids agree on.
std::string bare_id(std::string_view id) {
  std::string result;
  for (const char byte : id) {
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80)) result += byte;
    if (byte >= 'A' && byte <= 'Z') result += static_cast<char>(byte + 32);
  }
  return result;
}

}  // namespace

Resolution Site::resolve(const Page& from, const Link& link) const {
  // What stands in the tag of a ref is what Hugo looks up, braces and all.
  if (link.kind == LinkKind::ref) return resolve_ref(from, link);
  if (is_computed(link.target)) return judged(Outcome::unknowable);
  const Destination destination = destination_of(from, link);
  if (destination.external) return judged(Outcome::external);
  if (from.kind == PageKind::plain) return resolve_plain(from, link, destination);
  // A text that is printed as it is holds no shortcodes, and where no Markdown is expected no links either.
  if (link.kind == LinkKind::ref && !includes_.reads_shortcodes(from)) return judged(Outcome::unknowable);
  if (!includes_.is_markdown(from)) return judged(Outcome::unknowable);
  if (!is_fragment(from)) return resolve_from(from, link, destination);

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

std::vector<const Page*> Site::readers_of(const Page& fragment) const {
  std::vector<const Page*> readers;
  for (const Page* includer : includers(fragment)) {
    if (!is_fragment(*includer)) readers.push_back(includer);
  }
  return readers;
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
  if (hooked) found = find_logical(from, path);
  std::string url;
  if (!found && (absolute || !from.urls.empty())) {
    url = absolute ? path : resolve_url_path(from.urls.front(), path);
    const bool from_host = absolute && !destination.below_base && !configuration_.canonify_urls;
    if (is_answered_elsewhere(url, from_host)) return judged(Outcome::external);
    const std::string& base = configuration_.of_language(from.language).base_path;
    if (from_host && base != "/") {
      // A link without baseURL's path leaves the site, unless a hook or a template mends it.
      if (!url.starts_with(base)) return judged(Outcome::unknowable);
      url.erase(0, base.size() - 1);
    }
    if (absolute && configuration_.several_hosts) url.insert(0, "/" + from.language);
    url = resolve_url_path("/", url);
    found = find_url(url);
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
  const std::string& wanted = destination.fragment;
  const Resolution live = judged(Outcome::found, &page);
  const Resolution unknowable = judged(Outcome::unknowable, &page);
  if (wanted.empty() || wanted == "top" || wanted == "TOP" || wanted == "Top") return live;
  if (wanted.starts_with(":~:") || wanted == "TableOfContents") return live;

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
  // Outside Hugo the maker of ids is not known.
  if (page.kind == PageKind::plain) {
    const std::string bare = bare_id(wanted);
    for (const std::string_view id : ids) {
      if (bare_id(id) == bare) return unknowable;
    }
    if (wanted.front() == 'L' && wanted.size() > 1) return unknowable;  // a line, on a code host
  }
  Resolution resolution = judged(open ? Outcome::anchor_unverified : Outcome::anchor_missing, &page);
  resolution.wanted = "#" + wanted;
  if (open) return resolution;
  keep_neighbours(ids, wanted);
  std::sort(ids.begin(), ids.end());
  if (const auto near = nearest(wanted, ids)) {
    resolution.suggestion = "#" + std::string(*near);
    resolution.certain = equal_ignoring_case(*near, wanted);
  }
  return resolution;
}

Resolution Site::resolve_plain(const Page& from, const Link& link, const Destination& destination) const {
  if (destination.path.empty())
    return has_page_fragment(link, destination) ? judge_fragment(from, destination) : Resolution{};
  const Found found = find_plain(from, destination.path);
  if (found.kind == Found::Kind::unknowable) return judged(Outcome::unknowable);
  if (found && found.page != nullptr && has_page_fragment(link, destination))
    return judge_fragment(*found.page, destination);
  if (found) return judged(Outcome::found, found.page);
  // Whether a code host or a site generator reads it, a link from the root may be an address of its own.
  if (destination.path.starts_with('/')) return judged(Outcome::unknowable);
  const std::string path = join_path(folder_of(from.path), destination.path).value_or("");
  Resolution resolution = judged(Outcome::target_missing);
  resolution.wanted = path;
  std::string_view near = files_.ignoring_case(path).value_or(std::string_view());
  if (near.empty()) near = near_files_.nearest(path);
  if (near.empty() || near == from.path) return resolution;
  resolution.certain = equal_ignoring_case(near, path);
  resolution.suggestion = encode_destination(relative_url("/" + from.path, "/" + std::string(near))) +
                          std::string(written_fragment(link.target));
  return resolution;
}

}  // namespace rubric
