// The engine reads numbers already, and as exactly: the C library would do so with floats of 16 bytes that WebAssembly
// does not have, in 4 KB of what is fetched.
#include <emscripten/em_js.h>

#include <cstddef>

#include "json/to_double.h"

// One byte after the other: as arguments of one call, those of a long number are too many for the stack.
EM_JS(double, to_number, (const char* text, std::size_t size), {
  let number = "";
  for (const end = text + size; text < end; ++text) {
    number += String.fromCharCode(HEAPU8[text]);
  }
  return Number(number);
});

namespace partnercheck::json {

double to_double(std::string_view number) { return to_number(number.data(), number.size()); }

}  // namespace partnercheck::json
