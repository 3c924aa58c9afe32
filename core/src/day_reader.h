// Days as people and programs write them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "day.h"
#include "partnercheck/written_date.h"

namespace partnercheck {

enum class DayFault { none, shape, impossible, out_of_range, ambiguous, short_year };

struct ReadDay {
  Day day = 0;
  DayFault fault = DayFault::none;
};

// Which order of day and month a day such as 20/7/2020 shows; `either` where both give one, and not the same.
enum class OrderShown { none, day_month, month_day, either };
[[nodiscard]] OrderShown order_shown(std::string_view text);

// The days of the calendar of the contract by table: every row of a table asks.
namespace day_table {

inline constexpr unsigned kFirstYear = 1990;
inline constexpr unsigned kYears = 210;

// Within these years 2100 is the only fourth one that is none.
constexpr bool leap(unsigned year) { return year % 4 == 0 && year != 2100; }
// The ten bytes of YYYY-MM-DD less those of 0000-00-00: digits are their numbers, hyphens 0. More than 9, or than 0 in
// place of a hyphen, and it is not written so. All bytes are looked at together: this is where a table's time goes.
struct TenBytes {
  std::uint64_t eight = 0;
  std::uint16_t two = 0;

  explicit TenBytes(const char* text) {
    static_assert(std::endian::native == std::endian::little);
    std::memcpy(&eight, text, sizeof(eight));
    std::memcpy(&two, text + sizeof(eight), sizeof(two));
    eight ^= 0x2D30'302D'3030'3030;
    two ^= 0x3030;
  }
  [[nodiscard]] bool written() const {
    const std::uint64_t too_much = (eight + 0x7F76'767F'7676'7676) | eight;
    const unsigned too_much_after = (two + 0x7676U) | two;
    return ((too_much & 0x8080'8080'8080'8080) | (too_much_after & 0x8080U)) == 0;
  }
  // Each byte and the one behind it as a number of two digits: one multiplication for all.
  [[nodiscard]] std::uint64_t pairs() const { return eight * 10 + (eight >> 8U); }
  [[nodiscard]] unsigned year() const {
    return static_cast<unsigned>(pairs() & 0xFFU) * 100 + static_cast<unsigned>(pairs() >> 16U & 0xFFU);
  }
  [[nodiscard]] unsigned month() const { return static_cast<unsigned>(pairs() >> 40U & 0xFFU); }
  [[nodiscard]] unsigned day() const { return (two & 0xFFU) * 10 + (two >> 8U); }
};
constexpr std::array<Day, kYears> year_starts() {
  std::array<Day, kYears> starts{};
  for (unsigned i = 0; i < kYears; ++i) {
    starts[i] = number_of(Date{std::chrono::year{static_cast<int>(kFirstYear + i)} / 1 / 1});
  }
  return starts;
}
inline constexpr std::array<Day, kYears> kYearStarts = year_starts();
// How many days of the year are before each month; behind the last, all. First of years of 365 days, then of 366.
inline constexpr std::array<std::array<std::uint16_t, 13>, 2> kMonthStarts{
    {{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
     {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}}};

}  // namespace day_table

// Reads 2021-05-20, 20210520 and 2021/5/20; with the words it is given 20 maj 2021, May 20, 2021 and 2021年5月20日;
// with the year last 20/5/2021 or 5/20/2021. A year of two digits is read where it is said where it stands, and is a
// fault of its own else. A time behind the day is let pass:
// 2021-05-20T09:30:00Z is the day that is written.
// Where both orders of day and month give a day and none is stated, it is ambiguous: never guessed.
class DayReader {
 public:
  DayReader(Fact<DayOrder> order, const Fact<std::vector<MonthWord>>& words, Fact<ShortYears> short_years = {});

  // Inline, since two numbers are returned by way of memory in WebAssembly: an eighth of a table's time.
  [[nodiscard, gnu::always_inline]] ReadDay read(std::string_view text) const {
    using namespace day_table;
    if (text.size() == 10) {
      const TenBytes ten{text.data()};
      const unsigned year = ten.year() - kFirstYear;
      const unsigned month = ten.month() - 1;
      const unsigned day = ten.day() - 1;
      if (ten.written() && year < kYears && month < 12) {
        const auto& starts = kMonthStarts[leap(year + kFirstYear) ? 1 : 0];
        if (day < static_cast<unsigned>(starts[month + 1] - starts[month])) {
          return {kYearStarts[year] + starts[month] + static_cast<Day>(day), DayFault::none};
        }
      }
    }
    return read_written(text);
  }

 private:
  [[nodiscard]] ReadDay read_written(std::string_view text) const;
  // Of numbers of at most two digits, and the name of a month where `month` is not 0.
  [[nodiscard]] ReadDay read_short_year(std::span<const std::string_view> numbers, unsigned month) const;
  [[nodiscard]] ReadDay read_year_last(unsigned first, unsigned second, unsigned year) const;
  // 0: a word that says nothing. Nothing: a word that was not given.
  [[nodiscard]] std::optional<unsigned> month_named(std::string_view word) const;

  Fact<DayOrder> order_;
  Fact<ShortYears> short_years_;
  std::map<std::string, unsigned> words_;
};

}  // namespace partnercheck
