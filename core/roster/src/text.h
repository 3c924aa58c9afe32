// Text of unknown origin: what encoding and form it has, and what of it may be shown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/roster/request.h"

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
[[nodiscard]] std::string shown_text(std::string_view text);

// ASCII letters are the same whatever their case.
[[nodiscard]] constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
[[nodiscard]] bool holds_text(std::string_view whole, std::string_view part);

struct SniffedForm {
  Encoding encoding = Encoding::utf_8;
  bool valid = true;  // the bytes are text in that encoding
  char delimiter = ',';
  std::vector<std::vector<std::string>> rows;  // the first ones
};

// Looks at the first bytes of a table; `whole`: nothing follows. The delimiter is the one of comma, semicolon and tab
// that stands most often in the first row, outside quotes.
[[nodiscard]] SniffedForm sniff(std::string_view beginning, bool whole);

}  // namespace partnercheck::roster
