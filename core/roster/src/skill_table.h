// Everybody's skills: who holds which, until when, and linked where.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "day.h"
#include "day_reader.h"
#include "partnercheck/roster/skill_answer.h"
#include "partnercheck/roster/skill_request.h"
#include "partnercheck/ruleset.h"
#include "roster/src/input.h"
#include "roster/src/names.h"
#include "roster/src/row_faults.h"
#include "roster/src/shown_names.h"

namespace partnercheck::roster {

// One person's hold of one skill.
struct Holding {
  std::uint32_t person;
  std::uint32_t skill;
  Day ends;  // the first day on which it no longer counts; kAnyDay: it does not end
};

class SkillTable {
 public:
  SkillTable(const SkillsRequest& request, const Ruleset& ruleset, std::uint64_t seed);

  [[nodiscard]] char* prepare(std::size_t size) { return input_.prepare(size); }
  void commit(std::size_t size, bool last);
  // After the last row.
  void finish();

  [[nodiscard]] const SkillsRequest& request() const { return request_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] const RowFaults& faults() const { return faults_; }
  [[nodiscard]] const RowFaults& left_out() const { return left_out_; }
  [[nodiscard]] const Names& people() const { return people_; }
  [[nodiscard]] const ShownNames& shown_names() const { return shown_names_; }
  [[nodiscard]] const ShownNames& emails() const { return emails_; }
  [[nodiscard]] const Names& skills() const { return skills_; }
  [[nodiscard]] TableProgress progress() const { return {rows_, std::int64_t{people_.size()}, faults_.rows()}; }
  // Nothing where the table does not say.
  [[nodiscard]] std::optional<YesNo> in_old_system(std::uint32_t person) const { return links_[person].pmc; }
  [[nodiscard]] std::optional<YesNo> in_partner_center(std::uint32_t person) const { return links_[person].pc; }
  [[nodiscard]] bool only_in_old_system(std::uint32_t person) const {
    return links_[person].pmc == YesNo::yes && links_[person].pc == YesNo::no;
  }
  // The first day on which links in the old system no longer count. Nothing when the day of the move is not known.
  [[nodiscard]] std::optional<Date> old_system_ends() const { return old_system_ends_; }

  // By person. Requires finish().
  [[nodiscard]] std::span<const Holding> holdings_of(std::uint32_t skill) const;
  [[nodiscard]] std::int64_t skills_of(std::uint32_t person) const { return links_[person].skills; }
  // How many of them count today, and the first day on which one of those no longer does; kAnyDay: none ends.
  [[nodiscard]] std::int64_t counted_of(std::uint32_t person) const { return links_[person].counted; }
  [[nodiscard]] Day next_end_of(std::uint32_t person) const { return links_[person].next_end; }

  // Requires a skill of the table, and changes that name their person and a day.
  [[nodiscard]] SkillForecast forecast(std::uint32_t skill, const SkillQuestion& question) const;

  [[nodiscard]] static std::optional<std::uint32_t> find(const Names& names, std::string_view name);

 private:
  struct Links {
    std::optional<YesNo> pmc;
    std::optional<YesNo> pc;
    std::int64_t skills = 0;
    std::int64_t counted = 0;
    Day next_end = kAnyDay;
  };

  void read_row(const Row& row);
  // False, and a fault, when the cell says neither yes nor no.
  bool read_link(const Row& row, std::string_view cell, std::optional<YesNo>& said);

  SkillsRequest request_;
  Input input_;
  DayReader days_;
  Names people_;
  ShownNames shown_names_;
  ShownNames emails_;
  Names skills_;
  std::vector<Links> links_;       // by person
  std::vector<Holding> holdings_;  // in the end by skill, then by person
  std::vector<std::size_t> first_of_skill_;
  std::optional<Date> old_system_ends_;
  std::int64_t left_above_;  // rows in front of the header
  Day today_;
  bool first_row_ = true;
  std::int64_t rows_ = 0;
  RowFaults faults_;
  RowFaults left_out_;
};

}  // namespace partnercheck::roster
