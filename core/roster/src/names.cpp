#include "roster/src/names.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace partnercheck::roster {

std::uint64_t Names::hash(std::string_view name, std::uint64_t seed) {
  static_assert(std::endian::native == std::endian::little, "the same words everywhere");
  constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
  constexpr std::size_t kWord = sizeof(std::uint64_t);
  std::uint64_t state = seed ^ (name.size() * kMix);
  const auto mix = [&](std::uint64_t word) {
    state = (state ^ word) * kMix;
    state ^= state >> 29U;
  };
  std::size_t at = 0;
  for (; at + kWord <= name.size(); at += kWord) {
    mix(word_at<std::uint64_t>(name.data() + at));
  }
  if (at < name.size() && name.size() > kWord) {
    mix(word_at<std::uint64_t>(name.data() + name.size() - kWord));
  } else if (at < name.size()) {
    std::uint64_t word = 0;
    copy_bytes(name, reinterpret_cast<char*>(&word));
    mix(word);
  }
  state *= 0xD6E8'FEB8'6659'FD93;
  return state ^ (state >> 32U);
}

std::string_view Names::at(std::uint32_t number) const {
  const std::uint32_t place = places_[number];
  const char* name = blocks_[place / kBlock].get() + place % kBlock;
  return {name + 1, static_cast<unsigned char>(*name)};
}

bool Names::comes_last(std::string_view name) {
  if (last_ == kNone) {
    return true;
  }
  const auto by_length = name.size() <=> last_name_.size();
  const auto by_text = order_of(name, last_name_);
  sorted_by_text_ = sorted_by_text_ && by_text > 0;
  sorted_by_length_ = sorted_by_length_ && (by_length > 0 || (by_length == 0 && by_text > 0));
  return sorted_by_text_ || sorted_by_length_;
}

std::uint32_t Names::append(std::string_view name) {
  if (used_ + name.size() + 1 > kBlock) {
    blocks_.push_back(std::make_unique_for_overwrite<char[]>(kBlock));
    used_ = 0;
  }
  char* to = blocks_.back().get() + used_;
  *to = static_cast<char>(name.size());
  copy_bytes(name, to + 1);
  places_.push_back(static_cast<std::uint32_t>((blocks_.size() - 1) * kBlock + used_));
  used_ += name.size() + 1;
  last_ = size() - 1;
  last_name_ = {to + 1, name.size()};
  return last_;
}

std::uint32_t Names::add_other(std::string_view name) {
  constexpr std::uint32_t kNumber = (1U << kNumberBits) - 1;
  if (slots_.empty() && comes_last(name)) {
    return size() == kMost ? kNone : append(name);
  }
  const std::uint32_t hashed = upper_hash(name);
  if (std::uint64_t{size() + 1} * 4 > slots_.size() * 3) {
    grow();
  }
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hashed & mask;
  for (; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const std::uint32_t number = (slots_[slot] & kNumber) - 1;
    if (((slots_[slot] ^ hashed) & ~kNumber) == 0 && same_bytes(at(number), name)) {
      last_ = number;
      last_name_ = at(number);
      return last_;
    }
  }
  if (size() == kMost) {
    return kNone;
  }
  slots_[slot] = (hashed & ~kNumber) | (size() + 1);
  return append(name);
}

void Names::grow() {
  std::size_t wanted = std::max<std::size_t>(slots_.size() * 2, 1'024);
  while (std::uint64_t{size() + 1} * 4 > wanted * 3) {
    wanted *= 2;
  }
  std::vector<std::uint32_t> larger(wanted);
  const std::size_t mask = larger.size() - 1;
  // Hashed again: to keep the hashes takes more time, and as much memory as the names' places.
  for (std::uint32_t number = 0; number < size(); ++number) {
    const std::uint32_t hashed = upper_hash(at(number));
    std::size_t slot = hashed & mask;
    while (larger[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    larger[slot] = (hashed & ~((1U << kNumberBits) - 1)) | (number + 1);
  }
  slots_ = std::move(larger);
}

}  // namespace partnercheck::roster
