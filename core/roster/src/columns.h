// Decisions on typed columns, for hosts whose people stand in no table of text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "partnercheck/decision.h"
#include "partnercheck/roster/link_columns.h"
#include "rules/link_date_rules.h"

namespace partnercheck::roster {

// `starts`: `per_person` days for each person, in any order; kNoDay where there are fewer links. Each is the start of a
// link; none is after the day of the rules. `base` is what check says to somebody without links.
// Writes for each person what a decision says: the status and its days, kNoDay for those that it does not have.
// Returns the index of the first start that is outside the calendar or after the day of the rules, and then has decided
// nothing.
[[nodiscard]] std::optional<std::size_t> decide_columns(const LinkDateRules& rules, const Decision& base,
                                                        std::span<const Day> starts, std::size_t per_person,
                                                        const LinkColumns::Decided& out);

}  // namespace partnercheck::roster
