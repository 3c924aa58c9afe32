// Everybody's skills: who holds which, until when, and linked where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "partnercheck/roster/request.h"
#include "partnercheck/ruleset.h"
#include "roster/src/dates.h"
#include "roster/src/input.h"
#include "roster/src/names.h"
#include "roster/src/row_faults.h"

namespace partnercheck::roster {

enum class Said : std::uint8_t { nothing, no, yes };

// One person's hold of one skill.
struct Holding {
  std::uint32_t person;
  std::uint32_t skill;
  Day ends;  // the first day on which it no longer counts; kAnyDay: it does not end
};

// From `on` there are so many.
struct Holders {
  Day on;
  std::int64_t count;
};

struct SkillForecast {
  std::vector<Holders> series;  // the first is today's; then one for each day on which the number changes
  std::optional<Day> lost_on;   // the first day, from today on, on which there are fewer than needed
};

// A skill counts through the day on which it expires. Somebody who is linked in the old system only counts until the
// months of the ruleset after the move are over; somebody who is linked nowhere does not count; where the table does
// not say, the person counts. Rows that repeat a skill of a person count once, the latest expiry holds.
class SkillRoster {
 public:
  SkillRoster(const SkillsRequest& request, const Ruleset& ruleset, std::uint64_t seed);

  [[nodiscard]] char* room(std::size_t size) { return input_.room(size); }
  void take(std::size_t size, bool last);
  // After the last row.
  void finish();

  [[nodiscard]] const SkillsRequest& request() const { return request_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] const RowFaults& faults() const { return faults_; }
  [[nodiscard]] const Names& people() const { return people_; }
  [[nodiscard]] const Names& skills() const { return skills_; }
  [[nodiscard]] Said in_old_system(std::uint32_t person) const { return links_[person].pmc; }
  [[nodiscard]] Said in_partner_center(std::uint32_t person) const { return links_[person].pc; }
  [[nodiscard]] bool only_in_old_system(std::uint32_t person) const {
    return links_[person].pmc == Said::yes && links_[person].pc == Said::no;
  }
  // The first day on which links in the old system no longer count. Nothing when the day of the move is not known.
  [[nodiscard]] std::optional<Day> old_system_ends() const { return old_system_ends_; }

  // By skill, then by person. Requires finish().
  [[nodiscard]] std::span<const Holding> holdings() const { return holdings_; }
  [[nodiscard]] std::span<const Holding> holdings_of(std::uint32_t skill) const;
  [[nodiscard]] std::int64_t skills_of(std::uint32_t person) const { return links_[person].skills; }

  // Requires a skill of the table, and changes that name their person and a day.
  [[nodiscard]] SkillForecast forecast(std::uint32_t skill, const SkillQuestion& question) const;

  [[nodiscard]] static std::optional<std::uint32_t> find(const Names& names, std::string_view name);

 private:
  struct Links {
    Said pmc = Said::nothing;
    Said pc = Said::nothing;
    std::int64_t skills = 0;
  };

  void read_row(const Row& row);
  // False, and a fault, when the cell says neither yes nor no.
  bool read_link(const Row& row, std::string_view cell, Said& said);

  SkillsRequest request_;
  Input input_;
  DayReader days_;
  Names people_;
  Names skills_;
  std::vector<Links> links_;  // by person
  std::vector<Holding> holdings_;
  std::vector<std::size_t> first_of_skill_;
  std::optional<Day> old_system_ends_;
  Day today_;
  bool first_row_ = true;
  std::int64_t rows_ = 0;
  RowFaults faults_;
};

}  // namespace partnercheck::roster
