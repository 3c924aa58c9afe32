// No question takes more than n log n steps. What it takes is the fuzzer's feedback, beside the branches: an input is
// kept when a call takes more for each byte than with any input before.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "grammar.h"
#include "partnercheck/json_api.h"
#include "work.h"

namespace {

using partnercheck::JsonApi;

constexpr std::array kCalls{&JsonApi::check, &JsonApi::decide,  &JsonApi::ask,      &JsonApi::preview,
                            &JsonApi::plan,  &JsonApi::compare, &JsonApi::read_date};
constexpr std::size_t kLevels = 64;

#ifdef PARTNERCHECK_FUZZ
__attribute__((section("__libfuzzer_extra_counters")))
#endif
std::array<std::uint8_t, kCalls.size() * kLevels>
    levels;

// A question of a few bytes has its steps, too. The worst that is known takes a fifth of this.
double most(double bytes) { return 100'000 + 60 * bytes * std::log2(bytes + 2); }

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const JsonApi kApi;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  for (std::size_t i = 0; i < kCalls.size(); ++i) {
    const auto steps =
        static_cast<double>(partnercheck::test::steps_of([&] { static_cast<void>((kApi.*kCalls[i])(text)); }));
    const double part = steps / most(static_cast<double>(size));
    if (part > 1) {
      std::fprintf(stderr, "call %zu takes %.0f steps for %zu bytes\n", i, steps, size);
      std::abort();
    }
    const auto level = static_cast<std::size_t>(part * (kLevels - 1));
    std::fill_n(levels.begin() + static_cast<std::ptrdiff_t>(i * kLevels), level + 1, std::uint8_t{1});
  }
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  partnercheck::fuzz::Random random{seed};
  return partnercheck::fuzz::questions().change(data, size, most, random);
}
