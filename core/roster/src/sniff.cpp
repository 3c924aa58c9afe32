#include <algorithm>
#include <array>

#include "partnercheck/roster/table.h"
#include "roster/src/input.h"
#include "roster/src/utf8.h"

namespace partnercheck {

namespace {

// In the first line, outside quotes.
char delimiter_of(std::string_view text) {
  constexpr std::array<char, 3> kDelimiters{',', ';', '\t'};
  std::array<std::int64_t, 3> counts{};
  bool quoted = false;
  for (const char c : text) {
    quoted = quoted != (c == '"');
    if (!quoted && (c == '\n' || c == '\r')) {
      break;
    }
    if (const auto found = std::ranges::find(kDelimiters, c); !quoted && found != kDelimiters.end()) {
      ++counts[static_cast<std::size_t>(found - kDelimiters.begin())];
    }
  }
  return kDelimiters[static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin())];
}

// A byte order mark, or the zero that every second byte of plain letters is.
Encoding encoding_of(std::string_view text) {
  using namespace std::string_view_literals;
  if (text.starts_with("\xFF\xFE"sv) ||
      (text.size() > 3 && text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0)) {
    return Encoding::utf_16le;
  }
  if (text.starts_with("\xFE\xFF"sv) ||
      (text.size() > 3 && text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0)) {
    return Encoding::utf_16be;
  }
  return Encoding::utf_8;
}

}  // namespace

Sniffed sniff(std::string_view beginning, bool whole) {
  constexpr std::size_t kRows = 20;
  Sniffed sniffed;
  sniffed.encoding = encoding_of(beginning);
  const auto read = [&](char delimiter, auto&& on_row) {
    roster::Input input{sniffed.encoding, delimiter};
    std::ranges::copy(beginning, input.prepare(beginning.size()));
    input.commit(beginning.size(), whole, on_row);
  };
  // Any delimiter will do to see the text of the first row.
  bool seen = false;
  read(',', [&](const roster::Row& row) {
    if (!seen) {
      sniffed.delimiter = delimiter_of(row.text);
    }
    seen = true;
    sniffed.valid = sniffed.valid && roster::is_utf8(row.text);
  });
  read(sniffed.delimiter.front(), [&](const roster::Row& row) {
    if (sniffed.rows.size() < kRows) {
      auto& cells = sniffed.rows.emplace_back();
      std::ranges::transform(row.cells, std::back_inserter(cells), roster::shown_cell);
    }
  });
  return sniffed;
}

}  // namespace partnercheck
