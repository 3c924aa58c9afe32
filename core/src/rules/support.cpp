// Whom to ask when something does not work: a way for each problem, and the document that names it.
#include <algorithm>

#include "rules/finding_builder.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"

namespace partnercheck {

namespace {

constexpr auto kProblem = kFact<&Action::problem>;
constexpr auto kProfileDate = kFact<&Person::next_association_date>;

constexpr std::string_view kLearning = "support.learning";
constexpr std::string_view kLinking = "support.linking";
constexpr std::string_view kSignIn = "support.sign_in";

constexpr std::string_view kDateAhead = "date_ahead";
constexpr std::string_view kDateUnknown = "date_unknown";
constexpr std::string_view kNotCovered = "not_covered";

std::string_view rule_of(Problem problem) {
  switch (problem) {
    case Problem::linking:
    case Problem::limit:
    case Problem::two_profiles:
    case Problem::skills_report:
      return kLinking;
    case Problem::sign_in_information:
    case Problem::password:
      return kSignIn;
    case Problem::kpi:
    case Problem::directory:
    case Problem::courseware:
      break;
  }
  return kLearning;
}

FindingBuilder way_out(const RuleContext& c, NextStep step) {
  const Problem problem = c[kProblem].value();
  return FindingBuilder::met(name_of(problem)).input(c, kProblem).step(std::move(step));
}

// Support is for those whom the date in their profile no longer keeps waiting.
Finding limit(const RuleContext& c) {
  const auto& shown = c[kProfileDate];
  if (!shown.known()) {
    return FindingBuilder::unknown(kDateUnknown).missing(kProfileDate).step(Who::owner, steps::kReadDateInProfile);
  }
  const Date day = std::max(shown.value().value_or(c.today()), c.today());
  const NextStep step{.who = Who::owner,
                      .step = steps::kContactSupportIfLinkingFails,
                      .from = day,
                      .channel = channels::kMicrosoftSupport};
  if (day > c.today()) {
    return FindingBuilder::not_met(kDateAhead).until(day).input(c, kProfileDate).step(step);
  }
  return way_out(c, step);
}

Finding linking(const RuleContext& c) {
  const Problem problem = c[kProblem].value();
  switch (problem) {
    case Problem::linking:
      return way_out(c, {.who = Who::owner, .step = "open_support_ticket", .channel = channels::kMicrosoftSupport});
    case Problem::limit:
      return limit(c);
    case Problem::two_profiles:
      return way_out(c, {.who = Who::owner, .step = steps::kMergeMcids, .channel = channels::kCertificationSupport});
    case Problem::skills_report:
      return way_out(c, {.who = Who::owner, .step = steps::kAskGlobalAdminToRemoveFromReport});
    default:
      return FindingBuilder::not_applicable();
  }
}

// Its document is older than those of the other rules, which name nobody yet in its time.
Finding sign_in(const RuleContext& c) {
  const Problem problem = c[kProblem].value();
  switch (problem) {
    case Problem::sign_in_information:
      return way_out(c, {.who = Who::owner, .step = steps::kAskAdminToResend});
    case Problem::password:
      return way_out(c, {.who = Who::owner, .step = "reset_password_yourself"})
          .step(Who::admin, "enable_password_self_service");
    default:
      return c.ruleset.rule(rule_of(problem)) != nullptr ? FindingBuilder::not_applicable()
                                                         : FindingBuilder::unknown(kNotCovered).input(c, kProblem);
  }
}

Finding learning(const RuleContext& c) {
  const Problem problem = c[kProblem].value();
  switch (problem) {
    case Problem::kpi:
    case Problem::directory:
      return way_out(c, {.who = Who::partner_admin,
                         .step = "ask_partner_frontline_support",
                         .channel = channels::kPartnerFrontlineSupport});
    case Problem::courseware:
      return way_out(c, {.who = Who::partner_admin,
                         .step = steps::kSetUpAccountProfile,
                         .channel = channels::kPartnerFrontlineSupport});
    default:
      return FindingBuilder::not_applicable();
  }
}

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::get_support,
     .group = ActionGroup::support,
     .kind = ActionKind::information,
     .parameters = {kProblem},
     .required = {kProblem}},
});

constexpr Few<ActionType> kSupport{ActionType::get_support};

constexpr auto kRules = std::to_array<Rule>({
    {.id = kLinking,
     .find = linking,
     .actions = kSupport,
     .facts = {kProblem, kProfileDate},
     .reasons = {name_of(Problem::linking), name_of(Problem::limit), kDateAhead, kDateUnknown,
                 name_of(Problem::two_profiles), name_of(Problem::skills_report), kNotApplicable}},
    {.id = kSignIn,
     .find = sign_in,
     .actions = kSupport,
     .facts = {kProblem},
     .reasons = {name_of(Problem::sign_in_information), name_of(Problem::password), kNotApplicable, kNotCovered}},
    {.id = kLearning,
     .find = learning,
     .actions = kSupport,
     .facts = {kProblem},
     .reasons = {name_of(Problem::kpi), name_of(Problem::directory), name_of(Problem::courseware), kNotApplicable}},
});

}  // namespace

const Subject& support() {
  static constexpr Subject kSubject{.name = "support", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
