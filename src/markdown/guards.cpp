// How it works: each question adds an upper bound of the cost to a sum kept for the page and compares it
// with a limit. The shapes behind the questions: `|a` or `- ` repeated, a header row of thousands of cells,
// `a|b` and `-|-` in turn, `![[]()`, `a**b_`, `<!A `, `a.b@` repeated (CVE-2022-39209, CVE-2023-22483 to
// 22486, 24824, 26485, 37463).

#include "markdown/guards.h"

#include <algorithm>
#include <array>

namespace rubric {
namespace {

constexpr uint32_t deepest_block = 100;
constexpr uint64_t most_paragraph_scans = 20'000'000;
constexpr uint64_t most_columns = 1000;
constexpr uint64_t most_pipes_in_row = 4096;
constexpr uint64_t most_cells_made_up = 200'000;
constexpr uint64_t cheap_leaf_size = 1024;
constexpr uint64_t most_leaf_cost = 100'000'000;
constexpr uint64_t most_inline_cost = 1'000'000'000;

uint64_t count_pipes(std::string_view line) {
  return static_cast<uint64_t>(std::count(line.begin(), line.end(), '|'));
}

constexpr std::array<bool, 256> bytes_of(std::string_view set) {
  std::array<bool, 256> table{};
  for (const char byte : set) table[static_cast<unsigned char>(byte)] = true;
  return table;
}

constexpr auto costly_in_leaf = bytes_of("*_~[]()<!?`@:&");

}  // namespace

bool PageGuard::allows_delimiter_row(std::string_view line, uint64_t content_size, uint64_t lines) {
  if (line.find_first_not_of("|:- \t>") != std::string_view::npos) return true;
  const uint64_t pipes = count_pipes(line);
  if (pipes + 1 > most_columns) return false;
  paragraph_scans_ += content_size * (lines + 1) + pipes * pipes;
  return paragraph_scans_ <= most_paragraph_scans;
}

bool PageGuard::allows_table_row(std::string_view line, uint64_t columns) {
  const uint64_t pipes = count_pipes(line);
  if (pipes > most_pipes_in_row) return false;
  if (columns > pipes + 1) cells_made_up_ += columns - pipes - 1;
  return cells_made_up_ <= most_cells_made_up;
}

bool PageGuard::allows_depth(uint32_t depth) {
  return depth <= deepest_block;
}

bool PageGuard::allows_inlines(std::string_view content) {
  if (content.size() <= cheap_leaf_size) return true;
  uint64_t costly = 0;
  for (const char byte : content) costly += costly_in_leaf[static_cast<unsigned char>(byte)];
  const uint64_t cost = costly * content.size();
  if (cost > most_leaf_cost || inline_cost_ + cost > most_inline_cost) return false;
  inline_cost_ += cost;
  return true;
}

}  // namespace rubric
