// Histories of up to three links.
//
// A link that began more than 366 days before the last one counts on no day after that: it is tried as one that is not
// there, for three such days each. Of a history nothing but the days matters, so organizations and ends stand for
// themselves. No rule counts anything on the 400th day after the last start, so later days are not asked. Where not
// every day of the middle link is tried, those are on which something changes: around both other links, around the end
// of a wait, around New Year.
#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "partnercheck/check.h"
#include "partnercheck/roster/link_columns.h"
#include "prove.h"
#include "rules/link_date_rules.h"
#include "walked.h"

namespace partnercheck::prove {

namespace {

constexpr int kFirst = 2019;  // 2020 has a 29 February
constexpr int kLast = 2021;
constexpr Day kAsked = 400;   // days after the last start
constexpr Day kCounts = 366;  // before the last start: a link that began earlier counts no more

constexpr int kCoolOff = 30;
constexpr int kPerYear = 3;

struct History {
  std::array<Day, 3> starts{kNoDay, kNoDay, kNoDay};  // kNoDay: no such link
};

Day anniversary(Day start) {
  static const auto kAll = [] {
    std::vector<Day> all;
    for (Day day = 0; day < day_of(2030, 1, 1); ++day) {
      all.push_back(months_later(day, 12));
    }
    return all;
  }();
  return kAll[static_cast<std::size_t>(start)];
}

// By counting, on one day.
bool allows(const History& history, Day on, YearReading reading) {
  int count = 0;
  for (const Day start : history.starts) {
    if (start == kNoDay) {
      continue;
    }
    if (on < start + kCoolOff) {
      return false;
    }
    const bool counts =
        reading == YearReading::calendar ? civil(start).year == civil(on).year : on < anniversary(start);
    count += counts ? 1 : 0;
  }
  return count < kPerYear;
}

// Of every day asked, from `last` on, the first day from then on that allows.
class FirstDays {
 public:
  FirstDays(const History& history, Day last) {
    for (const YearReading reading : {YearReading::calendar, YearReading::rolling_12_months}) {
      auto& days = days_[static_cast<std::size_t>(reading)];
      Day next = last + kAsked;
      require(allows(history, next, reading), "nothing counts any more", history.starts[0], last);
      for (Day day = last + kAsked; day >= last; --day) {
        next = allows(history, day, reading) ? day : next;
        days[static_cast<std::size_t>(day - last)] = next;
      }
    }
  }

  [[nodiscard]] Day at(std::size_t day, YearReading reading) const {
    return days_[static_cast<std::size_t>(reading)][day];
  }

 private:
  std::array<std::array<Day, kAsked + 1>, 2> days_;
};

struct Bounds {
  Day earliest;
  Day latest;
};

Bounds bounds_of(const FirstDays& first, std::size_t day, std::string_view readings) {
  const Day calendar = first.at(day, YearReading::calendar);
  const Day rolling = first.at(day, YearReading::rolling_12_months);
  return readings == "calendar" ? Bounds{calendar, calendar}
         : readings.empty()     ? Bounds{std::min(calendar, rolling), std::max(calendar, rolling)}
                                : Bounds{rolling, rolling};
}

// Middle links between `from` and `last`.
std::vector<Day> middle_days(Day from, Day last, bool all) {
  std::set<Day> days;
  for (Day day = from; day <= last; ++day) {
    const bool new_year = civil(day).month == 1 && civil(day).day <= 2;
    const bool near = day - from <= 1 || last - day <= 1 || std::abs(last - day - kCoolOff) <= 1;
    if (all || near || new_year || civil(day + 1).year != civil(day).year) {
      days.insert(day);
    }
  }
  return {days.begin(), days.end()};
}

std::vector<History> histories_until(Day last, bool all_middles) {
  std::vector<History> histories{{{last, kNoDay, kNoDay}}};
  for (Day first = last - kCounts - 2; first <= last; ++first) {
    histories.push_back({{last, first, kNoDay}});
    for (const Day middle : middle_days(first, last, all_middles)) {
      histories.push_back({{last, middle, first}});
    }
  }
  histories.push_back({{last, last - 1'000, last - 2'000}});
  return histories;
}

void for_each_last(Part part, auto&& visit) {
  const Day end = day_of(kLast + 1, 1, 1);
  for (Day last = day_of(kFirst, 1, 1); last < end; ++last) {
    if (part.has(last)) {
      visit(last);
    }
  }
}

// Somebody who may link, but for their links.
Facts facts() {
  Facts facts;
  facts.person.partner_center_account = std::optional{PartnerCenterAccount{std::string{"F"}, AccountKind::work}};
  facts.person.certification_profile.active_certifications = 1;
  return facts;
}
Request request_on(Day today) {
  Request request{.ruleset = {}, .today = date_of(today), .action = {}, .actor = {}, .facts = facts()};
  request.action.organization = std::string{"F"};
  request.actor.relation = Relation::owner;
  return request;
}

void require_bounds(const BriefDecision& decision, Day today, Bounds bounds, const History& history) {
  const Status status = bounds.latest <= today    ? Status::allowed
                        : bounds.earliest > today ? Status::deferred
                                                  : Status::needs_info;
  const auto day = [&](Day one) { return one > today ? std::optional{date_of(one)} : std::nullopt; };
  const bool as_expected = decision.status == status && decision.earliest == day(bounds.earliest) &&
                           decision.latest == day(bounds.latest) &&
                           decision.until == (status == Status::deferred ? day(bounds.latest) : std::nullopt);
  require(as_expected, "a decision", today, history.starts[0], history.starts[1], history.starts[2]);
}

// Of the default ruleset, for each day that is asked.
class RulesByDay {
 public:
  explicit RulesByDay(const Ruleset& ruleset) {
    for (Day day = kFrom; day <= day_of(kLast + 1, 1, 1) + kAsked; ++day) {
      rules_.emplace_back(ruleset, date_of(day));
    }
  }

  [[nodiscard]] const LinkDateRules& on(Day day) const { return rules_[static_cast<std::size_t>(day - kFrom)]; }

 private:
  static inline const Day kFrom = day_of(kFirst, 1, 1);

  std::vector<LinkDateRules> rules_;
};

Association link_on(Day start) { return {std::string{"G"}, date_of(start), std::optional{date_of(start)}}; }

}  // namespace

std::int64_t prove_columns(const Rulebook& rulebook, Part part) {
  constexpr std::array<std::string_view, 3> kReadings{"", "calendar", "rolling_12_months"};
  std::vector<std::array<std::optional<LinkColumns>, 3>> columns;
  const Day first_asked = day_of(kFirst, 1, 1);
  for (Day day = first_asked; day <= day_of(kLast + 1, 1, 1) + kAsked; ++day) {
    auto& of_day = columns.emplace_back();
    for (std::size_t i = 0; i < kReadings.size(); ++i) {
      const Request one = request_on(day);
      of_day[i] = *LinkColumns::start(rulebook, {.ruleset = std::string{kReadings[i]},
                                                 .today = one.today,
                                                 .action = one.action,
                                                 .actor = one.actor,
                                                 .facts = one.facts,
                                                 .form = {},
                                                 .columns = {},
                                                 .shard = {},
                                                 .person = {}});
    }
  }
  std::int64_t cases = 0;
  for_each_last(part, [&](Day last) {
    // The middle link on every day for every history, or for those of every 61st last day.
    const auto histories = histories_until(last, part.whole || last % 61 == 0);
    std::vector<FirstDays> first;
    std::vector<std::int32_t> starts;
    for (const History& history : histories) {
      first.emplace_back(history, last);
      starts.insert(starts.end(), history.starts.begin(), history.starts.end());
    }
    const std::size_t people = histories.size();
    std::vector<RosterStatus> statuses(people);
    std::vector<std::int32_t> untils(people);
    std::vector<std::int32_t> earliests(people);
    std::vector<std::int32_t> latests(people);
    for (std::size_t asked = 0; asked <= kAsked; ++asked) {
      const Day today = last + static_cast<Day>(asked);
      for (std::size_t i = 0; i < kReadings.size(); ++i) {
        const auto& of_day = columns[static_cast<std::size_t>(today - first_asked)];
        require(of_day[i]->decide(starts, 3, {statuses, untils, earliests, latests}).has_value(), "taken", today);
        for (std::size_t person = 0; person < people; ++person) {
          const auto [earliest, latest] = bounds_of(first[person], asked, kReadings[i]);
          const bool allowed = latest <= today;
          const bool waits = earliest > today;
          const bool as_expected = statuses[person] == (allowed ? RosterStatus::allowed
                                                        : waits ? RosterStatus::deferred
                                                                : RosterStatus::needs_info) &&
                                   untils[person] == (waits ? latest : kNoDay) &&
                                   earliests[person] == (waits ? earliest : kNoDay) &&
                                   latests[person] == (allowed ? kNoDay : latest);
          require(as_expected, "a column", today, i, starts[3 * person], starts[3 * person + 1],
                  starts[3 * person + 2]);
        }
        cases += static_cast<std::int64_t>(people);
      }
    }
  });
  return cases;
}

std::int64_t prove_typed_core(const Rulebook& rulebook, Part part) {
  const Ruleset& ruleset = *rulebook.find("");
  const RulesByDay by_day{ruleset};
  std::int64_t cases = 0;
  for_each_last(part, [&](Day last) {
    for (const History& history : histories_until(last, false)) {
      const FirstDays first{history, last};
      Request request = request_on(last);
      std::vector<Association> links;
      for (const Day start : history.starts) {
        if (start != kNoDay) {
          links.push_back(link_on(start));
        }
      }
      request.facts.person.associations = links;
      std::vector<Day> latest;
      std::ranges::copy_if(history.starts, std::back_inserter(latest), [](Day start) { return start != kNoDay; });
      for (std::size_t asked = 0; asked <= kAsked; ++asked) {
        const Day today = last + static_cast<Day>(asked);
        const Bounds bounds = bounds_of(first, asked, "");
        const LinkDateRules& rules = by_day.on(today);
        const LinkFinding found = rules.decide({latest, latest.size()}, rules.free_days(latest));
        require(std::max(found.earliest, today) == bounds.earliest && std::max(found.latest, today) == bounds.latest,
                "the evaluator", today, history.starts[0], history.starts[1], history.starts[2]);
        ++cases;
        // The whole way, through all rules of the action, where something changes.
        const bool changes =
            asked > 0 && (bounds.latest == today || first.at(asked - 1, YearReading::calendar) == today);
        if (changes && history.starts[1] == history.starts[2]) {
          request.today = date_of(today);
          require_bounds(decide(ruleset, request), today, bounds, history);
          request.today = date_of(today - 1);
          require_bounds(decide(ruleset, request), today - 1, bounds_of(first, asked - 1, ""), history);
          cases += 2;
        }
      }
    }
  });
  return cases;
}

// That an unknown start is worst as late as it can be, and best as early, is proven too: no start moved to a later day
// makes a later day free.
std::int64_t prove_unknown_starts(const Rulebook& rulebook, Part part) {
  const RulesByDay by_day{*rulebook.find("")};
  std::int64_t cases = 0;
  for_each_last(part, [&](Day last) {
    const auto histories = histories_until(last, false);
    for (const History& history : histories) {
      const FirstDays at_latest{history, last};
      for (std::size_t moved = 1; moved < 3; ++moved) {
        History later = history;
        if (later.starts[moved] != kNoDay && later.starts[moved] < last) {
          ++later.starts[moved];
          const FirstDays then{later, last};
          for (std::size_t asked = 0; asked <= kAsked; ++asked) {
            for (const YearReading reading : {YearReading::calendar, YearReading::rolling_12_months}) {
              require(then.at(asked, reading) >= at_latest.at(asked, reading), "a later start", last, asked);
            }
          }
        }
      }
      for (unsigned mask = 1; mask < 8; ++mask) {
        History known = history;
        std::vector<Day> latest;
        std::vector<Day> unknown;
        bool counted = true;
        for (std::size_t i = 0; i < 3; ++i) {
          const bool hidden = (mask >> i & 1U) != 0;
          if (history.starts[i] == kNoDay) {
            counted = counted && !hidden;
          } else if (hidden) {
            unknown.push_back(history.starts[i]);
            known.starts[i] = kNoDay;
          } else {
            latest.push_back(history.starts[i]);
          }
        }
        if (!counted) {
          continue;
        }
        const FirstDays at_earliest{known, last};
        for (const std::size_t asked : {0U, 1U, 29U, 30U, 31U, 200U, 334U, 335U, 336U, 364U, 365U, 366U}) {
          const Day today = last + static_cast<Day>(asked);
          const LinkDateRules& rules = by_day.on(today);
          const LinkFinding found =
              rules.decide({latest, latest.size() + unknown.size(), unknown}, rules.free_days(latest));
          const Bounds best = bounds_of(at_earliest, asked, "");
          const Bounds worst = bounds_of(at_latest, asked, "");
          require(std::max(found.earliest, today) == best.earliest && std::max(found.latest, today) == worst.latest,
                  "an unknown start", today, mask, history.starts[0], history.starts[1], history.starts[2]);
          // Of an open link: it may have begun today, on every day.
          std::vector<Day> open = unknown;
          open.front() = kAnyDay;
          const LinkFinding moving = rules.decide({latest, latest.size() + open.size(), open}, rules.free_days(latest));
          require(std::max(moving.earliest, today) == best.earliest && moving.latest == kAnyDay, "an open link", today,
                  mask, history.starts[0], history.starts[1], history.starts[2]);
          cases += 2;
        }
      }
    }
  });
  return cases;
}

std::int64_t prove_profile_dates(const Rulebook& rulebook, Part part) {
  const Ruleset& ruleset = *rulebook.find("");
  std::int64_t cases = 0;
  for_each_last(part, [&](Day today) {
    Request request = request_on(today);
    for (const bool linked : {false, true}) {
      if (linked) {
        request.facts.person.associations = std::vector{link_on(today)};
      }
      request.facts.person.next_association_date = std::optional<Date>{};
      require_bounds(decide(ruleset, request), today, {today, today}, {});
      for (Day shown = today - 40; shown <= today + kAsked; ++shown) {
        request.facts.person.next_association_date = std::optional{date_of(shown)};
        require_bounds(decide(ruleset, request), today, {shown, shown}, {{shown}});
        ++cases;
      }
    }
  });
  return cases;
}

Rulebook rulebook_of_readings() {
  Rulebook rulebook = built_in_rulebook();
  for (const YearReading reading : {YearReading::calendar, YearReading::rolling_12_months}) {
    Ruleset own = *rulebook.find("");
    own.id = name_of(reading);
    own.parameters[static_cast<std::size_t>(Parameter::association_year)]->value = std::string{name_of(reading)};
    rulebook.rulesets.push_back(std::move(own));
  }
  return rulebook;
}

}  // namespace partnercheck::prove
