// Names, each kept once and numbered in the order in which they come.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "bytes.h"

namespace partnercheck::roster {

class Names {
 public:
  static constexpr std::size_t kLongest = 200;        // bytes
  static constexpr std::uint32_t kMost = 10'000'000;  // the number of a name has 24 bits

  // `seed` keeps a table that was made to collide from doing so.
  explicit Names(std::uint64_t seed) : seed_{seed} {}

  static constexpr std::uint32_t kNone = ~std::uint32_t{0};

  // The number of the name, which is new when it is size() before the call. kNone when there are kMost already.
  // Requires at most kLongest bytes.
  [[nodiscard, gnu::always_inline]] std::uint32_t add(std::string_view name) {
    // The rows of one person usually stand together.
    return last_ != kNone && same_bytes(last_name_, name) ? last_ : add_other(name);
  }
  [[nodiscard]] std::string_view at(std::uint32_t number) const;
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }

  // Depends on the bytes alone: the same in every build and run.
  [[nodiscard]] static std::uint64_t hash(std::string_view name, std::uint64_t seed = 0);

 private:
  static constexpr std::size_t kBlock = 1U << 18U;
  static constexpr unsigned kNumberBits = 24;

  [[nodiscard]] std::uint32_t upper_hash(std::string_view name) const {
    return static_cast<std::uint32_t>(hash(name, seed_) >> 32U);
  }
  [[nodiscard]] std::uint32_t add_other(std::string_view name);
  [[nodiscard]] std::uint32_t append(std::string_view name);
  // Whether the name comes behind all others, so that it must be new. Tables are often sorted: then nothing is looked
  // up.
  [[nodiscard]] bool comes_last(std::string_view name);
  void grow();

  std::uint64_t seed_;
  std::uint32_t last_ = kNone;
  std::string_view last_name_;
  std::vector<std::unique_ptr<char[]>> blocks_;  // each name behind its length, never across blocks
  std::size_t used_ = kBlock;                    // of the last block
  std::vector<std::uint32_t> places_;            // of each name
  bool sorted_by_text_ = true;
  bool sorted_by_length_ = true;  // and then by text, as numbers are
  std::vector<std::uint32_t>
      slots_;  // empty while the names come sorted; the upper eight bits of the hash, then the number + 1; 0 is free
};

}  // namespace partnercheck::roster
