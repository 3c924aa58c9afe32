#include "roster/src/utf8.h"

#include <algorithm>
#include <cstdint>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "bytes.h"
#include "text.h"

namespace partnercheck::roster {

namespace {

// Sixteen bytes at once where that can be: every row is looked at.
bool is_ascii(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
  std::uint64_t bits = 0;
  std::size_t at = 0;
#if defined(__SSE2__)
  __m128i all = _mm_setzero_si128();
  for (; at + sizeof(all) <= text.size(); at += sizeof(all)) {
    all = _mm_or_si128(all, _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)));
  }
  bits = _mm_movemask_epi8(all) != 0 ? kHighBits : 0;
#endif
  for (; at + sizeof(bits) <= text.size(); at += sizeof(bits)) {
    bits |= word_at<std::uint64_t>(text.data() + at);
  }
  for (; at < text.size(); ++at) {
    bits |= static_cast<unsigned char>(text[at]);
  }
  return (bits & kHighBits) == 0;
}

}  // namespace

bool is_utf8(std::string_view text) {
  if (is_ascii(text)) {
    return true;
  }
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = [&](std::size_t at) -> unsigned {
      return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
    };
    const unsigned lead = byte(i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    const unsigned second = byte(i + 1);
    const bool starts_well = lead >= 0xC2 && lead <= 0xF4 && (lead != 0xE0 || second >= 0xA0) &&
                             (lead != 0xED || second < 0xA0) && (lead != 0xF0 || second >= 0x90) &&
                             (lead != 0xF4 || second < 0x90);
    for (std::size_t k = 1; k <= more; ++k) {
      if (!starts_well || (byte(i + k) & 0xC0U) != 0x80U) {
        return false;
      }
    }
    i += more + 1;
  }
  return true;
}

std::string shown_cell(std::string_view cell) {
  constexpr std::size_t kMost = 80;
  if (is_utf8(cell)) {
    return shown(cell, kMost);
  }
  std::string text{cell.substr(0, kMost)};
  std::ranges::replace_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; }, '?');
  return text;
}

}  // namespace partnercheck::roster
