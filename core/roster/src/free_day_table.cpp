#include "roster/src/free_day_table.h"

namespace partnercheck::roster {

namespace {

// The first start that counts in a reading today; kAnyDay: none does.
Day first_counting(const LinkDateRules& rules, YearReading reading) {
  Day first = kAnyDay;
  for (Day start = rules.today(); rules.after_year(reading, start) > rules.today(); --start) {
    first = start;
  }
  return first;
}

}  // namespace

FreeDayTable::FreeDayTable(const LinkDateRules& rules)
    : today_{rules.today()},
      // Without a cool-off period that is counted, no start keeps the way closed: they all are past.
      cool_off_days_{std::max(rules.after_cool_off(today_), today_) - today_},
      calendar_from_{first_counting(rules, YearReading::calendar)},
      next_year_{rules.after_year(YearReading::calendar, today_)} {
  const Day first = first_counting(rules, YearReading::rolling_12_months);
  for (Day start = today_; start >= first; --start) {
    rolling_.push_back(rules.after_year(YearReading::rolling_12_months, start));
  }
  rolling_.push_back(kNoDay);
}

}  // namespace partnercheck::roster
