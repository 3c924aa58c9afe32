#include "roster/src/input.h"

#include <cstdint>

namespace partnercheck::roster {

char* Input::prepare(std::size_t size) {
  if (encoding_ == Encoding::utf_8) {
    return reader_.prepare(size);
  }
  if (units_.size() < kept_ + size) {
    units_.resize(kept_ + size);
  }
  return units_.data() + kept_;
}

std::size_t Input::transcode(std::size_t size, bool last) {
  const std::size_t bytes = kept_ + size;
  char* const start = reader_.prepare(bytes * 3 / 2 + 3);
  char* out = start;
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(units_[at]);
    const auto second = static_cast<unsigned char>(units_[at + 1]);
    return static_cast<std::uint32_t>(encoding_ == Encoding::utf_16le ? first | second << 8U : first << 8U | second);
  };
  const auto put = [&](std::uint32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  std::size_t at = 0;
  while (at + 2 <= bytes) {
    std::uint32_t code = unit_at(at);
    if ((code & 0xF800U) == 0xD800U) {
      if (at + 4 > bytes && !last) {
        break;
      }
      const bool pair = (code & 0x0400U) == 0 && at + 4 <= bytes && (unit_at(at + 2) & 0xFC00U) == 0xDC00U;
      code = pair ? 0x10000U + ((code & 0x3FFU) << 10U) + (unit_at(at + 2) & 0x3FFU) : 0xFFFDU;
      at += pair ? 2 : 0;
    }
    at += 2;
    if (code < 0x80U) {
      put(code);
    } else if (code < 0x800U) {
      put(0xC0U | code >> 6U);
      put(0x80U | (code & 0x3FU));
    } else if (code < 0x10000U) {
      put(0xE0U | code >> 12U);
      put(0x80U | (code >> 6U & 0x3FU));
      put(0x80U | (code & 0x3FU));
    } else {
      put(0xF0U | code >> 18U);
      put(0x80U | (code >> 12U & 0x3FU));
      put(0x80U | (code >> 6U & 0x3FU));
      put(0x80U | (code & 0x3FU));
    }
  }
  kept_ = bytes - at;
  for (std::size_t i = 0; i < kept_; ++i) {
    units_[i] = units_[at + i];
  }
  return static_cast<std::size_t>(out - start);
}

}  // namespace partnercheck::roster
