// How a rule writes down what it found.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "rules/rule.h"

namespace partnercheck {

[[nodiscard]] auto to_value(auto value) { return value; }
template <Named Enum>
[[nodiscard]] std::string to_value(Enum value) {
  return std::string{name_of(value)};
}
template <Named Enum>
[[nodiscard]] std::vector<std::string> to_value(const std::vector<Enum>& values) {
  std::vector<std::string> names;
  for (const Enum value : values) {
    names.push_back(to_value(value));
  }
  return names;
}

template <class T>
[[nodiscard]] Change change_to(const FactHandle<T>& fact, const std::type_identity_t<T>& value) {
  return {std::string{fact.pointer}, to_value(value)};
}
template <class T>
[[nodiscard]] Change change_to(const FactHandle<std::optional<T>>& fact, const std::type_identity_t<T>& value) {
  return {std::string{fact.pointer}, to_value(value)};
}

// Collects one finding. The reason completes the text key; without one it is the name of the outcome.
//
// Each call hands the builder on, so that a chain ends in the finding; one that is kept in a variable ends with
// std::move or as what a function returns.
class FindingBuilder {
 public:
  static FindingBuilder met(std::string_view reason = kMet) { return {Outcome::met, reason}; }
  static FindingBuilder not_met(std::string_view reason = kNotMet) { return {Outcome::not_met, reason}; }
  static FindingBuilder unknown(std::string_view reason = kUnknown) { return {Outcome::unknown, reason}; }
  static FindingBuilder not_applicable(std::string_view reason = kNotApplicable) {
    return {Outcome::not_applicable, reason};
  }

  // Not met today, met from `day` on; perhaps from `earliest` on already.
  FindingBuilder&& until(Date day);
  FindingBuilder&& until(Date earliest, Date day);
  // Of an unknown outcome: not met before `earliest`, met from `latest` on in every case, if there is such a day.
  FindingBuilder&& between(Date earliest, std::optional<Date> latest);
  FindingBuilder&& input(std::string_view name, Value value);
  // A fact that is unknown or none is no input. Without a name it has its own.
  template <class T>
  FindingBuilder&& input(std::string_view name, const Fact<T>& fact) {
    return fact.known() ? input(name, to_value(fact.value())) : std::move(*this);
  }
  template <class T>
  FindingBuilder&& input(std::string_view name, const Fact<std::optional<T>>& fact) {
    return fact.known() && fact.value() ? input(name, to_value(*fact.value())) : std::move(*this);
  }
  template <class T>
  FindingBuilder&& input(const RuleContext& c, const FactHandle<T>& fact) {
    return input(fact.name(), c[fact]);
  }
  FindingBuilder&& limit(std::string_view name, Value value);
  FindingBuilder&& readings(std::vector<Reading> readings);
  // A fact whose value can still change the outcome.
  FindingBuilder&& missing(const FactPath& fact);
  // The same, of one element of a list.
  FindingBuilder&& missing(const FactPath& fact, std::size_t index);
  // Changes that, made together, let the rule be met. Several remedies are alternatives.
  FindingBuilder&& remedy(std::vector<Change> changes);
  FindingBuilder&& remedy(const auto& fact, const auto& value) { return remedy({change_to(fact, value)}); }
  FindingBuilder&& assume(std::string_view assumption);
  FindingBuilder&& step(NextStep step);
  FindingBuilder&& step(Who who, std::string_view step);

  operator Finding() && { return std::move(finding_); }

 private:
  FindingBuilder(Outcome outcome, std::string_view reason);

  Finding finding_;
};

// Met when the actor holds one of the roles that the ruleset lists.
[[nodiscard]] Finding require_role(const RuleContext& c, Parameter roles, NextStep otherwise);

[[nodiscard]] Finding require_true(const RuleContext& c, const FactHandle<bool>& fact, NextStep otherwise);

// A field of a request that a person has to send.
struct RequestField {
  FactPath path;
  bool known;

  template <class T>
  RequestField(const RuleContext& c, const FactHandle<T>& fact) : path{fact}, known{c[fact].known()} {}
};

// Met when all fields are known.
[[nodiscard]] FindingBuilder require_fields(std::span<const RequestField> fields);

// The name and the value of a fact. Requires that it is known.
template <class T>
[[nodiscard]] NamedValues::value_type named(const RuleContext& c, const FactHandle<T>& fact) {
  return {fact.name(), to_value(c[fact].value())};
}

// What is known becomes values of the letter, the rest its blanks.
template <class... T>
void fill(Letter& letter, const RuleContext& c, const FactHandle<T>&... facts) {
  const auto add = [&](const auto& fact) {
    if (c[fact].known()) {
      letter.values.push_back(named(c, fact));
    } else {
      letter.blanks.push_back(fact.name());
    }
  };
  (add(facts), ...);
}

// A duration in hours, in whole days, rounded up: dates carry no time of day.
[[nodiscard]] constexpr std::chrono::days days_of_hours(std::int64_t hours) {
  return std::chrono::days{(hours + 23) / 24};
}

}  // namespace partnercheck
