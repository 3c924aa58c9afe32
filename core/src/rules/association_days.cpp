#include "rules/association_days.h"

#include <algorithm>
#include <cassert>

namespace partnercheck {

AssociationLimits AssociationLimits::of(const Ruleset& ruleset) {
  const auto whole = [&](Parameter which) {
    const auto number = ruleset.number(which);
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
  };
  const auto year = ruleset.text(Parameter::association_year);
  const auto months = whole(Parameter::association_window_months);
  const bool rolling = year != "calendar";
  return {
      .cool_off_days = whole(Parameter::association_cool_off_days),
      .per_year = rolling && !months ? std::nullopt : whole(Parameter::association_per_year),
      .window_months = months.value_or(0),
      .calendar = year != "rolling_12_months",
      .rolling = rolling,
  };
}

std::vector<Reading> read_year(const AssociationLimits& limits, std::span<const Date> starts, Date day) {
  assert(limits.per_year);
  const auto per_year = static_cast<std::size_t>(*limits.per_year);
  std::vector<Reading> readings;
  // The limit is reached when the per_year-th latest start still counts; it frees the way when that one leaves.
  const auto read = [&](std::string_view name, auto counts_until) {
    const auto first = std::ranges::partition_point(starts, [&](Date start) { return counts_until(start) <= day; });
    const auto count = static_cast<std::size_t>(starts.end() - first);
    readings.push_back(
        {name, static_cast<std::int64_t>(count),
         count < per_year ? std::nullopt : std::optional{counts_until(starts[starts.size() - per_year])}});
  };
  if (limits.calendar) {
    read("calendar", [](Date start) { return Date{std::chrono::year{year_of(start) + 1} / 1 / 1}; });
  }
  if (limits.rolling) {
    read("rolling_12_months", [&](Date start) { return add_months(start, limits.window_months); });
  }
  return readings;
}

Date first_allowed_day(const AssociationLimits& limits, std::span<const Date> starts, Date day) {
  if (!starts.empty()) {
    day = std::max(day, starts.back() + std::chrono::days{limits.cool_off_days.value()});
  }
  for (bool waits = true; waits;) {
    waits = false;
    for (const Reading& reading : read_year(limits, starts, day)) {
      if (reading.until) {
        day = std::max(day, *reading.until);
        waits = true;
      }
    }
  }
  return day;
}

}  // namespace partnercheck
