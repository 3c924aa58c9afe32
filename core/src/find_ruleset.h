// The ruleset that a request names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/faults.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// An empty `id` is the default ruleset. Null, with a fault at `path`, when there is none of that name.
[[nodiscard]] const Ruleset* find_ruleset(const Rulebook& rulebook, std::string_view id, std::string path,
                                          std::vector<Fault>& faults);

}  // namespace partnercheck
