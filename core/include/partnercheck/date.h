// Civil days. Nothing here knows a time zone or reads a clock.
#pragma once

#include <chrono>
#include <expected>
#include <string>
#include <string_view>

namespace partnercheck {

// A day of the proleptic Gregorian calendar.
using Date = std::chrono::sys_days;

// The calendar of the contract. Both ends belong to it.
inline constexpr Date kFirstDay{std::chrono::year{1990} / 1 / 1};
inline constexpr Date kLastDay{std::chrono::year{2199} / 12 / 31};

enum class DateFault {
  shape,         // not written YYYY-MM-DD
  impossible,    // no such day, e.g. 2021-02-29
  out_of_range,  // before kFirstDay or after kLastDay
};

// Reads exactly `YYYY-MM-DD`; no other form, no white space.
[[nodiscard]] std::expected<Date, DateFault> parse_date(std::string_view text);

// The inverse of parse_date for every day of the years 0 to 9999.
[[nodiscard]] std::string format_date(Date day);

// The same where there is room for kDateSize bytes. Returns the end.
inline constexpr std::size_t kDateSize = 10;
char* put_date(Date day, char* to);

// The same day of the month, `months` later; the last day of that month where it has no such day
// (29 February + 12 months = 28 February).
[[nodiscard]] Date add_months(Date day, int months);

[[nodiscard]] unsigned day_of_month(Date day);
[[nodiscard]] int year_of(Date day);

// The day numbered `number` (1 to 28) in the month of `day`.
[[nodiscard]] Date day_in_month_of(Date day, unsigned number);

}  // namespace partnercheck
