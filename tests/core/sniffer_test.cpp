#include "partnercheck/roster/sniffer.h"

#include <gtest/gtest.h>

#include "partnercheck/roster/sniffer_json_api.h"

namespace partnercheck::test {
namespace {

using namespace std::string_view_literals;

Sniffed sniff_in(std::string_view table, std::size_t chunk) {
  Sniffer sniffer;
  for (std::size_t at = 0; at < table.size(); at += chunk) {
    sniffer.feed(table.substr(at, chunk));
  }
  return sniffer.finish();
}

// So many rows that what stands behind them is beyond every beginning.
std::string long_table(std::string_view row) {
  std::string table = "MCID;Start\n";
  for (int i = 0; i < 20'000; ++i) {
    table += std::to_string(990'000'000 + i) + ";" + std::string{row} + "\n";
  }
  return table;
}

TEST(Sniffer, ADayAtTheVeryEndShowsTheOrderOfAll) {
  for (const auto& [row, day_first] : {std::pair{"20/07/2020"sv, true}, {"07/20/2020"sv, false}}) {
    const std::string table = long_table("03/04/2021") + "1;" + std::string{row} + "\n";
    for (const std::size_t chunk : {1'000U, 70'000U, 10'000'000U}) {
      const Sniffed sniffed = sniff_in(table, chunk);
      ASSERT_EQ(sniffed.columns.size(), 2);
      const SniffedColumn& days = sniffed.columns[1];
      ASSERT_TRUE(days.either_order);
      EXPECT_EQ(days.either_order->line, 2);
      EXPECT_EQ(days.either_order->value, "03/04/2021");
      const auto& shown = day_first ? days.day_first : days.month_first;
      ASSERT_TRUE(shown) << chunk;
      EXPECT_EQ(shown->line, 20'002);
      EXPECT_EQ(shown->value, row);
      EXPECT_FALSE(day_first ? days.month_first : days.day_first);
      EXPECT_EQ(sniffed.row_count, 20'002);
    }
  }
}

TEST(Sniffer, ShowsADayWhoseYearHasTwoDigits) {
  const Sniffed sniffed = sniff("Start;End\n2021-05-13;\n20-07-21;5/20/21\n", true);
  ASSERT_TRUE(sniffed.columns[0].short_year);
  EXPECT_EQ(sniffed.columns[0].short_year->value, "20-07-21");
  EXPECT_EQ(sniffed.columns[0].short_year->line, 3);
  EXPECT_EQ(sniffed.columns[0].days, 2);
  EXPECT_EQ(sniffed.columns[1].short_year->value, "5/20/21");
}

TEST(Sniffer, ISODaysAndDaysWithTheSameNumberTwiceShowNoOrder) {
  const Sniffed sniffed = sniff("Start;End\n2021-05-13;5.5.2021\n2021-13-05;31.2.2021\n", true);
  for (const SniffedColumn& column : sniffed.columns) {
    EXPECT_FALSE(column.day_first || column.month_first || column.either_order);
  }
  EXPECT_EQ(sniffed.columns[0].days, 1);
}

TEST(Sniffer, DaysAreSeenHoweverTheyAreWritten) {
  const Sniffed sniffed = sniff("a;b;c\n20-7-2020;7. 20. 2020;1/2/2020 09:30\n", true);
  ASSERT_TRUE(sniffed.columns[0].day_first);
  ASSERT_TRUE(sniffed.columns[1].month_first);
  ASSERT_TRUE(sniffed.columns[2].either_order);
  EXPECT_EQ(sniffed.columns[2].either_order->value, "1/2/2020 09:30");
}

TEST(Sniffer, WesternLettersShowTheirEncoding) {
  const Sniffed sniffed = sniff(
      "Namn;F\xF6retag\n\xC5sa \xD6"
      "berg;L\xE4nk\xF6ping \x80\n",
      true);
  EXPECT_TRUE(sniffed.valid);
  EXPECT_EQ(sniffed.encoding, SniffedEncoding::windows_1252);
  EXPECT_EQ(sniffed.rows[0][1], "Företag");
  EXPECT_EQ(sniffed.rows[1][1], "Länköping €");
  ASSERT_TRUE(sniffed.encoding_seen);
  EXPECT_EQ(sniffed.encoding_seen->line, 1);
  EXPECT_EQ(sniffed.encoding_seen->value, "Företag");
}

TEST(Sniffer, AnUmlautBehindAMillionBytesShowsTheEncodingToo) {
  const std::string table = long_table("2021-05-20") + "1;\xC5ngstr\xF6m\n";
  const Sniffed sniffed = sniff_in(table, 4'096);
  EXPECT_EQ(sniffed.encoding, SniffedEncoding::windows_1252);
  EXPECT_EQ(sniffed.encoding_seen->line, 20'002);
}

TEST(Sniffer, ChineseOfTaiwanIsToldFromWesternLetters) {
  // 姓名,開始日期 and 王小明,合作夥伴 in Big5
  const Sniffed sniffed = sniff(
      "\xA9\x6D\xA6\x57,\xB6\x7D\xA9\x6C\xA4\xE9\xB4\xC1\n\xA4\xFD\xA4\x70\xA9\xFA,\xA6\x58\xA7\x40\xB9\xD9\xA6\xF1\n",
      true);
  EXPECT_TRUE(sniffed.valid);
  EXPECT_EQ(sniffed.encoding, SniffedEncoding::big5);
}

TEST(Sniffer, BytesThatShowNoEncodingAreNotGuessed) {
  // Å, ä, ö of an old Mac; and simplified Chinese.
  for (const auto bytes : {"Namn\n\x81sa L\x8Ank\x9Aping\n"sv, "\xD0\xD5\xC3\xFB,\xBF\xAA\xCA\xBC\xC8\xD5\xC6\xDA\n"sv,
                           "Ett \xC3\xA5r\nTv\xC3\xA5 \xC3\xA5r\nTre \xE5r\n"sv}) {
    const Sniffed sniffed = sniff(bytes, true);
    EXPECT_FALSE(sniffed.valid);
    EXPECT_EQ(sniffed.encoding, SniffedEncoding::utf_8);
  }
  EXPECT_TRUE(sniff("\xC3\x85sa,\xE5\xA7\x93\n", true).valid);
  EXPECT_FALSE(sniff("a\n\x80\n", true).valid);
  EXPECT_EQ(sniff("a\n\x80\n", true).encoding_seen->line, 2);
}

TEST(Sniffer, TheDelimiterIsTheOneThatGivesAllRowsTheirCells) {
  EXPECT_EQ(
      sniff("Personer, hela listan, 2021\nMCID;Start\n1;2021-05-01\n2;2021-05-02\n3;2021-05-02\n4;2021-05-02\n", true)
          .delimiter,
      ";");
  EXPECT_EQ(sniff("a;b;c\n1,5;2,5;x\n1,5;2,5;x\n", true).delimiter, ";");
  EXPECT_EQ(sniff("a|b\n1|2\n", true).delimiter, "|");
  EXPECT_EQ(sniff("a\tb, c\n1\t2\n", true).delimiter, "\t");
  EXPECT_EQ(sniff("\"a;b\",\"c;d\"\n", true).delimiter, ",");
  EXPECT_EQ(sniff("sep=;\na;b,c\n", true).delimiter, ";");
  EXPECT_EQ(sniff("MCID\n1\n", true).delimiter, ",");
  EXPECT_EQ(sniff("", true).delimiter, ",");
}

TEST(Sniffer, WhatItIsToldItDoesNotLookFor) {
  SniffRequest known;
  known.encoding = Encoding::windows_1252;
  known.delimiter = std::string{","};
  const Sniffed sniffed = sniff("a,b;c\n\xE5,1;2\n", true, known);
  EXPECT_EQ(sniffed.delimiter, ",");
  EXPECT_EQ(sniffed.encoding, SniffedEncoding::windows_1252);
  EXPECT_TRUE(sniffed.valid);
  EXPECT_EQ(sniffed.rows[1][0], "å");
  known.encoding = Encoding::utf_8;
  EXPECT_FALSE(sniff("\xE5\n", true, known).valid);
}

TEST(Sniffer, WhatTheCellsOfAColumnAreIsCounted) {
  const Sniffed sniffed =
      sniff("Who;Mail;Certs;Where\n990012345;a@b.se;2,0;A\n990012346;c@d.nl;3;A\n12;none;1.5;B\n;x@y;1,000;A\n", true);
  EXPECT_EQ(sniffed.columns[0].filled, 4);
  EXPECT_EQ(sniffed.columns[0].ids, 2);
  EXPECT_EQ(sniffed.columns[0].counts, 1);
  EXPECT_EQ(sniffed.columns[1].mails, 2);
  EXPECT_EQ(sniffed.columns[2].counts, 3);
  EXPECT_EQ(sniffed.columns[3].distinct, 3);
  EXPECT_EQ(sniffed.decimal_comma->value, "2,0");
  EXPECT_EQ(sniffed.decimal_point->line, 4);
}

TEST(Sniffer, AnUnfinishedRowCountsForNothing) {
  EXPECT_EQ(sniff("MCID,Start\n1,20/7/20", false).rows.size(), 1);
  EXPECT_FALSE(sniff("MCID,Start\n1,2021-05-01\n2,20/7/2020", false).columns[1].day_first);
  EXPECT_TRUE(sniff("MCID,Start\n1,2021-05-01\n2,20/7/2020", true).columns[1].day_first);
}

TEST(Sniffer, MarksAndTheZerosBesideLettersShowUtf16) {
  EXPECT_EQ(sniff("\xFF\xFE", true).encoding, SniffedEncoding::utf_16le);
  EXPECT_EQ(sniff("\xFE\xFF", true).encoding, SniffedEncoding::utf_16be);
  for (int zeros = 0; zeros < 16; ++zeros) {
    std::string text;
    for (int at = 0; at < 4; ++at) {
      text += (zeros >> at & 1) != 0 ? '\0' : 'a';
    }
    EXPECT_EQ(sniff(text, true).encoding, zeros == 0b1010   ? SniffedEncoding::utf_16le
                                          : zeros == 0b0101 ? SniffedEncoding::utf_16be
                                                            : SniffedEncoding::utf_8)
        << zeros;
  }
  EXPECT_EQ(sniff("a\0b"sv, true).encoding, SniffedEncoding::utf_8);
  EXPECT_EQ(sniff("\0a\0"sv, true).encoding, SniffedEncoding::utf_8);
}

TEST(Sniffer, FourOfFiveRowsShowTheDelimiter) {
  EXPECT_EQ(sniff("a;b,c;d\na;b,c;d\na;b,c;d\na;b,c;d\na;b,c\n", true).delimiter, ";");
  EXPECT_EQ(sniff("a;b,c;d\na;b,c;d\na;b,c;d\na;b,c\n", true).delimiter, ",");
  // Where none does, the one with the most cells.
  EXPECT_EQ(sniff("a,b;c;d\na;b\na,b\na;b;c\n", true).delimiter, ";");
  EXPECT_EQ(sniff("a;b\na", true).delimiter, ";");
  // Before there is a whole row, too.
  EXPECT_EQ(sniff("a;b", false).delimiter, ";");
}

TEST(Sniffer, TheFirstLineMaySayTheDelimiter) {
  EXPECT_EQ(sniff("sep=|\r\na;b\r\na;b\r\n", true).delimiter, "|");
  EXPECT_EQ(sniff("sep=xy\na;b\n", true).delimiter, ";");
  EXPECT_EQ(sniff("sap=|\na;b\n", true).delimiter, ";");
  EXPECT_EQ(sniff("a;b\nsep=|\na;b\na;b\na;b\n", true).delimiter, ";");
}

TEST(Sniffer, OnlyTheBeginningShowsTheDelimiter) {
  std::string table;
  while (table.size() < 70'000) {
    table += "a;b,c\n";
  }
  const std::string rest(10'000, ',');
  EXPECT_EQ(sniff_in(table + rest, 1'000).delimiter, ",");
  table.clear();
  while (table.size() < 70'000) {
    table += "a;b;c\n";
  }
  std::string commas;
  for (int i = 0; i < 100'000; ++i) {
    commas += "a,b,c,d\n";
  }
  EXPECT_EQ(sniff_in(table + commas, 1'000).delimiter, ";");
  EXPECT_EQ(sniff_in("a,b\na,b\na,b\n" + table, 10).delimiter, ";");
}

TEST(Sniffer, TellsAddressesFromWhatOnlyLooksLikeThem) {
  const auto is_mail = [](std::string_view cell) { return sniff(cell, true).columns[0].mails == 1; };
  for (const std::string_view mail : {"a@b.se", "a.b@c.d.nl", "A@b.c"}) {
    EXPECT_TRUE(is_mail(mail)) << mail;
  }
  for (const std::string_view other :
       {"@b.se", "a@b", "a.b@c", "a@b.se.", "a@@b.se", "a@b@c.se", "a b@c.se", "a@b.s e"}) {
    EXPECT_FALSE(is_mail(other)) << other;
  }
  SniffRequest known;
  known.delimiter = std::string{"|"};
  EXPECT_EQ(sniff("a@b.se,c@d.se\na@b.se;\n", true, known).columns[0].mails, 0);
}

TEST(Sniffer, TellsNumbersByTheirDigits) {
  SniffRequest known;
  known.delimiter = std::string{";"};
  const auto column = [&](std::string_view cell) { return sniff(cell, true, known).columns[0]; };
  for (const std::string_view count : {"1", "1234", "1.5", "1.55", "1,5", "0,55", "12345.5"}) {
    EXPECT_EQ(column(count).counts, 1) << count;
    EXPECT_EQ(column(count).ids, 0) << count;
  }
  for (const std::string_view id : {"123456", "123456789012"}) {
    EXPECT_EQ(column(id).counts, 0) << id;
    EXPECT_EQ(column(id).ids, 1) << id;
  }
  for (const std::string_view none : {"12345", "1234567890123", "1.", ".5", "1.555", "1.5.5", "a.5", "5.a", "a5.5",
                                      "5.5a", "1 5", "-5", "a2345678"}) {
    EXPECT_EQ(column(none).counts, 0) << none;
    EXPECT_EQ(column(none).ids, 0) << none;
  }
  const Sniffed sniffed = sniff("a;b\n1.555;1,5\n2.5;3,5\n4.5;x\n", true);
  EXPECT_EQ(sniffed.decimal_point->line, 3);
  EXPECT_EQ(sniffed.decimal_point->value, "2.5");
  EXPECT_EQ(sniffed.decimal_comma->line, 2);
  EXPECT_FALSE(sniff("a\n1.5\n", true).decimal_comma);
}

TEST(Sniffer, CellsAreCountedWithoutTheirBlanksAndEachTextOnce) {
  const Sniffed sniffed = sniff("a; b ;x\na;b\n \t;\nc\n", true);
  ASSERT_EQ(sniffed.columns.size(), 3U);
  EXPECT_EQ(sniffed.columns[0].filled, 3);
  EXPECT_EQ(sniffed.columns[0].distinct, 2);
  EXPECT_EQ(sniffed.columns[1].filled, 2);
  EXPECT_EQ(sniffed.columns[1].distinct, 1);
  EXPECT_EQ(sniffed.columns[2].filled, 1);
  std::string many;
  for (int i = 0; i < 199; ++i) {
    many += std::to_string(i) + "\n";
  }
  EXPECT_EQ(sniff(many, true).columns[0].distinct, 199);
  EXPECT_EQ(sniff(many + "x\n", true).columns[0].distinct, Sniffer::kMostDistinct);
  EXPECT_EQ(sniff(many + "x\ny\nz\n", true).columns[0].distinct, Sniffer::kMostDistinct);
}

TEST(Sniffer, TheFirstTwentyRowsAreShown) {
  std::string table;
  for (int i = 0; i < 19; ++i) {
    table += std::to_string(i) + "\n";
  }
  EXPECT_EQ(sniff(table, true).rows.size(), 19U);
  EXPECT_EQ(sniff(table + "19\n20\n21\n", true).rows.size(), 20U);
  EXPECT_EQ(sniff(table + "19\n20\n21\n", true).row_count, 22);
}

TEST(Sniffer, ALongCellIsCutAndStaysAText) {
  std::string cell = "a";
  for (int i = 0; i < 600; ++i) {
    cell += "\u4E2D";
  }
  for (const std::string_view front : {"", "b", "bc"}) {
    const std::string text = std::string{front} + cell;
    const Sniffed sniffed = sniff(text + "\n", true);
    const std::string& shown = sniffed.rows[0][0];
    EXPECT_LE(shown.size(), 90U);
    EXPECT_TRUE(text.starts_with(shown.substr(0, shown.size() - 3))) << shown;
    EXPECT_EQ(sniffed.encoding_seen->value, shown);
  }
}

TEST(Sniffer, WhatIsCountedIsOfTheFirstRowsAndWhatIsSeenOfAll) {
  std::string table = "when;what;maybe;;once\n";
  const auto add = [&](std::int64_t rows, std::string_view row) {
    for (std::int64_t i = 0; i < rows; ++i) {
      table += row;
    }
  };
  // As many days as other texts in the third column, one less in the second.
  add(Sniffer::kLookedAt / 2 - 1, "2021-05-01;2021-05-01;2021-05-01\n");
  add(1, "2021-05-01;x;2021-05-01;;2021-05-01\n");
  add(Sniffer::kLookedAt / 2 - 1, "2021-05-01;x;x\n");
  const Sniffed before = sniff_in(table, 1'000);
  EXPECT_EQ(before.row_count, Sniffer::kLookedAt);
  EXPECT_EQ(before.columns[2].days * 2, before.columns[2].filled);
  add(1, "20/7/2020;20/7/2020;7/20/2020;20/7/2020;20/7/2020\n");
  add(1, "20-7-21;20-7-21;1/2/2020\n");
  add(1, "3/4/2020\n");
  const Sniffed sniffed = sniff_in(table, 1'000);
  EXPECT_EQ(sniffed.columns[0].filled, Sniffer::kLookedAt);
  EXPECT_EQ(sniffed.columns[0].days, before.columns[0].days);
  ASSERT_TRUE(sniffed.columns[0].day_first);
  EXPECT_EQ(sniffed.columns[0].day_first->line, Sniffer::kLookedAt + 1);
  ASSERT_TRUE(sniffed.columns[0].short_year);
  EXPECT_EQ(sniffed.columns[0].short_year->value, "20-7-21");
  EXPECT_EQ(sniffed.columns[0].either_order->value, "3/4/2020");
  EXPECT_FALSE(sniffed.columns[1].day_first || sniffed.columns[1].short_year);
  EXPECT_FALSE(sniffed.columns[3].day_first);
  EXPECT_TRUE(sniffed.columns[4].day_first);
  EXPECT_EQ(sniffed.columns[2].month_first->value, "7/20/2020");
  EXPECT_EQ(sniffed.columns[2].either_order->line, Sniffer::kLookedAt + 2);
}

TEST(Sniffer, AnUnfinishedRowBehindTheBeginningCountsForNothing) {
  const std::string table = long_table("2021-05-20");
  const auto rows = [&](std::string_view end, bool whole) {
    Sniffer sniffer;
    sniffer.feed(table);
    sniffer.feed(end);
    return sniffer.finish(whole).row_count;
  };
  EXPECT_EQ(rows("1;2021-05-20", false), 20'001);
  EXPECT_EQ(rows("1;2021-05-20", true), 20'002);
  EXPECT_EQ(rows("1;2021-05-20\n", false), 20'002);
  EXPECT_EQ(rows("", true), 20'001);
}

TEST(Sniffer, ChunksOfAnySizeShowTheSame) {
  const std::string table = long_table("03/04/2021") + "1;\xC5sa\n2;20/7/2020\n";
  const auto seen = [&](std::size_t chunk) {
    const Sniffed sniffed = sniff_in(table, chunk);
    return std::tuple{sniffed.encoding,
                      sniffed.delimiter,
                      sniffed.row_count,
                      sniffed.rows,
                      sniffed.encoding_seen->line,
                      sniffed.columns[0].ids,
                      sniffed.columns[1].days,
                      sniffed.columns[1].day_first->line};
  };
  const auto whole = seen(table.size());
  for (const std::size_t chunk :
       {std::size_t{997}, (std::size_t{1} << 16U) - 1, std::size_t{1} << 16U, (std::size_t{1} << 16U) + 1}) {
    EXPECT_EQ(seen(chunk), whole) << chunk;
  }
}

TEST(SnifferJsonApi, LooksAtEveryChunk) {
  SnifferJsonApi sniffer;
  (void)sniffer.start("{}");
  const std::string chunk(100'000, '\n');
  for (const std::string& part : {"a;b" + chunk, "c;d" + chunk, std::string{"e;f"}}) {
    std::ranges::copy(part, sniffer.prepare(part.size()));
    sniffer.commit(part.size());
  }
  EXPECT_NE(sniffer.finish(true).find(R"("row_count":3)"), std::string::npos);
}

TEST(SnifferJsonApi, AnswersInOrderAndRefusesWhatItDoesNotKnow) {
  SnifferJsonApi sniffer;
  EXPECT_EQ(sniffer.prepare(1), nullptr);
  EXPECT_NE(sniffer.finish(true).find("roster.out_of_order"), std::string::npos);
  EXPECT_NE(sniffer.start(R"({"encoding":"latin-1"})").find("failure"), std::string::npos);
  EXPECT_EQ(sniffer.start(R"({"delimiter":";"})"), R"({"type":"success"})");
  std::ranges::copy("a;b"sv, sniffer.prepare(3));
  sniffer.commit(3);
  EXPECT_NE(sniffer.finish(true).find(R"("rows":[["a","b"]])"), std::string::npos);
  EXPECT_NE(sniffer.finish(true).find("roster.out_of_order"), std::string::npos);
  EXPECT_EQ(sniffer.start("{}"), R"({"type":"success"})");
  EXPECT_NE(sniffer.start("{").find("failure"), std::string::npos);
  EXPECT_EQ(sniffer.prepare(1), nullptr);
}

}  // namespace
}  // namespace partnercheck::test
