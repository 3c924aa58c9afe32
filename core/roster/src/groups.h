// People with the same answer, of whom the same has to be done next.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/roster/link_answer.h"
#include "rules/link_date_rules.h"

namespace partnercheck::roster {

// How one person's links change what holds for everybody like them.
struct LinkCase {
  RosterStatus status = RosterStatus::not_decided;
  LinkRule rule = LinkRule::profile_date;
  LinkReason reason = LinkReason::met;
  bool decides = false;  // their links are why; else what holds without them is
  bool open = false;     // the date that the profile shows would settle the days

  static constexpr std::size_t kCases =
      kNames<RosterStatus>.size() * kNames<LinkRule>.size() * kNames<LinkReason>.size() * 4;
  // Another one for each case, below kCases.
  [[nodiscard]] constexpr std::size_t number() const {
    auto number = static_cast<std::size_t>(status);
    number = number * kNames<LinkRule>.size() + static_cast<std::size_t>(rule);
    number = number * kNames<LinkReason>.size() + static_cast<std::size_t>(reason);
    return number * 4 + (decides ? 2U : 0U) + (open ? 1U : 0U);
  }
};

// The groups of a table, each named by a number.
class Groups {
 public:
  using Number = std::uint16_t;
  static constexpr Number kNone = std::numeric_limits<Number>::max();

  // Those whose decision without links is the same one, `base`, case by case. Looked up for each person of a table.
  class OfBase {
   public:
    OfBase() { numbers_.fill(kNone); }

    [[nodiscard]] Number of(const LinkCase& link, const Decision& base, Groups& groups) {
      Number& number = numbers_[link.number()];
      if (number == kNone) {
        number = groups.add(link, base);
      }
      return number;
    }

   private:
    std::array<Number, LinkCase::kCases> numbers_;
  };

  // In an order that hangs on no row of the table, which the numbers of `people` are made to follow.
  [[nodiscard]] std::vector<RosterGroup> sorted(std::vector<Number>& people) const;

 private:
  Number add(const LinkCase& link, const Decision& base);

  std::vector<RosterGroup> groups_;
};

}  // namespace partnercheck::roster
