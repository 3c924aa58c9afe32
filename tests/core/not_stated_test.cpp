// What a ruleset does not state is not known; no rule takes it for met.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "partnercheck/check.h"
#include "partnercheck/ruleset.h"
#include "rules/subjects.h"

namespace partnercheck {
namespace {

// Enough is known for every rule that reads a number or a day of the ruleset.
Request question(ActionType type) {
  const Date day = *parse_date("2021-05-20");
  Request request;
  request.today = day;
  request.action.type = type;
  request.action.organization = std::string{"Contoso"};
  request.action.audience = Audience::external;
  request.action.tier = Tier::action_pack;
  request.action.anniversary = day;
  request.action.month = 3;
  request.action.year = 2021;
  request.action.problem = Problem::linking;
  request.facts.person.associations =
      std::vector<Association>{{.organization = std::string{"Contoso"}, .started = day, .ended = {}}};
  request.facts.person.partner_center_account =
      std::optional{PartnerCenterAccount{.organization = std::string{"Contoso"}, .kind = AccountKind::work}};
  request.facts.person.partner_university.connected = true;
  request.actor.relation = Relation::owner;
  request.facts.membership.pmc_expires = day;
  request.facts.sign_in.issued = day;
  request.facts.sign_in.signed_in = false;
  request.facts.learning.mct_count = 1;
  request.facts.learning.designations = 1;
  return request;
}

// "<rule> <outcome>" of each that misses a number or a day, and the facts that could stand in for it.
std::set<std::string> not_stated(const Decision& decision) {
  std::vector<std::string> texts;
  for (const Finding& finding : decision.findings) {
    if (finding.message == std::string{finding.rule} + ".not_stated") {
      std::string& rule = texts.emplace_back(std::string{finding.rule} + " " + std::string{name_of(finding.outcome)});
      for (const FactPointer& missing : finding.missing) {
        rule += " " + missing.text();
      }
    }
  }
  return {texts.begin(), texts.end()};
}

// What becomes of a decision when one number is taken away: the rules that miss it, and how many dates are not named.
std::set<std::string> losses(const Decision& whole, const Decision& silent) {
  std::set<std::string> losses = not_stated(silent);
  std::erase_if(losses, [always = not_stated(whole)](const std::string& rule) { return always.contains(rule); });
  const auto lost = std::ranges::count_if(whole.dates, [&](const auto& date) { return !silent.date(date.first); });
  if (lost > 0) {
    losses.insert("unnamed dates: " + std::to_string(lost));
  }
  return losses;
}

TEST(NotStated, EachNumberIsMissedByTheRulesThatReadItAndNoDateIsWorkedOutWithoutIt) {
  std::set<std::string> found;
  for (const Ruleset& ruleset : built_in_rulebook().rulesets) {
    for (const Subject* subject : subjects()) {
      for (const ActionRow& action : subject->actions) {
        const Decision whole = check(ruleset, question(action.type));
        for (const ParameterRow& row : kParameters) {
          Ruleset silent = ruleset;
          silent.parameters[static_cast<std::size_t>(row.parameter)].reset();
          for (const std::string& loss : losses(whole, preview(silent, question(action.type)).decision)) {
            found.insert(std::string{name_of(action.type)} + " without " + std::string{row.name} + ": " + loss);
          }
        }
      }
    }
  }
  EXPECT_EQ(
      found,
      (std::set<std::string>{
          "add_users_from_pmc without membership.pmc_last_day: membership.pmc_retired unknown",
          "check_team_status without reporting.competencies_page_hours: reporting.competencies_page unknown",
          "check_team_status without reporting.competencies_page_hours: unnamed dates: 1",
          "connect_partner_university without reporting.partner_university_hours: reporting.partner_university met",
          "connect_partner_university without reporting.partner_university_hours: unnamed dates: 1",
          "deliver_training without learning_option.mct_min: learning_option.training_trainer unknown",
          "enroll_gold_learning_option without learning_option.silver_gold_last_day: learning_option.still_offered "
          "unknown",
          "enroll_learning_action_pack without learning_option.mct_min: learning_option.mct unknown",
          "enroll_silver_learning_option without learning_option.silver_gold_last_day: learning_option.still_offered "
          "unknown",
          "extend_competency without learning_option.extension_from: learning_option.extension_window unknown",
          "extend_competency without learning_option.extension_until: learning_option.extension_window unknown",
          "link_mcid without association.cool_off_days: association.cool_off unknown "
          "/facts/person/next_association_date",
          "link_mcid without association.per_year: association.yearly_limit unknown "
          "/facts/person/next_association_date",
          "link_mcid without association.window_months: association.yearly_limit unknown "
          "/facts/person/next_association_date",
          "pass_assessment without reporting.assessment_days_max: reporting.assessment unknown",
          "pass_assessment without reporting.assessment_days_max: unnamed dates: 2",
          "pass_assessment without reporting.assessment_days_min: reporting.assessment unknown",
          "pass_assessment without reporting.assessment_days_min: unnamed dates: 2",
          "publish_invoice without kpi.refresh_day: kpi.invoice unknown",
          "publish_invoice without kpi.refresh_day: unnamed dates: 2",
          "publish_invoice without kpi.window_months: kpi.invoice unknown",
          "publish_invoice without kpi.window_months: unnamed dates: 2",
          "read_limit_message without association.cool_off_days: association.limit_message met",
          "read_limit_message without association.per_year: association.limit_message met",
          "read_limit_message without association.window_months: association.limit_message met",
          "reenroll_membership without membership.pmc_last_day: membership.pmc_retired unknown",
          "reenroll_membership without membership.pmc_last_day: unnamed dates: 4",
          "reenroll_membership without membership.term_months: unnamed dates: 4",
          "remove_partner_university without reporting.partner_university_hours: reporting.partner_university met",
          "remove_partner_university without reporting.partner_university_hours: unnamed dates: 1",
          "renew_learning_option without kpi.refresh_day: kpi.renewal unknown",
          "renew_learning_option without kpi.window_months: kpi.renewal unknown",
          "renew_learning_option without learning_option.mct_min: learning_option.mct unknown",
          "renew_learning_option without learning_option.renewal_closes_after_days: learning_option.renewal_window "
          "unknown",
          "renew_learning_option without learning_option.renewal_closes_after_days: unnamed dates: 2",
          "renew_learning_option without learning_option.renewal_opens_after_days: learning_option.renewal_window "
          "unknown",
          "renew_learning_option without learning_option.renewal_opens_after_days: unnamed dates: 2",
          "report_kpi_discrepancy without kpi.refresh_day: kpi.discrepancy_published unknown",
          "report_kpi_discrepancy without kpi.window_months: kpi.discrepancy_published unknown",
          "request_directory_listing without directory.designations_min: directory.designation unknown",
          "request_directory_listing without directory.submitted_from_day: directory.schedule met",
          "request_directory_listing without directory.submitted_from_day: unnamed dates: 3",
          "request_directory_listing without directory.submitted_until_day: directory.schedule met",
          "request_directory_listing without directory.submitted_until_day: unnamed dates: 3",
          "request_directory_listing without directory.visible_by_day: directory.schedule met",
          "request_directory_listing without directory.visible_by_day: unnamed dates: 3",
          "resend_sign_in without membership.password_days: unnamed dates: 1",
          "sign_in_with_temporary_password without membership.password_days: membership.password_valid unknown",
          "sign_in_with_temporary_password without membership.password_days: unnamed dates: 1",
          "unlink_mcid without association.cool_off_days: unnamed dates: 1",
          "unlink_mcid without association.per_year: unnamed dates: 1",
          "unlink_mcid without association.window_months: unnamed dates: 1",
          "upgrade_silver_to_gold without learning_option.silver_gold_last_day: learning_option.still_offered unknown",
          "view_kpi without kpi.refresh_day: kpi.view unknown",
          "view_kpi without kpi.refresh_day: unnamed dates: 2",
          "view_kpi without kpi.window_months: kpi.view unknown",
          "view_kpi without kpi.window_months: unnamed dates: 2",
      }));
}

}  // namespace
}  // namespace partnercheck
