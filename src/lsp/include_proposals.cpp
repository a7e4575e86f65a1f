// How it works: an include's template says where it looks for a path. It is asked with a name that nothing
// has, and the answers, with that name as a gap, are patterns of the files that can be named; each is then
// asked for as a call would.

#include <algorithm>
#include <map>
#include <set>

#include "lsp/proposals.h"
#include "site/includes.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr std::string_view gap = "the-file-in-question";

std::vector<std::string> patterns(const PageView& view, const IncludeTemplate& included) {
  const SiteConfiguration& configuration = view.site.configuration();
  if (included.lookups.empty()) return include_candidates(gap, view.path, configuration);
  std::vector<std::string> found;
  for (const IncludeLookup& lookup : included.lookups) {
    if (lookup.from != IncludeFrom::assets && lookup.from != IncludeFrom::files) continue;
    for (std::string& candidate : lookup_candidates(lookup, gap, view.path, configuration))
      found.push_back(std::move(candidate));
  }
  return found;
}

// The endings of what the site includes by that shortcode; of texts, where it includes nothing yet.
std::set<std::string> endings_in_use(const Site& site, std::string_view shortcode) {
  std::set<std::string> endings = {".md"};
  for (const Page& page : site.pages()) {
    for (const Include& include : page.includes) {
      const size_t dot = include.target.rfind('.');
      if (include.name == shortcode && dot != include.target.npos && dot > include.target.rfind('/') + 1)
        endings.insert(include.target.substr(dot));
    }
  }
  return endings;
}

// What a call may write, and the file that it then finds.
using Paths = std::map<std::string, std::string>;

void add_files(const PageView& view, const std::string& pattern, const std::set<std::string>& endings,
               Paths& paths) {
  const size_t at = pattern.find(gap);
  if (at == pattern.npos) return;
  const std::string_view before = std::string_view(pattern).substr(0, at);
  const std::string_view after = std::string_view(pattern).substr(at + gap.size());
  for (const std::string& file : view.site.files().below(folder_of(before))) {
    if (!file.starts_with(before) || !file.ends_with(after) || file.size() <= before.size() + after.size())
      continue;
    const std::string name = file.substr(before.size(), file.size() - before.size() - after.size());
    const bool of_use =
        !after.empty() || std::any_of(endings.begin(), endings.end(),
                                      [&](const auto& ending) { return name.ends_with(ending); });
    if (of_use && file != view.path) paths.emplace(name, file);
  }
}

void add_pages(const PageView& view, const IncludeTemplate& included, Paths& paths) {
  const bool of_pages =
      std::any_of(included.lookups.begin(), included.lookups.end(), [](const IncludeLookup& lookup) {
        return lookup.from == IncludeFrom::pages || lookup.from == IncludeFrom::site_pages;
      });
  if (!of_pages) return;
  for (const Page& page : view.site.pages()) {
    if (page.kind == PageKind::content && &page != &view.page)
      paths.emplace(view.site.ref_to(page, false), page.path);
  }
}

}  // namespace

Proposals include_proposals(const PageView& page, const TypedPlace& place) {
  Proposals proposals{place.span};
  const ShortcodeTemplate* shortcode = page.document.dialect.find(place.name);
  if (shortcode == nullptr) return proposals;
  const std::set<std::string> endings = endings_in_use(page.site, place.name);
  Paths paths;
  for (const std::string& pattern : patterns(page, shortcode->included))
    add_files(page, pattern, endings, paths);
  add_pages(page, shortcode->included, paths);
  for (const auto& [path, file] : paths) {
    if (!fits(place.typed, path)) continue;
    if (proposals.items.size() == most_proposals) {
      proposals.complete = false;
      break;
    }
    Include include;
    include.target = path;
    include.name = place.name;
    if (page.site.resolve(page.page, include).path != file) continue;
    Proposal proposal{ProposalKind::file, place.quoted ? path : '"' + path + '"'};
    proposal.label = path;
    proposal.file = file;
    proposals.items.push_back(std::move(proposal));
  }
  return proposals;
}

}  // namespace rubric
