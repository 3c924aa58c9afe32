// What other subjects ask about a learning option.
#pragma once

#include <optional>

#include "rules/rule.h"

namespace partnercheck {

// Which requirements matter depends on the tier, and that is not known.
inline constexpr std::string_view kTierUnknown = "tier_unknown";

// Met by a partner that is enrolled, at whatever tier.
[[nodiscard]] Finding enrolled_as_partner(const RuleContext& c);

// A denied tier that is missed for its requirements: adds the step to the highest tier that is met (P-15).
void suggest_other_tier(const RuleContext& c, Decision& decision);

// A denied renewal whose anniversary lies in the time of the extension: adds the step that looks for it.
void suggest_extension(const RuleContext& c, Decision& decision);

// The first and the last day on which a learning option can be renewed.
struct RenewalDays {
  Date from;
  Date until;
};

// Nothing when the ruleset has no such days, or the anniversary is not known.
[[nodiscard]] std::optional<RenewalDays> renewal_days(const RuleContext& c);

}  // namespace partnercheck
