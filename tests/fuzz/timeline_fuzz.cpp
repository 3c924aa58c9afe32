// A host's ruleset is taken whole or not at all, and the rules survive any that is taken.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "grammar.h"
#include "partnercheck/json_api.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kBefore = partnercheck::JsonApi{}.describe();
  static const partnercheck::JsonApi kFresh;
  partnercheck::JsonApi door = kFresh;
  const std::string answer = door.load_ruleset({reinterpret_cast<const char*>(data), size});
  if (answer.starts_with(R"({"type":"failure")")) {
    if (door.describe() != kBefore) {
      std::abort();
    }
    return 0;
  }
  const auto start = answer.find(R"("id":)") + 5;
  const std::string id = answer.substr(start, answer.find(R"(,"as_of")", start) - start);
  for (const std::string_view action :
       {R"({"type":"link_mcid","organization":"B"})", R"({"type":"renew_learning_option","anniversary":"2021-03-10"})",
        R"({"type":"request_directory_listing"})", R"({"type":"add_user"})", R"({"type":"pass_assessment"})"}) {
    const std::string request = R"({"today":"2021-05-20","ruleset":)" + id + R"(,"action":)" + std::string{action} +
                                R"(,"actor":{"relation":"owner","roles":[]},"facts":{"person":{"associations":)"
                                R"([{"organization":"A","started":"2021-05-01"}]}}})";
    if (!door.preview(request).starts_with(R"({"type":")")) {
      std::abort();
    }
  }
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  partnercheck::fuzz::Random random{seed};
  return partnercheck::fuzz::rulesets().change(data, size, most, random);
}
