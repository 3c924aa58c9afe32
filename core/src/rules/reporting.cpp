// When a link or an achievement shows. Rules and T-13 of the documents.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"

namespace partnercheck {

namespace {

constexpr auto kOn = kFact<&Action::on>;

constexpr std::string_view kAbout = "about";
constexpr std::string_view kNotMetAbout = "not_met_about";
constexpr std::string_view kHours = "hours";  // the limit of two rules

// Never a bar: it says how long the report takes.
Finding partner_university(const RuleContext& c) {
  const auto hours = c.ruleset.number(Parameter::reporting_partner_university_hours);
  return hours ? FindingBuilder::met().limit(kHours, *hours) : FindingBuilder::met(kNotStated);
}

Finding assessment(const RuleContext& c) {
  const auto least = c.ruleset.number(Parameter::reporting_assessment_days_min);
  const auto most = c.ruleset.number(Parameter::reporting_assessment_days_max);
  if (!least || !most) {
    return FindingBuilder::unknown(kNotStated);
  }
  const Date from = c.on() + std::chrono::days{*least};
  const Date by = c.on() + std::chrono::days{*most};
  const bool about = least == most;
  FindingBuilder finding = by <= c.today() ? FindingBuilder::met(about ? kAbout : kMet)
                                           : FindingBuilder::not_met(about ? kNotMetAbout : kNotMet).until(from, by);
  return finding.input(kOn.name(), c.on()).limit("days_min", *least).limit("days_max", *most);
}

Finding competencies_page(const RuleContext& c) {
  const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours);
  if (!hours) {
    return FindingBuilder::unknown(kNotStated);
  }
  const Date shows = c.on() + days_of_hours(*hours);
  if (shows <= c.today()) {
    return FindingBuilder::met().input(kOn.name(), c.on()).limit(kHours, *hours);
  }
  return FindingBuilder::not_met()
      .until(shows)
      .input(kOn.name(), c.on())
      .limit(kHours, *hours)
      .step({.who = Who::admin, .step = steps::kWaitForReport, .from = shows});
}

void add_assessment_dates(const RuleContext& c, Decision& decision) {
  const auto least = c.ruleset.number(Parameter::reporting_assessment_days_min);
  const auto most = c.ruleset.number(Parameter::reporting_assessment_days_max);
  if (!least || !most) {
    return;
  }
  const Date from = c.on() + std::chrono::days{*least};
  const Date by = c.on() + std::chrono::days{*most};
  decision.dates = {{dates::kVisibleFrom, from}, {dates::kVisibleBy, by}};
  if (c.today() < from) {
    decision.next_steps.push_back({.who = Who::owner, .step = steps::kWaitForReport, .from = from});
  }
  decision.next_steps.push_back({.who = Who::partner_admin,
                                 .step = "contact_support_if_still_missing",
                                 .from = std::min(by + std::chrono::days{1}, kLastDay),
                                 .channel = channels::kMicrosoftSupport});
}

void assessment_takes_effect(const RuleContext&, Date, Preview& preview) {
  if (const auto from = preview.decision.date(dates::kVisibleFrom)) {
    preview.effects.push_back({*from, "assessments_may_show", {}});
  }
  if (const auto by = preview.decision.date(dates::kVisibleBy)) {
    preview.effects.push_back({*by, effects::kAssessmentsShownBy, {}});
  }
}

void add_team_status_dates(const RuleContext& c, Decision& decision) {
  if (const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours)) {
    decision.dates.emplace_back(dates::kVisibleFrom, c.on() + days_of_hours(*hours));
    decision.assumptions.push_back(assumptions::kHoursInWholeDays);
  }
  decision.next_steps.push_back({.who = Who::admin, .step = "open_team_status", .from = decision.first_day(c.today())});
}

void team_status_takes_effect(const RuleContext&, Date, Preview& preview) {
  if (const auto from = preview.decision.date(dates::kVisibleFrom)) {
    preview.effects.push_back({*from, effects::kProgressShows, {}});
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::pass_assessment,
     .group = ActionGroup::visible,
     .kind = ActionKind::visibility,
     .parameters = {kOn},
     .dates = {dates::kVisibleFrom, dates::kVisibleBy},
     .complete = add_assessment_dates,
     .take_effect = assessment_takes_effect},
    {.type = ActionType::check_team_status,
     .group = ActionGroup::visible,
     .kind = ActionKind::visibility,
     .parameters = {kOn},
     .dates = {dates::kVisibleFrom},
     .complete = add_team_status_dates,
     .take_effect = team_status_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {.id = "reporting.partner_university",
     .find = partner_university,
     .actions = {ActionType::connect_partner_university, ActionType::remove_partner_university},
     .reasons = {kMet, kNotStated},
     .parameters = {Parameter::reporting_partner_university_hours}},
    {.id = "reporting.assessment",
     .find = assessment,
     .actions = {ActionType::pass_assessment},
     .facts = {kOn},
     .reasons = {kMet, kAbout, kNotMet, kNotMetAbout, kNotStated},
     .parameters = {Parameter::reporting_assessment_days_min, Parameter::reporting_assessment_days_max}},
    {.id = "reporting.competencies_page",
     .find = competencies_page,
     .actions = {ActionType::check_team_status},
     .facts = {kOn},
     .reasons = {kMet, kNotMet, kNotStated},
     .parameters = {Parameter::reporting_competencies_page_hours}},
});

}  // namespace

const Subject& reporting() {
  static constexpr Subject kSubject{.name = "reporting", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
