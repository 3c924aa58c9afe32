// What a ruleset does not state is not known; no rule takes it for met.
#include <gtest/gtest.h>

#include <algorithm>

#include "partnercheck/check.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {
namespace {

TEST(NotStated, TheLastDayOfTheOldSystemIsUnknownWhereNoRulesetSaysIt) {
  Ruleset silent = *built_in_rulebook().find("2023-10-23");
  silent.parameters[static_cast<std::size_t>(Parameter::membership_pmc_last_day)].reset();
  Request request;
  request.today = *parse_date("2021-05-20");
  request.action.type = ActionType::reenroll_membership;
  const Decision decision = check(silent, request);
  const auto finding = std::ranges::find(decision.findings, "membership.pmc_retired", &Finding::rule);
  ASSERT_NE(finding, decision.findings.end());
  EXPECT_EQ(finding->outcome, Outcome::unknown);
  EXPECT_EQ(finding->message, "membership.pmc_retired.not_stated");
}

}  // namespace
}  // namespace partnercheck
