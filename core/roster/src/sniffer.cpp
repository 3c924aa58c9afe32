#include "partnercheck/roster/sniffer.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "day_reader.h"
#include "roster/src/byte_evidence.h"
#include "roster/src/input.h"
#include "roster/src/names.h"
#include "roster/src/utf8.h"
#include "text.h"

namespace partnercheck {

namespace {

using roster::Input;
using roster::Row;

constexpr std::size_t kBeginning = 1U << 16U;
constexpr std::size_t kShownRows = 20;
constexpr std::size_t kRawCell = 400;

// Whether every second byte is a zero, as in UTF-16 it is beside plain letters.
bool has_zeros(std::string_view text, std::size_t first) {
  return text.size() > 3 && text[first] == 0 && text[first + 2] == 0 && text[1 - first] != 0 && text[3 - first] != 0;
}

Encoding encoding_of(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || has_zeros(text, 1)) {
    return Encoding::utf_16le;
  }
  return text.starts_with("\xFE\xFF") || has_zeros(text, 0) ? Encoding::utf_16be : Encoding::utf_8;
}

void read(Input& input, std::string_view bytes, bool last, auto&& on_row) {
  std::ranges::copy(bytes, input.prepare(bytes.size()));
  input.commit(bytes.size(), last, on_row);
}

// Spreadsheets write and understand a first line that says it.
std::optional<char> said_delimiter(std::string_view first_row) {
  constexpr std::string_view kSays{"sep="};
  return first_row.size() == kSays.size() + 1 && first_row.starts_with(kSays) ? std::optional{first_row.back()}
                                                                              : std::nullopt;
}

// The one with which the most rows have the same number of cells, and of those the one that gives the most cells.
char delimiter_of(std::string_view beginning, Encoding encoding, bool whole) {
  constexpr std::array kDelimiters{',', ';', '\t', '|'};
  char best = kDelimiters.front();
  std::pair<bool, double> most{};
  for (const char delimiter : kDelimiters) {
    std::vector<std::int64_t> rows_of_width;
    std::int64_t rows = 0;
    std::optional<char> said;
    Input input{encoding, delimiter};
    read(input, beginning, whole || beginning.size() < kBeginning, [&](const Row& row) {
      said = rows == 0 ? said_delimiter(row.text) : said;
      const std::size_t width = row.cells.size();
      rows_of_width.resize(std::max(rows_of_width.size(), width + 1));
      ++rows_of_width[width];
      ++rows;
    });
    if (said) {
      return *said;
    }
    for (std::size_t width = 2; width < rows_of_width.size(); ++width) {
      const double share = static_cast<double>(rows_of_width[width]) / static_cast<double>(rows);
      const std::pair found{share >= 0.8, share * static_cast<double>(width)};
      if (found > most) {
        most = found;
        best = delimiter;
      }
    }
  }
  return best;
}

bool is_mail(std::string_view cell) {
  const auto at = cell.find('@');
  return at != std::string_view::npos && at > 0 && cell.find('@', at + 1) == std::string_view::npos &&
         cell.find('.', at) != std::string_view::npos && cell.back() != '.' &&
         cell.find_first_of(" ,;") == std::string_view::npos;
}

// 1.5 and 1234,50: with three digits behind it, the sign may part thousands.
std::optional<DecimalSign> decimal_sign_of(std::string_view cell) {
  const auto sign = cell.find_first_of(".,");
  const bool shows = sign != std::string_view::npos && sign > 0 && cell.size() - sign >= 2 && cell.size() - sign <= 3 &&
                     std::ranges::all_of(cell.substr(0, sign), is_digit) &&
                     std::ranges::all_of(cell.substr(sign + 1), is_digit);
  return !shows ? std::nullopt : std::optional{cell[sign] == '.' ? DecimalSign::point : DecimalSign::comma};
}

bool has_other_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80U; });
}

void keep_first(std::optional<SeenCell>& seen, const Row& row, std::string_view cell) {
  if (!seen) {
    seen = SeenCell{row.line, roster::shown_cell(cell)};
  }
}

// What is kept of a cell until its encoding is known: more than is shown, and in UTF-8 no half of a character.
std::string beginning_of(std::string_view cell) { return shown(cell, kRawCell); }

struct ColumnState {
  SniffedColumn column;
  std::vector<std::uint64_t> known;  // hashes of cells
};

}  // namespace

struct Sniffer::State {
  explicit State(const SniffRequest& sniff) : request{sniff}, days{{}, sniff.month_words} {}

  // From here on the form is known, as far as a beginning shows it.
  void begin(bool whole) {
    encoding = request.encoding.known() ? request.encoding.value() : encoding_of(beginning);
    sniffed.delimiter =
        request.delimiter.known() ? request.delimiter.value() : std::string{delimiter_of(beginning, encoding, whole)};
    input.emplace(encoding, sniffed.delimiter.front());
    commit(beginning, whole);
  }
  void commit(std::string_view text, bool last) {
    std::ranges::copy(text, input->prepare(text.size()));
    commit(text.size(), last);
  }
  void commit(std::size_t size, bool last) {
    input->commit(size, last, [this](const Row& row) { look(row); });
  }

  void look(const Row& row) {
    ++sniffed.row_count;
    // Somebody may not have looked whether it is ASCII.
    if (!row.ascii && has_other_letters(row.text)) {
      if (const auto cell = std::ranges::find_if(row.cells, has_other_letters);
          !letters_in && cell != row.cells.end()) {
        letters_in = {row.line, beginning_of(roster::trimmed(*cell))};
      }
      bytes.add(row.text);
    }
    if (first_rows.size() < kShownRows) {
      auto& cells = first_rows.emplace_back();
      std::ranges::transform(row.cells, std::back_inserter(cells), beginning_of);
    }
    if (sniffed.row_count <= kLookedAt) {
      look_at_all(row);
      if (sniffed.row_count == kLookedAt) {
        find_day_columns();
      }
      return;
    }
    for (const std::size_t place : day_columns) {
      if (place < row.cells.size()) {
        look_at_day(row, roster::trimmed(row.cells[place]), columns[place].column);
      }
    }
  }

  void look_at_all(const Row& row) {
    columns.resize(std::max(columns.size(), row.cells.size()));
    for (std::size_t place = 0; place < row.cells.size(); ++place) {
      const std::string_view cell = roster::trimmed(row.cells[place]);
      if (cell.empty()) {
        continue;
      }
      auto& [column, known] = columns[place];
      ++column.filled;
      const bool digits = std::ranges::all_of(cell, is_digit);
      const auto decimal = decimal_sign_of(cell);
      column.ids += digits && cell.size() >= 6 && cell.size() <= 12 ? 1 : 0;
      column.counts += (digits && cell.size() <= 4) || decimal ? 1 : 0;
      column.mails += is_mail(cell) ? 1 : 0;
      if (decimal) {
        keep_first(*decimal == DecimalSign::point ? sniffed.decimal_point : sniffed.decimal_comma, row, cell);
      }
      const DayFault fault = days.read(cell).fault;
      if (fault == DayFault::none || fault == DayFault::ambiguous || fault == DayFault::short_year) {
        ++column.days;
        look_at_day(row, cell, column);
      }
      if (column.distinct < kMostDistinct) {
        const std::uint64_t hash = roster::Names::hash(cell);
        if (std::ranges::find(known, hash) == known.end()) {
          known.push_back(hash);
          ++column.distinct;
        }
      }
    }
  }

  void find_day_columns() {
    for (std::size_t place = 0; const auto& [column, known] : columns) {
      if (column.days * 2 >= column.filled && column.days > 0) {
        day_columns.push_back(place);
      }
      ++place;
    }
  }

  void look_at_day(const Row& row, std::string_view cell, SniffedColumn& column) const {
    if (!column.short_year && days.read(cell).fault == DayFault::short_year) {
      column.short_year = SeenCell{row.line, roster::shown_cell(cell)};
    }
    look_at_order(row, cell, column);
  }

  static void look_at_order(const Row& row, std::string_view cell, SniffedColumn& column) {
    switch (order_shown(cell)) {
      case OrderShown::day_month:
        return keep_first(column.day_first, row, cell);
      case OrderShown::month_day:
        return keep_first(column.month_first, row, cell);
      case OrderShown::either:
        return keep_first(column.either_order, row, cell);
      case OrderShown::none:
        return;
    }
  }

  // What is shown, in the encoding that the whole table has.
  [[nodiscard]] std::string shown(std::string_view raw) const {
    return roster::shown_cell(sniffed.encoding == SniffedEncoding::windows_1252 && encoding == Encoding::utf_8
                                  ? roster::from_windows_1252(raw)
                                  : std::string{raw});
  }

  SniffRequest request;
  DayReader days;
  Encoding encoding = Encoding::utf_8;
  std::string beginning;  // until there is enough of it
  std::optional<Input> input;
  roster::ByteEvidence bytes;
  std::optional<SeenCell> letters_in;
  std::vector<std::vector<std::string>> first_rows;
  std::vector<ColumnState> columns;
  std::vector<std::size_t> day_columns;
  Sniffed sniffed;
};

Sniffer::Sniffer(const SniffRequest& request) : state_{std::make_unique<State>(request)} {}
Sniffer::Sniffer(Sniffer&&) noexcept = default;
Sniffer& Sniffer::operator=(Sniffer&&) noexcept = default;
Sniffer::~Sniffer() = default;

char* Sniffer::prepare(std::size_t size) {
  if (state_->input) {
    return state_->input->prepare(size);
  }
  std::string& beginning = state_->beginning;
  beginning.resize(beginning.size() + size);
  return beginning.data() + (beginning.size() - size);
}

void Sniffer::commit(std::size_t size) {
  if (state_->input) {
    state_->commit(size, false);
  } else if (state_->beginning.size() >= kBeginning) {
    state_->begin(false);
    state_->beginning = {};
  }
}

void Sniffer::feed(std::string_view bytes) {
  std::ranges::copy(bytes, prepare(bytes.size()));
  commit(bytes.size());
}

Sniffed Sniffer::finish(bool whole) {
  State& state = *state_;
  if (!state.input) {
    state.begin(whole);
  } else {
    (void)state.input->prepare(0);
    state.commit(0, whole);
  }
  Sniffed& sniffed = state.sniffed;
  const bool looked_for = !state.request.encoding.known() && state.encoding == Encoding::utf_8;
  sniffed.valid = state.bytes.shows() && (looked_for || state.bytes.encoding() == SniffedEncoding::utf_8);
  sniffed.encoding =
      looked_for && sniffed.valid ? state.bytes.encoding() : static_cast<SniffedEncoding>(state.encoding);
  for (const auto& cells : state.first_rows) {
    auto& row = sniffed.rows.emplace_back();
    std::ranges::transform(cells, std::back_inserter(row), [&](const auto& cell) { return state.shown(cell); });
  }
  for (auto& [column, known] : state.columns) {
    sniffed.columns.push_back(std::move(column));
  }
  if (state.letters_in) {
    sniffed.encoding_seen = SeenCell{state.letters_in->line, state.shown(state.letters_in->value)};
  }
  return std::move(sniffed);
}

Sniffed sniff(std::string_view beginning, bool whole, const SniffRequest& request) {
  Sniffer sniffer{request};
  sniffer.feed(beginning);
  return sniffer.finish(whole);
}

}  // namespace partnercheck
