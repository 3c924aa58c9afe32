#include "rules/association_days.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace partnercheck::test {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

constexpr AssociationLimits kBoth{
    .cool_off_days = 30, .per_year = 3, .window_months = 12, .calendar = true, .rolling = true};

// The rule as it is written: count, on one day, and never mind the speed.
bool allows(const std::vector<Date>& starts, Date on) {
  int calendar = 0;
  int rolling = 0;
  for (const Date start : starts) {
    calendar += year_of(start) == year_of(on) ? 1 : 0;
    rolling += add_months(start, 12) > on ? 1 : 0;
    if (on < start + std::chrono::days{30}) {
      return false;
    }
  }
  return calendar < 3 && rolling < 3;
}

TEST(AssociationDays, TheThirtiethDayIsAllowed) {
  const std::vector starts{day("2021-05-01")};
  EXPECT_EQ(first_allowed_day(kBoth, starts, day("2021-05-20")), day("2021-05-31"));
  EXPECT_EQ(first_allowed_day(kBoth, starts, day("2021-05-31")), day("2021-05-31"));
  EXPECT_EQ(first_allowed_day(kBoth, starts, day("2021-06-01")), day("2021-06-01"));
}

TEST(AssociationDays, AStartLeavesTheRollingYearOnItsAnniversary) {
  const std::vector starts{day("2020-10-05"), day("2020-12-01"), day("2021-01-15")};
  const auto before = read_year(kBoth, starts, day("2021-10-04"));
  ASSERT_EQ(before.size(), 2U);
  EXPECT_EQ(before[0].until, std::nullopt);
  EXPECT_EQ(before[1].until, day("2021-10-05"));
  EXPECT_EQ(read_year(kBoth, starts, day("2021-10-05"))[1].until, std::nullopt);
}

TEST(AssociationDays, TheCalendarYearFreesItselfOnTheFirstOfJanuary) {
  const std::vector starts{day("2021-01-01"), day("2021-02-01"), day("2021-12-31")};
  const auto readings = read_year(kBoth, starts, day("2021-12-31"));
  EXPECT_EQ(readings[0].until, day("2022-01-01"));
  EXPECT_EQ(readings[0].count, 3);
}

TEST(AssociationDays, ALeapDayLeavesOnTheLastOfFebruary) {
  const std::vector starts{day("2020-02-29"), day("2020-02-29"), day("2020-02-29")};
  EXPECT_EQ(read_year(kBoth, starts, day("2021-02-27"))[1].until, day("2021-02-28"));
  EXPECT_EQ(read_year(kBoth, starts, day("2021-02-28"))[1].until, std::nullopt);
}

TEST(AssociationDays, AHostCanFixTheReading) {
  auto calendar = kBoth;
  calendar.rolling = false;
  const std::vector starts{day("2020-10-05"), day("2020-12-01"), day("2021-01-15")};
  EXPECT_EQ(read_year(calendar, starts, day("2021-05-03")).size(), 1U);
  EXPECT_EQ(first_allowed_day(calendar, starts, day("2021-05-03")), day("2021-05-03"));
}

TEST(AssociationDays, TheFirstAllowedDayIsTheFirstOneThatDayByDayCountingAllows) {
  std::mt19937 random{2021};  // NOLINT: the same histories in every run
  for (int round = 0; round < 3'000; ++round) {
    std::vector<Date> starts(random() % 7);
    for (Date& start : starts) {
      start = day("2019-06-01") + std::chrono::days{static_cast<int>(random() % 730)};
    }
    std::ranges::sort(starts);
    Date expected = day("2021-05-31");
    const Date found = first_allowed_day(kBoth, starts, expected);
    while (!allows(starts, expected)) {
      expected += std::chrono::days{1};
    }
    ASSERT_EQ(format_date(found), format_date(expected));
  }
}

}  // namespace
}  // namespace partnercheck::test
