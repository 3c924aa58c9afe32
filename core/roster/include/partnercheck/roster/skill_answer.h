// What is answered about a skills report or an export of trainings.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/counts.h"
#include "partnercheck/date.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

namespace partnercheck {

enum class YesNo : std::uint8_t { no, yes };
template <>
inline constexpr auto kNames<YesNo> = std::to_array<std::string_view>({"no", "yes"});

struct SkillTotals {
  Date today;
  std::int64_t rows = 0;  // without the header
  std::int64_t people = 0;
  std::int64_t skills = 0;
  std::int64_t old_system_only = 0;     // people who are linked in the old system and not in Partner Center
  std::optional<Date> old_system_ends;  // the first day on which their skills no longer count; unknown without the move
  Counts<std::string_view> faults;      // by their code

  static constexpr std::string_view kName = "SkillTotals";
  static constexpr auto fields() {
    return std::tuple{
        member("today", &SkillTotals::today),
        member("rows", &SkillTotals::rows),
        member("people", &SkillTotals::people),
        member("skills", &SkillTotals::skills),
        member("old_system_only", &SkillTotals::old_system_only),
        member("old_system_ends", &SkillTotals::old_system_ends),
        member("faults", &SkillTotals::faults),
    };
  }
};

struct Skill {
  std::string_view skill;
  std::int64_t holders = 0;       // today
  std::optional<Date> next_loss;  // the first day on which one of them no longer counts

  static constexpr std::string_view kName = "Skill";
  static constexpr auto fields() {
    return std::tuple{
        member("skill", &Skill::skill),
        member("holders", &Skill::holders),
        member("next_loss", &Skill::next_loss),
    };
  }
};

struct SkillRow {
  std::string_view person;
  std::string_view name;         // what they are called; empty where the table does not say
  std::string_view email;        // empty where the table does not say
  std::optional<YesNo> pmc;      // linked in the old system; none where the table does not say
  std::optional<YesNo> pc;       // linked in Partner Center
  std::int64_t skills = 0;       // how many the table names
  std::int64_t counted = 0;      // how many of them count today
  std::optional<Date> next_end;  // the first day on which one of those no longer counts
  std::optional<bool> holds;     // the skill that was asked for, today
  std::optional<Date> ends_on;   // the first day on which it no longer counts

  static constexpr std::string_view kName = "SkillRow";
  static constexpr auto fields() {
    return std::tuple{
        member("person", &SkillRow::person),
        member(may_be_empty("name"), &SkillRow::name),
        member(may_be_empty("email"), &SkillRow::email),
        member("pmc", &SkillRow::pmc),
        member("pc", &SkillRow::pc),
        member("skills", &SkillRow::skills),
        member("counted", &SkillRow::counted),
        member("next_end", &SkillRow::next_end),
        member("holds", &SkillRow::holds),
        member("ends_on", &SkillRow::ends_on),
    };
  }
};

// From `on` there are so many.
struct Holders {
  Date on;
  std::int64_t holders = 0;

  static constexpr std::string_view kName = "Holders";
  static constexpr auto fields() {
    return std::tuple{
        member("on", &Holders::on),
        member("holders", &Holders::holders),
    };
  }
};

struct SkillForecast {
  std::vector<Holders> series;  // the first is today's; then one for each day on which the number changes
  std::optional<Date> lost_on;  // the first day, from today on, on which there are fewer than needed

  static constexpr std::string_view kName = "SkillForecast";
  static constexpr auto fields() {
    return std::tuple{
        member("series", &SkillForecast::series),
        member("lost_on", &SkillForecast::lost_on),
    };
  }
};

}  // namespace partnercheck
