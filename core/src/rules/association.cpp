// Who may link a certification profile (MCID) to an organization, and when. Rules L-01 to L-24 of the documents.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/link_date_rules.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

constexpr std::string_view kAssociations = "/facts/person/associations";
constexpr std::string_view kProfileDate = "/facts/person/next_association_date";
constexpr std::string_view kAccount = "/facts/person/partner_center_account";

Change account_kind(AccountKind kind) { return {std::string{kAccount} + "/kind", std::string{name_of(kind)}}; }

// A person's links as the rules of days look at them. Requires that they are known.
struct KnownLinks {
  const std::vector<Association>& links;
  std::vector<Day> latest;  // the known starts, latest first
  Day unknown = kNoDay;

  explicit KnownLinks(const Person& person) : links{person.associations.value()} {
    for (const Association& link : links) {
      if (link.started.known()) {
        latest.push_back(number_of(link.started.value()));
      } else {
        unknown = std::max(unknown, latest_start(link));
      }
    }
    std::ranges::sort(latest, std::ranges::greater{});
  }

  // A link began on the day it ended at the latest.
  static Day latest_start(const Association& link) { return link.open() ? kAnyDay : number_of(*link.ended.value()); }
  [[nodiscard]] LinkHistory history() const { return {latest, links.size(), unknown}; }
};

// The organizations the profile is linked to today; one without a name does not show.
std::vector<std::string> linked_organizations(const Person& person) {
  std::vector<std::string> names;
  if (person.associations.known()) {
    for (const Association& link : person.associations.value()) {
      if (link.open() && link.organization.known()) {
        names.push_back(link.organization.value());
      }
    }
  }
  return names;
}

Finding owner(const RuleContext& c) {
  const auto& relation = c.request.actor.relation;
  if (!relation.known()) {
    return FindingBuilder::unknown().missing("/actor/relation");
  }
  if (relation.is(Relation::owner)) {
    return FindingBuilder::met().input("relation", relation);
  }
  return FindingBuilder::not_met()
      .input("relation", relation)
      .remedy("/actor/relation", std::string{name_of(Relation::owner)})
      .step(Who::owner, "do_it_yourself");
}

Finding any_role(const RuleContext&) { return FindingBuilder::met(); }

Finding partner_center_account(const RuleContext& c) {
  const auto& account = c.person().partner_center_account;
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (account.value()) {
    return FindingBuilder::met();
  }
  std::vector<Change> remedy{account_kind(AccountKind::work)};
  if (c.action().organization.known()) {
    remedy.push_back({std::string{kAccount} + "/organization", c.action().organization.value()});
  }
  FindingBuilder finding = FindingBuilder::not_met().remedy(std::move(remedy));
  return c.action().type == "unlink_mcid" ? finding.step(Who::global_admin, "delete_leavers_account")
                                          : finding.step(Who::organization, "create_account");
}

// The account itself is another rule's matter: without one this rule has nothing to look at.
Finding work_account(const RuleContext& c) {
  const auto& account = c.person().partner_center_account;
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (!account.value()) {
    return FindingBuilder::not_applicable();
  }
  const auto& kind = account.value()->kind;
  if (!kind.known()) {
    return FindingBuilder::unknown().missing(std::string{kAccount} + "/kind");
  }
  if (kind.is(AccountKind::work)) {
    return FindingBuilder::met().input("kind", kind);
  }
  return FindingBuilder::not_met()
      .input("kind", kind)
      .remedy({account_kind(AccountKind::work)})
      .step(Who::owner, "use_work_account");
}

Finding account_organization(const RuleContext& c) {
  const auto& account = c.person().partner_center_account;
  if (!account.known()) {
    return FindingBuilder::unknown().missing(kAccount);
  }
  if (!account.value()) {
    return FindingBuilder::not_applicable();
  }
  const auto& of = account.value()->organization;
  const auto& wanted = c.action().organization;
  if (!of.known()) {
    return FindingBuilder::unknown().input("organization", wanted).missing(std::string{kAccount} + "/organization");
  }
  if (same_name(of.value(), wanted.value())) {
    return FindingBuilder::met().input("organization", wanted).input("account_organization", of);
  }
  return FindingBuilder::not_met()
      .input("organization", wanted)
      .input("account_organization", of)
      .remedy({{std::string{kAccount} + "/organization", wanted.value()}})
      .step({.who = Who::owner, .step = "use_account_of_organization", .details = {{"organization", wanted.value()}}});
}

Finding active_certification(const RuleContext& c) {
  const auto& count = c.person().certification_profile.active_certifications;
  if (!count.known()) {
    return FindingBuilder::unknown().missing("/facts/person/certification_profile/active_certifications");
  }
  if (count.value() > 0) {
    return FindingBuilder::met().input("active_certifications", count);
  }
  return FindingBuilder::not_met()
      .input("active_certifications", count)
      .remedy("/facts/person/certification_profile/active_certifications", std::int64_t{1})
      .step(Who::owner, "earn_certification");
}

Finding mc_id(const RuleContext& c) {
  return require_true(c.person().certification_profile.mc_id_generated,
                      "/facts/person/certification_profile/mc_id_generated",
                      {.who = Who::owner, .step = "complete_certification_profile"});
}

Finding one_mcid(const RuleContext& c) {
  const auto& other = c.person().certification_profile.other_mcid_linked;
  if (!other.known()) {
    return FindingBuilder::unknown().missing("/facts/person/certification_profile/other_mcid_linked");
  }
  if (!other.value()) {
    return FindingBuilder::met().input("other_mcid_linked", other);
  }
  return FindingBuilder::not_met()
      .input("other_mcid_linked", other)
      .remedy("/facts/person/certification_profile/other_mcid_linked", false)
      .step({.who = Who::owner, .step = "merge_mcids", .channel = "certification_support"});
}

// A link to another organization ends by itself when the new one begins: never a bar, always worth saying.
Finding one_organization(const RuleContext& c) {
  const auto linked = linked_organizations(c.person());
  if (linked.empty()) {
    return FindingBuilder::met();
  }
  const bool same =
      std::ranges::all_of(linked, [&](const auto& name) { return same_name(name, c.action().organization.value()); });
  FindingBuilder finding = FindingBuilder::met(same ? "same_organization" : "ends_by_itself");
  finding.input("organization", c.action().organization).input("linked", linked);
  return same ? finding.assume("association.same_organization_counts") : finding;
}

Finding profile_date(const RuleContext& c) {
  const auto& shown = c.person().next_association_date;
  if (!shown.known()) {
    return FindingBuilder::not_applicable();
  }
  if (!shown.value()) {
    return FindingBuilder::met("shows_none").assume("association.profile_date_decides");
  }
  const Date day = *shown.value();
  const NextStep support{.who = Who::owner,
                         .step = "contact_support_if_linking_fails",
                         .from = std::max(day, c.today()),
                         .channel = "microsoft_support"};
  if (day <= c.today()) {
    return FindingBuilder::met()
        .input("next_association_date", day)
        .assume("association.profile_date_decides")
        .step(support);
  }
  return FindingBuilder::not_met()
      .until(day)
      .input("next_association_date", day)
      .assume("association.profile_date_decides")
      .remedy(kProfileDate, c.today())
      .step(support);
}

// The profile's date stands above every computed one.
std::optional<Finding> settled_without_counting(const RuleContext& c) {
  if (c.person().next_association_date.known()) {
    return FindingBuilder::not_applicable("profile_decides");
  }
  if (!c.person().associations.known()) {
    return FindingBuilder::unknown().missing(kProfileDate).missing(kAssociations);
  }
  return std::nullopt;
}

FindingBuilder builder_of(const LinkFinding& found) {
  const std::string_view reason = name_of(found.reason);
  return found.open()    ? FindingBuilder::unknown(reason)
         : found.waits() ? FindingBuilder::not_met(reason).until(date_of(found.until))
                         : FindingBuilder::met(reason);
}

// The profile's date, or the starts that may matter by `matters`, would settle it.
Finding starts_unknown(const KnownLinks& known, auto&& matters) {
  FindingBuilder finding = FindingBuilder::unknown();
  finding.missing(kProfileDate);
  for (std::size_t i = 0; i < known.links.size(); ++i) {
    if (!known.links[i].started.known() && matters(KnownLinks::latest_start(known.links[i]))) {
      finding.missing(std::string{kAssociations} + "/" + std::to_string(i) + "/started");
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
      return builder_of(found).missing(kProfileDate);
    case LinkReason::unknown:
      return starts_unknown(known, [&](Day start) { return rules.cools_off(start); });
    case LinkReason::met:
    case LinkReason::not_met:
      break;
    default:
      return builder_of(found);
  }
  FindingBuilder finding = builder_of(found);
  finding.input("started", date_of(known.latest.front()))
      .limit("days", std::int64_t{*rules.cool_off_days()})
      .assume("association.counts_from_start");
  return found.waits() ? finding.remedy(kProfileDate, c.today()).assume("association.last_day_of_wait") : finding;
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
      return builder_of(found);
    case LinkReason::not_stated:
      return builder_of(found)
          .input("associations", static_cast<std::int64_t>(known.links.size()))
          .missing(kProfileDate)
          .step(Who::owner, "read_date_in_profile");
    case LinkReason::unknown:
      return starts_unknown(known, [&](Day start) { return rules.counts_in_a_year(start); });
    default:
      break;
  }
  auto readings = readings_of(rules, known);
  const bool both = readings.size() > 1;
  FindingBuilder finding = builder_of(found);
  if (both && found.reason != LinkReason::met) {
    finding.assume("association.year_not_defined");
  }
  finding.limit("per_year", static_cast<std::int64_t>(*rules.per_year()))
      .readings(std::move(readings))
      .assume("association.what_counts");
  if (found.reason == LinkReason::met) {
    return finding;
  }
  return found.open() ? finding.missing(kProfileDate).step(Who::owner, "read_date_in_profile")
                      : finding.remedy(kProfileDate, c.today());
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

Finding linked(const RuleContext& c) {
  const auto& person = c.person();
  if (!person.associations.known()) {
    return FindingBuilder::unknown().missing(kAssociations);
  }
  const auto& links = person.associations.value();
  const auto& wanted = c.action().organization;
  const auto meant = [&](Outcome outcome) {
    return std::ranges::find(links, outcome, [&](const Association& link) { return is_meant(link, wanted); });
  };
  if (meant(Outcome::met) != links.end()) {
    return FindingBuilder::met().input("linked", linked_organizations(person));
  }
  if (const auto unnamed = meant(Outcome::unknown); unnamed != links.end()) {
    return FindingBuilder::unknown().missing(std::string{kAssociations} + "/" +
                                             std::to_string(unnamed - links.begin()) + "/organization");
  }
  return FindingBuilder::not_met().input("linked", linked_organizations(person)).input("organization", wanted);
}

Finding partner_university(const RuleContext& c) {
  const auto& connected = c.person().partner_university.connected;
  if (c.action().type == "connect_partner_university") {
    return connected.is(true) ? FindingBuilder::met("already_connected") : FindingBuilder::met();
  }
  if (!connected.known()) {
    return FindingBuilder::unknown().missing("/facts/person/partner_university/connected");
  }
  return connected.value() ? FindingBuilder::met().input("connected", true)
                           : FindingBuilder::not_met()
                                 .input("connected", false)
                                 .remedy("/facts/person/partner_university/connected", true);
}

// The first day, not before `not_before`, on which one more link may begin, if another one begins on `starts_on`.
// Nothing when the documents or the facts do not allow to count.
std::optional<Date> next_association(const RuleContext& c, std::optional<Date> starts_on, Date not_before) {
  const LinkDateRules rules{c.ruleset, c.today()};
  if (!rules.cool_off_days() || !rules.per_year() || !c.person().associations.known()) {
    return std::nullopt;
  }
  KnownLinks known{c.person()};
  if (rules.cools_off(known.unknown) || rules.counts_in_a_year(known.unknown)) {
    return std::nullopt;
  }
  if (starts_on) {
    known.latest.insert(known.latest.begin(), number_of(*starts_on));
  }
  const FreeDays free = rules.free_days(known.latest);
  return date_of(std::max({number_of(not_before), free.cool_off, free.calendar, free.rolling}));
}

void add_link_steps(const RuleContext& c, Decision& decision) {
  const auto first = decision.first_day(c.today());
  if (!first) {
    return;
  }
  if (const auto next = next_association(c, *first, *first)) {
    decision.dates.emplace_back("next_association", *next);
  }
  decision.next_steps.insert(decision.next_steps.begin(),
                             {{.who = Who::owner,
                               .step = "sign_in_with_work_account",
                               .from = *first,
                               .details = {{"organization", c.action().organization.value()}}},
                              {.who = Who::owner, .step = "associate_learning_account", .from = *first},
                              {.who = Who::owner, .step = "same_credentials_option", .from = *first}});
}

void link_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const std::string& organization = c.action().organization.value();
  Person& person = preview.facts_after.person;
  if (person.associations.known()) {
    for (Association& link : person.associations.value()) {
      if (!link.open()) {
        continue;
      }
      link.ended = std::optional{day};
      const std::string from = link.organization.known() ? link.organization.value() : "";
      preview.effects.push_back({day, "link_ends", {{"organization", from}}});
      if (!same_name(from, organization)) {
        preview.effects.push_back({day, "competency_count_may_fall", {{"organization", from}}});
      }
    }
    person.associations.value().push_back({organization, day, {}});
  }
  preview.effects.push_back({day, "link_starts", {{"organization", organization}}});
  preview.effects.push_back({day, "competency_count_may_rise", {{"organization", organization}}});
  if (const auto hours = c.ruleset.number(Parameter::reporting_competencies_page_hours)) {
    preview.effects.push_back({day + days_of_hours(*hours), "progress_shows", {{"hours", *hours}}});
  }
  if (const auto next = preview.decision.date("next_association")) {
    preview.effects.push_back({*next, "next_association_possible", {}});
  }
  // The date that the profile shows afterwards is not known; the history counts again.
  person.next_association_date.forget();
}

void add_unlink_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::denied) {
    return;
  }
  const auto& shown = c.person().next_association_date;
  const auto next = shown.known() ? std::optional{std::max(shown.value().value_or(c.today()), c.today())}
                                  : next_association(c, std::nullopt, c.today());
  if (next) {
    decision.dates.emplace_back("next_association", *next);
  }
  decision.assumptions.push_back("association.counts_from_start");
  decision.next_steps.push_back({.who = Who::owner, .step = "remove_access", .from = c.today()});
}

void unlink_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  for (Association& link : preview.facts_after.person.associations.value()) {
    if (is_meant(link, c.action().organization) != Outcome::met) {
      continue;
    }
    link.ended = std::optional{day};
    const std::string from = link.organization.known() ? link.organization.value() : "";
    preview.effects.push_back({day, "link_ends", {{"organization", from}}});
    preview.effects.push_back({day, "competency_count_may_fall", {{"organization", from}}});
  }
  if (const auto next = preview.decision.date("next_association")) {
    preview.effects.push_back({*next, "next_association_possible", {}});
  }
}

void add_university_steps(const RuleContext& c, Decision& decision) {
  if (const auto hours = c.ruleset.number(Parameter::reporting_partner_university_hours)) {
    decision.dates.emplace_back("visible_by", c.on() + days_of_hours(*hours));
    decision.assumptions.push_back("reporting.hours_in_whole_days");
  }
  if (decision.status != Status::allowed) {
    return;
  }
  decision.next_steps.push_back(
      {.who = Who::owner,
       .step = c.action().type == "connect_partner_university" ? "get_partner_university_access" : "remove_access",
       .from = c.today()});
}

void university_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const bool connects = c.action().type == "connect_partner_university";
  preview.facts_after.person.partner_university.connected = connects;
  preview.effects.push_back({day, connects ? "partner_university_opens" : "partner_university_closes", {}});
  if (const auto by = preview.decision.date("visible_by")) {
    preview.effects.push_back({*by, connects ? "assessments_shown_by" : "assessments_gone_by", {}});
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {"link_mcid", {"organization"}, {"organization"}, {"next_association"}, add_link_steps, link_takes_effect},
    {"unlink_mcid", {"organization"}, {}, {"next_association"}, add_unlink_steps, unlink_takes_effect},
    {"connect_partner_university", {"on"}, {}, {"visible_by"}, add_university_steps, university_takes_effect},
    {"remove_partner_university", {"on"}, {}, {"visible_by"}, add_university_steps, university_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"association.owner",
     owner,
     {"link_mcid", "unlink_mcid", "connect_partner_university", "remove_partner_university"},
     {"/actor/relation"},
     {"met", "not_met", "unknown"}},
    {"association.any_role", any_role, {"link_mcid"}, {}, {"met"}},
    {"association.partner_center_account",
     partner_center_account,
     {"link_mcid", "unlink_mcid", "connect_partner_university", "remove_partner_university"},
     {kAccount},
     {"met", "not_met", "unknown"}},
    {"association.work_account",
     work_account,
     {"link_mcid", "unlink_mcid", "connect_partner_university", "remove_partner_university"},
     {kAccount, "/facts/person/partner_center_account/kind"},
     {"met", "not_met", "unknown", "not_applicable"}},
    {"association.account_organization",
     account_organization,
     {"link_mcid"},
     {kAccount, "/facts/person/partner_center_account/organization"},
     {"met", "not_met", "unknown", "not_applicable"}},
    {"association.active_certification",
     active_certification,
     {"link_mcid"},
     {"/facts/person/certification_profile/active_certifications"},
     {"met", "not_met", "unknown"}},
    {"association.mc_id",
     mc_id,
     {"link_mcid"},
     {"/facts/person/certification_profile/mc_id_generated"},
     {"met", "not_met", "unknown"}},
    {"association.one_mcid",
     one_mcid,
     {"link_mcid"},
     {"/facts/person/certification_profile/other_mcid_linked"},
     {"met", "not_met", "unknown"}},
    {"association.one_organization",
     one_organization,
     {"link_mcid"},
     {kAssociations, "/facts/person/associations/*/organization", "/facts/person/associations/*/ended"},
     {"met", "same_organization", "ends_by_itself"}},
    {"association.profile_date",
     profile_date,
     {"link_mcid"},
     {kProfileDate},
     {"met", "not_met", "not_applicable", "shows_none"}},
    {"association.cool_off",
     cool_off,
     {"link_mcid"},
     {kAssociations, "/facts/person/associations/*/started", "/facts/person/associations/*/ended", kProfileDate},
     {"met", "not_met", "unknown", "first", "long_over", "not_stated", "profile_decides"},
     {Parameter::association_cool_off_days}},
    {"association.yearly_limit",
     yearly_limit,
     {"link_mcid"},
     {kAssociations, "/facts/person/associations/*/started", "/facts/person/associations/*/ended", kProfileDate},
     {"met", "not_met", "unknown", "first", "not_stated", "readings_differ", "profile_decides"},
     {Parameter::association_per_year, Parameter::association_year, Parameter::association_window_months}},
    {"association.linked",
     linked,
     {"unlink_mcid"},
     {kAssociations, "/facts/person/associations/*/organization", "/facts/person/associations/*/ended"},
     {"met", "not_met", "unknown"}},
    {"association.partner_university",
     partner_university,
     {"connect_partner_university", "remove_partner_university"},
     {"/facts/person/partner_university/connected"},
     {"met", "not_met", "unknown", "already_connected"}},
});

}  // namespace

const Subject& association() {
  static constexpr Subject kSubject{"association", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
