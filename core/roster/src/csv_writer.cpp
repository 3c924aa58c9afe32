#include "partnercheck/roster/csv_writer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace partnercheck {

namespace {

constexpr auto kNeedsQuotes = [] {
  std::array<bool, 256> needs{};
  for (const char c : {'"', ',', ';', '\t', '\r', '\n'}) {
    needs[static_cast<unsigned char>(c)] = true;
  }
  return needs;
}();

// A spreadsheet would compute what begins like this.
bool is_formula(std::string_view cell) {
  constexpr auto kWide = std::to_array<std::string_view>({"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"});
  return !cell.empty() && (std::string_view{"=+-@\t\r\n"}.contains(cell.front()) ||
                           std::ranges::any_of(kWide, [&](std::string_view sign) { return cell.starts_with(sign); }));
}

}  // namespace

void CsvWriter::text(std::string_view cell) {
  if (!is_formula(cell)) {
    return raw(cell);
  }
  std::string plain{"'"};
  plain += cell;
  raw(plain);
}

void CsvWriter::raw(std::string_view cell) {
  next_cell();
  if (!needs_quotes(cell)) {
    out_ += cell;
    return;
  }
  out_ += '"';
  for (const char c : cell) {
    out_.append(c == '"' ? 2 : 1, c);
  }
  out_ += '"';
}

void CsvWriter::number(std::int64_t cell) {
  next_cell();
  out_ += std::to_string(cell);
}

void CsvWriter::date(Date cell) {
  next_cell();
  out_ += format_date(cell);
}

void CsvWriter::end_row() {
  out_ += "\r\n";
  in_row_ = false;
}

std::string CsvWriter::take() {
  in_row_ = false;
  return std::exchange(out_, {});
}

void CsvWriter::next_cell() {
  if (in_row_) {
    out_ += delimiter_;
  }
  in_row_ = true;
}

bool CsvWriter::needs_quotes(std::string_view cell) const {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' || std::ranges::any_of(cell, [&](char c) {
                             return c == delimiter_ || kNeedsQuotes[static_cast<unsigned char>(c)];
                           }));
}

}  // namespace partnercheck
