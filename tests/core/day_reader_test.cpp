#include "day_reader.h"

#include <gtest/gtest.h>

#include "calendar.h"
#include "partnercheck/json_api.h"
#include "roster/src/row_faults.h"

namespace partnercheck::test {
namespace {

DayReader with(Fact<DayOrder> order, Fact<ShortYears> short_years = {}) {
  return {order,
          std::vector<MonthWord>{{{"maj"}, {5}},
                                 {{"May"}, {5}},
                                 {{"mei"}, {5}},
                                 {{"\u5e74"}, {0}},
                                 {{"\u6708"}, {0}},
                                 {{"\u65e5"}, {0}},
                                 {{"den"}, {0}},
                                 {{"e"}, {0}},
                                 {{"kl"}, {0}},
                                 {{"\u4e0a\u5348"}, {0}},
                                 {{"\u65e5\u4e0a\u5348"}, {0}}},
          short_years};
}

std::string read(const DayReader& reader, std::string_view text) {
  const auto day = reader.read(text);
  return day.fault == DayFault::none ? format_date(date_of(day.day))
                                     : std::string{roster::RowFaults::code_of(day.fault)};
}

TEST(WrittenDates, EveryDayReadsAsItIsWritten) {
  const DayReader reader = with({});
  for (const CivilDay& day : every_day()) {
    const auto known = number_of(parse_date(day.text()).value());
    const auto fast = reader.read(day.text());
    ASSERT_EQ(fast.fault, DayFault::none) << day.text();
    ASSERT_EQ(fast.day, known) << day.text();
    std::string slashes = day.text();
    std::ranges::replace(slashes, '-', '/');
    ASSERT_EQ(reader.read(slashes).day, known) << slashes;
  }
}

// The usual ten bytes are looked at together, and no other byte may pass for one of them. A blank behind them takes the
// other way.
TEST(WrittenDates, ABlankBehindADayChangesNothing) {
  const DayReader reader = with({});
  for (const std::string day : {"2021-05-20", "1990-01-01", "2199-12-31", "2021/05/20"}) {
    for (std::size_t at = 0; at < day.size(); ++at) {
      for (int byte = 0; byte < 256; ++byte) {
        std::string text = day;
        text[at] = static_cast<char>(byte);
        ASSERT_EQ(read(reader, text), read(reader, text + ' ')) << text;
      }
    }
  }
}

TEST(WrittenDates, WhatIsNoDayIsSaidToBeNone) {
  const DayReader reader = with({});
  for (const auto& [text, code] : std::vector<std::pair<std::string_view, std::string_view>>{
           {"2021-02-29", "date.impossible"},    {"2021-13-01", "date.impossible"},
           {"2021-00-10", "date.impossible"},    {"2021-04-31", "date.impossible"},
           {"1989-12-31", "date.out_of_range"},  {"2200-01-01", "date.out_of_range"},
           {"20-05-2021x", "cell.date_shape"},   {"tomorrow", "cell.date_shape"},
           {"2021", "cell.date_shape"},          {"5/20/21", "cell.year_short"},
           {"20-07-21", "cell.year_short"},      {"20 maj 21", "cell.year_short"},
           {"1.2.3", "cell.date_shape"},         {"5/2/1", "cell.date_shape"},
           {"maj 21", "cell.date_shape"},        {"2021-05", "cell.date_shape"},
           {"May 2021", "cell.date_shape"},      {"99999999999999999999", "cell.date_shape"},
           {"2021-05-20-07", "cell.date_shape"}, {"2021-05-20-09:30", "cell.date_shape"},
           {"09:30", "cell.date_shape"},         {"20 maj 2021 1209:30", "cell.date_shape"},
           {"13/13/2021", "date.impossible"},
       }) {
    EXPECT_EQ(read(reader, text), code) << text;
  }
}

TEST(WrittenDates, WrittenFormsOfTheFourLanguagesGiveTheDay) {
  const DayReader reader = with({});
  for (const std::string_view text : {"2021-05-20",
                                      "20210520",
                                      "2021/5/20",
                                      "2021.5.20",
                                      "20 maj 2021",
                                      "den 20 maj 2021",
                                      "May 20, 2021",
                                      "MAY 20 2021",
                                      "20 mei 2021",
                                      "2021\u5e745\u670820\u65e5",
                                      "20/5/2021",
                                      "5/20/2021",
                                      " 2021-05-20 ",
                                      "2021-05-20T09:30:00Z",
                                      "2021-05-20 23:59",
                                      "5/20/2021 12:00:00 AM",
                                      "20-5-2021",
                                      "den 20:e maj 2021",
                                      "den 20:e May 2021",
                                      "2021 maj 20",
                                      "den 20:e mei 2021",
                                      "20:e maj 2021 kl. 09:30",
                                      "2021\u5e745\u670820\u65e5 \u4e0a\u53489:30",
                                      "2021\u5e745\u670820\u65e5\u4e0a\u53489:30:00"}) {
    EXPECT_EQ(read(reader, text), "2021-05-20") << text;
  }
}

TEST(WrittenDates, AWordIsOfAllItsLetters) {
  const DayReader reader{{}, std::vector<MonthWord>{{{"marz"}, {3}}, {{"\u4e00\u6708"}, {1}}, {{"someday"}, {}}}, {}};
  EXPECT_EQ(read(reader, "3 marz 2021"), "2021-03-03");
  EXPECT_EQ(read(reader, "3 MARZ 2021"), "2021-03-03");
  EXPECT_EQ(read(reader, "3 \u4e00\u6708 2021"), "2021-01-03");
  EXPECT_EQ(read(reader, "3 someday 2021"), "cell.date_shape");
}

TEST(WrittenDates, ANumberTooLongIsNoDayAndNoHour) {
  for (const char* text : {"020/5/2021", "20/005/2021", "2021/005/20", "2021/5/020", "2021 maj 020", "020 maj 2021",
                           "20/5/200", "3 maj 4 2021", "2021-05-20 123:30"}) {
    EXPECT_EQ(read(with({}), text), "cell.date_shape") << text;
  }
}

TEST(WrittenDates, AYearOfTwoDigitsMayStandInFront) {
  EXPECT_EQ(read(with({}), "21/5/7"), "cell.year_short");
  EXPECT_EQ(read(with({}), "1/5/7"), "cell.date_shape");
}

TEST(WrittenDates, TheOrderShowsWhereOneOfTheNumbersIsNoMonth) {
  for (const char* text : {"13/05/2020", "20/1/2020", "31.12.2020", "20-5-2020", "20. 5. 2020"}) {
    EXPECT_EQ(order_shown(text), OrderShown::day_month) << text;
  }
  for (const char* text : {"12/13/2020", "1/20/2020", "12.31.2020"}) {
    EXPECT_EQ(order_shown(text), OrderShown::month_day) << text;
  }
  EXPECT_EQ(order_shown("12/11/2020"), OrderShown::either);
  for (const char* text : {"", "20", "12/12/2020", "13/13/2020", "012/05/2020", "12/005/2020", "20x07x2020",
                           "20/07-2020", "20/072020", "20//2020", "0/13/2020", "20/07/20", "20/07/20200", "20/07"}) {
    EXPECT_EQ(order_shown(text), OrderShown::none) << text;
  }
  // It ends where it ends, whatever stands behind it.
  EXPECT_EQ(order_shown(std::string_view{"20/07/ 2020"}.substr(0, 6)), OrderShown::none);
}

TEST(WrittenDates, TheOrderOfDayAndMonthIsNeverGuessed) {
  EXPECT_EQ(read(with({}), "03/04/2021"), "cell.date_ambiguous");
  EXPECT_EQ(read(with({}), "04-04-2021"), "2021-04-04");
  EXPECT_EQ(read(with(DayOrder::day_month), "03/04/2021"), "2021-04-03");
  EXPECT_EQ(read(with(DayOrder::month_day), "03/04/2021"), "2021-03-04");
  EXPECT_EQ(read(with(DayOrder::month_day), "20/5/2021"), "date.impossible");
}

TEST(WrittenDates, AYearOfTwoDigitsIsReadWhereItIsSaidToStand) {
  const DayReader first = with({}, ShortYears::first);
  EXPECT_EQ(read(first, "20-07-21"), "2020-07-21");
  EXPECT_EQ(read(first, "21-2-29"), "date.impossible");
  EXPECT_EQ(read(first, "20/7/21 09:30"), "2020-07-21");
  EXPECT_EQ(read(first, "20 maj 21"), "2020-05-21");
  EXPECT_EQ(read(first, "5/20/21"), "cell.date_shape");
  EXPECT_EQ(read(first, "20-07-2021"), "2021-07-20");
  EXPECT_EQ(read(first, "2021-07-20"), "2021-07-20");
  const DayReader last = with({}, ShortYears::last);
  EXPECT_EQ(read(last, "20-07-21"), "2021-07-20");
  EXPECT_EQ(read(last, "5/20/21"), "2021-05-20");
  EXPECT_EQ(read(last, "20 maj 21"), "2021-05-20");
  EXPECT_EQ(read(last, "03-04-21"), "cell.date_ambiguous");
  EXPECT_EQ(read(last, "20-07-1"), "cell.date_shape");
  EXPECT_EQ(read(with(DayOrder::month_day, ShortYears::last), "03-04-00"), "2000-03-04");
  EXPECT_EQ(read(with(DayOrder::day_month, ShortYears::last), "03-04-99"), "2099-04-03");
}

TEST(WrittenDates, WhatMayBeTwoDaysIsBoth) {
  const JsonApi api;
  const auto read = [&](const std::string& members) { return api.read_date("{\"text\":" + members + "}"); };
  EXPECT_EQ(read(R"("03/04/2021")"), R"({"type":"success","dates":["2021-04-03","2021-03-04"]})");
  EXPECT_EQ(read(R"("03/04/2021","day_order":"month_day")"), R"({"type":"success","dates":["2021-03-04"]})");
  EXPECT_EQ(read(R"("20/5/2021")"), R"({"type":"success","dates":["2021-05-20"]})");
  EXPECT_EQ(read(R"("5/5/2021")"), R"({"type":"success","dates":["2021-05-05"]})");
  EXPECT_EQ(read(R"("20 maj 2021")"), R"({"type":"success","dates":[]})");
  EXPECT_EQ(read(R"("20 maj 2021","month_words":[{"word":"maj","month":5}])"),
            R"({"type":"success","dates":["2021-05-20"]})");
  EXPECT_EQ(read(R"("31/2/2021")"), R"({"type":"success","dates":[]})");
  EXPECT_NE(read("20").find(R"("type":"failure")"), std::string::npos);
}

}  // namespace
}  // namespace partnercheck::test
