#include "roster/src/link_date_rules.h"

namespace partnercheck::roster {

LinkDateRules::LinkDateRules(const Ruleset& ruleset, Date today)
    : today_{number_of(today)},
      profile_in_force_{ruleset.rule("association.profile_date") != nullptr},
      cool_off_in_force_{ruleset.rule("association.cool_off") != nullptr},
      yearly_in_force_{ruleset.rule("association.yearly_limit") != nullptr},
      year_starts_{number_of(Date{std::chrono::year{year_of(today)} / 1 / 1})},
      next_year_{number_of(Date{std::chrono::year{year_of(today) + 1} / 1 / 1})} {
  const auto limits = AssociationLimits::of(ruleset);
  cool_off_stated_ = limits.cool_off_days.has_value();
  per_year_stated_ = limits.per_year.has_value();
  cool_off_ = limits.cool_off_days.value_or(0);
  per_year_ = static_cast<std::size_t>(limits.per_year.value_or(0));
  calendar_ = limits.calendar;
  rolling_ = limits.rolling;
  for (Date start = today; rolling_; start -= std::chrono::days{1}) {
    const Date leaves = add_months(start, limits.window_months);
    if (leaves <= today) {
      break;
    }
    rolling_until_.push_back(number_of(leaves));
  }
  if (yearly_in_force_ && per_year_stated_) {
    calendar_from_ = calendar_ ? year_starts_ : kAnyDay;
    rolling_from_ = rolling_ ? today_ + 1 - static_cast<Day>(rolling_until_.size()) : kAnyDay;
  }
  if (!cool_off_in_force_) {
    cool_off_ = 0;
  }
}

Waiting LinkDateRules::read_year(const Links& links) const {
  if (!yearly_in_force_) {
    return {};
  }
  if (!per_year_stated_) {
    return {Wait::unknown, Why::yearly_limit_not_stated, kNoDay};
  }
  if (links.count < per_year_) {
    return {};
  }
  if (links.unknown != kNoDay &&
      (links.unknown == kAnyDay || counts_in_calendar(links.unknown) || counts_in_rolling(links.unknown))) {
    return {Wait::unknown, Why::yearly_limit_unknown, kNoDay};
  }
  if (links.latest.size() < per_year_) {
    return {};
  }
  // The limit is reached while the per_year-th latest start still counts.
  const Day start = links.latest[per_year_ - 1];
  const bool calendar_waits = counts_in_calendar(start);
  const bool rolling_waits = counts_in_rolling(start);
  if (!calendar_waits && !rolling_waits) {
    return {};
  }
  if (calendar_ != calendar_waits || rolling_ != rolling_waits) {
    return {Wait::unknown, Why::readings_differ, kNoDay};
  }
  const Day calendar_until = calendar_waits ? next_year_ : kNoDay;
  const Day rolling_until = rolling_waits ? rolling_until_[static_cast<std::size_t>(today_ - start)] : kNoDay;
  return {Wait::until, Why::yearly_limit, std::max(calendar_until, rolling_until)};
}

Waiting LinkDateRules::read_history(const Links& links) const {
  Waiting cool_off;
  if (cool_off_in_force_) {
    if (!cool_off_stated_) {
      return {Wait::unknown, Why::cool_off_not_stated, kNoDay};
    }
    // An unknown start may be as late as this.
    if (links.unknown != kNoDay && (links.unknown == kAnyDay || links.unknown + cool_off_ > today_)) {
      return {Wait::unknown, Why::cool_off_unknown, kNoDay};
    }
    if (!links.latest.empty() && links.latest.front() + cool_off_ > today_) {
      cool_off = {Wait::until, Why::cool_off, links.latest.front() + cool_off_};
    }
  }
  const Waiting year = read_year(links);
  return year.wait == Wait::unknown || year.until > cool_off.until ? year : cool_off;
}

}  // namespace partnercheck::roster
