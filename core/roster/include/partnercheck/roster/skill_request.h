// What is asked of a skills report or of an export of trainings.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "partnercheck/date.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/roster/table.h"

namespace partnercheck {

// Which column of a skills report or of an export of trainings holds what.
struct SkillColumns {
  Fact<std::int64_t> person;
  Fact<std::int64_t> name;     // what the person is called; shown beside
  Fact<std::int64_t> email;    // the person's address; shown beside, and brings tables together
  Fact<std::int64_t> skill;    // a certification, an assessment, a training
  Fact<std::int64_t> expires;  // the last day on which it counts; an empty cell: it does not expire
  Fact<std::int64_t> pmc;      // whether the person is linked in the old system; yes or no
  Fact<std::int64_t> pc;       // whether the person is linked in Partner Center; yes or no

  static constexpr std::string_view kName = "SkillColumns";
  static constexpr auto fields() {
    return std::tuple{
        member(column_field("person"), &SkillColumns::person),   member(column_field("name"), &SkillColumns::name),
        member(column_field("email"), &SkillColumns::email),     member(column_field("skill"), &SkillColumns::skill),
        member(column_field("expires"), &SkillColumns::expires), member(column_field("pmc"), &SkillColumns::pmc),
        member(column_field("pc"), &SkillColumns::pc),
    };
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
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("ruleset"), &SkillsRequest::ruleset),
        member(required_field("today"), &SkillsRequest::today),
        member("moved_on", &SkillsRequest::moved_on),
        member(may_be_empty("form"), &SkillsRequest::form),
        member("columns", &SkillsRequest::columns),
    };
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
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("person"), &SkillChange::person),
        member("leaves_on", &SkillChange::leaves_on),
        member("joins_on", &SkillChange::joins_on),
        member("expires_on", &SkillChange::expires_on),
    };
  }
  friend bool operator==(const SkillChange&, const SkillChange&) = default;
};

// How many hold a skill from today on, and when there are fewer than needed.
struct SkillQuestion {
  std::string skill;
  Fact<std::int64_t> needed;
  std::vector<SkillChange> changes;

  static constexpr std::string_view kName = "SkillQuestion";
  static constexpr auto fields() {
    return std::tuple{
        member(required(text_field("skill")), &SkillQuestion::skill),
        member(Field{"needed", 0, 1'000'000}, &SkillQuestion::needed),
        member(Field{"changes", 0, 1'000}, &SkillQuestion::changes),
    };
  }
  friend bool operator==(const SkillQuestion&, const SkillQuestion&) = default;
};

// Whose skills to list. Unknown: does not matter.
struct SkillRowsRequest {
  Fact<std::string> skill;
  Fact<bool> old_system_only;
  Fact<std::string> text;  // stands in what names the person

  static constexpr std::string_view kName = "SkillRowsRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("skill"), &SkillRowsRequest::skill),
        member("old_system_only", &SkillRowsRequest::old_system_only),
        member(text_field("text"), &SkillRowsRequest::text),
    };
  }
  friend bool operator==(const SkillRowsRequest&, const SkillRowsRequest&) = default;
};

}  // namespace partnercheck
