// How it works: the pattern is cut at its colons; each attribute name is looked up in a small chain of
// comparisons (resources/page/permalinks.go). Slices such as `:sections[1:]` are supported for sections
// only, as in Hugo.

#include "site/permalinks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "site/dates.h"
#include "text/path.h"

namespace rubric {

namespace {

bool is_attribute_byte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

std::vector<std::string_view> segments(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(path.size(), slash + 1));
  }
  return parts;
}

// The folders above a page, without a bundle's own.
std::vector<std::string_view> folders(const ContentFile& file) {
  std::vector<std::string_view> parts = segments(file.folder);
  if (file.form == ContentForm::leaf && !parts.empty()) parts.pop_back();
  return parts;
}

std::optional<size_t> number(std::string_view digits) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// `slice` is what stands in brackets: "1:", ":2", "0"; empty for all.
std::optional<std::string> joined_sections(const std::vector<std::string_view>& parts,
                                           std::string_view slice) {
  if (slice == "last") return parts.empty() ? std::string() : std::string(parts.back());
  size_t first = 0;
  size_t last = parts.size();
  if (!slice.empty()) {
    const size_t colon = slice.find(':');
    const std::string_view left = slice.substr(0, std::min(colon, slice.size()));
    const std::string_view right = colon == slice.npos ? "" : slice.substr(colon + 1);
    if (right.find(':') != right.npos) return std::nullopt;
    if (!left.empty()) {
      const auto value = number(left);
      if (!value) return std::nullopt;
      first = *value;
    }
    if (right == "last") {
      last = parts.empty() ? 0 : last - 1;
    } else if (!right.empty()) {
      const auto value = number(right);
      if (!value) return std::nullopt;
      last = std::min(last, *value);
    }
    if (colon == slice.npos) last = std::min(last, first + 1);
  }
  std::string result;
  for (size_t index = first; index < last; ++index) {
    if (!result.empty() && !parts[index].empty()) result += '/';
    result += parts[index];
  }
  return result;
}

std::string_view file_name(const ContentFile& file) {
  if (file.form == ContentForm::single) return file.name;
  return name_of(file.folder);
}

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                      "Thursday", "Friday", "Saturday"};

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

// A page without a date has that of Go's zero time, the first of January of the year 1.
std::optional<std::string> date_part(std::string_view name, int32_t days) {
  if (days == Publication::no_date) days = days_since_1970(CalendarDay{});
  const CalendarDay day = calendar_day(days);
  const auto weekday = static_cast<size_t>((days % 7 + 11) % 7);  // 1970-01-01 was a Thursday
  if (name == "year") return std::to_string(day.year);
  if (name == "month") return two_digits(day.month);
  if (name == "monthname") return std::string(months[day.month - size_t{1}]);
  if (name == "day") return two_digits(day.day);
  if (name == "weekday") return std::to_string(weekday);
  if (name == "weekdayname") return std::string(weekdays[weekday]);
  if (name == "yearday") return std::to_string(days - days_since_1970({day.year, 1, 1}) + 1);
  return std::nullopt;
}

std::optional<std::string> attribute(std::string_view name, std::string_view slice, const ContentFile& file,
                                     const Publication& facts) {
  const std::string& slug_or_title = facts.slug.empty() ? facts.title : facts.slug;
  if (name == "section") return joined_sections(folders(file), "0");
  if (name == "sections" && file.section) {
    std::vector<std::string_view> sections = segments(*file.section);
    if (file.section->ends_with('/')) sections.emplace_back();
    return joined_sections(sections, slice);
  }
  // A folder below the first is a section only with an `_index.md`.
  if (name == "sections")
    return folders(file).size() > 1 ? std::nullopt : joined_sections(folders(file), slice);
  if (!slice.empty()) return std::nullopt;
  const bool or_name = name == "slugorfilename" || name == "slugorcontentbasename";
  if (name == "filename" || name == "contentbasename" || (or_name && facts.slug.empty()))
    return clean_url_path(file_name(file), false);
  if (name == "title") return clean_url_path(facts.title, false);
  if (name == "slug" || or_name) return clean_url_path(slug_or_title, false);
  return date_part(name, facts.day);
}

}  // namespace

std::optional<std::string> expand_permalink(std::string_view pattern, const ContentFile& file,
                                            const Publication& facts) {
  std::string url;
  while (!pattern.empty()) {
    const size_t colon = pattern.find(':');
    url += pattern.substr(0, colon);
    if (colon == pattern.npos) break;
    pattern.remove_prefix(colon + 1);
    const auto end = std::find_if_not(pattern.begin(), pattern.end(), is_attribute_byte);
    const std::string_view name = pattern.substr(0, static_cast<size_t>(end - pattern.begin()));
    pattern.remove_prefix(name.size());
    std::string_view slice;
    if (pattern.starts_with('[')) {
      const size_t close = pattern.find(']');
      if (close == pattern.npos) return std::nullopt;
      slice = pattern.substr(1, close - 1);
      pattern.remove_prefix(close + 1);
    }
    auto value = attribute(name, slice, file, facts);
    if (!value) return std::nullopt;
    // Hugo takes `+` for an escaped blank here.
    std::replace(value->begin(), value->end(), '+', ' ');
    url += *value;
  }
  return url;
}

std::string literal_start(std::string_view pattern) {
  std::string start(pattern.substr(0, std::min(pattern.find(':'), pattern.size())));
  start.erase(start.rfind('/') + 1);
  if (!start.starts_with('/')) start.insert(start.begin(), '/');
  return start;
}

}  // namespace rubric
