// Who may link a certification profile (MCID) to an organization, and when. Rules L-01 to L-24 of the documents.
#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "add_once.h"
#include "rules/finding_builder.h"
#include "rules/link_date_rules.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"
#include "text.h"

namespace partnercheck {

namespace {

constexpr auto kRelation = kFact<&Actor::relation>;
constexpr auto kOrganization = kFact<&Action::organization>;
constexpr auto kOn = kFact<&Action::on>;
constexpr auto kAccount = kFact<&Person::partner_center_account>;
constexpr auto kAccountKind = kFact<&PartnerCenterAccount::kind>;
constexpr auto kAccountOrganization = kFact<&PartnerCenterAccount::organization>;
constexpr auto kActiveCertifications = kFact<&CertificationProfile::active_certifications>;
constexpr auto kMcIdGenerated = kFact<&CertificationProfile::mc_id_generated>;
constexpr auto kOtherMcidLinked = kFact<&CertificationProfile::other_mcid_linked>;
constexpr auto kAssociations = kFact<&Person::associations>;
constexpr auto kLinkOrganization = kFact<&Association::organization>;
constexpr auto kLinkStarted = kFact<&Association::started>;
constexpr auto kLinkEnded = kFact<&Association::ended>;
constexpr auto kProfileDate = kFact<&Person::next_association_date>;
constexpr auto kConnected = kFact<&PartnerUniversity::connected>;

constexpr std::string_view kLinked = "linked";  // the input of two rules

constexpr std::string_view kOwnerRule = "association.owner";

constexpr std::string_view kAlreadyConnected = "already_connected";
constexpr std::string_view kEndsByItself = "ends_by_itself";
constexpr std::string_view kLinkUnknown = "link_unknown";
constexpr std::string_view kOwnLink = "own_link";
constexpr std::string_view kOtherOrganization = "other_organization";
constexpr std::string_view kProfileDecides = "profile_decides";
constexpr std::string_view kSameOrganization = "same_organization";
constexpr std::string_view kShowsNone = "shows_none";

// A person's links as the rules of days look at them. Requires that they are known.
struct KnownLinks {
  const std::vector<Association>& links;
  std::vector<Day> latest;   // the known starts, latest first
  std::vector<Day> unknown;  // as in LinkHistory

  explicit KnownLinks(const Person& person) : links{person.associations.value()} {
    for (const Association& link : links) {
      if (link.started.known()) {
        latest.push_back(number_of(link.started.value()));
      } else {
        unknown.push_back(latest_start(link));
      }
    }
    std::ranges::sort(latest, std::ranges::greater{});
    std::ranges::sort(unknown, std::ranges::greater{});
  }

  // A link began on the day it ended at the latest.
  static Day latest_start(const Association& link) { return link.open() ? kAnyDay : number_of(*link.ended.value()); }
  [[nodiscard]] LinkHistory history() const { return {latest, links.size(), unknown}; }
};

// The organizations the profile is linked to today; one without a name does not show.
std::vector<std::string> linked_organizations(const Person& person) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  if (person.associations.known()) {
    for (const Association& link : person.associations.value()) {
      if (link.open() && link.organization.known() && seen.insert(link.organization.value()).second) {
        names.push_back(link.organization.value());
      }
    }
  }
  return names;
}

Finding owner(const RuleContext& c) {
  const auto& relation = c[kRelation];
  if (!relation.known()) {
    return FindingBuilder::unknown().missing(kRelation);
  }
  if (relation.is(Relation::owner)) {
    return FindingBuilder::met().input(c, kRelation);
  }
  return FindingBuilder::not_met()
      .input(c, kRelation)
      .remedy(kRelation, Relation::owner)
      .step(Who::owner, "do_it_yourself");
}

Finding any_role(const RuleContext&) { return FindingBuilder::met(); }

Finding partner_center_account(const RuleContext& c) {
  const auto& account = c[kAccount];
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (account.value()) {
    return FindingBuilder::met();
  }
  std::vector<Change> remedy{change_to(kAccountKind, AccountKind::work)};
  if (c[kOrganization].known()) {
    remedy.push_back(change_to(kAccountOrganization, c[kOrganization].value()));
  }
  FindingBuilder finding = FindingBuilder::not_met().remedy(std::move(remedy));
  return c.asks(ActionType::unlink_mcid) ? finding.step(Who::global_admin, steps::kDeleteLeaversAccount)
                                         : finding.step(Who::organization, "create_account");
}

// The account itself is another rule's matter: without one this rule has nothing to look at.
Finding work_account(const RuleContext& c) {
  const auto& account = c[kAccount];
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (!account.value()) {
    return FindingBuilder::not_applicable();
  }
  const auto& kind = c[kAccountKind];
  if (!kind.known()) {
    return FindingBuilder::unknown().missing(kAccountKind);
  }
  if (kind.is(AccountKind::work)) {
    return FindingBuilder::met().input(c, kAccountKind);
  }
  return FindingBuilder::not_met()
      .input(c, kAccountKind)
      .remedy(kAccountKind, AccountKind::work)
      .step(Who::owner, "use_work_account");
}

// Whether a link is the one that is meant; unknown while its organization is.
Outcome is_meant(const Association& link, const Fact<std::string>& wanted) {
  if (!link.open()) {
    return Outcome::not_met;
  }
  if (!wanted.known()) {
    return Outcome::met;
  }
  if (!link.organization.known()) {
    return Outcome::unknown;
  }
  return same_name(link.organization.value(), wanted.value()) ? Outcome::met : Outcome::not_met;
}

// The organizations of the links that may be meant: of the one that is named, or of all open ones.
std::vector<Fact<std::string>> organizations_meant(const RuleContext& c) {
  if (c[kOrganization].known()) {
    return {c[kOrganization]};
  }
  std::vector<Fact<std::string>> organizations;
  if (c[kAssociations].known()) {
    for (const Association& link : c[kAssociations].value()) {
      if (link.open()) {
        organizations.push_back(link.organization);
      }
    }
  }
  return organizations;
}

// An account reaches the links of its own organization only.
Finding account_reaches_link(const RuleContext& c) {
  const auto& account = c[kAccount];
  const auto meant = organizations_meant(c);
  if (meant.empty() || (account.known() && !account.value())) {
    return FindingBuilder::not_applicable();
  }
  if (!account.known()) {
    return FindingBuilder::unknown(kLinkUnknown).missing(kAccount);
  }
  const auto& of = c[kAccountOrganization];
  if (!of.known()) {
    return FindingBuilder::unknown(kLinkUnknown).missing(kAccountOrganization);
  }
  constexpr std::string_view kOf = "account_organization";
  const auto own = std::ranges::count_if(meant, [&](const auto& organization) {
    return organization.known() && same_name(organization.value(), of.value());
  });
  if (std::cmp_equal(own, meant.size())) {
    return FindingBuilder::met(kOwnLink).input(kOf, of);
  }
  if (own > 0 || !std::ranges::all_of(meant, &Fact<std::string>::known)) {
    return FindingBuilder::unknown(kLinkUnknown).missing(kOrganization);
  }
  return FindingBuilder::not_met(kOtherOrganization)
      .input(kOrganization.name(), meant.front())
      .input(kOf, of)
      .step({.who = Who::owner,
             .step = "use_account_of_organization",
             .details = {{kOrganization.name(), meant.front().value()}}});
}

Finding account_organization(const RuleContext& c) {
  if (c.asks(ActionType::unlink_mcid)) {
    return account_reaches_link(c);
  }
  const auto& account = c[kAccount];
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (!account.value()) {
    return FindingBuilder::not_applicable();
  }
  constexpr std::string_view kOf = "account_organization";
  const auto& of = c[kAccountOrganization];
  const auto& wanted = c[kOrganization];
  if (!of.known()) {
    return FindingBuilder::unknown().input(c, kOrganization).missing(kAccountOrganization);
  }
  if (same_name(of.value(), wanted.value())) {
    return FindingBuilder::met().input(c, kOrganization).input(kOf, of);
  }
  return FindingBuilder::not_met()
      .input(c, kOrganization)
      .input(kOf, of)
      .remedy(kAccountOrganization, wanted.value())
      .step({.who = Who::owner,
             .step = "use_account_of_organization",
             .details = {{kOrganization.name(), wanted.value()}}});
}

Finding active_certification(const RuleContext& c) {
  const auto& count = c[kActiveCertifications];
  if (!count.known()) {
    return FindingBuilder::unknown().missing(kActiveCertifications);
  }
  if (count.value() > 0) {
    return FindingBuilder::met().input(c, kActiveCertifications);
  }
  return FindingBuilder::not_met()
      .input(c, kActiveCertifications)
      .remedy(kActiveCertifications, 1)
      .step(Who::owner, "earn_certification");
}

Finding mc_id(const RuleContext& c) {
  return require_true(c, kMcIdGenerated, {.who = Who::owner, .step = "complete_certification_profile"});
}

Finding one_mcid(const RuleContext& c) {
  const auto& other = c[kOtherMcidLinked];
  if (!other.known()) {
    return FindingBuilder::unknown().missing(kOtherMcidLinked);
  }
  if (!other.value()) {
    return FindingBuilder::met().input(c, kOtherMcidLinked);
  }
  return FindingBuilder::not_met()
      .input(c, kOtherMcidLinked)
      .remedy(kOtherMcidLinked, false)
      .step({.who = Who::owner, .step = steps::kMergeMcids, .channel = channels::kCertificationSupport});
}

// A link to another organization ends by itself when the new one begins: never a bar, always worth saying.
Finding one_organization(const RuleContext& c) {
  const auto linked = linked_organizations(c.person());
  if (linked.empty()) {
    return FindingBuilder::met();
  }
  const bool same =
      std::ranges::all_of(linked, [&](const auto& name) { return same_name(name, c[kOrganization].value()); });
  FindingBuilder finding = FindingBuilder::met(same ? kSameOrganization : kEndsByItself);
  finding.input(c, kOrganization).input(kLinked, linked);
  if (same) {
    finding.assume("association.same_organization_counts");
  }
  return finding;
}

Finding profile_date(const RuleContext& c) {
  const auto& shown = c[kProfileDate];
  if (!shown.known()) {
    return c.asks(ActionType::read_limit_message)
               ? FindingBuilder::unknown().missing(kProfileDate).step(Who::owner, steps::kReadDateInProfile)
               : FindingBuilder::not_applicable();
  }
  if (!shown.value()) {
    return FindingBuilder::met(kShowsNone).assume(assumptions::kProfileDateDecides);
  }
  const Date day = *shown.value();
  const NextStep support{.who = Who::owner,
                         .step = steps::kContactSupportIfLinkingFails,
                         .from = std::max(day, c.today()),
                         .channel = channels::kMicrosoftSupport};
  if (day <= c.today()) {
    return FindingBuilder::met().input(c, kProfileDate).assume(assumptions::kProfileDateDecides).step(support);
  }
  return FindingBuilder::not_met()
      .until(day)
      .input(c, kProfileDate)
      .assume(assumptions::kProfileDateDecides)
      .step(support);
}

// What the message protects against, and how much is allowed.
Finding limit_message(const RuleContext& c) {
  const LinkDateRules rules{c.ruleset, c.today()};
  return rules.per_year() && rules.cool_off_days()
             ? FindingBuilder::met()
                   .limit("per_year", static_cast<std::int64_t>(*rules.per_year()))
                   .limit("days", std::int64_t{*rules.cool_off_days()})
             : FindingBuilder::met(kNotStated);
}

// The profile's date stands above every computed one.
std::optional<Finding> settled_without_counting(const RuleContext& c) {
  if (c[kProfileDate].known()) {
    return FindingBuilder::not_applicable(kProfileDecides);
  }
  if (!c[kAssociations].known()) {
    return FindingBuilder::unknown().missing(kProfileDate).missing(kAssociations);
  }
  return std::nullopt;
}

FindingBuilder builder_of(const LinkDateRules& rules, const LinkFinding& found) {
  const std::string_view reason = name_of(found.reason);
  const Date earliest = date_of(std::max(found.earliest, rules.today()));
  if (found.open()) {
    return FindingBuilder::unknown(reason).between(
        earliest, found.latest == kAnyDay ? std::nullopt : std::optional{date_of(found.latest)});
  }
  return found.waits() ? FindingBuilder::not_met(reason).until(earliest, date_of(found.latest))
                       : FindingBuilder::met(reason);
}

// The profile's date, or the starts that may matter by `matters`, would settle it. A later start matters no shorter.
Finding starts_unknown(FindingBuilder finding, const KnownLinks& known, auto&& matters) {
  finding.missing(kProfileDate);
  const Day least = *std::prev(std::ranges::partition_point(known.unknown, matters));
  for (std::size_t i = 0; i < known.links.size(); ++i) {
    if (!known.links[i].started.known() && KnownLinks::latest_start(known.links[i]) >= least) {
      finding.missing(kLinkStarted, i);
    }
  }
  return finding;
}

Finding cool_off(const RuleContext& c) {
  if (auto settled = settled_without_counting(c)) {
    return *std::move(settled);
  }
  const LinkDateRules rules{c.ruleset, c.today()};
  const KnownLinks known{c.person()};
  const LinkFinding found = rules.cool_off(known.history(), rules.free_days(known.latest));
  switch (found.reason) {
    case LinkReason::not_stated:
      return builder_of(rules, found).missing(kProfileDate);
    case LinkReason::unknown:
      return starts_unknown(builder_of(rules, found), known, [&](Day start) { return rules.cools_off(start); });
    case LinkReason::met:
    case LinkReason::not_met:
      break;
    default:
      return builder_of(rules, found);
  }
  FindingBuilder finding = builder_of(rules, found);
  finding.input(kLinkStarted.name(), date_of(known.latest.front()))
      .limit("days", std::int64_t{*rules.cool_off_days()})
      .assume(assumptions::kCountsFromStart);
  if (found.waits()) {
    finding.assume("association.last_day_of_wait");
  }
  return finding;
}

// How many of the known starts count in each reading, and until when they keep the way closed.
std::vector<Reading> readings_of(const LinkDateRules& rules, const KnownLinks& known) {
  std::vector<Reading> readings;
  const FreeDays free = rules.free_days(known.latest);
  for (const auto& [reading, day] :
       {std::pair{YearReading::calendar, free.calendar}, std::pair{YearReading::rolling_12_months, free.rolling}}) {
    if (rules.reads(reading)) {
      const auto count = std::ranges::count_if(
          known.latest, [&](Day start) { return rules.after_year(reading, start) > rules.today(); });
      readings.push_back({name_of(reading), count, day > rules.today() ? std::optional{date_of(day)} : std::nullopt});
    }
  }
  return readings;
}

Finding yearly_limit(const RuleContext& c) {
  if (auto settled = settled_without_counting(c)) {
    return *std::move(settled);
  }
  const LinkDateRules rules{c.ruleset, c.today()};
  const KnownLinks known{c.person()};
  const LinkFinding found = rules.yearly_limit(known.history(), rules.free_days(known.latest));
  switch (found.reason) {
    case LinkReason::first:
      return builder_of(rules, found);
    case LinkReason::not_stated:
      return builder_of(rules, found)
          .input(kAssociations.name(), static_cast<std::int64_t>(known.links.size()))
          .missing(kProfileDate)
          .step(Who::owner, steps::kReadDateInProfile);
    case LinkReason::unknown:
      return starts_unknown(builder_of(rules, found), known, [&](Day start) { return rules.counts_in_a_year(start); });
    default:
      break;
  }
  auto readings = readings_of(rules, known);
  const bool both = readings.size() > 1;
  FindingBuilder finding = builder_of(rules, found);
  if (both && found.reason != LinkReason::met) {
    finding.assume(assumptions::kYearNotDefined);
  }
  finding.limit("per_year", static_cast<std::int64_t>(*rules.per_year()))
      .readings(std::move(readings))
      .assume("association.what_counts");
  if (found.reason == LinkReason::met) {
    return finding;
  }
  // The date in the profile tells which reading holds.
  if (found.earliest != found.latest) {
    finding.missing(kProfileDate).step(Who::owner, steps::kReadDateInProfile);
  }
  return finding;
}

Finding linked(const RuleContext& c) {
  const auto& associations = c[kAssociations];
  if (!associations.known()) {
    return FindingBuilder::unknown().missing(kAssociations);
  }
  const auto& links = associations.value();
  const auto meant = [&](Outcome outcome) {
    return std::ranges::find(links, outcome, [&](const Association& link) { return is_meant(link, c[kOrganization]); });
  };
  if (meant(Outcome::met) != links.end()) {
    return FindingBuilder::met().input(kLinked, linked_organizations(c.person()));
  }
  if (const auto unnamed = meant(Outcome::unknown); unnamed != links.end()) {
    return FindingBuilder::unknown().missing(kLinkOrganization, static_cast<std::size_t>(unnamed - links.begin()));
  }
  return FindingBuilder::not_met().input(kLinked, linked_organizations(c.person())).input(c, kOrganization);
}

Finding partner_university(const RuleContext& c) {
  const auto& connected = c[kConnected];
  if (c.asks(ActionType::connect_partner_university)) {
    return connected.is(true) ? FindingBuilder::met(kAlreadyConnected) : FindingBuilder::met();
  }
  if (!connected.known()) {
    return FindingBuilder::unknown().missing(kConnected);
  }
  return connected.value() ? FindingBuilder::met().input(c, kConnected)
                           : FindingBuilder::not_met().input(c, kConnected).remedy(kConnected, true);
}

// Adds the first day, not before `not_before`, on which one more link may begin, if another one begins on `starts_on`:
// the day that is safe whatever is unknown, and where it is another one the day that is possible. Neither, when the
// documents or the facts do not allow to count.
void add_next_association(const RuleContext& c, std::optional<Date> starts_on, Date not_before, Decision& decision) {
  const LinkDateRules rules{c.ruleset, c.today()};
  if (!rules.cool_off_days() || !rules.per_year() || !c.person().associations.known()) {
    return;
  }
  KnownLinks known{c.person()};
  if (starts_on) {
    known.latest.insert(known.latest.begin(), number_of(*starts_on));
  }
  const FreeDays free = rules.free_days(known.latest);
  const FreeDays at_latest = rules.latest_free_days(known.history());
  const Day safe = std::max({number_of(not_before), at_latest.cool_off, LinkDateRules::last_by_year(at_latest)});
  const Day possible = std::max({number_of(not_before), free.cool_off, rules.first_by_year(free)});
  if (safe == kAnyDay) {
    return;
  }
  decision.dates.emplace_back(dates::kNextAssociation, date_of(safe));
  if (possible != safe) {
    decision.dates.emplace_back(dates::kNextAssociationEarliest, date_of(possible));
    if (rules.first_by_year(free) != LinkDateRules::last_by_year(free)) {
      add_once(decision.assumptions, assumptions::kYearNotDefined);
    }
  }
}

// The document of 2018 leads people through Partner Center in its own way. It says nothing of owners, and nothing of
// what becomes of another link.
bool knows_owner(const RuleContext& c) { return c.ruleset.rule(kOwnerRule) != nullptr; }

void add_link_steps(const RuleContext& c, Decision& decision) {
  const auto first = decision.first_day(c.today());
  if (!first) {
    return;
  }
  add_next_association(c, *first, *first, decision);
  if (!knows_owner(c)) {
    decision.next_steps.push_back({.who = Who::owner, .step = "associate_exams_and_certifications", .from = *first});
    return;
  }
  decision.next_steps.insert(decision.next_steps.begin(),
                             {{.who = Who::owner,
                               .step = "sign_in_with_work_account",
                               .from = *first,
                               .details = {{kOrganization.name(), c.action().organization.value()}}},
                              {.who = Who::owner, .step = "associate_learning_account", .from = *first},
                              {.who = Who::owner, .step = "same_credentials_option", .from = *first}});
}

void link_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const std::string& organization = c.action().organization.value();
  Person& person = preview.facts_after.person;
  bool counts_there = false;
  if (person.associations.known()) {
    for (Association& link : person.associations.value()) {
      if (!link.open() || !knows_owner(c)) {
        continue;
      }
      counts_there = counts_there || (link.organization.known() && same_name(link.organization.value(), organization));
      link.ended = std::optional{day};
      const std::string from = link.organization.known() ? link.organization.value() : "";
      preview.effects.push_back({day, effects::kLinkEnds, {{kOrganization.name(), from}}});
      if (!same_name(from, organization)) {
        preview.effects.push_back({day, effects::kCompetencyCountMayFall, {{kOrganization.name(), from}}});
      }
    }
    person.associations.value().push_back({organization, day, {}});
  }
  preview.effects.push_back({day, "link_starts", {{kOrganization.name(), organization}}});
  if (!counts_there) {
    preview.effects.push_back({day, "competency_count_may_rise", {{kOrganization.name(), organization}}});
  }
  if (const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours)) {
    preview.effects.push_back({day + days_of_hours(*hours), effects::kProgressShows, {{"hours", *hours}}});
  }
  if (const auto next = preview.decision.date(dates::kNextAssociation)) {
    preview.effects.push_back({*next, effects::kNextAssociationPossible, {}});
  }
  // The date that the profile shows afterwards is not known; the history counts again.
  person.next_association_date.forget();
}

void add_unlink_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::denied) {
    return;
  }
  const auto& shown = c.person().next_association_date;
  if (shown.known()) {
    decision.dates.emplace_back(dates::kNextAssociation, std::max(shown.value().value_or(c.today()), c.today()));
  } else {
    add_next_association(c, std::nullopt, c.today(), decision);
  }
  decision.assumptions.push_back(assumptions::kCountsFromStart);
  decision.next_steps.push_back({.who = Who::owner, .step = steps::kRemoveAccess, .from = c.today()});
}

void unlink_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  for (Association& link : preview.facts_after.person.associations.value()) {
    if (is_meant(link, c.action().organization) != Outcome::met) {
      continue;
    }
    link.ended = std::optional{day};
    const std::string from = link.organization.known() ? link.organization.value() : "";
    preview.effects.push_back({day, effects::kLinkEnds, {{kOrganization.name(), from}}});
    preview.effects.push_back({day, effects::kCompetencyCountMayFall, {{kOrganization.name(), from}}});
  }
  if (const auto next = preview.decision.date(dates::kNextAssociation)) {
    preview.effects.push_back({*next, effects::kNextAssociationPossible, {}});
  }
}

void add_university_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::denied) {
    return;
  }
  if (const auto hours = c.ruleset.number(Parameter::reporting_partner_university_hours)) {
    decision.dates.emplace_back(dates::kVisibleBy, c.on() + days_of_hours(*hours));
    decision.assumptions.push_back(assumptions::kHoursInWholeDays);
    if (c.asks(ActionType::remove_partner_university)) {
      decision.assumptions.push_back("reporting.removal_as_connection");
    }
  }
  if (decision.status != Status::allowed) {
    return;
  }
  decision.next_steps.push_back({.who = Who::owner,
                                 .step = !c.asks(ActionType::connect_partner_university) ? steps::kRemoveAccess
                                         : knows_owner(c) ? "get_partner_university_access"
                                                          : "get_partner_university_access_in_profile",
                                 .from = c.today()});
}

void university_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const bool connects = c.asks(ActionType::connect_partner_university);
  preview.facts_after.person.partner_university.connected = connects;
  preview.effects.push_back({day, connects ? "partner_university_opens" : "partner_university_closes", {}});
  if (const auto by = preview.decision.date(dates::kVisibleBy)) {
    preview.effects.push_back({*by, connects ? effects::kAssessmentsShownBy : "assessments_gone_by", {}});
  }
}

void add_date_of_message(const RuleContext& c, Decision& decision) {
  if (const auto& shown = c[kProfileDate]; shown.known() && shown.value()) {
    decision.dates.emplace_back(dates::kLinkAgainFrom, std::max(*shown.value(), c.today()));
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::link_mcid,
     .group = ActionGroup::link_profile,
     .parameters = {kOrganization},
     .required = {kOrganization},
     .dates = {dates::kNextAssociation, dates::kNextAssociationEarliest},
     .complete = add_link_steps,
     .take_effect = link_takes_effect},
    {.type = ActionType::unlink_mcid,
     .group = ActionGroup::left,
     .parameters = {kOrganization},
     .dates = {dates::kNextAssociation, dates::kNextAssociationEarliest},
     .covered_by = kOwnerRule,
     .complete = add_unlink_steps,
     .take_effect = unlink_takes_effect},
    {.type = ActionType::connect_partner_university,
     .group = ActionGroup::link_profile,
     .parameters = {kOn},
     .dates = {dates::kVisibleBy},
     .complete = add_university_steps,
     .take_effect = university_takes_effect},
    {.type = ActionType::remove_partner_university,
     .group = ActionGroup::left,
     .parameters = {kOn},
     .dates = {dates::kVisibleBy},
     .covered_by = kOwnerRule,
     .complete = add_university_steps,
     .take_effect = university_takes_effect},
    {.type = ActionType::read_limit_message,
     .group = ActionGroup::support,
     .kind = ActionKind::information,
     .dates = {dates::kLinkAgainFrom},
     .complete = add_date_of_message},
});

constexpr Few<ActionType> kLink{ActionType::link_mcid};
constexpr Few<ActionType> kUniversity{ActionType::connect_partner_university, ActionType::remove_partner_university};
constexpr Few<ActionType> kOwnersActions{ActionType::link_mcid, ActionType::unlink_mcid,
                                         ActionType::connect_partner_university, ActionType::remove_partner_university};

constexpr auto kRules = std::to_array<Rule>({
    {.id = kOwnerRule, .find = owner, .actions = kOwnersActions, .facts = {kRelation}, .reasons = kRequirement},
    {.id = "association.any_role", .find = any_role, .actions = kLink, .reasons = {kMet}},
    {.id = "association.partner_center_account",
     .find = partner_center_account,
     .actions = kOwnersActions,
     .facts = {kOrganization, kAccount},
     .reasons = kRequirement},
    {.id = "association.work_account",
     .find = work_account,
     .actions = kOwnersActions,
     .facts = {kAccount, kAccountKind},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable}},
    {.id = "association.account_organization",
     .find = account_organization,
     .actions = {ActionType::link_mcid, ActionType::unlink_mcid},
     .facts = {kOrganization, kAccount, kAccountOrganization, kAssociations, kLinkOrganization, kLinkEnded},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable, kOtherOrganization, kLinkUnknown, kOwnLink}},
    {.id = "association.active_certification",
     .find = active_certification,
     .actions = kLink,
     .facts = {kActiveCertifications},
     .reasons = kRequirement},
    {.id = "association.mc_id", .find = mc_id, .actions = kLink, .facts = {kMcIdGenerated}, .reasons = kRequirement},
    {.id = "association.one_mcid",
     .find = one_mcid,
     .actions = kLink,
     .facts = {kOtherMcidLinked},
     .reasons = kRequirement},
    {.id = "association.one_organization",
     .find = one_organization,
     .actions = kLink,
     .facts = {kOrganization, kAssociations, kLinkOrganization, kLinkEnded},
     .reasons = {kMet, kSameOrganization, kEndsByItself}},
    {.id = name_of(LinkRule::profile_date),
     .find = profile_date,
     .actions = {ActionType::link_mcid, ActionType::read_limit_message},
     .facts = {kProfileDate},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable, kShowsNone}},
    {.id = "association.limit_message",
     .find = limit_message,
     .actions = {ActionType::read_limit_message},
     .reasons = {kMet, kNotStated},
     .parameters = {Parameter::association_per_year, Parameter::association_cool_off_days}},
    {.id = name_of(LinkRule::cool_off),
     .find = cool_off,
     .actions = kLink,
     .facts = {kAssociations, kLinkStarted, kLinkEnded, kProfileDate},
     .reasons = {kMet, kNotMet, kUnknown, name_of(LinkReason::first), name_of(LinkReason::long_over), kNotStated,
                 kProfileDecides},
     .parameters = {Parameter::association_cool_off_days}},
    {.id = name_of(LinkRule::yearly_limit),
     .find = yearly_limit,
     .actions = kLink,
     .facts = {kAssociations, kLinkStarted, kLinkEnded, kProfileDate},
     .reasons = {kMet, kNotMet, kUnknown, name_of(LinkReason::first), kNotStated, name_of(LinkReason::readings_differ),
                 kProfileDecides},
     .parameters = {Parameter::association_per_year, Parameter::association_year,
                    Parameter::association_window_months}},
    {.id = "association.linked",
     .find = linked,
     .actions = {ActionType::unlink_mcid},
     .facts = {kOrganization, kAssociations, kLinkOrganization, kLinkEnded},
     .reasons = kRequirement},
    {.id = "association.partner_university",
     .find = partner_university,
     .actions = kUniversity,
     .facts = {kConnected},
     .reasons = {kMet, kNotMet, kUnknown, kAlreadyConnected}},
});

}  // namespace

const Subject& association() {
  static constexpr Subject kSubject{.name = "association", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
