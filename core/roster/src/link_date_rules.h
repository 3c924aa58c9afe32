// The rules of link_mcid that hang on a person's own days, worked out once for a ruleset and a day of the question, so
// that each person costs a few comparisons. The same numbers as check, from the same limits.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "partnercheck/ruleset.h"
#include "roster/src/dates.h"
#include "rules/association_days.h"

namespace partnercheck::roster {

inline constexpr Day kShowsNone = kNoDay + 1;  // the profile shows no date

// What is known of one person's links.
struct Links {
  std::span<const Day> latest;  // the latest known starts, latest first: all of them, or as many as any rule counts
  std::uint32_t count = 0;      // of all links
  // The latest day on which a link with an unknown start can have begun; kAnyDay where nothing is known of it.
  Day unknown = kNoDay;
  Day profile = kNoDay;  // the date that the profile shows
};

// Which finding makes somebody wait, or keeps the answer open.
enum class Why : std::uint8_t {
  nothing,
  profile_date,
  cool_off,
  yearly_limit,
  cool_off_unknown,
  cool_off_not_stated,
  yearly_limit_unknown,
  yearly_limit_not_stated,
  readings_differ,
};
// The message of that finding.
inline constexpr auto kMessages = std::to_array<std::string_view>({
    "",
    "association.profile_date.not_met",
    "association.cool_off.not_met",
    "association.yearly_limit.not_met",
    "association.cool_off.unknown",
    "association.cool_off.not_stated",
    "association.yearly_limit.unknown",
    "association.yearly_limit.not_stated",
    "association.yearly_limit.readings_differ",
});

enum class Wait : std::uint8_t { none, until, unknown };

struct Waiting {
  Wait wait = Wait::none;
  Why why = Why::nothing;
  Day until = kNoDay;
};

class LinkDateRules {
 public:
  LinkDateRules(const Ruleset& ruleset, Date today);

  [[nodiscard]] Waiting read(const Links& links) const {
    if (links.profile != kNoDay) {
      return profile_in_force_ && links.profile > today_ ? Waiting{Wait::until, Why::profile_date, links.profile}
                                                         : Waiting{};
    }
    return links.count == 0 ? Waiting{} : read_history(links);
  }

  // For somebody all of whose starts are known, and whose profile's date is not. `latest` and `counted`, the one of
  // looks_at() latest starts that came first, are kNoDay where there are not as many. Requires numbers_stated().
  // Without a branch that the days of people decide: the next person's are never foreseen.
  [[nodiscard]] Waiting read_known(Day latest, Day counted) const {
    const Day cool_off = latest == kNoDay ? kNoDay : latest + cool_off_;
    const bool calendar = counted >= calendar_from_;
    const bool rolling = counted >= rolling_from_;
    const bool differ = (calendar || rolling) && (calendar != calendar_ || rolling != rolling_);
    const Day year = std::max(calendar ? next_year_ : kNoDay,
                              rolling ? rolling_until_[static_cast<std::size_t>(today_ - counted)] : kNoDay);
    const Day until = std::max(cool_off, year);
    if (differ) {
      return {Wait::unknown, Why::readings_differ, kNoDay};
    }
    return until > today_ ? Waiting{Wait::until, year >= cool_off ? Why::yearly_limit : Why::cool_off, until}
                          : Waiting{};
  }
  // Whether a history can be decided at all.
  [[nodiscard]] bool numbers_stated() const {
    return (!cool_off_in_force_ || cool_off_stated_) && (!yearly_in_force_ || per_year_stated_);
  }

  // How many of the latest starts the rules look at.
  [[nodiscard]] std::size_t looks_at() const { return std::max<std::size_t>(per_year_, 1); }
  [[nodiscard]] Day today() const { return today_; }

 private:
  [[nodiscard]] Waiting read_history(const Links& links) const;
  [[nodiscard]] Waiting read_year(const Links& links) const;
  // Whether a start still counts for a reading of the year.
  [[nodiscard]] bool counts_in_calendar(Day start) const { return calendar_ && start >= year_starts_; }
  [[nodiscard]] bool counts_in_rolling(Day start) const {
    return rolling_ && static_cast<std::size_t>(today_ - start) < rolling_until_.size();
  }

  Day today_;
  bool profile_in_force_;
  bool cool_off_in_force_;
  bool yearly_in_force_;
  bool cool_off_stated_;
  bool per_year_stated_;
  Day cool_off_ = 0;
  std::size_t per_year_ = 0;
  bool calendar_;
  bool rolling_;
  Day year_starts_;
  Day next_year_;
  // The first start that counts for a reading of the year; kAnyDay: none does.
  Day calendar_from_ = kAnyDay;
  Day rolling_from_ = kAnyDay;
  // Of a start on `today - i`: the day on which it leaves the window. Ends where starts no longer count.
  std::vector<Day> rolling_until_;
};

}  // namespace partnercheck::roster
