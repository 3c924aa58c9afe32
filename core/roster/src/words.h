// Words that the host says cells are written with: the core knows no language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/fact.h"
#include "roster/src/csv.h"

namespace partnercheck::roster {

// Case and blanks at the ends do not matter. `otherwise` is the word where none are said.
[[nodiscard]] bool is_one_of(std::string_view cell, const Fact<std::vector<std::string>>& words,
                             std::string_view otherwise);

// A whole number of at most five digits: not a day, nor the name of anything.
[[nodiscard]] bool is_sum(std::string_view cell);

// The first cell of the row that holds something, where it is one of the words, and at most a number behind it. Empty
// otherwise.
[[nodiscard]] std::string_view total_cell(const Row& row, const Fact<std::vector<std::string>>& words);

}  // namespace partnercheck::roster
