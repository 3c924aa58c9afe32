// The move of a membership from Partner Membership Center (PMC) to Partner Center, and the accounts of its users.
// Rules T-01 to T-21 of the documents.
#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

Finding pmc_retired(const RuleContext& c) {
  const auto last_day = c.ruleset.date(Parameter::membership_pmc_last_day);
  if (!last_day) {
    return FindingBuilder::unknown("not_stated");
  }
  if (c.on() <= *last_day) {
    return FindingBuilder::met().limit("last_day", *last_day);
  }
  return FindingBuilder::not_met().limit("last_day", *last_day).step(Who::global_admin, "enroll_anew");
}

// The last day of the old membership still belongs to it. What happens after it, the documents do not say.
Finding not_expired(const RuleContext& c) {
  const auto& expires = c.request.facts.membership.pmc_expires;
  if (!expires.known()) {
    return FindingBuilder::unknown().missing("/facts/membership/pmc_expires");
  }
  if (c.on() <= expires.value()) {
    return FindingBuilder::met().input("pmc_expires", expires).input("on", c.on());
  }
  return FindingBuilder::unknown("not_covered")
      .input("pmc_expires", expires)
      .input("on", c.on())
      .assume("membership.after_expiry_not_covered")
      .step({.who = Who::admin, .step = "ask_support", .channel = "microsoft_support"});
}

Finding add_user_roles(const RuleContext& c) {
  Finding finding =
      require_role(c, Parameter::membership_add_user_roles, {.who = Who::organization, .step = "ask_role_holder"});
  finding.assumptions.push_back("membership.which_admin_adds_users");
  return finding;
}

std::optional<Date> password_expires(const RuleContext& c, Date issued) {
  const auto days = c.ruleset.number(Parameter::membership_password_days);
  return days ? std::optional{issued + std::chrono::days{*days}} : std::nullopt;
}

Finding password_valid(const RuleContext& c) {
  const auto& issued = c.request.facts.sign_in.issued;
  const auto days = c.ruleset.number(Parameter::membership_password_days);
  if (!days) {
    return FindingBuilder::unknown("not_stated").step(Who::admin, "reset_password");
  }
  if (!issued.known()) {
    return FindingBuilder::unknown().limit("days", *days).missing("/facts/sign_in/issued");
  }
  const Date expires = *password_expires(c, issued.value());
  if (c.today() < expires) {
    return FindingBuilder::met()
        .input("issued", issued)
        .input("last_day", expires - std::chrono::days{1})
        .limit("days", *days)
        .assume("membership.password_last_day");
  }
  const bool has_own = c.request.facts.sign_in.signed_in.is(true);
  return FindingBuilder::not_met()
      .input("issued", issued)
      .input("expired", expires)
      .limit("days", *days)
      .assume("membership.password_last_day")
      .remedy("/facts/sign_in/issued", c.today())
      .step({.who = has_own ? Who::owner : Who::admin, .step = has_own ? "use_own_password" : "remove_and_add_again"});
}

Finding sign_in_by_admin(const RuleContext& c) {
  const auto& relation = c.request.actor.relation;
  if (!relation.known()) {
    return FindingBuilder::unknown().missing("/actor/relation");
  }
  if (relation.is(Relation::admin)) {
    return FindingBuilder::met().input("relation", relation);
  }
  return FindingBuilder::not_met()
      .input("relation", relation)
      .remedy("/actor/relation", std::string{name_of(Relation::admin)})
      .step(Who::owner, "ask_admin_to_resend");
}

Finding email_verified(const RuleContext& c) {
  return require_true(c.request.facts.sign_in.email_verified, "/facts/sign_in/email_verified",
                      {.who = Who::admin, .step = "verify_email_first"});
}

void add_reenrolment_dates(const RuleContext& c, Decision& decision) {
  const auto months = c.ruleset.number(Parameter::membership_term_months);
  if (decision.status != Status::allowed || !months) {
    return;
  }
  const Date expires = c.request.facts.membership.pmc_expires.value();
  const Date ends = add_months(expires, static_cast<int>(*months));
  decision.dates = {{"starts", c.on()}, {"ends", ends}, {"overlap_from", c.on()}, {"overlap_until", expires}};
  if (day_of_month(ends) != day_of_month(expires)) {
    decision.assumptions.push_back("membership.leap_day");
  }
  decision.assumptions.push_back("membership.expiry_day_included");
  decision.next_steps.push_back({.who = Who::admin, .step = "reenroll_in_partner_center", .from = c.today()});
  decision.next_steps.push_back({.who = Who::admin, .step = "set_up_users_right_away", .from = c.on()});
}

void reenrolment_takes_effect(const RuleContext&, Date, Preview& preview) {
  const Decision& decision = preview.decision;
  if (!decision.date("starts")) {
    return;
  }
  preview.effects.push_back({*decision.date("starts"), "membership_starts", {}});
  preview.effects.push_back({*decision.date("overlap_until"), "benefits_viewable_until", {}});
  preview.effects.push_back({*decision.date("ends"), "membership_ends", {}});
}

void add_user_steps(const RuleContext& c, Decision& decision) {
  if (decision.status != Status::allowed) {
    return;
  }
  if (const auto expires = password_expires(c, c.on())) {
    decision.dates.emplace_back("password_expires", *expires);
    decision.assumptions.push_back("membership.password_last_day");
  }
  if (c.action().type == "add_user") {
    decision.next_steps.push_back({.who = Who::admin, .step = "add_new_user", .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = "send_sign_in_info", .from = c.today()});
  } else {
    decision.next_steps.push_back({.who = Who::admin, .step = "set_up_your_team", .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = "keep_sign_in_file", .from = c.today()});
  }
  decision.next_steps.push_back({.who = Who::owner, .step = "sign_in_first_time", .from = c.today()});
}

void user_takes_effect(const RuleContext& c, Date, Preview& preview) {
  const bool one = c.action().type == "add_user";
  preview.effects.push_back({c.on(), one ? "account_starts" : "accounts_start", {}});
  if (!one) {
    preview.effects.push_back({c.on(), "microsoft_emails_users", {}});
  }
  if (const auto expires = preview.decision.date("password_expires")) {
    preview.effects.push_back({*expires, "password_expires", {}});
  }
  preview.facts_after.sign_in.issued = c.on();
  preview.facts_after.sign_in.signed_in = false;
}

void add_password_dates(const RuleContext& c, Decision& decision) {
  const auto& issued = c.request.facts.sign_in.issued;
  if (!issued.known()) {
    return;
  }
  if (const auto expires = password_expires(c, issued.value())) {
    decision.dates.emplace_back("password_expires", *expires);
  }
}

void add_temporary_sign_in_steps(const RuleContext& c, Decision& decision) {
  add_password_dates(c, decision);
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::owner, .step = "sign_in_first_time", .from = c.today()});
  }
}

void temporary_sign_in_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "signed_in", {}});
  preview.facts_after.sign_in.signed_in = true;
}

void add_resend_steps(const RuleContext& c, Decision& decision) {
  add_password_dates(c, decision);
  const auto expires = decision.date("password_expires");
  if (expires && *expires <= c.today() && !c.request.facts.sign_in.signed_in.is(true)) {
    decision.next_steps.push_back({.who = Who::admin, .step = "remove_and_add_again", .from = c.today()});
  } else if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::admin, .step = "send_sign_in_info", .from = c.today()});
  }
}

void resend_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "sign_in_info_sent", {}});
  if (const auto expires = preview.decision.date("password_expires")) {
    preview.effects.push_back({*expires, "password_expires", {}});
  }
}

void add_verification_steps(const RuleContext& c, Decision& decision) {
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back({.who = Who::admin, .step = "verify_email_first", .from = c.today()});
    decision.next_steps.push_back({.who = Who::admin, .step = "contact_user", .from = c.today()});
  }
}

void verification_takes_effect(const RuleContext&, Date day, Preview& preview) {
  preview.effects.push_back({day, "email_verified", {}});
  preview.facts_after.sign_in.email_verified = true;
}

constexpr auto kActions = std::to_array<ActionRow>({
    {"reenroll_membership",
     {"on"},
     {},
     {"starts", "ends", "overlap_from", "overlap_until"},
     add_reenrolment_dates,
     reenrolment_takes_effect},
    {"add_user", {"on"}, {}, {"password_expires"}, add_user_steps, user_takes_effect},
    {"add_users_from_pmc", {"on"}, {}, {"password_expires"}, add_user_steps, user_takes_effect},
    {"sign_in_with_temporary_password",
     {},
     {},
     {"password_expires"},
     add_temporary_sign_in_steps,
     temporary_sign_in_takes_effect},
    {"resend_sign_in", {}, {}, {"password_expires"}, add_resend_steps, resend_takes_effect},
    {"verify_sign_in_email", {}, {}, {}, add_verification_steps, verification_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"membership.pmc_retired",
     pmc_retired,
     {"reenroll_membership", "add_users_from_pmc"},
     {"/action/on"},
     {"met", "not_met", "not_stated"},
     {Parameter::membership_pmc_last_day}},
    {"membership.not_expired",
     not_expired,
     {"reenroll_membership"},
     {"/facts/membership/pmc_expires", "/action/on"},
     {"met", "unknown", "not_covered"},
     {Parameter::membership_term_months}},
    {"membership.add_user_roles",
     add_user_roles,
     {"add_user", "add_users_from_pmc"},
     {"/actor/roles"},
     {"met", "not_met", "unknown"},
     {Parameter::membership_add_user_roles}},
    {"membership.password_valid",
     password_valid,
     {"sign_in_with_temporary_password"},
     {"/facts/sign_in/issued", "/facts/sign_in/signed_in"},
     {"met", "not_met", "unknown", "not_stated"},
     {Parameter::membership_password_days}},
    {"membership.sign_in_by_admin",
     sign_in_by_admin,
     {"resend_sign_in", "verify_sign_in_email"},
     {"/actor/relation"},
     {"met", "not_met", "unknown"}},
    {"membership.email_verified",
     email_verified,
     {"resend_sign_in"},
     {"/facts/sign_in/email_verified"},
     {"met", "not_met", "unknown"}},
});

}  // namespace

const Subject& membership() {
  static constexpr Subject kSubject{"membership", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
