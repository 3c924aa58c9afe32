#include "roster/src/csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "roster/src/input.h"

namespace partnercheck::test {
namespace {

using roster::CsvReader;
using roster::Row;
using roster::RowFault;

struct Read {
  std::vector<std::string> cells;
  std::int64_t line;
  RowFault fault = RowFault::none;
  std::size_t fault_at = 0;

  friend bool operator==(const Read&, const Read&) = default;
};

std::vector<Read> read(std::string_view text, std::size_t chunk = std::string::npos, char delimiter = ',') {
  CsvReader reader{delimiter};
  std::vector<Read> rows;
  const auto keep = [&](const Row& row) {
    EXPECT_LE(row.text.size(), CsvReader::kLongestRow);
    if (row.ascii) {
      EXPECT_TRUE(std::ranges::all_of(row.text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; }))
          << row.text << " is said to be ASCII";
    }
    rows.push_back(
        {{row.cells.begin(), row.cells.end()}, row.line, row.fault, row.fault == RowFault::none ? 0 : row.fault_at});
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

TEST(Csv, WhatStandsBehindTheEndOfAChunkIsNothing) {
  CsvReader reader{','};
  std::vector<std::string> cells;
  for (const std::string_view chunk : {"\"\"\"\"\"\"\"\"\"\"\n", "\"b\"\"c\""}) {
    std::ranges::copy(chunk, reader.prepare(chunk.size()));
    reader.commit(chunk.size(), !chunk.ends_with('\n'), [&](const Row& row) { cells.emplace_back(row.cells.front()); });
  }
  EXPECT_EQ(cells, (std::vector<std::string>{"\"\"\"\"", "b\"c"}));
}

TEST(Csv, AFaultIsWhereItsQuoteIs) {
  EXPECT_EQ(read("a,b,\"c\nd,e")[0].fault_at, 4U);
  EXPECT_EQ(read("a,\"b\"\"\"c,d\n")[0].fault_at, 7U);
}

TEST(Csv, LinesAreCountedInsideQuotesHoweverTheyEnd) {
  for (const std::string_view end : {"\n", "\r\n", "\r"}) {
    const auto line_behind = [&](std::string_view cell) {
      std::string text = std::string{cell} + ",|x|last|";
      for (std::size_t at = 0; (at = text.find('|', at)) != std::string::npos; at += end.size()) {
        text.replace(at, 1, end);
      }
      return read(text).back().line;
    };
    EXPECT_EQ(line_behind("\"a|b\""), 4);
    EXPECT_EQ(line_behind("\"a||b|\""), 6);
    EXPECT_EQ(line_behind("\"|a|\"\"|\""), 6);
  }
  EXPECT_EQ(read("\"a\n\rb\r\n\r\n\"\nlast").back().line, 6);
}

TEST(Csv, ALineWithNothingButBlanksIsBlank) {
  CsvReader reader{','};
  const std::string_view text = " \n\t, ,\"\"\n ,x\nx ,\n,\"\n\"\n";
  std::ranges::copy(text, reader.prepare(text.size()));
  std::vector<bool> blank;
  reader.commit(text.size(), true, [&](const Row& row) { blank.push_back(row.blank()); });
  EXPECT_EQ(blank, (std::vector<bool>{true, true, false, false, false}));
}

TEST(Csv, ARowIsReadAsSoonAsItEnds) {
  CsvReader reader{','};
  std::size_t rows = 0;
  const auto rows_with = [&](std::string_view chunk, bool last = false) {
    std::ranges::copy(chunk, reader.prepare(chunk.size()));
    reader.commit(chunk.size(), last, [&](const Row& /*row*/) { ++rows; });
    return rows;
  };
  EXPECT_EQ(rows_with("a,\"b\"\n"), 1U);
  EXPECT_EQ(rows_with("\"c\"\"\",d\ne"), 2U);
  EXPECT_EQ(rows_with(",\"f\"\"g\""), 2U);
  EXPECT_EQ(rows_with("\r"), 2U);
  EXPECT_EQ(rows_with("\nh\"\n\"i\"\"\n"), 4U);
  EXPECT_EQ(rows_with("", true), 5U);
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
}

TEST(Csv, ARowIsTooLongWhereverChunksEnd) {
  constexpr std::size_t kMost = CsvReader::kLongestRow;
  const auto x = [](std::size_t size) { return std::string(size, 'x'); };
  struct Long {
    std::string row;
    RowFault fault;
  };
  const std::vector<Long> longs{
      {"a,\"b\"c," + x(kMost), RowFault::too_long},
      {x(kMost), RowFault::none},
      {x(kMost + 1), RowFault::too_long},
      {x(kMost + 2), RowFault::too_long},
      {x(3 * kMost), RowFault::too_long},
      {"\"" + x(kMost - 2) + "\"", RowFault::none},
      {"\"\"\"" + x(kMost - 4) + "\"", RowFault::none},
      {"\"" + x(kMost - 2) + "\",", RowFault::too_long},
      {"\"" + x(kMost) + "\"", RowFault::quote_not_closed},
      {"a,\"\"\"" + x(2 * kMost) + "\"", RowFault::quote_not_closed},
      {x(kMost) + ",\"", RowFault::too_long},
  };
  for (const auto& [row, fault] : longs) {
    for (const std::string_view end : {"\n", "\r\n"}) {
      const std::string text = row + std::string{end} + "b,c\nd\n";
      const auto whole = read(text);
      ASSERT_EQ(whole.size(), 3U) << row.size();
      EXPECT_EQ(whole[0].fault, fault) << row.size();
      EXPECT_EQ(whole[0].fault_at, fault == RowFault::quote_not_closed ? row.find('"') : 0U) << row.size();
      EXPECT_EQ(whole[1], (Read{{"b", "c"}, 2})) << row.size();
      EXPECT_EQ(whole[2], (Read{{"d"}, 3})) << row.size();
      for (const std::size_t chunk : {std::size_t{100'000}, kMost - 1, kMost, kMost + 1, kMost + 2, kMost + 3}) {
        EXPECT_TRUE(read(text, chunk) == whole) << row.size() << " in chunks of " << chunk;
      }
    }
  }
}

TEST(Csv, NoLineIsLostBehindOneThatIsTooLong) {
  const std::string text = "a\n" + std::string(2 * CsvReader::kLongestRow, 'x') + "\nb\nc\nd\n";
  for (const std::size_t chunk : {std::size_t{1}, std::size_t{1'000'000}}) {
    CsvReader reader{','};
    std::vector<Read> rows;
    const auto keep = [&](const Row& row) { rows.push_back({{row.cells.begin(), row.cells.end()}, row.line}); };
    const std::size_t begin = text.size() - 7;
    std::ranges::copy(text.substr(0, begin), reader.prepare(begin));
    reader.commit(begin, false, keep);
    for (std::size_t at = begin; at < text.size(); at += chunk) {
      const std::string part = text.substr(at, chunk);
      std::ranges::copy(part, reader.prepare(part.size()));
      reader.commit(part.size(), false, keep);
    }
    EXPECT_EQ(rows, (std::vector<Read>{{{"a"}, 1}, {{}, 2}, {{"b"}, 3}, {{"c"}, 4}, {{"d"}, 5}})) << chunk;
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
  for (const std::string_view text : {"\"ab\n\nc\",d", "\"ab\r\n\r\nc\",d", "\"ab\r\rc\",d"}) {
    const Row lines{{}, text, 1, RowFault::none, 0};
    EXPECT_EQ(roster::place_in(lines, 2).line, 1);
    EXPECT_EQ(roster::place_in(lines, 2).column, 3);
    EXPECT_EQ(roster::place_in(lines, text.size() - 1).line, 3);
    EXPECT_EQ(roster::place_in(lines, text.size() - 1).column, 4);
  }
}

// The cells of all rows, one behind the other.
std::vector<std::string> cells_in(std::string_view bytes, Encoding encoding, std::size_t chunk) {
  roster::Input input{encoding, ','};
  std::vector<std::string> cells;
  const auto keep = [&](const Row& row) { cells.insert(cells.end(), row.cells.begin(), row.cells.end()); };
  for (std::size_t at = 0; at < bytes.size(); at += chunk) {
    const auto part = bytes.substr(at, chunk);
    std::ranges::copy(part, input.prepare(part.size()));
    input.commit(part.size(), false, keep);
  }
  (void)input.prepare(0);
  input.commit(0, true, keep);
  return cells;
}

std::string in_utf_16(std::u16string_view text, Encoding encoding) {
  std::string bytes;
  for (const char16_t unit : text) {
    const auto low = static_cast<char>(unit & 0xFF);
    const auto high = static_cast<char>(unit >> 8);
    bytes += encoding == Encoding::utf_16le ? low : high;
    bytes += encoding == Encoding::utf_16le ? high : low;
  }
  return bytes;
}

TEST(Input, ReadsEveryCharacterOfUtf16WhereverChunksEnd) {
  const std::u16string_view text =
      u"a\u007F,\u0080\u07FF,\u0800\uFFFF,\U00010000\U0010FFFF\n\U0001F600,\U0001F600\u4E2D,\U0001F600";
  const std::vector<std::string> cells{"a\x7F",
                                       "\xC2\x80\xDF\xBF",
                                       "\xE0\xA0\x80\xEF\xBF\xBF",
                                       "\xF0\x90\x80\x80\xF4\x8F\xBF\xBF",
                                       "\xF0\x9F\x98\x80",
                                       "\xF0\x9F\x98\x80\xE4\xB8\xAD",
                                       "\xF0\x9F\x98\x80"};
  for (const Encoding encoding : {Encoding::utf_16le, Encoding::utf_16be}) {
    const std::string bytes = in_utf_16(text, encoding);
    for (std::size_t chunk = 1; chunk <= bytes.size(); ++chunk) {
      EXPECT_EQ(cells_in(bytes, encoding, chunk), cells) << chunk;
    }
  }
}

TEST(Input, HalfACharacterOfUtf16BecomesAReplacement) {
  constexpr char16_t kHigh = 0xD83D;
  constexpr char16_t kLow = 0xDE00;
  const std::u16string text{kHigh, u',', kLow, u',', kHigh, u'a', u',', kHigh,
                            kHigh, kLow, u',', kLow, kLow,  u',', kHigh};
  const std::vector<std::string> cells{"\uFFFD", "\uFFFD", "\uFFFDa", "\uFFFD\U0001F600", "\uFFFD\uFFFD", "\uFFFD"};
  for (const Encoding encoding : {Encoding::utf_16le, Encoding::utf_16be}) {
    const std::string bytes = in_utf_16(text, encoding);
    for (std::size_t chunk = 1; chunk <= bytes.size(); ++chunk) {
      EXPECT_EQ(cells_in(bytes, encoding, chunk), cells) << chunk;
      // And half a unit behind it, which is nothing.
      EXPECT_EQ(cells_in(bytes + '\xDC', encoding, chunk), cells) << chunk;
    }
  }
}

TEST(Input, HasRoomForTextThatGrowsAsItIsRead) {
  constexpr std::size_t kCharacters = 300'000;
  std::string expected;
  for (std::size_t i = 0; i < kCharacters; ++i) {
    expected += "\u4E2D";
  }
  const std::string bytes = in_utf_16(std::u16string(kCharacters, u'\u4E2D'), Encoding::utf_16le);
  EXPECT_TRUE(cells_in(bytes, Encoding::utf_16le, bytes.size()) == std::vector{expected});
}

TEST(Input, ReadsEveryByteOfWindows1252) {
  std::string bytes;
  for (int byte = 0x80; byte <= 0xFF; ++byte) {
    bytes += static_cast<char>(byte);
  }
  // What is no character stays as it is.
  std::string expected =
      "\u20AC\x81\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\x8D\u017D\x8F"
      "\x90\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\x9D\u017E\u0178";
  for (int code = 0xA0; code <= 0xFF; ++code) {
    expected += code < 0xC0 ? '\xC2' : '\xC3';
    expected += static_cast<char>(0x80 | (code & 0x3F));
  }
  EXPECT_EQ(roster::from_windows_1252(bytes), expected);
  EXPECT_EQ(cells_in(bytes, Encoding::windows_1252, 1), std::vector{expected});
  EXPECT_EQ(cells_in(bytes, Encoding::windows_1252, bytes.size()), std::vector{expected});
  std::string euros;
  for (int i = 0; i < 300'000; ++i) {
    euros += "\u20AC";
  }
  const std::string many(300'000, '\x80');
  EXPECT_TRUE(roster::from_windows_1252(many) == euros);
  EXPECT_TRUE(cells_in(many, Encoding::windows_1252, many.size()) == std::vector{euros});
}

}  // namespace
}  // namespace partnercheck::test
