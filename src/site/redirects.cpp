// How it works: only where a rule begins matters for whether a link lives; what it leads to is taken to be
// there. Rules for another host, and those that say that there is nothing (status 4xx, 5xx), are left out.
// Wildcards are matched with one place to fall back to, so the time is the product of both lengths at most.

#include "site/redirects.h"

#include <algorithm>

#include "site/destinations.h"

namespace rubric {

namespace {

// Nobody writes more; trying them all for each dead link would take long.
constexpr size_t most_patterns = 2000;

constexpr std::string_view blanks = " \t\r";

// The next word of a line, which loses it.
std::string_view take_word(std::string_view& line) {
  line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
  const size_t end = std::min(line.find_first_of(blanks), line.size());
  const std::string_view word = line.substr(0, end);
  line.remove_prefix(end);
  return word;
}

// "301" or "301!".
bool is_status(std::string_view word) {
  if (word.ends_with('!')) word.remove_suffix(1);
  return word.size() == 3 && word.find_first_not_of("0123456789") == word.npos;
}

std::string_view without_final_slashes(std::string_view path) {
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

// Whether `:name` begins here: at the start of a segment.
bool is_placeholder(std::string_view pattern, size_t at) {
  return pattern[at] == ':' && at > 0 && pattern[at - 1] == '/';
}

bool matches(std::string_view pattern, std::string_view url) {
  size_t at = 0, in_url = 0, star = pattern.npos, resume = 0;
  while (in_url < url.size() || at < pattern.size()) {
    if (at < pattern.size() && pattern[at] == '*') {
      star = at++;
      resume = in_url;
      continue;
    }
    if (at < pattern.size() && is_placeholder(pattern, at)) {
      const size_t end = std::min(url.find('/', in_url), url.size());
      if (end > in_url) {
        in_url = end;
        at = std::min(pattern.find('/', at), pattern.size());
        continue;
      }
    } else if (at < pattern.size() && in_url < url.size() && pattern[at] == url[in_url]) {
      ++at;
      ++in_url;
      continue;
    }
    if (star == pattern.npos || resume >= url.size()) return false;
    at = star + 1;
    in_url = ++resume;
  }
  return true;
}

}  // namespace

void Redirects::add(std::string from, std::string_view status) {
  if (!from.starts_with('/') || (!status.empty() && status.front() >= '4')) return;
  const bool is_pattern = from.find('*') != from.npos || from.find("/:") != from.npos;
  if (is_pattern)
    patterns_.push_back(std::move(from));
  else
    paths_.emplace(without_final_slashes(from));
}

void Redirects::add_file(std::string_view text) {
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const std::string_view from = take_word(line);
    if (from.empty() || from.front() == '#') continue;
    std::string_view to, status;
    for (std::string_view word = take_word(line); !word.empty() && word.front() != '#';
         word = take_word(line)) {
      if (is_status(word)) status = word;
      if (word.front() == '/' || word.find("://") != word.npos) to = word;
    }
    if (!to.empty()) add(decode_percent(from), status);
  }
}

void Redirects::add_netlify(const Value& root) {
  const Value* rules = root.find("redirects");
  if (rules == nullptr) return;
  for (const Value& rule : rules->items) {
    const Value* from = rule.find("from");
    const Value* status = rule.find("status");
    if (from != nullptr) add(decode_percent(from->scalar), status == nullptr ? "" : status->scalar);
  }
}

bool Redirects::answers(std::string_view url) const {
  const std::string key(without_final_slashes(url));
  if (paths_.count(key) != 0) return true;
  if (patterns_.size() > most_patterns) return true;
  return std::any_of(patterns_.begin(), patterns_.end(), [&](const std::string& pattern) {
    // `/a/*` answers `/a` too.
    if (pattern.ends_with("/*") && key == std::string_view(pattern).substr(0, pattern.size() - 2))
      return true;
    return matches(without_final_slashes(pattern), key);
  });
}

}  // namespace rubric
