// How many steps the core has taken: it is compiled so that each edge of its control flow counts one. Not time: the
// same question takes the same steps on every machine.
#pragma once

#include <cstdint>

namespace partnercheck::test {

[[nodiscard]] std::uint64_t steps_taken();

// Of one call.
[[nodiscard]] std::uint64_t steps_of(auto&& call) {
  const std::uint64_t before = steps_taken();
  call();
  return steps_taken() - before;
}

}  // namespace partnercheck::test
