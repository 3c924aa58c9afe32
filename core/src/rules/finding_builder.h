// How a rule writes down what it found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/catalogue.h"

namespace partnercheck {

// Collects one finding. The reason completes the text key; without one it is the name of the outcome.
class FindingBuilder {
 public:
  static FindingBuilder met(std::string_view reason = "met") { return {Outcome::met, reason}; }
  static FindingBuilder not_met(std::string_view reason = "not_met") { return {Outcome::not_met, reason}; }
  static FindingBuilder unknown(std::string_view reason = "unknown") { return {Outcome::unknown, reason}; }
  static FindingBuilder not_applicable(std::string_view reason = "not_applicable") {
    return {Outcome::not_applicable, reason};
  }

  // Not met today, met from `day` on.
  FindingBuilder& until(Date day);
  FindingBuilder& input(std::string_view name, Value value);
  // An unknown fact is no input.
  template <class T>
  FindingBuilder& input(std::string_view name, const Fact<T>& fact) {
    return fact.known() ? input(name, to_value(fact.value())) : *this;
  }
  FindingBuilder& limit(std::string_view name, Value value);
  FindingBuilder& readings(std::vector<Reading> readings);
  // A fact whose value can still change the outcome.
  FindingBuilder& missing(std::string_view path);
  // Changes that, made together, let the rule be met. Several remedies are alternatives.
  FindingBuilder& remedy(std::vector<Change> changes);
  FindingBuilder& remedy(std::string_view path, Value value);
  FindingBuilder& assume(std::string_view assumption);
  FindingBuilder& step(NextStep step);
  FindingBuilder& step(Who who, std::string_view step);

  operator Finding();

  static Value to_value(auto value) { return value; }
  template <Named Enum>
  static Value to_value(Enum value) {
    return std::string{name_of(value)};
  }

 private:
  FindingBuilder(Outcome outcome, std::string_view reason);

  Finding finding_;
};

// Met when the actor holds one of the roles that the ruleset lists.
[[nodiscard]] Finding require_role(const RuleContext& c, Parameter roles, NextStep otherwise);

// Met when the fact is true; `path` is its JSON pointer, whose last part names the input.
[[nodiscard]] Finding require_true(const Fact<bool>& fact, std::string_view path, NextStep otherwise);

// Names are compared without regard to the case of ASCII letters and to white space at their ends.
[[nodiscard]] bool same_name(std::string_view a, std::string_view b);

// A duration in hours, in whole days, rounded up: dates carry no time of day.
[[nodiscard]] constexpr std::chrono::days days_of_hours(std::int64_t hours) {
  return std::chrono::days{(hours + 23) / 24};
}

[[nodiscard]] inline std::string_view last_part(std::string_view path) { return path.substr(path.rfind('/') + 1); }

}  // namespace partnercheck
