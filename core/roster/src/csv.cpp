#include "roster/src/csv.h"

#include <algorithm>

namespace partnercheck::roster {

bool Row::blank() const {
  return std::ranges::all_of(cells, [](std::string_view cell) {
    return std::ranges::all_of(cell, [](char c) { return c == ' ' || c == '\t'; });
  });
}

std::int64_t line_ends_in(std::string_view text) {
  std::int64_t ends = 0;
  char before = '\0';
  for (const char c : text) {
    ends += c == '\r' || (c == '\n' && before != '\r') ? 1 : 0;
    before = c;
  }
  return ends;
}

Place place_in(const Row& row, std::size_t byte) {
  const std::string_view before = row.text.substr(0, byte);
  const std::string_view line = before.substr(before.find_last_of("\r\n") + 1);
  const auto characters =
      std::ranges::count_if(line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
  return {row.line + line_ends_in(before), 1 + std::int64_t{characters}};
}

char* CsvReader::prepare(std::size_t size) {
  if (const std::size_t wanted = kept_ + size + kBlock; wanted > capacity_) {
    auto larger = std::make_unique<char[]>(wanted);
    std::copy_n(buffer_.get(), kept_, larger.get());
    buffer_ = std::move(larger);
    capacity_ = wanted;
  }
  return buffer_.get() + kept_;
}

const char* CsvReader::read_quoted(const char* open, const char* end, std::string_view& cell) {
  const char* content = open + 1;
  const char* from = content;  // what is not copied yet
  bool copied = false;
  const std::size_t copy = unescaped_size_;
  for (const char* at = content;;) {
    const auto* quote = static_cast<const char*>(std::memchr(at, '"', static_cast<std::size_t>(end - at)));
    if (quote == nullptr) {
      return nullptr;
    }
    const bool doubled = quote + 1 != end && quote[1] == '"';
    if (doubled || copied) {
      if (!unescaped_) {
        unescaped_ = std::make_unique<char[]>(kLongestRow + kBlock);
      }
      // One of the two quotes goes along.
      const std::size_t size = static_cast<std::size_t>(quote - from) + (doubled ? 1 : 0);
      if (unescaped_size_ + size > kLongestRow) {
        return nullptr;
      }
      std::memcpy(unescaped_.get() + unescaped_size_, from, size);
      unescaped_size_ += size;
      copied = true;
    }
    if (!doubled) {
      cell = copied ? std::string_view{unescaped_.get() + copy, unescaped_size_ - copy}
                    : std::string_view{content, static_cast<std::size_t>(quote - content)};
      spans_lines_ = spans_lines_ || cell.find_first_of("\r\n") != std::string_view::npos;
      return quote + 1;
    }
    at = from = quote + 2;
  }
}

const char* CsvReader::give_up(const char* at, const char* end, Row& row) {
  Walk walk{*this, at + std::min(static_cast<std::size_t>(end - at), kLongestRow)};
  walk.start(at);
  const char* behind = nullptr;
  (void)read_row(walk, at, false, row, behind);
  row.cells = {};
  row.ascii = false;
  row.line = line_;
  row.fault = open_quote_ != nullptr ? RowFault::quote_not_closed : RowFault::too_long;
  skipping_ = true;
  const char* next = skip_line(at, end);
  row.text = {at, std::min(static_cast<std::size_t>(next - at), kLongestRow)};
  row.fault_at = open_quote_ != nullptr ? static_cast<std::size_t>(open_quote_ - at) : 0;
  return next;
}

const char* CsvReader::skip_line(const char* at, const char* end) {
  const auto* lf = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
  if (lf == nullptr) {
    return end;
  }
  skipping_ = false;
  ++line_;
  return lf + 1;
}

void CsvReader::keep_rest(const char* from, const char* end) {
  kept_ = static_cast<std::size_t>(end - from);
  if (from != buffer_.get()) {
    std::copy(from, end, buffer_.get());
  }
}

}  // namespace partnercheck::roster
