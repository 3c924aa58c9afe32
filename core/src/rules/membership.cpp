// The move of a membership from Partner Membership Center (PMC) to Partner Center, and the accounts of its users.
// Rules T-01 to T-21 of the documents.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"

namespace partnercheck {

namespace {

constexpr auto kOn = kFact<&Action::on>;
constexpr auto kRelation = kFact<&Actor::relation>;
constexpr auto kPmcExpires = kFact<&Membership::pmc_expires>;
constexpr auto kIssued = kFact<&SignIn::issued>;
constexpr auto kSignedIn = kFact<&SignIn::signed_in>;
constexpr auto kEmailVerified = kFact<&SignIn::email_verified>;

constexpr std::string_view kNotCovered = "not_covered";
constexpr std::string_view kRetired = "retired";

Finding pmc_retired(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::membership_pmc_last_day);
  if (!last_day) {
    return FindingBuilder::unknown(kNotStated);
  }
  if (c.on() <= *last_day) {
    return FindingBuilder::met().limit("last_day", *last_day);
  }
  return FindingBuilder::not_met().limit("last_day", *last_day).step(Who::global_admin, "enroll_anew");
}

// The last day of the old membership still belongs to it. What happens after it, the documents do not say.
Finding not_expired(const RuleContext& c) {
  const auto& expires = c[kPmcExpires];
  if (!expires.known()) {
    return FindingBuilder::unknown().missing(kPmcExpires);
  }
  if (c.on() <= expires.value()) {
    return FindingBuilder::met().input(c, kPmcExpires).input(kOn.name(), c.on());
  }
  return FindingBuilder::unknown(kNotCovered)
      .input(c, kPmcExpires)
      .input(kOn.name(), c.on())
      .assume("membership.after_expiry_not_covered")
      .step({.who = Who::admin, .step = "ask_support", .channel = channels::kMicrosoftSupport});
}

Finding add_user_roles(const RuleContext& c) {
  Finding finding =
      require_role(c, Parameter::membership_add_user_roles, {.who = Who::organization, .step = steps::kAskRoleHolder});
  finding.assumptions.push_back("membership.which_admin_adds_users");
  return finding;
}

// The last day on which the old system shows the membership: it holds to its end, and no longer than the system.
std::optional<Date> last_day_in_pmc(const RuleContext& c) {
  const auto& expires = c[kPmcExpires];
  const auto retired = c.ruleset.date(Parameter::membership_pmc_last_day);
  return !expires.known() ? std::nullopt
         : retired        ? std::min(std::optional{expires.value()}, retired)
                          : std::optional{expires.value()};
}

Finding pmc_benefits(const RuleContext& c) {
  const auto retired = c.ruleset.date(Parameter::membership_pmc_last_day);
  if (retired && *retired < c.today()) {
    return FindingBuilder::met(kRetired).limit("last_day", *retired);
  }
  const auto last_day = last_day_in_pmc(c);
  if (!last_day) {
    return FindingBuilder::unknown().missing(kPmcExpires);
  }
  const NextStep step{.who = Who::admin, .step = "use_partner_center", .from = c.today()};
  if (*last_day < c.today()) {
    return FindingBuilder::met().input("last_day", *last_day).step(step);
  }
  return FindingBuilder::not_met().until(*last_day + std::chrono::days{1}).input("last_day", *last_day).step(step);
}

std::optional<Date> password_expires(const RuleContext& c, Date issued) {
  const auto days = c.ruleset.number(Parameter::membership_password_days);
  return days ? std::optional{issued + std::chrono::days{*days}} : std::nullopt;
}

// Only an expired temporary password stands in the way of sending it again, and only where it is still needed.
Finding password_valid(const RuleContext& c) {
  const auto& issued = c[kIssued];
  if (c.asks(ActionType::resend_sign_in)) {
    const auto expires = issued.known() ? password_expires(c, issued.value()) : std::nullopt;
    if (!expires || c.today() < *expires || c[kSignedIn].is(true)) {
      return FindingBuilder::not_applicable();
    }
  }
  const auto days = c.ruleset.number(Parameter::membership_password_days);
  if (!days) {
    return FindingBuilder::unknown(kNotStated).step(Who::admin, "reset_password");
  }
  if (!issued.known()) {
    return FindingBuilder::unknown().limit("days", *days).missing(kIssued);
  }
  const Date expires = *password_expires(c, issued.value());
  if (c.today() < expires) {
    return FindingBuilder::met()
        .input(c, kIssued)
        .input("last_day", expires - std::chrono::days{1})
        .limit("days", *days)
        .assume(assumptions::kPasswordLastDay);
  }
  const bool has_own = c[kSignedIn].is(true);
  return FindingBuilder::not_met()
      .input(c, kIssued)
      .input("expired", expires)
      .limit("days", *days)
      .assume(assumptions::kPasswordLastDay)
      .step(
          {.who = has_own ? Who::owner : Who::admin, .step = has_own ? "use_own_password" : steps::kRemoveAndAddAgain});
}

Finding sign_in_by_admin(const RuleContext& c) {
  const auto& relation = c[kRelation];
  if (!relation.known()) {
    return FindingBuilder::unknown().missing(kRelation);
  }
  if (relation.is(Relation::admin)) {
    return FindingBuilder::met().input(c, kRelation);
  }
  return FindingBuilder::not_met()
      .input(c, kRelation)
      .remedy(kRelation, Relation::admin)
      .step(Who::owner, steps::kAskAdminToResend);
}

Finding email_verified(const RuleContext& c) {
  return require_true(c, kEmailVerified, {.who = Who::admin, .step = steps::kVerifyEmailFirst});
}

void add_reenrolment_dates(const RuleContext& c, Decision& decision) {
  const auto months = c.ruleset.number(Parameter::membership_term_months);
  if (decision.status != Status::allowed || !months) {
    return;
  }
  const Date expires = c[kPmcExpires].value();
  const Date ends = add_months(expires, static_cast<int>(*months));
  decision.dates = {
      {dates::kStarts, c.on()}, {dates::kEnds, ends}, {dates::kOverlapFrom, c.on()}, {dates::kOverlapUntil, expires}};
  if (day_of_month(ends) != day_of_month(expires)) {
    decision.assumptions.push_back("membership.leap_day");
  }
  decision.assumptions.push_back("membership.expiry_day_included");
  if (c.on() >= c.today()) {
    decision.next_steps.push_back({.who = Who::admin, .step = "reenroll_in_partner_center", .from = c.on()});
  }
  decision.next_steps.push_back({.who = Who::admin, .step = "set_up_users_right_away", .from = c.on()});
}

void reenrolment_takes_effect(const RuleContext&, Date, Preview& preview) {
  const Decision& decision = preview.decision;
  if (!decision.date(dates::kStarts)) {
    return;
  }
  preview.effects.push_back({*decision.date(dates::kStarts), "membership_starts", {}});
  preview.effects.push_back({*decision.date(dates::kOverlapUntil), "benefits_viewable_until", {}});
  preview.effects.push_back({*decision.date(dates::kEnds), "membership_ends", {}});
}

void add_user_steps(const RuleContext& c, Decision& decision) {
  if (decision.status != Status::allowed) {
    return;
  }
  if (const auto expires = password_expires(c, c.on())) {
    decision.dates.emplace_back(dates::kPasswordExpires, *expires);
    decision.assumptions.push_back(assumptions::kPasswordLastDay);
  }
  if (c.asks(ActionType::add_user)) {
    decision.next_steps.push_back({.who = Who::admin, .step = "add_new_user", .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = steps::kSendSignInInfo, .from = c.today()});
  } else {
    decision.next_steps.push_back({.who = Who::admin, .step = "set_up_your_team", .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = "keep_sign_in_file", .from = c.today()});
  }
  decision.next_steps.push_back({.who = Who::owner, .step = steps::kSignInFirstTime, .from = c.today()});
}

void user_takes_effect(const RuleContext& c, Date, Preview& preview) {
  const bool one = c.asks(ActionType::add_user);
  preview.effects.push_back({c.on(), one ? "account_starts" : "accounts_start", {}});
  if (!one) {
    preview.effects.push_back({c.on(), "microsoft_emails_users", {}});
  }
  if (const auto expires = preview.decision.date(dates::kPasswordExpires)) {
    preview.effects.push_back({*expires, effects::kPasswordExpires, {}});
  }
  preview.facts_after.sign_in.issued = c.on();
  preview.facts_after.sign_in.signed_in = false;
}

void add_password_dates(const RuleContext& c, Decision& decision) {
  const auto& issued = c[kIssued];
  if (!issued.known()) {
    return;
  }
  if (const auto expires = password_expires(c, issued.value())) {
    decision.dates.emplace_back(dates::kPasswordExpires, *expires);
  }
}

void add_temporary_sign_in_steps(const RuleContext& c, Decision& decision) {
  add_password_dates(c, decision);
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::owner, .step = steps::kSignInFirstTime, .from = c.today()});
  }
}

void temporary_sign_in_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "signed_in", {}});
  preview.facts_after.sign_in.signed_in = true;
}

void add_resend_steps(const RuleContext& c, Decision& decision) {
  add_password_dates(c, decision);
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::admin, .step = steps::kSendSignInInfo, .from = c.today()});
  }
}

void resend_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "sign_in_info_sent", {}});
  if (const auto expires = preview.decision.date(dates::kPasswordExpires)) {
    preview.effects.push_back({*expires, effects::kPasswordExpires, {}});
  }
}

void add_verification_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::admin, .step = steps::kVerifyEmailFirst, .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = "contact_user", .from = c.today()});
  }
}

void verification_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "email_verified", {}});
  preview.facts_after.sign_in.email_verified = true;
}

void add_last_day_in_pmc(const RuleContext& c, Decision& decision) {
  if (const auto last_day = last_day_in_pmc(c)) {
    decision.dates.emplace_back(dates::kOverlapUntil, *last_day);
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::reenroll_membership,
     .group = ActionGroup::membership,
     .parameters = {kOn},
     .dates = {dates::kStarts, dates::kEnds, dates::kOverlapFrom, dates::kOverlapUntil},
     .complete = add_reenrolment_dates,
     .take_effect = reenrolment_takes_effect},
    {.type = ActionType::add_user,
     .group = ActionGroup::who_may,
     .parameters = {kOn},
     .dates = {dates::kPasswordExpires},
     .complete = add_user_steps,
     .take_effect = user_takes_effect},
    {.type = ActionType::add_users_from_pmc,
     .group = ActionGroup::membership,
     .parameters = {kOn},
     .dates = {dates::kPasswordExpires},
     .complete = add_user_steps,
     .take_effect = user_takes_effect},
    {.type = ActionType::sign_in_with_temporary_password,
     .group = ActionGroup::membership,
     .dates = {dates::kPasswordExpires},
     .complete = add_temporary_sign_in_steps,
     .take_effect = temporary_sign_in_takes_effect},
    {.type = ActionType::resend_sign_in,
     .group = ActionGroup::membership,
     .dates = {dates::kPasswordExpires},
     .complete = add_resend_steps,
     .take_effect = resend_takes_effect},
    {.type = ActionType::verify_sign_in_email,
     .group = ActionGroup::membership,
     .complete = add_verification_steps,
     .take_effect = verification_takes_effect},
    {.type = ActionType::stop_using_pmc,
     .group = ActionGroup::membership,
     .kind = ActionKind::information,
     .dates = {dates::kOverlapUntil},
     .complete = add_last_day_in_pmc},
});

constexpr auto kRules = std::to_array<Rule>({
    {.id = "membership.pmc_retired",
     .find = pmc_retired,
     .actions = {ActionType::reenroll_membership, ActionType::add_users_from_pmc},
     .facts = {kOn},
     .reasons = {kMet, kNotMet, kNotStated},
     .parameters = {Parameter::membership_pmc_last_day}},
    {.id = "membership.not_expired",
     .find = not_expired,
     .actions = {ActionType::reenroll_membership},
     .facts = {kPmcExpires, kOn},
     .reasons = {kMet, kUnknown, kNotCovered},
     .parameters = {Parameter::membership_term_months}},
    {.id = "membership.add_user_roles",
     .find = add_user_roles,
     .actions = {ActionType::add_user, ActionType::add_users_from_pmc},
     .facts = {kFact<&Actor::roles>},
     .reasons = kRequirement,
     .parameters = {Parameter::membership_add_user_roles}},
    {.id = "membership.password_valid",
     .find = password_valid,
     .actions = {ActionType::sign_in_with_temporary_password, ActionType::resend_sign_in},
     .facts = {kIssued, kSignedIn},
     .reasons = {kMet, kNotMet, kUnknown, kNotStated, kNotApplicable},
     .parameters = {Parameter::membership_password_days}},
    {.id = "membership.sign_in_by_admin",
     .find = sign_in_by_admin,
     .actions = {ActionType::resend_sign_in, ActionType::verify_sign_in_email},
     .facts = {kRelation},
     .reasons = kRequirement},
    {.id = "membership.pmc_benefits",
     .find = pmc_benefits,
     .actions = {ActionType::stop_using_pmc},
     .facts = {kPmcExpires},
     .reasons = {kMet, kNotMet, kUnknown, kRetired},
     .parameters = {Parameter::membership_pmc_last_day}},
    {.id = "membership.email_verified",
     .find = email_verified,
     .actions = {ActionType::resend_sign_in},
     .facts = {kEmailVerified},
     .reasons = kRequirement},
});

}  // namespace

const Subject& membership() {
  static constexpr Subject kSubject{.name = "membership", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
