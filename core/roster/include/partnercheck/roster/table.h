// A table as text: how it is written, and what its first bytes show of that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/written_date.h"

namespace partnercheck {

enum class Encoding { utf_8, utf_16le, utf_16be };
template <>
inline constexpr auto kNames<Encoding> = std::to_array<std::string_view>({"utf-8", "utf-16le", "utf-16be"});

// How a table is written.
struct TableForm {
  Fact<Encoding> encoding;      // unknown: utf-8
  Fact<std::string> delimiter;  // one character; unknown: a comma
  Fact<bool> header;            // whether the first row holds names; unknown: it does
  Fact<DayOrder> day_order;     // unknown: a day that can be read both ways is a fault
  Fact<std::vector<MonthWord>> month_words;
  Fact<std::vector<std::string>> yes_words;  // unknown: yes
  Fact<std::vector<std::string>> no_words;   // unknown: no

  static constexpr std::string_view kName = "TableForm";
  static constexpr auto fields() {
    return std::tuple{
        member("encoding", &TableForm::encoding),
        member(sign_field("delimiter"), &TableForm::delimiter),
        member("header", &TableForm::header),
        member("day_order", &TableForm::day_order),
        member(month_words_field(), &TableForm::month_words),
        member(Field{"yes_words", 0, 50}, &TableForm::yes_words),
        member(Field{"no_words", 0, 50}, &TableForm::no_words),
    };
  }
  friend bool operator==(const TableForm&, const TableForm&) = default;
};

// The index of a column of the table, from 0.
constexpr Field column_field(std::string_view name) { return {name, 0, 999}; }

// The form that the first bytes of a table show.
struct Sniffed {
  Encoding encoding = Encoding::utf_8;
  bool valid = true;            // whether the bytes are text in that encoding
  std::string delimiter = ",";  // of comma, semicolon and tab the one that stands most often in the first row
  std::vector<std::vector<std::string>> rows;  // the first 20, the header among them; long cells are cut

  static constexpr std::string_view kName = "Sniffed";
  static constexpr auto fields() {
    return std::tuple{
        member("encoding", &Sniffed::encoding),
        member("valid", &Sniffed::valid),
        member("delimiter", &Sniffed::delimiter),
        member("rows", &Sniffed::rows),
    };
  }
};

// `beginning`: 64 KB are plenty. `whole`: nothing follows.
[[nodiscard]] Sniffed sniff(std::string_view beginning, bool whole);

// How far a table is read.
struct TableProgress {
  std::int64_t rows = 0;  // without the header
  std::int64_t people = 0;
  std::int64_t faulty = 0;  // rows that could not be read
};

}  // namespace partnercheck
