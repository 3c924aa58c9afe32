// Every goal, listed once: what it takes, which actions its steps can be, and whose facts count.
#pragma once

#include <span>
#include <string_view>

#include "fact_handle.h"
#include "partnercheck/action_type.h"
#include "partnercheck/plan.h"
#include "rules/rule.h"

namespace partnercheck {

struct GoalRow {
  GoalType type;
  ActionGroup group;
  Few<std::string_view> parameters;  // members of Goal
  Few<std::string_view> required;    // of these
  Few<ActionType> actions;           // empty: every action
  Few<FactPath> reads;               // of what its actions read, that which is not the goal's own
};

[[nodiscard]] std::span<const GoalRow> goals();
[[nodiscard]] const GoalRow& row_of(GoalType goal);

}  // namespace partnercheck
