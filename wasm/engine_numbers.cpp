// The engine reads numbers already, and as exactly: the C library would do so with floats of 16 bytes that WebAssembly
// does not have, in 4 KB of what is fetched.
#include <emscripten/em_js.h>

#include <cstddef>

#include "json/to_double.h"

EM_JS(double, to_number, (const char* text, std::size_t size),
      { return Number(String.fromCharCode(... HEAPU8.subarray(text, text + size))); });

namespace partnercheck::json {

double to_double(std::string_view number) { return to_number(number.data(), number.size()); }

}  // namespace partnercheck::json
