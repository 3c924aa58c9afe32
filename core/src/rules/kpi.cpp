// Which months of key performance indicators (KPI) show, when an invoice shows, and what a renewal looks at.
// Rules P-18 to P-24 and R-13 of the documents.
#include <algorithm>
#include <array>

#include "rules/finding_builder.h"
#include "rules/learning_option.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"

namespace partnercheck {

namespace {

constexpr auto kOn = kFact<&Action::on>;
constexpr auto kTier = kFact<&Action::tier>;
constexpr auto kAnniversary = kFact<&Action::anniversary>;
constexpr auto kMonth = kFact<&Action::month>;
constexpr auto kYear = kFact<&Action::year>;
constexpr auto kOmlpType = kFact<&Action::omlp_type>;
constexpr auto kPurchaseUnit = kFact<&Action::purchase_unit>;
constexpr auto kInvoiceNumber = kFact<&Action::invoice_number>;
constexpr auto kKpiValue = kFact<&Action::kpi_value>;
constexpr auto kRevenueValue = kFact<&Action::revenue_value>;
constexpr auto kEvidence = kFact<&Action::evidence>;

constexpr std::string_view kLeft = "left";
constexpr std::string_view kPast = "past";
constexpr std::string_view kPublishedLater = "published_later";

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
  const Date refreshed = day_of_month(day) >= refresh.day ? day : add_months(day, -1);
  return months_before(refreshed, refresh.window_months);
}

// The day on which the month of `day` begins to show.
Date published_on(const Refresh& refresh, Date day) { return day_in_month_of(add_months(day, 1), refresh.day); }

FindingBuilder stated(const Refresh& refresh, FindingBuilder finding) {
  return finding.limit("refresh_day", std::int64_t{refresh.day})
      .limit("window_months", std::int64_t{refresh.window_months})
      .assume("kpi.mid_month");
}

// The day on which a month that began to show on `visible` has left the view again.
Date leaves_on(const Refresh& refresh, Date visible) { return add_months(visible, refresh.window_months); }

// Of a month that begins to show on `visible`.
FindingBuilder shown_for_a_window(const RuleContext& c, const Refresh& refresh, Date visible) {
  const Date leaves = leaves_on(refresh, visible);
  FindingBuilder finding = c.today() < visible   ? FindingBuilder::not_met().until(visible)
                           : c.today() >= leaves ? FindingBuilder::not_met(kLeft)
                                                 : FindingBuilder::met();
  finding.input(dates::kVisibleFrom, visible).input(dates::kLeavesOn, leaves);
  return stated(refresh, std::move(finding));
}

Finding view(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown(kNotStated);
  }
  const Window window = window_on(*refresh, c.today());
  return stated(*refresh,
                FindingBuilder::met().input(dates::kWindowFrom, window.from).input(dates::kWindowUntil, window.until));
}

Finding invoice(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown(kNotStated);
  }
  const Date visible = published_on(*refresh, c.on());
  return shown_for_a_window(c, *refresh, visible).input(kOn.name(), c.on());
}

Finding renewal(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown(kNotStated);
  }
  if (c[kTier].is(Tier::action_pack)) {
    return FindingBuilder::not_applicable();
  }
  const auto& anniversary = c[kAnniversary];
  if (!anniversary.known()) {
    return FindingBuilder::unknown().missing(kAnniversary);
  }
  const Date published = day_in_month_of(anniversary.value(), refresh->day);
  const Window window = months_before(anniversary.value(), refresh->window_months);
  const Date measured = window.until + std::chrono::days{1};
  const bool later = published > anniversary.value();
  // Another anniversary has come since.
  const bool past = add_months(anniversary.value(), refresh->window_months) <= c.today();
  const bool barred = past || measured > c.today();
  Finding finding = stated(*refresh, (barred && !c[kTier].known() ? FindingBuilder::unknown(kTierUnknown).missing(kTier)
                                      : past                      ? FindingBuilder::not_met(kPast)
                                      : barred                    ? FindingBuilder::not_met().until(measured)
                                                                  : FindingBuilder::met(later ? kPublishedLater : kMet))
                                         .input(c, kAnniversary)
                                         .input(dates::kWindowFrom, window.from)
                                         .input(dates::kWindowUntil, window.until)
                                         .input(dates::kPublishedOn, published));
  if (later) {
    finding.assumptions.push_back("kpi.anniversary_before_refresh");
  }
  return finding;
}

Finding discrepancy_roles(const RuleContext& c) {
  return require_role(c, Parameter::kpi_discrepancy_roles, {.who = Who::organization, .step = steps::kAskRoleHolder});
}

Finding discrepancy_fields(const RuleContext& c) {
  const std::array fields{RequestField{c, kMonth},        RequestField{c, kYear},          RequestField{c, kOmlpType},
                          RequestField{c, kPurchaseUnit}, RequestField{c, kInvoiceNumber}, RequestField{c, kKpiValue},
                          RequestField{c, kRevenueValue}};
  return require_fields(fields).limit("fields", std::int64_t{std::ssize(fields)});
}

Finding discrepancy_evidence(const RuleContext& c) {
  constexpr std::string_view kLimit = "accepted";
  const auto& accepted = c.ruleset.list(Parameter::kpi_evidence);
  const auto& evidence = c[kEvidence];
  if (!evidence.known()) {
    return FindingBuilder::unknown().limit(kLimit, accepted).missing(kEvidence);
  }
  if (std::ranges::find(accepted, name_of(evidence.value())) != accepted.end()) {
    return FindingBuilder::met().input(c, kEvidence).limit(kLimit, accepted);
  }
  FindingBuilder finding =
      FindingBuilder::not_met().input(c, kEvidence).limit(kLimit, accepted).step(Who::partner_admin, "get_invoice");
  for (const std::string& name : accepted) {
    if (const auto better = from_name<Evidence>(name)) {
      finding.remedy(kEvidence, *better);
    }
  }
  return finding;
}

// A month that does not show yet cannot differ.
Finding discrepancy_published(const RuleContext& c) {
  const auto refresh = refresh_of(c.ruleset);
  if (!refresh) {
    return FindingBuilder::unknown(kNotStated);
  }
  const auto& month = c[kMonth];
  const auto& year = c[kYear];
  if (!month.known() || !year.known()) {
    FindingBuilder finding = FindingBuilder::unknown();
    if (!month.known()) {
      finding.missing(kMonth);
    }
    if (!year.known()) {
      finding.missing(kYear);
    }
    return finding;
  }
  const Date visible = published_on(*refresh, std::chrono::year{static_cast<int>(year.value())} /
                                                  std::chrono::month{static_cast<unsigned>(month.value())} / 1);
  return shown_for_a_window(c, *refresh, visible);
}

void add_window(const RuleContext& c, Decision& decision) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Window window = window_on(*refresh, c.today());
    decision.dates = {{dates::kWindowFrom, window.from}, {dates::kWindowUntil, window.until}};
    decision.next_steps.push_back({.who = Who::partner_admin, .step = "open_kpi_dashboard", .from = c.today()});
  }
}

// A month enters the view or leaves it.
Effect month_effect(Date on, std::string_view change, Date month) { return {on, change, {{kMonth.name(), month}}}; }

void window_takes_effect(const RuleContext& c, Date, Preview& preview) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Window window = window_on(*refresh, c.today());
    const Date month = window.until + std::chrono::days{1};
    const Date next = published_on(*refresh, month);
    preview.effects.push_back(month_effect(next, effects::kMonthEntersView, month));
    preview.effects.push_back(month_effect(next, effects::kMonthLeavesView, window.from));
  }
}

void add_invoice_dates(const RuleContext& c, Decision& decision) {
  if (const auto refresh = refresh_of(c.ruleset)) {
    const Date visible = published_on(*refresh, c.on());
    decision.dates = {{dates::kVisibleFrom, visible}, {dates::kLeavesOn, leaves_on(*refresh, visible)}};
    decision.assumptions.push_back("kpi.example_year_is_a_typo");
    decision.next_steps.push_back({.who = Who::partner_admin, .step = "look_at_kpis", .from = visible});
  }
}

void invoice_takes_effect(const RuleContext& c, Date, Preview& preview) {
  const Date month = day_in_month_of(c.on(), 1);
  for (const auto& [date, change] : {std::pair{dates::kVisibleFrom, effects::kMonthEntersView},
                                     std::pair{dates::kLeavesOn, effects::kMonthLeavesView}}) {
    if (const auto day = preview.decision.date(date)) {
      preview.effects.push_back(month_effect(*day, change, month));
    }
  }
}

void add_renewal_dates(const RuleContext& c, Decision& decision) {
  const auto refresh = refresh_of(c.ruleset);
  const auto& anniversary = c[kAnniversary];
  if (refresh && anniversary.known() && !c[kTier].is(Tier::action_pack)) {
    const Window window = months_before(anniversary.value(), refresh->window_months);
    decision.dates = {{dates::kWindowFrom, window.from},
                      {dates::kWindowUntil, window.until},
                      {dates::kPublishedOn, day_in_month_of(anniversary.value(), refresh->day)}};
    decision.assumptions.push_back("kpi.full_months_before_anniversary");
  }
  if (const auto renewal = renewal_days(c)) {
    decision.dates.emplace_back(dates::kRenewalFrom, renewal->from);
    decision.dates.emplace_back(dates::kRenewalUntil, renewal->until);
  }
  suggest_other_tier(c, decision);
  suggest_extension(c, decision);
  if (const auto first = decision.first_day(c.today())) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = steps::kSubscribeInMembershipOffers, .from = *first});
    decision.next_steps.push_back({.who = Who::partner_admin, .step = steps::kPayFee, .from = *first});
  }
}

void renewal_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  // Whatever the tier is, its requirements may all be known to be met.
  if (c[kTier].known()) {
    preview.effects.push_back({day, "renewed", {named(c, kTier)}});
  }
}

void discrepancy_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, effects::kRequestSent, {}});
}

void fill_discrepancy(const RuleContext& c, Letter& letter) {
  fill(letter, c, kMonth, kYear, kOmlpType, kPurchaseUnit, kInvoiceNumber, kKpiValue, kRevenueValue);
}

// How long a training lasts has nothing to do with it.
Finding counting(const RuleContext&) { return FindingBuilder::met(); }

void add_counting_steps(const RuleContext& c, Decision& decision) {
  decision.next_steps.push_back({.who = Who::partner_admin, .step = "read_enrollment_guide", .from = c.today()});
}

constexpr std::string_view kDiscrepancyFields = "kpi.discrepancy_fields";

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::view_kpi,
     .group = ActionGroup::kpi,
     .kind = ActionKind::information,
     .dates = {dates::kWindowFrom, dates::kWindowUntil},
     .complete = add_window,
     .take_effect = window_takes_effect},
    {.type = ActionType::publish_invoice,
     .group = ActionGroup::kpi,
     .kind = ActionKind::visibility,
     .parameters = {kOn},
     .dates = {dates::kVisibleFrom, dates::kLeavesOn},
     .complete = add_invoice_dates,
     .take_effect = invoice_takes_effect},
    {.type = ActionType::renew_learning_option,
     .group = ActionGroup::learning_partner,
     .parameters = {kTier, kAnniversary},
     .dates = {dates::kWindowFrom, dates::kWindowUntil, dates::kPublishedOn, dates::kRenewalFrom, dates::kRenewalUntil},
     .complete = add_renewal_dates,
     .take_effect = renewal_takes_effect},
    {.type = ActionType::report_kpi_discrepancy,
     .group = ActionGroup::kpi,
     .parameters = {kMonth, kYear, kOmlpType, kPurchaseUnit, kInvoiceNumber, kKpiValue, kRevenueValue, kEvidence},
     .take_effect = discrepancy_takes_effect,
     .letter = {.name = "kpi_discrepancy",
                .channel = channels::kPartnerFrontlineSupport,
                .completed_by = kDiscrepancyFields,
                .fill = fill_discrepancy}},
    {.type = ActionType::count_kpi,
     .group = ActionGroup::kpi,
     .kind = ActionKind::information,
     .complete = add_counting_steps},
});

constexpr Few<ActionType> kDiscrepancy{ActionType::report_kpi_discrepancy};
constexpr Few<Parameter> kRefresh{Parameter::kpi_refresh_day, Parameter::kpi_window_months};

constexpr auto kRules = std::to_array<Rule>({
    {.id = "kpi.view",
     .find = view,
     .actions = {ActionType::view_kpi},
     .reasons = {kMet, kNotStated},
     .parameters = kRefresh},
    {.id = "kpi.invoice",
     .find = invoice,
     .actions = {ActionType::publish_invoice},
     .facts = {kOn},
     .reasons = {kMet, kNotMet, kLeft, kNotStated},
     .parameters = kRefresh},
    {.id = "kpi.renewal",
     .find = renewal,
     .actions = {ActionType::renew_learning_option},
     .facts = {kAnniversary, kTier},
     .reasons = {kMet, kNotMet, kUnknown, kPast, kPublishedLater, kNotApplicable, kTierUnknown, kNotStated},
     .parameters = kRefresh},
    {.id = "kpi.discrepancy_roles",
     .find = discrepancy_roles,
     .actions = kDiscrepancy,
     .facts = {kFact<&Actor::roles>},
     .reasons = kRequirement,
     .parameters = {Parameter::kpi_discrepancy_roles}},
    {.id = kDiscrepancyFields,
     .find = discrepancy_fields,
     .actions = kDiscrepancy,
     .facts = {kMonth, kYear, kOmlpType, kPurchaseUnit, kInvoiceNumber, kKpiValue, kRevenueValue},
     .reasons = {kMet, kUnknown}},
    {.id = "kpi.discrepancy_evidence",
     .find = discrepancy_evidence,
     .actions = kDiscrepancy,
     .facts = {kEvidence},
     .reasons = kRequirement,
     .parameters = {Parameter::kpi_evidence}},
    {.id = "kpi.discrepancy_published",
     .find = discrepancy_published,
     .actions = kDiscrepancy,
     .facts = {kMonth, kYear},
     .reasons = {kMet, kNotMet, kLeft, kUnknown, kNotStated},
     .parameters = kRefresh},
    {.id = "kpi.counting", .find = counting, .actions = {ActionType::count_kpi}, .reasons = {kMet}},
});

}  // namespace

const Subject& kpi() {
  static constexpr Subject kSubject{.name = "kpi", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
