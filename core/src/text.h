// Text that people wrote.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace partnercheck {

[[nodiscard]] constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// ASCII letters are the same whatever their case.
[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

[[nodiscard]] std::string folded(std::string_view text);

inline constexpr std::string_view kBlanks = " \t\r\n";

// Without the blanks at both ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = kBlanks) {
  // Nearly every text: a letter at both ends. No blank is above the space.
  if (!text.empty() && text.front() > ' ' && text.back() > ' ') {
    return text;
  }
  const auto first = text.find_first_not_of(blanks);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// The case of ASCII letters and blanks at the ends do not matter.
[[nodiscard]] constexpr bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(trimmed(a), trimmed(b), {}, lower, lower);
}

[[nodiscard]] constexpr bool holds_text(std::string_view whole, std::string_view part) {
  return part.empty() || !std::ranges::search(whole, part, {}, lower, lower).empty();
}

// What was given, short enough to be shown: cut behind `most` bytes at most, never in the middle of a character.
[[nodiscard]] std::string shown(std::string_view text, std::size_t most = 60);

inline constexpr std::size_t kLongestCompared = 64;

// How many bytes have to be put in, left out or changed to make one text of the other, whatever the case of ASCII
// letters. Requires a `name` of 1 to kLongestCompared bytes.
[[nodiscard]] std::size_t distance(std::string_view name, std::string_view text);

}  // namespace partnercheck
