// What changes from one ruleset to another.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

struct ParameterChange {
  std::string_view name;
  std::optional<Ruleset::Entry> before;  // absent: that ruleset's documents are silent
  std::optional<Ruleset::Entry> after;

  static constexpr std::string_view kName = "ParameterChange";
  static constexpr auto fields() {
    return std::tuple{
        member("name", &ParameterChange::name),
        member(or_null("before"), &ParameterChange::before),
        member(or_null("after"), &ParameterChange::after),
    };
  }
};

// One rule that finds otherwise, or reads another number.
struct Difference {
  std::string_view rule;
  std::optional<Finding> before;  // absent: not in force
  std::optional<Finding> after;
  std::vector<ParameterChange> parameters;

  static constexpr std::string_view kName = "Difference";
  static constexpr auto fields() {
    return std::tuple{
        member("rule", &Difference::rule),
        member(or_null("before"), &Difference::before),
        member(or_null("after"), &Difference::after),
        member("parameters", &Difference::parameters),
    };
  }
};

struct Comparison {
  std::vector<Decision> decisions;      // two: before, after
  std::vector<Difference> differences;  // in catalogue order

  static constexpr std::string_view kName = "Comparison";
  static constexpr auto fields() {
    return std::tuple{
        member("decisions", &Comparison::decisions),
        member("differences", &Comparison::differences),
    };
  }
};

// Requires of the request what `check` does.
[[nodiscard]] Comparison compare(const Ruleset& before, const Ruleset& after, const Request& request);

}  // namespace partnercheck
