#include "roster/src/input.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace partnercheck::roster {

namespace {

constexpr std::size_t kMostUnits = 3;  // of UTF-8, for a byte of Windows-1252 or a unit of UTF-16

// Behind the last byte of it.
char* put(std::uint32_t code, char* out) {
  const auto byte = [&](std::uint32_t value) { *out++ = static_cast<char>(static_cast<unsigned char>(value)); };
  if (code < 0x80U) {
    byte(code);
  } else if (code < 0x800U) {
    byte(0xC0U | code >> 6U);
    byte(0x80U | (code & 0x3FU));
  } else if (code < 0x10000U) {
    byte(0xE0U | code >> 12U);
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  } else {
    byte(0xF0U | code >> 18U);
    byte(0x80U | (code >> 12U & 0x3FU));
    byte(0x80U | (code >> 6U & 0x3FU));
    byte(0x80U | (code & 0x3FU));
  }
  return out;
}

// 0x80 to 0x9F, kNothing where that is no character; the other bytes are their own code.
constexpr std::uint16_t kNothing = 0;
constexpr std::array<std::uint16_t, 32> kWindows1252{
    0x20AC, kNothing, 0x201A,   0x0192, 0x201E,   0x2026,   0x2020, 0x2021,   0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152,   kNothing, 0x017D, kNothing, kNothing, 0x2018, 0x2019,   0x201C, 0x201D, 0x2022,
    0x2013, 0x2014,   0x02DC,   0x2122, 0x0161,   0x203A,   0x0153, kNothing, 0x017E, 0x0178};

char* put_windows_1252(std::string_view bytes, char* out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_listed = byte >= 0x80U && byte < 0x80U + kWindows1252.size();
    const std::uint32_t code = is_listed ? kWindows1252[byte - 0x80U] : byte;
    // What is no character stays as it is, and its row is then no text.
    out = is_listed && code == kNothing ? std::copy_n(&c, 1, out) : put(code, out);
  }
  return out;
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
  std::string text(bytes.size() * kMostUnits, '\0');
  text.resize(static_cast<std::size_t>(put_windows_1252(bytes, text.data()) - text.data()));
  return text;
}

char* Input::prepare(std::size_t size) {
  if (encoding_ == Encoding::utf_8) {
    return reader_.prepare(size);
  }
  units_.resize(std::max(units_.size(), kept_ + size));
  return units_.data() + kept_;
}

std::size_t Input::transcode_bytes(std::size_t size) {
  char* const start = reader_.prepare(size * kMostUnits);
  return static_cast<std::size_t>(put_windows_1252({units_.data(), size}, start) - start);
}

std::size_t Input::transcode(std::size_t size, bool last) {
  const std::size_t bytes = kept_ + size;
  char* const start = reader_.prepare(bytes / 2 * kMostUnits);
  char* out = start;
  const auto unit_at = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(units_[at]);
    const auto second = static_cast<unsigned char>(units_[at + 1]);
    return static_cast<std::uint32_t>(encoding_ == Encoding::utf_16le ? first | second << 8U : first << 8U | second);
  };
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
    out = put(code, out);
  }
  kept_ = bytes - at;
  std::copy_n(units_.data() + at, kept_, units_.data());
  return static_cast<std::size_t>(out - start);
}

}  // namespace partnercheck::roster
