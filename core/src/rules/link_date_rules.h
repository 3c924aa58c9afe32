// The one evaluator of the rules that hang on the days of a person's links: the date in the profile, the cool-off
// period, the yearly limit. One person's check, the plan, the roster and typed columns all ask it.
//
// A start keeps the way closed until a day that is its own, whatever the day of the question: the end of its cool-off
// period, and for each reading of "each year" the first day on which it no longer counts. The latest start decides the
// cool-off period; the limit of n links is decided by the n-th latest start, `counted`.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "day.h"
#include "partnercheck/decision.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// What is known of one person's links.
struct LinkHistory {
  std::span<const Day> latest;  // the known starts, latest first: all of them, or looks_at() of them at least
  std::size_t count = 0;        // of all links
  // Of each link with an unknown start the latest day on which it can have begun, latest first, as many as of `latest`.
  // kAnyDay where only the day of the question limits it: a bound that moves with that day is none.
  std::span<const Day> unknown = {};
};

enum class YearReading : std::uint8_t { calendar, rolling_12_months };
template <>
inline constexpr std::array kNames<YearReading>{name_of(AssociationYear::calendar),
                                                name_of(AssociationYear::rolling_12_months)};

enum class LinkRule : std::uint8_t { profile_date, cool_off, yearly_limit };
template <>
inline constexpr auto kNames<LinkRule> =
    std::to_array<std::string_view>({"association.profile_date", "association.cool_off", "association.yearly_limit"});

enum class LinkReason : std::uint8_t { met, not_met, unknown, first, long_over, not_stated, readings_differ };
template <>
inline constexpr auto kNames<LinkReason> = std::to_array<std::string_view>(
    {"met", "not_met", "unknown", "first", "long_over", "not_stated", "readings_differ"});

// What one of the rules found, or what decides of all of them. A plain value: a roster makes one for each person.
struct LinkFinding {
  LinkRule rule = LinkRule::profile_date;
  LinkReason reason = LinkReason::met;
  Day earliest = kNoDay;  // the first day on which it may be met in some case; not after today: today
  Day latest = kNoDay;    // the first day on which it is met in every case; kAnyDay: no day is certain

  [[nodiscard]] bool waits() const { return reason == LinkReason::not_met; }
  [[nodiscard]] bool open() const {
    return reason == LinkReason::unknown || reason == LinkReason::not_stated || reason == LinkReason::readings_differ;
  }
};

// A decision's days: kNoDay for today and before, kAnyDay where no day is certain.
struct DayBounds {
  Day earliest = kNoDay;
  Day latest = kNoDay;

  explicit DayBounds(const Decision& decision)
      : earliest{decision.earliest ? number_of(*decision.earliest) : kNoDay},
        latest{decision.latest                      ? number_of(*decision.latest)
               : decision.status == Status::allowed ? kNoDay
                                                    : kAnyDay} {}
};

// Where bars are out of the question.
[[nodiscard]] constexpr Status status_between(Day earliest, Day latest, Day today) {
  return latest <= today                        ? Status::allowed
         : earliest > today && latest < kAnyDay ? Status::deferred
                                                : Status::needs_info;
}

// A text key.
[[nodiscard]] std::string message_of(LinkRule rule, LinkReason reason);

// The days on which the way is free again after a person's known starts; kNoDay where nothing keeps it closed.
struct FreeDays {
  Day cool_off = kNoDay;
  Day calendar = kNoDay;
  Day rolling = kNoDay;
};

class LinkDateRules {
 public:
  LinkDateRules(const Ruleset& ruleset, Date today);

  [[nodiscard]] Day today() const { return today_; }
  // Nothing: there is a limit, but the documents do not state it.
  [[nodiscard]] std::optional<Day> cool_off_days() const { return cool_off_days_; }
  [[nodiscard]] std::optional<std::size_t> per_year() const { return per_year_; }
  // Whether every rule in force can count a history.
  [[nodiscard]] bool numbers_stated() const {
    return (!cool_off_in_force_ || cool_off_days_) && (!yearly_in_force_ || per_year_);
  }
  // Whether "each year" is read in this way.
  [[nodiscard]] bool reads(YearReading reading) const {
    return reading == YearReading::calendar ? calendar_ : rolling_;
  }
  // How many of the latest starts the rules look at; at least one.
  [[nodiscard]] std::size_t looks_at() const { return std::max<std::size_t>(per_year_.value_or(0), 1); }

  // The first day on which a start no longer keeps the way closed; kNoDay for kNoDay, and where the rule is not in
  // force, not stated or not read so; kAnyDay for kAnyDay.
  [[nodiscard]] Day after_cool_off(Day start) const {
    return !cool_off_in_force_ || !cool_off_days_ || start == kNoDay ? kNoDay
           : start == kAnyDay                                        ? kAnyDay
                                                                     : start + *cool_off_days_;
  }
  // 1 January of the next year, or the start plus the window's months (29 February + 12 months = 28 February).
  [[nodiscard]] Day after_year(YearReading reading, Day start) const;
  [[nodiscard]] FreeDays free_days(std::span<const Day> latest) const;
  // The same with the unknown starts as late as they can be.
  [[nodiscard]] FreeDays latest_free_days(const LinkHistory& links) const;
  // The first day that is free of the limit in one reading at least, and in each of them.
  [[nodiscard]] Day first_by_year(FreeDays free) const {
    return calendar_ && rolling_ ? std::min(free.calendar, free.rolling) : std::max(free.calendar, free.rolling);
  }
  [[nodiscard]] static Day last_by_year(FreeDays free) { return std::max(free.calendar, free.rolling); }
  // Whether a start still matters today.
  [[nodiscard]] bool cools_off(Day start) const { return after_cool_off(start) > today_; }
  [[nodiscard]] bool counts_in_a_year(Day start) const {
    return after_year(YearReading::calendar, start) > today_ ||
           after_year(YearReading::rolling_12_months, start) > today_;
  }

  // What each rule finds today. They look at no profile: a date that it shows stands above every counted one.
  [[nodiscard]] LinkFinding cool_off(const LinkHistory& links, FreeDays free) const;
  [[nodiscard]] LinkFinding yearly_limit(const LinkHistory& links, FreeDays free) const;
  [[nodiscard]] LinkFinding profile_date(Day shown) const;
  // All of them: the days between which every rule comes to be met, and the finding that decides. While some case would
  // allow it today, or no day is certain, that is the first open one; else the one that lasts longest.
  [[nodiscard]] LinkFinding decide(const LinkHistory& links, FreeDays free) const;

  // As `decide` for a history without an unknown start, where numbers_stated(). Without a branch that people's days
  // decide: in a table the next person's are never foreseen.
  [[nodiscard]] LinkFinding decide(FreeDays free) const {
    const Day first = first_by_year(free);
    const Day last = last_by_year(free);
    const Day latest = std::max(free.cool_off, last);
    const bool by_year = last > free.cool_off;
    return latest > today_ ? LinkFinding{by_year ? LinkRule::yearly_limit : LinkRule::cool_off,
                                         by_year && first <= today_ ? LinkReason::readings_differ : LinkReason::not_met,
                                         std::max(free.cool_off, first), latest}
                           : LinkFinding{};
  }

 private:
  // After the latest start, and the looks_at()-th latest.
  [[nodiscard]] FreeDays free_after(Day last, Day counted) const {
    return {after_cool_off(last), after_year(YearReading::calendar, counted),
            after_year(YearReading::rolling_12_months, counted)};
  }

  Day today_;
  bool profile_in_force_;
  bool cool_off_in_force_;
  bool yearly_in_force_;
  std::optional<Day> cool_off_days_;
  std::optional<std::size_t> per_year_;
  int window_months_ = 0;
  bool calendar_ = true;
  bool rolling_ = true;
};

}  // namespace partnercheck
