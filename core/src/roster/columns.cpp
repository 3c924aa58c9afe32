#include "roster/columns.h"

#include <algorithm>
#include <array>

#include "roster/people.h"

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

// `kKeeps`: how many of the latest starts are kept, so that the compiler knows it; 0: as many as `keeps` says.
template <std::size_t kKeeps>
void decide(const LinkClock& clock, Day base_until, std::span<const Day> starts, std::size_t per_person,
            std::size_t keeps, std::span<std::uint8_t> status, std::span<Day> until) {
  const std::size_t size = kKeeps == 0 ? keeps : kKeeps;
  std::array<Day, People::kMostKept> latest;
  for (std::size_t i = 0; i < status.size(); ++i) {
    std::fill_n(latest.begin(), size, kNoDay);
    const Day* own = starts.data() + i * per_person;
    for (std::size_t k = 0; k < per_person; ++k) {
      Day start = own[k];
      for (std::size_t at = 0; at < size; ++at) {
        const Day earlier = std::min(latest[at], start);
        latest[at] = std::max(latest[at], start);
        start = earlier;
      }
    }
    const Waiting waiting = clock.read_known(latest[0], latest[size - 1]);
    const bool unknown = waiting.wait == Wait::unknown;
    const bool waits = waiting.until > base_until;
    status[i] = unknown ? static_cast<std::uint8_t>(Status::needs_info)
                : waits ? static_cast<std::uint8_t>(Status::deferred)
                        : status[i];
    until[i] = unknown ? kNoDay : waits ? waiting.until : until[i];
  }
}

}  // namespace

std::optional<std::size_t> decide_columns(const LinkClock& clock, const Decision& base, std::span<const Day> starts,
                                          std::size_t per_person, std::span<std::uint8_t> status,
                                          std::span<Day> until) {
  if (const auto wrong = first_wrong(starts, clock.today())) {
    return wrong;
  }
  const auto base_status = static_cast<std::uint8_t>(base.status);
  const Day base_until = base.until ? number_of(*base.until) : kNoDay;
  std::ranges::fill(status, base_status);
  std::ranges::fill(until, base_until);
  if (base.status == Status::denied || base.status == Status::needs_info || per_person == 0) {
    return std::nullopt;
  }
  if (!clock.numbers_stated()) {
    for (std::size_t i = 0; i < status.size(); ++i) {
      const auto own = starts.subspan(i * per_person, per_person);
      if (std::ranges::any_of(own, [](Day start) { return start != kNoDay; })) {
        status[i] = static_cast<std::uint8_t>(Status::needs_info);
        until[i] = kNoDay;
      }
    }
    return std::nullopt;
  }
  switch (const std::size_t keeps = clock.looks_at()) {
    case 1:
      decide<1>(clock, base_until, starts, per_person, keeps, status, until);
      break;
    case 3:
      decide<3>(clock, base_until, starts, per_person, keeps, status, until);
      break;
    default:
      decide<0>(clock, base_until, starts, per_person, keeps, status, until);
  }
  return std::nullopt;
}

}  // namespace partnercheck::roster
