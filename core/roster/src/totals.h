// What is counted of the decisions for everybody.
#pragma once

#include <vector>

#include "partnercheck/roster/link_answer.h"
#include "roster/src/link_table.h"

namespace partnercheck::roster {

[[nodiscard]] Totals totals_of(const LinkTable& table, const Decisions& decisions);

// How many people are decided otherwise, by the status before and the status after. Both are of the same table.
[[nodiscard]] std::vector<StatusChange> changes_of(const Decisions& before, const Decisions& after);

}  // namespace partnercheck::roster
