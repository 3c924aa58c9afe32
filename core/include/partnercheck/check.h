// Decide and preview.
#pragma once

#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// Requires the members without which the action makes no sense (catalogue.h), and no contradiction (faults.h).
[[nodiscard]] Decision check(const Ruleset& ruleset, const Request& request);

// The decision, what the action changes and when, the facts after it, and what would allow it if it is not.
[[nodiscard]] Preview preview(const Ruleset& ruleset, const Request& request);

}  // namespace partnercheck
