// What the rows of a table add up to, person by person.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "roster/src/names.h"
#include "rules/link_date_rules.h"

namespace partnercheck::roster {

inline constexpr Day kShowsNone = kNoDay + 1;  // the profile shows no date

// What a person's own columns say beside the links. Each member counts from "the table does not say".
struct Traits {
  enum class Certifications : std::uint8_t { not_said, none, some };
  enum class AccountOf : std::uint8_t { not_said, wanted, other };
  enum class AccountIs : std::uint8_t { not_said, work, personal, none };
  static constexpr std::size_t kCombinations = std::size_t{3} * 3 * 4;

  Certifications certifications = Certifications::not_said;
  AccountOf account_of = AccountOf::not_said;
  AccountIs account_is = AccountIs::not_said;

  [[nodiscard]] bool say_account() const {
    return account_of != AccountOf::not_said || account_is != AccountIs::not_said;
  }
  // Another one for each combination, below kCombinations.
  [[nodiscard]] std::size_t number() const {
    return static_cast<std::size_t>(certifications) +
           3 * (static_cast<std::size_t>(account_of) + 3 * static_cast<std::size_t>(account_is));
  }
};

struct Record {
  Day profile = kNoDay;                    // the date that the profile shows
  std::uint32_t linked_to = Names::kNone;  // the organization of the latest link that stands
  Day linked_since = kNoDay;
  std::uint32_t standing = Names::kNone;  // the organization of a link that stands and says no day
  std::uint32_t links = 0;
  std::uint8_t kept = 0;  // how many of the latest starts are kept
  Traits traits;
  bool faulty = false;  // one of the rows could not be read: no decision
};

// In the order in which their first rows stand. Nobody moves when others are added.
class People {
 public:
  static constexpr std::size_t kMostKept = 100;

  // `kept` (1 to kMostKept): how many of the latest starts of each person are kept.
  People(std::size_t kept, std::uint64_t seed)
      : kept_{kept}, most_{kMostBytes / (sizeof(Record) + kept * sizeof(Day))}, names_{seed} {}

  // The number of the person; Names::kNone when there are too many.
  [[nodiscard]] std::uint32_t add(std::string_view name);
  void add_start(std::uint32_t number, Day start);
  // A link whose start is unknown, and the day it began on at the latest.
  void add_unknown_start(std::uint32_t number, Day latest);

  [[nodiscard]] std::size_t kept() const { return kept_; }
  [[nodiscard]] std::uint32_t size() const { return names_.size(); }
  // Whether there is no room for anybody else.
  [[nodiscard]] bool is_full() const { return size() == most_ || size() == Names::kMost; }
  [[nodiscard]] std::string_view name(std::uint32_t number) const { return names_.at(number); }
  [[nodiscard]] Record& at(std::uint32_t number) { return blocks_[number / kBlock].records[number % kBlock]; }
  [[nodiscard]] const Record& at(std::uint32_t number) const {
    return blocks_[number / kBlock].records[number % kBlock];
  }
  // The latest starts, latest first.
  [[nodiscard]] std::span<const Day> starts(std::uint32_t number) const {
    return {place_of_starts(number), at(number).kept};
  }
  // As in LinkHistory.
  [[nodiscard]] std::span<const Day> unknown_starts(std::uint32_t number) const {
    if (unknown_.empty()) {
      return {};
    }
    const auto found = unknown_.find(number);
    return found != unknown_.end() ? std::span{found->second} : std::span<const Day>{};
  }

 private:
  static constexpr std::uint32_t kBlock = 1U << 13U;
  static constexpr std::size_t kMostBytes = 1U << 30U;

  struct Block {
    std::unique_ptr<Record[]> records;
    std::unique_ptr<Day[]> starts;  // kept_ for each
  };
  [[nodiscard]] Day* place_of_starts(std::uint32_t number) const {
    return &blocks_[number / kBlock].starts[number % kBlock * kept_];
  }

  std::size_t kept_;
  std::size_t most_;  // people
  Names names_;
  std::vector<Block> blocks_;
  std::unordered_map<std::uint32_t, std::vector<Day>> unknown_;  // of the few people who have such links
};

inline std::uint32_t People::add(std::string_view name) {
  const std::uint32_t before = size();
  if (before == most_) {
    return Names::kNone;
  }
  const std::uint32_t number = names_.add(name);
  if (number == before && number % kBlock == 0) {
    blocks_.push_back({std::make_unique<Record[]>(kBlock), std::make_unique_for_overwrite<Day[]>(kBlock * kept_)});
  }
  return number;
}

inline void People::add_unknown_start(std::uint32_t number, Day latest) {
  auto& days = unknown_[number];
  days.insert(std::ranges::upper_bound(days, latest, std::ranges::greater{}), latest);
  if (days.size() > kept_) {
    days.pop_back();
  }
}

inline void People::add_start(std::uint32_t number, Day start) {
  Day* const starts = place_of_starts(number);
  std::uint8_t& kept = at(number).kept;
  std::size_t place = kept;
  if (place < kept_) {
    ++kept;
  } else if (start <= starts[place - 1]) {
    return;
  } else {
    --place;
  }
  for (; place > 0 && starts[place - 1] < start; --place) {
    starts[place] = starts[place - 1];
  }
  starts[place] = start;
}

}  // namespace partnercheck::roster
