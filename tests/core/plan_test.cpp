// A plan is the earliest there is, against trying every day.
#include "partnercheck/plan.h"

#include <gtest/gtest.h>

#include <random>

#include "partnercheck/check.h"

namespace partnercheck::test {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

const Ruleset& ruleset() {
  static const Rulebook kBook = built_in_rulebook();
  return *kBook.find("");
}

Person linked_on(const std::vector<Date>& starts) {
  Person person;
  person.certification_profile.active_certifications = 1;
  std::vector<Association> links;
  for (const Date start : starts) {
    links.push_back({std::string{"Contoso"}, start, std::optional{start}});
  }
  person.associations = links;
  return person;
}

PlanRequest link_all(const Person& person, std::vector<std::string> organizations) {
  PlanRequest request;
  request.today = day("2021-05-20");
  request.actor.relation = Relation::owner;
  request.facts.person = person;
  request.goal.type = GoalType::link_to_organizations;
  request.goal.organizations = std::move(organizations);
  return request;
}

// Tries every combination of days in order, and keeps the best last day.
void search(Request request, const std::vector<std::string>& organizations, std::size_t next, Date horizon,
            std::optional<Date>& best) {
  if (next == organizations.size()) {
    return;
  }
  request.action.type = ActionType::link_mcid;
  request.action.organization = organizations[next];
  request.facts.person.partner_center_account =
      std::optional{PartnerCenterAccount{organizations[next], AccountKind::work}};
  for (; request.today <= horizon && (!best || request.today < *best); request.today += std::chrono::days{1}) {
    if (check(ruleset(), request).status != Status::allowed) {
      continue;
    }
    if (next + 1 == organizations.size()) {
      best = request.today;
      return;
    }
    Request after = request;
    after.facts = preview(ruleset(), request).facts_after;
    search(after, organizations, next + 1, horizon, best);
  }
}

TEST(Plan, NoOtherChoiceOfDaysReachesTheGoalEarlier) {
  std::mt19937 random{7};  // NOLINT: the same histories in every run
  const std::vector<std::string> organizations{"Fabrikam", "Northwind"};
  for (int round = 0; round < 6; ++round) {
    std::vector<Date> starts(random() % 4);
    for (Date& start : starts) {
      start = day("2021-05-20") - std::chrono::days{static_cast<int>(random() % 60)};
    }
    const PlanRequest request = link_all(linked_on(starts), organizations);
    const Plan found = plan(ruleset(), request).value();
    Request first{.ruleset = {}, .today = request.today, .action = {}, .actor = request.actor, .facts = request.facts};
    std::optional<Date> best;
    search(first, organizations, 0, day("2022-08-01"), best);
    ASSERT_TRUE(best.has_value());
    ASSERT_TRUE(found.reached);
    EXPECT_EQ(format_date(*found.on), format_date(*best));
  }
}

TEST(Plan, TheFourthLinkWaitsForTheYear) {
  const Plan found = plan(ruleset(), link_all(linked_on({}), {"A", "B", "C", "D"})).value();
  ASSERT_TRUE(found.reached);
  ASSERT_EQ(found.steps.size(), 4U);
  EXPECT_EQ(found.steps[0].on, day("2021-05-20"));
  EXPECT_EQ(found.steps[1].on, day("2021-06-19"));
  EXPECT_EQ(found.steps[2].on, day("2021-07-19"));
  EXPECT_EQ(found.steps[3].on, day("2022-05-20"));
}

TEST(Plan, SaysWhenNoneExistsWithinTheHorizon) {
  const Plan found =
      plan(ruleset(), link_all(linked_on({}), {"A", "B", "C", "D", "E", "F", "G", "H", "I", "J"})).value();
  EXPECT_FALSE(found.reached);
  EXPECT_FALSE(found.on.has_value());
  EXPECT_EQ(found.horizon, day("2023-05-20"));
  EXPECT_FALSE(found.steps.back().on.has_value());
}

// Day by day, whatever is unknown: no day is free that no decision has named.
TEST(Plan, ADayThatNoDecisionNamesIsNotAllowed) {
  std::mt19937 random{11};  // NOLINT: the same histories in every run
  const auto some_day = [&] { return day("2021-05-20") - std::chrono::days{static_cast<int>(random() % 400)}; };
  for (int round = 0; round < 60; ++round) {
    Request request;
    request.today = day("2021-05-20");
    request.action.organization = std::string{"Fabrikam"};
    request.actor.relation = Relation::owner;
    Person person = linked_on({});
    if (random() % 4 != 0) {
      person.partner_center_account = std::optional{PartnerCenterAccount{std::string{"Fabrikam"}, AccountKind::work}};
    }
    std::vector<Association> links(random() % 5);
    for (Association& link : links) {
      const Date start = some_day();
      if (random() % 2 != 0) {
        link.started = start;
      }
      if (random() % 4 != 0 || !link.started.known()) {
        link.ended = std::optional{start};
      }
    }
    person.associations = links;
    request.facts.person = person;
    PlanRequest wanted;
    wanted.today = request.today;
    wanted.goal.type = GoalType::link_everybody;
    wanted.goal.organization = request.action.organization;
    wanted.goal.people = std::vector{Member{{}, person}};
    const Plan found = plan(ruleset(), wanted).value();
    while (request.today <= found.horizon && decide(ruleset(), request).status != Status::allowed) {
      request.today += std::chrono::days{1};
    }
    EXPECT_EQ(found.on, request.today <= found.horizon ? std::optional{request.today} : std::nullopt) << round;
  }
}

TEST(Plan, MoreThanItsBudgetOfWorkIsAFault) {
  Ruleset lax = ruleset();
  lax.parameters[static_cast<std::size_t>(Parameter::association_cool_off_days)]->value = std::int64_t{0};
  lax.parameters[static_cast<std::size_t>(Parameter::association_per_year)]->value = std::int64_t{2'000};
  PlanRequest request = link_all(linked_on(std::vector(1'000, day("2021-05-20"))), std::vector<std::string>(19, "A"));
  EXPECT_TRUE(plan(lax, request)->reached);
  request.goal.organizations = std::vector<std::string>(20, "A");
  EXPECT_EQ(plan(lax, request).error().code, "plan.too_long");
}

TEST(Plan, EverybodyIsLinkedOnTheLatestOfTheirDays) {
  PlanRequest request;
  request.today = day("2021-05-20");
  request.goal.type = GoalType::link_everybody;
  request.goal.organization = std::string{"Fabrikam"};
  std::vector<Member> people(3);
  for (std::size_t i = 0; i < people.size(); ++i) {
    people[i].person = linked_on({day("2021-05-01") + std::chrono::days{static_cast<int>(i) * 5}});
    people[i].person.partner_center_account =
        std::optional{PartnerCenterAccount{std::string{"Fabrikam"}, AccountKind::work}};
  }
  request.goal.people = people;
  EXPECT_EQ(plan(ruleset(), request)->on, day("2021-06-10"));
  people[1].person.partner_center_account = std::optional<PartnerCenterAccount>{};
  request.goal.people = people;
  const Plan blocked = plan(ruleset(), request).value();
  EXPECT_FALSE(blocked.reached);
  EXPECT_EQ(blocked.steps[1].status, Status::denied);
  EXPECT_EQ(blocked.steps[2].on, day("2021-06-10"));
}

}  // namespace
}  // namespace partnercheck::test
