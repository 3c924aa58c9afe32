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
  if (start == kAnyDay) {
    return kAnyDay;
  }
  return number_of(reading == YearReading::calendar ? Date{std::chrono::year{year_of(date_of(start)) + 1} / 1 / 1}
                                                    : add_months(date_of(start), window_months_));
}

FreeDays LinkDateRules::free_days(std::span<const Day> latest) const {
  const Day last = latest.empty() ? kNoDay : latest.front();
  const Day counted = latest.size() < looks_at() ? kNoDay : latest[looks_at() - 1];
  return free_after(last, counted);
}

FreeDays LinkDateRules::latest_free_days(const LinkHistory& links) const {
  std::size_t known = 0;
  std::size_t unknown = 0;
  Day last = kNoDay;
  Day counted = kNoDay;
  // Both lists are sorted: the looks_at() latest of them together.
  for (std::size_t i = 0; i < looks_at(); ++i) {
    const Day of_known = known < links.latest.size() ? links.latest[known] : kNoDay;
    const Day of_unknown = unknown < links.unknown.size() ? links.unknown[unknown] : kNoDay;
    counted = std::max(of_known, of_unknown);
    last = std::max(last, counted);
    ++(of_known < of_unknown ? unknown : known);
  }
  return free_after(last, counted);
}

LinkFinding LinkDateRules::cool_off(const LinkHistory& links, FreeDays free) const {
  const auto found = [](LinkReason reason, Day earliest = kNoDay, Day latest = kNoDay) {
    return LinkFinding{LinkRule::cool_off, reason, earliest, latest};
  };
  if (links.count == 0) {
    return found(LinkReason::first);
  }
  if (!cool_off_days_) {
    return found(LinkReason::not_stated, kNoDay, kAnyDay);
  }
  const Day latest = links.unknown.empty() ? free.cool_off : latest_free_days(links).cool_off;
  if (latest > today_ && latest != free.cool_off) {
    return found(LinkReason::unknown, free.cool_off, latest);
  }
  if (links.latest.empty()) {
    return found(LinkReason::long_over);
  }
  return latest > today_ ? found(LinkReason::not_met, latest, latest) : found(LinkReason::met);
}

LinkFinding LinkDateRules::yearly_limit(const LinkHistory& links, FreeDays free) const {
  const auto found = [](LinkReason reason, Day earliest = kNoDay, Day latest = kNoDay) {
    return LinkFinding{LinkRule::yearly_limit, reason, earliest, latest};
  };
  if (links.count == 0) {
    return found(LinkReason::first);
  }
  if (!per_year_) {
    return found(LinkReason::not_stated, kNoDay, kAnyDay);
  }
  // Fewer links than are allowed cannot reach the limit, whenever they began.
  if (links.count < *per_year_) {
    return found(LinkReason::met);
  }
  const FreeDays at_latest = links.unknown.empty() ? free : latest_free_days(links);
  const Day latest = last_by_year(at_latest);
  if (latest <= today_) {
    return found(LinkReason::met);
  }
  const Day earliest = first_by_year(free);
  const auto matter = [&](Day at_first, Day at_last) { return at_last > today_ && at_last != at_first; };
  if (matter(free.calendar, at_latest.calendar) || matter(free.rolling, at_latest.rolling)) {
    return found(LinkReason::unknown, earliest, latest);
  }
  return found(earliest > today_ ? LinkReason::not_met : LinkReason::readings_differ, earliest, latest);
}

LinkFinding LinkDateRules::profile_date(Day shown) const {
  return profile_in_force_ && shown > today_ ? LinkFinding{LinkRule::profile_date, LinkReason::not_met, shown, shown}
                                             : LinkFinding{};
}

LinkFinding LinkDateRules::decide(const LinkHistory& links, FreeDays free) const {
  const LinkFinding wait = cool_off_in_force_ ? cool_off(links, free) : LinkFinding{};
  const LinkFinding year = yearly_in_force_ ? yearly_limit(links, free) : LinkFinding{};
  const Day earliest = std::max(wait.earliest, year.earliest);
  const Day latest = std::max(wait.latest, year.latest);
  const bool open = status_between(earliest, latest, today_) == Status::needs_info;
  LinkFinding decides = (open ? wait.open() : wait.latest == latest) || latest <= today_ ? wait : year;
  decides.earliest = earliest;
  decides.latest = latest;
  return decides;
}

}  // namespace partnercheck
