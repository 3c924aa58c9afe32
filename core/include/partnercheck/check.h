// Decide and preview.
#pragma once

#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// Requires the members without which the action makes no sense (catalogue.h), and no contradiction (faults.h).
[[nodiscard]] Decision check(const Ruleset& ruleset, const Request& request);

// The same decision, and nothing but it. Requires what check requires.
[[nodiscard]] BriefDecision decide(const Ruleset& ruleset, const Request& request);

// The rulesets of the book that are newer than `ruleset`, in force on the day asked (as of that day or before), and
// come to another status or day than `decision`.
[[nodiscard]] std::vector<LaterDecision> decide_later(const Rulebook& rulebook, const Ruleset& ruleset,
                                                      const Request& request, const Decision& decision);

// The decision, what the action changes and when, the facts after it, and what would allow it if it is not.
[[nodiscard]] Preview preview(const Ruleset& ruleset, const Request& request);

}  // namespace partnercheck
