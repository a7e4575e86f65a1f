#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rubric {

/// A date as a front matter writes it.
struct WrittenDate {
  int32_t day = 0;     ///< days since 1970-01-01 of the calendar day as written, whatever its time zone
  int32_t minute = 0;  ///< minutes since 1970-01-01T00:00Z of the moment itself; of the far future the
                       ///< greatest number but one
};

/// A day of the calendar.
struct CalendarDay {
  int32_t year = 1;
  uint8_t month = 1;  ///< from 1
  uint8_t day = 1;    ///< from 1
};

/// Reads a date in the forms that Hugo takes and people write: ISO 8601 with or without time and zone (UTC
/// when it is absent), and "02 Jan 2006" with or without weekday, time and zone. Nothing for other text.
std::optional<WrittenDate> parse_date(std::string_view text);

/// The day of the calendar that is `days` after 1970-01-01.
CalendarDay calendar_day(int32_t days);

/// The converse of calendar_day.
int32_t days_since_1970(const CalendarDay& day);

/// Minutes since 1970-01-01T00:00Z by this machine's clock.
int32_t current_minute();

}  // namespace rubric
