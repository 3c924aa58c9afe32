#include "partnercheck/date.h"

namespace partnercheck {

namespace {

using std::chrono::year_month_day;

// Nothing when one of the characters is not a decimal digit.
constexpr int kNotANumber = -1;

int read_digits(std::string_view digits) {
  int number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') {
      return kNotANumber;
    }
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::expected<Date, DateFault> parse_date(std::string_view text) {
  if (text.size() != kDateSize || text[4] != '-' || text[7] != '-') {
    return std::unexpected(DateFault::shape);
  }
  const int year = read_digits(text.substr(0, 4));
  const int month = read_digits(text.substr(5, 2));
  const int day = read_digits(text.substr(8, 2));
  if (year == kNotANumber || month == kNotANumber || day == kNotANumber) {
    return std::unexpected(DateFault::shape);
  }
  const year_month_day civil{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                             std::chrono::day{static_cast<unsigned>(day)}};
  if (!civil.ok()) {
    return std::unexpected(DateFault::impossible);
  }
  const Date date{civil};
  if (date < kFirstDay || date > kLastDay) {
    return std::unexpected(DateFault::out_of_range);
  }
  return date;
}

char* put_date(Date day, char* to) {
  const year_month_day civil{day};
  const auto two = [&](unsigned number) {
    *to++ = static_cast<char>('0' + number / 10);
    *to++ = static_cast<char>('0' + number % 10);
  };
  const auto year = static_cast<unsigned>(static_cast<int>(civil.year()));
  two(year / 100);
  two(year % 100);
  *to++ = '-';
  two(static_cast<unsigned>(civil.month()));
  *to++ = '-';
  two(static_cast<unsigned>(civil.day()));
  return to;
}

std::string format_date(Date day) {
  std::string text(kDateSize, '\0');
  put_date(day, text.data());
  return text;
}

Date add_months(Date day, int months) {
  const year_month_day moved = year_month_day{day} + std::chrono::months{months};
  return moved.ok() ? Date{moved} : Date{moved.year() / moved.month() / std::chrono::last};
}

unsigned day_of_month(Date day) { return static_cast<unsigned>(year_month_day{day}.day()); }

int year_of(Date day) { return static_cast<int>(year_month_day{day}.year()); }

Date day_in_month_of(Date day, unsigned number) {
  const year_month_day civil{day};
  return Date{civil.year() / civil.month() / std::chrono::day{number}};
}

}  // namespace partnercheck
