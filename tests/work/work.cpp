#include "work.h"

namespace {

std::uint64_t steps = 0;

}  // namespace

// Called by what the compiler adds (-fsanitize-coverage=trace-pc).
extern "C" void __sanitizer_cov_trace_pc() { ++steps; }  // NOLINT: the compiler's name

std::uint64_t partnercheck::test::steps_taken() { return steps; }
