// Which months of key performance indicators (KPI) show, when an invoice shows, and what a renewal looks at.
// Rules P-18 to P-24 and R-13 of the documents.
#include <algorithm>
#include <array>

#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

// The view is refreshed on one day of each month and shows a number of full months before that month.
struct Refresh {
  unsigned day;
  int window_months;
};

// Nothing when the ruleset's documents do not say.
std::optional<Refresh> refresh_of(const Ruleset& ruleset) {
  const auto day = ruleset.number(Parameter::kpi_refresh_day);
  const auto months = ruleset.number(Parameter::kpi_window_months);
  if (!day || !months) {
    return std::nullopt;
  }
  return Refresh{static_cast<unsigned>(*day), static_cast<int>(*months)};
}

struct Window {
  Date from;   // first day of the first month
  Date until;  // last day of the last month
};

// The full months before the month of `day`.
Window months_before(Date day, int months) {
  const Date next = day_in_month_of(day, 1);
  return {add_months(next, -months), next - std::chrono::days{1}};
}

// What the view shows on `day`: before the refresh of the month it still is that of the month before.
Window window_on(const Refresh& refresh, Date day) {
  const Date refreshed = day_of_month(day) >= refresh.day ? day : add_months(day_in_month_of(day, 1), -1);
  return months_before(refreshed, refresh.window_months);
}

// The day on which the month of `day` begins to show.
Date published_on(const Refresh& refresh, Date day) {
  return day_in_month_of(add_months(day_in_month_of(day, 1), 1), refresh.day);
}

Finding stated(const Refresh& refresh, FindingBuilder finding) {
  return finding.limit("refresh_day", std::int64_t{refresh.day})
      .limit("window_months", std::int64_t{refresh.window_months})
      .assume("kpi.mid_month");
}

Finding view(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown("not_stated");
  }
  const Window window = window_on(*refresh, c.today());
  return stated(*refresh, FindingBuilder::met().input("window_from", window.from).input("window_until", window.until));
}

Finding invoice(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown("not_stated");
  }
  return stated(*refresh,
                FindingBuilder::met().input("on", c.on()).input("visible_from", published_on(*refresh, c.on())));
}

Finding renewal(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown("not_stated");
  }
  const auto& anniversary = c.action().anniversary;
  if (!anniversary.known()) {
    return FindingBuilder::unknown().missing("/action/anniversary");
  }
  const Date published = day_in_month_of(anniversary.value(), refresh->day);
  const Window window = months_before(anniversary.value(), refresh->window_months);
  Finding finding = stated(*refresh, FindingBuilder::met(published > anniversary.value() ? "published_later" : "met")
                                         .input("anniversary", anniversary)
                                         .input("window_from", window.from)
                                         .input("window_until", window.until)
                                         .input("published_on", published));
  if (published > anniversary.value()) {
    finding.assumptions.push_back("kpi.anniversary_before_refresh");
  }
  return finding;
}

Finding discrepancy_roles(const RuleContext& c) {
  return require_role(c, Parameter::kpi_discrepancy_roles, {.who = Who::organization, .step = "ask_role_holder"});
}

Finding discrepancy_fields(const RuleContext& c) {
  const Action& a = c.action();
  const std::array<std::pair<std::string_view, bool>, 7> fields{{
      {"month", a.month.known()},
      {"year", a.year.known()},
      {"omlp_type", a.omlp_type.known()},
      {"purchase_unit", a.purchase_unit.known()},
      {"invoice_number", a.invoice_number.known()},
      {"kpi_value", a.kpi_value.known()},
      {"revenue_value", a.revenue_value.known()},
  }};
  std::vector<std::string> missing;
  for (const auto& [name, known] : fields) {
    if (!known) {
      missing.emplace_back(name);
    }
  }
  const auto asked = std::ssize(fields);
  if (missing.empty()) {
    return FindingBuilder::met().limit("fields", std::int64_t{asked});
  }
  FindingBuilder finding =
      FindingBuilder::unknown().limit("fields", std::int64_t{asked}).input("missing_fields", missing);
  for (const std::string& name : missing) {
    finding.missing("/action/" + name);
  }
  return finding.step(Who::partner_admin, "complete_request");
}

Finding discrepancy_evidence(const RuleContext& c) {
  const auto& accepted = c.ruleset.list(Parameter::kpi_evidence);
  const auto& evidence = c.action().evidence;
  if (!evidence.known()) {
    return FindingBuilder::unknown().limit("accepted", accepted).missing("/action/evidence");
  }
  if (std::ranges::find(accepted, name_of(evidence.value())) != accepted.end()) {
    return FindingBuilder::met().input("evidence", evidence).limit("accepted", accepted);
  }
  FindingBuilder finding = FindingBuilder::not_met()
                               .input("evidence", evidence)
                               .limit("accepted", accepted)
                               .step(Who::partner_admin, "get_invoice");
  for (const std::string& name : accepted) {
    finding.remedy("/action/evidence", name);
  }
  return finding;
}

// A month that does not show yet cannot differ.
Finding discrepancy_published(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  const Action& a = c.action();
  if (!refresh) {
    return FindingBuilder::unknown("not_stated");
  }
  if (!a.month.known() || !a.year.known()) {
    FindingBuilder finding = FindingBuilder::unknown();
    if (!a.month.known()) {
      finding.missing("/action/month");
    }
    return a.year.known() ? finding : finding.missing("/action/year");
  }
  const Date month{std::chrono::year{static_cast<int>(a.year.value())} /
                   std::chrono::month{static_cast<unsigned>(a.month.value())} / 1};
  const Date visible = published_on(*refresh, month);
  FindingBuilder finding = visible <= c.today() ? FindingBuilder::met() : FindingBuilder::not_met().until(visible);
  return stated(*refresh, finding.input("visible_from", visible));
}

void add_window(const RuleContext& c, Decision& decision) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Window window = window_on(*refresh, c.today());
    decision.dates = {{"window_from", window.from}, {"window_until", window.until}};
    decision.next_steps.push_back({.who = Who::partner_admin, .step = "open_kpi_dashboard", .from = c.today()});
  }
}

void window_takes_effect(const RuleContext& c, Date, Preview& preview) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Window window = window_on(*refresh, c.today());
    const Date next = published_on(*refresh, window.until + std::chrono::days{1});
    preview.effects.push_back({next, "month_enters_view", {{"month", window.until + std::chrono::days{1}}}});
    preview.effects.push_back({next, "month_leaves_view", {{"month", window.from}}});
  }
}

void add_invoice_dates(const RuleContext& c, Decision& decision) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Date visible = published_on(*refresh, c.on());
    decision.dates = {{"visible_from", visible}, {"leaves_on", add_months(visible, refresh->window_months)}};
    decision.assumptions.push_back("kpi.example_year_is_a_typo");
    decision.next_steps.push_back({.who = Who::partner_admin, .step = "look_at_kpis", .from = visible});
  }
}

void invoice_takes_effect(const RuleContext& c, Date, Preview& preview) {
  for (const auto& [name, day] : preview.decision.dates) {
    preview.effects.push_back({day,
                               name == "visible_from" ? "month_enters_view" : "month_leaves_view",
                               {{"month", day_in_month_of(c.on(), 1)}}});
  }
}

void add_renewal_dates(const RuleContext& c, Decision& decision) {
  const auto refresh = refresh_of(c.ruleset);
  const auto& anniversary = c.action().anniversary;
  if (refresh && anniversary.known()) {
    const Window window = months_before(anniversary.value(), refresh->window_months);
    decision.dates = {{"window_from", window.from},
                      {"window_until", window.until},
                      {"published_on", day_in_month_of(anniversary.value(), refresh->day)}};
    decision.assumptions.push_back("kpi.full_months_before_anniversary");
  }
  if (const Finding* window = decision.finding("learning_option.renewal_window")) {
    for (const auto& [name, value] : window->inputs) {
      if (name.starts_with("renewal_")) {
        decision.dates.emplace_back(name, std::get<Date>(value));
      }
    }
  }
  if (const auto first = decision.first_day(c.today())) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = "subscribe_in_membership_offers", .from = *first});
    decision.next_steps.push_back({.who = Who::partner_admin, .step = "pay_fee", .from = *first});
  }
}

void renewal_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  // Whatever the tier is, its requirements may all be known to be met.
  if (const auto& tier = c.action().tier; tier.known()) {
    preview.effects.push_back({day, "renewed", {{"tier", std::string{name_of(tier.value())}}}});
  }
}

void add_discrepancy_steps(const RuleContext& c, Decision& decision) {
  if (const auto first = decision.first_day(c.today())) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = "send_request", .from = *first, .channel = "partner_frontline_support"});
  }
}

void discrepancy_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const Action& a = c.action();
  preview.effects.push_back({day, "request_sent", {}});
  preview.letter = Letter{"kpi_discrepancy",
                          "partner_frontline_support",
                          {{"month", a.month.value()},
                           {"year", a.year.value()},
                           {"omlp_type", a.omlp_type.value()},
                           {"purchase_unit", a.purchase_unit.value()},
                           {"invoice_number", a.invoice_number.value()},
                           {"kpi_value", a.kpi_value.value()},
                           {"revenue_value", a.revenue_value.value()}}};
}

constexpr auto kActions = std::to_array<ActionRow>({
    {"view_kpi", {}, {}, {"window_from", "window_until"}, add_window, window_takes_effect},
    {"publish_invoice", {"on"}, {}, {"visible_from", "leaves_on"}, add_invoice_dates, invoice_takes_effect},
    {"renew_learning_option",
     {"tier", "anniversary"},
     {},
     {"window_from", "window_until", "published_on", "renewal_from", "renewal_until"},
     add_renewal_dates,
     renewal_takes_effect},
    {"report_kpi_discrepancy",
     {"month", "year", "omlp_type", "purchase_unit", "invoice_number", "kpi_value", "revenue_value", "evidence"},
     {},
     {},
     add_discrepancy_steps,
     discrepancy_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"kpi.view",
     view,
     {"view_kpi"},
     {},
     {"met", "not_stated"},
     {Parameter::kpi_refresh_day, Parameter::kpi_window_months}},
    {"kpi.invoice",
     invoice,
     {"publish_invoice"},
     {"/action/on"},
     {"met", "not_stated"},
     {Parameter::kpi_refresh_day, Parameter::kpi_window_months}},
    {"kpi.renewal",
     renewal,
     {"renew_learning_option"},
     {"/action/anniversary"},
     {"met", "unknown", "published_later", "not_stated"},
     {Parameter::kpi_refresh_day, Parameter::kpi_window_months}},
    {"kpi.discrepancy_roles",
     discrepancy_roles,
     {"report_kpi_discrepancy"},
     {"/actor/roles"},
     {"met", "not_met", "unknown"},
     {Parameter::kpi_discrepancy_roles}},
    {"kpi.discrepancy_fields",
     discrepancy_fields,
     {"report_kpi_discrepancy"},
     {"/action/month", "/action/year", "/action/omlp_type", "/action/purchase_unit", "/action/invoice_number",
      "/action/kpi_value", "/action/revenue_value"},
     {"met", "unknown"}},
    {"kpi.discrepancy_evidence",
     discrepancy_evidence,
     {"report_kpi_discrepancy"},
     {"/action/evidence"},
     {"met", "not_met", "unknown"},
     {Parameter::kpi_evidence}},
    {"kpi.discrepancy_published",
     discrepancy_published,
     {"report_kpi_discrepancy"},
     {"/action/month", "/action/year"},
     {"met", "not_met", "unknown", "not_stated"},
     {Parameter::kpi_refresh_day, Parameter::kpi_window_months}},
});

}  // namespace

const Subject& kpi() {
  static constexpr Subject kSubject{"kpi", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
