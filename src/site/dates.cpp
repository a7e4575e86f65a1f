// How it works: a cursor reads the parts of the two families of forms one after the other. Days are counted
// in the proleptic Gregorian calendar by Howard Hinnant's algorithms (chrono-compatible low-level date
// algorithms), since a year beyond what the machine's clock can hold is a common way to hide a page.

#include "site/dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

#include "text/ascii.h"

namespace rubric {

namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

struct Cursor {
  std::string_view rest;

  bool skip(std::string_view text) {
    if (!rest.starts_with(text)) return false;
    rest.remove_prefix(text.size());
    return true;
  }

  // A number of exactly `digits` digits.
  std::optional<int32_t> number(size_t digits) {
    if (rest.size() < digits) return std::nullopt;
    int32_t value = 0;
    for (const char digit : rest.substr(0, digits)) {
      if (digit < '0' || digit > '9') return std::nullopt;
      value = value * 10 + (digit - '0');
    }
    rest.remove_prefix(digits);
    return value;
  }
};

bool is_valid(const CalendarDay& day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= 31;
}

std::optional<CalendarDay> read_iso_day(Cursor& cursor) {
  const auto year = cursor.number(4);
  if (!year || !cursor.skip("-")) return std::nullopt;
  const auto month = cursor.number(2);
  if (!month || !cursor.skip("-")) return std::nullopt;
  const auto day = cursor.number(2);
  if (!day) return std::nullopt;
  return CalendarDay{*year, static_cast<uint8_t>(*month), static_cast<uint8_t>(*day)};
}

// "02 Jan 2006" and "Mon, 02 Jan 2006".
std::optional<CalendarDay> read_named_month(Cursor& cursor) {
  const size_t comma = cursor.rest.find(", ");
  if (comma != cursor.rest.npos && comma <= 9) cursor.rest.remove_prefix(comma + 2);
  const auto day = cursor.number(2);
  if (!day || !cursor.skip(" ")) return std::nullopt;
  const auto month = std::find(months.begin(), months.end(), lower_case(cursor.rest.substr(0, 3)));
  if (month == months.end()) return std::nullopt;
  cursor.rest.remove_prefix(3);
  if (!cursor.skip(" ")) return std::nullopt;
  const auto year = cursor.number(4);
  if (!year) return std::nullopt;
  return CalendarDay{*year, static_cast<uint8_t>(month - months.begin() + 1), static_cast<uint8_t>(*day)};
}

// "15:04", ":05" and a fraction behind it or not; in minutes.
std::optional<int32_t> read_time(Cursor& cursor) {
  const auto hour = cursor.number(2);
  if (!hour || !cursor.skip(":")) return std::nullopt;
  const auto minute = cursor.number(2);
  if (!minute) return std::nullopt;
  if (cursor.skip(":") && !cursor.number(2)) return std::nullopt;
  if (cursor.skip(".")) {
    while (cursor.number(1)) {
    }
  }
  return *hour * 60 + *minute;
}

// "Z", "+02:00", " +0200"; a zone's name is taken for UTC. In minutes east of it.
std::optional<int32_t> read_zone(Cursor& cursor) {
  cursor.skip(" ");
  if (cursor.rest.empty() || cursor.skip("Z")) return 0;
  const int32_t sign = cursor.rest.front() == '-' ? -1 : 1;
  if (!cursor.skip("+") && !cursor.skip("-")) {
    const bool is_name = std::all_of(cursor.rest.begin(), cursor.rest.end(),
                                     [](char letter) { return letter >= 'A' && letter <= 'Z'; });
    return is_name ? std::optional(0) : std::nullopt;
  }
  const auto hours = cursor.number(2);
  cursor.skip(":");
  const auto minutes = cursor.number(2);
  if (!hours || !minutes) return std::nullopt;
  return sign * (*hours * 60 + *minutes);
}

// The year 9999 is a moment like any other.
int32_t minute_of(int32_t day, int32_t minutes) {
  const int64_t minute = int64_t{day} * (24 * 60) + minutes;
  return static_cast<int32_t>(std::min<int64_t>(minute, std::numeric_limits<int32_t>::max() - 1));
}

}  // namespace

std::optional<WrittenDate> parse_date(std::string_view text) {
  Cursor cursor{text};
  auto day = read_iso_day(cursor);
  if (!day) {
    cursor.rest = text;
    day = read_named_month(cursor);
  }
  if (!day || !is_valid(*day)) return std::nullopt;
  WrittenDate date;
  date.day = days_since_1970(*day);
  if (cursor.rest.empty()) {
    date.minute = minute_of(date.day, 0);
    return date;
  }
  if (!cursor.skip("T") && !cursor.skip("t") && !cursor.skip(" ")) return std::nullopt;
  const auto time = read_time(cursor);
  const auto zone = time ? read_zone(cursor) : std::nullopt;
  if (!zone) return std::nullopt;
  date.minute = minute_of(date.day, *time - *zone);
  return date;
}

int32_t days_since_1970(const CalendarDay& day) {
  const int32_t year = day.month <= 2 ? day.year - 1 : day.year;
  const int32_t era = (year >= 0 ? year : year - 399) / 400;
  const int32_t year_of_era = year - era * 400;
  const int32_t month = day.month > 2 ? day.month - 3 : day.month + 9;
  const int32_t day_of_year = (153 * month + 2) / 5 + day.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CalendarDay calendar_day(int32_t days) {
  days += 719468;
  const int32_t era = (days >= 0 ? days : days - 146096) / 146097;
  const int32_t day_of_era = days - era * 146097;
  const int32_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int32_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int32_t month = (5 * day_of_year + 2) / 153;
  CalendarDay result;
  result.day = static_cast<uint8_t>(day_of_year - (153 * month + 2) / 5 + 1);
  result.month = static_cast<uint8_t>(month < 10 ? month + 3 : month - 9);
  result.year = year_of_era + era * 400 + (result.month <= 2 ? 1 : 0);
  return result;
}

int32_t current_minute() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<int32_t>(std::chrono::duration_cast<std::chrono::minutes>(now).count());
}

}  // namespace rubric
