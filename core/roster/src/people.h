// What the rows of a table add up to, person by person.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
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
  static constexpr std::size_t kCombinations = 3 * 3 * 4;

  Certifications certifications = Certifications::not_said;
  AccountOf account_of = AccountOf::not_said;
  AccountIs account_is = AccountIs::not_said;

  [[nodiscard]] std::size_t number() const {
    return static_cast<std::size_t>(certifications) +
           3 * (static_cast<std::size_t>(account_of) + 3 * static_cast<std::size_t>(account_is));
  }
};

struct Record {
  Day unknown = kNoDay;                    // as in LinkHistory
  Day profile = kNoDay;                    // the date that the profile shows
  std::uint32_t linked_to = Names::kNone;  // the organization of the latest link that stands
  Day linked_since = kNoDay;
  std::uint32_t links = 0;
  std::uint8_t kept = 0;  // how many of the latest starts stand behind it
  Traits traits;
  bool faulty = false;  // one of the rows could not be read: no decision

  // The latest starts, latest first.
  [[nodiscard]] Day* starts() { return reinterpret_cast<Day*>(this + 1); }
  [[nodiscard]] const Day* starts() const { return reinterpret_cast<const Day*>(this + 1); }
  [[nodiscard]] LinkHistory history() const { return {{starts(), kept}, links, unknown}; }
};

// In the order in which their first rows stand.
class People {
 public:
  static constexpr std::size_t kMostKept = 100;

  // `kept` (1 to kMostKept): how many of the latest starts of each person are kept.
  People(std::size_t kept, std::uint64_t seed)
      : kept_{kept}, stride_{sizeof(Record) + kept * sizeof(Day)}, names_{seed} {}

  // Null when there are too many.
  [[nodiscard]] Record* add(std::string_view name);
  void add_start(Record& person, Day start) const;

  [[nodiscard]] std::uint32_t size() const { return names_.size(); }
  [[nodiscard]] std::string_view name(std::uint32_t number) const { return names_.at(number); }
  [[nodiscard]] Record& at(std::uint32_t number) { return *place(number); }
  [[nodiscard]] const Record& at(std::uint32_t number) const { return *place(number); }

 private:
  static constexpr std::uint32_t kBlock = 1U << 13U;
  static constexpr std::size_t kMostBytes = 1U << 30U;

  [[nodiscard]] Record* place(std::uint32_t number) const {
    return reinterpret_cast<Record*>(blocks_[number / kBlock].get() + std::size_t{number % kBlock} * stride_);
  }

  std::size_t kept_;
  std::size_t stride_;
  Names names_;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
};

inline Record* People::add(std::string_view name) {
  const std::uint32_t before = size();
  if (before == std::uint32_t{static_cast<std::uint32_t>(kMostBytes / stride_)}) {
    return nullptr;
  }
  const std::uint32_t number = names_.add(name);
  if (number == Names::kNone) {
    return nullptr;
  }
  if (number < before) {
    return place(number);
  }
  if (number % kBlock == 0) {
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(kBlock * stride_));
  }
  return new (place(number)) Record{};
}

inline void People::add_start(Record& person, Day start) const {
  Day* starts = person.starts();
  std::size_t at = person.kept;
  if (at < kept_) {
    ++person.kept;
  } else if (start <= starts[at - 1]) {
    return;
  } else {
    --at;
  }
  for (; at > 0 && starts[at - 1] < start; --at) {
    starts[at] = starts[at - 1];
  }
  starts[at] = start;
}

}  // namespace partnercheck::roster
