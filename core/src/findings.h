// What the rules of an action find, and what follows from all of it.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "partnercheck/decision.h"
#include "rules/rule.h"

namespace partnercheck {

// Whether the documents of the ruleset say anything about the action.
[[nodiscard]] bool covers(const Ruleset& ruleset, ActionType action);

// In catalogue order, of the rules that are in force; at least one.
[[nodiscard]] std::vector<Finding> find_all(const RuleContext& c);
// What one rule of the action finds, which is in force: `documented` in the ruleset.
[[nodiscard]] Finding find_by(const Rule& rule, const Ruleset::Entry& documented, const RuleContext& c);

// The same without source, and of the message only the reason: for who looks at outcomes, days and missing facts.
[[nodiscard]] std::vector<Finding> find_outcomes(const RuleContext& c);
[[nodiscard]] Finding find_outcome(const Rule& rule, const RuleContext& c);

// The status, and the days between which every rule comes to be met; as in a Decision.
struct Outlook {
  Status status = Status::needs_info;
  std::optional<Date> until;
  std::optional<Date> earliest;
  std::optional<Date> latest;

  // Whether a fact can still change the status or the days.
  [[nodiscard]] bool open() const { return status == Status::needs_info || status == Status::deferred; }
};
[[nodiscard]] Outlook join(std::span<const Finding> findings, Date today);

// The first day on which the action's letter can be sent, once whatever it still leaves blank is filled in. Nothing
// where there is none, or where anything else bars it or is open.
[[nodiscard]] std::optional<Date> day_to_send(const ActionRow& row, const Decision& decision, Date today);

// All of a decision but the order in which to ask for what is missing.
[[nodiscard]] Decision decide_all(const RuleContext& c);

// Nothing for null.
[[nodiscard]] std::optional<Finding> copy_of(const Finding* finding);

}  // namespace partnercheck
