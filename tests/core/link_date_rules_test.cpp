#include "rules/link_date_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
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

LinkFinding decide(const LinkDateRules& rules, const std::vector<Day>& latest, const std::vector<Day>& unknown = {}) {
  return rules.decide({latest, latest.size() + unknown.size(), unknown}, rules.free_days(latest));
}

// The rule as it is written: count, on one day, and never mind the speed.
bool allows(const std::vector<Day>& starts, Day on, YearReading reading) {
  int count = 0;
  for (const Day start : starts) {
    const bool counts = reading == YearReading::calendar ? year_of(date_of(start)) == year_of(date_of(on))
                                                         : number_of(add_months(date_of(start), 12)) > on;
    count += counts ? 1 : 0;
    if (on < start + 30) {
      return false;
    }
  }
  return count < 3;
}

Day first_allowed(const std::vector<Day>& starts, Day today, YearReading reading) {
  while (!allows(starts, today, reading)) {
    ++today;
  }
  return today;
}

TEST(LinkDateRules, TheThirtiethDayIsAllowed) {
  EXPECT_EQ(decide(both("2021-05-20"), {day("2021-05-01")}).latest, day("2021-05-31"));
  EXPECT_EQ(decide(both("2021-05-30"), {day("2021-05-01")}).latest, day("2021-05-31"));
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

TEST(LinkDateRules, OneLinkAYearWaitsForTheLatestStart) {
  Ruleset one = ruleset("both");
  one.parameters[static_cast<std::size_t>(Parameter::association_per_year)]->value = std::int64_t{1};
  const LinkDateRules rules{one, date("2021-05-20")};
  const std::vector latest{day("2021-01-15"), day("2020-10-05")};
  EXPECT_EQ(rules.free_days(latest).calendar, day("2022-01-01"));
  EXPECT_EQ(decide(rules, latest).latest, day("2022-01-15"));
}

TEST(LinkDateRules, AStartMattersUntilTheDayBeforeItIsFree) {
  EXPECT_TRUE(both("2021-05-20").cools_off(day("2021-04-21")));
  EXPECT_FALSE(both("2021-05-20").cools_off(day("2021-04-20")));
  EXPECT_TRUE(both("2021-05-20").counts_in_a_year(day("2020-05-21")));
  EXPECT_FALSE(both("2021-05-20").counts_in_a_year(day("2020-05-20")));
  const LinkDateRules calendar{ruleset("calendar"), date("2021-01-01")};
  EXPECT_TRUE(calendar.counts_in_a_year(day("2021-01-01")));
  EXPECT_FALSE(calendar.counts_in_a_year(day("2020-12-31")));
}

TEST(LinkDateRules, ALatestDayThatIsTodayIsAllowed) {
  const Day today = day("2021-05-20");
  EXPECT_EQ(status_between(kNoDay, kNoDay, today), Status::allowed);
  EXPECT_EQ(status_between(kNoDay, today, today), Status::allowed);
  EXPECT_EQ(status_between(today + 1, today + 1, today), Status::deferred);
  EXPECT_EQ(status_between(today, today + 1, today), Status::needs_info);
  EXPECT_EQ(status_between(today + 1, kAnyDay, today), Status::needs_info);
}

TEST(LinkDateRules, ANumberHasToBeStatedWhereItsRuleIsInForce) {
  for (const auto& [rule, number] : {std::pair{LinkRule::cool_off, Parameter::association_cool_off_days},
                                     std::pair{LinkRule::yearly_limit, Parameter::association_per_year}}) {
    Ruleset changed = ruleset("both");
    const auto stated = [&] { return LinkDateRules{changed, date("2021-05-20")}.numbers_stated(); };
    EXPECT_TRUE(stated());
    changed.parameters[static_cast<std::size_t>(number)]->value = std::nullopt;
    EXPECT_FALSE(stated()) << name_of(rule);
    changed.rules.erase(changed.rules.find(name_of(rule)));
    EXPECT_TRUE(stated()) << name_of(rule);
  }
}

TEST(LinkDateRules, AHostCanFixTheReading) {
  const std::vector latest{day("2021-01-15"), day("2020-12-01"), day("2020-10-05")};
  const LinkDateRules calendar{ruleset("calendar"), date("2021-05-03")};
  EXPECT_EQ(decide(calendar, latest).reason, LinkReason::met);
  const LinkDateRules rolling{ruleset("rolling_12_months"), date("2021-05-03")};
  EXPECT_EQ(decide(rolling, latest).latest, day("2021-10-05"));
}

TEST(LinkDateRules, AnUnknownStartMattersUntilItsLatestDayIsPast) {
  EXPECT_EQ(decide(both("2021-05-30"), {}, {day("2021-05-01")}).reason, LinkReason::unknown);
  EXPECT_EQ(decide(both("2021-05-31"), {}, {day("2021-05-01")}).reason, LinkReason::long_over);
  EXPECT_EQ(decide(both("2021-05-31"), {}, {kAnyDay}).reason, LinkReason::unknown);
  EXPECT_EQ(decide(both("2021-05-31"), {}, {kAnyDay}).latest, kAnyDay);
}

TEST(LinkDateRules, ADateInTheProfileIsTheDayFromWhichItIsAllowed) {
  EXPECT_EQ(both("2021-05-30").profile_date(day("2021-05-31")).latest, day("2021-05-31"));
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
    const Day expected = std::max(first_allowed(latest, rules.today(), YearReading::calendar),
                                  first_allowed(latest, rules.today(), YearReading::rolling_12_months));
    ASSERT_EQ(std::max({rules.today(), free.cool_off, free.calendar, free.rolling}), expected);
    const FreeDays quick = table.of(latest.empty() ? kNoDay : latest.front(), latest.size() < 3 ? kNoDay : latest[2]);
    const auto to_come = [&](Day one) { return std::max(one, rules.today()); };
    ASSERT_EQ(to_come(quick.cool_off), to_come(free.cool_off));
    ASSERT_EQ(to_come(quick.calendar), to_come(free.calendar));
    ASSERT_EQ(to_come(quick.rolling), to_come(free.rolling));
  }
}

// A person of a table without an unknown start is decided by the free days alone: as by the rules one after the other.
TEST(LinkDateRules, TheFreeDaysAloneDecideAsTheRulesDo) {
  std::mt19937 random{2021};  // NOLINT: the same histories in every run
  const std::array rulesets{ruleset("both"), ruleset("calendar"), ruleset("rolling_12_months")};
  for (int round = 0; round < 6'000; ++round) {
    const Day today = day("2021-01-01") + static_cast<Day>(random() % 730);
    const LinkDateRules rules{rulesets[random() % 3], date_of(today)};
    std::vector<Day> latest(random() % 5);
    for (Day& start : latest) {
      start = today - static_cast<Day>(random() % 420);
    }
    std::ranges::sort(latest, std::ranges::greater{});
    const FreeDays free = rules.free_days(latest);
    const LinkFinding alone = rules.decide(free);
    const LinkFinding wanted = decide(rules, latest);
    if (wanted.latest <= today) {
      ASSERT_EQ(alone.reason, LinkReason::met) << round;
      ASSERT_EQ(alone.latest, kNoDay) << round;
      continue;
    }
    ASSERT_EQ(alone.rule, wanted.rule) << round;
    ASSERT_EQ(alone.reason, wanted.reason) << round;
    ASSERT_EQ(alone.latest, wanted.latest) << round;
    ASSERT_EQ(std::max(alone.earliest, today), std::max(wanted.earliest, today)) << round;
  }
}

// Every unknown start on every day that it can have begun on, in each reading: none is free before `earliest`, all are
// on `latest`, and neither day can be drawn nearer.
TEST(LinkDateRules, TheBoundsAreThoseThatTryingEveryCaseGives) {
  std::mt19937 random{2021};  // NOLINT: the same histories in every run
  const LinkDateRules& rules = both("2021-05-31");
  const Day today = rules.today();
  for (int round = 0; round < 400; ++round) {
    std::vector<Day> latest(random() % 4);
    for (Day& start : latest) {
      start = today - static_cast<Day>(random() % 500);
    }
    std::ranges::sort(latest, std::ranges::greater{});
    const std::vector unknown{today - static_cast<Day>(random() % 500)};
    Day earliest = kAnyDay;
    Day until = kNoDay;
    std::vector<Day> starts = latest;
    starts.emplace_back();
    for (Day start = unknown.front() - 800; start <= unknown.front(); ++start) {
      starts.back() = start;
      for (const YearReading reading : {YearReading::calendar, YearReading::rolling_12_months}) {
        const Day day = first_allowed(starts, today, reading);
        earliest = std::min(earliest, day);
        until = std::max(until, day);
      }
    }
    const LinkFinding found = decide(rules, latest, unknown);
    ASSERT_EQ(std::max(found.earliest, today), earliest) << round;
    ASSERT_EQ(std::max(found.latest, today), until) << round;
  }
}

}  // namespace
}  // namespace partnercheck::test
