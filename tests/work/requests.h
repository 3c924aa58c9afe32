// The worst questions known, as large as one likes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/json_api.h"

namespace partnercheck::test {

// One kind of question, and a call that answers it.
struct Growing {
  std::string_view name;
  std::string (JsonApi::*call)(std::string_view) const;
  std::string (*make)(std::size_t size);
  std::size_t most;  // the largest size that the contract takes: the limit of a list, of a text, of a request
};

[[nodiscard]] const std::vector<Growing>& growing_questions();

}  // namespace partnercheck::test
