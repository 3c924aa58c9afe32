// Rows of CSV: RFC 4180 with any delimiter, lines ended by CR LF, and no text that a spreadsheet would compute.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "partnercheck/date.h"

namespace partnercheck {

class CsvWriter {
 public:
  explicit CsvWriter(char delimiter = ',');

  // A text that begins like a formula, also in wide letters, gets an apostrophe in front.
  void text(std::string_view cell);
  // As it is, for what is no text of people, or is read by a program.
  void raw(std::string_view cell);
  // How `text` would write the cell, and the cell that is written so already: for texts that many rows repeat.
  [[nodiscard]] std::string written(std::string_view cell) const;
  void put(std::string_view written) {
    char* const to = begin_cell(written.size());
    std::memcpy(to, written.data(), written.size());
    end_cell(to + written.size());
  }
  void number(std::int64_t cell);
  // YYYY-MM-DD
  void date(Date cell);
  void empty() { end_cell(begin_cell(0)); }
  void end_row();

  // The rows so far; then there are none.
  [[nodiscard]] std::string take();

 private:
  // The place of the next cell, which has at most `most` bytes: they count once end_cell is told where they end.
  [[nodiscard]] char* begin_cell(std::size_t most) {
    char* to = room(most + 1);
    if (in_row_) {
      *to++ = delimiter_;
    }
    in_row_ = true;
    return to;
  }
  void end_cell(const char* end) { size_ = static_cast<std::size_t>(end - out_.data()); }
  [[nodiscard]] char* room(std::size_t bytes) {
    if (out_.size() - size_ < bytes) {
      grow(bytes);
    }
    return out_.data() + size_;
  }
  void grow(std::size_t bytes);
  // For a reader of any delimiter, and of one that takes blanks off the ends.
  [[nodiscard]] bool needs_quotes(std::string_view cell) const;

  std::array<bool, 256> quoted_{};  // the bytes that need quotes around their cell
  char delimiter_;
  bool in_row_ = false;
  std::string out_;       // longer than what is written: a million cells must not each ask for room
  std::size_t size_ = 0;  // of what is written
};

}  // namespace partnercheck
