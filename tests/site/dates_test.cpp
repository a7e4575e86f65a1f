#include "site/dates.h"

#include <limits>
#include <string>

#include <catch2/catch.hpp>

using namespace rubric;

TEST_CASE("Dates are read in the forms that Hugo takes") {
  const struct {
    std::string_view text;
    std::string_view day;  // as written; empty for no date
    int32_t minutes;       // from the beginning of that day
  } rows[] = {
      {"2024-02-29", "2024-2-29", 0},
      {"2024-02-29T10:30:00Z", "2024-2-29", 630},
      {"2024-02-29 10:30:00", "2024-2-29", 630},
      {"2024-02-29T10:30:00.125+02:00", "2024-2-29", 510},
      {"2024-02-29 10:30:00 -0100", "2024-2-29", 690},
      {"2024-02-29 10:30:00 +0200 CEST", "2024-2-29", 510},
      {"02 Jan 2006", "2006-1-2", 0},
      {"Mon, 02 Jan 2006 15:04:05 MST", "2006-1-2", 904},
      {"0001-01-01", "1-1-1", 0},
      {"2024-2-9", "", 0},
      {"2024-13-01", "", 0},
      {"2024-01-01T", "", 0},
      {"2024-01-01 noon", "", 0},
      {"Jan 2, 2006", "", 0},
      {"soon", "", 0},
      {"", "", 0},
  };
  for (const auto& row : rows) {
    INFO(row.text);
    const auto date = parse_date(row.text);
    REQUIRE(date.has_value() == !row.day.empty());
    if (!date) continue;
    const CalendarDay day = calendar_day(date->day);
    CHECK(std::to_string(day.year) + "-" + std::to_string(day.month) + "-" + std::to_string(day.day) ==
          row.day);
    CHECK(date->minute == date->day * 24 * 60 + row.minutes);
  }
  CHECK(parse_date("9999-12-31")->minute == std::numeric_limits<int32_t>::max() - 1);
}

TEST_CASE("Days and dates of the calendar lead to each other") {
  CHECK(days_since_1970({1970, 1, 1}) == 0);
  CHECK(days_since_1970({2000, 3, 1}) == 11017);
  for (int32_t days = -800000; days < 1000000; days += 173)
    CHECK(days_since_1970(calendar_day(days)) == days);
}
