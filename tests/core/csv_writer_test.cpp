#include "partnercheck/roster/csv_writer.h"

#include <gtest/gtest.h>

#include <limits>

#include "roster/src/csv.h"

namespace partnercheck::test {
namespace {

std::string one(std::string_view cell, char delimiter = ',') {
  CsvWriter writer{delimiter};
  writer.text(cell);
  return writer.take();
}

TEST(CsvWriter, QuotesWhatAReaderOfAnyDelimiterWouldCut) {
  EXPECT_EQ(one("plain text"), "plain text");
  EXPECT_EQ(one(""), "");
  EXPECT_EQ(one("a,b"), "\"a,b\"");
  EXPECT_EQ(one("a;b"), "\"a;b\"");
  EXPECT_EQ(one("a\tb"), "\"a\tb\"");
  EXPECT_EQ(one("say \"no\""), "\"say \"\"no\"\"\"");
  EXPECT_EQ(one("two\r\nlines"), "\"two\r\nlines\"");
  EXPECT_EQ(one(" led by a blank"), "\" led by a blank\"");
  EXPECT_EQ(one("followed by one "), "\"followed by one \"");
  EXPECT_EQ(one("a|b"), "a|b");
  EXPECT_EQ(one("a|b", '|'), "\"a|b\"");
}

TEST(CsvWriter, NoTextIsAFormula) {
  for (const std::string_view start : {"=", "+", "-", "@", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    EXPECT_EQ(one(std::string{start} + "1"), "'" + std::string{start} + "1");
  }
  EXPECT_EQ(one("\t=1"), "\"'\t=1\"");
  EXPECT_EQ(one("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(one("\n=1"), "\"'\n=1\"");
  EXPECT_EQ(one("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
  EXPECT_EQ(one("1=1"), "1=1");
  EXPECT_EQ(one("\uFF21=1"), "\uFF21=1") << "a wide letter";
  CsvWriter writer;
  writer.raw("=1");
  writer.number(-1);
  EXPECT_EQ(writer.take(), "=1,-1");
}

TEST(CsvWriter, WhatIsWrittenOnceForManyRowsIsWrittenAsAText) {
  for (const std::string_view cell : {"", "plain", "a,b", "a|b", " ", "=1", "\t=\"1\"", "\uFF1D1", "\"\"\""}) {
    CsvWriter writer{'|'};
    writer.put(writer.written(cell));
    writer.put(writer.written(cell));
    EXPECT_EQ(writer.take(), one(cell, '|') + "|" + one(cell, '|')) << cell;
  }
}

TEST(CsvWriter, EveryNumberAndEveryDayHasRoom) {
  CsvWriter writer;
  std::string expected;
  const auto add = [&](const std::string& cell) { expected += expected.empty() ? cell : "," + cell; };
  for (const std::int64_t number :
       {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), std::int64_t{0}}) {
    writer.number(number);
    add(std::to_string(number));
  }
  for (const Date day : {kFirstDay, parse_date("2020-02-29").value(), kLastDay}) {
    writer.date(day);
    add(format_date(day));
  }
  EXPECT_EQ(writer.take(), expected);
}

TEST(CsvWriter, ManyRowsStandOneBehindTheOther) {
  CsvWriter writer;
  std::string expected;
  for (int row = 0; row < 5'000; ++row) {
    const std::string cell(static_cast<std::size_t>(row % 50), '"');
    writer.number(row);
    writer.text(cell);
    writer.end_row();
    expected += std::to_string(row) + "," + one(cell) + "\r\n";
  }
  EXPECT_EQ(writer.take(), expected);
}

TEST(CsvWriter, ACellOfAnyKindHasRoomHoweverFullTheRestIs) {
  // A little less than what is set aside at first, up to a little more.
  for (std::size_t size = 4'000; size < 4'200; ++size) {
    const std::string first(size, 'a');
    const auto behind = [&](auto write) {
      CsvWriter writer;
      writer.text(first);
      write(writer);
      writer.end_row();
      return writer.take();
    };
    ASSERT_EQ(behind([](CsvWriter& writer) { writer.text(R"("")"); }), first + ",\"\"\"\"\"\"\r\n");
    ASSERT_EQ(behind([](CsvWriter& writer) { writer.put("bc"); }), first + ",bc\r\n");
    ASSERT_EQ(behind([](CsvWriter& writer) { writer.empty(); }), first + ",\r\n");
    ASSERT_EQ(behind([](CsvWriter& writer) { writer.number(std::numeric_limits<std::int64_t>::min()); }),
              first + ",-9223372036854775808\r\n");
    ASSERT_EQ(behind([](CsvWriter& writer) { writer.date(kLastDay); }), first + "," + format_date(kLastDay) + "\r\n");
  }
}

TEST(CsvWriter, WhatIsTakenBeginsNoFurtherRow) {
  CsvWriter writer;
  writer.text("a");
  EXPECT_EQ(writer.take(), "a");
  writer.text("b");
  EXPECT_EQ(writer.take(), "b");
}

TEST(CsvWriter, RowsEndWithCarriageReturnAndLineFeed) {
  CsvWriter writer{';'};
  writer.text("a");
  writer.empty();
  writer.date(parse_date("2021-05-20").value());
  writer.end_row();
  writer.end_row();
  writer.number(7);
  writer.end_row();
  EXPECT_EQ(writer.take(), "a;;2021-05-20\r\n\r\n7\r\n");
  EXPECT_EQ(writer.take(), "");
}

TEST(CsvWriter, OurReaderReadsWhatWasWritten) {
  const std::vector<std::string> cells{"", " ", "a\"b", "\"", "x,y;z\t", "line\nbreak\r", "\u4E2D \u6587", "'", "last"};
  for (const char delimiter : {',', ';', '\t', '|'}) {
    CsvWriter writer{delimiter};
    for (const std::string& cell : cells) {
      writer.raw(cell);
    }
    writer.end_row();
    const std::string text = writer.take();
    roster::CsvReader reader{delimiter};
    text.copy(reader.prepare(text.size()), text.size());
    int rows = 0;
    reader.commit(text.size(), true, [&](const roster::Row& row) {
      ++rows;
      EXPECT_EQ((std::vector<std::string>{row.cells.begin(), row.cells.end()}), cells);
    });
    EXPECT_EQ(rows, 1);
  }
}

}  // namespace
}  // namespace partnercheck::test
