#include "roster/src/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace partnercheck::test {
namespace {

using roster::CsvReader;
using roster::Row;
using roster::RowFault;

struct Read {
  std::vector<std::string> cells;
  std::int64_t line;
  RowFault fault = RowFault::none;

  friend bool operator==(const Read&, const Read&) = default;
};

std::vector<Read> read(std::string_view text, std::size_t chunk = std::string::npos, char delimiter = ',') {
  CsvReader reader{delimiter};
  std::vector<Read> rows;
  const auto keep = [&](const Row& row) {
    if (row.ascii) {
      EXPECT_TRUE(std::ranges::all_of(row.text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
          << row.text << " is said to be ASCII";
    }
    rows.push_back({{row.cells.begin(), row.cells.end()}, row.line, row.fault});
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto part = text.substr(at, chunk);
    std::ranges::copy(part, reader.prepare(part.size()));
    reader.commit(part.size(), false, keep);
    at += part.size();
  }
  (void)reader.prepare(0);
  reader.commit(0, true, keep);
  return rows;
}

TEST(Csv, RowsEndWithAnyLineEndAndWithTheFile) {
  const std::vector<Read> rows{{{"a", "b"}, 1}, {{"c", ""}, 2}, {{"", "d"}, 3}, {{"e"}, 4}};
  for (const std::string end : {"\n", "\r\n", "\r"}) {
    EXPECT_EQ(read("a,b" + end + "c," + end + ",d" + end + "e"), rows) << end.size();
    EXPECT_EQ(read("a,b" + end + "c," + end + ",d" + end + "e" + end), rows) << end.size();
  }
}

TEST(Csv, QuotesHoldDelimitersLineEndsAndDoubledQuotes) {
  EXPECT_EQ(read("\"a,b\",\"c\nd\",\"say \"\"hi\"\"\"\nx,\"\",\"\"\"\"\n"),
            (std::vector<Read>{{{"a,b", "c\nd", "say \"hi\""}, 1}, {{"x", "", "\""}, 3}}));
  EXPECT_EQ(read("5\" pipe,it\"s\n"), (std::vector<Read>{{{"5\" pipe", "it\"s"}, 1}}));
}

TEST(Csv, EmptyLinesAreNoRowsAndAByteOrderMarkIsNoText) {
  EXPECT_EQ(read("\xEF\xBB\xBF\"a\"\n\n\nb\n"), (std::vector<Read>{{{"a"}, 1}, {{"b"}, 4}}));
  EXPECT_EQ(read("\xEF\xBB\xBF"), std::vector<Read>{});
  EXPECT_EQ(read(""), std::vector<Read>{});
}

TEST(Csv, AFaultyRowDoesNotTouchItsNeighbours) {
  const auto rows = read("a,b\n\"c\"x,d\ne,f\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].fault, RowFault::text_after_quote);
  EXPECT_EQ(rows[2], (Read{{"e", "f"}, 3}));
}

TEST(Csv, AQuoteThatIsNeverClosedEndsWithItsLine) {
  const auto rows = read("a,b\n\"c,d\ne,f\n");
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].fault, RowFault::quote_not_closed);
  EXPECT_EQ(rows[1].line, 2);
  EXPECT_EQ(rows[2], (Read{{"e", "f"}, 3}));
}

TEST(Csv, ARowThatIsGivenUpIsNotSaidToBeAsciiForTheOneBefore) {
  CsvReader reader{','};
  // Of as many bytes that the next row begins where others are looked at together.
  const std::string text = std::string(127, 'a') + "\n\"ö,d\nö,f\n";
  std::ranges::copy(text, reader.prepare(text.size()));
  std::vector<std::pair<RowFault, bool>> seen;
  reader.commit(text.size(), true, [&](const Row& row) { seen.emplace_back(row.fault, row.ascii); });
  EXPECT_EQ(seen, (std::vector<std::pair<RowFault, bool>>{
                      {RowFault::none, true}, {RowFault::quote_not_closed, false}, {RowFault::none, false}}));
}

TEST(Csv, LimitsAreFaultsOfTheirRow) {
  const auto many = read(std::string(CsvReader::kMostCells, ',') + "\na\n");
  ASSERT_EQ(many.size(), 2U);
  EXPECT_EQ(many[0].fault, RowFault::too_many_cells);
  EXPECT_EQ(read(std::string(CsvReader::kMostCells - 1, ',') + "\n")[0].fault, RowFault::none);
  for (const std::size_t chunk : {std::size_t{1'000}, std::size_t{100'000}, std::string::npos}) {
    const auto rows = read(std::string(3 * CsvReader::kLongestRow, 'x') + "\nb,c\n", chunk);
    const bool whole = chunk == std::string::npos;
    ASSERT_EQ(rows.size(), 2U) << chunk;
    EXPECT_EQ(rows[0].fault, whole ? RowFault::none : RowFault::too_long) << chunk;
    EXPECT_EQ(rows[1], (Read{{"b", "c"}, 2})) << chunk;
  }
}

TEST(Csv, ChunksOfAnySizeGiveTheSameRows) {
  const std::string text =
      "\xEF\xBB\xBFName,\"A \"\"B\"\"\",\"two\r\nlines\"\r\n\r\nx;y,,\"\"\r\rz,\"never "
      "closed\nlast,row,1,2,3,4,5,6,7,8,9,"
      "and a long cell that goes on behind the block of sixty-four bytes,\"quoted, "
      "too\"\n\"a\"b,c\n\xC3\xA5,\xE4\xB8\xAD";
  const auto whole = read(text);
  ASSERT_EQ(whole.size(), 5U);
  for (std::size_t chunk = 1; chunk <= text.size(); ++chunk) {
    ASSERT_EQ(read(text, chunk), whole) << chunk;
  }
}

TEST(Csv, APlaceCountsCharactersAndTheLinesInsideQuotes) {
  const Row row{{}, "\"\xE4\xB8\xAD\n\xC3\xA5\",b", 7, RowFault::none, 0};
  const auto place = roster::place_in(row, row.text.size() - 1);
  EXPECT_EQ(place.line, 8);
  EXPECT_EQ(place.column, 4);
}

}  // namespace
}  // namespace partnercheck::test
