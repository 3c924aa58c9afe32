#include "partnercheck/compare.h"

#include "findings.h"
#include "partnercheck/check.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

bool finds_the_same(const Difference& rule) {
  return rule.before.has_value() == rule.after.has_value() &&
         (!rule.before || (rule.before->message == rule.after->message && rule.before->until == rule.after->until));
}

bool is_same(const std::optional<Ruleset::Entry>& before, const std::optional<Ruleset::Entry>& after) {
  return before.has_value() == after.has_value() && (!before || before->value == after->value);
}

}  // namespace

Comparison compare(const Ruleset& before, const Ruleset& after, const Request& request) {
  Comparison comparison{.decisions = {check(before, request), check(after, request)}, .differences = {}};
  for (const Rule* rule : rules_of(request.action.type)) {
    Difference difference{.rule = rule->id,
                          .before = copy_of(comparison.decisions[0].finding(rule->id)),
                          .after = copy_of(comparison.decisions[1].finding(rule->id)),
                          .parameters = {}};
    if (!difference.before && !difference.after) {
      continue;
    }
    for (const Parameter parameter : rule->parameters) {
      const auto& was = before.entry(parameter);
      const auto& is = after.entry(parameter);
      if (!is_same(was, is)) {
        difference.parameters.push_back({row_of(parameter).name, was, is});
      }
    }
    if (!finds_the_same(difference) || !difference.parameters.empty()) {
      comparison.differences.push_back(std::move(difference));
    }
  }
  return comparison;
}

}  // namespace partnercheck
