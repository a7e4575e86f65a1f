// How it works: Markdown outside a Hugo site is read on GitHub or GitLab, where a link leads from the file's
// folder, or from the repository's root when it begins with a slash. A folder shows its README. What lies
// above the root belongs to the host (`../../issues`). Where another site generator may publish the text, a
// link may be a URL of that site; then only a path of a file in Markdown syntax is judged.

#include <algorithm>
#include <array>

#include "site/code_host_ids.h"
#include "site/site.h"
#include "site/verdicts.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

// Texts that people start an issue or a merge request from: their links lead from its address.
bool is_form(std::string_view path) {
  constexpr std::array<std::string_view, 5> names = {"issue_template", "pull_request_template",
                                                     "merge_request_template", "discussion_template",
                                                     "description_template"};
  const std::string folded = lower_case(path);
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view name) { return folded.find(name) != folded.npos; });
}

// A place for the reader or a program to fill in: `<your-name>`, `${version}`, `docs/*.md`.
bool is_placeholder(std::string_view path) {
  return path.find_first_of("{}<>$|*") != path.npos;
}

// Roots that bundlers and generators give names to: `@site/docs/a.md`, `~/assets/x.png`.
bool has_named_root(std::string_view path) {
  return path.starts_with('@') || path.starts_with('~');
}

bool is_web_page_name(std::string_view path) {
  const std::string_view name = name_of(path);
  return name.ends_with(".html") || name.ends_with(".htm") || name.find('.') == name.npos;
}

std::string_view without_extension(std::string_view path) {
  return path.substr(
      0, path.size() - name_of(path).size() + std::min(name_of(path).rfind('.'), name_of(path).size()));
}

bool is_line_number(std::string_view fragment) {
  return fragment.size() > 1 && fragment[0] == 'L' && fragment[1] >= '0' && fragment[1] <= '9';
}

// What a host puts around any text it shows, and marks that mean something to a browser or a program.
bool is_of_host(std::string_view fragment) {
  constexpr std::array<std::string_view, 4> of_page = {"top", "readme", "start-of-content", "files"};
  const std::string folded = lower_case(fragment);
  return std::find(of_page.begin(), of_page.end(), folded) != of_page.end() || fragment.starts_with(":~:") ||
         fragment.starts_with('/') || fragment.starts_with('!') || fragment.starts_with("fn:") ||
         fragment.starts_with("fn-") || fragment.starts_with("fnref") || is_line_number(fragment);
}

// Of many sorted ids those that a fragment can be: its neighbours, and those of its form in lower case.
std::vector<std::string_view> around(const std::vector<std::string_view>& ids, std::string_view fragment) {
  constexpr ptrdiff_t reach = 40;
  std::vector<std::string_view> near;
  for (const std::string& wanted : {std::string(fragment), lower_case(fragment)}) {
    const auto place = std::lower_bound(ids.begin(), ids.end(), wanted);
    near.insert(near.end(), place - std::min(reach, place - ids.begin()),
                place + std::min(reach, ids.end() - place));
  }
  return near;
}

}  // namespace

Resolution Site::resolve_plain(const Page& from, const Link& link, const Destination& destination) const {
  if (destination.path.empty()) return judge_shown({Found::Kind::page, &from}, link, destination);
  if (is_form(from.path)) return judged(Outcome::unknowable);
  const bool absolute = destination.path.starts_with('/');
  const std::string_view folder = absolute ? std::string_view() : folder_of(from.path);
  const auto path = join_path(folder, destination.path);
  if (!path) return judged(Outcome::unknowable);
  if (const Found found = find_plain(*path)) return judge_shown(found, link, destination);
  // A name may hold what looks like an escape.
  const std::string_view written = link.target.substr(0, link.target.find_first_of("?#"));
  const auto unescaped = join_path(folder, written);
  if (unescaped && files_.has_file(*unescaped)) return judged(Outcome::found);
  if (is_placeholder(destination.path) || has_named_root(destination.path))
    return judged(Outcome::unknowable);
  if (absolute && !configuration_.hosting.from_root) return judged(Outcome::unknowable);
  if (absolute && configuration_.hugo && find_url(resolve_url_path("/", destination.path)))
    return judged(Outcome::unknowable);
  if (is_published(from) && may_be_published(from, link, destination.path))
    return judged(Outcome::unknowable);
  // GitHub can publish a folder without being told how.
  if (name_of(*path).find('.') != std::string::npos && is_web_page_name(*path) &&
      files_.has_file(std::string(without_extension(*path)) + ".md"))
    return judged(Outcome::unknowable);
  return missing_plain(from, link, *path);
}

// The verdict on a link whose path leads somewhere.
Resolution Site::judge_shown(const Found& found, const Link& link, const Destination& destination) const {
  if (found.kind == Found::Kind::unknowable) return judged(Outcome::unknowable);
  if (found.page == nullptr || !has_page_fragment(link, destination))
    return judged(Outcome::found, found.page);
  // What ids a host would give the pages of a Hugo site is not kept.
  if (found.page->kind != PageKind::plain) return judged(Outcome::unknowable, found.page);
  return judge_plain_fragment(*found.page, destination.fragment);
}

// What a host shows at a path from the root: a file, or a folder with its README.
Site::Found Site::find_plain(const std::string& path) const {
  if (files_.has_file(path)) {
    const Page* page = page_at(path);
    return {page == nullptr ? Found::Kind::file : Found::Kind::page, page};
  }
  if (files_.is_closed(path)) return {Found::Kind::unknowable, nullptr};
  if (files_.has_folder(path)) {
    const std::string start = path.empty() ? "" : path + "/";
    for (const std::string_view name : {"README.md", "index.md"}) {
      const auto shown = files_.ignoring_case(start + std::string(name));
      if (!shown) continue;
      const Page* page = page_at(*shown);
      return {page == nullptr ? Found::Kind::file : Found::Kind::page, page};
    }
    return {Found::Kind::file, nullptr};
  }
  if (files_.in_other_form(path)) return {Found::Kind::unknowable, nullptr};
  return {};
}

// Whether a site generator other than Hugo may make a web page of a text. Hosts need no front matter.
bool Site::is_published(const Page& page) const {
  return page.has_front_matter || configuration_.hosting.may_publish(page.path);
}

// Whether a path that no host would find may lead somewhere on the site that a generator makes of `from`.
bool Site::may_be_published(const Page& from, const Link& link, std::string_view path) const {
  if (link.kind == LinkKind::html || link.kind == LinkKind::html_file) return true;
  if (path.starts_with('/') || path.ends_with('/') || is_web_page_name(path)) return true;
  // From the page's URL, which mostly is a folder of its own; or from a root that the generator knows.
  const auto from_url = join_path(without_extension(from.path), path);
  if (from_url && find_plain(*from_url)) return true;
  while (path.starts_with("./") || path.starts_with("../")) path.remove_prefix(path.find('/') + 1);
  const std::span<const std::string_view> same_name = near_files_.named(name_of(path));
  return std::any_of(same_name.begin(), same_name.end(), [&](std::string_view file) {
    return file == path || (file.ends_with(path) && file[file.size() - path.size() - 1] == '/');
  });
}

Resolution Site::judge_plain_fragment(const Page& page, std::string_view fragment) const {
  constexpr std::string_view prefix = "user-content-";
  if (fragment.starts_with(prefix)) fragment.remove_prefix(prefix.size());
  if (fragment.empty() || is_of_host(fragment)) return judged(Outcome::found, &page);
  std::vector<std::string_view> ids;
  const auto crowded = crowded_ids_.find(&page);
  if (crowded != crowded_ids_.end()) {
    ids = around(crowded->second, fragment);
  } else {
    for (const Anchor& anchor : page.anchors) ids.push_back(anchor.id);
  }
  if (std::find(ids.begin(), ids.end(), fragment) != ids.end()) return judged(Outcome::found, &page);
  if (page.open || page.unread) return judged(Outcome::unknowable, &page);
  // GitHub does not mind letter case.
  const bool published = is_published(page);
  const auto may_be_meant = [&](std::string_view id) {
    return (configuration_.hosting.github && may_be_same_id(id, fragment)) ||
           (published && may_be_of_same_heading(id, fragment));
  };
  if (std::any_of(ids.begin(), ids.end(), may_be_meant)) return judged(Outcome::unknowable, &page);
  return judged_missing(fragment, page, std::move(ids));
}

Resolution Site::missing_plain(const Page& from, const Link& link, const std::string& path) const {
  Resolution resolution = judged(Outcome::target_missing);
  resolution.wanted = path;
  std::string wanted = path;
  std::replace(wanted.begin(), wanted.end(), '\\', '/');  // of Windows
  std::string near(files_.ignoring_case(wanted).value_or(std::string_view()));
  resolution.certain = !near.empty();
  for (const std::string_view ending : {".md", "/README.md", "/index.md"}) {
    if (near.empty()) near = files_.ignoring_case(wanted + std::string(ending)).value_or(std::string_view());
  }
  if (near.empty()) near = near_files_.nearest(wanted);
  if (near.empty() || (near == from.path && !resolution.certain)) return resolution;
  // A page without the fragment is hardly what was meant.
  const Destination destination = parse_destination(link.target);
  const Page* page = page_at(near);
  if (!resolution.certain && page != nullptr && page->kind == PageKind::plain &&
      has_page_fragment(link, destination) &&
      judge_plain_fragment(*page, destination.fragment).outcome == Outcome::anchor_missing)
    return resolution;
  const std::string written =
      link.target.starts_with('/') ? "/" + near : relative_url("/" + from.path, "/" + near);
  resolution.suggestion = encode_destination(written) + std::string(written_fragment(link.target));
  return resolution;
}

}  // namespace rubric
