// What is asked of a table of links.
//
// The question is that of check for link_mcid. What it says of the actor and of the facts holds for everybody; the
// table gives each person their links, and may give what differs from person to person. The decision for a person is
// the one that check gives for the same facts.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "partnercheck/date.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/request.h"
#include "partnercheck/roster/roster_status.h"
#include "partnercheck/roster/table.h"

namespace partnercheck {

// Which column of the table, from 0, holds what.
struct RosterColumns {
  Fact<std::int64_t> person;  // whatever names a person: an MCID, an e-mail address, a number
  Fact<std::int64_t> name;    // what the person is called; shown beside, and decides nothing
  Fact<std::int64_t> email;   // the person's address; shown beside, and brings tables together
  Fact<std::int64_t> organization;
  Fact<std::int64_t> started;
  Fact<std::int64_t> ended;
  Fact<std::int64_t> next_association_date;
  Fact<std::int64_t> active_certifications;
  Fact<std::int64_t> account_organization;
  Fact<std::int64_t> account_kind;

  static constexpr std::string_view kName = "RosterColumns";
  static constexpr auto fields() {
    return std::tuple{
        member(column_field("person"), &RosterColumns::person),
        member(column_field("name"), &RosterColumns::name),
        member(column_field("email"), &RosterColumns::email),
        member(column_field("organization"), &RosterColumns::organization),
        member(column_field("started"), &RosterColumns::started),
        member(column_field("ended"), &RosterColumns::ended),
        member(column_field("next_association_date"), &RosterColumns::next_association_date),
        member(column_field("active_certifications"), &RosterColumns::active_certifications),
        member(column_field("account_organization"), &RosterColumns::account_organization),
        member(column_field("account_kind"), &RosterColumns::account_kind),
    };
  }
  friend bool operator==(const RosterColumns&, const RosterColumns&) = default;
};

// One of `of` parts of the people, `index` from 0. The parts are disjoint and together everybody, whatever the order of
// the rows: what several runs over the same table count adds up to what one run counts.
struct Shard {
  Fact<std::int64_t> index;
  Fact<std::int64_t> of;

  static constexpr std::string_view kName = "Shard";
  static constexpr auto fields() {
    return std::tuple{
        member(Field{"index", 0, 65'535}, &Shard::index),
        member(Field{"of", 1, 65'536}, &Shard::of),
    };
  }
  friend bool operator==(const Shard&, const Shard&) = default;
};

struct RosterRequest {
  std::string ruleset;  // empty: the default ruleset
  Date today;
  Action action;  // link_mcid, with its organization
  Actor actor;
  Facts facts;  // of everybody; no links and no date of the profile, which are each person's own
  TableForm form;
  RosterColumns columns;
  Shard shard;
  Fact<std::string> person;  // read this person only, and give their request instead of a decision

  static constexpr std::string_view kName = "RosterRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("ruleset"), &RosterRequest::ruleset),
        member(required_field("today"), &RosterRequest::today),
        member(required_field("action"), &RosterRequest::action),
        member("actor", &RosterRequest::actor),
        member("facts", &RosterRequest::facts),
        member(may_be_empty("form"), &RosterRequest::form),
        member("columns", &RosterRequest::columns),
        member(may_be_empty("shard"), &RosterRequest::shard),
        member(text_field("person"), &RosterRequest::person),
    };
  }
  friend bool operator==(const RosterRequest&, const RosterRequest&) = default;
};

// By which ruleset to decide the same people too.
struct RosterCompareRequest {
  std::string ruleset;

  static constexpr std::string_view kName = "RosterCompareRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(required(text_field("ruleset")), &RosterCompareRequest::ruleset),
    };
  }
  friend bool operator==(const RosterCompareRequest&, const RosterCompareRequest&) = default;
};

enum class SortBy { row, person, status, until, organization, links };
template <>
inline constexpr auto kNames<SortBy> =
    std::to_array<std::string_view>({"row", "person", "status", "until", "organization", "links"});

// Whose rows to list, and in which order. Unknown: does not matter. ASCII letters match and sort whatever their case.
struct ViewRequest {
  Fact<std::vector<RosterStatus>> statuses;
  Fact<std::string> reason;  // the message of a finding
  Fact<std::int64_t> group;  // of Totals::groups, from 0
  Fact<std::string> text;    // stands in what names the person, or in the name of the organization
  Fact<Date> until;
  Fact<bool> changed;  // decided otherwise by the ruleset compared with
  Fact<SortBy> sort;   // unknown: as the rows stand
  Fact<bool> descending;

  static constexpr std::string_view kName = "ViewRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(Field{"statuses", 0, 10}, &ViewRequest::statuses),
        member(text_field("reason"), &ViewRequest::reason),
        member(Field{"group", 0, 65'535}, &ViewRequest::group),
        member(text_field("text"), &ViewRequest::text),
        member("until", &ViewRequest::until),
        member("changed", &ViewRequest::changed),
        member("sort", &ViewRequest::sort),
        member("descending", &ViewRequest::descending),
    };
  }
  friend bool operator==(const ViewRequest&, const ViewRequest&) = default;
};

// A member of RosterRow.
enum class RowColumn {
  person,
  name,
  status,
  until,
  earliest,
  latest,
  reason,
  links,
  last_started,
  organization,
  compared_status,
  compared_until,
  compared_earliest,
  compared_latest,
  compared_reason,
};
template <>
inline constexpr auto kNames<RowColumn> = std::to_array<std::string_view>(
    {"person", "name", "status", "until", "earliest", "latest", "reason", "links", "last_started", "organization",
     "compared_status", "compared_until", "compared_earliest", "compared_latest", "compared_reason"});

// What a name of the contract is called: a status, or the message of a finding. The core knows no language.
struct NameWord {
  std::string name;
  std::string word;

  static constexpr std::string_view kName = "NameWord";
  static constexpr auto fields() {
    return std::tuple{
        member(required(text_field("name")), &NameWord::name),
        member(required(text_field("word", 1'000)), &NameWord::word),
    };
  }
  friend bool operator==(const NameWord&, const NameWord&) = default;
};

// How to write the rows of the view as CSV.
struct RosterCsvRequest {
  std::vector<RowColumn> columns;   // what knows nothing of a person is an empty cell
  std::vector<std::string> header;  // stands before row 0; empty: there is none
  std::vector<NameWord> words;      // a name without one is written itself
  Fact<std::string> delimiter;      // unknown: a comma

  static constexpr std::string_view kName = "RosterCsvRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(required({"columns", 1, 20}), &RosterCsvRequest::columns),
        member(Field{"header", 0, 20}, &RosterCsvRequest::header),
        member(Field{"words", 0, 200}, &RosterCsvRequest::words),
        member(sign_field("delimiter"), &RosterCsvRequest::delimiter),
    };
  }
  friend bool operator==(const RosterCsvRequest&, const RosterCsvRequest&) = default;
};

}  // namespace partnercheck
