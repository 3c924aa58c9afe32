// Bytes that stand in a JSON text as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "bytes.h"

namespace partnercheck::json {

// An ASCII character that is no control, no quotation mark and no backslash.
constexpr bool is_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x20 && byte < 0x80 && c != '"' && c != '\\';
}

// How many are plain at least, from the beginning on: nearly every text is so, and looked at eight bytes at a time.
inline std::size_t plain_bytes(std::string_view text) {
  constexpr std::uint64_t kEach = 0x0101'0101'0101'0101;
  constexpr std::uint64_t kHighBits = 0x80 * kEach;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
    const auto bytes = word_at<std::uint64_t>(text.data() + at);
    const std::uint64_t mark = bytes ^ ('"' * kEach);
    const std::uint64_t slash = bytes ^ ('\\' * kEach);
    // Subtracting borrows from the high bit of a byte that is less; a high bit of its own is no ASCII.
    if (((bytes | (bytes - 0x20 * kEach) | (mark - kEach) | (slash - kEach)) & kHighBits) != 0) {
      break;
    }
  }
  while (at < text.size() && is_plain(text[at])) {
    ++at;
  }
  return at;
}

}  // namespace partnercheck::json
