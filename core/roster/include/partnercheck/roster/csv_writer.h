// Rows of CSV: RFC 4180 with any delimiter, lines ended by CR LF, and no text that a spreadsheet would compute.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "partnercheck/date.h"

namespace partnercheck {

class CsvWriter {
 public:
  explicit CsvWriter(char delimiter = ',') : delimiter_{delimiter} {}

  // A text that begins like a formula, also in wide letters, gets an apostrophe in front.
  void text(std::string_view cell);
  // As it is, for what is no text of people, or is read by a program.
  void raw(std::string_view cell);
  void number(std::int64_t cell);
  // YYYY-MM-DD
  void date(Date cell);
  void empty() { next_cell(); }
  void end_row();

  // The rows so far; then there are none.
  [[nodiscard]] std::string take();

 private:
  void next_cell();
  // For a reader of any delimiter, and of one that takes blanks off the ends.
  [[nodiscard]] bool needs_quotes(std::string_view cell) const;

  char delimiter_;
  bool in_row_ = false;
  std::string out_;
};

}  // namespace partnercheck
