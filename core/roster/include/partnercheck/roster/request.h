// Many people at once: a table of links in, one decision for each person out.
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

namespace partnercheck {

enum class Encoding { utf_8, utf_16le, utf_16be };
template <>
inline constexpr auto kNames<Encoding> = std::to_array<std::string_view>({"utf-8", "utf-16le", "utf-16be"});

// Which comes first where the year stands last.
enum class DayOrder { day_month, month_day };
template <>
inline constexpr auto kNames<DayOrder> = std::to_array<std::string_view>({"day_month", "month_day"});

// A word in a written day: the name of a month (1 to 12), or one that says nothing (0). The core knows no language.
struct MonthWord {
  Fact<std::string> word;
  Fact<std::int64_t> month;

  static constexpr std::string_view kName = "MonthWord";
  static void fields(auto&& visit) {
    visit(text_field("word", 40), &MonthWord::word);
    visit(Field{"month", 0, 12}, &MonthWord::month);
  }
  friend bool operator==(const MonthWord&, const MonthWord&) = default;
};

// Which column of the table, from 0, holds what.
struct RosterColumns {
  static constexpr std::int64_t kMost = 999;

  Fact<std::int64_t> person;  // whatever names a person: an MCID, an e-mail address, a number
  Fact<std::int64_t> organization;
  Fact<std::int64_t> started;
  Fact<std::int64_t> ended;
  Fact<std::int64_t> next_association_date;
  Fact<std::int64_t> active_certifications;
  Fact<std::int64_t> account_organization;
  Fact<std::int64_t> account_kind;

  static constexpr std::string_view kName = "RosterColumns";
  static void fields(auto&& visit) {
    visit(Field{"person", 0, kMost}, &RosterColumns::person);
    visit(Field{"organization", 0, kMost}, &RosterColumns::organization);
    visit(Field{"started", 0, kMost}, &RosterColumns::started);
    visit(Field{"ended", 0, kMost}, &RosterColumns::ended);
    visit(Field{"next_association_date", 0, kMost}, &RosterColumns::next_association_date);
    visit(Field{"active_certifications", 0, kMost}, &RosterColumns::active_certifications);
    visit(Field{"account_organization", 0, kMost}, &RosterColumns::account_organization);
    visit(Field{"account_kind", 0, kMost}, &RosterColumns::account_kind);
  }
  friend bool operator==(const RosterColumns&, const RosterColumns&) = default;
};

// How a table is written.
struct TableForm {
  Fact<Encoding> encoding;      // unknown: utf-8
  Fact<std::string> delimiter;  // one character; unknown: a comma
  Fact<bool> header;            // whether the first row holds names; unknown: it does
  Fact<DayOrder> day_order;     // unknown: a day that can be read both ways is a fault
  Fact<std::vector<MonthWord>> month_words;
  Fact<std::vector<std::string>> yes_words;  // unknown: yes
  Fact<std::vector<std::string>> no_words;   // unknown: no

  static constexpr std::string_view kName = "TableForm";
  static void fields(auto&& visit) {
    visit(Field{"encoding"}, &TableForm::encoding);
    visit(sign_field("delimiter"), &TableForm::delimiter);
    visit(Field{"header"}, &TableForm::header);
    visit(Field{"day_order"}, &TableForm::day_order);
    visit(Field{"month_words", 0, 500}, &TableForm::month_words);
    visit(Field{"yes_words", 0, 50}, &TableForm::yes_words);
    visit(Field{"no_words", 0, 50}, &TableForm::no_words);
  }
  friend bool operator==(const TableForm&, const TableForm&) = default;
};

// One of `of` parts of the people, `index` from 0. The parts are disjoint and together everybody, whatever the order of
// the rows: what several runs over the same table count adds up to what one run counts.
struct Shard {
  Fact<std::int64_t> index;
  Fact<std::int64_t> of;

  static constexpr std::string_view kName = "Shard";
  static void fields(auto&& visit) {
    visit(Field{"index", 0, 65'535}, &Shard::index);
    visit(Field{"of", 1, 65'536}, &Shard::of);
  }
  friend bool operator==(const Shard&, const Shard&) = default;
};

struct RosterRequest {
  std::string ruleset;  // empty: the default ruleset
  Date today;
  Action action;
  Actor actor;
  Facts facts;  // of everybody; no links and no date of the profile, which are each person's own
  TableForm form;
  RosterColumns columns;
  Shard shard;
  Fact<std::string> person;  // read this person only, and give their request instead of a decision

  static constexpr std::string_view kName = "RosterRequest";
  static void fields(auto&& visit) {
    visit(text_field("ruleset"), &RosterRequest::ruleset);
    visit(Field{"today"}, &RosterRequest::today);
    visit(Field{"action"}, &RosterRequest::action);
    visit(Field{"actor"}, &RosterRequest::actor);
    visit(Field{"facts"}, &RosterRequest::facts);
    visit(may_be_empty("form"), &RosterRequest::form);
    visit(Field{"columns"}, &RosterRequest::columns);
    visit(may_be_empty("shard"), &RosterRequest::shard);
    visit(text_field("person"), &RosterRequest::person);
  }
  friend bool operator==(const RosterRequest&, const RosterRequest&) = default;
};

// Which column of a skills report or of an export of trainings holds what.
struct SkillColumns {
  Fact<std::int64_t> person;
  Fact<std::int64_t> skill;    // a certification, an assessment, a training
  Fact<std::int64_t> expires;  // the last day on which it counts; an empty cell: it does not expire
  Fact<std::int64_t> pmc;      // whether the person is linked in the old system; yes or no
  Fact<std::int64_t> pc;       // whether the person is linked in Partner Center; yes or no

  static constexpr std::string_view kName = "SkillColumns";
  static void fields(auto&& visit) {
    visit(Field{"person", 0, RosterColumns::kMost}, &SkillColumns::person);
    visit(Field{"skill", 0, RosterColumns::kMost}, &SkillColumns::skill);
    visit(Field{"expires", 0, RosterColumns::kMost}, &SkillColumns::expires);
    visit(Field{"pmc", 0, RosterColumns::kMost}, &SkillColumns::pmc);
    visit(Field{"pc", 0, RosterColumns::kMost}, &SkillColumns::pc);
  }
  friend bool operator==(const SkillColumns&, const SkillColumns&) = default;
};

struct SkillsRequest {
  std::string ruleset;  // empty: the default ruleset
  Date today;
  Fact<Date> moved_on;  // the day on which the membership moved to Partner Center
  TableForm form;
  SkillColumns columns;

  static constexpr std::string_view kName = "SkillsRequest";
  static void fields(auto&& visit) {
    visit(text_field("ruleset"), &SkillsRequest::ruleset);
    visit(Field{"today"}, &SkillsRequest::today);
    visit(Field{"moved_on"}, &SkillsRequest::moved_on);
    visit(may_be_empty("form"), &SkillsRequest::form);
    visit(Field{"columns"}, &SkillsRequest::columns);
  }
  friend bool operator==(const SkillsRequest&, const SkillsRequest&) = default;
};

// What if this person leaves, or links to another organization, on a day; or joins.
struct SkillChange {
  Fact<std::string> person;
  Fact<Date> leaves_on;   // the first day on which the person no longer counts
  Fact<Date> joins_on;    // the first day on which the person counts; the table need not name the person
  Fact<Date> expires_on;  // of somebody who joins: the last day on which their skill counts

  static constexpr std::string_view kName = "SkillChange";
  static void fields(auto&& visit) {
    visit(text_field("person"), &SkillChange::person);
    visit(Field{"leaves_on"}, &SkillChange::leaves_on);
    visit(Field{"joins_on"}, &SkillChange::joins_on);
    visit(Field{"expires_on"}, &SkillChange::expires_on);
  }
  friend bool operator==(const SkillChange&, const SkillChange&) = default;
};

// How many hold a skill from today on, and when there are fewer than needed.
struct SkillQuestion {
  std::string skill;
  Fact<std::int64_t> needed;
  std::vector<SkillChange> changes;

  static constexpr std::string_view kName = "SkillQuestion";
  static void fields(auto&& visit) {
    visit(text_field("skill"), &SkillQuestion::skill);
    visit(Field{"needed", 0, 1'000'000}, &SkillQuestion::needed);
    visit(Field{"changes", 0, 1'000}, &SkillQuestion::changes);
  }
  friend bool operator==(const SkillQuestion&, const SkillQuestion&) = default;
};

// Whose skills to list. Unknown: does not matter.
struct SkillRowsRequest {
  Fact<std::string> skill;
  Fact<bool> old_system_only;
  Fact<std::string> text;  // stands in the person's name

  static constexpr std::string_view kName = "SkillRowsRequest";
  static void fields(auto&& visit) {
    visit(text_field("skill"), &SkillRowsRequest::skill);
    visit(Field{"old_system_only"}, &SkillRowsRequest::old_system_only);
    visit(text_field("text"), &SkillRowsRequest::text);
  }
  friend bool operator==(const SkillRowsRequest&, const SkillRowsRequest&) = default;
};

}  // namespace partnercheck
