// Text that people wrote.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace partnercheck {

// ASCII letters are the same whatever their case.
[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] constexpr bool holds_text(std::string_view whole, std::string_view part) {
  return part.empty() || !std::ranges::search(whole, part, {}, lower, lower).empty();
}

// What was given, short enough to be shown: cut behind `most` bytes at most, never in the middle of a character.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 60);

}  // namespace partnercheck
