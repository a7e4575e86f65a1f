// How it works: the paths are kept sorted, so that a folder's files are neighbours, found by binary search. A
// hash table of their places, keyed by the path in lower case, answers both for the exact name and for the
// name in another case. Places rather than pointers make the tree a value that can be copied.

#include "site/file_tree.h"

#include <algorithm>
#include <cstdlib>

#include <utf8proc.h>

#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr uint32_t no_place = UINT32_MAX;

// FNV-1a.
size_t hash_ignoring_case(std::string_view path) {
  uint64_t hash = 14695981039346656037u;
  for (char letter : path) hash = (hash ^ static_cast<unsigned char>(to_lower(letter))) * 1099511628211u;
  return static_cast<size_t>(hash ^ (hash >> 32));
}

// The text in Unicode's composed form, NFC; as it is where it is not UTF-8.
std::string in_composed_form(std::string_view text) {
  const auto is_ascii = [](char byte) { return static_cast<unsigned char>(byte) < 0x80; };
  if (std::all_of(text.begin(), text.end(), is_ascii)) return std::string(text);
  utf8proc_uint8_t* result = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                 static_cast<utf8proc_ssize_t>(text.size()), &result, options);
  if (size < 0) return std::string(text);
  std::string composed(reinterpret_cast<const char*>(result), static_cast<size_t>(size));
  std::free(result);
  return composed;
}

}  // namespace

FileTree::FileTree(std::vector<std::string> files, std::vector<std::string> closed)
    : files_(std::move(files)), closed_(std::move(closed)) {
  std::sort(closed_.begin(), closed_.end());
  if (!std::is_sorted(files_.begin(), files_.end())) std::sort(files_.begin(), files_.end());
  files_.erase(std::unique(files_.begin(), files_.end()), files_.end());
  size_t size = 4;
  while (size < files_.size() * 2) size *= 2;
  places_.assign(size, no_place);
  for (uint32_t place = 0; place < files_.size(); ++place) {
    size_t slot = hash_ignoring_case(files_[place]) & (size - 1);
    while (places_[slot] != no_place) slot = (slot + 1) & (size - 1);
    places_[slot] = place;
    std::string composed = in_composed_form(files_[place]);
    if (composed != files_[place]) composed_.emplace_back(std::move(composed), place);
  }
  std::sort(composed_.begin(), composed_.end());
}

template <typename Equal>
std::optional<std::string_view> FileTree::look_up(std::string_view path, Equal equal) const {
  if (places_.empty()) return std::nullopt;
  const size_t mask = places_.size() - 1;
  for (size_t slot = hash_ignoring_case(path) & mask; places_[slot] != no_place; slot = (slot + 1) & mask) {
    const std::string_view listed = files_[places_[slot]];
    if (equal(listed, path)) return listed;
  }
  return std::nullopt;
}

bool FileTree::has_file(std::string_view path) const {
  return look_up(path, [](std::string_view listed, std::string_view wanted) { return listed == wanted; })
      .has_value();
}

bool FileTree::has_folder(std::string_view path) const {
  return path.empty() || !below(path).empty();
}

std::optional<std::string_view> FileTree::in_other_form(std::string_view path) const {
  const std::string composed = in_composed_form(path);
  const auto place = [](const auto& entry, const std::string& wanted) { return entry.first < wanted; };
  const auto found = std::lower_bound(composed_.begin(), composed_.end(), composed, place);
  if (found != composed_.end() && found->first == composed) return files_[found->second];
  return composed == path ? std::nullopt
                          : look_up(composed, [](std::string_view listed, std::string_view wanted) {
                              return listed == wanted;
                            });
}

bool FileTree::is_closed(std::string_view path) const {
  for (; !closed_.empty() && !path.empty(); path = folder_of(path)) {
    if (std::binary_search(closed_.begin(), closed_.end(), path)) return true;
  }
  return false;
}

std::span<const std::string> FileTree::below(std::string_view folder) const {
  if (folder.empty()) return files_;
  const auto compare_folder = [folder](const std::string& path) {
    if (const int order = path.compare(0, folder.size(), folder); order != 0) return order;
    // `path` starts with the folder's name; a shorter one would have compared less.
    return path.size() == folder.size() ? -1 : static_cast<unsigned char>(path[folder.size()]) - '/';
  };
  const auto begin = std::partition_point(files_.begin(), files_.end(),
                                          [&](const std::string& path) { return compare_folder(path) < 0; });
  const auto end = std::partition_point(begin, files_.end(),
                                        [&](const std::string& path) { return compare_folder(path) == 0; });
  return {begin, end};
}

std::optional<std::string_view> FileTree::ignoring_case(std::string_view path) const {
  return look_up(path, equal_ignoring_case);
}

std::optional<std::string> join_path(std::string_view folder, std::string_view relative) {
  std::string joined;
  const auto append = [&joined](std::string_view path) {
    while (!path.empty()) {
      const size_t slash = path.find('/');
      const std::string_view part = path.substr(0, slash);
      path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
      if (part.empty() || part == ".") continue;
      if (part == "..") {
        if (joined.empty()) return false;
        const size_t last = joined.rfind('/');
        joined.erase(last == std::string::npos ? 0 : last);
        continue;
      }
      if (!joined.empty()) joined += '/';
      joined += part;
    }
    return true;
  };
  if (!append(folder) || !append(relative)) return std::nullopt;
  return joined;
}

}  // namespace rubric
