// The entry in the Learning Partner directory. Rules P-25 to P-27 of the documents.
#include <algorithm>
#include <array>

#include "rules/finding_builder.h"
#include "rules/learning_option.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"
#include "text.h"

namespace partnercheck {

namespace {

constexpr auto kEntryName = kFact<&Action::name>;
constexpr auto kCountry = kFact<&Action::country>;
constexpr auto kUrl = kFact<&Action::url>;
constexpr auto kDesignations = kFact<&Learning::designations>;

Finding designation(const RuleContext& c) {
  constexpr std::string_view kLimit = "designations_min";
  const auto least = c.ruleset.number(Parameter::directory_designations_min);
  const auto& count = c[kDesignations];
  if (!least) {
    return FindingBuilder::unknown(kNotStated);
  }
  if (!count.known()) {
    return FindingBuilder::unknown().limit(kLimit, *least).missing(kDesignations);
  }
  if (count.value() >= *least) {
    return FindingBuilder::met().input(c, kDesignations).limit(kLimit, *least);
  }
  return FindingBuilder::not_met().input(c, kDesignations).limit(kLimit, *least).remedy(kDesignations, *least);
}

Finding entry_fields(const RuleContext& c) {
  return require_fields(std::array{RequestField{c, kEntryName}, RequestField{c, kCountry}, RequestField{c, kUrl}});
}

// An address that a browser can open: http or https, a host with a dot, and no white space.
// With https:// or http://, or as people write it: without.
bool web_address(std::string_view url) {
  std::string_view rest = url;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (same_name(rest.substr(0, scheme.size()), scheme)) {
      rest.remove_prefix(scheme.size());
      break;
    }
  }
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const auto dot = host.find('.');
  return dot != std::string_view::npos && dot > 0 && host.back() != '.' && host.find(":/") == std::string_view::npos &&
         !rest.starts_with("/") && url.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
}

Finding url(const RuleContext& c) {
  const auto& address = c[kUrl];
  if (!address.known()) {
    return FindingBuilder::unknown().missing(kUrl);
  }
  if (web_address(address.value())) {
    return FindingBuilder::met().input(c, kUrl);
  }
  return FindingBuilder::not_met().input(c, kUrl).step(Who::partner_admin, steps::kCompleteRequest);
}

template <auto kMember>
Finding page(const RuleContext& c) {
  return require_true(c, kFact<kMember>, {.who = Who::organization, .step = "mend_landing_page"});
}

struct Schedule {
  Date submitted_from;
  Date submitted_until;
  Date visible_by;
};

// Nothing when the ruleset's documents do not state the days.
std::optional<Schedule> schedule_of(const RuleContext& c) {
  const auto first = c.ruleset.number(Parameter::directory_submitted_from_day);
  const auto last = c.ruleset.number(Parameter::directory_submitted_until_day);
  const auto visible = c.ruleset.number(Parameter::directory_visible_by_day);
  if (!first || !last || !visible) {
    return std::nullopt;
  }
  const auto day = [](Date month, std::int64_t number) {
    return day_in_month_of(month, static_cast<unsigned>(number));
  };
  const Date month = c.today() > day(c.today(), *last) ? add_months(c.today(), 1) : c.today();
  return Schedule{std::max(c.today(), day(month, *first)), day(month, *last), day(add_months(month, 1), *visible)};
}

// Never a bar: it says when the entry is looked at.
Finding schedule(const RuleContext& c) {
  const auto days = schedule_of(c);
  if (!days) {
    return FindingBuilder::met(kNotStated);
  }
  return FindingBuilder::met()
      .input(dates::kSubmittedFrom, days->submitted_from)
      .input(dates::kSubmittedUntil, days->submitted_until)
      .input(dates::kVisibleBy, days->visible_by)
      .assume("directory.weeks_of_the_month");
}

void add_listing_dates(const RuleContext& c, Decision& decision) {
  if (const auto days = schedule_of(c)) {
    decision.dates = {{dates::kSubmittedFrom, days->submitted_from},
                      {dates::kSubmittedUntil, days->submitted_until},
                      {dates::kVisibleBy, days->visible_by}};
  }
}

void listing_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  preview.effects.push_back({day, effects::kRequestSent, {}});
  if (const auto days = schedule_of(c)) {
    preview.effects.push_back({days->submitted_from, "entry_submitted", {{"until", days->submitted_until}}});
    preview.effects.push_back({days->visible_by, "entry_visible_by", {}});
  }
}

void fill_listing(const RuleContext& c, Letter& letter) { fill(letter, c, kEntryName, kCountry, kUrl); }

constexpr std::string_view kFields = "directory.fields";

constexpr auto kActions = std::to_array<ActionRow>({
    {.type = ActionType::request_directory_listing,
     .group = ActionGroup::learning_partner,
     .parameters = {kEntryName, kCountry, kUrl, kFact<&Action::page>},
     .dates = {dates::kSubmittedFrom, dates::kSubmittedUntil, dates::kVisibleBy},
     .complete = add_listing_dates,
     .take_effect = listing_takes_effect,
     .letter = {.name = "directory_listing",
                .channel = channels::kPartnerFrontlineSupport,
                .completed_by = kFields,
                .fill = fill_listing}},
});

constexpr Few<ActionType> kListing{ActionType::request_directory_listing};

// A rule on the landing page.
template <auto kMember>
constexpr Rule page_rule(std::string_view id) {
  return {.id = id, .find = page<kMember>, .actions = kListing, .facts = {kFact<kMember>}, .reasons = kRequirement};
}

constexpr auto kRules = std::to_array<Rule>({
    {.id = "directory.learning_partner",
     .find = enrolled_as_partner,
     .actions = kListing,
     .facts = {kFact<&Learning::enrolled>},
     .reasons = kRequirement},
    {.id = "directory.designation",
     .find = designation,
     .actions = kListing,
     .facts = {kDesignations},
     .reasons = {kMet, kNotMet, kUnknown, kNotStated},
     .parameters = {Parameter::directory_designations_min}},
    {.id = kFields,
     .find = entry_fields,
     .actions = kListing,
     .facts = {kEntryName, kCountry, kUrl},
     .reasons = {kMet, kUnknown}},
    {.id = "directory.url", .find = url, .actions = kListing, .facts = {kUrl}, .reasons = kRequirement},
    page_rule<&LandingPage::partner_owned>("directory.page_owned"),
    page_rule<&LandingPage::microsoft_specific>("directory.page_microsoft"),
    page_rule<&LandingPage::only_this_partner>("directory.page_only"),
    page_rule<&LandingPage::no_competitors>("directory.page_competitors"),
    {.id = "directory.schedule",
     .find = schedule,
     .actions = kListing,
     .reasons = {kMet, kNotStated},
     .parameters = {Parameter::directory_submitted_from_day, Parameter::directory_submitted_until_day,
                    Parameter::directory_visible_by_day}},
});

}  // namespace

const Subject& directory() {
  static constexpr Subject kSubject{.name = "directory", .actions = kActions, .rules = kRules};
  return kSubject;
}

}  // namespace partnercheck
