#include "roster/src/words.h"

#include <algorithm>

#include "roster/src/utf8.h"

namespace partnercheck::roster {

namespace {

bool begins_total(std::string_view cell, std::string_view word) {
  if (cell.size() < word.size() || !same_name(cell.substr(0, word.size()), word)) {
    return false;
  }
  constexpr std::string_view kWideColon{"\uFF1A"};
  std::string_view behind = trimmed(cell.substr(word.size()));
  behind.remove_prefix(behind.starts_with(kWideColon) ? kWideColon.size() : 0);
  return std::ranges::all_of(behind, [](char c) { return c >= ' ' && c < 'A'; });
}

}  // namespace

bool is_one_of(std::string_view cell, const Fact<std::vector<std::string>>& words, std::string_view otherwise) {
  return words.known() ? std::ranges::any_of(words.value(), [&](const auto& word) { return same_name(cell, word); })
                       : same_name(cell, otherwise);
}

bool is_sum(std::string_view cell) {
  return cell.size() <= 5 && std::ranges::all_of(cell, [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view total_cell(const Row& row, const Fact<std::vector<std::string>>& words) {
  const auto first = std::ranges::find_if(row.cells, [](std::string_view cell) { return !trimmed(cell).empty(); });
  const bool found =
      words.known() && first != row.cells.end() &&
      std::ranges::any_of(words.value(), [&](const auto& word) { return begins_total(trimmed(*first), word); });
  return found ? *first : std::string_view{};
}

}  // namespace partnercheck::roster
