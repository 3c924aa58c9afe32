// A day as a number, for work on many days at once.
#pragma once

#include <cstdint>

#include "partnercheck/date.h"

namespace partnercheck {

// The number of a day since 1970-01-01.
using Day = std::int32_t;
inline constexpr Day kNoDay = INT32_MIN;   // before every day
inline constexpr Day kAnyDay = INT32_MAX;  // after every day

[[nodiscard]] constexpr Day number_of(Date day) { return static_cast<Day>(day.time_since_epoch().count()); }
[[nodiscard]] constexpr Date date_of(Day number) { return Date{std::chrono::days{number}}; }

}  // namespace partnercheck
