#include "roster/src/columns.h"

#include <algorithm>
#include <array>

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

// Of `kLanes` people side by side, so that one instruction serves several. `kKeeps`: how many of the latest starts are
// kept, so that the compiler knows it; 0: as many as `keeps` says.
template <std::size_t kKeeps, std::size_t kLanes>
void decide_lanes(const LinkDateRules& rules, const FreeDayTable& table, Day base_until, const Day* starts,
                  std::size_t per_person, std::size_t keeps, std::uint8_t* status, Day* until) {
  const std::size_t size = kKeeps == 0 ? keeps : kKeeps;
  using Lanes = std::array<Day, kLanes>;
  std::array<Lanes, kKeeps == 0 ? People::kMostKept : kKeeps> latest;
  for (std::size_t at = 0; at < size; ++at) {
    latest[at].fill(kNoDay);
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
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    const LinkFinding found = rules.decide(table.of(latest[0][lane], latest[size - 1][lane]));
    const bool open = found.reason == LinkReason::readings_differ;
    const bool waits = found.until > base_until;
    status[lane] = open    ? static_cast<std::uint8_t>(Status::needs_info)
                   : waits ? static_cast<std::uint8_t>(Status::deferred)
                           : status[lane];
    until[lane] = open ? kNoDay : waits ? found.until : until[lane];
  }
}

template <std::size_t kKeeps>
void decide(const LinkDateRules& rules, const FreeDayTable& table, Day base_until, std::span<const Day> starts,
            std::size_t per_person, std::size_t keeps, std::span<std::uint8_t> status, std::span<Day> until) {
  constexpr std::size_t kLanes = 16;
  std::size_t i = 0;
  for (; i + kLanes <= status.size(); i += kLanes) {
    decide_lanes<kKeeps, kLanes>(rules, table, base_until, &starts[i * per_person], per_person, keeps, &status[i],
                                 &until[i]);
  }
  for (; i < status.size(); ++i) {
    decide_lanes<kKeeps, 1>(rules, table, base_until, &starts[i * per_person], per_person, keeps, &status[i],
                            &until[i]);
  }
}

}  // namespace

std::optional<std::size_t> decide_columns(const LinkDateRules& rules, const Decision& base, std::span<const Day> starts,
                                          std::size_t per_person, std::span<std::uint8_t> status,
                                          std::span<Day> until) {
  if (const auto wrong = first_wrong(starts, rules.today())) {
    return wrong;
  }
  const auto base_status = static_cast<std::uint8_t>(base.status);
  const Day base_until = base.until ? number_of(*base.until) : kNoDay;
  std::ranges::fill(status, base_status);
  std::ranges::fill(until, base_until);
  if (base.status == Status::denied || base.status == Status::needs_info || per_person == 0) {
    return std::nullopt;
  }
  if (!rules.numbers_stated()) {
    for (std::size_t i = 0; i < status.size(); ++i) {
      const auto own = starts.subspan(i * per_person, per_person);
      if (std::ranges::any_of(own, [](Day start) { return start != kNoDay; })) {
        status[i] = static_cast<std::uint8_t>(Status::needs_info);
        until[i] = kNoDay;
      }
    }
    return std::nullopt;
  }
  const FreeDayTable table{rules};
  switch (const std::size_t keeps = rules.looks_at()) {
    case 1:
      decide<1>(rules, table, base_until, starts, per_person, keeps, status, until);
      break;
    case 3:
      decide<3>(rules, table, base_until, starts, per_person, keeps, status, until);
      break;
    default:
      decide<0>(rules, table, base_until, starts, per_person, keeps, status, until);
  }
  return std::nullopt;
}

}  // namespace partnercheck::roster
