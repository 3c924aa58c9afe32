// The slow oracle: a calendar made by walking from day to day, and the rules by counting on one day. It shares nothing
// with the core, not even arithmetic on months.
#pragma once

#include <cstdint>
#include <vector>

namespace partnercheck::prove {

// Days since 1970-01-01, as the core counts them.
using Day = std::int32_t;

struct Civil {
  int year;
  int month;
  int day;
};

// From 1970-01-01 to 2206-12-31.
[[nodiscard]] const std::vector<Civil>& calendar();

[[nodiscard]] const Civil& civil(Day day);
[[nodiscard]] Day day_of(int year, int month, int day);

// Walks on from `from` to a day numbered so.
[[nodiscard]] Day next_numbered(Day from, int number);
// The first day of the same month.
[[nodiscard]] Day first_of_month(Day day);
// The same day of the month so many months later; the last day of that month where it has none.
[[nodiscard]] Day months_later(Day day, int months);
[[nodiscard]] Day months_earlier(Day first_of_a_month, int months);

}  // namespace partnercheck::prove
