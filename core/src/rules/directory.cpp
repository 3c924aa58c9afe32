// The entry in the Learning Partner directory. Rules P-25 to P-27 of the documents.
#include "rules/finding_builder.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

Finding learning_partner(const RuleContext& c) {
  const auto& enrolled = c.learning().enrolled;
  if (!enrolled.known()) {
    return FindingBuilder::unknown().missing("/facts/learning/enrolled");
  }
  if (!enrolled.is(Enrolled::none)) {
    return FindingBuilder::met().input("enrolled", enrolled);
  }
  return FindingBuilder::not_met()
      .input("enrolled", enrolled)
      .remedy("/facts/learning/enrolled", std::string{name_of(Enrolled::action_pack)})
      .step({.who = Who::partner_admin, .step = "enroll_at_tier", .details = {{"tier", std::string{"action_pack"}}}});
}

Finding designation(const RuleContext& c) {
  const auto least = c.ruleset.number(Parameter::directory_designations_min);
  const auto& count = c.learning().designations;
  if (!least) {
    return FindingBuilder::unknown("not_stated");
  }
  if (!count.known()) {
    return FindingBuilder::unknown().limit("designations_min", *least).missing("/facts/learning/designations");
  }
  if (count.value() >= *least) {
    return FindingBuilder::met().input("designations", count).limit("designations_min", *least);
  }
  return FindingBuilder::not_met()
      .input("designations", count)
      .limit("designations_min", *least)
      .remedy("/facts/learning/designations", *least);
}

Finding entry_fields(const RuleContext& c) {
  const Action& a = c.action();
  std::vector<std::string> missing;
  for (const auto& [name, known] :
       {std::pair{"name", a.name.known()}, std::pair{"country", a.country.known()}, std::pair{"url", a.url.known()}}) {
    if (!known) {
      missing.emplace_back(name);
    }
  }
  if (missing.empty()) {
    return FindingBuilder::met();
  }
  FindingBuilder finding = FindingBuilder::unknown().input("missing_fields", missing);
  for (const std::string& name : missing) {
    finding.missing("/action/" + name);
  }
  return finding.step(Who::partner_admin, "complete_request");
}

// An address that a browser can open: http or https, a host with a dot, and no white space.
bool web_address(std::string_view url) {
  std::string_view rest = url;
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (rest.size() > scheme.size() && same_name(rest.substr(0, scheme.size()), scheme)) {
      rest.remove_prefix(scheme.size());
      const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
      const auto dot = host.find('.');
      return dot != std::string_view::npos && dot > 0 && host.back() != '.' &&
             url.find_first_of(" \t\r\n<>\"") == std::string_view::npos;
    }
  }
  return false;
}

Finding url(const RuleContext& c) {
  const auto& address = c.action().url;
  if (!address.known()) {
    return FindingBuilder::unknown().missing("/action/url");
  }
  if (web_address(address.value())) {
    return FindingBuilder::met().input("url", address);
  }
  return FindingBuilder::not_met().input("url", address).step(Who::partner_admin, "complete_request");
}

Finding page_owned(const RuleContext& c) {
  return require_true(c.action().page.partner_owned, "/action/page/partner_owned",
                      {.who = Who::organization, .step = "mend_landing_page"});
}
Finding page_microsoft(const RuleContext& c) {
  return require_true(c.action().page.microsoft_specific, "/action/page/microsoft_specific",
                      {.who = Who::organization, .step = "mend_landing_page"});
}
Finding page_only(const RuleContext& c) {
  return require_true(c.action().page.only_this_partner, "/action/page/only_this_partner",
                      {.who = Who::organization, .step = "mend_landing_page"});
}
Finding page_competitors(const RuleContext& c) {
  return require_true(c.action().page.no_competitors, "/action/page/no_competitors",
                      {.who = Who::organization, .step = "mend_landing_page"});
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
  Date from = c.today();
  if (from < day(from, *first)) {
    from = day(from, *first);
  } else if (from > day(from, *last)) {
    from = day(add_months(day_in_month_of(from, 1), 1), *first);
  }
  return Schedule{from, day(from, *last), day(add_months(day_in_month_of(from, 1), 1), *visible)};
}

// Never a bar: it says when the entry is looked at.
Finding schedule(const RuleContext& c) {
  const auto days = schedule_of(c);
  if (!days) {
    return FindingBuilder::met("not_stated");
  }
  return FindingBuilder::met()
      .input("submitted_from", days->submitted_from)
      .input("submitted_until", days->submitted_until)
      .input("visible_by", days->visible_by)
      .assume("directory.weeks_of_the_month");
}

void add_listing_dates(const RuleContext& c, Decision& decision) {
  if (const auto days = schedule_of(c)) {
    decision.dates = {{"submitted_from", days->submitted_from},
                      {"submitted_until", days->submitted_until},
                      {"visible_by", days->visible_by}};
  }
  if (decision.status == Status::allowed) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = "send_request", .from = c.today(), .channel = "partner_frontline_support"});
  }
}

void listing_takes_effect(const RuleContext& c, Date day, Preview& preview) {
  const Action& a = c.action();
  preview.effects.push_back({day, "request_sent", {}});
  if (const auto days = schedule_of(c)) {
    preview.effects.push_back({days->submitted_from, "entry_submitted", {{"until", days->submitted_until}}});
    preview.effects.push_back({days->visible_by, "entry_visible_by", {}});
  }
  preview.letter = Letter{"directory_listing",
                          "partner_frontline_support",
                          {{"name", a.name.value()}, {"country", a.country.value()}, {"url", a.url.value()}}};
}

constexpr Few<std::string_view> kRequirement{"met", "not_met", "unknown"};
constexpr Few<std::string_view> kListing{"request_directory_listing"};

constexpr auto kActions = std::to_array<ActionRow>({
    {"request_directory_listing",
     {"name", "country", "url", "page"},
     {},
     {"submitted_from", "submitted_until", "visible_by"},
     add_listing_dates,
     listing_takes_effect},
});

constexpr auto kRules = std::to_array<Rule>({
    {"directory.learning_partner", learning_partner, kListing, {"/facts/learning/enrolled"}, kRequirement},
    {"directory.designation",
     designation,
     kListing,
     {"/facts/learning/designations"},
     {"met", "not_met", "unknown", "not_stated"},
     {Parameter::directory_designations_min}},
    {"directory.fields",
     entry_fields,
     kListing,
     {"/action/name", "/action/country", "/action/url"},
     {"met", "unknown"}},
    {"directory.url", url, kListing, {"/action/url"}, kRequirement},
    {"directory.page_owned", page_owned, kListing, {"/action/page/partner_owned"}, kRequirement},
    {"directory.page_microsoft", page_microsoft, kListing, {"/action/page/microsoft_specific"}, kRequirement},
    {"directory.page_only", page_only, kListing, {"/action/page/only_this_partner"}, kRequirement},
    {"directory.page_competitors", page_competitors, kListing, {"/action/page/no_competitors"}, kRequirement},
    {"directory.schedule",
     schedule,
     kListing,
     {},
     {"met", "not_stated"},
     {Parameter::directory_submitted_from_day, Parameter::directory_submitted_until_day,
      Parameter::directory_visible_by_day}},
});

}  // namespace

const Subject& directory() {
  static constexpr Subject kSubject{"directory", kActions, kRules};
  return kSubject;
}

}  // namespace partnercheck
