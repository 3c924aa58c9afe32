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
  // The latest day on which a link with an unknown start can have begun; kAnyDay where nothing is known of it.
  Day unknown = kNoDay;
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

// What one of the rules found. A plain value: a roster makes one for each person.
struct LinkFinding {
  LinkRule rule = LinkRule::profile_date;
  LinkReason reason = LinkReason::met;
  Day until = kNoDay;  // where not met: the first day on which it is

  [[nodiscard]] bool waits() const { return reason == LinkReason::not_met; }
  [[nodiscard]] bool open() const {
    return reason == LinkReason::unknown || reason == LinkReason::not_stated || reason == LinkReason::readings_differ;
  }
};

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
  // force, not stated or not read so.
  [[nodiscard]] Day after_cool_off(Day start) const {
    return cool_off_in_force_ && cool_off_days_ && start != kNoDay ? start + *cool_off_days_ : kNoDay;
  }
  // 1 January of the next year, or the start plus the window's months (29 February + 12 months = 28 February).
  [[nodiscard]] Day after_year(YearReading reading, Day start) const;
  [[nodiscard]] FreeDays free_days(std::span<const Day> latest) const;
  // Whether a start still matters today; kAnyDay, one of which nothing is known, does.
  [[nodiscard]] bool cools_off(Day start) const { return start == kAnyDay || after_cool_off(start) > today_; }
  [[nodiscard]] bool counts_in_a_year(Day start) const {
    return start == kAnyDay || after_year(YearReading::calendar, start) > today_ ||
           after_year(YearReading::rolling_12_months, start) > today_;
  }

  // What each rule finds today. They look at no profile: a date that it shows stands above every counted one.
  [[nodiscard]] LinkFinding cool_off(const LinkHistory& links, FreeDays free) const;
  [[nodiscard]] LinkFinding yearly_limit(const LinkHistory& links, FreeDays free) const;
  [[nodiscard]] LinkFinding profile_date(Day shown) const;
  // The finding that decides: what is open before the longer wait, the cool-off period before the limit.
  [[nodiscard]] LinkFinding decide(const LinkHistory& links, FreeDays free) const;

  // As `decide` for a history without an unknown start, where numbers_stated(). Without a branch that people's days
  // decide: in a table the next person's are never foreseen.
  [[nodiscard]] LinkFinding decide(FreeDays free) const {
    const bool calendar = free.calendar > today_;
    const bool rolling = free.rolling > today_;
    const bool differ = (calendar || rolling) && (calendar != calendar_ || rolling != rolling_);
    const Day year = std::max(free.calendar, free.rolling);
    const Day until = std::max(free.cool_off, year);
    if (differ) {
      return {LinkRule::yearly_limit, LinkReason::readings_differ, kNoDay};
    }
    return until > today_ ? LinkFinding{year > free.cool_off ? LinkRule::yearly_limit : LinkRule::cool_off,
                                        LinkReason::not_met, until}
                          : LinkFinding{};
  }

 private:
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
