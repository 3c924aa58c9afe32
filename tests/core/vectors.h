// The shared vectors, tests/vectors/*.json.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "partnercheck/json_api.h"

namespace partnercheck::test {

using nlohmann::json;

// Of every file, in the order of the file names.
[[nodiscard]] std::vector<json> read_vectors();

// The answer of the call that the vector names.
[[nodiscard]] std::string answer_of(const JsonApi& door, const json& vector);

// The same, and of a decision the preview, which holds it.
[[nodiscard]] std::string whole_answer_of(const JsonApi& door, const json& vector);

}  // namespace partnercheck::test
