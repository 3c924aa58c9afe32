// The earliest dated steps that reach a goal, each decided by the same rules.
#pragma once

#include <cstddef>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/faults.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

enum class GoalType {
  link_to_organizations,  // one person, one organization after the other
  link_everybody,         // the first day on which all of them can be linked to one organization
  enroll,                 // a tier of the learning option, and what is missing for it
  find_tier,              // the highest tier that is met, and what is missing for the next
  leave,                  // somebody left: the link to a new organization, or else link, account and skills report
  use_roles,              // what the documents let the actor do, by relation and roles
};
template <>
inline constexpr auto kNames<GoalType> = std::to_array<std::string_view>(
    {"link_to_organizations", "link_everybody", "enroll", "find_tier", "leave", "use_roles"});

struct Member {
  Fact<std::string> name;
  Person person;

  static constexpr std::string_view kName = "Member";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("name"), &Member::name),
        member(required_field("person"), &Member::person),
    };
  }
  friend bool operator==(const Member&, const Member&) = default;
};

struct Goal {
  Fact<GoalType> type;
  Fact<std::vector<std::string>> organizations;  // link_to_organizations, in the order wanted
  Fact<std::string> organization;                // link_everybody; of leave the new one, if any
  Fact<std::vector<Member>> people;              // link_everybody
  Fact<Tier> tier;                               // enroll

  static constexpr std::string_view kName = "Goal";
  static constexpr auto fields() {
    return std::tuple{
        member("type", &Goal::type),
        member(Field{"organizations", 1, 50}, &Goal::organizations),
        member(text_field("organization"), &Goal::organization),
        member(Field{"people", 1, 1'000}, &Goal::people),
        member("tier", &Goal::tier),
    };
  }
};

struct PlanRequest {
  std::string ruleset;
  Date today;
  Goal goal;
  Actor actor;
  Facts facts;

  static constexpr std::string_view kName = "PlanRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("ruleset"), &PlanRequest::ruleset),
        member(required_field("today"), &PlanRequest::today),
        member(required_field("goal"), &PlanRequest::goal),
        member("actor", &PlanRequest::actor),
        member("facts", &PlanRequest::facts),
    };
  }
};

struct PlanStep {
  std::optional<Date> on;            // absent: no day can be named
  std::optional<ActionType> action;  // what to do on that day; absent for a requirement
  std::string rule;                  // a requirement that is not met or not known
  Status status = Status::allowed;   // of the action, as decided on the day, or on the first day when there is none
  std::optional<Date> earliest;      // of an action, these two as in a Decision, asked on the first day
  std::optional<Date> latest;
  std::string message;             // of the requirement
  std::optional<Finding> because;  // why not on the first day: the finding that decides
  NamedValues details;
  std::vector<std::string> missing;  // JSON pointers of unknown facts that stand in the way
  std::vector<NextStep> next_steps;  // how it is done, in order, and by whom
  std::vector<Effect> effects;       // by day

  static constexpr std::string_view kName = "PlanStep";
  static constexpr auto fields() {
    return std::tuple{
        member("on", &PlanStep::on),
        member("action", &PlanStep::action),
        member(may_be_empty("rule"), &PlanStep::rule),
        member("status", &PlanStep::status),
        member("earliest", &PlanStep::earliest),
        member("latest", &PlanStep::latest),
        member(may_be_empty("message"), &PlanStep::message),
        member("because", &PlanStep::because),
        member(may_be_empty("details"), &PlanStep::details),
        member(may_be_empty("missing"), &PlanStep::missing),
        member(may_be_empty("next_steps"), &PlanStep::next_steps),
        member(may_be_empty("effects"), &PlanStep::effects),
    };
  }
};

struct Plan {
  bool reached = false;
  std::optional<Date> on;  // when reached: the day of the last step
  Date horizon;            // no step is looked for after this day
  std::vector<PlanStep> steps;
  std::optional<PlanStep> fallback;  // of a tier that is not reached: the highest lower one that is met
  std::vector<std::string_view> assumptions;
  std::string ruleset;

  std::size_t looks = 0;  // at links, one for each search of a day; not part of the plan's own JSON

  static constexpr std::string_view kName = "Plan";
  static constexpr auto fields() {
    return std::tuple{
        member("reached", &Plan::reached),   member("on", &Plan::on),
        member("horizon", &Plan::horizon),   member("steps", &Plan::steps),
        member("fallback", &Plan::fallback), member("assumptions", &Plan::assumptions),
        member("ruleset", &Plan::ruleset),
    };
  }
};

inline constexpr int kPlanMonths = 24;
inline constexpr std::size_t kMostLooks = 20'000;

// A fault when a plan would take more than kMostLooks. Requires a goal with its parameters and no contradiction
// (find_contradictions).
[[nodiscard]] std::expected<Plan, Fault> plan(const Ruleset& ruleset, const PlanRequest& request);

[[nodiscard]] std::vector<Fault> find_contradictions(const PlanRequest& request);

}  // namespace partnercheck
