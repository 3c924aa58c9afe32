// The Learning Action Pack and the silver and gold learning options. Rules P-01 to P-18, P-28 and N-02, N-03, N-16.
#include "rules/learning_option.h"

#include <algorithm>

#include "rules/competencies.h"
#include "rules/finding_builder.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"
#include "text.h"

namespace partnercheck {

namespace {

constexpr auto kTier = kFact<&Action::tier>;
constexpr auto kAudience = kFact<&Action::audience>;
constexpr auto kCompetency = kFact<&Action::competency>;
constexpr auto kAnniversary = kFact<&Action::anniversary>;
constexpr auto kEnrolled = kFact<&Learning::enrolled>;
constexpr auto kMctCount = kFact<&Learning::mct_count>;
constexpr auto kPurchased = kFact<&ActionPack::purchased>;
constexpr auto kProfileCreated = kFact<&ActionPack::profile_created>;

constexpr std::string_view kRolesRule = "learning_option.roles";
constexpr std::string_view kHoldsSilverRule = "learning_option.holds_silver";
// How the ids of the rules begin that ask for what a tier needs.
constexpr auto kTierRules = std::to_array<std::string_view>(
    {"learning_option.mct", "learning_option.silver_", "learning_option.gold_", "learning_option.still_offered"});
constexpr std::string_view kRenewalWindowRule = "learning_option.renewal_window";

constexpr std::string_view kAudienceUnknown = "audience_unknown";
constexpr std::string_view kClosed = "closed";
constexpr std::string_view kFullPrice = "full_price";
constexpr std::string_view kUnknownName = "unknown_name";

NamedValues tier_details(Tier tier) { return {{kTier.name(), to_value(tier)}}; }

// The tier that the action asks for; nothing when it is not known.
std::optional<Tier> asked_tier(const RuleContext& c) {
  switch (c.action().type) {
    case ActionType::enroll_learning_action_pack:
      return Tier::action_pack;
    case ActionType::enroll_silver_learning_option:
      return Tier::silver;
    case ActionType::enroll_gold_learning_option:
    case ActionType::upgrade_silver_to_gold:
      return Tier::gold;
    default:
      return c[kTier].known() ? std::optional{c[kTier].value()} : std::nullopt;
  }
}

// A requirement of one tier. While the tier is not known, only a requirement that is met cannot stand in the way; which
// facts matter is known once the tier is.
Finding tier_requirement(const RuleContext& c, Tier tier, Finding finding) {
  const auto asked = asked_tier(c);
  if (asked == tier || (!asked && finding.outcome == Outcome::met)) {
    return finding;
  }
  if (asked) {
    return FindingBuilder::not_applicable();
  }
  return FindingBuilder::unknown(kTierUnknown).missing(kTier);
}

Finding roles(const RuleContext& c) {
  return require_role(c, Parameter::learning_option_roles, {.who = Who::organization, .step = steps::kAskRoleHolder});
}

Finding enough_trainers(const RuleContext& c) {
  constexpr std::string_view kLimit = "mct_min";
  const auto& count = c[kMctCount];
  const auto least = c.ruleset.number(Parameter::learning_option_mct_min);
  if (!least) {
    return FindingBuilder::unknown(kNotStated);
  }
  if (!count.known()) {
    return FindingBuilder::unknown().limit(kLimit, *least).missing(kMctCount);
  }
  if (count.value() >= *least) {
    return FindingBuilder::met().input(c, kMctCount).limit(kLimit, *least);
  }
  return FindingBuilder::not_met()
      .input(c, kMctCount)
      .limit(kLimit, *least)
      .remedy(kMctCount, *least)
      .step(Who::organization, "get_mct");
}

Finding mct(const RuleContext& c) { return tier_requirement(c, Tier::action_pack, enough_trainers(c)); }

// A requirement of a tier that the organization knows to be met or not.
template <Tier kOf, auto kMember, const std::string_view& kStep>
Finding requirement(const RuleContext& c) {
  return tier_requirement(c, kOf, require_true(c, kFact<kMember>, {.who = Who::organization, .step = kStep}));
}

constexpr std::string_view kCommitToPerformance = "commit_to_performance";

Finding silver_commitment(const RuleContext& c) {
  Finding finding = requirement<Tier::silver, &SilverRequirements::performance_commitment, kCommitToPerformance>(c);
  if (finding.outcome != Outcome::not_applicable) {
    finding.assumptions.push_back("learning_option.silver_kpi_is_a_commitment");
  }
  return finding;
}

Finding holds_silver(const RuleContext& c) {
  const auto& enrolled = c[kEnrolled];
  if (!enrolled.known()) {
    return FindingBuilder::unknown().missing(kEnrolled);
  }
  if (enrolled.is(Enrolled::silver)) {
    return FindingBuilder::met().input(c, kEnrolled);
  }
  FindingBuilder finding = FindingBuilder::not_met().input(c, kEnrolled);
  if (!enrolled.is(Enrolled::gold)) {
    finding.remedy(kEnrolled, Enrolled::silver).step(Who::partner_admin, "enroll_gold_directly");
  }
  return finding;
}

Finding still_offered(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::learning_option_silver_gold_last_day);
  if (!last_day) {
    return FindingBuilder::unknown(kNotStated);
  }
  return (c.today() <= *last_day ? FindingBuilder::met() : FindingBuilder::not_met()).limit("last_day", *last_day);
}

// Nothing when the ruleset does not state the days, or the anniversary is not known.
std::optional<RenewalDays> days_after_anniversary(const RuleContext& c) {
  const auto opens = c.ruleset.number(Parameter::learning_option_renewal_opens_after_days);
  const auto closes = c.ruleset.number(Parameter::learning_option_renewal_closes_after_days);
  const auto& anniversary = c[kAnniversary];
  if (!opens || !closes || !anniversary.known()) {
    return std::nullopt;
  }
  return RenewalDays{anniversary.value() + std::chrono::days{*opens}, anniversary.value() + std::chrono::days{*closes}};
}

Finding renewal_window(const RuleContext& c) {
  const auto opens = c.ruleset.number(Parameter::learning_option_renewal_opens_after_days);
  const auto closes = c.ruleset.number(Parameter::learning_option_renewal_closes_after_days);
  if (!opens || !closes) {
    return FindingBuilder::unknown(kNotStated);
  }
  const auto days = days_after_anniversary(c);
  if (!days) {
    return FindingBuilder::unknown().missing(kAnniversary);
  }
  FindingBuilder finding =
      c.today() > days->until
          ? FindingBuilder::not_met(kClosed)
          : (c.today() < days->from ? FindingBuilder::not_met().until(days->from) : FindingBuilder::met());
  return finding.input(c, kAnniversary)
      .input(dates::kRenewalFrom, days->from)
      .input(dates::kRenewalUntil, days->until)
      .limit("opens_after_days", *opens)
      .limit("closes_after_days", *closes);
}

// Training one's own staff needs neither trainer nor enrollment. While the audience is not known, only a requirement
// that is met cannot stand in the way.
Finding for_others(const RuleContext& c, const Finding& requirement) {
  const auto& audience = c[kAudience];
  if (audience.is(Audience::internal)) {
    return FindingBuilder::not_applicable();
  }
  return audience.known() || requirement.outcome == Outcome::met
             ? requirement
             : FindingBuilder::unknown(kAudienceUnknown).missing(kAudience);
}

Finding training_trainer(const RuleContext& c) { return for_others(c, enough_trainers(c)); }
Finding training_enrolled(const RuleContext& c) { return for_others(c, enrolled_as_partner(c)); }

// A partner that is not a Learning Partner buys at full price, for its own staff only.
Finding courseware(const RuleContext& c) {
  const auto& enrolled = c[kEnrolled];
  const auto& profile = c[kProfileCreated];
  if (enrolled.is(Enrolled::none)) {
    return FindingBuilder::met(kFullPrice).input(c, kEnrolled);
  }
  if (profile.is(true)) {
    return FindingBuilder::met().input(c, kEnrolled).input(c, kProfileCreated);
  }
  if (enrolled.known() && !enrolled.is(Enrolled::action_pack)) {
    return FindingBuilder::met().input(c, kEnrolled);
  }
  FindingBuilder finding = enrolled.known() && profile.known() ? FindingBuilder::not_met() : FindingBuilder::unknown();
  finding.input(c, kEnrolled).input(c, kProfileCreated);
  if (!enrolled.known()) {
    finding.missing(kEnrolled);
  }
  if (!profile.known()) {
    return finding.missing(kProfileCreated);
  }
  return finding.remedy(kProfileCreated, true)
      .step({.who = Who::partner_admin,
             .step = steps::kSetUpAccountProfile,
             .channel = channels::kPartnerFrontlineSupport});
}

Finding extension_window(const RuleContext& c) {
  const auto from = c.ruleset.date(Parameter::learning_option_extension_from);
  const auto until = c.ruleset.date(Parameter::learning_option_extension_until);
  const auto& anniversary = c[kAnniversary];
  if (!from || !until) {
    return FindingBuilder::unknown(kNotStated);
  }
  const auto stated = [&](FindingBuilder finding) -> Finding {
    return finding.limit("from", *from).limit("until", *until);
  };
  if (!anniversary.known()) {
    return stated(FindingBuilder::unknown().missing(kAnniversary));
  }
  const bool within = *from <= anniversary.value() && anniversary.value() <= *until;
  return stated((within ? FindingBuilder::met() : FindingBuilder::not_met()).input(c, kAnniversary));
}

Finding extension_excluded(const RuleContext& c) {
  constexpr std::string_view kLimit = "excluded";
  const auto& excluded = c.ruleset.list(Parameter::learning_option_extension_excluded);
  const auto& competency = c[kCompetency];
  if (!competency.known()) {
    return FindingBuilder::unknown().limit(kLimit, excluded).missing(kCompetency);
  }
  const std::string_view id = competency_of(competency.value());
  if (id.empty()) {
    return FindingBuilder::unknown(kUnknownName)
        .input(c, kCompetency)
        .input("nearest", std::string{nearest_competency(competency.value())})
        .limit(kLimit, excluded)
        .missing(kCompetency);
  }
  const bool barred = std::ranges::any_of(excluded, [&](const auto& name) { return competency_of(name) == id; });
  return (barred ? FindingBuilder::not_met() : FindingBuilder::met()).input(c, kCompetency).limit(kLimit, excluded);
}

bool all_true(std::initializer_list<const Fact<bool>*> facts) {
  return std::ranges::all_of(facts, [](const Fact<bool>* fact) { return fact->is(true); });
}

// The highest tier whose requirements are all known to be met (P-15).
std::optional<Tier> highest_tier_met(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::learning_option_silver_gold_last_day);
  const Learning& learning = c.request.facts.learning;
  if (!last_day || c.today() <= *last_day) {
    const GoldRequirements& gold = learning.gold;
    if (all_true({&gold.competency_requirements_met, &gold.mct_requirement_met, &gold.exam_requirement_met,
                  &gold.kpi_met})) {
      return Tier::gold;
    }
    const SilverRequirements& silver = learning.silver;
    if (all_true({&silver.competency_requirements_met, &silver.mct_requirement_met, &silver.exam_requirement_met,
                  &silver.performance_commitment})) {
      return Tier::silver;
    }
  }
  const auto least = c.ruleset.number(Parameter::learning_option_mct_min);
  return least && learning.mct_count.known() && learning.mct_count.value() >= *least ? std::optional{Tier::action_pack}
                                                                                     : std::nullopt;
}

void add_enrolment_steps(const RuleContext& c, Decision& decision) {
  const Tier tier = *asked_tier(c);
  suggest_other_tier(c, decision);
  if (decision.status != Status::allowed) {
    return;
  }
  const auto add = [&](std::string_view step, std::string_view channel = {}, NamedValues details = {}) {
    decision.next_steps.push_back({.who = Who::partner_admin,
                                   .step = step,
                                   .from = c.today(),
                                   .channel = channel,
                                   .details = std::move(details)});
  };
  if (tier == Tier::action_pack) {
    if (!c[kPurchased].is(true)) {
      add("buy_action_pack");
    }
    if (!c[kProfileCreated].is(true)) {
      add(steps::kSetUpAccountProfile, channels::kPartnerFrontlineSupport);
    }
    return;
  }
  add(steps::kSubscribeInMembershipOffers);
  const auto percent = c.ruleset.number(Parameter::learning_option_upgrade_discount_percent);
  if (percent && c[kEnrolled].is(Enrolled::silver) && tier == Tier::gold) {
    add("apply_upgrade_discount", {}, {{"percent", *percent}});
    decision.assumptions.push_back("learning_option.discount_may_apply");
  }
  add(steps::kPayFee);
  decision.assumptions.push_back(assumptions::kKpisFromFirstYear);
}

void enrolment_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const Tier tier = *asked_tier(c);
  preview.effects.push_back({day, "enrolled", tier_details(tier)});
  Learning& learning = preview.facts_after.learning;
  switch (tier) {
    case Tier::action_pack:
      learning.enrolled = Enrolled::action_pack;
      learning.action_pack.purchased = true;
      break;
    case Tier::silver:
      learning.enrolled = Enrolled::silver;
      break;
    case Tier::gold:
      learning.enrolled = Enrolled::gold;
      break;
  }
}

void add_training_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed && c[kAudience].is(Audience::internal)) {
    decision.assumptions.push_back(assumptions::kInternalAtFullPrice);
  }
}

void add_courseware_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed && c[kEnrolled].is(Enrolled::none)) {
    decision.assumptions.push_back(assumptions::kInternalAtFullPrice);
  }
}

// Also before the organization applies (P-18).
void courseware_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "purchase_counts_for_kpis", {}});
}

void add_extension_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::partner_admin, .step = steps::kPayFee, .from = c[kAnniversary].value()});
    decision.assumptions.push_back("learning_option.extension_fee_due");
  }
}

void extension_takes_effect(const RuleContext& c, Date, Preview& preview) {
  preview.effects.push_back({c[kAnniversary].value(), "competency_extended", {named(c, kCompetency)}});
}

// Only somebody who is known to hold nothing has nothing to renew.
Finding enrolled(const RuleContext& c) {
  const auto& held = c[kEnrolled];
  if (!held.known()) {
    return FindingBuilder::not_applicable();
  }
  if (!held.is(Enrolled::none)) {
    return FindingBuilder::met().input(c, kEnrolled);
  }
  FindingBuilder finding = FindingBuilder::not_met().input(c, kEnrolled);
  if (const auto tier = asked_tier(c)) {
    finding.step({.who = Who::partner_admin, .step = steps::kEnrollAtTier, .details = tier_details(*tier)});
  }
  return finding;
}

// None is asked for.
Finding business_plan(const RuleContext&) { return FindingBuilder::met(); }

void add_business_plan_notes(const RuleContext&, Decision& decision) {
  decision.assumptions.push_back(assumptions::kKpisFromFirstYear);
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::enroll_learning_action_pack,
     .group = ActionGroup::learning_partner,
     .complete = add_enrolment_steps,
     .take_effect = enrolment_takes_effect},
    {.type = ActionType::enroll_silver_learning_option,
     .group = ActionGroup::learning_partner,
     .complete = add_enrolment_steps,
     .take_effect = enrolment_takes_effect},
    {.type = ActionType::enroll_gold_learning_option,
     .group = ActionGroup::learning_partner,
     .complete = add_enrolment_steps,
     .take_effect = enrolment_takes_effect},
    {.type = ActionType::upgrade_silver_to_gold,
     .group = ActionGroup::learning_partner,
     .complete = add_enrolment_steps,
     .take_effect = enrolment_takes_effect},
    {.type = ActionType::deliver_training,
     .group = ActionGroup::learning_partner,
     .parameters = {kAudience},
     .complete = add_training_steps},
    {.type = ActionType::buy_courseware,
     .group = ActionGroup::learning_partner,
     .complete = add_courseware_steps,
     .take_effect = courseware_takes_effect},
    {.type = ActionType::extend_competency,
     .group = ActionGroup::learning_partner,
     .parameters = {kCompetency, kAnniversary},
     .complete = add_extension_steps,
     .take_effect = extension_takes_effect},
    {.type = ActionType::submit_business_plan,
     .group = ActionGroup::learning_partner,
     .kind = ActionKind::information,
     .complete = add_business_plan_notes},
});

constexpr Few<std::string_view> kTierRequirement{kMet, kNotMet, kUnknown, kNotApplicable, kTierUnknown};
constexpr Few<ActionType> kSilver{ActionType::enroll_silver_learning_option, ActionType::renew_learning_option};
constexpr Few<ActionType> kGold{ActionType::enroll_gold_learning_option, ActionType::upgrade_silver_to_gold,
                                ActionType::renew_learning_option};

// A rule on a requirement of a tier, for the actions that look at it.
template <Tier kOf, auto kMember, const std::string_view& kStep>
constexpr Rule tier_rule(std::string_view id, Few<ActionType> actions) {
  return {.id = id,
          .find = requirement<kOf, kMember, kStep>,
          .actions = actions,
          .facts = {kTier, kFact<kMember>},
          .reasons = kTierRequirement};
}

constexpr auto kRules = std::to_array<Rule>({
    {.id = kRolesRule,
     .find = roles,
     .actions = {ActionType::enroll_learning_action_pack, ActionType::enroll_silver_learning_option,
                 ActionType::enroll_gold_learning_option, ActionType::upgrade_silver_to_gold,
                 ActionType::renew_learning_option, ActionType::request_directory_listing, ActionType::buy_courseware,
                 ActionType::extend_competency, ActionType::view_kpi},
     .facts = {kFact<&Actor::roles>},
     .reasons = kRequirement,
     .parameters = {Parameter::learning_option_roles}},
    {.id = "learning_option.still_offered",
     .find = still_offered,
     .actions = {ActionType::enroll_silver_learning_option, ActionType::enroll_gold_learning_option,
                 ActionType::upgrade_silver_to_gold},
     .reasons = {kMet, kNotMet, kNotStated},
     .parameters = {Parameter::learning_option_silver_gold_last_day}},
    {.id = kHoldsSilverRule,
     .find = holds_silver,
     .actions = {ActionType::upgrade_silver_to_gold},
     .facts = {kEnrolled},
     .reasons = kRequirement},
    {.id = "learning_option.mct",
     .find = mct,
     .actions = {ActionType::enroll_learning_action_pack, ActionType::renew_learning_option},
     .facts = {kTier, kMctCount},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable, kTierUnknown, kNotStated},
     .parameters = {Parameter::learning_option_mct_min}},
    tier_rule<Tier::silver, &SilverRequirements::competency_requirements_met, steps::kMeetCompetencyRequirements>(
        "learning_option.silver_competency", kSilver),
    tier_rule<Tier::silver, &SilverRequirements::mct_requirement_met, steps::kMeetMctRequirement>(
        "learning_option.silver_mct", kSilver),
    tier_rule<Tier::silver, &SilverRequirements::exam_requirement_met, steps::kMeetExamRequirement>(
        "learning_option.silver_exam", kSilver),
    {.id = "learning_option.silver_commitment",
     .find = silver_commitment,
     .actions = {ActionType::enroll_silver_learning_option},
     .facts = {kFact<&SilverRequirements::performance_commitment>},
     .reasons = kRequirement},
    tier_rule<Tier::silver, &SilverRequirements::kpi_met, steps::kMeetKpis>("learning_option.silver_kpi",
                                                                            {ActionType::renew_learning_option}),
    tier_rule<Tier::gold, &GoldRequirements::competency_requirements_met, steps::kMeetCompetencyRequirements>(
        "learning_option.gold_competency", kGold),
    tier_rule<Tier::gold, &GoldRequirements::mct_requirement_met, steps::kMeetMctRequirement>(
        "learning_option.gold_mct", kGold),
    tier_rule<Tier::gold, &GoldRequirements::exam_requirement_met, steps::kMeetExamRequirement>(
        "learning_option.gold_exam", kGold),
    tier_rule<Tier::gold, &GoldRequirements::kpi_met, steps::kMeetKpis>("learning_option.gold_kpi", kGold),
    {.id = kRenewalWindowRule,
     .find = renewal_window,
     .actions = {ActionType::renew_learning_option},
     .facts = {kAnniversary},
     .reasons = {kMet, kNotMet, kUnknown, kClosed, kNotStated},
     .parameters = {Parameter::learning_option_renewal_opens_after_days,
                    Parameter::learning_option_renewal_closes_after_days}},
    {.id = "learning_option.training_trainer",
     .find = training_trainer,
     .actions = {ActionType::deliver_training},
     .facts = {kAudience, kMctCount},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable, kAudienceUnknown, kNotStated},
     .parameters = {Parameter::learning_option_mct_min}},
    {.id = "learning_option.training_enrolled",
     .find = training_enrolled,
     .actions = {ActionType::deliver_training},
     .facts = {kAudience, kEnrolled},
     .reasons = {kMet, kNotMet, kUnknown, kNotApplicable, kAudienceUnknown}},
    {.id = "learning_option.courseware",
     .find = courseware,
     .actions = {ActionType::buy_courseware},
     .facts = {kEnrolled, kProfileCreated},
     .reasons = {kMet, kNotMet, kUnknown, kFullPrice}},
    {.id = "learning_option.extension_window",
     .find = extension_window,
     .actions = {ActionType::extend_competency},
     .facts = {kAnniversary},
     .reasons = {kMet, kNotMet, kUnknown, kNotStated},
     .parameters = {Parameter::learning_option_extension_from, Parameter::learning_option_extension_until}},
    {.id = "learning_option.extension_excluded",
     .find = extension_excluded,
     .actions = {ActionType::extend_competency},
     .facts = {kCompetency},
     .reasons = {kMet, kNotMet, kUnknown, kUnknownName},
     .parameters = {Parameter::learning_option_extension_excluded}},
    {.id = "learning_option.enrolled",
     .find = enrolled,
     .actions = {ActionType::renew_learning_option},
     .facts = {kEnrolled, kTier},
     .reasons = {kMet, kNotMet, kNotApplicable}},
    {.id = "learning_option.business_plan",
     .find = business_plan,
     .actions = {ActionType::submit_business_plan},
     .reasons = {kMet}},
});

}  // namespace

Finding enrolled_as_partner(const RuleContext& c) {
  const auto& enrolled = c[kEnrolled];
  if (!enrolled.known()) {
    return FindingBuilder::unknown().missing(kEnrolled);
  }
  if (!enrolled.is(Enrolled::none)) {
    return FindingBuilder::met().input(c, kEnrolled);
  }
  return FindingBuilder::not_met()
      .input(c, kEnrolled)
      .remedy(kEnrolled, Enrolled::action_pack)
      .step({.who = Who::partner_admin, .step = steps::kEnrollAtTier, .details = tier_details(Tier::action_pack)});
}

void suggest_other_tier(const RuleContext& c, Decision& decision) {
  const bool misses_tier = std::ranges::any_of(decision.findings, [](const Finding& finding) {
    return finding.outcome == Outcome::not_met &&
           std::ranges::any_of(kTierRules, [&](std::string_view start) { return finding.rule.starts_with(start); });
  });
  const auto other = highest_tier_met(c);
  if (decision.status == Status::denied && misses_tier && other && other != asked_tier(c)) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = steps::kEnrollAtTier, .from = c.today(), .details = tier_details(*other)});
  }
}

void suggest_extension(const RuleContext& c, Decision& decision) {
  const auto from = c.ruleset.date(Parameter::learning_option_extension_from);
  const auto until = c.ruleset.date(Parameter::learning_option_extension_until);
  const auto& anniversary = c[kAnniversary];
  if (decision.status == Status::denied && from && until && anniversary.known() && *from <= anniversary.value() &&
      anniversary.value() <= *until && !c[kTier].is(Tier::action_pack)) {
    decision.next_steps.push_back({.who = Who::partner_admin,
                                   .step = "look_for_extension",
                                   .from = c.today(),
                                   .details = {{"from", *from}, {"until", *until}}});
  }
}

std::optional<RenewalDays> renewal_days(const RuleContext& c) {
  return c.ruleset.rule(kRenewalWindowRule) != nullptr ? days_after_anniversary(c) : std::nullopt;
}

const Subject& learning_option() {
  static constexpr Subject kSubject{.name = "learning_option", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
