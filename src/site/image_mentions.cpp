// How it works: every place in a text where an image's extension ends is compared with the names of the
// images, longest to shortest, so that it need not be known where a name begins in Markdown, CSS or YAML.

#include "site/image_mentions.h"

#include <algorithm>

#include "site/destinations.h"
#include "text/ascii.h"
#include "text/path.h"

namespace rubric {

namespace {

constexpr size_t largest_text = 4u << 20;

constexpr std::array<std::string_view, 11> image_endings = {"png",  "jpg", "jpeg", "gif", "svg", "webp",
                                                            "avif", "ico", "bmp",  "tif", "tiff"};

// Browsers ask for the first of these by name, themes take the last ones from a page's folder.
constexpr std::array<std::string_view, 8> asked_for_by_name = {
    "favicon",           "apple-touch-icon", "android-chrome", "mstile",
    "safari-pinned-tab", "feature",          "cover",          "thumbnail"};

std::string ending_of(std::string_view path) {
  const std::string_view name = name_of(path);
  const size_t dot = name.rfind('.');
  return dot == name.npos ? std::string() : lower_case(name.substr(dot + 1));
}

// Of image_endings; their number where it is none of them.
size_t index_of(std::string_view ending) {
  return static_cast<size_t>(std::find(image_endings.begin(), image_endings.end(), ending) -
                             image_endings.begin());
}

bool is_letter(char byte) {
  return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
}

// `Match "images/*"`.
bool holds_pattern(std::string_view text) {
  for (size_t at = text.find("Match"); at != text.npos; at = text.find("Match", at + 1)) {
    const std::string_view after = text.substr(at, 200);
    if (after.substr(0, after.find("}}")).find('*') != after.npos) return true;
  }
  return false;
}

}  // namespace

ImageMentions::ImageMentions(const FileTree& files, const std::vector<std::string>& folders) {
  static_assert(image_endings.size() == kinds);
  for (const std::string& folder : folders) {
    for (const std::string& path : files.below(folder)) {
      std::string name = lower_case(name_of(path));
      const bool is_asked_for = std::any_of(asked_for_by_name.begin(), asked_for_by_name.end(),
                                            [&](std::string_view start) { return name.starts_with(start); });
      if (!is_image(path) || is_asked_for) continue;
      const std::string place(folder_of(path));
      if (files.has_file(place + "/index.md") || files.has_file(place + "/_index.md")) bundled_.insert(path);
      sizes_.insert(name.size());
      images_.emplace(std::move(name), path);
    }
  }
  for (const auto& [name, path] : images_) places_.emplace(name, places_.size());
  seen_ = std::make_unique<std::atomic<bool>[]>(places_.size());
}

bool ImageMentions::is_image(std::string_view path) {
  return index_of(ending_of(path)) < image_endings.size();
}

void ImageMentions::read(std::string_view text) {
  if (text.size() > largest_text || text.find('\0') != text.npos) return;
  for (size_t dot = text.find('.'); dot != text.npos; dot = text.find('.', dot + 1)) {
    size_t end = dot + 1;
    while (end < text.size() && end - dot < 6 && is_letter(text[end])) ++end;
    const bool ends_here = end == text.size() || text[end] < '0' || text[end] > '9';
    if (!ends_here || end - dot < 4) continue;
    const size_t ending = index_of(lower_case(text.substr(dot + 1, end - dot - 1)));
    if (ending < image_endings.size()) read_name(text.substr(0, end), ending);
  }
  if (text.find("Resources.ByType") != text.npos || holds_pattern(text)) takes_any_ = true;
}

// `text` ends with a name.
void ImageMentions::read_name(std::string_view text, size_t ending) {
  const std::string_view before = text.substr(0, text.size() - image_endings[ending].size() - 1);
  constexpr std::string_view computed = "}%$*)\"'`s";
  // `%s.png`, `{{ x }}.png`, `*.png`, `printf "%s" x + ".png"`; an `s` counts after a `%` only.
  const char last = before.empty() ? '"' : before.back();
  const bool is_verb = last == 's' && before.size() > 1 && before[before.size() - 2] == '%';
  if (is_verb || (last != 's' && computed.find(last) != computed.npos)) open_endings_[ending] = true;
  constexpr size_t longest_written = 768;  // a name of 255 bytes, each percent-escaped
  const std::string_view written = text.substr(text.size() - std::min(text.size(), longest_written));
  const std::string decoded = lower_case(decode_percent(written));
  for (const size_t size : sizes_) {
    if (size > decoded.size()) break;
    const auto place = places_.find(std::string_view(decoded).substr(decoded.size() - size));
    if (place != places_.end()) seen_[place->second] = true;
  }
}

std::vector<std::string> ImageMentions::unused() const {
  std::vector<std::string> paths;
  for (const auto& [name, path] : images_) {
    const bool open = open_endings_[index_of(ending_of(name))] || (takes_any_ && bundled_.contains(path));
    if (!open && !seen_[places_.at(name)]) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace rubric
