// What a roster says of a person, in one word.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "partnercheck/decision.h"
#include "partnercheck/names.h"

namespace partnercheck {

// A Status of check; or not_decided: a row of the person could not be read.
enum class RosterStatus : std::uint8_t { denied, needs_info, deferred, allowed, not_decided };
template <>
inline constexpr auto kNames<RosterStatus> = [] {
  std::array<std::string_view, kNames<Status>.size() + 1> names;
  std::ranges::copy(kNames<Status>, names.begin());
  names.back() = "not_decided";
  return names;
}();

}  // namespace partnercheck
