#include "fact_handle.h"

#include <gtest/gtest.h>

#include "partnercheck/plan.h"

namespace partnercheck::test {
namespace {

static_assert(kFact<&Person::left_on>.pointer == "/facts/person/left_on");
static_assert(kFact<&Person::left_on>.name() == "left_on");
static_assert(kFact<&GoldRequirements::kpi_met>.pointer == "/facts/learning/gold/kpi_met");
static_assert(kFact<&SilverRequirements::kpi_met>.pointer == "/facts/learning/silver/kpi_met");
static_assert(kFact<&PartnerCenterAccount::kind>.pointer == "/facts/person/partner_center_account/kind");
static_assert(kFact<&Association::started>.pointer == "/facts/person/associations/*/started");
static_assert(kFact<&Action::page>.pointer == "/action/page");
static_assert(kFact<&Member::person, PlanRequest>.pointer == "/goal/people/*/person");

static_assert(kFact<&Action::page>.stands_in(kFact<&Request::action>));
static_assert(kFact<&Action::page>.stands_in(kFact<&Action::page>));
static_assert(!FactPath{"/action/page_2"}.stands_in(kFact<&Action::page>));
static_assert(!kFact<&Request::action>.stands_in(kFact<&Action::page>));

TEST(FactHandle, LeadsToItsMember) {
  Request request;
  request.facts.learning.gold.kpi_met = true;
  EXPECT_EQ(&kFact<&GoldRequirements::kpi_met>.in(request), &request.facts.learning.gold.kpi_met);
  EXPECT_EQ(&kFact<&SilverRequirements::kpi_met>.in(request), &request.facts.learning.silver.kpi_met);
}

TEST(FactHandle, IsUnknownWhileItsObjectIsUnknownOrNone) {
  constexpr auto kKind = kFact<&PartnerCenterAccount::kind>;
  Request request;
  EXPECT_FALSE(kKind.in(request).known());
  request.facts.person.partner_center_account = std::optional<PartnerCenterAccount>{};
  EXPECT_FALSE(kKind.in(request).known());
  request.facts.person.partner_center_account = std::optional{PartnerCenterAccount{{}, AccountKind::work}};
  EXPECT_TRUE(kKind.in(request).is(AccountKind::work));
}

TEST(FactHandle, NamesOneElementOfAList) {
  EXPECT_EQ(kFact<&Association::started>.at(12).text(), "/facts/person/associations/12/started");
}

}  // namespace
}  // namespace partnercheck::test
