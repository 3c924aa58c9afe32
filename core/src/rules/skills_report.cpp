// Who may see the skills report, and how somebody who left disappears from it. Rules K-01, L-11 to L-13.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

Finding roles(const RuleContext& c) {
  return require_role(c, Parameter::skills_report_roles, {.who = Who::organization, .step = "ask_role_holder"});
}

Finding global_admin(const RuleContext& c) {
  return require_role(c, Parameter::skills_report_leaver_roles, {.who = Who::owner, .step = "ask_global_admin"});
}

// The account is deleted after the person has left: the day of leaving itself is late enough.
Finding left(const RuleContext& c) {
  const auto& left_on = c.person().left_on;
  if (!left_on.known()) {
    return FindingBuilder::unknown().missing("/facts/person/left_on");
  }
  if (!left_on.value()) {
    return FindingBuilder::not_met("still_there").remedy("/facts/person/left_on", c.today());
  }
  const Date day = *left_on.value();
  if (day <= c.today()) {
    return FindingBuilder::met().input("left_on", day);
  }
  return FindingBuilder::not_met().until(day).input("left_on", day).remedy("/facts/person/left_on", c.today());
}

Finding account_deleted(const RuleContext& c) {
  const auto& deleted_on = c.person().account_deleted_on;
  if (!deleted_on.known()) {
    return FindingBuilder::unknown().missing("/facts/person/account_deleted_on");
  }
  if (deleted_on.value()) {
    return FindingBuilder::met().input("account_deleted_on", *deleted_on.value());
  }
  return FindingBuilder::not_met()
      .remedy("/facts/person/account_deleted_on", c.today())
      .step(Who::global_admin, "delete_leavers_account");
}

Finding still_listed(const RuleContext& c) {
  const auto& still = c.person().still_in_skills_report;
  if (!still.known()) {
    return FindingBuilder::unknown().missing("/facts/person/still_in_skills_report");
  }
  if (still.value()) {
    return FindingBuilder::met().input("still_in_skills_report", still);
  }
  return FindingBuilder::not_met()
      .input("still_in_skills_report", still)
      .remedy("/facts/person/still_in_skills_report", true);
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
  const auto& deleted_on = c.person().account_deleted_on;
  if (!deleted_on.known()) {
    return FindingBuilder::unknown().missing("/facts/person/account_deleted_on");
  }
  if (!deleted_on.value()) {
    return FindingBuilder::not_applicable();
  }
  const auto refreshed = refresh_after(c, *deleted_on.value());
  if (!refreshed) {
    return FindingBuilder::not_applicable();
  }
  const auto day = static_cast<std::int64_t>(day_of_month(*refreshed));
  if (*refreshed <= c.today()) {
    return FindingBuilder::met().input("account_deleted_on", *deleted_on.value()).limit("day", day);
  }
  return FindingBuilder::not_met().until(*refreshed).input("account_deleted_on", *deleted_on.value()).limit("day", day);
}

void add_report_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin,
         .step = c.action().type == "download_skills_report" ? "download_skills_report" : "open_competencies",
         .from = c.today()});
  }
}

void add_deletion_steps(const RuleContext& c, Decision& decision) {
  const auto first = decision.first_day(c.today());
  if (!first) {
    return;
  }
  decision.next_steps.push_back({.who = Who::global_admin, .step = "delete_leavers_account", .from = *first});
  const auto refreshed = refresh_after(c, *first);
  if (refreshed) {
    decision.dates.emplace_back("gone_from_report_by", *refreshed);
    decision.assumptions.push_back("skills_report.refresh_day_is_approximate");
  }
  decision.next_steps.push_back(
      {.who = Who::owner, .step = "ask_global_admin_to_remove_from_report", .from = refreshed.value_or(*first)});
}

void deletion_takes_effect(const RuleContext&, Date day, Preview& preview) {
  Person& person = preview.facts_after.person;
  preview.effects.push_back({day, "account_ends", {}});
  preview.effects.push_back({day, "competency_count_may_fall", {}});
  person.account_deleted_on = std::optional{day};
  person.partner_center_account = std::optional<PartnerCenterAccount>{};
  if (const auto gone = preview.decision.date("gone_from_report_by")) {
    preview.effects.push_back({*gone, "leaves_skills_report", {}});
  }
}

void add_removal_steps(const RuleContext& c, Decision& decision) {
  if (const auto first = decision.first_day(c.today())) {
    decision.next_steps.push_back({.who = Who::global_admin, .step = "remove_from_skills_report", .from = *first});
  }
}

void removal_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "leaves_skills_report", {}});
  preview.facts_after.person.still_in_skills_report = false;
}

constexpr auto kActions = std::to_array<ActionRow>({
    {"view_competency_status", {}, {}, {}, add_report_steps, nullptr},
    {"download_skills_report", {}, {}, {}, add_report_steps, nullptr},
    {"delete_user_account", {}, {}, {"gone_from_report_by"}, add_deletion_steps, deletion_takes_effect},
    {"remove_from_skills_report", {}, {}, {}, add_removal_steps, removal_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"skills_report.roles",
     roles,
     {"view_competency_status", "download_skills_report"},
     {"/actor/roles"},
     {"met", "not_met", "unknown"},
     {Parameter::skills_report_roles}},
    {"skills_report.global_admin",
     global_admin,
     {"delete_user_account", "remove_from_skills_report"},
     {"/actor/roles"},
     {"met", "not_met", "unknown"},
     {Parameter::skills_report_leaver_roles}},
    {"skills_report.left",
     left,
     {"delete_user_account"},
     {"/facts/person/left_on"},
     {"met", "not_met", "unknown", "still_there"}},
    {"skills_report.account_deleted",
     account_deleted,
     {"remove_from_skills_report"},
     {"/facts/person/account_deleted_on"},
     {"met", "not_met", "unknown"}},
    {"skills_report.still_listed",
     still_listed,
     {"remove_from_skills_report"},
     {"/facts/person/still_in_skills_report"},
     {"met", "not_met", "unknown"}},
    {"skills_report.refresh",
     refresh,
     {"remove_from_skills_report"},
     {"/facts/person/account_deleted_on"},
     {"met", "not_met", "unknown", "not_applicable"},
     {Parameter::skills_report_refresh_day}},
});

}  // namespace

const Subject& skills_report() {
  static constexpr Subject kSubject{"skills_report", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
