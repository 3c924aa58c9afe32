#include "walked.h"

#include <algorithm>

namespace partnercheck::prove {

namespace {

int days_in(int year, int month) {
  if (month == 2) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace

const std::vector<Civil>& calendar() {
  static const auto kDays = [] {
    std::vector<Civil> days;
    for (Civil now{1970, 1, 1}; now.year < 2207;) {
      days.push_back(now);
      if (++now.day > days_in(now.year, now.month)) {
        now.day = 1;
        if (++now.month > 12) {
          now.month = 1;
          ++now.year;
        }
      }
    }
    return days;
  }();
  return kDays;
}

const Civil& civil(Day day) { return calendar()[static_cast<std::size_t>(day)]; }

Day day_of(int year, int month, int day) {
  const auto found = std::ranges::find_if(
      calendar(), [&](const Civil& civil) { return civil.year == year && civil.month == month && civil.day == day; });
  return static_cast<Day>(found - calendar().begin());
}

Day next_numbered(Day from, int number) {
  while (civil(from).day != number) {
    ++from;
  }
  return from;
}

Day first_of_month(Day day) {
  while (civil(day).day != 1) {
    --day;
  }
  return day;
}

Day months_later(Day day, int months) {
  const int number = civil(day).day;
  Day at = day;
  for (int i = 0; i < months; ++i) {
    at = next_numbered(at + 1, 1);  // of the next month
  }
  while (civil(at).day < number && civil(at + 1).day != 1) {
    ++at;
  }
  return at;
}

Day months_earlier(Day first_of_a_month, int months) {
  Day at = first_of_a_month;
  for (int i = 0; i < months; ++i) {
    at = first_of_month(at - 1);
  }
  return at;
}

}  // namespace partnercheck::prove
