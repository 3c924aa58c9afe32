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
  static constexpr void fields(auto&& visit) {
    visit(Field{"name"}, &ParameterChange::name);
    visit(or_null("before"), &ParameterChange::before);
    visit(or_null("after"), &ParameterChange::after);
  }
};

// One rule that finds otherwise, or reads another number.
struct Difference {
  std::string_view rule;
  std::optional<Finding> before;  // absent: not in force
  std::optional<Finding> after;
  std::vector<ParameterChange> parameters;

  static constexpr std::string_view kName = "Difference";
  static constexpr void fields(auto&& visit) {
    visit(Field{"rule"}, &Difference::rule);
    visit(or_null("before"), &Difference::before);
    visit(or_null("after"), &Difference::after);
    visit(Field{"parameters"}, &Difference::parameters);
  }
};

struct Comparison {
  std::vector<Decision> decisions;      // two: before, after
  std::vector<Difference> differences;  // in catalogue order

  static constexpr std::string_view kName = "Comparison";
  static constexpr void fields(auto&& visit) {
    visit(Field{"decisions"}, &Comparison::decisions);
    visit(Field{"differences"}, &Comparison::differences);
  }
};

// Requires of the request what `check` does.
[[nodiscard]] Comparison compare(const Ruleset& before, const Ruleset& after, const Request& request);

}  // namespace partnercheck
