#include "roster/columns.h"

#include <algorithm>
#include <vector>

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
  const std::size_t keeps = std::min(per_person, clock.looks_at());
  std::vector<Day> latest(keeps);
  for (std::size_t i = 0; i < status.size(); ++i) {
    const Day* own = starts.data() + i * per_person;
    std::uint32_t links = 0;
    std::size_t kept = 0;
    for (std::size_t k = 0; k < per_person; ++k) {
      const Day start = own[k];
      if (start == kNoDay) {
        continue;
      }
      ++links;
      std::size_t at = kept < keeps ? kept++ : keeps - 1;
      if (links > keeps && start <= latest[at]) {
        continue;
      }
      for (; at > 0 && latest[at - 1] < start; --at) {
        latest[at] = latest[at - 1];
      }
      latest[at] = start;
    }
    const Waiting waiting = clock.read({.latest = {latest.data(), kept}, .count = links});
    if (waiting.wait == Wait::unknown) {
      status[i] = static_cast<std::uint8_t>(Status::needs_info);
      until[i] = kNoDay;
    } else if (waiting.until > base_until) {
      status[i] = static_cast<std::uint8_t>(Status::deferred);
      until[i] = waiting.until;
    }
  }
  return std::nullopt;
}

}  // namespace partnercheck::roster
