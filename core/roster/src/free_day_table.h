// LinkDateRules' days by table, for a million people: no calendar arithmetic for each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "rules/link_date_rules.h"

namespace partnercheck::roster {

class FreeDayTable {
 public:
  explicit FreeDayTable(const LinkDateRules& rules);

  // As LinkDateRules::free_days, but for days that are past: kNoDay stands for them too. `latest` and `counted`, the
  // looks_at()-th latest start, are not after today, and kNoDay where there are not as many.
  [[nodiscard]] FreeDays of(Day latest, Day counted) const {
    return {latest == kNoDay ? kNoDay : latest + cool_off_days_, counted >= calendar_from_ ? next_year_ : kNoDay,
            counted >= rolling_from_ ? rolling_[static_cast<std::size_t>(today_ - counted)] : kNoDay};
  }

 private:
  Day today_;
  Day cool_off_days_;
  // The first start that counts today; kAnyDay: none does.
  Day calendar_from_;
  Day rolling_from_;
  Day next_year_;
  std::vector<Day> rolling_;  // of a start on `today - i`: the day on which it leaves the window
};

}  // namespace partnercheck::roster
