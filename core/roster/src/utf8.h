// Cells of unknown origin: whether they are text, and what of them may be shown.
#pragma once

#include <string>
#include <string_view>

namespace partnercheck::roster {

[[nodiscard]] bool is_utf8(std::string_view text);

// Without the blanks and tabs at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) {
  // Nearly every cell: a letter at both ends.
  if (!text.empty() && text.front() > ' ' && text.back() > ' ') {
    return text;
  }
  constexpr auto kIsBlank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && kIsBlank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && kIsBlank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

// Short enough to be shown, and text in any case.
[[nodiscard]] std::string shown_cell(std::string_view cell);

}  // namespace partnercheck::roster
