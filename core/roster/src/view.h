// Some of the people, in some order: what a table on a screen shows.
#pragma once

#include <cstdint>
#include <vector>

#include "partnercheck/roster/link_request.h"
#include "roster/src/link_table.h"

namespace partnercheck::roster {

// The numbers of the people shown, in order. `compared` is null unless a second ruleset was asked.
[[nodiscard]] std::vector<std::uint32_t> view_of(const LinkTable& table, const Decisions& decisions,
                                                 const Decisions* compared, const ViewRequest& request);

}  // namespace partnercheck::roster
