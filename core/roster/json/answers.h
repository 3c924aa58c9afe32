// What the calls answer, each as one structure.
#pragma once

#include <cstdint>
#include <vector>

#include "partnercheck/faults.h"
#include "partnercheck/request.h"
#include "partnercheck/roster/both_tables.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/skill_answer.h"

namespace partnercheck::json {

struct FinishedLinks {
  Totals totals;
  std::vector<Fault> faults;
  std::vector<Fault> left_out;  // rows that are nobody's

  static constexpr std::string_view kName = "FinishedLinks";
  static constexpr auto fields() {
    return std::tuple{
        member("totals", &FinishedLinks::totals),
        member("faults", &FinishedLinks::faults),
        member(may_be_empty("left_out"), &FinishedLinks::left_out),
    };
  }
};

struct FinishedPerson {
  Request request;
  std::vector<Fault> faults;

  static constexpr std::string_view kName = "FinishedPerson";
  static constexpr auto fields() {
    return std::tuple{
        member("request", &FinishedPerson::request),
        member("faults", &FinishedPerson::faults),
    };
  }
};

struct FinishedSkills {
  SkillTotals totals;
  std::vector<Skill> skills;
  std::vector<Fault> faults;
  std::vector<Fault> left_out;  // rows that are nobody's

  static constexpr std::string_view kName = "FinishedSkills";
  static constexpr auto fields() {
    return std::tuple{
        member("totals", &FinishedSkills::totals),
        member("skills", &FinishedSkills::skills),
        member("faults", &FinishedSkills::faults),
        member(may_be_empty("left_out"), &FinishedSkills::left_out),
    };
  }
};

struct Viewed {
  std::int64_t people = 0;

  static constexpr std::string_view kName = "Viewed";
  static constexpr auto fields() {
    return std::tuple{
        member("people", &Viewed::people),
    };
  }
};

struct RosterRows {
  std::vector<RosterRow> rows;

  static constexpr std::string_view kName = "RosterRows";
  static constexpr auto fields() {
    return std::tuple{
        member("rows", &RosterRows::rows),
    };
  }
};

struct WrittenRows {
  std::int64_t rows = 0;

  static constexpr std::string_view kName = "WrittenRows";
  static constexpr auto fields() {
    return std::tuple{
        member("rows", &WrittenRows::rows),
    };
  }
};

struct SkillRows {
  std::vector<SkillRow> rows;

  static constexpr std::string_view kName = "SkillRows";
  static constexpr auto fields() {
    return std::tuple{
        member("rows", &SkillRows::rows),
    };
  }
};

struct Brought {
  BothTotals totals;

  static constexpr std::string_view kName = "Brought";
  static constexpr auto fields() {
    return std::tuple{
        member("totals", &Brought::totals),
    };
  }
};

struct BothRows {
  std::vector<BothRow> rows;

  static constexpr std::string_view kName = "BothRows";
  static constexpr auto fields() {
    return std::tuple{
        member("rows", &BothRows::rows),
    };
  }
};

}  // namespace partnercheck::json
