// Every action and every rule, listed once. Forms, documentation and tests are made from these rows.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// One question, and the ruleset to answer it by.
struct RuleContext {
  const Ruleset& ruleset;
  const Request& request;

  [[nodiscard]] Date today() const { return request.today; }
  [[nodiscard]] const Action& action() const { return request.action; }
  [[nodiscard]] const Person& person() const { return request.facts.person; }
  [[nodiscard]] const Learning& learning() const { return request.facts.learning; }
  // The day of the event that the action speaks of.
  [[nodiscard]] Date on() const { return action().on.known() ? action().on.value() : today(); }
};

// A short list in a row of the catalogue.
template <class T>
class Few {
 public:
  constexpr Few() = default;
  constexpr Few(std::initializer_list<T> items) : size_{items.size()} { std::ranges::copy(items, items_.begin()); }

  [[nodiscard]] constexpr const T* begin() const { return items_.data(); }
  [[nodiscard]] constexpr const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, 8> items_{};
  std::size_t size_ = 0;
};

struct Rule {
  std::string_view id;
  Finding (*find)(const RuleContext&);
  Few<std::string_view> actions;
  Few<std::string_view> facts;    // JSON pointers of all that it reads; `*` stands for any index of a list
  Few<std::string_view> reasons;  // last part of every message it can give
  Few<Parameter> parameters = {};
};

struct ActionRow {
  std::string_view type;
  Few<std::string_view> parameters;  // members of Action that it takes
  Few<std::string_view> required;    // of these, the ones without which the question makes no sense
  Few<std::string_view> dates;       // names of the days it can yield
  // Adds the named dates, assumptions and next steps to a decision whose status stands.
  void (*complete)(const RuleContext&, Decision&);
  // Adds effects and the facts after them. Called when the first day is known, which is passed. Null: changes nothing.
  void (*take_effect)(const RuleContext&, Date first_day, Preview&);
};

struct Subject {
  std::string_view name;
  std::span<const ActionRow> actions;
  std::span<const Rule> rules;
};

[[nodiscard]] std::span<const Subject* const> subjects();

// Not in any subject: what is found when the documents of a ruleset say nothing about an action.
inline constexpr std::string_view kCoversAction = "ruleset.covers_action";

// Null when there is no such action.
[[nodiscard]] const ActionRow* find_action(std::string_view type);

// The rules of an action, in catalogue order; empty for an unknown action.
[[nodiscard]] std::span<const Rule* const> rules_of(std::string_view action);

}  // namespace partnercheck
