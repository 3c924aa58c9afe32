#include "partnercheck/plan.h"

#include <algorithm>
#include <iterator>

#include "add_once.h"
#include "fact_handle.h"
#include "findings.h"
#include "partnercheck/check.h"
#include "rules/subjects.h"
#include "sort_few.h"

namespace partnercheck {

namespace {

constexpr auto kAccount = kFact<&Person::partner_center_account>;
constexpr auto kAccountKind = kFact<&PartnerCenterAccount::kind>;
constexpr auto kAssociations = kFact<&Person::associations>;
constexpr auto kDeletedOn = kFact<&Person::account_deleted_on>;
constexpr auto kStillListed = kFact<&Person::still_in_skills_report>;

constexpr std::string_view kOrganization = kFact<&Action::organization>.name();
constexpr std::string_view kTier = kFact<&Action::tier>.name();

struct Search {
  std::optional<Date> on;
  Decision first;  // on the day of the question
  Decision last;   // on the day found; as `first` when there is none
};

// The first day up to `horizon` on which the action is allowed in every case. A decision names the next day that can be
// one; without such a day neither waiting nor the end of a year can lift what stands in the way.
std::optional<Date> first_day_allowed(const Ruleset& ruleset, Request request, Date horizon) {
  while (request.today <= horizon) {
    const BriefDecision decision = decide(ruleset, request);
    if (decision.status == Status::allowed) {
      return request.today;
    }
    if (!decision.latest) {
      break;
    }
    request.today = *decision.latest;
  }
  return std::nullopt;
}

// False once the plan has looked at too many links.
bool look(const Request& request, Plan& plan) {
  const auto& links = kAssociations.in(request);
  plan.looks += 1 + (links.known() ? links.value().size() : 0);
  return plan.looks <= kMostLooks;
}

Search search(const Ruleset& ruleset, Request request, Plan& plan) {
  Search found;
  if (look(request, plan)) {
    found.first = decide_all({ruleset, request});
    found.on = first_day_allowed(ruleset, request, plan.horizon);
    request.today = found.on.value_or(request.today);
    found.last = check(ruleset, request);
  }
  return found;
}

std::vector<std::string> texts_of(const std::vector<FactPointer>& facts) {
  std::vector<std::string> texts;
  std::ranges::transform(facts, std::back_inserter(texts), &FactPointer::text);
  return texts;
}

PlanStep step_of(const Search& found, ActionType action, NamedValues details) {
  return {.on = found.on,
          .action = action,
          .rule = {},
          .status = found.last.status,
          .earliest = found.first.earliest,
          .latest = found.first.latest,
          .message = {},
          .because = copy_of(found.first.deciding()),
          .details = std::move(details),
          .missing = texts_of(found.last.missing),
          .next_steps = found.last.next_steps,
          .effects = {}};
}

// What has to be met, or known, first.
PlanStep requirement_of(const Finding& finding) {
  return {.on = finding.until,
          .action = {},
          .rule = std::string{finding.rule},
          .status = finding.outcome == Outcome::unknown ? Status::needs_info : Status::denied,
          .earliest = {},
          .latest = {},
          .message = finding.message,
          .because = finding,
          .details = finding.limits,
          .missing = texts_of(finding.missing),
          .next_steps = finding.next_steps,
          .effects = {}};
}

bool is_open(const Finding& finding) {
  return finding.outcome == Outcome::not_met || finding.outcome == Outcome::unknown;
}

void assume_all(const Decision& decision, Plan& plan) {
  for (const std::string_view assumption : decision.assumptions) {
    add_once(plan.assumptions, assumption);
  }
}

// Reached when every step has its day; then on the last of them.
void finish(Date today, Plan& plan) {
  plan.reached = std::ranges::none_of(plan.steps, [](const PlanStep& step) { return step.action && !step.on; });
  if (plan.reached) {
    plan.on = today;
    for (const PlanStep& step : plan.steps) {
      plan.on = std::max(plan.on, step.on);
    }
  }
}

// A path in the facts of one question becomes one in those of the goal's person.
void lead_to_person(std::string& path, std::size_t person) {
  constexpr std::string_view kPerson = kFact<&Facts::person>.pointer;
  if (path.starts_with(kPerson)) {
    path.replace(0, kPerson.size(), kFact<&Member::person, PlanRequest>.at(person).text());
  }
}

// One day of a plan: what is asked with the facts as they are by then.
struct Course {
  const Ruleset& ruleset;
  Request request;
  Plan& plan;

  // Takes the step on its first day, where there is one.
  bool take(ActionType action, NamedValues details = {}) {
    request.action.type = action;
    const Search found = search(ruleset, request, plan);
    PlanStep& step = plan.steps.emplace_back(step_of(found, action, std::move(details)));
    assume_all(found.last, plan);
    if (found.on) {
      request.today = *found.on;
      Preview after = preview(ruleset, request);
      request.facts = std::move(after.facts_after);
      step.effects = std::move(after.effects);
    }
    return found.on.has_value();
  }

  // An account that is known to be missing, or to be the wrong one, is got first.
  void get_account() {
    request.action.type = ActionType::link_mcid;
    const bool wrong = (kAccount.in(request).known() && !kAccount.in(request).value()) ||
                       kAccountKind.in(request).is(AccountKind::personal);
    if (wrong) {
      for (const Finding& finding : find_all({ruleset, request})) {
        if (finding.outcome == Outcome::not_met && !finding.until && reads_account(finding)) {
          plan.steps.push_back(requirement_of(finding));
        }
      }
    }
    request.facts.person.partner_center_account =
        std::optional{PartnerCenterAccount{request.action.organization.value(), AccountKind::work}};
  }

 private:
  [[nodiscard]] bool reads_account(const Finding& finding) const {
    const auto rules = rules_of(request.action.type);
    const auto rule = std::ranges::find(rules, finding.rule, &Rule::id);
    return rule != rules.end() &&
           std::ranges::any_of((*rule)->facts, [](const FactPath& fact) { return fact.stands_in(kAccount); });
  }
};

void link_to_organizations(const Ruleset& ruleset, const Request& request, const Goal& goal, Plan& plan) {
  plan.assumptions.push_back("plan.account_at_each_organization");
  Course course{ruleset, request, plan};
  for (const std::string& organization : goal.organizations.value()) {
    course.request.action.organization = organization;
    course.get_account();
    if (!course.take(ActionType::link_mcid, {{kOrganization, organization}})) {
      return;
    }
  }
  finish(request.today, plan);
}

void link_everybody(const Ruleset& ruleset, Request request, const Goal& goal, Plan& plan) {
  request.action.type = ActionType::link_mcid;
  request.action.organization = goal.organization;
  request.actor.relation = Relation::owner;
  plan.assumptions.push_back("plan.each_person_links");
  const auto& people = goal.people.value();
  for (std::size_t i = 0; i < people.size(); ++i) {
    request.facts.person = people[i].person;
    const Search found = search(ruleset, request, plan);
    assume_all(found.last, plan);
    NamedValues details{{"person", static_cast<std::int64_t>(i)}, {kOrganization, goal.organization.value()}};
    if (people[i].name.known()) {
      details.emplace_back("name", people[i].name.value());
    }
    PlanStep& step = plan.steps.emplace_back(step_of(found, ActionType::link_mcid, std::move(details)));
    // The same for all of them.
    step.next_steps.clear();
    for (std::string& path : step.missing) {
      lead_to_person(path, i);
    }
  }
  finish(request.today, plan);
}

ActionType enrolment_in(Tier tier, const Request& request) {
  if (tier == Tier::action_pack) {
    return ActionType::enroll_learning_action_pack;
  }
  if (tier == Tier::silver) {
    return ActionType::enroll_silver_learning_option;
  }
  return kFact<&Learning::enrolled>.in(request).is(Enrolled::silver) ? ActionType::upgrade_silver_to_gold
                                                                     : ActionType::enroll_gold_learning_option;
}

NamedValues details_of(Tier tier) { return {{kTier, std::string{name_of(tier)}}}; }

Search search_tier(const Ruleset& ruleset, Request request, Tier tier, Plan& plan) {
  request.action.type = enrolment_in(tier, request);
  return search(ruleset, request, plan);
}

void enroll(const Ruleset& ruleset, const Request& request, const Goal& goal, Plan& plan) {
  const Tier tier = goal.tier.value();
  const Search found = search_tier(ruleset, request, tier, plan);
  for (const Finding& finding : found.first.findings) {
    if (is_open(finding)) {
      plan.steps.push_back(requirement_of(finding));
    }
  }
  plan.steps.push_back(step_of(found, enrolment_in(tier, request), details_of(tier)));
  assume_all(found.last, plan);
  finish(request.today, plan);
  for (auto lower = static_cast<std::size_t>(tier); !plan.reached && !plan.fallback && lower > 0; --lower) {
    const Tier next = static_cast<Tier>(lower - 1);
    if (const Search other = search_tier(ruleset, request, next, plan); other.on) {
      plan.fallback = step_of(other, enrolment_in(next, request), details_of(next));
    }
  }
}

// The highest tier that is met, then what is missing for the one above it.
void find_tier(const Ruleset& ruleset, const Request& request, Plan& plan) {
  std::optional<std::pair<Tier, Search>> missed;
  for (const Tier tier : {Tier::gold, Tier::silver, Tier::action_pack}) {
    Search found = search_tier(ruleset, request, tier, plan);
    if (found.on) {
      plan.steps.push_back(step_of(found, enrolment_in(tier, request), details_of(tier)));
      assume_all(found.last, plan);
      plan.reached = true;
      plan.on = found.on;
      break;
    }
    missed = std::pair{tier, std::move(found)};
  }
  if (!missed) {
    return;
  }
  for (const Finding& finding : missed->second.first.findings) {
    if (is_open(finding)) {
      PlanStep& step = plan.steps.emplace_back(requirement_of(finding));
      step.details.emplace_back(kTier, std::string{name_of(missed->first)});
    }
  }
}

// Who goes to another organization links there, and the old link ends by itself. Who does not removes the link while
// the account is there; the organization deletes the account, and takes them out of the report where it still lists
// them.
void leave(const Ruleset& ruleset, const Request& request, const Goal& goal, Plan& plan) {
  Course owner{ruleset, request, plan};
  owner.request.actor.relation = Relation::owner;
  if (goal.organization.known()) {
    owner.request.action.organization = goal.organization;
    owner.get_account();
    owner.take(ActionType::link_mcid, {{kOrganization, goal.organization.value()}});
    return finish(request.today, plan);
  }
  const bool has_access = !kAccount.in(request).known() || kAccount.in(request).value();
  const bool may_be_linked =
      !kAssociations.in(request).known() || std::ranges::any_of(kAssociations.in(request).value(), &Association::open);
  if (has_access && may_be_linked) {
    owner.take(ActionType::unlink_mcid);
  }
  plan.assumptions.push_back("plan.global_admin_helps");
  Course admin{ruleset, request, plan};
  admin.request.actor = {.relation = Relation::admin, .roles = std::vector{Role::global_admin}};
  const auto& deleted_on = kDeletedOn.in(request);
  const bool deleted = deleted_on.known() && deleted_on.value();
  if ((deleted || admin.take(ActionType::delete_user_account)) && !kStillListed.in(request).is(false)) {
    if (!kStillListed.in(request).known()) {
      admin.request.facts.person.still_in_skills_report = true;
      plan.assumptions.push_back("plan.still_in_skills_report");
    }
    admin.take(ActionType::remove_from_skills_report);
  }
  sort_few(plan.steps, [&](const PlanStep& step) { return step.on.value_or(kLastDay); });
  finish(request.today, plan);
}

// Of each action only the rules that look at who acts; where the documents name nobody, nothing is said.
void use_roles(const Ruleset& ruleset, Request request, Plan& plan) {
  constexpr auto kActor = kFact<&Request::actor>;
  const auto looks_at_actor = [&](const Rule* rule) {
    return std::ranges::any_of(rule->facts, [&](const FactPath& fact) { return fact.stands_in(kActor); });
  };
  for (std::size_t i = 0; i < kNames<ActionType>.size(); ++i) {
    request.action.type = static_cast<ActionType>(i);
    const RuleContext c{ruleset, request};
    std::vector<Finding> findings;
    for (const Rule* rule : rules_of(request.action.type)) {
      const Ruleset::Entry* documented = ruleset.rule(rule->id);
      if (documented != nullptr && looks_at_actor(rule)) {
        findings.push_back(find_by(*rule, *documented, c));
      }
    }
    if (findings.empty() || !covers(ruleset, request.action.type)) {
      continue;
    }
    PlanStep step{.on = {},
                  .action = request.action.type,
                  .rule = {},
                  .status = join(findings, request.today).status,
                  .earliest = {},
                  .latest = {},
                  .message = {},
                  .because = {},
                  .details = {},
                  .missing = {},
                  .next_steps = {},
                  .effects = {}};
    if (step.status == Status::allowed) {
      step.on = request.today;
    } else {
      step.because = *std::ranges::find_if(findings, is_open);
      step.missing = texts_of(step.because->missing);
    }
    plan.steps.push_back(std::move(step));
  }
  plan.reached = true;
  plan.on = request.today;
}

}  // namespace

std::expected<Plan, Fault> plan(const Ruleset& ruleset, const PlanRequest& request) {
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
    case GoalType::find_tier:
      find_tier(ruleset, start, plan);
      break;
    case GoalType::leave:
      leave(ruleset, start, request.goal, plan);
      break;
    case GoalType::use_roles:
      use_roles(ruleset, start, plan);
      break;
  }
  if (plan.looks > kMostLooks) {
    return std::unexpected(fault("plan.too_long", "/goal", {{"most", static_cast<std::int64_t>(kMostLooks)}}));
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
