// Cells of unknown origin: whether they are text, and what of them may be shown.
#pragma once

#include <string>
#include <string_view>

#include "text.h"

namespace partnercheck::roster {

[[nodiscard]] bool is_utf8(std::string_view text);

// Of a cell, without the blanks and tabs at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view cell) { return partnercheck::trimmed(cell, " \t"); }

// Short enough to be shown, and text in any case.
[[nodiscard]] std::string shown_cell(std::string_view cell);

}  // namespace partnercheck::roster
