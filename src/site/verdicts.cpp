// How it works: of very many ids only the neighbours of the wanted one, in the order of bytes, are compared
// with it, so that a page of thousands of dead links to as many anchors is judged in bearable time.

#include "site/verdicts.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/nearest.h"

namespace rubric {

namespace {

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

}  // namespace

Resolution judged(Outcome outcome, const Page* page) {
  Resolution resolution;
  resolution.outcome = outcome;
  resolution.page = page;
  return resolution;
}

Resolution judged_missing(std::string_view fragment, const Page& page, std::vector<std::string_view> ids) {
  Resolution resolution = judged(Outcome::anchor_missing, &page);
  resolution.wanted = "#" + std::string(fragment);
  keep_neighbours(ids, fragment);
  std::sort(ids.begin(), ids.end());
  if (const auto near = nearest(fragment, ids)) {
    resolution.suggestion = "#" + std::string(*near);
    resolution.certain = equal_ignoring_case(*near, fragment);
  }
  return resolution;
}

bool has_page_fragment(const Link& link, const Destination& destination) {
  return destination.has_fragment && link.kind != LinkKind::image && link.kind != LinkKind::html_file;
}

std::string_view written_fragment(std::string_view target) {
  return target.substr(std::min(target.find('#'), target.size()));
}

}  // namespace rubric
