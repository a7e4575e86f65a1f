// How it works: a page's place is its path below content without ending, or what a permalink pattern makes of
// it. Hugo and links write places in many ways (letter case, hyphens for blanks, marks left out), so places
// are compared by a sketch: a hash of their letters and digits alone. That two places share a sketch by
// chance costs a needless look into a page, no more.

#include "site/unread_pages.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "site/urls.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr uint64_t empty_sketch = 14695981039346656037u;

// FNV-1a.
uint64_t with_byte(uint64_t sketch, char byte) {
  return (sketch ^ static_cast<unsigned char>(byte)) * 1099511628211u;
}

uint64_t with_letters(uint64_t sketch, std::string_view text) {
  const auto is_ascii = [](char byte) { return (byte & 0x80) == 0; };
  if (!std::all_of(text.begin(), text.end(), is_ascii)) {
    for (const char byte : clean_url_path(text, true)) {
      const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte & 0x80) != 0;
      if (letter) sketch = with_byte(sketch, byte);
    }
    return sketch;
  }
  for (const char byte : text) {
    if (byte >= 'A' && byte <= 'Z') sketch = with_byte(sketch, static_cast<char>(byte + 32));
    if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) sketch = with_byte(sketch, byte);
  }
  return sketch;
}

uint64_t sketch_of(std::string_view place) {
  return with_letters(empty_sketch, place);
}

std::string_view without_extension(std::string_view path) {
  const size_t dot = name_of(path).rfind('.');
  return dot == path.npos ? path : path.substr(0, path.size() - (name_of(path).size() - dot));
}

bool has_patterns(const SiteConfiguration& site) {
  return !site.permalinks.empty() || !site.section_permalinks.empty() || !site.taxonomy_permalinks.empty() ||
         !site.term_permalinks.empty();
}

}  // namespace

UnreadPages::UnreadPages(const SiteConfiguration& configuration, std::vector<std::string_view> paths)
    : configuration_(configuration), paths_(std::move(paths)), read_(paths_.size(), false) {
  std::sort(paths_.begin(), paths_.end());
  by_path_.reserve(paths_.size());
  by_place_.reserve(paths_.size() + paths_.size() / 8);
  std::unordered_set<std::string> tops;
  for (uint32_t page = 0; page < paths_.size(); ++page) {
    by_path_.emplace(paths_[page], page);
    const auto file = content_file(paths_[page], configuration);
    if (!file) continue;
    uint64_t sketch = sketch_of(file->folder);
    if (file->form == ContentForm::single) sketch = with_letters(sketch, file->name);
    by_place_.emplace_back(sketch, page);
    if (file->form == ContentForm::branch) sections_.emplace_back(sketch, page);
    if (has_patterns(configuration.of_language(file->language)))
      by_place_.emplace_back(sketch_of(page_urls(*file, {}, configuration).url), page);
    // A folder at the top is a section where a page stands below it.
    const std::string_view top = std::string_view(file->folder).substr(0, file->folder.find('/'));
    if (!top.empty() && tops.insert(std::string(file->language) + "/" + std::string(top)).second)
      by_place_.emplace_back(sketch_of(top), page);
  }
  std::sort(by_place_.begin(), by_place_.end());
  std::sort(sections_.begin(), sections_.end());
}

bool UnreadPages::holds(std::string_view path) const {
  const auto found = by_path_.find(path);
  return !heads_read_ && found != by_path_.end() && !read_[found->second];
}

void UnreadPages::want_file(std::string_view path) {
  const auto found = by_path_.find(path);
  if (found != by_path_.end() && !read_[found->second]) wanted_.pages.push_back(found->second);
}

void UnreadPages::want_place(std::string_view place) {
  if (heads_read_) return;
  while (place.ends_with('/')) place.remove_suffix(1);
  want_readings(place);
  const std::string_view below = place.substr(place.starts_with('/') ? 1 : 0);
  for (const std::string& language : configuration_.languages) {
    if (is_at_or_below(below, language)) want_readings(below.substr(language.size()));
  }
}

// A place may be written with the page's extension, and with the name of a folder's own page.
void UnreadPages::want_readings(std::string_view place) {
  want_sketch(by_place_, sketch_of(place));
  const std::string_view stem = without_extension(place);
  if (stem.size() != place.size()) want_sketch(by_place_, sketch_of(stem));
  if (name_of(stem) == "index" || name_of(stem) == "_index")
    want_sketch(by_place_, sketch_of(folder_of(stem)));
}

void UnreadPages::want_sketch(const Sketches& sketches, uint64_t sketch) {
  auto entry = std::lower_bound(sketches.begin(), sketches.end(), std::pair(sketch, uint32_t{0}));
  for (; entry != sketches.end() && entry->first == sketch; ++entry) {
    if (!read_[entry->second]) wanted_.pages.push_back(entry->second);
  }
}

void UnreadPages::want_sections(std::string_view folder) {
  if (heads_read_) return;
  for (;; folder = folder_of(folder)) {
    want_sketch(sections_, sketch_of(folder));
    if (folder.empty()) return;
  }
}

UnreadPages::Wanted UnreadPages::take_wanted() {
  Wanted wanted = std::exchange(wanted_, {});
  std::sort(wanted.pages.begin(), wanted.pages.end());
  wanted.pages.erase(std::unique(wanted.pages.begin(), wanted.pages.end()), wanted.pages.end());
  return wanted;
}

}  // namespace rubric
