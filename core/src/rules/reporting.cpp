// When a link or an achievement shows. Rules and T-13 of the documents.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

// Never a bar: it says how long the report takes.
Finding partner_university(const RuleContext& c) {
  const auto hours = c.ruleset.number(Parameter::reporting_partner_university_hours);
  return hours ? FindingBuilder::met().limit("hours", *hours) : FindingBuilder::met("not_stated");
}

Finding assessment(const RuleContext& c) {
  const auto least = c.ruleset.number(Parameter::reporting_assessment_days_min);
  const auto most = c.ruleset.number(Parameter::reporting_assessment_days_max);
  if (!least || !most) {
    return FindingBuilder::met("not_stated");
  }
  return FindingBuilder::met(*least == *most ? "about" : "met").limit("days_min", *least).limit("days_max", *most);
}

Finding competencies_page(const RuleContext& c) {
  const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours);
  if (!hours) {
    return FindingBuilder::met("not_stated");
  }
  const Date shows = c.on() + days_of_hours(*hours);
  if (shows <= c.today()) {
    return FindingBuilder::met().input("on", c.on()).limit("hours", *hours);
  }
  return FindingBuilder::not_met()
      .until(shows)
      .input("on", c.on())
      .limit("hours", *hours)
      .step({.who = Who::admin, .step = "wait_for_report", .from = shows});
}

void add_assessment_dates(const RuleContext& c, Decision& decision) {
  const auto least = c.ruleset.number(Parameter::reporting_assessment_days_min);
  const auto most = c.ruleset.number(Parameter::reporting_assessment_days_max);
  if (!least || !most) {
    return;
  }
  const Date from = c.on() + std::chrono::days{*least};
  const Date by = c.on() + std::chrono::days{*most};
  decision.dates = {{"visible_from", from}, {"visible_by", by}};
  if (c.today() < from) {
    decision.next_steps.push_back({.who = Who::owner, .step = "wait_for_report", .from = from});
  }
  decision.next_steps.push_back({.who = Who::partner_admin,
                                 .step = "contact_support_if_still_missing",
                                 .from = std::min(by + std::chrono::days{1}, kLastDay),
                                 .channel = "microsoft_support"});
}

void assessment_takes_effect(const RuleContext&, Date, Preview& preview) {
  for (const auto& [name, day] : preview.decision.dates) {
    preview.effects.push_back({day, name == "visible_from" ? "assessments_may_show" : "assessments_shown_by", {}});
  }
}

void add_team_status_dates(const RuleContext& c, Decision& decision) {
  if (const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours)) {
    decision.dates.emplace_back("visible_from", c.on() + days_of_hours(*hours));
    decision.assumptions.push_back("reporting.hours_in_whole_days");
  }
  decision.next_steps.push_back({.who = Who::admin, .step = "open_team_status", .from = decision.first_day(c.today())});
}

void team_status_takes_effect(const RuleContext&, Date, Preview& preview) {
  if (const auto from = preview.decision.date("visible_from")) {
    preview.effects.push_back({*from, "progress_shows", {}});
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {"pass_assessment", {"on"}, {}, {"visible_from", "visible_by"}, add_assessment_dates, assessment_takes_effect},
    {"check_team_status", {"on"}, {}, {"visible_from"}, add_team_status_dates, team_status_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"reporting.partner_university",
     partner_university,
     {"connect_partner_university", "remove_partner_university"},
     {},
     {"met", "not_stated"},
     {Parameter::reporting_partner_university_hours}},
    {"reporting.assessment",
     assessment,
     {"pass_assessment"},
     {},
     {"met", "about", "not_stated"},
     {Parameter::reporting_assessment_days_min, Parameter::reporting_assessment_days_max}},
    {"reporting.competencies_page",
     competencies_page,
     {"check_team_status"},
     {"/action/on"},
     {"met", "not_met", "not_stated"},
     {Parameter::reporting_competencies_page_hours}},
});

}  // namespace

const Subject& reporting() {
  static constexpr Subject kSubject{"reporting", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
