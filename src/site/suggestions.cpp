// How it works: two sorted lists. In the one by folder the candidates of a misspelt name are neighbours; in
// the one by name the candidates of a moved page are. A folder or name with very many entries is looked at
// only around the place where the wanted one would stand.

#include "site/suggestions.h"

#include <algorithm>

#include "text/nearest.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr size_t most_candidates = 256;
// A name of one or two letters says nothing about what was meant.
constexpr size_t least_name = 3;

bool folder_less(std::string_view left, std::string_view right) {
  if (const int order = folder_of(left).compare(folder_of(right)); order != 0) return order < 0;
  return name_of(left) < name_of(right);
}

bool name_less(std::string_view left, std::string_view right) {
  if (const int order = name_of(left).compare(name_of(right)); order != 0) return order < 0;
  return left < right;
}

// How many slashes two paths have in common before they differ, from their starts and from their ends.
size_t shared_slashes(std::string_view candidate, std::string_view wanted) {
  const auto head = std::mismatch(candidate.begin(), candidate.end(), wanted.begin(), wanted.end()).first;
  const auto tail = std::mismatch(candidate.rbegin(), candidate.rend(), wanted.rbegin(), wanted.rend()).first;
  return static_cast<size_t>(std::count(candidate.begin(), head, '/') +
                             std::count(candidate.rbegin(), tail, '/'));
}

// How many segments two paths share at their starts and ends; a candidate loses for those of its own.
ptrdiff_t closeness(std::string_view candidate, std::string_view wanted) {
  const auto shared = static_cast<ptrdiff_t>(shared_slashes(candidate, wanted));
  return 2 * shared - std::count(candidate.begin(), candidate.end(), '/');
}

// Whether two pages with that name may well be the same: many sections have a page called "pricing", but
// hardly two a page called "code-of-ethics".
bool is_distinctive(std::string_view name) {
  return std::any_of(name.begin(), name.end(),
                     [](char byte) { return (byte < 'a' || byte > 'z') && (byte < 'A' || byte > 'Z'); });
}

// Whether two paths of the same name have a folder in common, first or last. A slash at the start and the one
// before the name are shared by all.
bool share_folder(std::string_view candidate, std::string_view wanted) {
  return shared_slashes(candidate, wanted) > (wanted.starts_with('/') ? 2u : 1u);
}

}  // namespace

PathSuggestions::PathSuggestions(std::vector<std::string_view> paths) : by_folder_(std::move(paths)) {
  std::erase(by_folder_, std::string_view());
  by_name_ = by_folder_;
  std::sort(by_folder_.begin(), by_folder_.end(), folder_less);
  std::sort(by_name_.begin(), by_name_.end(), name_less);
}

std::string_view PathSuggestions::nearest(std::string_view wanted) const {
  if (name_of(wanted).empty()) return {};
  const std::string_view same_name = moved(wanted);
  return same_name.empty() ? sibling(wanted) : same_name;
}

std::span<const std::string_view> PathSuggestions::named(std::string_view name) const {
  const auto begin = std::partition_point(by_name_.begin(), by_name_.end(),
                                          [&](std::string_view path) { return name_of(path) < name; });
  const auto end = std::partition_point(begin, by_name_.end(),
                                        [&](std::string_view path) { return name_of(path) == name; });
  return {begin, end};
}

bool PathSuggestions::has_below(std::string_view folder) const {
  const auto first_from = [&](std::string_view least) {
    const auto place = std::partition_point(by_folder_.begin(), by_folder_.end(),
                                            [&](std::string_view path) { return folder_of(path) < least; });
    return place == by_folder_.end() ? std::string_view() : folder_of(*place);
  };
  // Between "/a" and "/a/b" stands "/a-b".
  return first_from(folder) == folder || is_at_or_below(first_from(std::string(folder) + "/"), folder);
}

// Of several paths with that name the one that shares most of its folders; none when that is not clear.
std::string_view PathSuggestions::moved(std::string_view wanted) const {
  const std::span<const std::string_view> candidates = named(name_of(wanted));
  if (candidates.size() > most_candidates || name_of(wanted).size() < least_name) return {};
  std::string_view best;
  ptrdiff_t most = 0;
  bool clear = false;
  for (const std::string_view path : candidates) {
    if (path == wanted) continue;
    if (!is_distinctive(name_of(path)) && !share_folder(path, wanted)) continue;
    const ptrdiff_t shared = closeness(path, wanted);
    if (best.empty() || shared > most) {
      best = path;
      most = shared;
      clear = true;
    } else if (shared == most) {
      clear = false;
    }
  }
  return clear ? best : std::string_view();
}

std::string_view PathSuggestions::sibling(std::string_view wanted) const {
  const std::string_view folder = folder_of(wanted);
  auto begin = std::partition_point(by_folder_.begin(), by_folder_.end(),
                                    [&](std::string_view path) { return folder_of(path) < folder; });
  auto end = std::partition_point(begin, by_folder_.end(),
                                  [&](std::string_view path) { return folder_of(path) == folder; });
  if (end - begin > static_cast<ptrdiff_t>(most_candidates)) {
    const auto place = std::lower_bound(begin, end, wanted, folder_less);
    const auto half = static_cast<ptrdiff_t>(most_candidates / 2);
    begin = place - std::min(place - begin, half);
    end = place + std::min(end - place, half);
  }
  std::vector<std::string_view> names;
  for (auto path = begin; path != end; ++path) names.push_back(name_of(*path));
  const auto near = rubric::nearest(name_of(wanted), names);
  if (!near) return {};
  return *(begin + (std::find(names.begin(), names.end(), *near) - names.begin()));
}

}  // namespace rubric
