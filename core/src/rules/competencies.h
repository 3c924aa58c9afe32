// The competencies by the names that people and documents give them. No document lists them: the list is our own.
#pragma once

#include <string_view>
#include <vector>

namespace partnercheck {

// The id of the competency of that name, in any of the four languages; case of ASCII letters and blanks at the ends do
// not matter. Empty when there is none.
[[nodiscard]] std::string_view competency_of(std::string_view name);

// The English name of each.
[[nodiscard]] std::vector<std::string_view> competencies();

// The name that is written most like it.
[[nodiscard]] std::string_view nearest_competency(std::string_view name);

}  // namespace partnercheck
