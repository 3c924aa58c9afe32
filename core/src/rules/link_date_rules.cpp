#include "rules/link_date_rules.h"

namespace partnercheck {

std::string message_of(LinkRule rule, LinkReason reason) {
  return std::string{name_of(rule)} + "." + std::string{name_of(reason)};
}

LinkDateRules::LinkDateRules(const Ruleset& ruleset, Date today)
    : today_{number_of(today)},
      profile_in_force_{ruleset.rule(name_of(LinkRule::profile_date)) != nullptr},
      cool_off_in_force_{ruleset.rule(name_of(LinkRule::cool_off)) != nullptr},
      yearly_in_force_{ruleset.rule(name_of(LinkRule::yearly_limit)) != nullptr} {
  const auto year = ruleset.text(Parameter::association_year);
  calendar_ = year != name_of(YearReading::rolling_12_months);
  rolling_ = year != name_of(YearReading::calendar);
  const auto months = ruleset.number(Parameter::association_window_months);
  window_months_ = static_cast<int>(months.value_or(0));
  if (const auto days = ruleset.number(Parameter::association_cool_off_days)) {
    cool_off_days_ = static_cast<Day>(*days);
  }
  if (const auto most = ruleset.number(Parameter::association_per_year); most && (months || !rolling_)) {
    per_year_ = static_cast<std::size_t>(*most);
  }
}

Day LinkDateRules::after_year(YearReading reading, Day start) const {
  if (!yearly_in_force_ || !per_year_ || !reads(reading) || start == kNoDay) {
    return kNoDay;
  }
  return number_of(reading == YearReading::calendar ? Date{std::chrono::year{year_of(date_of(start)) + 1} / 1 / 1}
                                                    : add_months(date_of(start), window_months_));
}

FreeDays LinkDateRules::free_days(std::span<const Day> latest) const {
  const Day last = latest.empty() ? kNoDay : latest.front();
  const Day counted = latest.size() < looks_at() ? kNoDay : latest[looks_at() - 1];
  return {after_cool_off(last), after_year(YearReading::calendar, counted),
          after_year(YearReading::rolling_12_months, counted)};
}

LinkFinding LinkDateRules::cool_off(const LinkHistory& links, FreeDays free) const {
  const auto found = [](LinkReason reason) { return LinkFinding{LinkRule::cool_off, reason, kNoDay}; };
  if (links.count == 0) {
    return found(LinkReason::first);
  }
  if (!cool_off_days_) {
    return found(LinkReason::not_stated);
  }
  if (cools_off(links.unknown)) {
    return found(LinkReason::unknown);
  }
  if (links.latest.empty()) {
    return found(LinkReason::long_over);
  }
  return free.cool_off > today_ ? LinkFinding{LinkRule::cool_off, LinkReason::not_met, free.cool_off}
                                : found(LinkReason::met);
}

LinkFinding LinkDateRules::yearly_limit(const LinkHistory& links, FreeDays free) const {
  const auto found = [](LinkReason reason) { return LinkFinding{LinkRule::yearly_limit, reason, kNoDay}; };
  if (links.count == 0) {
    return found(LinkReason::first);
  }
  if (!per_year_) {
    return found(LinkReason::not_stated);
  }
  // Fewer links than are allowed cannot reach the limit, whenever they began.
  if (links.count < *per_year_) {
    return found(LinkReason::met);
  }
  if (counts_in_a_year(links.unknown)) {
    return found(LinkReason::unknown);
  }
  const LinkFinding year = decide({kNoDay, free.calendar, free.rolling});
  return year.rule == LinkRule::yearly_limit ? year : found(LinkReason::met);
}

LinkFinding LinkDateRules::profile_date(Day shown) const {
  return profile_in_force_ && shown > today_ ? LinkFinding{LinkRule::profile_date, LinkReason::not_met, shown}
                                             : LinkFinding{};
}

LinkFinding LinkDateRules::decide(const LinkHistory& links, FreeDays free) const {
  const LinkFinding wait = cool_off_in_force_ ? cool_off(links, free) : LinkFinding{};
  if (wait.open()) {
    return wait;
  }
  const LinkFinding year = yearly_in_force_ ? yearly_limit(links, free) : LinkFinding{};
  return year.open() || year.until > wait.until ? year : wait;
}

}  // namespace partnercheck
