#include "rules/link_date_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

#include "roster/src/free_day_table.h"

namespace partnercheck::test {
namespace {

Date date(const char* text) { return parse_date(text).value(); }
Day day(const char* text) { return number_of(date(text)); }

// The default ruleset: 3 a year, 30 days; with one reading of the year, or both.
Ruleset ruleset(const char* year) {
  Ruleset ruleset = *built_in_rulebook().find("");
  ruleset.parameters[static_cast<std::size_t>(Parameter::association_year)]->value = std::string{year};
  return ruleset;
}

const LinkDateRules& both(const char* today) {
  static std::vector<std::unique_ptr<LinkDateRules>> kept;
  return *kept.emplace_back(std::make_unique<LinkDateRules>(ruleset("both"), date(today)));
}

LinkFinding decide(const LinkDateRules& rules, const std::vector<Day>& latest, Day unknown = kNoDay) {
  return rules.decide({latest, latest.size() + (unknown == kNoDay ? 0 : 1), unknown}, rules.free_days(latest));
}

// The rule as it is written: count, on one day, and never mind the speed.
bool allows(const std::vector<Day>& starts, Day on) {
  int calendar = 0;
  int rolling = 0;
  for (const Day start : starts) {
    calendar += year_of(date_of(start)) == year_of(date_of(on)) ? 1 : 0;
    rolling += number_of(add_months(date_of(start), 12)) > on ? 1 : 0;
    if (on < start + 30) {
      return false;
    }
  }
  return calendar < 3 && rolling < 3;
}

TEST(LinkDateRules, TheThirtiethDayIsAllowed) {
  EXPECT_EQ(decide(both("2021-05-20"), {day("2021-05-01")}).until, day("2021-05-31"));
  EXPECT_EQ(decide(both("2021-05-30"), {day("2021-05-01")}).until, day("2021-05-31"));
  EXPECT_FALSE(decide(both("2021-05-31"), {day("2021-05-01")}).waits());
}

TEST(LinkDateRules, AStartLeavesTheRollingYearOnItsAnniversary) {
  const std::vector latest{day("2021-01-15"), day("2020-12-01"), day("2020-10-05")};
  EXPECT_EQ(both("2021-05-03").free_days(latest).rolling, day("2021-10-05"));
  EXPECT_EQ(decide(both("2021-10-04"), latest).reason, LinkReason::readings_differ);
  EXPECT_EQ(decide(both("2021-10-05"), latest).reason, LinkReason::met);
}

TEST(LinkDateRules, TheCalendarYearFreesItselfOnTheFirstOfJanuary) {
  const std::vector latest{day("2021-12-31"), day("2021-02-01"), day("2021-01-01")};
  EXPECT_EQ(both("2021-12-31").free_days(latest).calendar, day("2022-01-01"));
}

TEST(LinkDateRules, ALeapDayLeavesOnTheLastOfFebruary) {
  EXPECT_EQ(both("2020-02-29").after_year(YearReading::rolling_12_months, day("2020-02-29")), day("2021-02-28"));
}

TEST(LinkDateRules, AHostCanFixTheReading) {
  const std::vector latest{day("2021-01-15"), day("2020-12-01"), day("2020-10-05")};
  const LinkDateRules calendar{ruleset("calendar"), date("2021-05-03")};
  EXPECT_EQ(decide(calendar, latest).reason, LinkReason::met);
  const LinkDateRules rolling{ruleset("rolling_12_months"), date("2021-05-03")};
  EXPECT_EQ(decide(rolling, latest).until, day("2021-10-05"));
}

TEST(LinkDateRules, AnUnknownStartMattersUntilItsLatestDayIsPast) {
  EXPECT_EQ(decide(both("2021-05-30"), {}, day("2021-05-01")).reason, LinkReason::unknown);
  EXPECT_EQ(decide(both("2021-05-31"), {}, day("2021-05-01")).reason, LinkReason::long_over);
  EXPECT_EQ(decide(both("2021-05-31"), {}, kAnyDay).reason, LinkReason::unknown);
}

TEST(LinkDateRules, ADateInTheProfileIsTheDayFromWhichItIsAllowed) {
  EXPECT_EQ(both("2021-05-30").profile_date(day("2021-05-31")).until, day("2021-05-31"));
  EXPECT_FALSE(both("2021-05-31").profile_date(day("2021-05-31")).waits());
}

// By the reading of a calendar year alone and of twelve months alone a day may be free on which the other one is not:
// the latest of all days is the first that is free in every reading.
TEST(LinkDateRules, TheFreeDaysAreThoseThatDayByDayCountingGives) {
  std::mt19937 random{2021};  // NOLINT: the same histories in every run
  const LinkDateRules& rules = both("2021-05-31");
  const roster::FreeDayTable table{rules};
  for (int round = 0; round < 3'000; ++round) {
    std::vector<Day> latest(random() % 7);
    for (Day& start : latest) {
      start = day("2019-06-01") + static_cast<Day>(random() % 730);
    }
    std::ranges::sort(latest, std::ranges::greater{});
    const FreeDays free = rules.free_days(latest);
    Day expected = rules.today();
    while (!allows(latest, expected)) {
      ++expected;
    }
    ASSERT_EQ(std::max({rules.today(), free.cool_off, free.calendar, free.rolling}), expected);
    const FreeDays quick = table.of(latest.empty() ? kNoDay : latest.front(), latest.size() < 3 ? kNoDay : latest[2]);
    const auto to_come = [&](Day one) { return std::max(one, rules.today()); };
    ASSERT_EQ(to_come(quick.cool_off), to_come(free.cool_off));
    ASSERT_EQ(to_come(quick.calendar), to_come(free.calendar));
    ASSERT_EQ(to_come(quick.rolling), to_come(free.rolling));
  }
}

}  // namespace
}  // namespace partnercheck::test
