// The one spelling of an enumerated value: in C++, in JSON, in TypeScript and in the ruleset files.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

namespace partnercheck {

// Specialised beside each enumeration, in the order of its enumerators, which start at zero.
template <class Enum>
inline constexpr std::array<std::string_view, 0> kNames{};

template <class T>
concept Named = kNames<T>.size() > 0;

template <Named Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
  return kNames<Enum>[static_cast<std::size_t>(std::to_underlying(value))];
}

// Nothing when no enumerator is spelled so.
template <Named Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view name) {
  const auto found = std::ranges::find(kNames<Enum>, name);
  if (found == kNames<Enum>.end()) {
    return std::nullopt;
  }
  return static_cast<Enum>(found - kNames<Enum>.begin());
}

}  // namespace partnercheck
