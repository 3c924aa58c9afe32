// Whatever the bytes, every call of the door answers with JSON that says success or failure, a failure names at least
// one error, and asking again gives the same bytes.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "grammar.h"
#include "partnercheck/json_api.h"

namespace {

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

void look_at(const std::string& answer) {
  const auto read = nlohmann::json::parse(answer, nullptr, false);
  require(read.is_object() && read.contains("type"));
  if (read["type"] == "failure") {
    require(!read["errors"].empty() && read["errors"][0].contains("path"));
  } else {
    require(read["type"] == "success");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const partnercheck::JsonApi kApi;
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  const std::string answer = kApi.check(text);
  look_at(answer);
  require(answer == kApi.check(text));
  look_at(kApi.decide(text));
  look_at(kApi.ask(text));
  look_at(kApi.read_date(text));
  look_at(kApi.preview(text));
  look_at(kApi.plan(text));
  look_at(kApi.compare(text));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  partnercheck::fuzz::Random random{seed};
  return partnercheck::fuzz::questions().change(data, size, most, random);
}
