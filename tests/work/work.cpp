#include "work.h"

namespace {

std::uint64_t steps = 0;

}  // namespace

// Called by what the compiler adds (-fsanitize-coverage=trace-pc). Wrapped: libFuzzer has a function of that name.
extern "C" void __wrap___sanitizer_cov_trace_pc() { ++steps; }  // NOLINT: the linker's name

std::uint64_t partnercheck::test::steps_taken() { return steps; }
