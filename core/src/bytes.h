// Short runs of bytes, word by word. In WebAssembly the C library compares byte by byte, and copying a number of bytes
// that is known only as the program runs is a call of the engine.
#pragma once

#include <algorithm>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace partnercheck {

template <class Word>
[[nodiscard]] inline Word word_at(const char* from) {
  Word word;
  std::memcpy(&word, from, sizeof(Word));
  return word;
}

// The last word of a run reaches back over bytes that were looked at already.
[[nodiscard]] inline bool same_bytes(std::string_view a, std::string_view b) {
  const std::size_t size = a.size();
  if (b.size() != size) {
    return false;
  }
  const auto differ = [&]<class Word>(std::size_t at, Word) {
    return word_at<Word>(a.data() + at) ^ word_at<Word>(b.data() + at);
  };
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  constexpr std::size_t kFour = sizeof(std::uint32_t);
  if (size >= kEight) {
    std::uint64_t found = differ(size - kEight, std::uint64_t{});
    for (std::size_t at = 0; at + kEight < size; at += kEight) {
      found |= differ(at, std::uint64_t{});
    }
    return found == 0;
  }
  if (size >= kFour) {
    return (differ(0, std::uint32_t{}) | differ(size - kFour, std::uint32_t{})) == 0;
  }
  std::size_t at = 0;
  while (at < size && a[at] == b[at]) {
    ++at;
  }
  return at == size;
}

// As texts are ordered: by the first byte in which they differ, and the shorter one first where there is none.
[[nodiscard]] inline std::strong_ordering order_of(std::string_view a, std::string_view b) {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest of a word");
  using Word = std::uint64_t;
  const std::size_t size = std::min(a.size(), b.size());
  std::size_t at = 0;
  for (; at + sizeof(Word) <= size; at += sizeof(Word)) {
    const auto left = word_at<Word>(a.data() + at);
    const auto right = word_at<Word>(b.data() + at);
    if (left != right) {
      const int byte = std::countr_zero(left ^ right) / 8 * 8;
      return (left >> byte & 0xFFU) <=> (right >> byte & 0xFFU);
    }
  }
  return a.substr(at) <=> b.substr(at);
}

// Behind the last byte that was written. The two do not overlap.
inline char* copy_bytes(std::string_view from, char* to) {
  const std::size_t size = from.size();
  const auto copy = [&]<class Word>(std::size_t at, Word) {
    const auto word = word_at<Word>(from.data() + at);
    std::memcpy(to + at, &word, sizeof(Word));
  };
  constexpr std::size_t kEight = sizeof(std::uint64_t);
  constexpr std::size_t kFour = sizeof(std::uint32_t);
  constexpr std::size_t kLongest = 64;
  if (size > kLongest) {
    std::memcpy(to, from.data(), size);
  } else if (size >= kEight) {
    for (std::size_t at = 0; at + kEight < size; at += kEight) {
      copy(at, std::uint64_t{});
    }
    copy(size - kEight, std::uint64_t{});
  } else if (size >= kFour) {
    copy(0, std::uint32_t{});
    copy(size - kFour, std::uint32_t{});
  } else {
    for (std::size_t at = 0; at < size; ++at) {
      to[at] = from[at];
    }
  }
  return to + size;
}

}  // namespace partnercheck
