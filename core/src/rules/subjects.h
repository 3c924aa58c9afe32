// Every action and every rule, listed once.
#pragma once

#include <array>
#include <span>

#include "rules/rule.h"

namespace partnercheck {

// Each in a file of its own.
const Subject& association();
const Subject& reporting();
const Subject& skills_report();
const Subject& membership();
const Subject& learning_option();
const Subject& kpi();
const Subject& directory();
const Subject& support();

[[nodiscard]] std::span<const Subject* const> subjects();

// Not in any subject: what is found when the documents of a ruleset say nothing about an action.
inline constexpr std::string_view kCoversAction = "ruleset.covers_action";

[[nodiscard]] const ActionRow& row_of(ActionType type);

// In catalogue order.
[[nodiscard]] std::span<const Rule* const> rules_of(ActionType type);

}  // namespace partnercheck
