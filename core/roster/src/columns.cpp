#include "roster/src/columns.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <vector>

#include "roster/src/free_day_table.h"
#include "roster/src/people.h"

namespace partnercheck::roster {

namespace {

std::optional<std::size_t> first_wrong(std::span<const Day> starts, Day today) {
  // Without a branch for each, so that many are compared at once; kNoDay becomes the largest number of all.
  const auto span = static_cast<std::uint32_t>(today - number_of(kFirstDay));
  const auto is_wrong = [&](Day start) {
    return start != kNoDay && static_cast<std::uint32_t>(start - number_of(kFirstDay)) > span;
  };
  bool any = false;
  for (const Day start : starts) {
    any |= is_wrong(start);
  }
  if (!any) {
    return std::nullopt;
  }
  return static_cast<std::size_t>(std::ranges::find_if(starts, is_wrong) - starts.begin());
}

inline void write(const LinkColumns::Decided& out, std::size_t i, DayBounds base, Day earliest, Day latest, Day today) {
  earliest = std::max(base.earliest, earliest);
  latest = std::max(base.latest, latest);
  const Status status = status_between(earliest, latest, today);
  out.statuses[i] = static_cast<RosterStatus>(status);
  out.untils[i] = status == Status::deferred ? latest : kNoDay;
  out.earliests[i] = earliest > today ? earliest : kNoDay;
  out.latests[i] = latest > today && latest < kAnyDay ? latest : kNoDay;
}

// Of `kLanes` people side by side, so that one instruction serves several. `kKeeps`: how many of the latest starts are
// kept, so that the compiler knows it; 0: as many as `keeps` says.
template <std::size_t kKeeps, std::size_t kLanes>
void decide_lanes(const LinkDateRules& rules, const FreeDayTable& table, DayBounds base, const Day* starts,
                  std::size_t per_person, std::size_t keeps, const LinkColumns::Decided& out, std::size_t from) {
  const std::size_t size = kKeeps == 0 ? keeps : kKeeps;
  using Lanes = std::array<Day, kLanes>;
  std::array<Lanes, kKeeps == 0 ? People::kMostKept : kKeeps> latest;
  for (Lanes& kept : std::span{latest}.first(size)) {
    kept.fill(kNoDay);
  }
  for (std::size_t k = 0; k < per_person; ++k) {
    Lanes start;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      start[lane] = starts[lane * per_person + k];
    }
    for (std::size_t at = 0; at < size; ++at) {
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        const Day earlier = std::min(latest[at][lane], start[lane]);
        latest[at][lane] = std::max(latest[at][lane], start[lane]);
        start[lane] = earlier;
      }
    }
  }
  // First what is looked up, one by one; then what is compared, all at once.
  Lanes rolling;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    rolling[lane] = table.rolling(latest[size - 1][lane]);
  }
  const Day today = rules.today();
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const LinkFinding found = rules.decide(table.of(latest[0][lane], latest[size - 1][lane], rolling[lane]));
    write(out, from + lane, base, found.earliest, found.latest, today);
  }
}

template <std::size_t kKeeps>
void decide(const LinkDateRules& rules, const FreeDayTable& table, DayBounds base, std::span<const Day> starts,
            std::size_t per_person, std::size_t keeps, const LinkColumns::Decided& out) {
  constexpr std::size_t kLanes = 16;
  const std::size_t people = out.statuses.size();
  std::size_t i = 0;
  for (; i + kLanes <= people; i += kLanes) {
    decide_lanes<kKeeps, kLanes>(rules, table, base, &starts[i * per_person], per_person, keeps, out, i);
  }
  for (; i < people; ++i) {
    decide_lanes<kKeeps, 1>(rules, table, base, &starts[i * per_person], per_person, keeps, out, i);
  }
}

}  // namespace

std::optional<std::size_t> decide_columns(const LinkDateRules& rules, const Decision& base, std::span<const Day> starts,
                                          std::size_t per_person, const LinkColumns::Decided& out) {
  if (const auto wrong = first_wrong(starts, rules.today())) {
    return wrong;
  }
  if (base.status == Status::denied || per_person == 0) {
    const auto day = [](const std::optional<Date>& date) { return date ? number_of(*date) : kNoDay; };
    std::ranges::fill(out.statuses, static_cast<RosterStatus>(base.status));
    std::ranges::fill(out.untils, day(base.until));
    std::ranges::fill(out.earliests, day(base.earliest));
    std::ranges::fill(out.latests, day(base.latest));
    return std::nullopt;
  }
  const DayBounds bounds{base};
  if (!rules.numbers_stated()) {
    std::vector<Day> latest;
    for (std::size_t i = 0; i < out.statuses.size(); ++i) {
      const auto own = starts.subspan(i * per_person, per_person);
      latest.clear();
      std::ranges::copy_if(own, std::back_inserter(latest), [](Day start) { return start != kNoDay; });
      std::ranges::sort(latest, std::ranges::greater{});
      const LinkFinding found = rules.decide({latest, latest.size()}, rules.free_days(latest));
      write(out, i, bounds, found.earliest, found.latest, rules.today());
    }
    return std::nullopt;
  }
  const FreeDayTable table{rules};
  switch (const std::size_t keeps = rules.looks_at()) {
    case 1:
      decide<1>(rules, table, bounds, starts, per_person, keeps, out);
      break;
    case 3:
      decide<3>(rules, table, bounds, starts, per_person, keeps, out);
      break;
    default:
      decide<0>(rules, table, bounds, starts, per_person, keeps, out);
  }
  return std::nullopt;
}

}  // namespace partnercheck::roster
