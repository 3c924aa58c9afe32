// LinkDateRules' days by table, for a million people: no calendar arithmetic for each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "rules/link_date_rules.h"

namespace partnercheck::roster {

class FreeDayTable {
 public:
  explicit FreeDayTable(const LinkDateRules& rules);

  // As LinkDateRules::free_days, but for days that are past: kNoDay stands for them too. `latest` and `counted`, the
  // looks_at()-th latest start, are not after today, and kNoDay where there are not as many.
  [[nodiscard]] FreeDays of(Day latest, Day counted) const { return of(latest, counted, rolling(counted)); }
  // The part of it that is looked up, and all of it with that part: for many people, one after the other and then side
  // by side.
  [[nodiscard]] Day rolling(Day counted) const {
    const auto ago = static_cast<std::uint32_t>(today_) - static_cast<std::uint32_t>(counted);
    return rolling_[std::min(std::size_t{ago}, rolling_.size() - 1)];
  }
  [[nodiscard]] FreeDays of(Day latest, Day counted, Day rolling) const {
    return {latest == kNoDay ? kNoDay : latest + cool_off_days_, counted >= calendar_from_ ? next_year_ : kNoDay,
            rolling};
  }

 private:
  Day today_;
  Day cool_off_days_;
  // The first start that counts today; kAnyDay: none does.
  Day calendar_from_;
  Day next_year_;
  // Of a start on `today - i`: the day on which it leaves the window. Last comes kNoDay, for all that have left it.
  std::vector<Day> rolling_;
};

}  // namespace partnercheck::roster
