#include "roster/src/totals.h"

#include <array>

namespace partnercheck::roster {

Totals totals_of(const LinkTable& table, const Decisions& decisions) {
  Totals totals;
  totals.ruleset = decisions.ruleset;
  totals.today = table.request().today;
  totals.rows = table.rows();
  totals.people = std::int64_t{table.people().size()};
  totals.faults = table.faults().counts();
  std::vector<std::int64_t> reasons(decisions.reasons.size());
  std::vector<std::int64_t> days;  // by how many days after today
  const Day today = number_of(totals.today);
  for (std::size_t i = 0; i < decisions.status.size(); ++i) {
    ++totals.statuses[decisions.status[i]];
    ++reasons[decisions.reason[i]];
    if (const Day until = decisions.until(i); until != kNoDay) {
      const auto wait = static_cast<std::size_t>(until - today);
      if (wait >= days.size()) {
        days.resize(wait + 1);
      }
      ++days[wait];
    }
  }
  for (std::size_t i = Decisions::kNoReason + 1; i < reasons.size(); ++i) {
    if (reasons[i] > 0) {
      totals.reasons.push_back({decisions.reasons[i], reasons[i]});
    }
  }
  const auto after = [&](std::size_t wait) { return date_of(today + static_cast<Day>(wait)); };
  for (std::size_t wait = 0; wait < days.size(); ++wait) {
    if (days[wait] > 0) {
      totals.days.push_back({after(wait), days[wait]});
    }
  }
  if (totals.statuses[RosterStatus::allowed] + totals.statuses[RosterStatus::deferred] == totals.people) {
    totals.all_on = after(days.empty() ? 0 : days.size() - 1);
  }
  return totals;
}

std::vector<StatusChange> changes_of(const Decisions& before, const Decisions& after) {
  constexpr std::size_t kStatuses = kNames<RosterStatus>.size();
  std::array<std::array<std::int64_t, kStatuses>, kStatuses> counts{};
  for (std::size_t i = 0; i < before.status.size(); ++i) {
    counts[static_cast<std::size_t>(before.status[i])][static_cast<std::size_t>(after.status[i])] +=
        before.status[i] != after.status[i] || before.earliest[i] != after.earliest[i] ||
        before.latest[i] != after.latest[i];
  }
  std::vector<StatusChange> changes;
  for (std::size_t from = 0; from < kStatuses; ++from) {
    for (std::size_t to = 0; to < kStatuses; ++to) {
      if (counts[from][to] > 0) {
        changes.push_back({static_cast<RosterStatus>(from), static_cast<RosterStatus>(to), counts[from][to]});
      }
    }
  }
  return changes;
}

}  // namespace partnercheck::roster
