// How it works: a banded dynamic programme with three rolling rows (Ukkonen 1985; Damerau's swaps need the
// row before the last). The band makes a hopeless candidate cost little, which matters with thousands of
// them.

#include "text/nearest.h"

#include <algorithm>
#include <vector>

#include "text/ascii.h"

namespace rubric {

namespace {

void fold_into(std::string& result, std::string_view text) {
  result.resize(text.size());
  std::transform(text.begin(), text.end(), result.begin(), to_lower);
}

bool lengths_differ_by_more(std::string_view left, std::string_view right, uint32_t limit) {
  return std::max(left.size(), right.size()) - std::min(left.size(), right.size()) > limit;
}

// The programme's rows, kept from one candidate to the next.
struct Rows {
  std::vector<uint32_t> before, above, row;
};

uint32_t distance_within(std::string_view left, std::string_view right, uint32_t limit, Rows& rows) {
  if (left.size() > right.size()) std::swap(left, right);
  if (lengths_differ_by_more(left, right, limit)) return limit + 1;
  if (limit == 0) return left == right ? 0 : 1;
  const size_t width = left.size() + 1;
  auto& [before, above, row] = rows;
  for (std::vector<uint32_t>* each : {&before, &above, &row}) each->resize(width);
  for (size_t x = 0; x < width; ++x) above[x] = static_cast<uint32_t>(x);
  for (size_t y = 1; y <= right.size(); ++y) {
    const size_t first = y > limit ? y - limit : 1;
    const size_t last = std::min(width - 1, y + limit);
    std::fill(row.begin(), row.end(), limit + 1);
    if (y <= limit) row[0] = static_cast<uint32_t>(y);
    uint32_t best = row[0];
    for (size_t x = first; x <= last; ++x) {
      const bool same = left[x - 1] == right[y - 1];
      uint32_t cost = std::min({above[x] + 1, row[x - 1] + 1, above[x - 1] + (same ? 0 : 1)});
      const bool swapped = x > 1 && y > 1 && left[x - 1] == right[y - 2] && left[x - 2] == right[y - 1];
      if (swapped) cost = std::min(cost, before[x - 2] + 1);
      row[x] = cost;
      best = std::min(best, cost);
    }
    if (best > limit) return limit + 1;
    std::swap(before, above);
    std::swap(above, row);
  }
  return std::min(above[width - 1], limit + 1);
}

}  // namespace

uint32_t edit_distance(std::string_view left, std::string_view right, uint32_t limit) {
  Rows rows;
  return distance_within(left, right, limit, rows);
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  Rows rows;
  std::string wanted, other;
  fold_into(wanted, word);
  auto limit = static_cast<uint32_t>(std::max<size_t>(1, word.size() / 3));
  std::optional<std::string_view> best;
  for (const std::string_view candidate : candidates) {
    if (lengths_differ_by_more(wanted, candidate, limit)) continue;
    fold_into(other, candidate);
    const uint32_t distance = distance_within(wanted, other, limit, rows);
    if (distance > limit) continue;
    best = candidate;
    if (distance == 0) break;
    limit = distance - 1;  // only a closer one replaces it
  }
  return best;
}

}  // namespace rubric
