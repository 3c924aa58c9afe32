// Rulesets from JSON: the built-in timeline, and what a host adds.
#pragma once

#include <vector>

#include "json/reader.h"
#include "partnercheck/ruleset.h"

namespace partnercheck::json {

// core/rulesets/timeline.json, embedded by the build.
extern const std::string_view kTimeline;

// Reads a timeline and makes its rulesets; incomplete when a fault was listed.
[[nodiscard]] Rulebook read_timeline(std::string_view text, std::vector<Fault>& faults);

// A host's ruleset, laid over the one it is based on; incomplete when a fault was listed.
[[nodiscard]] Ruleset read_ruleset(const Rulebook& rulebook, std::string_view text, std::vector<Fault>& faults);

}  // namespace partnercheck::json
