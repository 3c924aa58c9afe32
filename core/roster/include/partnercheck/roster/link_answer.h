// What is answered about a table of links.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/counts.h"
#include "partnercheck/date.h"
#include "partnercheck/decision.h"
#include "partnercheck/field.h"
#include "partnercheck/roster/roster_status.h"

namespace partnercheck {

// Whose turn it is: whoever keeps the table, the person who owns the profile, an administrator of the organization,
// somebody at Microsoft; nobody, where there is nothing to do but wait.
enum class Turn : std::uint8_t { keeper, owner, admin, support, nobody };
template <>
inline constexpr auto kNames<Turn> = std::to_array<std::string_view>({"keeper", "owner", "admin", "support", "nobody"});

// People with the same answer for the same reason, of whom the same has to be done.
struct RosterGroup {
  RosterStatus status = RosterStatus::not_decided;
  std::string reason;  // the message of the finding that decides; empty when there is none
  Turn turn = Turn::keeper;
  std::vector<NextStep> steps;            // in order; their days are each person's own
  std::vector<std::string_view> missing;  // facts that can still change the answer; `*` stands for any index of a list
  std::int64_t people = 0;

  static constexpr std::string_view kName = "RosterGroup";
  static constexpr auto fields() {
    return std::tuple{
        member("status", &RosterGroup::status),   member(may_be_empty("reason"), &RosterGroup::reason),
        member("turn", &RosterGroup::turn),       member("steps", &RosterGroup::steps),
        member("missing", &RosterGroup::missing), member("people", &RosterGroup::people),
    };
  }
};

// Adds up over the shards of a table, all but `all_on`, of which the last one counts.
struct Totals {
  std::string ruleset;
  Date today;
  std::int64_t rows = 0;  // without the header
  std::int64_t people = 0;
  CountOfEach<RosterStatus> statuses;
  Counts<std::string> reasons;      // people by the message of the finding that decides
  std::vector<RosterGroup> groups;  // everybody stands in one of them
  Counts<Date> days;                // people by the first day on which they may be linked, where that is not today
  Counts<Date> earliest;            // people by the first day on which they may be linked in some case, likewise
  Counts<std::string_view> faults;  // by their code
  std::optional<Date> all_on;       // the first day on which all of them may be linked; none while somebody may not

  static constexpr std::string_view kName = "Totals";
  static constexpr auto fields() {
    return std::tuple{
        member("ruleset", &Totals::ruleset),   member("today", &Totals::today),
        member("rows", &Totals::rows),         member("people", &Totals::people),
        member("statuses", &Totals::statuses), member("reasons", &Totals::reasons),
        member("groups", &Totals::groups),     member("days", &Totals::days),
        member("earliest", &Totals::earliest), member("faults", &Totals::faults),
        member("all_on", &Totals::all_on),
    };
  }
};

// One person's decision, in short.
struct RosterDecision {
  RosterStatus status = RosterStatus::not_decided;
  std::optional<Date> until;  // these three as in a Decision
  std::optional<Date> earliest;
  std::optional<Date> latest;
  std::string_view reason;  // the message of the finding that decides; empty when there is none

  static constexpr std::string_view kName = "RosterDecision";
  static constexpr auto fields() {
    return std::tuple{
        member("status", &RosterDecision::status),
        member("until", &RosterDecision::until),
        member("earliest", &RosterDecision::earliest),
        member("latest", &RosterDecision::latest),
        member(may_be_empty("reason"), &RosterDecision::reason),
    };
  }
};

struct RosterRow : RosterDecision {
  std::string_view person;
  std::string_view name;   // what they are called; empty where the table does not say
  std::string_view email;  // empty where the table does not say
  std::int64_t links = 0;
  std::optional<Date> last_started;
  std::string_view organization;           // where the latest link that stands leads; empty when there is none
  std::optional<RosterDecision> compared;  // by the ruleset compared with

  static constexpr std::string_view kName = "RosterRow";
  static constexpr auto fields() {
    return std::tuple_cat(
        std::tuple{
            member("person", &RosterRow::person),
            member(may_be_empty("name"), &RosterRow::name),
            member(may_be_empty("email"), &RosterRow::email),
        },
        RosterDecision::fields(),
        std::tuple{
            member("links", &RosterRow::links),
            member("last_started", &RosterRow::last_started),
            member(may_be_empty("organization"), &RosterRow::organization),
            member("compared", &RosterRow::compared),
        });
  }
};

// How many people get `after` where they had `before`; also with the same status, on another day.
struct StatusChange {
  RosterStatus before;
  RosterStatus after;
  std::int64_t people = 0;

  static constexpr std::string_view kName = "StatusChange";
  static constexpr auto fields() {
    return std::tuple{
        member("before", &StatusChange::before),
        member("after", &StatusChange::after),
        member("people", &StatusChange::people),
    };
  }
};

// The same people by another ruleset.
struct RosterComparison {
  Totals totals;
  std::vector<StatusChange> changes;

  static constexpr std::string_view kName = "RosterComparison";
  static constexpr auto fields() {
    return std::tuple{
        member("totals", &RosterComparison::totals),
        member("changes", &RosterComparison::changes),
    };
  }
};

}  // namespace partnercheck
