// The day arithmetic of the association rules, shared by one person's check and by the roster.
#pragma once

#include <array>
#include <optional>
#include <span>

#include "partnercheck/decision.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// The numbers of the association rules, looked up once.
struct AssociationLimits {
  std::optional<int> cool_off_days;
  std::optional<int> per_year;  // nothing: limited, but the documents do not say to how many
  int window_months = 0;
  bool calendar = true;  // which readings of "each year" are looked at
  bool rolling = true;

  static AssociationLimits of(const Ruleset& ruleset);
};

// The readings of "each year" on `day`. `starts` are ascending and not after `day`.
// Calendar year: the starts of the year of `day` count, all of them until 31 December.
// Rolling: a start counts until the day before start + window_months.
[[nodiscard]] std::vector<Reading> read_year(const AssociationLimits& limits, std::span<const Date> starts, Date day);

// The first day, not before `day`, on which the cool-off and every reading of the year allow one more association.
// Requires that the ruleset states both numbers.
[[nodiscard]] Date first_allowed_day(const AssociationLimits& limits, std::span<const Date> starts, Date day);

}  // namespace partnercheck
