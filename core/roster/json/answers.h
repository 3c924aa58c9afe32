// What the calls answer, each as one structure.
#pragma once

#include <cstdint>
#include <vector>

#include "partnercheck/faults.h"
#include "partnercheck/request.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/skill_answer.h"

namespace partnercheck::json {

struct FinishedLinks {
  Totals totals;
  std::vector<Fault> faults;

  static constexpr std::string_view kName = "FinishedLinks";
  static void fields(auto&& visit) {
    visit(Field{"totals"}, &FinishedLinks::totals);
    visit(Field{"faults"}, &FinishedLinks::faults);
  }
};

struct FinishedPerson {
  Request request;
  std::vector<Fault> faults;

  static constexpr std::string_view kName = "FinishedPerson";
  static void fields(auto&& visit) {
    visit(Field{"request"}, &FinishedPerson::request);
    visit(Field{"faults"}, &FinishedPerson::faults);
  }
};

struct FinishedSkills {
  SkillTotals totals;
  std::vector<Skill> skills;
  std::vector<Fault> faults;

  static constexpr std::string_view kName = "FinishedSkills";
  static void fields(auto&& visit) {
    visit(Field{"totals"}, &FinishedSkills::totals);
    visit(Field{"skills"}, &FinishedSkills::skills);
    visit(Field{"faults"}, &FinishedSkills::faults);
  }
};

struct Viewed {
  std::int64_t people = 0;

  static constexpr std::string_view kName = "Viewed";
  static void fields(auto&& visit) { visit(Field{"people"}, &Viewed::people); }
};

struct RosterRows {
  std::vector<RosterRow> rows;

  static constexpr std::string_view kName = "RosterRows";
  static void fields(auto&& visit) { visit(Field{"rows"}, &RosterRows::rows); }
};

struct WrittenRows {
  std::int64_t rows = 0;

  static constexpr std::string_view kName = "WrittenRows";
  static void fields(auto&& visit) { visit(Field{"rows"}, &WrittenRows::rows); }
};

struct SkillRows {
  std::vector<SkillRow> rows;

  static constexpr std::string_view kName = "SkillRows";
  static void fields(auto&& visit) { visit(Field{"rows"}, &SkillRows::rows); }
};

}  // namespace partnercheck::json
