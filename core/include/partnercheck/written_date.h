// A day as people write it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "partnercheck/date.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

namespace partnercheck {

// Which comes first where the year stands last.
enum class DayOrder { day_month, month_day };
template <>
inline constexpr auto kNames<DayOrder> = std::to_array<std::string_view>({"day_month", "month_day"});

// Where a year of two digits stands, as in 20-07-21; it is one of this century.
enum class ShortYears { first, last };
template <>
inline constexpr auto kNames<ShortYears> = std::to_array<std::string_view>({"first", "last"});

// A word in a written day: the name of a month (1 to 12), or one that says nothing (0). The core knows no language.
struct MonthWord {
  Fact<std::string> word;
  Fact<std::int64_t> month;

  static constexpr std::string_view kName = "MonthWord";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("word", 40), &MonthWord::word),
        member(Field{"month", 0, 12}, &MonthWord::month),
    };
  }
  friend bool operator==(const MonthWord&, const MonthWord&) = default;
};

constexpr Field month_words_field() { return {"month_words", 0, 500}; }

struct WrittenDate {
  Fact<std::string> text;
  Fact<DayOrder> day_order;  // unknown: both are tried
  Fact<std::vector<MonthWord>> month_words;

  static constexpr std::string_view kName = "WrittenDate";
  static constexpr auto fields() {
    return std::tuple{
        member(required(text_field("text")), &WrittenDate::text),
        member("day_order", &WrittenDate::day_order),
        member(month_words_field(), &WrittenDate::month_words),
    };
  }
};

struct DateReadings {
  std::vector<Date> dates;  // none: no day of the calendar; two: both orders of day and month give one

  static constexpr std::string_view kName = "DateReadings";
  static constexpr auto fields() { return std::tuple{member("dates", &DateReadings::dates)}; }
};

// Reads 2021-05-20, 20210520, 2021/5/20, 20/5/2021 and, with the words that it is given, 20 maj 2021, May 20, 2021 and
// 2021年5月20日. A time behind the day is let pass. What may be two days is never guessed.
[[nodiscard]] DateReadings read_date(const WrittenDate& written);

}  // namespace partnercheck
