// How it works: Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), in its linear-space form.
// Equal lines get equal numbers. A box is a stretch of old lines against a stretch of new ones; its common
// head and tail are trimmed, then searches from both corners meet halfway along a shortest path and split it
// in two. Boxes wait on a list, so nothing recurses. A search that has gone `max_cost` edits far gives up,
// and its box counts as replaced altogether.

#include "fix/line_changes.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace rubric {

namespace {

constexpr int max_cost = 4096;

struct Box {
  int left, top, right, bottom;  // old lines [left, right) against new lines [top, bottom)

  int width() const { return right - left; }
  int height() const { return bottom - top; }
};

struct Point {
  int x, y;
};

class LineComparison {
 public:
  LineComparison(const std::vector<std::string_view>& before, const std::vector<std::string_view>& after)
      : removed_(before.size()), added_(after.size()) {
    std::unordered_map<std::string_view, int> numbers;
    const auto number = [&](std::string_view line) {
      return numbers.try_emplace(line, static_cast<int>(numbers.size())).first->second;
    };
    std::transform(before.begin(), before.end(), std::back_inserter(before_), number);
    std::transform(after.begin(), after.end(), std::back_inserter(after_), number);
  }

  std::vector<LineChange> changes() {
    mark({0, 0, static_cast<int>(before_.size()), static_cast<int>(after_.size())});
    return collect();
  }

 private:
  void mark(Box whole);
  void trim(Box& box) const;
  std::optional<Point> split(const Box& box);
  std::vector<LineChange> collect() const;

  std::vector<int> before_, after_;
  std::vector<bool> removed_, added_;
  std::vector<int> forward_, backward_;  // the furthest x (y, when backward) per diagonal
};

void LineComparison::trim(Box& box) const {
  while (box.width() > 0 && box.height() > 0 && before_[box.left] == after_[box.top]) ++box.left, ++box.top;
  while (box.width() > 0 && box.height() > 0 && before_[box.right - 1] == after_[box.bottom - 1]) {
    --box.right, --box.bottom;
  }
}

// Marks the lines of the box that differ.
void LineComparison::mark(Box whole) {
  std::vector<Box> waiting = {whole};
  while (!waiting.empty()) {
    Box box = waiting.back();
    waiting.pop_back();
    trim(box);
    const bool one_sided = box.width() == 0 || box.height() == 0;
    const std::optional<Point> middle = one_sided ? std::nullopt : split(box);
    if (middle) {
      waiting.push_back({box.left, box.top, middle->x, middle->y});
      waiting.push_back({middle->x, middle->y, box.right, box.bottom});
    } else {
      std::fill(removed_.begin() + box.left, removed_.begin() + box.right, true);
      std::fill(added_.begin() + box.top, added_.begin() + box.bottom, true);
    }
  }
}

// A point in the middle of a shortest path through a trimmed box; never one of its corners, because at least
// one edit lies on each side. Diagonals count from the top left corner going forward, from the bottom right
// corner going backward; `delta` lies between the two.
std::optional<Point> LineComparison::split(const Box& box) {
  const int delta = box.width() - box.height();
  const int limit = std::min((box.width() + box.height() + 1) / 2, max_cost);
  const int zero = limit + 1;  // where diagonal 0 is kept
  forward_.assign(2 * zero + 1, box.left);
  backward_.assign(2 * zero + 1, box.bottom);
  for (int cost = 0; cost <= limit; ++cost) {
    for (int diagonal = -cost; diagonal <= cost; diagonal += 2) {
      int* const x_at = &forward_[zero + diagonal];
      const bool down = diagonal == -cost || (diagonal != cost && x_at[-1] < x_at[1]);
      int x = down ? x_at[1] : x_at[-1] + 1;
      int y = box.top + (x - box.left) - diagonal;
      while (x < box.right && y < box.bottom && before_[x] == after_[y]) ++x, ++y;
      *x_at = x;
      const int opposite = diagonal - delta;
      if (delta % 2 != 0 && std::abs(opposite) < cost && y >= backward_[zero + opposite]) return Point{x, y};
    }
    for (int diagonal = -cost; diagonal <= cost; diagonal += 2) {
      int* const y_at = &backward_[zero + diagonal];
      const bool left = diagonal == -cost || (diagonal != cost && y_at[-1] > y_at[1]);
      int y = left ? y_at[1] : y_at[-1] - 1;
      const int opposite = diagonal + delta;
      int x = box.left + (y - box.top) + opposite;
      while (x > box.left && y > box.top && before_[x - 1] == after_[y - 1]) --x, --y;
      *y_at = y;
      if (delta % 2 == 0 && std::abs(opposite) <= cost && x <= forward_[zero + opposite]) return Point{x, y};
    }
  }
  return std::nullopt;
}

std::vector<LineChange> LineComparison::collect() const {
  std::vector<LineChange> changes;
  const auto end = [](const std::vector<bool>& marks, size_t from) {
    return static_cast<uint32_t>(std::find(marks.begin() + static_cast<ptrdiff_t>(from), marks.end(), false) -
                                 marks.begin());
  };
  for (uint32_t x = 0, y = 0; x < removed_.size() || y < added_.size(); ++x, ++y) {
    const LineChange change = {x, end(removed_, x), y, end(added_, y)};
    x = change.before_end;
    y = change.after_end;
    if (change.before < x || change.after < y) changes.push_back(change);
  }
  return changes;
}

}  // namespace

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t line_end = text.find('\n');
    const size_t size = line_end == std::string_view::npos ? text.size() : line_end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

std::vector<LineChange> line_changes(const std::vector<std::string_view>& before,
                                     const std::vector<std::string_view>& after) {
  return LineComparison(before, after).changes();
}

}  // namespace rubric
