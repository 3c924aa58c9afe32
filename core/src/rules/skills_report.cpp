// Who may see the skills report, and how somebody who left disappears from it. Rules K-01, L-11 to L-13.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"

namespace partnercheck {

namespace {

constexpr auto kLeftOn = kFact<&Person::left_on>;
constexpr auto kAccountDeletedOn = kFact<&Person::account_deleted_on>;
constexpr auto kStillInSkillsReport = kFact<&Person::still_in_skills_report>;

constexpr std::string_view kStillThere = "still_there";

Finding roles(const RuleContext& c) {
  return require_role(c, Parameter::skills_report_roles, {.who = Who::organization, .step = steps::kAskRoleHolder});
}

Finding global_admin(const RuleContext& c) {
  return require_role(c, Parameter::skills_report_leaver_roles, {.who = Who::owner, .step = "ask_global_admin"});
}

// The account is deleted after the person has left: the day of leaving itself is late enough.
Finding left(const RuleContext& c) {
  const auto& left_on = c[kLeftOn];
  if (!left_on.known()) {
    return FindingBuilder::unknown().missing(kLeftOn);
  }
  if (!left_on.value()) {
    return FindingBuilder::not_met(kStillThere);
  }
  const Date day = *left_on.value();
  if (day <= c.today()) {
    return FindingBuilder::met().input(c, kLeftOn);
  }
  return FindingBuilder::not_met().until(day).input(c, kLeftOn);
}

// Nobody deletes an account twice. As long as nothing says that it is gone, there is one.
Finding not_yet_deleted(const RuleContext& c) {
  const auto& deleted_on = c[kAccountDeletedOn];
  if (!deleted_on.known()) {
    return FindingBuilder::not_applicable();
  }
  return deleted_on.value() ? FindingBuilder::not_met().input(c, kAccountDeletedOn) : FindingBuilder::met();
}

Finding account_deleted(const RuleContext& c) {
  const auto& deleted_on = c[kAccountDeletedOn];
  if (!deleted_on.known()) {
    return FindingBuilder::unknown().missing(kAccountDeletedOn);
  }
  if (deleted_on.value()) {
    return FindingBuilder::met().input(c, kAccountDeletedOn);
  }
  return FindingBuilder::not_met()
      .remedy(kAccountDeletedOn, c.today())
      .step(Who::global_admin, steps::kDeleteLeaversAccount);
}

Finding still_listed(const RuleContext& c) {
  const auto& still = c[kStillInSkillsReport];
  if (!still.known()) {
    return FindingBuilder::unknown().missing(kStillInSkillsReport);
  }
  if (still.value()) {
    return FindingBuilder::met().input(c, kStillInSkillsReport);
  }
  return FindingBuilder::not_met().input(c, kStillInSkillsReport);
}

// Nothing when the ruleset's documents name no day of refresh.
std::optional<Date> refresh_after(const RuleContext& c, Date deleted_on) {
  const auto day = c.ruleset.number(Parameter::skills_report_refresh_day);
  if (!day) {
    return std::nullopt;
  }
  return day_in_month_of(add_months(deleted_on, 1), static_cast<unsigned>(*day));
}

Finding refresh(const RuleContext& c) {
  const auto& deleted_on = c[kAccountDeletedOn];
  if (!deleted_on.known()) {
    return FindingBuilder::unknown().missing(kAccountDeletedOn);
  }
  const auto refreshed = deleted_on.value() ? refresh_after(c, *deleted_on.value()) : std::nullopt;
  if (!refreshed) {
    return FindingBuilder::not_applicable();
  }
  FindingBuilder finding =
      *refreshed <= c.today() ? FindingBuilder::met() : FindingBuilder::not_met().until(*refreshed);
  return finding.input(c, kAccountDeletedOn).limit("day", static_cast<std::int64_t>(day_of_month(*refreshed)));
}

void add_report_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin,
         .step = c.asks(ActionType::download_skills_report) ? "download_skills_report" : "open_competencies",
         .from = c.today()});
  }
}

void add_deletion_steps(const RuleContext& c, Decision& decision) {
  const auto first = decision.first_day(c.today());
  if (!first) {
    return;
  }
  decision.next_steps.push_back({.who = Who::global_admin, .step = steps::kDeleteLeaversAccount, .from = *first});
  const auto refreshed = refresh_after(c, *first);
  if (refreshed) {
    decision.dates.emplace_back(dates::kGoneFromReportBy, *refreshed);
    decision.assumptions.push_back("skills_report.refresh_day_is_approximate");
  }
  decision.next_steps.push_back(
      {.who = Who::owner, .step = steps::kAskGlobalAdminToRemoveFromReport, .from = refreshed.value_or(*first)});
}

void deletion_takes_effect(const RuleContext&, Date day, Preview& preview) {
  Person& person = preview.facts_after.person;
  preview.effects.push_back({day, "account_ends", {}});
  preview.effects.push_back({day, effects::kCompetencyCountMayFall, {}});
  person.account_deleted_on = std::optional{day};
  person.partner_center_account = std::optional<PartnerCenterAccount>{};
  if (const auto gone = preview.decision.date(dates::kGoneFromReportBy)) {
    preview.effects.push_back({*gone, effects::kLeavesSkillsReport, {}});
  }
}

void add_removal_steps(const RuleContext& c, Decision& decision) {
  if (const auto first = decision.first_day(c.today())) {
    decision.next_steps.push_back({.who = Who::global_admin, .step = "remove_from_skills_report", .from = *first});
  }
}

void removal_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, effects::kLeavesSkillsReport, {}});
  preview.facts_after.person.still_in_skills_report = false;
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::view_competency_status, .group = ActionGroup::who_may, .complete = add_report_steps},
    {.type = ActionType::download_skills_report, .group = ActionGroup::who_may, .complete = add_report_steps},
    {.type = ActionType::delete_user_account,
     .group = ActionGroup::left,
     .dates = {dates::kGoneFromReportBy},
     .complete = add_deletion_steps,
     .take_effect = deletion_takes_effect},
    {.type = ActionType::remove_from_skills_report,
     .group = ActionGroup::left,
     .complete = add_removal_steps,
     .take_effect = removal_takes_effect},
});

constexpr Few<ActionType> kRemoval{ActionType::remove_from_skills_report};
constexpr Few<FactPath> kRoles{kFact<&Actor::roles>};

constexpr auto kRules = std::to_array<Rule>({
    {.id = "skills_report.roles",
     .find = roles,
     .actions = {ActionType::view_competency_status, ActionType::download_skills_report},
     .facts = kRoles,
     .reasons = kRequirement,
     .parameters = {Parameter::skills_report_roles}},
    {.id = "skills_report.global_admin",
     .find = global_admin,
     .actions = {ActionType::delete_user_account, ActionType::remove_from_skills_report},
     .facts = kRoles,
     .reasons = kRequirement,
     .parameters = {Parameter::skills_report_leaver_roles}},
    {.id = "skills_report.left",
     .find = left,
     .actions = {ActionType::delete_user_account},
     .facts = {kLeftOn},
     .reasons = {kMet, kNotMet, kUnknown, kStillThere}},
    {.id = "skills_report.not_yet_deleted",
     .find = not_yet_deleted,
     .actions = {ActionType::delete_user_account},
     .facts = {kAccountDeletedOn},
     .reasons = {kMet, kNotMet, kNotApplicable}},
    {.id = "skills_report.account_deleted",
     .find = account_deleted,
     .actions = kRemoval,
     .facts = {kAccountDeletedOn},
     .reasons = kRequirement},
    {.id = "skills_report.still_listed",
     .find = still_listed,
     .actions = kRemoval,
     .facts = {kStillInSkillsReport},
     .reasons = kRequirement},
    {.id = "skills_report.refresh",
     .find = refresh,
     .actions = kRemoval,
     .facts = {kAccountDeletedOn},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable},
     .parameters = {Parameter::skills_report_refresh_day}},
});

}  // namespace

const Subject& skills_report() {
  static constexpr Subject kSubject{.name = "skills_report", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
