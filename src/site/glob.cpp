// How it works: braces are expanded first; then the set of places in the path that the pattern so far can
// reach is moved on, sign by sign.

#include "site/glob.h"

#include <string>
#include <vector>

#include "text/ascii.h"

namespace rubric {

namespace {

// More alternatives than a person writes.
constexpr size_t most_alternatives = 256;

std::optional<std::vector<std::string>> expand(std::string_view pattern) {
  std::vector<std::string> results = {""};
  while (!pattern.empty()) {
    const size_t open = pattern.find('{');
    for (std::string& result : results) result += pattern.substr(0, open);
    if (open == pattern.npos) break;
    const size_t close = pattern.find('}', open);
    if (close == pattern.npos) return std::nullopt;
    const std::string_view inside = pattern.substr(open + 1, close - open - 1);
    if (inside.find('{') != inside.npos) return std::nullopt;
    std::vector<std::string> longer;
    for (size_t begin = 0; begin <= inside.size();) {
      const size_t comma = std::min(inside.find(',', begin), inside.size());
      for (const std::string& result : results)
        longer.push_back(result + std::string(inside.substr(begin, comma - begin)));
      begin = comma + 1;
    }
    if (longer.size() > most_alternatives) return std::nullopt;
    results = std::move(longer);
    pattern.remove_prefix(close + 1);
  }
  return results;
}

/// A pattern without braces.
bool matches(std::string_view pattern, std::string_view path) {
  std::vector<bool> reached(path.size() + 1);
  reached[0] = true;
  for (size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '*') {
      const bool over_slashes = pattern.substr(at).starts_with("**");
      at += over_slashes ? 1 : 0;
      for (size_t i = 0; i < path.size(); ++i)
        if (reached[i] && (over_slashes || path[i] != '/')) reached[i + 1] = true;
      continue;
    }
    for (size_t i = path.size(); i > 0; --i) {
      const char c = path[i - 1];
      reached[i] = reached[i - 1] && (pattern[at] == '?' ? c != '/' : to_lower(pattern[at]) == to_lower(c));
    }
    reached[0] = false;
  }
  return reached.back();
}

}  // namespace

std::optional<bool> glob_matches(std::string_view pattern, std::string_view path) {
  // Hugo puts a slash before both.
  while (pattern.starts_with('/')) pattern.remove_prefix(1);
  return glob_matches_text(pattern, path);
}

std::optional<bool> glob_matches_text(std::string_view pattern, std::string_view text) {
  if (pattern.find_first_of("[\\") != pattern.npos) return std::nullopt;
  const auto alternatives = expand(pattern);
  if (!alternatives) return std::nullopt;
  for (const std::string& alternative : *alternatives)
    if (matches(alternative, text)) return true;
  return false;
}

}  // namespace rubric
