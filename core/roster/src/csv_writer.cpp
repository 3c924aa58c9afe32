#include "partnercheck/roster/csv_writer.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <limits>
#include <utility>

namespace partnercheck {

namespace {

// A spreadsheet would compute what begins like this.
constexpr auto kFormulas =
    std::to_array<std::string_view>({"=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"});
// Of nearly every cell the first byte says that it is none.
constexpr auto kMayBeFormula = [] {
  std::array<bool, 256> may_be{};
  for (const std::string_view start : kFormulas) {
    may_be[static_cast<unsigned char>(start.front())] = true;
  }
  return may_be;
}();

bool is_formula(std::string_view cell) {
  return !cell.empty() && kMayBeFormula[static_cast<unsigned char>(cell.front())] &&
         std::ranges::any_of(kFormulas, [&](std::string_view start) { return cell.starts_with(start); });
}

char* copy(std::string_view text, char* to) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

char* copy_in_quotes(std::string_view cell, char* to) {
  *to++ = '"';
  for (const char c : cell) {
    *to = c;
    to[1] = c;  // stays where it is a quote, which is doubled
    to += c == '"' ? 2 : 1;
  }
  *to++ = '"';
  return to;
}

// The most that copy_in_quotes writes.
constexpr std::size_t in_quotes(std::size_t size) { return 2 * size + 2; }

}  // namespace

CsvWriter::CsvWriter(char delimiter) : delimiter_{delimiter} {
  for (const char c : {'"', ',', ';', '\t', '\r', '\n', delimiter}) {
    quoted_[static_cast<unsigned char>(c)] = true;
  }
}

void CsvWriter::text(std::string_view cell) {
  if (is_formula(cell)) {
    put(written(cell));
  } else {
    raw(cell);
  }
}

void CsvWriter::raw(std::string_view cell) {
  if (needs_quotes(cell)) {
    end_cell(copy_in_quotes(cell, begin_cell(in_quotes(cell.size()))));
  } else {
    put(cell);
  }
}

std::string CsvWriter::written(std::string_view cell) const {
  std::string plain{is_formula(cell) ? "'" : ""};
  plain += cell;
  if (!needs_quotes(plain)) {
    return plain;
  }
  std::string quoted(in_quotes(plain.size()), '\0');
  quoted.resize(static_cast<std::size_t>(copy_in_quotes(plain, quoted.data()) - quoted.data()));
  return quoted;
}

void CsvWriter::number(std::int64_t cell) {
  constexpr std::size_t kMost = std::numeric_limits<std::int64_t>::digits10 + 2;
  char* const to = begin_cell(kMost);
  end_cell(std::to_chars(to, to + kMost, cell).ptr);
}

void CsvWriter::date(Date cell) { end_cell(put_date(cell, begin_cell(kDateSize))); }

void CsvWriter::end_row() {
  end_cell(copy("\r\n", room(2)));
  in_row_ = false;
}

std::string CsvWriter::take() {
  in_row_ = false;
  out_.resize(std::exchange(size_, 0));
  return std::exchange(out_, {});
}

void CsvWriter::grow(std::size_t bytes) {
  constexpr std::size_t kLeast = 4'096;
  out_.resize(std::max({2 * out_.size(), size_ + bytes, kLeast}));
}

bool CsvWriter::needs_quotes(std::string_view cell) const {
  return !cell.empty() && (cell.front() == ' ' || cell.back() == ' ' ||
                           std::ranges::any_of(cell, [&](char c) { return quoted_[static_cast<unsigned char>(c)]; }));
}

}  // namespace partnercheck
