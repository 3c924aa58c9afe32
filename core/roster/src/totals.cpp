#include "roster/src/totals.h"

#include <array>
#include <map>

namespace partnercheck::roster {

namespace {

// How many people have each day, by how many days after today it is.
class DayCounts {
 public:
  explicit DayCounts(Day today) : today_{today} {}

  void add(Day day) {
    if (day == kNoDay) {
      return;
    }
    const auto wait = static_cast<std::size_t>(day - today_);
    if (wait >= people_.size()) {
      people_.resize(wait + 1);
    }
    ++people_[wait];
  }
  [[nodiscard]] Counts<Date> counts() const {
    Counts<Date> counts;
    for (std::size_t wait = 0; wait < people_.size(); ++wait) {
      if (people_[wait] > 0) {
        counts.push_back({date_of(today_ + static_cast<Day>(wait)), people_[wait]});
      }
    }
    return counts;
  }

 private:
  Day today_;
  std::vector<std::int64_t> people_;
};

}  // namespace

Totals totals_of(const LinkTable& table, const Decisions& decisions) {
  Totals totals;
  totals.ruleset = decisions.ruleset;
  totals.today = table.request().today;
  totals.rows = table.rows();
  totals.people = std::int64_t{table.people().size()};
  totals.faults = table.faults().counts();
  totals.groups = decisions.groups;
  DayCounts days{number_of(totals.today)};
  DayCounts earliest{number_of(totals.today)};
  for (std::size_t i = 0; i < decisions.status.size(); ++i) {
    ++totals.statuses[decisions.status[i]];
    ++totals.groups[decisions.group[i]].people;
    days.add(decisions.until(i));
    earliest.add(decisions.earliest[i]);
  }
  std::map<std::string, std::int64_t> reasons;
  for (const RosterGroup& group : totals.groups) {
    if (!group.reason.empty()) {
      reasons[group.reason] += group.people;
    }
  }
  for (const auto& [reason, people] : reasons) {
    totals.reasons.push_back({reason, people});
  }
  totals.days = days.counts();
  totals.earliest = earliest.counts();
  if (totals.statuses[RosterStatus::allowed] + totals.statuses[RosterStatus::deferred] == totals.people) {
    totals.all_on = totals.days.empty() ? totals.today : totals.days.back().of;
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
