#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "markdown/value.h"

namespace rubric {

/// The URL paths that a host answers by itself: rules of `_redirects` (Netlify, Cloudflare Pages, GitLab
/// Pages) and of `netlify.toml`. A value; const functions are safe from many threads.
class Redirects {
 public:
  /// Adds the rules of a `_redirects` file: a path, where it leads, and perhaps a status on each line.
  void add_file(std::string_view text);

  /// Adds `redirects` of a netlify.toml.
  void add_netlify(const Value& root);

  /// Whether a rule answers a URL path (decoded, from the host's root) with a page or with another address.
  /// In a rule `*` is any text and `:name` one segment; a final slash means nothing. True for any path where
  /// there are thousands of rules with wildcards.
  bool answers(std::string_view url) const;

 private:
  void add(std::string from, std::string_view status);

  std::unordered_set<std::string> paths_;  // without final slash
  std::vector<std::string> patterns_;
};

}  // namespace rubric
