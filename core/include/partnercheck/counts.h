// How many there are of each: what totals are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "partnercheck/names.h"

namespace partnercheck {

// Of each value of an enumeration, in the order of its names; zero where there are none.
template <Named Enum>
class CountOfEach {
 public:
  [[nodiscard]] std::int64_t operator[](Enum value) const { return counts_[index_of(value)]; }
  [[nodiscard]] std::int64_t& operator[](Enum value) { return counts_[index_of(value)]; }

  friend bool operator==(const CountOfEach&, const CountOfEach&) = default;

 private:
  static constexpr std::size_t index_of(Enum value) { return static_cast<std::size_t>(std::to_underlying(value)); }

  std::array<std::int64_t, kNames<Enum>.size()> counts_{};
};

// Of whatever there is at least one of.
template <class Key>
struct Count {
  Key of;
  std::int64_t count = 0;

  friend bool operator==(const Count&, const Count&) = default;
};
template <class Key>
using Counts = std::vector<Count<Key>>;

}  // namespace partnercheck
