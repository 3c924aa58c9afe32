// Rules of one or two days, over the whole calendar of the contract.
#include <optional>

#include "day.h"
#include "partnercheck/check.h"
#include "prove.h"
#include "walked.h"

namespace partnercheck::prove {

namespace {

constexpr int kRefreshDay = 15;
constexpr int kWindowMonths = 12;
constexpr int kPasswordDays = 90;

void for_each_day(Part part, auto&& visit) {
  const Day end = day_of(2200, 1, 1);
  for (Day day = day_of(1990, 1, 1); day < end; ++day) {
    if (part.has(day)) {
      visit(day);
    }
  }
}

Request ask(ActionType type, Day today) {
  Request request{.ruleset = {}, .today = date_of(today), .action = {}, .actor = {}, .facts = {}};
  request.action.type = type;
  return request;
}

bool says(const Decision& decision, std::string_view name, Day day) { return decision.date(name) == date_of(day); }

// Of a rule: met, or not yet and from which day on, or not any more.
void require_finding(const Decision& decision, std::string_view rule, bool met, std::optional<Day> until, Day a,
                     Day b) {
  const Finding* finding = decision.finding(rule);
  require(finding != nullptr && finding->outcome == (met ? Outcome::met : Outcome::not_met) &&
              finding->until == (until ? std::optional{date_of(*until)} : std::nullopt),
          "a finding", a, b);
}

// The months that the view shows on a day: those before the one that it was last refreshed in.
struct Window {
  Day from;
  Day until;
};
Window window_on(Day day) {
  Day refreshed = day;
  while (civil(refreshed).day != kRefreshDay) {
    --refreshed;
  }
  const Day until = first_of_month(refreshed) - 1;
  return {months_earlier(first_of_month(refreshed), kWindowMonths), until};
}

}  // namespace

std::int64_t prove_kpi_windows(const Rulebook& rulebook, Part part) {
  std::int64_t cases = 0;
  for_each_day(part, [&](Day today) {
    const Decision decision = check(*rulebook.find(""), ask(ActionType::view_kpi, today));
    const Window window = window_on(today);
    require(says(decision, "window_from", window.from) && says(decision, "window_until", window.until), "a window",
            today);
    ++cases;
  });
  return cases;
}

std::int64_t prove_invoices(const Rulebook& rulebook, Part part) {
  std::int64_t cases = 0;
  for_each_day(part, [&](Day on) {
    const auto shows = [&](Day day) { return window_on(day).from <= on && on <= window_on(day).until; };
    Day visible = on;
    while (!shows(visible)) {
      ++visible;
    }
    Day leaves = months_later(visible, kWindowMonths) - 3;
    require(shows(leaves), "shows to the end", on);
    while (shows(leaves)) {
      ++leaves;
    }
    for (const Day today : {on, on + 1, visible - 1, visible, visible + 1, leaves - 1, leaves, leaves + 1}) {
      Request request = ask(ActionType::publish_invoice, today);
      request.action.on = date_of(on);
      const Decision decision = check(*rulebook.find(""), request);
      require(says(decision, "visible_from", visible) && says(decision, "leaves_on", leaves), "an invoice", on, today);
      require_finding(decision, "kpi.invoice", visible <= today && today < leaves,
                      today < visible ? std::optional{visible} : std::nullopt, on, today);
      ++cases;
    }
  });
  return cases;
}

std::int64_t prove_directory(const Rulebook& rulebook, Part part) {
  std::int64_t cases = 0;
  for_each_day(part, [&](Day today) {
    const Decision decision = check(*rulebook.find(""), ask(ActionType::request_directory_listing, today));
    Day from = today;
    while (civil(from).day < 15 || civil(from).day > 21) {
      ++from;
    }
    const Day until = next_numbered(from, 21);
    const Day visible = next_numbered(next_numbered(from, 1), 7);
    require(says(decision, "submitted_from", from) && says(decision, "submitted_until", until) &&
                says(decision, "visible_by", visible),
            "the directory", today);
    ++cases;
  });
  return cases;
}

std::int64_t prove_renewals(const Rulebook& rulebook, Part part) {
  std::int64_t cases = 0;
  for_each_day(part, [&](Day anniversary) {
    const Day measured = first_of_month(anniversary);
    const Day from = months_earlier(measured, kWindowMonths);
    const Day published = next_numbered(measured, kRefreshDay);
    const Day past = months_later(anniversary, kWindowMonths);
    for (const Day today :
         {measured - 400, measured - 1, measured, anniversary, published - 1, published, past - 1, past, past + 1}) {
      if (today < 0) {
        continue;
      }
      for (const Tier tier : {Tier::silver, Tier::gold}) {
        Request request = ask(ActionType::renew_learning_option, today);
        request.action.anniversary = date_of(anniversary);
        request.action.tier = tier;
        const Decision decision = check(*rulebook.find(""), request);
        require(says(decision, "window_from", from) && says(decision, "window_until", measured - 1) &&
                    says(decision, "published_on", published),
                "a renewal", anniversary, today);
        require_finding(decision, "kpi.renewal", measured <= today && today < past,
                        today < measured ? std::optional{measured} : std::nullopt, anniversary, today);
        ++cases;
      }
    }
  });
  return cases;
}

std::int64_t prove_passwords(const Rulebook& rulebook, Part part) {
  std::int64_t cases = 0;
  for_each_day(part, [&](Day issued) {
    Request request = ask(ActionType::sign_in_with_temporary_password, issued);
    request.facts.sign_in.issued = date_of(issued);
    for (Day today = issued; today <= issued + kPasswordDays + 5; ++today) {
      request.today = date_of(today);
      const BriefDecision decision = decide(*rulebook.find(""), request);
      require(decision.status == (today < issued + kPasswordDays ? Status::allowed : Status::denied), "a password",
              issued, today);
      ++cases;
    }
    const Decision decision = check(*rulebook.find(""), request);
    require(says(decision, "password_expires", issued + kPasswordDays), "a password's day", issued);
  });
  return cases;
}

}  // namespace partnercheck::prove
