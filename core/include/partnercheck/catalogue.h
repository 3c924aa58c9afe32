// What there is to ask: every action and every rule. Forms, documentation and tests are made from it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/action_type.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

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
  static constexpr void fields(auto&& visit) {
    visit(Field{"type"}, &ActionInfo::type);
    visit(Field{"subject"}, &ActionInfo::subject);
    visit(Field{"title"}, &ActionInfo::title);
    visit(Field{"group"}, &ActionInfo::group);
    visit(Field{"kind"}, &ActionInfo::kind);
    visit(Field{"parameters"}, &ActionInfo::parameters);
    visit(Field{"required"}, &ActionInfo::required);
    visit(Field{"dates"}, &ActionInfo::dates);
    visit(Field{"rules"}, &ActionInfo::rules);
    visit(Field{"facts"}, &ActionInfo::facts);
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
  static constexpr void fields(auto&& visit) {
    visit(Field{"id"}, &RuleInfo::id);
    visit(Field{"subject"}, &RuleInfo::subject);
    visit(Field{"title"}, &RuleInfo::title);
    visit(Field{"actions"}, &RuleInfo::actions);
    visit(Field{"facts"}, &RuleInfo::facts);
    visit(Field{"messages"}, &RuleInfo::messages);
    visit(Field{"parameters"}, &RuleInfo::parameters);
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
  static constexpr void fields(auto&& visit) {
    visit(Field{"path"}, &FactInfo::path);
    visit(Field{"type"}, &FactInfo::type);
    visit(Field{"list"}, &FactInfo::list);
    visit(Field{"nullable"}, &FactInfo::nullable);
    visit(Field{"question"}, &FactInfo::question);
    visit(may_be_empty("values"), &FactInfo::values);
    visit(Field{"least"}, &FactInfo::least);
    visit(Field{"most"}, &FactInfo::most);
    visit(Field{"longest"}, &FactInfo::longest);
  }
};

struct Catalogue {
  std::vector<std::string_view> subjects;
  std::vector<ActionInfo> actions;
  std::vector<FactInfo> facts;
  std::vector<RuleInfo> rules;
};

// Of everything that a request can hold, in its order.
[[nodiscard]] std::vector<FactInfo> facts();

[[nodiscard]] Catalogue catalogue();

}  // namespace partnercheck
