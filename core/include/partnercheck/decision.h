// The answer to a question.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/date.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/request.h"
#include "partnercheck/value.h"

namespace partnercheck {

// denied: barred in every case. needs_info: what is unknown, or can be read in two ways, decides; or the documents do
// not cover the case. deferred: not today in any case, and for certain from `until` on. allowed: today in every case.
enum class Status { denied, needs_info, deferred, allowed };
template <>
inline constexpr auto kNames<Status> = std::to_array<std::string_view>({"denied", "needs_info", "deferred", "allowed"});

enum class Outcome { met, not_met, unknown, not_applicable };
template <>
inline constexpr auto kNames<Outcome> =
    std::to_array<std::string_view>({"met", "not_met", "unknown", "not_applicable"});

// Who has to do a next step.
enum class Who { owner, admin, global_admin, partner_admin, organization };
template <>
inline constexpr auto kNames<Who> =
    std::to_array<std::string_view>({"owner", "admin", "global_admin", "partner_admin", "organization"});

// One way to read an ambiguous rule. No `until`: this reading allows.
struct Reading {
  std::string_view year;  // "calendar" or "rolling_12_months"
  std::int64_t count = 0;
  std::optional<Date> until;

  static constexpr std::string_view kName = "Reading";
  static constexpr auto fields() {
    return std::tuple{
        member("year", &Reading::year),
        member("count", &Reading::count),
        member("until", &Reading::until),
    };
  }
  friend bool operator==(const Reading&, const Reading&) = default;
};

struct NextStep {
  Who who = Who::owner;
  std::string_view step;          // text key
  std::optional<Date> from = {};  // not before that day
  std::string_view channel = {};  // support route, where one is named
  NamedValues details = {};

  static constexpr std::string_view kName = "NextStep";
  static constexpr auto fields() {
    return std::tuple{
        member("who", &NextStep::who),
        member("step", &NextStep::step),
        member("from", &NextStep::from),
        member(may_be_empty("channel"), &NextStep::channel),
        member(may_be_empty("details"), &NextStep::details),
    };
  }
  friend bool operator==(const NextStep&, const NextStep&) = default;
};

// A fact that would have to be otherwise.
struct Change {
  std::string path;
  Value value;

  static constexpr std::string_view kName = "Change";
  static constexpr auto fields() {
    return std::tuple{
        member("path", &Change::path),
        member("value", &Change::value),
    };
  }
  friend bool operator==(const Change&, const Change&) = default;
};

// Names a fact of a request. Contract: a JSON pointer.
struct FactPointer {
  std::string_view pattern;  // the pointer; `*` stands for the index of a list's element
  std::size_t index = 0;     // in place of the `*`, where there is one

  [[nodiscard]] std::string text() const;

  friend bool operator==(const FactPointer&, const FactPointer&) = default;
};

// What one rule found.
struct Finding {
  std::string_view rule;
  Outcome outcome = Outcome::unknown;
  std::optional<Date> until;         // not met today, but met from that day on
  std::optional<Date> earliest;      // the first day on which it may be met in some case; none: `until`, or else today
  std::optional<Date> latest;        // of an unknown outcome: the first day on which it is met in every case
  NamedValues inputs;                // the facts it used
  NamedValues limits;                // the ruleset's numbers it compared them with
  std::vector<Reading> readings;     // where a word of the documents can be read in more than one way
  std::vector<FactPointer> missing;  // unknown facts that can change its outcome
  std::string source;                // "<source id>#<section>"
  std::string message;               // text key: "<rule>.<reason>"

  // Gathered into the decision; not part of the finding's own JSON.
  std::vector<std::vector<Change>> remedies;  // each would let the rule be met
  std::vector<std::string_view> assumptions;
  std::vector<NextStep> next_steps;

  static constexpr std::string_view kName = "Finding";
  static constexpr auto fields() {
    return std::tuple{
        member("rule", &Finding::rule),
        member("outcome", &Finding::outcome),
        member("until", &Finding::until),
        member("earliest", &Finding::earliest),
        member("latest", &Finding::latest),
        member("inputs", &Finding::inputs),
        member("limits", &Finding::limits),
        member(may_be_empty("readings"), &Finding::readings),
        member(may_be_empty("missing"), &Finding::missing),
        member(may_be_empty("source"), &Finding::source),
        member("message", &Finding::message),
    };
  }
  friend bool operator==(const Finding&, const Finding&) = default;
};

// What a newer ruleset says, where that is something else.
struct LaterDecision {
  std::string ruleset;
  Status status;
  std::optional<Date> until;
  std::optional<Finding> because;  // the finding that decides there; none when allowed

  static constexpr std::string_view kName = "LaterDecision";
  static constexpr auto fields() {
    return std::tuple{
        member("ruleset", &LaterDecision::ruleset),
        member("status", &LaterDecision::status),
        member("until", &LaterDecision::until),
        member("because", &LaterDecision::because),
    };
  }
};

struct Decision {
  Status status = Status::needs_info;
  std::optional<Date> until;      // when deferred: the first day on which it is allowed for certain; as `latest`
  std::optional<Date> earliest;   // the first day, after today, on which it may be allowed in some case
  std::optional<Date> latest;     // the first day, after today, on which it is allowed in every case
  std::vector<Finding> findings;  // of every rule of the action that is in force, in catalogue order
  NamedDates dates;
  std::vector<FactPointer> missing;           // facts that can still change the status or the days
  std::vector<std::string_view> assumptions;  // text keys: what the documents leave open, and how it was read
  std::vector<NextStep> next_steps;           // in order
  std::string ruleset;
  std::vector<LaterDecision> later;  // oldest first; filled where the rulebook is known

  [[nodiscard]] const Finding* finding(std::string_view rule) const;
  [[nodiscard]] std::optional<Date> date(std::string_view name) const;
  // The first finding that makes the status what it is; null when allowed.
  [[nodiscard]] const Finding* deciding() const;
  // The first day on which the action may go ahead, as far as that is known. `today` when allowed.
  [[nodiscard]] std::optional<Date> first_day(Date today) const;

  static constexpr std::string_view kName = "Decision";
  static constexpr auto fields() {
    return std::tuple{
        member("status", &Decision::status),
        member("until", &Decision::until),
        member("earliest", &Decision::earliest),
        member("latest", &Decision::latest),
        member("findings", &Decision::findings),
        member("dates", &Decision::dates),
        member("missing", &Decision::missing),
        member("assumptions", &Decision::assumptions),
        member("next_steps", &Decision::next_steps),
        member("ruleset", &Decision::ruleset),
        member(may_be_empty("later"), &Decision::later),
    };
  }
};

// By the name of the rule.
using NamedOutcomes = std::vector<std::pair<std::string_view, Outcome>>;

// A decision without its reasons, for who asks many.
struct BriefDecision {
  Status status = Status::needs_info;
  std::optional<Date> until;  // these three as in a Decision
  std::optional<Date> earliest;
  std::optional<Date> latest;
  NamedOutcomes outcomes;  // of every rule of the action that is in force

  static constexpr std::string_view kName = "BriefDecision";
  static constexpr auto fields() {
    return std::tuple{
        member("status", &BriefDecision::status),     member("until", &BriefDecision::until),
        member("earliest", &BriefDecision::earliest), member("latest", &BriefDecision::latest),
        member("outcomes", &BriefDecision::outcomes),
    };
  }
};

// One dated change that an action brings.
struct Effect {
  Date on;
  std::string_view change;  // text key
  NamedValues details;

  static constexpr std::string_view kName = "Effect";
  static constexpr auto fields() {
    return std::tuple{
        member("on", &Effect::on),
        member("change", &Effect::change),
        member(may_be_empty("details"), &Effect::details),
    };
  }
};

// A smallest set of changed facts with which the action would be allowed; no part of it is enough.
struct Alternative {
  std::vector<Change> changes;

  static constexpr std::string_view kName = "Alternative";
  static constexpr auto fields() {
    return std::tuple{
        member("changes", &Alternative::changes),
    };
  }
};

// A request that a person has to send. Its values are in the order in which they are asked for.
struct Letter {
  std::string_view letter;   // text key
  std::string_view channel;  // support route
  NamedValues values;
  std::vector<std::string_view> blanks;  // names of the values that are still to be filled in

  static constexpr std::string_view kName = "Letter";
  static constexpr auto fields() {
    return std::tuple{
        member("letter", &Letter::letter),
        member("channel", &Letter::channel),
        member("values", &Letter::values),
        member("blanks", &Letter::blanks),
    };
  }
};

struct Preview {
  Decision decision;
  std::vector<Effect> effects;            // by day; empty unless the first day is known
  std::optional<Letter> letter;           // where a person has to write, and nothing but its own blanks is open
  std::vector<Alternative> alternatives;  // when denied or deferred: what would allow it today
  Facts facts_after;

  static constexpr std::string_view kName = "Preview";
  static constexpr auto fields() {
    return std::tuple{
        member("decision", &Preview::decision),       member("effects", &Preview::effects),
        member("letter", &Preview::letter),           member("alternatives", &Preview::alternatives),
        member("facts_after", &Preview::facts_after),
    };
  }
};

}  // namespace partnercheck
