#include "roster/names.h"

#include <cstring>

namespace partnercheck::roster {

std::uint64_t Names::hash(std::string_view name, std::uint64_t seed) {
  constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
  std::uint64_t state = seed ^ (name.size() * kMix);
  const auto mix = [&](std::uint64_t word) {
    state = (state ^ word) * kMix;
    state ^= state >> 29U;
  };
  const auto word_at = [&](std::size_t at, std::size_t size) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < size; ++i) {
      word |= std::uint64_t{static_cast<unsigned char>(name[at + i])} << (8 * i);
    }
    return word;
  };
  std::size_t at = 0;
  for (; at + 8 <= name.size(); at += 8) {
    mix(word_at(at, 8));
  }
  if (at < name.size()) {
    mix(word_at(at, name.size() - at));
  }
  state *= 0xD6E8'FEB8'6659'FD93;
  return state ^ (state >> 32U);
}

std::string_view Names::at(std::uint32_t number) const {
  const std::uint32_t place = places_[number];
  const char* name = blocks_[place / kBlock].get() + place % kBlock;
  return {name + 1, static_cast<unsigned char>(*name)};
}

std::uint32_t Names::add(std::string_view name) {
  // The rows of one person usually stand together.
  if (last_ != kNone && at(last_) == name) {
    return last_;
  }
  if (std::uint64_t{size() + 1} * 4 > slots_.size() * 3) {
    grow();
  }
  const std::uint64_t hashed = hash(name, seed_);
  const std::uint32_t tag = static_cast<std::uint32_t>(hashed >> 56U) << kNumberBits;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hashed & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = (slots_[slot] & ((1U << kNumberBits) - 1)) - 1;
    if ((slots_[slot] & ~((1U << kNumberBits) - 1)) == tag && at(number) == name) {
      return last_ = number;
    }
  }
  if (size() == kMost) {
    return kNone;
  }
  if (used_ + name.size() + 1 > kBlock) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
    used_ = 0;
  }
  char* to = blocks_.back().get() + used_;
  *to = static_cast<char>(name.size());
  std::memcpy(to + 1, name.data(), name.size());
  places_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) * kBlock + used_));
  used_ += name.size() + 1;
  slots_[slot] = tag | size();
  return last_ = size() - 1;
}

void Names::grow() {
  std::vector<std::uint32_t> larger(slots_.empty() ? 1'024 : slots_.size() * 2);
  const std::size_t mask = larger.size() - 1;
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::uint64_t hashed = hash(at(number), seed_);
    std::size_t slot = hashed & mask;
    while (larger[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    larger[slot] = static_cast<std::uint32_t>(hashed >> 56U) << kNumberBits | (number + 1);
  }
  slots_ = std::move(larger);
}

}  // namespace partnercheck::roster
