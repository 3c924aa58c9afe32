#include "calendar.h"

namespace partnercheck::test {

namespace {

std::string padded(int number, std::size_t width) {
  std::string text = std::to_string(number);
  return std::string(width - text.size(), '0') + text;
}

}  // namespace

std::string CivilDay::text() const { return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2); }

int days_in(int year, int month) {
  if (month == 2) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
  }
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

const std::vector<CivilDay>& every_day() {
  static const auto kDays = [] {
    std::vector<CivilDay> days;
    for (CivilDay now{1990, 1, 1}; now.year < 2200;) {
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

}  // namespace partnercheck::test
