// A table as text: how it is written.
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

enum class Encoding { utf_8, utf_16le, utf_16be, windows_1252 };
template <>
inline constexpr auto kNames<Encoding> =
    std::to_array<std::string_view>({"utf-8", "utf-16le", "utf-16be", "windows-1252"});

// The encodings of a form, and one that the host has to turn into UTF-8 first.
enum class SniffedEncoding { utf_8, utf_16le, utf_16be, windows_1252, big5 };
template <>
inline constexpr auto kNames<SniffedEncoding> =
    std::to_array<std::string_view>({"utf-8", "utf-16le", "utf-16be", "windows-1252", "big5"});

// What parts the whole of a number from the rest.
enum class DecimalSign { point, comma };
template <>
inline constexpr auto kNames<DecimalSign> = std::to_array<std::string_view>({"point", "comma"});

// How a table is written.
struct TableForm {
  Fact<Encoding> encoding;         // unknown: utf-8
  Fact<std::string> delimiter;     // one character; unknown: a comma
  Fact<std::int64_t> rows_above;   // titles and the like, in front of the header; unknown: none
  Fact<bool> header;               // whether the first row behind them holds names; unknown: it does
  Fact<DayOrder> day_order;        // unknown: a day that can be read both ways is a fault
  Fact<ShortYears> short_years;    // unknown: a day with a year of two digits is a fault
  Fact<DecimalSign> decimal_sign;  // unknown: a number that can be read both ways is a fault
  Fact<std::vector<MonthWord>> month_words;
  Fact<std::vector<std::string>> yes_words;  // unknown: yes
  Fact<std::vector<std::string>> no_words;   // unknown: no
  // Of the kind of an account; unknown: work, personal. That there is none of something; unknown: none.
  Fact<std::vector<std::string>> work_words;
  Fact<std::vector<std::string>> personal_words;
  Fact<std::vector<std::string>> none_words;
  Fact<std::vector<std::string>>
      total_words;  // a row without a link that one of them begins is left out; unknown: none

  static constexpr std::string_view kName = "TableForm";
  static constexpr auto fields() {
    return std::tuple{
        member("encoding", &TableForm::encoding),
        member(sign_field("delimiter"), &TableForm::delimiter),
        member(Field{"rows_above", 0, 1'000}, &TableForm::rows_above),
        member("header", &TableForm::header),
        member("day_order", &TableForm::day_order),
        member("short_years", &TableForm::short_years),
        member("decimal_sign", &TableForm::decimal_sign),
        member(month_words_field(), &TableForm::month_words),
        member(Field{"yes_words", 0, 50}, &TableForm::yes_words),
        member(Field{"no_words", 0, 50}, &TableForm::no_words),
        member(Field{"work_words", 0, 50}, &TableForm::work_words),
        member(Field{"personal_words", 0, 50}, &TableForm::personal_words),
        member(Field{"none_words", 0, 50}, &TableForm::none_words),
        member(Field{"total_words", 0, 50}, &TableForm::total_words),
    };
  }
  friend bool operator==(const TableForm&, const TableForm&) = default;
};

// The index of a column of the table, from 0.
constexpr Field column_field(std::string_view name) { return {name, 0, 999}; }

// How far a table is read.
struct TableProgress {
  std::int64_t rows = 0;  // without the header
  std::int64_t people = 0;
  std::int64_t faulty = 0;  // rows that could not be read
};

}  // namespace partnercheck
