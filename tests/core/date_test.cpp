#include "partnercheck/date.h"

#include <gtest/gtest.h>

#include "calendar.h"

namespace partnercheck::test {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(Date, EveryDayOfTheCalendarIsReadAndWrittenAsItself) {
  Date expected = kFirstDay;
  for (const CivilDay& civil : every_day()) {
    const auto read = parse_date(civil.text());
    ASSERT_TRUE(read.has_value()) << civil.text();
    ASSERT_EQ(*read, expected) << civil.text();
    ASSERT_EQ(format_date(*read), civil.text());
    ASSERT_EQ(year_of(*read), civil.year);
    ASSERT_EQ(day_of_month(*read), static_cast<unsigned>(civil.day));
    expected += std::chrono::days{1};
  }
  EXPECT_EQ(expected, kLastDay + std::chrono::days{1});
}

TEST(Date, MonthsLaterIsTheSameDayOrTheLastOfTheMonthForEveryDay) {
  const auto& days = every_day();
  for (const CivilDay& civil : days) {
    for (const int months : {1, 12}) {
      CivilDay later{civil.year, civil.month + months, civil.day};
      while (later.month > 12) {
        later.month -= 12;
        ++later.year;
      }
      later.day = std::min(later.day, days_in(later.year, later.month));
      ASSERT_EQ(format_date(add_months(day(civil.text().c_str()), months)), later.text())
          << civil.text() << " + " << months;
    }
  }
}

TEST(Date, MonthsCanBeTakenAway) {
  EXPECT_EQ(add_months(day("2021-03-31"), -1), day("2021-02-28"));
  EXPECT_EQ(add_months(day("2020-02-29"), -12), day("2019-02-28"));
  EXPECT_EQ(add_months(day("2021-01-15"), -12), day("2020-01-15"));
}

TEST(Date, DayInMonthOfKeepsTheMonth) {
  EXPECT_EQ(day_in_month_of(day("2021-02-28"), 1), day("2021-02-01"));
  EXPECT_EQ(day_in_month_of(day("2021-12-01"), 28), day("2021-12-28"));
}

TEST(Date, ADayThatDoesNotExistIsImpossible) {
  for (int year = 1990; year < 2200; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (const int number : {0, days_in(year, month) + 1}) {
        const std::string text = CivilDay{year, month, number}.text();
        ASSERT_EQ(parse_date(text).error(), DateFault::impossible) << text;
      }
    }
  }
  for (const char* text : {"2021-00-10", "2021-13-01", "2021-99-99"}) {
    EXPECT_EQ(parse_date(text).error(), DateFault::impossible) << text;
  }
}

TEST(Date, OtherWaysToWriteADayAreRefused) {
  for (const char* text :
       {"", "today", "2021", "2021-5-3", "21-05-03", "2021/05/03", "03.05.2021", "2021-05-03T00:00:00Z", " 2021-05-03",
        "2021-05-03 ", "+021-05-03", "-021-05-03", "2021-0x-03", "２０２１-05-03", "2021-05_03"}) {
    ASSERT_FALSE(parse_date(text).has_value()) << text;
    EXPECT_EQ(parse_date(text).error(), DateFault::shape) << text;
  }
}

TEST(Date, TheCalendarEndsOnBothSides) {
  EXPECT_EQ(parse_date("1989-12-31").error(), DateFault::out_of_range);
  EXPECT_EQ(parse_date("1990-01-01"), kFirstDay);
  EXPECT_EQ(parse_date("2199-12-31"), kLastDay);
  EXPECT_EQ(parse_date("2200-01-01").error(), DateFault::out_of_range);
  EXPECT_EQ(parse_date("0000-01-01").error(), DateFault::out_of_range);
  EXPECT_EQ(parse_date("9999-12-31").error(), DateFault::out_of_range);
}

}  // namespace
}  // namespace partnercheck::test
