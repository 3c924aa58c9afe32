#include "day_reader.h"

#include <algorithm>
#include <charconv>
#include <span>

#include "add_once.h"
#include "text.h"

namespace partnercheck {

namespace {

constexpr bool is_other(char c) { return static_cast<unsigned char>(c) >= 0x80U; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_other(c); }

unsigned value_of(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

// What a time of day is written with, in whatever form.
bool is_of_time(char c) {
  return is_digit(c) || c == ':' || c == '.' || c == ',' || c == '+' || c == '-' || c == ' ' || c == 'Z' || c == 'A' ||
         c == 'P' || c == 'M' || c == 'a' || c == 'p' || c == 'm' || is_other(c);
}

// A colon is also in the 20:e of May: a time has digits in front of it, something else before them, and nothing behind
// it that is not of a time.
std::string_view without_time(std::string_view text) {
  std::size_t behind = text.size();
  while (behind > 0 && is_of_time(text[behind - 1])) {
    --behind;
  }
  for (auto colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
    std::size_t start = colon;
    while (start > 0 && is_digit(text[start - 1])) {
      --start;
    }
    if (start == 0 || start < behind || start == colon || colon - start > 2) {
      continue;
    }
    const char before = text[start - 1];
    if (before == ' ' || before == 'T' || is_other(before)) {
      return trimmed(text.substr(0, before == 'T' ? start - 1 : start));
    }
  }
  return text;
}

ReadDay day_of(unsigned year, unsigned month, unsigned day) {
  const std::chrono::year_month_day written{std::chrono::year{static_cast<int>(year)}, std::chrono::month{month},
                                            std::chrono::day{day}};
  if (!written.ok()) {
    return {0, DayFault::impossible};
  }
  const Date date = written;
  return date < kFirstDay || date > kLastDay ? ReadDay{0, DayFault::out_of_range}
                                             : ReadDay{number_of(date), DayFault::none};
}

}  // namespace

OrderShown order_shown(std::string_view text) {
  std::size_t at = 0;
  const auto number = [&] {
    unsigned value = 0;
    const std::size_t most = std::min(text.size(), at + 2);
    for (; at < most && is_digit(text[at]); ++at) {
      value = value * 10 + static_cast<unsigned>(text[at] - '0');
    }
    return value;
  };
  const unsigned first = number();
  const char sign = at < text.size() ? text[at] : '\0';
  if (first == 0 || (sign != '/' && sign != '.' && sign != '-')) {
    return OrderShown::none;
  }
  const auto skip_sign = [&] {
    at += at < text.size() && text[at] == sign ? 1U : 0U;
    at += at < text.size() && text[at] == ' ' ? 1U : 0U;
  };
  skip_sign();
  const unsigned second = number();
  if (second == 0 || at >= text.size() || text[at] != sign) {
    return OrderShown::none;
  }
  skip_sign();
  const auto behind = text.substr(at);
  const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(behind, is_digit) - behind.begin());
  if (digits != 4) {
    return OrderShown::none;
  }
  const unsigned year = value_of(behind.substr(0, digits));
  const bool day_first = day_of(year, second, first).fault == DayFault::none;
  const bool month_first = day_of(year, first, second).fault == DayFault::none;
  if (day_first == month_first) {
    return day_first && first != second ? OrderShown::either : OrderShown::none;
  }
  return day_first ? OrderShown::day_month : OrderShown::month_day;
}

DayReader::DayReader(Fact<DayOrder> order, const Fact<std::vector<MonthWord>>& words, Fact<ShortYears> short_years)
    : order_{order}, short_years_{short_years} {
  if (!words.known()) {
    return;
  }
  for (const MonthWord& word : words.value()) {
    if (word.word.known() && word.month.known()) {
      words_.try_emplace(folded(word.word.value()), static_cast<unsigned>(word.month.value()));
    }
  }
}

std::optional<unsigned> DayReader::month_named(std::string_view word) const {
  const auto found = words_.find(folded(word));
  return found != words_.end() ? std::optional{found->second} : std::nullopt;
}

ReadDay DayReader::read_year_last(unsigned first, unsigned second, unsigned year) const {
  const ReadDay day_first = day_of(year, second, first);
  const ReadDay month_first = day_of(year, first, second);
  if (order_.known()) {
    return order_.value() == DayOrder::day_month ? day_first : month_first;
  }
  if (day_first.fault == DayFault::none && month_first.fault == DayFault::none && first != second) {
    return {0, DayFault::ambiguous};
  }
  return day_first.fault == DayFault::none ? day_first : month_first;
}

ReadDay DayReader::read_short_year(std::span<const std::string_view> numbers, unsigned month) const {
  constexpr unsigned kCentury = 2'000;
  const std::string_view year = short_years_.is(ShortYears::first) ? numbers.front() : numbers.back();
  // Something has to be able to be one.
  if (year.size() != 2 && (short_years_.known() || numbers.front().size() != 2)) {
    return {0, DayFault::shape};
  }
  if (!short_years_.known()) {
    return {0, DayFault::short_year};
  }
  const auto others = short_years_.is(ShortYears::first) ? numbers.subspan(1) : numbers.first(numbers.size() - 1);
  const unsigned full_year = kCentury + value_of(year);
  return month != 0                           ? day_of(full_year, month, value_of(others.front()))
         : short_years_.is(ShortYears::first) ? day_of(full_year, value_of(others[0]), value_of(others[1]))
                                              : read_year_last(value_of(others[0]), value_of(others[1]), full_year);
}

ReadDay DayReader::read_written(std::string_view text) const {
  constexpr ReadDay kShape{0, DayFault::shape};
  const std::string_view written = without_time(trimmed(text));
  std::array<std::string_view, 3> numbers;
  std::size_t count = 0;
  unsigned month = 0;
  for (std::size_t i = 0; i < written.size();) {
    const bool digits = is_digit(written[i]);
    if (!digits && !is_letter(written[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < written.size() && (digits ? is_digit(written[end]) : is_letter(written[end]))) {
      ++end;
    }
    const std::string_view part = written.substr(i, end - i);
    i = end;
    if (digits) {
      if (count == numbers.size()) {
        return kShape;
      }
      numbers[count++] = part;
      continue;
    }
    const auto named = month_named(part);
    if (!named || (*named != 0 && month != 0)) {
      return kShape;
    }
    month = std::max(month, *named);
  }
  const auto is_year = [&](std::size_t i) { return numbers[i].size() == 4; };
  const auto is_short = [&](std::size_t i) { return numbers[i].size() <= 2; };
  if (month == 0 && count == 1 && written.size() == 8) {
    return day_of(value_of(written.substr(0, 4)), value_of(written.substr(4, 2)), value_of(written.substr(6)));
  }
  if (month != 0 && count == 2 && (is_year(0) ? is_short(1) : is_short(0) && is_year(1))) {
    const std::size_t year = is_year(0) ? 0 : 1;
    return day_of(value_of(numbers[year]), month, value_of(numbers[1 - year]));
  }
  if (month == 0 && count == 3 && is_year(0) && is_short(1) && is_short(2)) {
    return day_of(value_of(numbers[0]), value_of(numbers[1]), value_of(numbers[2]));
  }
  if (month == 0 && count == 3 && is_short(0) && is_short(1) && is_year(2)) {
    return read_year_last(value_of(numbers[0]), value_of(numbers[1]), value_of(numbers[2]));
  }
  const std::size_t needed = month == 0 ? 3 : 2;
  if (count == needed &&
      std::ranges::all_of(std::span{numbers}.first(count), [](auto part) { return part.size() <= 2; })) {
    return read_short_year(std::span{numbers}.first(count), month);
  }
  return kShape;
}

DateReadings read_date(const WrittenDate& written) {
  DateReadings readings;
  for (const DayOrder order : {DayOrder::day_month, DayOrder::month_day}) {
    if (written.day_order.known() && written.day_order.value() != order) {
      continue;
    }
    const ReadDay read = DayReader{order, written.month_words}.read(written.text.value());
    if (read.fault == DayFault::none) {
      add_once(readings.dates, date_of(read.day));
    }
  }
  return readings;
}

}  // namespace partnercheck
