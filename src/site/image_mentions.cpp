// How it works: every place in a text where an image's extension ends is compared with the names of the
// images, longest to shortest, so that it need not be known where a name begins in Markdown, CSS or YAML.

#include "site/image_mentions.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

bool is_image_ending(std::string_view ending) {
  return std::find(image_endings.begin(), image_endings.end(), ending) != image_endings.end();
}

// What the texts of a repository say of its images.
class Mentions {
 public:
  explicit Mentions(std::multimap<std::string, std::string_view> images) : unseen_(std::move(images)) {
    for (const auto& [name, path] : unseen_) sizes_.insert(name.size());
  }

  void read(std::string_view text) {
    for (size_t dot = text.find('.'); dot != text.npos; dot = text.find('.', dot + 1)) {
      size_t end = dot + 1;
      while (end < text.size() && end - dot < 6 && is_letter(text[end])) ++end;
      const std::string ending = lower_case(text.substr(dot + 1, end - dot - 1));
      const bool ends_here = end == text.size() || text[end] < '0' || text[end] > '9';
      if (ends_here && is_image_ending(ending)) read_name(text.substr(0, end), ending);
    }
    takes_any_ = takes_any_ || text.find("Resources.ByType") != text.npos || holds_pattern(text);
  }

  // The images that nothing speaks of.
  std::vector<std::string> unseen(const std::set<std::string_view>& bundled) const {
    std::vector<std::string> paths;
    for (const auto& [name, path] : unseen_) {
      if (open_endings_.contains(ending_of(name)) || (takes_any_ && bundled.contains(path))) continue;
      paths.emplace_back(path);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
  }

 private:
  static bool is_letter(char byte) { return (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'; }

  // `text` ends with a name.
  void read_name(std::string_view text, const std::string& ending) {
    const std::string_view before = text.substr(0, text.size() - ending.size() - 1);
    constexpr std::string_view computed = "}%$*)\"'`s";
    // `%s.png`, `{{ x }}.png`, `*.png`, `printf "%s" x + ".png"`; an `s` counts after a `%` only.
    const char last = before.empty() ? '"' : before.back();
    const bool is_verb = last == 's' && before.size() > 1 && before[before.size() - 2] == '%';
    if (is_verb || (last != 's' && computed.find(last) != computed.npos)) open_endings_.insert(ending);
    constexpr size_t longest_written = 768;  // a name of 255 bytes, each percent-escaped
    const std::string_view written = text.substr(text.size() - std::min(text.size(), longest_written));
    const std::string decoded = lower_case(decode_percent(written));
    for (const size_t size : sizes_) {
      if (size <= decoded.size()) unseen_.erase(decoded.substr(decoded.size() - size));
    }
  }

  // `Match "images/*"`.
  static bool holds_pattern(std::string_view text) {
    for (size_t at = text.find("Match"); at != text.npos; at = text.find("Match", at + 1)) {
      const std::string_view after = text.substr(at, 200);
      if (after.substr(0, after.find("}}")).find('*') != after.npos) return true;
    }
    return false;
  }

  std::multimap<std::string, std::string_view> unseen_;  // by name in lower case
  std::set<size_t> sizes_;
  std::set<std::string, std::less<>> open_endings_;
  bool takes_any_ = false;
};

}  // namespace

std::vector<std::string> find_unused_images(const FileTree& files, const ReadFile& read,
                                            std::string_view root, const std::vector<std::string>& folders) {
  std::multimap<std::string, std::string_view> images;
  for (const std::string& folder : folders) {
    for (const std::string& path : files.below(folder)) {
      std::string name = lower_case(name_of(path));
      const bool is_asked_for = std::any_of(asked_for_by_name.begin(), asked_for_by_name.end(),
                                            [&](std::string_view start) { return name.starts_with(start); });
      if (is_image_ending(ending_of(path)) && !is_asked_for) images.emplace(std::move(name), path);
    }
  }
  std::set<std::string_view> bundled;
  for (const auto& [name, path] : images) {
    const std::string folder(folder_of(path));
    if (files.has_file(folder + "/index.md") || files.has_file(folder + "/_index.md")) bundled.insert(path);
  }
  Mentions mentions(std::move(images));
  for (const std::string& path : files.below(root)) {
    const std::string ending = ending_of(path);
    if (is_image_ending(ending) && ending != "svg") continue;
    const std::optional<std::string> text = read(path);
    if (text && text->size() <= largest_text && text->find('\0') == text->npos) mentions.read(*text);
  }
  return mentions.unseen(bundled);
}

}  // namespace rubric
