// What a rule and an action are: the rows that each subject lists.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string_view>

#include "fact_handle.h"
#include "partnercheck/action_type.h"
#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// One question, and the ruleset to answer it by.
struct RuleContext {
  const Ruleset& ruleset;
  const Request& request;

  template <class T>
  [[nodiscard]] const Fact<T>& operator[](const FactHandle<T>& fact) const {
    return fact.in(request);
  }
  [[nodiscard]] Date today() const { return request.today; }
  [[nodiscard]] const Action& action() const { return request.action; }
  [[nodiscard]] const Person& person() const { return request.facts.person; }
  [[nodiscard]] bool asks(ActionType type) const { return request.action.type == type; }
  // The day of the event that the action speaks of.
  [[nodiscard]] Date on() const { return action().on.known() ? action().on.value() : today(); }
};

// A short list in a row.
template <class T>
class Few {
 public:
  constexpr Few() = default;
  constexpr Few(std::initializer_list<T> items) : size_{items.size()} { std::ranges::copy(items, items_.begin()); }

  [[nodiscard]] constexpr const T* begin() const { return items_.data(); }
  [[nodiscard]] constexpr const T* end() const { return items_.data() + size_; }

 private:
  std::array<T, 9> items_{};
  std::size_t size_ = 0;
};

// Why a rule finds what it finds: the outcome itself says enough, or the documents do not state a number.
inline constexpr std::string_view kMet = name_of(Outcome::met);
inline constexpr std::string_view kNotMet = name_of(Outcome::not_met);
inline constexpr std::string_view kUnknown = name_of(Outcome::unknown);
inline constexpr std::string_view kNotApplicable = name_of(Outcome::not_applicable);
inline constexpr std::string_view kNotStated = "not_stated";
inline constexpr Few<std::string_view> kRequirement{kMet, kNotMet, kUnknown};

struct Rule {
  std::string_view id;
  Finding (*find)(const RuleContext&);
  Few<ActionType> actions;
  Few<FactPath> facts = {};       // all that it reads
  Few<std::string_view> reasons;  // last part of every message it can give
  Few<Parameter> parameters = {};
};

// A request that a person has to send.
struct LetterRow {
  std::string_view name = {};          // text key; empty: none is sent
  std::string_view channel = {};       // support route
  std::string_view completed_by = {};  // the rule that asks for nothing but its values
  void (*fill)(const RuleContext&, Letter&) = nullptr;
};

struct ActionRow {
  ActionType type;
  ActionGroup group;
  ActionKind kind = ActionKind::permission;
  Few<FactPath> parameters = {};  // members of Action that it takes
  Few<FactPath> required = {};    // of these, the ones without which the question makes no sense
  Few<std::string_view> dates = {};
  // The rule without which a ruleset's documents say nothing about the action. Empty: any of its rules will do.
  std::string_view covered_by = {};
  // Adds the named dates, assumptions and next steps to a decision whose status stands. Null: adds none.
  void (*complete)(const RuleContext&, Decision&) = nullptr;
  // Adds effects and the facts after them. Called when the first day is known, which is passed. Null: changes nothing.
  void (*take_effect)(const RuleContext&, Date first_day, Preview&) = nullptr;
  LetterRow letter = {};
};

struct Subject {
  std::string_view name;
  std::span<const ActionRow> actions;
  std::span<const Rule> rules;
};

}  // namespace partnercheck
