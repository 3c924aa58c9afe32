#include "roster/src/csv_rows.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace partnercheck::roster {

namespace {

// What one ruleset says, in the words of the host, as the writer writes them.
class Said {
 public:
  Said(const CsvWriter& writer, const Decisions& decisions, const std::vector<NameWord>& words)
      : decisions_{decisions} {
    const auto word_of = [&](std::string_view name) {
      const auto found = std::ranges::find(words, name, &NameWord::name);
      return writer.written(found != words.end() ? std::string_view{found->word} : name);
    };
    std::ranges::transform(kNames<RosterStatus>, statuses_.begin(), word_of);
    std::ranges::transform(decisions.groups, std::back_inserter(reasons_), word_of, &RosterGroup::reason);
  }

  void write_status(CsvWriter& writer, std::uint32_t person) const {
    writer.put(statuses_[static_cast<std::size_t>(decisions_.status[person])]);
  }
  void write_until(CsvWriter& writer, std::uint32_t person) const { write_day(writer, decisions_.until(person)); }
  void write_earliest(CsvWriter& writer, std::uint32_t person) const { write_day(writer, decisions_.earliest[person]); }
  void write_latest(CsvWriter& writer, std::uint32_t person) const { write_day(writer, decisions_.latest[person]); }
  void write_reason(CsvWriter& writer, std::uint32_t person) const { writer.put(reasons_[decisions_.group[person]]); }

 private:
  static void write_day(CsvWriter& writer, Day day) { day == kNoDay ? writer.empty() : writer.date(date_of(day)); }

  const Decisions& decisions_;
  std::array<std::string, kNames<RosterStatus>.size()> statuses_;
  std::vector<std::string> reasons_;  // of each group
};

}  // namespace

void write_rows(CsvWriter& writer, const LinkTable& table, const Decisions& decisions, const Decisions* compared,
                std::span<const std::uint32_t> people, const RosterCsvRequest& request) {
  const Said said{writer, decisions, request.words};
  const std::optional<Said> other =
      compared == nullptr ? std::nullopt : std::optional<Said>{std::in_place, writer, *compared, request.words};
  const auto write = [&](RowColumn column, std::uint32_t person) {
    const Record& record = table.people().at(person);
    switch (column) {
      case RowColumn::person:
        return writer.text(table.people().name(person));
      case RowColumn::name:
        return writer.text(table.shown_names().at(person));
      case RowColumn::status:
        return said.write_status(writer, person);
      case RowColumn::until:
        return said.write_until(writer, person);
      case RowColumn::earliest:
        return said.write_earliest(writer, person);
      case RowColumn::latest:
        return said.write_latest(writer, person);
      case RowColumn::reason:
        return said.write_reason(writer, person);
      case RowColumn::links:
        return writer.number(record.links);
      case RowColumn::last_started:
        return record.kept == 0 ? writer.empty() : writer.date(date_of(table.people().starts(person).front()));
      case RowColumn::organization:
        return record.linked_to == Names::kNone ? writer.empty()
                                                : writer.text(table.organizations().at(record.linked_to));
      case RowColumn::compared_status:
        return other ? other->write_status(writer, person) : writer.empty();
      case RowColumn::compared_until:
        return other ? other->write_until(writer, person) : writer.empty();
      case RowColumn::compared_earliest:
        return other ? other->write_earliest(writer, person) : writer.empty();
      case RowColumn::compared_latest:
        return other ? other->write_latest(writer, person) : writer.empty();
      case RowColumn::compared_reason:
        return other ? other->write_reason(writer, person) : writer.empty();
    }
  };
  for (const std::uint32_t person : people) {
    for (const RowColumn column : request.columns) {
      write(column, person);
    }
    writer.end_row();
  }
}

}  // namespace partnercheck::roster
