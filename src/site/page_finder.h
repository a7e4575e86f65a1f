#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "site/content_tree.h"

namespace rubric {

/// What Hugo's `ref` finds at a path.
struct PageFound {
  enum class Kind : uint8_t { nothing, page, ambiguous, unknowable };
  Kind kind = Kind::nothing;
  const ContentNode* node = nullptr;    ///< the page
  std::vector<std::string> candidates;  ///< of an ambiguous name: its pages, as refs from the root, sorted
};

/// Finds pages as Hugo's `ref`, `relref` and `.Page.GetPage` do (hugolib/pagecollections.go): old Hugo
/// (before 0.123) and new Hugo each by its own rules. Built by one thread; afterwards const and safe to read
/// from many threads.
class PageFinder {
 public:
  PageFinder(const SiteConfiguration& configuration, const FileTree& files,
             const ContentTree::FindPage& page_at, const ContentTree::IsResource& is_resource,
             UnreadPages* unread = nullptr);

  /// The page of `language` that `path`, decoded and without fragment, means on the page `from`.
  /// `by_name`: a bare name also means the page of that name anywhere, which is so for `ref` only.
  PageFound find(const Page& from, std::string_view path, std::string_view language,
                 bool by_name = true) const;

  /// The tree of a language, or null.
  const ContentTree* tree_of(std::string_view language) const;

 private:
  struct Query;
  struct ParsedPath;

  PageFound find_old(const Query& query) const;
  PageFound section_or_page(const ContentTree& tree, const std::string& ref, std::string& name) const;
  PageFound find_source(const Query& query, std::string_view ref) const;
  PageFound find_new(const Query& query) const;
  PageFound find_new(const Query& query, const std::string& ref, bool has_extension) const;
  PageFound find_file(const ContentTree& tree, std::string_view folder, std::string_view path) const;
  PageFound find_name(const ContentTree& tree, std::string_view name) const;
  ParsedPath parse(std::string_view path, const ContentTree& tree) const;

  const SiteConfiguration& configuration_;
  const FileTree& files_;
  UnreadPages* unread_;                            // null where all pages are known
  std::map<std::string_view, ContentTree> trees_;  // by language
};

}  // namespace rubric
