#include "partnercheck/plan.h"

#include <algorithm>

#include "fact_handle.h"
#include "partnercheck/check.h"

namespace partnercheck {

namespace {

struct Search {
  std::optional<Date> on;
  Decision decision;  // on that day, or on the first day when there is none
};

// The first day up to `horizon` on which the action is allowed. Waiting cannot lift a bar, and a wait lasts until
// `until`. What is not known may cease to matter on some day; when it still does on the last one, on none.
Search first_day_allowed(const Ruleset& ruleset, Request request, Date horizon) {
  Search search{std::nullopt, check(ruleset, request)};
  Decision decision = search.decision;
  bool looked_ahead = false;
  while (decision.status != Status::allowed) {
    if (decision.status == Status::needs_info && !looked_ahead) {
      looked_ahead = true;
      Request last = request;
      last.today = horizon;
      if (check(ruleset, last).status == Status::needs_info) {
        return search;
      }
    }
    request.today = decision.until ? std::max(*decision.until, request.today) : request.today + std::chrono::days{1};
    if (decision.status == Status::denied || request.today > horizon) {
      return search;
    }
    decision = check(ruleset, request);
  }
  return {request.today, std::move(decision)};
}

PlanStep step_of(const Search& search, ActionType action, NamedValues details) {
  return {.on = search.on,
          .action = action,
          .rule = {},
          .status = search.decision.status,
          .message = {},
          .details = std::move(details),
          .missing = search.decision.missing};
}

// A path in the facts of one question becomes one in those of the goal's person.
void lead_to_person(std::string& path, std::size_t person) {
  constexpr std::string_view kPerson = kFact<&Facts::person>.pointer;
  if (path.starts_with(kPerson)) {
    path.replace(0, kPerson.size(), kFact<&Member::person, PlanRequest>.at(person));
  }
}

void link_to_organizations(const Ruleset& ruleset, Request request, const Goal& goal, Plan& plan) {
  request.action.type = ActionType::link_mcid;
  plan.assumptions.push_back("plan.account_at_each_organization");
  for (const std::string& organization : goal.organizations.value()) {
    request.action.organization = organization;
    request.facts.person.partner_center_account = std::optional{PartnerCenterAccount{organization, AccountKind::work}};
    const Search search = first_day_allowed(ruleset, request, plan.horizon);
    plan.steps.push_back(step_of(search, ActionType::link_mcid, {{"organization", organization}}));
    if (!search.on) {
      return;
    }
    request.today = *search.on;
    request.facts = preview(ruleset, request).facts_after;
  }
  plan.reached = true;
  plan.on = request.today;
}

void link_everybody(const Ruleset& ruleset, Request request, const Goal& goal, Plan& plan) {
  request.action.type = ActionType::link_mcid;
  request.action.organization = goal.organization;
  request.actor.relation = Relation::owner;
  plan.assumptions.push_back("plan.each_person_links");
  plan.reached = true;
  Date last = request.today;
  const auto& people = goal.people.value();
  for (std::size_t i = 0; i < people.size(); ++i) {
    request.facts.person = people[i].person;
    const Search search = first_day_allowed(ruleset, request, plan.horizon);
    NamedValues details{{"person", static_cast<std::int64_t>(i)}, {"organization", goal.organization.value()}};
    if (people[i].name.known()) {
      details.emplace_back("name", people[i].name.value());
    }
    PlanStep& step = plan.steps.emplace_back(step_of(search, ActionType::link_mcid, std::move(details)));
    for (std::string& path : step.missing) {
      lead_to_person(path, i);
    }
    plan.reached = plan.reached && search.on.has_value();
    last = std::max(last, search.on.value_or(last));
  }
  if (plan.reached) {
    plan.on = last;
  }
}

void enroll(const Ruleset& ruleset, Request request, const Goal& goal, Plan& plan) {
  const Tier tier = goal.tier.value();
  const bool upgrades = tier == Tier::gold && request.facts.learning.enrolled.is(Enrolled::silver);
  request.action.type = tier == Tier::action_pack ? ActionType::enroll_learning_action_pack
                        : tier == Tier::silver    ? ActionType::enroll_silver_learning_option
                        : upgrades                ? ActionType::upgrade_silver_to_gold
                                                  : ActionType::enroll_gold_learning_option;
  const Search search = first_day_allowed(ruleset, request, plan.horizon);
  for (const Finding& finding : search.decision.findings) {
    if (finding.outcome == Outcome::not_met || finding.outcome == Outcome::unknown) {
      plan.steps.push_back({.on = finding.until,
                            .action = {},
                            .rule = std::string{finding.rule},
                            .status = finding.outcome == Outcome::unknown ? Status::needs_info : Status::denied,
                            .message = finding.message,
                            .details = finding.limits,
                            .missing = finding.missing});
    }
  }
  plan.steps.push_back(step_of(search, request.action.type, {{"tier", std::string{name_of(tier)}}}));
  plan.reached = search.on.has_value();
  plan.on = search.on;
}

}  // namespace

std::vector<std::string_view> parameters_of(GoalType goal) {
  switch (goal) {
    case GoalType::link_to_organizations:
      return {"organizations"};
    case GoalType::link_everybody:
      return {"organization", "people"};
    case GoalType::enroll:
      break;
  }
  return {"tier"};
}

Plan plan(const Ruleset& ruleset, const PlanRequest& request) {
  Plan plan;
  plan.horizon = add_months(request.today, kPlanMonths);
  plan.ruleset = ruleset.id;
  const Request start{
      .ruleset = {}, .today = request.today, .action = {}, .actor = request.actor, .facts = request.facts};
  switch (request.goal.type.value()) {
    case GoalType::link_to_organizations:
      link_to_organizations(ruleset, start, request.goal, plan);
      break;
    case GoalType::link_everybody:
      link_everybody(ruleset, start, request.goal, plan);
      break;
    case GoalType::enroll:
      enroll(ruleset, start, request.goal, plan);
      break;
  }
  return plan;
}

std::vector<Fault> find_contradictions(const PlanRequest& request) {
  Request one{.ruleset = {}, .today = request.today, .action = {}, .actor = {}, .facts = request.facts};
  auto faults = find_contradictions(one);
  if (request.goal.people.known()) {
    const auto& people = request.goal.people.value();
    for (std::size_t i = 0; i < people.size(); ++i) {
      one.facts = {};
      one.facts.person = people[i].person;
      for (Fault& fault : find_contradictions(one)) {
        lead_to_person(fault.path, i);
        faults.push_back(std::move(fault));
      }
    }
  }
  return faults;
}

}  // namespace partnercheck
