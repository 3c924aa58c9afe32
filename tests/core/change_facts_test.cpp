#include "change_facts.h"

#include <gtest/gtest.h>

namespace partnercheck::test {
namespace {

TEST(ChangeFacts, AnUnknownFactComesToBeKnown) {
  Request request;
  EXPECT_TRUE(change_fact(request, {"/facts/learning/mct_count", std::int64_t{2}}));
  EXPECT_TRUE(request.facts.learning.mct_count.is(2));
  EXPECT_TRUE(change_fact(request, {"/facts/learning/enrolled", std::string{"silver"}}));
  EXPECT_TRUE(request.facts.learning.enrolled.is(Enrolled::silver));
  EXPECT_TRUE(change_fact(request, {"/actor/roles", std::vector<std::string>{"guest", "global_admin"}}));
  EXPECT_EQ(request.actor.roles.value(), (std::vector{Role::guest, Role::global_admin}));
}

TEST(ChangeFacts, AnObjectOnTheWayComesToBe) {
  Request request;
  request.facts.person.partner_center_account = std::optional<PartnerCenterAccount>{};
  EXPECT_TRUE(change_fact(request, {"/facts/person/partner_center_account/kind", std::string{"work"}}));
  EXPECT_TRUE(request.facts.person.partner_center_account.value()->kind.is(AccountKind::work));
}

TEST(ChangeFacts, AnElementOfAListIsReachedByItsIndex) {
  Request request;
  request.facts.person.associations = std::vector<Association>(2);
  EXPECT_TRUE(change_fact(request, {"/facts/person/associations/1/started", kFirstDay}));
  EXPECT_TRUE(request.facts.person.associations.value()[1].started.is(kFirstDay));
  for (const char* path : {"/facts/person/associations/2/started", "/facts/person/associations/x/started",
                           "/facts/person/associations//started"}) {
    EXPECT_FALSE(change_fact(request, {path, kFirstDay})) << path;
  }
  // A pointer ends where it ends, whatever stands behind it.
  constexpr std::string_view kEleventh = "/facts/person/associations/10";
  const auto second = find_place(request, kEleventh.substr(0, kEleventh.size() - 1));
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(second->at, &request.facts.person.associations.value()[1]);
}

TEST(ChangeFacts, WhatDoesNotFitChangesNothing) {
  const Request before;
  for (const Change& change : std::vector<Change>{{"", true},
                                                  {"facts", true},
                                                  {"/facts", true},
                                                  {"/facts/learning", true},
                                                  {"/facts/learning/mct_count", true},
                                                  {"/facts/learning/mct_count/more", std::int64_t{1}},
                                                  {"/facts/learning/enrolled", std::string{"platinum"}},
                                                  {"/facts/learning/unheard_of", true},
                                                  {"/actor/roles", std::vector<std::string>{"king"}},
                                                  {"/actor/roles", std::string{"guest"}}}) {
    Request request;
    EXPECT_FALSE(change_fact(request, change)) << change.path;
    EXPECT_EQ(request, before) << change.path;
  }
}

}  // namespace
}  // namespace partnercheck::test
