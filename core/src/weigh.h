// Which of the missing facts settles most.
#pragma once

#include <vector>

#include "partnercheck/decision.h"
#include "rules/rule.h"

namespace partnercheck {

// A missing fact, and what its answers would leave open.
struct WeighedFact {
  FactPointer fact;
  double left = 0;       // how many facts would still be missing, on an average over its answers
  bool settles = false;  // one of its answers would make the status certain, or leave none missing
};

// The missing facts, first the one that leaves least. The first 16 are weighed, the others follow as they are.
// The findings are those of the question; they are tried out, and as before in the end.
[[nodiscard]] std::vector<WeighedFact> weigh(const RuleContext& c, std::vector<Finding>& findings,
                                             const std::vector<FactPointer>& missing);

}  // namespace partnercheck
