// What there is to ask: every action and every rule. Forms, documentation and tests are made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/action_type.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/plan.h"

namespace partnercheck {

struct ActionInfo {
  ActionType type;
  std::string_view subject;
  std::string title;  // text key
  ActionGroup group;
  ActionKind kind;
  std::vector<std::string_view> parameters;  // members of Action that it takes
  std::vector<std::string_view> required;    // of these, the ones without which the question makes no sense
  std::vector<std::string_view> dates;       // names of the days it can yield
  std::vector<std::string_view> rules;       // ids, in the order of a decision's findings
  std::vector<std::string_view> facts;       // JSON pointers of all that its rules read

  static constexpr std::string_view kName = "ActionInfo";
  static constexpr auto fields() {
    return std::tuple{
        member("type", &ActionInfo::type),         member("subject", &ActionInfo::subject),
        member("title", &ActionInfo::title),       member("group", &ActionInfo::group),
        member("kind", &ActionInfo::kind),         member("parameters", &ActionInfo::parameters),
        member("required", &ActionInfo::required), member("dates", &ActionInfo::dates),
        member("rules", &ActionInfo::rules),       member("facts", &ActionInfo::facts),
    };
  }
};

// A goal that can be planned for, and what asks for it.
struct PlanInfo {
  GoalType goal;
  std::string title;  // text key
  ActionGroup group;
  std::vector<std::string_view> parameters;  // members of Goal that it takes
  std::vector<std::string_view> required;    // of these, the ones without which it is none
  std::vector<ActionType> actions;           // that its steps can be
  std::vector<std::string_view> facts;       // JSON pointers of all that it reads

  static constexpr std::string_view kName = "PlanInfo";
  static constexpr auto fields() {
    return std::tuple{
        member("goal", &PlanInfo::goal),         member("title", &PlanInfo::title),
        member("group", &PlanInfo::group),       member("parameters", &PlanInfo::parameters),
        member("required", &PlanInfo::required), member("actions", &PlanInfo::actions),
        member("facts", &PlanInfo::facts),
    };
  }
};

struct RuleInfo {
  std::string_view id;
  std::string_view subject;
  std::string title;  // text key
  std::vector<ActionType> actions;
  std::vector<std::string_view> facts;       // JSON pointers of all that it reads; `*` stands for any index of a list
  std::vector<std::string> messages;         // text keys of all that it can find
  std::vector<std::string_view> parameters;  // names in kParameters

  static constexpr std::string_view kName = "RuleInfo";
  static constexpr auto fields() {
    return std::tuple{
        member("id", &RuleInfo::id),
        member("subject", &RuleInfo::subject),
        member("title", &RuleInfo::title),
        member("actions", &RuleInfo::actions),
        member("facts", &RuleInfo::facts),
        member("messages", &RuleInfo::messages),
        member("parameters", &RuleInfo::parameters),
    };
  }
};

enum class FactType : std::uint8_t { boolean, integer, number, date, choice, string, object };
template <>
inline constexpr auto kNames<FactType> =
    std::to_array<std::string_view>({"boolean", "integer", "number", "date", "choice", "string", "object"});

// How to ask for a fact, and what it may be. An object that can be known as a whole (in a list, or because it may be
// none) has a row of its own, before its members.
struct FactInfo {
  std::string path;  // JSON pointer; `*` stands for any index of a list
  FactType type = FactType::object;
  bool list = false;                     // a list of such values
  bool nullable = false;                 // it may be known to be none
  std::string question;                  // text key
  std::vector<std::string_view> values;  // of a choice
  std::optional<std::int64_t> least;     // of a number; both ends are allowed
  std::optional<std::int64_t> most;
  std::optional<std::int64_t> longest;  // of a text in bytes, of a list in elements

  static constexpr std::string_view kName = "FactInfo";
  static constexpr auto fields() {
    return std::tuple{
        member("path", &FactInfo::path),         member("type", &FactInfo::type),
        member("list", &FactInfo::list),         member("nullable", &FactInfo::nullable),
        member("question", &FactInfo::question), member(may_be_empty("values"), &FactInfo::values),
        member("least", &FactInfo::least),       member("most", &FactInfo::most),
        member("longest", &FactInfo::longest),
    };
  }
};

struct Catalogue {
  std::vector<std::string_view> subjects;
  std::vector<ActionInfo> actions;
  std::vector<PlanInfo> plans;
  std::vector<FactInfo> facts;
  std::vector<RuleInfo> rules;
};

// Of everything that a request can hold, in its order.
[[nodiscard]] std::vector<FactInfo> facts();

[[nodiscard]] Catalogue catalogue();

// All that the `rule` of a finding can be: the rules in the order of the catalogue, then what is found when the
// documents of a ruleset say nothing about an action.
[[nodiscard]] std::span<const std::string_view> rule_ids();

}  // namespace partnercheck
