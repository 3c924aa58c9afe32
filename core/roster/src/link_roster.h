// Everybody's links, and who may be linked when.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/faults.h"
#include "partnercheck/roster/request.h"
#include "partnercheck/ruleset.h"
#include "roster/src/dates.h"
#include "roster/src/input.h"
#include "roster/src/people.h"
#include "roster/src/row_faults.h"

namespace partnercheck::roster {

// A Status of check, or: a row of the person could not be read.
inline constexpr std::uint8_t kNotDecided = kNames<Status>.size();
inline constexpr std::size_t kOutcomes = kNames<Status>.size() + 1;

// One entry for each person, in the order of people().
struct Decisions {
  std::string ruleset;
  std::vector<std::uint8_t> status;
  std::vector<std::uint8_t> reason;  // index of `reasons`
  std::vector<Day> until;            // kNoDay unless deferred
  std::vector<std::string> reasons;  // messages of findings; the first is empty
};

class LinkRoster {
 public:
  // `kept`: how many of a person's latest starts the rules look at, in any ruleset that will be asked for.
  // `seed`: see Names.
  LinkRoster(const RosterRequest& request, std::size_t kept, std::uint64_t seed);

  [[nodiscard]] char* room(std::size_t size) { return input_.room(size); }
  void take(std::size_t size, bool last);

  [[nodiscard]] const RosterRequest& request() const { return request_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] const People& people() const { return people_; }
  [[nodiscard]] const Names& organizations() const { return organizations_; }
  [[nodiscard]] const RowFaults& faults() const { return faults_; }
  // The facts of the one person that the request asks for, as far as they were read.
  [[nodiscard]] const Facts& facts_of_person() const { return facts_of_person_; }

  [[nodiscard]] Decisions decide(const Ruleset& ruleset) const;

 private:
  // The cells of a row that the request names; empty where there is none.
  struct Cells;

  void read_row(const Row& row);
  void read_link(const Row& row, const Cells& cells, Record& person);
  void read_traits(const Row& row, const Cells& cells, Record& person);
  void collect(const Cells& cells, std::optional<Day> started, std::optional<Day> ended);
  // Nothing, and a fault, when the cell holds no day that can have happened.
  [[nodiscard]] std::optional<Day> read_day(const Row& row, std::string_view cell, Record& person,
                                            bool happened = true);
  void fail_cell(const Row& row, std::string_view code, std::string_view cell, NamedValues details, Record& person);
  // What check says to somebody without links.
  [[nodiscard]] Decision decide_traits(const Ruleset& ruleset, const Traits& traits) const;

  RosterRequest request_;
  std::array<std::size_t, 8> columns_;  // as in Cells; more than any cell where there is none
  bool has_traits_;                     // a column says something of a person beside the links
  Input input_;
  DayReader days_;
  People people_;
  Names organizations_;
  bool header_;
  std::size_t width_ = 0;  // of the first row; the others have no more cells
  std::int64_t rows_ = 0;  // without the header
  Day today_;
  RowFaults faults_;
  Facts facts_of_person_;
};

}  // namespace partnercheck::roster
