// One value of any kind that a fact, a number of the documents or an answer can have.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "partnercheck/date.h"

namespace partnercheck {

using Value = std::variant<bool, std::int64_t, double, Date, std::string, std::vector<std::string>>;
using NamedValues = std::vector<std::pair<std::string_view, Value>>;
using NamedDates = std::vector<std::pair<std::string_view, Date>>;

}  // namespace partnercheck
