// What is wrong with the rows of a table.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "day_reader.h"
#include "partnercheck/counts.h"
#include "partnercheck/faults.h"
#include "roster/src/csv.h"
#include "roster/src/part_bytes.h"

namespace partnercheck::roster {

class RowFaults {
 public:
  static constexpr std::size_t kShown = 1'000;

  // Empty for none.
  [[nodiscard]] static std::string_view code_of(DayFault fault);

  // The fault of a row that is not written as one. Requires row.fault.
  void add_unreadable(const Row& row) { add(row, code_of(row.fault), row.fault_at, {}); }
  // `byte`: where in the row.
  void add(const Row& row, std::string_view code, std::size_t byte, NamedValues details);
  // `cell`, one of the row's, is named in the details as `value`.
  void add_cell(const Row& row, std::string_view code, std::string_view cell, NamedValues details);

  // The first kShown, each with its line and column.
  [[nodiscard]] const std::vector<Fault>& shown() const { return shown_; }
  // How many there are of each code.
  [[nodiscard]] Counts<std::string_view> counts() const;
  // Rows with one fault or more.
  [[nodiscard]] std::int64_t rows() const { return rows_; }

  // To a PartSize or a PartWriter.
  template <class Out>
  void write(Out& out) const;
  // Adds those of rows that stand behind all others, behind `lines` lines.
  void join(PartReader& in, std::int64_t lines);

 private:
  [[nodiscard]] static std::string_view code_of(RowFault fault);
  // The same text, as long as this is.
  [[nodiscard]] std::string_view own(std::string_view text) { return *texts_.emplace(text).first; }

  std::vector<Fault> shown_;
  std::map<std::string_view, std::int64_t> counts_;
  std::set<std::string, std::less<>> texts_;  // codes and names that came from elsewhere
  std::int64_t rows_ = 0;
  std::int64_t last_line_ = 0;
};

}  // namespace partnercheck::roster
