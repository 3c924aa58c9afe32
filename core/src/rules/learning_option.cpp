// The Learning Action Pack and the silver and gold learning options. Rules P-01 to P-18, P-28 and N-02, N-03, N-16.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

constexpr std::string_view kTier = "/action/tier";
constexpr std::string_view kMctCount = "/facts/learning/mct_count";
constexpr std::string_view kEnrolled = "/facts/learning/enrolled";

// The tier that the action asks for; nothing when it is not known.
std::optional<Tier> asked_tier(const RuleContext& c) {
  const std::string_view type = c.action().type;
  if (type == "enroll_learning_action_pack") {
    return Tier::action_pack;
  }
  if (type == "enroll_silver_learning_option") {
    return Tier::silver;
  }
  if (type == "enroll_gold_learning_option" || type == "upgrade_silver_to_gold") {
    return Tier::gold;
  }
  return c.action().tier.known() ? std::optional{c.action().tier.value()} : std::nullopt;
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
  return FindingBuilder::unknown("tier_unknown").missing(kTier);
}

Finding roles(const RuleContext& c) {
  return require_role(c, Parameter::learning_option_roles, {.who = Who::organization, .step = "ask_role_holder"});
}

Finding enough_trainers(const RuleContext& c) {
  const auto& count = c.learning().mct_count;
  const auto least = c.ruleset.number(Parameter::learning_option_mct_min);
  if (!least) {
    return FindingBuilder::unknown("not_stated");
  }
  if (!count.known()) {
    return FindingBuilder::unknown().limit("mct_min", *least).missing(kMctCount);
  }
  if (count.value() >= *least) {
    return FindingBuilder::met().input("mct_count", count).limit("mct_min", *least);
  }
  return FindingBuilder::not_met()
      .input("mct_count", count)
      .limit("mct_min", *least)
      .remedy(kMctCount, *least)
      .step(Who::organization, "get_mct");
}

Finding mct(const RuleContext& c) { return tier_requirement(c, Tier::action_pack, enough_trainers(c)); }

template <auto kFact>
Finding silver(const RuleContext& c, std::string_view path, std::string_view step) {
  return tier_requirement(c, Tier::silver,
                          require_true(c.learning().silver.*kFact, path, {.who = Who::organization, .step = step}));
}

template <auto kFact>
Finding gold(const RuleContext& c, std::string_view path, std::string_view step) {
  return tier_requirement(c, Tier::gold,
                          require_true(c.learning().gold.*kFact, path, {.who = Who::organization, .step = step}));
}

Finding silver_competency(const RuleContext& c) {
  return silver<&SilverRequirements::competency_requirements_met>(
      c, "/facts/learning/silver/competency_requirements_met", "meet_competency_requirements");
}
Finding silver_mct(const RuleContext& c) {
  return silver<&SilverRequirements::mct_requirement_met>(c, "/facts/learning/silver/mct_requirement_met",
                                                          "meet_mct_requirement");
}
Finding silver_exam(const RuleContext& c) {
  return silver<&SilverRequirements::exam_requirement_met>(c, "/facts/learning/silver/exam_requirement_met",
                                                           "meet_exam_requirement");
}
Finding silver_commitment(const RuleContext& c) {
  Finding finding = silver<&SilverRequirements::performance_commitment>(
      c, "/facts/learning/silver/performance_commitment", "commit_to_performance");
  if (finding.outcome != Outcome::not_applicable) {
    finding.assumptions.push_back("learning_option.silver_kpi_is_a_commitment");
  }
  return finding;
}
Finding silver_kpi(const RuleContext& c) {
  return silver<&SilverRequirements::kpi_met>(c, "/facts/learning/silver/kpi_met", "meet_kpis");
}
Finding gold_competency(const RuleContext& c) {
  return gold<&GoldRequirements::competency_requirements_met>(c, "/facts/learning/gold/competency_requirements_met",
                                                              "meet_competency_requirements");
}
Finding gold_mct(const RuleContext& c) {
  return gold<&GoldRequirements::mct_requirement_met>(c, "/facts/learning/gold/mct_requirement_met",
                                                      "meet_mct_requirement");
}
Finding gold_exam(const RuleContext& c) {
  return gold<&GoldRequirements::exam_requirement_met>(c, "/facts/learning/gold/exam_requirement_met",
                                                       "meet_exam_requirement");
}
Finding gold_kpi(const RuleContext& c) {
  return gold<&GoldRequirements::kpi_met>(c, "/facts/learning/gold/kpi_met", "meet_kpis");
}

Finding holds_silver(const RuleContext& c) {
  const auto& enrolled = c.learning().enrolled;
  if (!enrolled.known()) {
    return FindingBuilder::unknown().missing(kEnrolled);
  }
  if (enrolled.is(Enrolled::silver)) {
    return FindingBuilder::met().input("enrolled", enrolled);
  }
  FindingBuilder finding =
      FindingBuilder::not_met().input("enrolled", enrolled).remedy(kEnrolled, std::string{name_of(Enrolled::silver)});
  return enrolled.is(Enrolled::gold) ? finding : finding.step(Who::partner_admin, "enroll_gold_directly");
}

Finding still_offered(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::learning_option_silver_gold_last_day);
  if (!last_day) {
    return FindingBuilder::unknown("not_stated");
  }
  return (c.today() <= *last_day ? FindingBuilder::met() : FindingBuilder::not_met()).limit("last_day", *last_day);
}

Finding renewal_window(const RuleContext& c) {
  const auto opens = c.ruleset.number(Parameter::learning_option_renewal_opens_after_days);
  const auto closes = c.ruleset.number(Parameter::learning_option_renewal_closes_after_days);
  if (!opens || !closes) {
    return FindingBuilder::unknown("not_stated");
  }
  const auto& anniversary = c.action().anniversary;
  if (!anniversary.known()) {
    return FindingBuilder::unknown().missing("/action/anniversary");
  }
  const Date from = anniversary.value() + std::chrono::days{*opens};
  const Date until = anniversary.value() + std::chrono::days{*closes};
  FindingBuilder finding = c.today() > until
                               ? FindingBuilder::not_met("closed")
                               : (c.today() < from ? FindingBuilder::not_met().until(from) : FindingBuilder::met());
  return finding.input("anniversary", anniversary)
      .input("renewal_from", from)
      .input("renewal_until", until)
      .limit("opens_after_days", *opens)
      .limit("closes_after_days", *closes);
}

Finding enrolled_as_partner(const RuleContext& c) {
  const auto& enrolled = c.learning().enrolled;
  if (!enrolled.known()) {
    return FindingBuilder::unknown().missing(kEnrolled);
  }
  if (!enrolled.is(Enrolled::none)) {
    return FindingBuilder::met().input("enrolled", enrolled);
  }
  return FindingBuilder::not_met()
      .input("enrolled", enrolled)
      .remedy(kEnrolled, std::string{name_of(Enrolled::action_pack)})
      .step({.who = Who::partner_admin, .step = "enroll_at_tier", .details = {{"tier", std::string{"action_pack"}}}});
}

// Training one's own staff needs neither trainer nor enrollment. While the audience is not known, only a requirement
// that is met cannot stand in the way.
Finding for_others(const RuleContext& c, const Finding& requirement) {
  const auto& audience = c.action().audience;
  if (audience.is(Audience::internal)) {
    return FindingBuilder::not_applicable();
  }
  return audience.known() || requirement.outcome == Outcome::met
             ? requirement
             : FindingBuilder::unknown("audience_unknown").missing("/action/audience");
}

Finding training_trainer(const RuleContext& c) { return for_others(c, enough_trainers(c)); }
Finding training_enrolled(const RuleContext& c) { return for_others(c, enrolled_as_partner(c)); }

// A partner that is not a Learning Partner buys at full price, for its own staff only.
Finding courseware(const RuleContext& c) {
  const auto& enrolled = c.learning().enrolled;
  const auto& profile = c.learning().action_pack.profile_created;
  if (enrolled.is(Enrolled::none)) {
    return FindingBuilder::met("full_price").input("enrolled", enrolled);
  }
  if (profile.is(true)) {
    return FindingBuilder::met().input("enrolled", enrolled).input("profile_created", true);
  }
  if (enrolled.known() && !enrolled.is(Enrolled::action_pack)) {
    return FindingBuilder::met().input("enrolled", enrolled);
  }
  FindingBuilder finding = enrolled.known() && profile.known() ? FindingBuilder::not_met() : FindingBuilder::unknown();
  finding.input("enrolled", enrolled).input("profile_created", profile);
  if (!enrolled.known()) {
    finding.missing(kEnrolled);
  }
  if (!profile.known()) {
    return finding.missing("/facts/learning/action_pack/profile_created");
  }
  return finding.remedy("/facts/learning/action_pack/profile_created", true)
      .step({.who = Who::partner_admin, .step = "set_up_account_profile", .channel = "partner_frontline_support"});
}

Finding extension_window(const RuleContext& c) {
  const auto from = c.ruleset.date(Parameter::learning_option_extension_from);
  const auto until = c.ruleset.date(Parameter::learning_option_extension_until);
  const auto& anniversary = c.action().anniversary;
  if (!from || !until) {
    return FindingBuilder::unknown("not_stated");
  }
  if (!anniversary.known()) {
    return FindingBuilder::unknown().limit("from", *from).limit("until", *until).missing("/action/anniversary");
  }
  const bool within = *from <= anniversary.value() && anniversary.value() <= *until;
  FindingBuilder finding =
      within ? FindingBuilder::met() : FindingBuilder::not_met().remedy("/action/anniversary", *from);
  return finding.input("anniversary", anniversary).limit("from", *from).limit("until", *until);
}

Finding extension_excluded(const RuleContext& c) {
  const auto& excluded = c.ruleset.list(Parameter::learning_option_extension_excluded);
  const auto& competency = c.action().competency;
  if (!competency.known()) {
    return FindingBuilder::unknown().limit("excluded", excluded).missing("/action/competency");
  }
  const bool barred =
      std::ranges::any_of(excluded, [&](const auto& name) { return same_name(name, competency.value()); });
  return (barred ? FindingBuilder::not_met() : FindingBuilder::met())
      .input("competency", competency)
      .limit("excluded", excluded);
}

bool all_true(std::initializer_list<const Fact<bool>*> facts) {
  return std::ranges::all_of(facts, [](const Fact<bool>* fact) { return fact->is(true); });
}

// The highest tier whose requirements are all known to be met (P-15).
std::optional<Tier> highest_tier_met(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::learning_option_silver_gold_last_day);
  const Learning& learning = c.learning();
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
  if (decision.status == Status::denied) {
    const bool misses_tier = std::ranges::any_of(decision.findings, [](const Finding& finding) {
      return finding.outcome == Outcome::not_met && finding.rule != "learning_option.roles" &&
             finding.rule != "learning_option.holds_silver";
    });
    const auto other = highest_tier_met(c);
    if (misses_tier && other && *other != tier) {
      decision.next_steps.push_back({.who = Who::partner_admin,
                                     .step = "enroll_at_tier",
                                     .from = c.today(),
                                     .details = {{"tier", std::string{name_of(*other)}}}});
    }
    return;
  }
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
    if (!c.learning().action_pack.purchased.is(true)) {
      add("buy_action_pack");
    }
    if (!c.learning().action_pack.profile_created.is(true)) {
      add("set_up_account_profile", "partner_frontline_support");
    }
    return;
  }
  add("subscribe_in_membership_offers");
  const auto percent = c.ruleset.number(Parameter::learning_option_upgrade_discount_percent);
  if (percent && c.learning().enrolled.is(Enrolled::silver) && tier == Tier::gold) {
    add("apply_upgrade_discount", {}, {{"percent", *percent}});
    decision.assumptions.push_back("learning_option.discount_may_apply");
  }
  add("pay_fee");
  decision.assumptions.push_back("learning_option.kpis_from_first_year");
}

void enrolment_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const Tier tier = *asked_tier(c);
  preview.effects.push_back({day, "enrolled", {{"tier", std::string{name_of(tier)}}}});
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
  if (decision.status == Status::allowed && c.action().audience.is(Audience::internal)) {
    decision.assumptions.push_back("learning_option.internal_at_full_price");
  }
}

void add_courseware_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed && c.learning().enrolled.is(Enrolled::none)) {
    decision.assumptions.push_back("learning_option.internal_at_full_price");
  }
}

// Also before the organization applies (P-18).
void courseware_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "purchase_counts_for_kpis", {}});
}

void add_extension_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = "pay_fee", .from = c.action().anniversary.value()});
    decision.assumptions.push_back("learning_option.extension_fee_due");
  }
}

void extension_takes_effect(const RuleContext& c, Date, Preview& preview) {
  preview.effects.push_back(
      {c.action().anniversary.value(), "competency_extended", {{"competency", c.action().competency.value()}}});
}

constexpr Few<std::string_view> kRequirement{"met", "not_met", "unknown"};
constexpr Few<std::string_view> kTierRequirement{"met", "not_met", "unknown", "not_applicable", "tier_unknown"};
constexpr Few<std::string_view> kSilver{"enroll_silver_learning_option", "renew_learning_option"};
constexpr Few<std::string_view> kGold{"enroll_gold_learning_option", "upgrade_silver_to_gold", "renew_learning_option"};

constexpr auto kActions = std::to_array<ActionRow>({
    {"enroll_learning_action_pack", {}, {}, {}, add_enrolment_steps, enrolment_takes_effect},
    {"enroll_silver_learning_option", {}, {}, {}, add_enrolment_steps, enrolment_takes_effect},
    {"enroll_gold_learning_option", {}, {}, {}, add_enrolment_steps, enrolment_takes_effect},
    {"upgrade_silver_to_gold", {}, {}, {}, add_enrolment_steps, enrolment_takes_effect},
    {"deliver_training", {"audience"}, {}, {}, add_training_steps, nullptr},
    {"buy_courseware", {}, {}, {}, add_courseware_steps, courseware_takes_effect},
    {"extend_competency", {"competency", "anniversary"}, {}, {}, add_extension_steps, extension_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"learning_option.roles",
     roles,
     {"enroll_learning_action_pack", "enroll_silver_learning_option", "enroll_gold_learning_option",
      "upgrade_silver_to_gold"},
     {"/actor/roles"},
     kRequirement,
     {Parameter::learning_option_roles}},
    {"learning_option.still_offered",
     still_offered,
     {"enroll_silver_learning_option", "enroll_gold_learning_option", "upgrade_silver_to_gold"},
     {},
     {"met", "not_met", "not_stated"},
     {Parameter::learning_option_silver_gold_last_day}},
    {"learning_option.holds_silver", holds_silver, {"upgrade_silver_to_gold"}, {kEnrolled}, kRequirement},
    {"learning_option.mct",
     mct,
     {"enroll_learning_action_pack", "renew_learning_option"},
     {kTier, kMctCount},
     {"met", "not_met", "unknown", "not_applicable", "tier_unknown", "not_stated"},
     {Parameter::learning_option_mct_min}},
    {"learning_option.silver_competency",
     silver_competency,
     kSilver,
     {kTier, "/facts/learning/silver/competency_requirements_met"},
     kTierRequirement},
    {"learning_option.silver_mct",
     silver_mct,
     kSilver,
     {kTier, "/facts/learning/silver/mct_requirement_met"},
     kTierRequirement},
    {"learning_option.silver_exam",
     silver_exam,
     kSilver,
     {kTier, "/facts/learning/silver/exam_requirement_met"},
     kTierRequirement},
    {"learning_option.silver_commitment",
     silver_commitment,
     {"enroll_silver_learning_option"},
     {kTier, "/facts/learning/silver/performance_commitment"},
     kRequirement},
    {"learning_option.silver_kpi",
     silver_kpi,
     {"renew_learning_option"},
     {kTier, "/facts/learning/silver/kpi_met"},
     kTierRequirement},
    {"learning_option.gold_competency",
     gold_competency,
     kGold,
     {kTier, "/facts/learning/gold/competency_requirements_met"},
     kTierRequirement},
    {"learning_option.gold_mct",
     gold_mct,
     kGold,
     {kTier, "/facts/learning/gold/mct_requirement_met"},
     kTierRequirement},
    {"learning_option.gold_exam",
     gold_exam,
     kGold,
     {kTier, "/facts/learning/gold/exam_requirement_met"},
     kTierRequirement},
    {"learning_option.gold_kpi", gold_kpi, kGold, {kTier, "/facts/learning/gold/kpi_met"}, kTierRequirement},
    {"learning_option.renewal_window",
     renewal_window,
     {"renew_learning_option"},
     {"/action/anniversary"},
     {"met", "not_met", "unknown", "closed", "not_stated"},
     {Parameter::learning_option_renewal_opens_after_days, Parameter::learning_option_renewal_closes_after_days}},
    {"learning_option.training_trainer",
     training_trainer,
     {"deliver_training"},
     {"/action/audience", kMctCount},
     {"met", "not_met", "unknown", "not_applicable", "audience_unknown", "not_stated"},
     {Parameter::learning_option_mct_min}},
    {"learning_option.training_enrolled",
     training_enrolled,
     {"deliver_training"},
     {"/action/audience", kEnrolled},
     {"met", "not_met", "unknown", "not_applicable", "audience_unknown"}},
    {"learning_option.courseware",
     courseware,
     {"buy_courseware"},
     {kEnrolled, "/facts/learning/action_pack/profile_created"},
     {"met", "not_met", "unknown", "full_price"}},
    {"learning_option.extension_window",
     extension_window,
     {"extend_competency"},
     {"/action/anniversary"},
     {"met", "not_met", "unknown", "not_stated"},
     {Parameter::learning_option_extension_from, Parameter::learning_option_extension_until}},
    {"learning_option.extension_excluded",
     extension_excluded,
     {"extend_competency"},
     {"/action/competency"},
     kRequirement,
     {Parameter::learning_option_extension_excluded}},
});

}  // namespace

const Subject& learning_option() {
  static constexpr Subject kSubject{"learning_option", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
