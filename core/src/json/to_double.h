// A number of a JSON text that is no whole one of 64 bits, as the double that is nearest; of one too large, infinity.
#pragma once

#include <string_view>

namespace partnercheck::json {

// In a file of its own: a program that has one already brings it instead (wasm/engine_numbers.cpp).
[[nodiscard]] double to_double(std::string_view number);

}  // namespace partnercheck::json
