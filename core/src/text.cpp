#include "text.h"

#include <array>
#include <cstdint>

namespace partnercheck {

std::string folded(std::string_view text) {
  std::string all{text};
  std::ranges::transform(all, all.begin(), lower);
  return all;
}

std::string shown(std::string_view text, std::size_t most) {
  if (text.size() <= most) {
    return std::string{text};
  }
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string{text.substr(0, end)} + "\u2026";
}

// Myers' algorithm: a bit for each byte of the name says whether the distance grows or shrinks there, so a byte of the
// text costs the same however long the name is.
std::size_t distance(std::string_view name, std::string_view text) {
  std::array<std::uint64_t, 256> places{};
  std::uint64_t place = 1;
  for (const char c : name) {
    places[static_cast<unsigned char>(lower(c))] |= place;
    place <<= 1U;
  }
  std::uint64_t grows = ~std::uint64_t{0};
  std::uint64_t shrinks = 0;
  std::size_t far = name.size();
  for (const char c : text) {
    const std::uint64_t same = places[static_cast<unsigned char>(lower(c))];
    const std::uint64_t diagonal = (((same & grows) + grows) ^ grows) | same;
    const std::uint64_t more = shrinks | ~(diagonal | grows);
    const std::uint64_t less = grows & diagonal;
    far += static_cast<std::size_t>(more >> (name.size() - 1) & 1U);
    far -= static_cast<std::size_t>(less >> (name.size() - 1) & 1U);
    const std::uint64_t beside = (more << 1U) | 1U;
    grows = (less << 1U) | ~(same | shrinks | beside);
    shrinks = beside & (same | shrinks);
  }
  return far;
}

}  // namespace partnercheck
