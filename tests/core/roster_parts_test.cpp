// A table that is read in parts gives what one reading gives, to the byte, or says that it does not.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>

#include "day.h"
#include "partnercheck/roster/link_roster_json_api.h"
#include "rules.h"

namespace partnercheck::test {
namespace {

using nlohmann::json;

constexpr std::string_view kRequest =
    R"({"today":"2021-05-20","action":{"type":"link_mcid","organization":"Contoso"},"actor":{"relation":"owner"},
    "facts":{"person":{"certification_profile":{"active_certifications":1}}},"form":{"total_words":["sum"]},
    "columns":{"person":0,"organization":1,"started":2,"ended":3,"next_association_date":4,"active_certifications":5,
    "account_organization":6,"account_kind":7,"name":8,"email":9}})";
constexpr std::string_view kHeader = "MCID,Organization,Started,Ended,Date,Certifications,Account,Kind,Name,Email\n";

void feed(LinkRosterJsonApi& roster, std::string_view bytes) {
  std::ranges::copy(bytes, roster.prepare(bytes.size()));
  roster.commit(bytes.size());
}

LinkRosterJsonApi started(std::string_view request = kRequest, std::uint64_t seed = 7) {
  LinkRosterJsonApi roster{rules().rulebook(), seed};
  EXPECT_EQ(json::parse(roster.start(request))["type"], "success");
  return roster;
}

// All that there is to ask.
std::string answers(LinkRosterJsonApi& roster) {
  std::string all = roster.finish();
  const auto [rows, people, faulty] = roster.progress();
  all += std::to_string(rows) + " " + std::to_string(people) + " " + std::to_string(faulty);
  all += roster.compare(R"({"ruleset":"2018-08-31"})");
  all += roster.view(R"({"sort":"organization"})") + roster.rows(0, 1'000'000);
  all += roster.view(R"({"text":"o"})") + roster.rows(0, 1'000'000);
  EXPECT_EQ(
      json::parse(roster.write_csv(R"({"columns":["person","organization","last_started"]})", 0, 1'000, all))["type"],
      "success");
  return all;
}

std::string read_as_one(std::string_view table, std::string_view request = kRequest) {
  LinkRosterJsonApi roster = started(request);
  feed(roster, table);
  return answers(roster);
}

// Nothing where the parts are refused.
std::optional<std::string> read_in_parts(std::string_view table, const std::vector<std::size_t>& borders,
                                         std::string_view request = kRequest) {
  LinkRosterJsonApi first = started(request);
  feed(first, table.substr(0, borders.front()));
  for (std::size_t i = 0; i < borders.size(); ++i) {
    const bool last = i + 1 == borders.size();
    LinkRosterJsonApi other = started(request, 8 + i);
    if (!other.begin_part(table.substr(0, std::min<std::size_t>(table.size(), 200)))) {
      return std::nullopt;
    }
    feed(other, table.substr(borders[i], last ? table.npos : borders[i + 1] - borders[i]));
    const auto part = other.part(last);
    if (!part || !first.join(*part)) {
      return std::nullopt;
    }
  }
  return answers(first);
}

std::string table_of(std::string_view rows) { return std::string{kHeader} + std::string{rows}; }

// The border is where `|` stands in the rows.
std::pair<std::string, std::size_t> split(std::string_view rows) {
  std::string table = table_of(rows);
  const std::size_t border = table.find('|');
  table.erase(border, 1);
  return {table, border};
}
void expect_same(std::string_view rows) {
  const auto [table, border] = split(rows);
  EXPECT_EQ(read_in_parts(table, {border}), read_as_one(table)) << rows;
}
void expect_refused(std::string_view rows) {
  const auto [table, border] = split(rows);
  EXPECT_EQ(read_in_parts(table, {border}), std::nullopt) << rows;
}

TEST(RosterParts, TogetherAreWhatOneRosterReads) {
  expect_same("1,A,2021-05-01,\n|2,B,2020-01-01,\n");
  expect_same("1,A,2021-05-01,\r\n\r\n|2,B,2020-02-30,\r\n3,B,2020-01-01,2019-01-01\r\n");
  expect_same("1,A,2021-05-01,\n|2,B,2020-01-01,,,,,,Anna,a@x\n,A,,\nsum,,12,\n");
  expect_same("1,A,x,\nsum,,12,\n|2,B,y,\nsum,,13,");
  expect_same("|1,A,2021-05-01,\n");
  expect_same("1,A,2021-05-01,\n|");
  expect_same("1,A,,,,,Contoso,boss\n|2,A,,,soon,,Contoso,boss\n3,A,2021-05-21\n");
  expect_same(
      "1,A,1990-01-01,1990-01-01\n|2,B,1990-01-01,2021-05-20\n2,B,,1990-01-01\n3,,,,1990-01-01\n4,,,,2199-12-31\n5,A,"
      "2021-05-20,\n6,A,2021-05-20,\n6,A,2021-05-20,\n6,A,2021-05-20,\n");
  const std::string longest(200, 'n');
  expect_same(longest + "," + longest + ",,,,,,,,\n|" + longest + "," + longest + ",,,,,,,,\n2,,,,,,,," + longest +
              "," + longest + "\n");
  expect_same("\"1\n1\",A,\"2021\n\",\n|2,\"B\"\"\nC\",2020-01-01,x\n2,\"open,\n");
  expect_same(
      "1,A,2021-05-01,\n|\xEF\xBB\xBF"
      "2,B,2020-01-01,\n");
}

TEST(RosterParts, OnePersonMayStandInSeveral) {
  expect_same("1,A,2021-05-01,\n1,B,2019-05-01,\n|2,A,,\n1,C,2021-05-02,2021-05-03\n1,D,2018-05-02,\n");
  expect_same("1,A,2021-05-01,,,,,,,\n|1,C,2021-05-01,,2021-06-01,2,Contoso,work,Anna,a@x\n");
  expect_same("1,A,,,2021-06-01,2,Contoso,work,Anna,a@x\n|1,C,2020-01-01,,2021-06-01,1,contoso,work,Bo,b@x\n1,A,,\n");
  expect_same(
      "1,A,,2021-01-01\n1,A,2021-02-30,\n|1,B,,2021-03-01\n1,B,,2021-02-01\n1,B,,2020-02-01\n1,B,,2020-02-02\n");
  expect_same("1,B,2021-05-01,\n|1,A,,2021-01-01\n1,C,2021-05-01,\n1,D,,\n");
}

TEST(RosterParts, AContradictionBetweenThemIsLeftToOneRoster) {
  expect_refused("1,A,,\n|1,B,,\n");
  expect_refused("1,A,,\n|1,a,,\n");
  expect_refused("1,A,,,2021-06-01\n|1,A,,,2021-06-02\n");
  expect_refused("1,A,,,none\n|1,A,,,2021-06-02\n");
  expect_refused("1,,,,,1\n|1,,,,,0\n");
  expect_refused("1,,,,,,Contoso\n|1,,,,,,Fabrikam\n");
  expect_refused("1,,,,,,,work\n|1,,,,,,,personal\n");
}

TEST(RosterParts, BeginAndEndWhereRowsDo) {
  expect_refused("1,A,2021-05|-01,\n2,B,2020-01-01,\n");
  expect_refused("1,\"A\n|B\",2021-05-01,\n2,B,2020-01-01,\n");
  expect_refused("1,A,2021-05-01,\r|\n2,B,2020-01-01,\n");
  const std::string table = table_of("1,A,,\n2,B,,\n3,C,,\n");
  const std::size_t second = table.find("2,B");
  EXPECT_EQ(read_in_parts(table, {second, second + 2}), std::nullopt);
  EXPECT_EQ(read_in_parts(table, {second, second + 6, table.size()}), read_as_one(table));
}

TEST(RosterParts, NeedTheNamesOfTheColumns) {
  const auto asked = [](json form, json person = nullptr) {
    json request = json::parse(kRequest);
    request["form"] = std::move(form);
    if (!person.is_null()) {
      request["person"] = std::move(person);
    }
    return request.dump();
  };
  const std::string table = "a title\n\n" + table_of("1,A,,,,,,,,,beyond\n2,B,,,,,,,,,beyond\n");
  const std::size_t border = table.find("2,B");
  EXPECT_EQ(read_in_parts(table, {border}, asked({{"rows_above", 1}})), read_as_one(table, asked({{"rows_above", 1}})));
  EXPECT_EQ(read_in_parts(table, {border}, asked({{"rows_above", 100}})), std::nullopt);
  EXPECT_EQ(read_in_parts(table, {border}, asked({{"header", false}})), std::nullopt);
  EXPECT_EQ(read_in_parts(table, {border}, asked({{"rows_above", 1}}, "2")), std::nullopt);
  const auto begins = [&](std::string_view request, std::string_view beginning) {
    return started(request).begin_part(beginning);
  };
  EXPECT_TRUE(begins(kRequest, kHeader));
  EXPECT_FALSE(begins(kRequest, kHeader.substr(0, kHeader.size() - 1)));
  EXPECT_FALSE(begins(asked({{"header", false}}), kHeader));
  EXPECT_FALSE(begins(asked(json::object(), "2"), kHeader));
  json one_column = json::parse(kRequest);
  one_column["columns"] = {{"person", 0}};
  EXPECT_EQ(read_in_parts("MCID\n1\n2\n", {7}, one_column.dump()), read_as_one("MCID\n1\n2\n", one_column.dump()));
}

TEST(RosterParts, ShowAsManyFaultsAsOneRoster) {
  std::string rows;
  for (int i = 0; i < 700; ++i) {
    rows += std::to_string(i) + ",A,2021-02-30,\n";
  }
  expect_same(rows + "|" + rows);
}

TEST(RosterParts, OtherBytesAreRefused) {
  const std::string table = table_of("1,A,2021-05-01,\n1,B,,,,,,,Anna,a@x\n2,C,,2021-01-01\n3,A,x,\nsum,,12,\n");
  LinkRosterJsonApi other = started();
  ASSERT_TRUE(other.begin_part(kHeader));
  feed(other, std::string_view{table}.substr(kHeader.size()));
  const auto part = other.part(true);
  ASSERT_TRUE(part);
  const auto joins = [](std::string_view bytes) {
    LinkRosterJsonApi first = started();
    feed(first, kHeader);
    const bool joined = first.join(bytes);
    EXPECT_TRUE(first.finish().starts_with(joined ? R"({"type":"success")" : R"({"type":"failure")"));
    return joined;
  };
  EXPECT_TRUE(joins(*part));
  EXPECT_FALSE(joins(*part + "x"));
  for (std::size_t size = 0; size < part->size(); ++size) {
    EXPECT_FALSE(joins(std::string_view{*part}.substr(0, size))) << size;
  }
  const auto place_of = [&](Date said) {
    const Day day = number_of(said);
    const std::size_t place = part->find(std::string_view{reinterpret_cast<const char*>(&day), sizeof(day)});
    EXPECT_NE(place, std::string::npos);
    return place;
  };
  const auto with = [&](Date said, Day day) {
    std::string changed = *part;
    const std::size_t place = place_of(said);
    return changed.replace(place, sizeof(day), reinterpret_cast<const char*>(&day), sizeof(day));
  };
  EXPECT_TRUE(joins(with(kFirstDay, number_of(kLastDay))));
  EXPECT_TRUE(joins(with(kLastDay, number_of(kFirstDay))));
  EXPECT_FALSE(joins(with(kFirstDay, number_of(kFirstDay) - 1)));
  EXPECT_FALSE(joins(with(kLastDay, number_of(kLastDay) + 1)));
  // A value of a kind that there is not.
  EXPECT_FALSE(joins(std::string{*part}.replace(place_of(kLastDay) - 1, 1 + sizeof(Day), "\x7F")));
  // Whatever it then is, it is answered.
  for (std::size_t at = 0; at < part->size(); ++at) {
    for (const char byte : {'\x00', '\x03', '\x7F', '\xFF'}) {
      std::string changed = *part;
      changed[at] = byte;
      (void)joins(changed);
    }
  }
  LinkRosterJsonApi none{rules().rulebook(), 7};
  EXPECT_FALSE(none.begin_part(kHeader));
  EXPECT_FALSE(none.part(true));
  EXPECT_FALSE(none.join(*part));
}

TEST(RosterParts, APersonWhoCannotBeIsRefused) {
  LinkRosterJsonApi other = started();
  ASSERT_TRUE(other.begin_part(kHeader));
  feed(other, "Q,A,2021-05-01,\n");
  const auto part = other.part(true);
  ASSERT_TRUE(part);
  const std::size_t name = part->rfind('Q');
  // Of the 32 bytes in front of the name some are others, and some bytes stand behind all.
  const auto joins = [&](std::size_t in_front, std::string_view bytes, std::string_view behind = {}) {
    LinkRosterJsonApi first = started();
    feed(first, kHeader);
    return first.join(std::string{*part}.replace(name - in_front, bytes.size(), bytes) + std::string{behind});
  };
  const auto number = [](std::int32_t value) {
    return std::string{reinterpret_cast<const char*>(&value), sizeof(value)};
  };
  const std::int32_t today = number_of(parse_date("2021-05-20").value());
  const auto days = [&](std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
      all += number(today);
    }
    return all;
  };
  EXPECT_TRUE(joins(0, "Q"));
  for (const std::size_t profile_or_since : {32U, 28U}) {
    EXPECT_TRUE(joins(profile_or_since, number(today)));
    EXPECT_TRUE(joins(profile_or_since, number(number_of(kFirstDay))));
    EXPECT_FALSE(joins(profile_or_since, number(number_of(kFirstDay) - 1)));
    EXPECT_FALSE(joins(profile_or_since, number(number_of(kLastDay) + 1)));
  }
  EXPECT_TRUE(joins(32, number(today + 1)));
  EXPECT_FALSE(joins(28, number(today + 1)));
  for (const std::size_t organization : {24U, 20U}) {
    EXPECT_TRUE(joins(organization, number(-1)));
    EXPECT_TRUE(joins(organization, number(0)));
    EXPECT_FALSE(joins(organization, number(1)));
  }
  // As many starts as are kept, and one more; likewise of those that are unknown.
  EXPECT_TRUE(joins(5, std::string_view{"\3\0", 2}, days(2)));
  EXPECT_FALSE(joins(5, std::string_view{"\4\0", 2}, days(3)));
  EXPECT_TRUE(joins(5, "\1\3", days(3)));
  EXPECT_FALSE(joins(5, "\1\4", days(4)));
  EXPECT_FALSE(joins(5, std::string_view{"\2\0", 2}, number(today + 1)));
  EXPECT_FALSE(joins(5, "\1\1", number(today + 1)));
  // A name of no bytes, and one that is too long.
  EXPECT_FALSE(joins(8, std::string_view{"\0\1", 2}));
  EXPECT_FALSE(joins(8, "\xC9", days(50)));
}

TEST(RosterParts, AnyTableIsReadInAnyParts) {
  std::mt19937 random{11};
  const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
  const auto one_of = [&](const std::vector<std::string_view>& choices) { return choices[below(choices.size())]; };
  std::size_t joined = 0;
  constexpr int kTables = 2'000;
  for (int n = 0; n < kTables; ++n) {
    const bool is_calm = below(4) != 0;  // no quotes over lines, few who stand twice
    std::string table = std::string{one_of({"", "\xEF\xBB\xBF"})} + std::string{kHeader};
    for (std::size_t rows = below(30); rows > 0; --rows) {
      table += is_calm ? std::to_string(below(40)) : std::string{one_of({"1", "2", "3", "4", "", "sum", "\xE5"})};
      table += std::string{","} + std::string{one_of({"A", "B", "a", "", is_calm ? "C" : "\"q\n\"\"q\""})};
      table += std::string{","} + std::string{one_of({"2021-05-01", "2020-02-03", "2021-01-05", "", "2021-02-30"})};
      table += std::string{","} + std::string{one_of({"", "", "", "2021-05-02", "2020-01-01"})};
      table += std::string{","} + std::string{one_of({"", "", "", "none", "2021-06-01"})};
      table += std::string{","} + std::string{one_of({"", "", "1", is_calm ? "2" : "0"})};
      table += std::string{one_of({"", ",Contoso", ",,work", ",,,Anna", ",,,,a@x", ",,,,,beyond"})};
      table += one_of({"\n", "\n", "\r\n", is_calm ? "\n\n" : "\r", is_calm ? "\n" : "\""});
    }
    std::vector<std::size_t> borders(1 + below(3));
    for (std::size_t& border : borders) {
      border = kHeader.size() + 3 + below(table.size());
      border = is_calm ? table.find('\n', border) : border;
      border = border >= table.size() ? table.size() : border + 1;
    }
    std::ranges::sort(borders);
    if (const auto parts = read_in_parts(table, borders)) {
      ++joined;
      ASSERT_EQ(*parts, read_as_one(table)) << table;
    }
  }
  EXPECT_GT(joined, std::size_t{kTables} / 4);
  EXPECT_LT(joined, std::size_t{kTables});
}

}  // namespace
}  // namespace partnercheck::test
