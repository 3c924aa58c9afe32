// Everybody's links, and who may be linked when.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "day_reader.h"
#include "partnercheck/decision.h"
#include "partnercheck/faults.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/link_request.h"
#include "partnercheck/ruleset.h"
#include "roster/src/groups.h"
#include "roster/src/input.h"
#include "roster/src/part_bytes.h"
#include "roster/src/people.h"
#include "roster/src/row_faults.h"
#include "roster/src/shown_names.h"

namespace partnercheck::roster {

inline constexpr ActionType kAction = ActionType::link_mcid;

// The question about somebody of whom the table says nothing.
[[nodiscard]] Request as_request(const RosterRequest& roster);

// One entry for each person, in the order of people().
struct Decisions {
  std::string ruleset;
  std::vector<RosterStatus> status;
  std::vector<Groups::Number> group;  // index of `groups`
  std::vector<Day> earliest;          // as in a Decision; kNoDay for none
  std::vector<Day> latest;
  std::vector<RosterGroup> groups;  // their people are not counted

  [[nodiscard]] std::string_view reason(std::size_t person) const { return groups[group[person]].reason; }
  // kNoDay unless deferred.
  [[nodiscard]] Day until(std::size_t person) const {
    return status[person] == RosterStatus::deferred ? latest[person] : kNoDay;
  }
};

class LinkTable {
 public:
  // `kept`: how many of a person's latest starts the rules look at, in any ruleset that will be asked for.
  // `seed`: see Names.
  LinkTable(const RosterRequest& request, std::size_t kept, std::uint64_t seed);

  [[nodiscard]] char* prepare(std::size_t size) { return input_.prepare(size); }
  void commit(std::size_t size, bool last);

  // As those of LinkRoster.
  [[nodiscard]] bool begin_part(std::string_view beginning);
  [[nodiscard]] std::optional<std::string> part(bool last);
  [[nodiscard]] bool join(std::string_view part);

  [[nodiscard]] const RosterRequest& request() const { return request_; }
  [[nodiscard]] std::int64_t rows() const { return rows_; }
  [[nodiscard]] TableProgress progress() const { return {rows_, std::int64_t{people_.size()}, faults_.rows()}; }
  [[nodiscard]] const People& people() const { return people_; }
  [[nodiscard]] const ShownNames& shown_names() const { return shown_names_; }
  [[nodiscard]] const ShownNames& emails() const { return emails_; }
  [[nodiscard]] const Names& organizations() const { return organizations_; }
  [[nodiscard]] const RowFaults& faults() const { return faults_; }
  [[nodiscard]] const RowFaults& left_out() const { return left_out_; }
  // The facts of the one person that the request asks for, as far as they were read.
  [[nodiscard]] const Facts& facts_of_person() const { return facts_of_person_; }

  [[nodiscard]] Decisions decide(const Ruleset& ruleset) const;

 private:
  // Something for each column that a request can name.
  template <class T>
  struct OfLink {
    T person, organization, started, ended;
  };
  template <class T>
  struct OfTraits {
    T next_association_date, active_certifications, account_organization, account_kind;
  };
  struct Places {  // kNowhere where the request names none
    OfLink<std::size_t> link;
    std::size_t name, email;
    OfTraits<std::size_t> traits;
  };
  using LinkCells = OfLink<std::string_view>;  // of a row; empty where there is none
  using TraitCells = OfTraits<std::string_view>;
  static constexpr std::size_t kNowhere = CsvReader::kMostCells;

  [[nodiscard]] static Places places_of(const RosterColumns& columns);

  // To a PartSize or a PartWriter.
  template <class Out>
  void write_part(Out& out) const;
  // Those of a single person are functions of their own: as long as engines have not compiled a function for speed, a
  // loop in it stays slow to its end, and the first table would be joined at half the speed.
  template <class Out>
  [[gnu::noinline]] void write_person(Out& out, std::uint32_t number) const;
  [[nodiscard]] bool join_people(PartReader& in);
  [[nodiscard, gnu::noinline]] bool join_person(PartReader& in, std::span<const std::uint32_t> organizations);

  void read_row(const Row& row);
  // Whether it adds others up and names nobody; then it is noted.
  [[nodiscard]] bool leave_out(const Row& row, const LinkCells& cells);
  void read_link(const Row& row, const LinkCells& cells, std::uint32_t number);
  void read_traits(const Row& row, Record& person);
  void collect(const LinkCells& cells, std::optional<Day> started, std::optional<Day> ended);
  // Nothing, and a fault, when the cell holds no day.
  [[nodiscard]] std::optional<Day> read_day(const Row& row, std::string_view cell, Record& person);
  // Inline for the same reason as DayReader::read.
  // False, and a fault, when the cell holds something else than a day that can have happened. An empty one holds none.
  [[nodiscard, gnu::always_inline]] inline bool read_past_day(const Row& row, std::string_view cell, Record& person,
                                                              std::optional<Day>& day);
  void fail_cell(const Row& row, std::string_view code, std::string_view cell, NamedValues details, Record& person);
  // What check says to somebody without links.
  [[nodiscard]] Decision decide_traits(const Ruleset& ruleset, const Traits& traits) const;

  RosterRequest request_;
  Places places_;
  bool has_traits_;  // a column says something of a person beside the links
  bool has_names_;   // a column says what people are called, or their address
  Input input_;
  DayReader days_;
  People people_;
  ShownNames shown_names_;
  ShownNames emails_;
  Names organizations_;
  std::int64_t left_above_;  // rows in front of the header
  bool header_;
  std::size_t width_ = 0;  // of the first row; the others have no more cells
  std::int64_t rows_ = 0;  // without the header
  Day today_;
  RowFaults faults_;
  RowFaults left_out_;
  Facts facts_of_person_;
};

}  // namespace partnercheck::roster
