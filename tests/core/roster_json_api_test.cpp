#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "partnercheck/date.h"
#include "partnercheck/roster/link_roster_json_api.h"
#include "partnercheck/roster/skill_roster_json_api.h"
#include "partnercheck/roster/sniffer.h"
#include "rules.h"

namespace partnercheck::test {
namespace {

using nlohmann::json;

json question() {
  return json::parse(R"({"today":"2021-05-20","action":{"type":"link_mcid","organization":"Contoso"},
    "actor":{"relation":"owner","roles":[]},
    "facts":{"person":{"partner_center_account":{"organization":"Contoso","kind":"work"},
                       "certification_profile":{"active_certifications":1}}},
    "columns":{"person":0,"organization":1,"started":2,"ended":3}})");
}

template <class AnyDoor>
json feed(AnyDoor& door, std::string_view table, std::size_t chunk = 1'000) {
  for (std::size_t at = 0; at < table.size(); at += chunk) {
    const auto part = table.substr(at, chunk);
    std::ranges::copy(part, door.prepare(part.size()));
    door.commit(part.size());
  }
  return json::parse(door.finish());
}

json run(LinkRosterJsonApi& door, const json& request, std::string_view table, std::size_t chunk = 1'000) {
  const json started = json::parse(door.start(request.dump()));
  return started["type"] == "success" ? feed(door, table, chunk) : started;
}

json all_rows(LinkRosterJsonApi& door) {
  EXPECT_EQ(json::parse(door.view("{}"))["type"], "success");
  return json::parse(door.rows(0, 1'000'000))["rows"];
}

TEST(LinkRosterJsonApi, DecidesEachPersonOfATable) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json answer = run(door, question(),
                          "MCID,Organization,Started,Ended\n"
                          "1,Fabrikam,2021-05-01,\n"
                          "2,Fabrikam,2019-05-01,2020-01-01\n"
                          "3,,,\n"
                          "4,Fabrikam,,\n");
  EXPECT_EQ(answer["totals"]["statuses"].dump(),
            R"({"allowed":2,"deferred":1,"denied":0,"needs_info":1,"not_decided":0})");
  EXPECT_EQ(answer["totals"]["days"].dump(), R"({"2021-05-31":1})");
  EXPECT_FALSE(answer["totals"].contains("all_on"));
  EXPECT_EQ(all_rows(door)[0].dump(),
            R"({"earliest":"2021-05-31","last_started":"2021-05-01","latest":"2021-05-31","links":1,)"
            R"("organization":"Fabrikam","person":"1",)"
            R"("reason":"association.cool_off.not_met","status":"deferred","until":"2021-05-31"})");
}

TEST(LinkRosterJsonApi, AMarkIsOfThePersonAlone) {
  const auto marks = [](std::uint64_t seed, std::string_view table) {
    LinkRosterJsonApi door{rules().rulebook(), seed};
    EXPECT_EQ(run(door, question(), table)["type"], "success");
    return door.marks();
  };
  EXPECT_TRUE((LinkRosterJsonApi{rules().rulebook(), 7}.marks().empty()));
  const auto first = marks(7, "h,h,h,h\n1,A,2021-05-01,\n 2 ,,,\n1,B,2021-05-02,\n");
  const auto second = marks(8, "h,h,h,h\n3,,,\n2,A,,\n1,,,\n");
  ASSERT_EQ(first.size(), 2U);
  ASSERT_EQ(second.size(), 3U);
  EXPECT_EQ(first[0], second[2]);
  EXPECT_EQ(first[1], second[1]);
  EXPECT_EQ((std::set<double>{second.begin(), second.end()}.size()), 3U);
  for (const double mark : second) {
    EXPECT_TRUE(mark >= 0 && mark < 0x1p53 && mark == std::floor(mark)) << mark;
  }
  // Whichever byte two people differ in, they have two marks, and those are spread evenly.
  std::string table = "h,h,h,h\n";
  std::size_t people = 0;
  for (std::size_t size = 1; size <= 200; size += size < 40 ? 1 : 7) {
    for (std::size_t at = 0; at <= size; ++at) {
      std::string name(size + 1, 'a');
      name[at] = at == size ? 'a' : 'b';
      table += name.substr(0, size) + ",,,\n";
      ++people;
    }
  }
  const auto many = marks(7, table);
  EXPECT_EQ(many.size(), people);
  EXPECT_EQ((std::set<double>{many.begin(), many.end()}.size()), people);
  const auto low = static_cast<std::size_t>(std::ranges::count_if(many, [](double mark) { return mark < 0x1p52; }));
  EXPECT_GT(low, people * 4 / 10);
  EXPECT_LT(low, people * 6 / 10);
}

TEST(LinkRosterJsonApi, CountsPeopleByTheDaysOfBothReadings) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json totals = run(door, question(),
                          "h,h,h,h\n"
                          "1,A,2021-01-05,2021-02-10\n1,B,2021-02-10,2021-05-01\n1,C,2021-05-01,\n"
                          "2,A,2021-05-01,\n")["totals"];
  EXPECT_EQ(totals["days"].dump(), R"({"2021-05-31":1,"2022-01-05":1})");
  EXPECT_EQ(totals["earliest"].dump(), R"({"2021-05-31":1,"2022-01-01":1})");
  EXPECT_EQ(totals["all_on"], "2022-01-05");
  EXPECT_EQ(
      run(door, question(), "h,h,h,h\n1,A,2021-05-01,\n2,A,2021-05-02,\n3,A,2021-05-02,\n")["totals"]["days"].dump(),
      R"({"2021-05-31":1,"2021-06-01":2})");
}

TEST(LinkRosterJsonApi, CountsPeopleByWhatDecides) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json totals = run(door, question(), "h,h,h,h\n1,A,2021-05-01,\n2,A,2021-05-02,\n3,,,\n4,,soon,\n")["totals"];
  EXPECT_EQ(totals["reasons"].dump(), R"({"association.cool_off.not_met":2})");
  EXPECT_EQ(totals["ruleset"], "2021-04-27");
}

TEST(LinkRosterJsonApi, NamesTheFirstDayOnWhichAllMayBeLinked) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  EXPECT_EQ(run(door, question(), "h,h,h,h\n1,A,2021-05-01,\n2,B,2021-05-19,\n")["totals"]["all_on"], "2021-06-18");
  EXPECT_EQ(run(door, question(), "h,h,h,h\n1,A,2018-05-01,\n")["totals"]["all_on"], "2021-05-20");
}

TEST(LinkRosterJsonApi, AFaultyRowLeavesItsPersonUndecidedAndTheOthersAlone) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json answer = run(door, question(),
                          "MCID,Organization,Started,Ended\n"
                          "1,Fabrikam,2021-02-30,\n"
                          "1,Fabrikam,2020-02-03,\n"
                          "2,Fabrikam,2020-02-03,2020-02-01\n"
                          "3,Fabrikam,2021-05-21,\n"
                          "4,Fabrikam,2020-02-03,\n"
                          ",Fabrikam,2020-02-03,\n"
                          "5,Fabrikam,2020-02-03,,,surplus\n"
                          "6,\"Fabrikam\"x,2020-02-03,\n"
                          "7,F\xE5,2020-02-03,\n"
                          "\xE5,Fabrikam,2020-02-03,\n");
  EXPECT_EQ(answer["totals"]["rows"], 10);
  EXPECT_EQ(answer["totals"]["statuses"].dump(),
            R"({"allowed":1,"deferred":0,"denied":0,"needs_info":0,"not_decided":6})");
  std::vector<std::string> faults;
  for (const json& fault : answer["faults"]) {
    faults.push_back(fault["code"].get<std::string>() + " " + std::to_string(fault["line"].get<int>()) + ":" +
                     std::to_string(fault["column"].get<int>()));
  }
  EXPECT_EQ(faults,
            (std::vector<std::string>{"date.impossible 2:12", "cell.end_before_start 4:23",
                                      "cell.date_after_today 5:12", "row.no_person 7:1", "row.cells_beyond_header 8:1",
                                      "row.text_after_quote 9:13", "row.not_utf8 10:1", "row.not_utf8 11:1"}));
}

TEST(LinkRosterJsonApi, ARowWithSeveralFaultsIsOneFaultyRow) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json answer =
      run(door, question(), "h,h,h,h\n1,A,soon,later\n2,A,2021-05-01,\n3,A,\"so\"\"on\",\n4,\"A\nB\",,soon\n");
  EXPECT_EQ(door.progress().rows, 4);
  EXPECT_EQ(door.progress().faulty, 3);
  std::string places;
  for (const json& fault : answer["faults"]) {
    places += std::to_string(fault["line"].get<int>()) + ":" + std::to_string(fault["column"].get<int>()) + " ";
  }
  // A cell whose quotes were doubled stands no longer where it was: then the place is that of its row.
  EXPECT_EQ(places, "2:5 2:10 4:1 6:5 ");
  EXPECT_EQ(answer["faults"][2]["details"]["value"], "so\"on");
}

TEST(LinkRosterJsonApi, RowsOfOnePersonMayNotContradictEachOther) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["columns"]["next_association_date"] = 4;
  request["columns"]["active_certifications"] = 5;
  request["columns"]["account_organization"] = 6;
  request["columns"]["account_kind"] = 7;
  const json answer = run(door, request,
                          "h,h,h,h,h,h,h,h\n"
                          "1,A,2020-01-01,,2021-06-01,1,Contoso,work\n1,B,2020-02-01,,2021-06-02,,,\n"
                          "2,A,2020-01-01,,none,0,,\n2,A,2020-01-01,,,2,,\n"
                          "3,A,2020-01-01,,,,Contoso,none\n3,A,2020-01-01,,,,Fabrikam,work\n"
                          "4,A,2020-01-01,,,one,,boss\n");
  EXPECT_EQ(answer["totals"]["faults"].dump(),
            R"({"cell.contradicts":4,"cell.number_shape":1,"value.unknown_name":1})");
  EXPECT_EQ(answer["totals"]["statuses"]["not_decided"], 4);
}

// The reason that a row shows is what to ask for first, though the limit of the year may keep the way closed for
// longer.
TEST(LinkRosterJsonApi, OfTwoOpenRulesTheWaitIsTheReason) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\n1,A,2021-03-01,2021-04-01\n1,B,2021-04-01,2021-04-05\n1,C,,2021-05-19\n");
  EXPECT_EQ(all_rows(door)[0]["reason"], "association.cool_off.unknown");
}

TEST(LinkRosterJsonApi, ReadsNumbersBySignsOfDecimals) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["facts"] = json::object();
  request["columns"] = {{"person", 0}, {"active_certifications", 1}};
  request["person"] = "1";
  const auto count = [&](std::string_view written) {
    const json answer = run(door, request, "h,h\n1,\"" + std::string{written} + "\"\n");
    const json& person = answer["request"]["facts"]["person"];
    return answer["faults"].empty() ? person["certification_profile"]["active_certifications"].get<int>() : -1;
  };
  EXPECT_EQ(count("0"), 0);
  EXPECT_EQ(count("2,00"), 2);
  EXPECT_EQ(count("2,01"), -1);
  EXPECT_EQ(count("2.0000"), 2);
  EXPECT_EQ(count("1.000"), -1);
  EXPECT_EQ(count("1000"), 1'000);
  EXPECT_EQ(count("1001"), -1);
  EXPECT_EQ(count("99999999999999999999"), -1);
  request["form"]["decimal_sign"] = "point";
  EXPECT_EQ(count("1.000"), 1);
  EXPECT_EQ(count("1,000"), 1'000);
  EXPECT_EQ(count("1,00x"), -1);
  request["form"]["decimal_sign"] = "comma";
  EXPECT_EQ(count("1,000"), 1);
  EXPECT_EQ(count("1.000"), 1'000);
}

TEST(LinkRosterJsonApi, EachColumnIsReadThoughThereIsNoOther) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["facts"] = json::object();
  const auto faults = [&](const char* column, const std::string& cell) {
    request["columns"] = {{"person", 0}, {column, 1}};
    return run(door, request, "h,h\n1," + cell + "\n")["totals"]["faults"].dump();
  };
  EXPECT_EQ(faults("next_association_date", "soon"), R"({"cell.date_shape":1})");
  EXPECT_EQ(faults("active_certifications", "x"), R"({"cell.number_shape":1})");
  EXPECT_EQ(run(door, request, "h,h\n1,x\n")["faults"][0]["details"].dump(), R"({"least":0,"most":1000,"value":"x"})");
  EXPECT_EQ(faults("account_kind", "boss"), R"({"value.unknown_name":1})");
  EXPECT_EQ(faults("account_organization", std::string(200, 'x')), "{}");
  EXPECT_EQ(faults("account_organization", std::string(201, 'x')), R"({"cell.too_long":1})");
  EXPECT_EQ(faults("organization", std::string(200, 'x')), "{}");
  EXPECT_EQ(faults("organization", std::string(201, 'x')), R"({"cell.too_long":1})");
  EXPECT_EQ(faults("started", "2021-05-20"), "{}");
  EXPECT_EQ(faults("started", "2021-05-21"), R"({"cell.date_after_today":1})");
  EXPECT_EQ(faults("ended", "2021-05-20"), "{}");
  EXPECT_EQ(faults("ended", "2021-05-21"), R"({"cell.date_after_today":1})");
  EXPECT_EQ(faults("name", "Anna"), "{}");
  EXPECT_EQ(all_rows(door)[0]["name"], "Anna");
  EXPECT_EQ(faults("email", "a@b"), "{}");
  EXPECT_EQ(all_rows(door)[0]["email"], "a@b");
}

TEST(LinkRosterJsonApi, ARowIsReadUpToItsBounds) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  const std::string longest(200, 'n');
  const std::string table = longest + ",A,2021-05-01,2021-05-01,\n" + longest +
                            "x,A\n1,A,2021-05-02,2021-05-01\n2,,,, \n3,,,,x\n4,A,,,\"\"\n";
  const json answer = run(door, request, "h,h,h,h\n" + table);
  std::string faults;
  for (const json& fault : answer["faults"]) {
    faults += fault["code"].get<std::string>() + " " + std::to_string(fault["line"].get<int>()) + ":" +
              std::to_string(fault["column"].get<int>()) + fault["details"].dump() + " ";
  }
  EXPECT_EQ(faults, R"(row.person_too_long 3:1{"most":200} )"
                    R"(cell.end_before_start 4:16{"started":"2021-05-02","value":"2021-05-01"} )"
                    R"(row.cells_beyond_header 6:1{"cells":5,"header":4} )");
  EXPECT_EQ(run(door, question(), "h,h,h,h\n\"1,A,,\n2,A,,\n")["totals"]["faults"].dump(),
            R"({"row.quote_not_closed":1})");
  // A header that cannot be read names one column.
  EXPECT_EQ(run(door, question(), "\"h,h\n1,A\n2\n")["totals"]["faults"].dump(), R"({"row.cells_beyond_header":1})");
  EXPECT_EQ(door.progress().people, 2);
  // Without names of columns the first row says how many there are.
  request["form"] = {{"header", false}};
  EXPECT_EQ(run(door, request, "1,A\n2,A,2021-05-01\n3\n")["totals"]["faults"].dump(),
            R"({"row.cells_beyond_header":1})");
  EXPECT_EQ(door.progress().people, 3);
}

TEST(LinkRosterJsonApi, TheOrganizationIsThatOfTheLatestLinkThatStands) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(),
      "h,h,h,h\n1,A,2020-01-01,\n1,B,2021-01-01,2021-02-01\n1,C,2020-06-01,\n1,D,2020-05-01,\n"
      "2,A,2020-01-01,\n2,B,2020-01-01,\n3,A,,\n3,B,2020-01-01,\n4,B,2020-01-01,\n4,A,,\n5,A,,2020-01-01\n6,,2020-01-"
      "01,\n");
  std::string organizations;
  for (const json& row : all_rows(door)) {
    organizations += row["person"].get<std::string>() + row.value("organization", "-") +
                     std::to_string(row["links"].get<int>()) + " ";
  }
  EXPECT_EQ(organizations, "1C4 2B2 3B2 4B2 5-1 6-1 ");
}

TEST(LinkRosterJsonApi, AsksForOnePersonAndGivesTheRequestForCheck) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["person"] = "2";
  const json answer = run(door, request, "h,h,h,h\n1,A,2020-01-01,\n2,B,2021-05-01,2021-05-10\n2,C,2021-05-10,\n");
  ASSERT_EQ(answer["type"], "success");
  EXPECT_EQ(answer["request"]["facts"]["person"]["associations"].dump(),
            R"([{"ended":"2021-05-10","organization":"B","started":"2021-05-01"},)"
            R"({"organization":"C","started":"2021-05-10"}])");
  EXPECT_EQ(json::parse(rules().check(answer["request"].dump()))["decision"]["until"], "2021-06-09");
}

TEST(LinkRosterJsonApi, TheRequestForCheckHoldsWhatTheRowsOfThePersonSay) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["facts"] = json::object();
  request["columns"] = {{"person", 0},
                        {"next_association_date", 1},
                        {"active_certifications", 2},
                        {"account_organization", 3},
                        {"account_kind", 4}};
  request["person"] = "1";
  const auto person = [&](std::string_view rows) {
    json said = run(door, request, "h,h,h,h,h\n" + std::string{rows})["request"]["facts"]["person"];
    said.erase("associations");
    return said.dump();
  };
  EXPECT_EQ(person("1,2021-06-01,3,Contoso,work\n2,none,0,,none\n"),
            R"({"certification_profile":{"active_certifications":3},"next_association_date":"2021-06-01",)"
            R"("partner_center_account":{"kind":"work","organization":"Contoso"}})");
  EXPECT_EQ(person("1,none,,,personal\n1,,,Fabrikam\n"),
            R"({"next_association_date":null,"partner_center_account":{"kind":"personal","organization":"Fabrikam"}})");
  EXPECT_EQ(person("1,,,,none\n1,,,Contoso\n"), R"({"partner_center_account":null})");
  EXPECT_EQ(person("1,,,Contoso\n1,,,,none\n"), R"({"partner_center_account":null})");
  // Of what contradicts itself the first.
  EXPECT_EQ(person("1,2021-06-01,1,Contoso,work\n1,none,0,Fabrikam,personal\n"),
            R"({"certification_profile":{"active_certifications":1},"next_association_date":"2021-06-01",)"
            R"("partner_center_account":{"kind":"work","organization":"Contoso"}})");
}

TEST(LinkRosterJsonApi, WhatTheTableSaysOfAnAccountStandsAboveTheFactsOfAll) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["columns"] = {{"person", 0}, {"account_organization", 1}, {"account_kind", 2}};
  const auto statuses = [&](const json& account) {
    request["facts"]["person"]["partner_center_account"] = account;
    run(door, request, "h,h,h\n1,Contoso,work\n2,Contoso,personal\n3,,none\n4,,\n");
    std::string all;
    for (const json& row : all_rows(door)) {
      all += row["status"].get<std::string>() + " ";
    }
    return all;
  };
  EXPECT_EQ(statuses(nullptr), "allowed denied denied denied ");
  EXPECT_EQ(statuses({{"organization", "Contoso"}, {"kind", "work"}}), "allowed denied denied allowed ");
  EXPECT_EQ(statuses({{"organization", "Contoso"}, {"kind", "personal"}}), "allowed denied denied denied ");
}

TEST(LinkRosterJsonApi, TwoLinksThatStandAndSayNoDayContradictEachOther) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const json answer = run(door, question(), "h,h,h,h\n1,A,,\n1, a ,,\n2,A,,\n2,B,,\n");
  ASSERT_EQ(answer["faults"].size(), 1);
  EXPECT_EQ(answer["faults"][0]["code"], "facts.contradict_open_links");
  EXPECT_EQ(answer["faults"][0]["details"].dump(), R"({"first":"A","second":"B","value":"B"})");
  EXPECT_EQ(all_rows(door)[1]["status"], "not_decided");
}

TEST(LinkRosterJsonApi, DecidesAsCheckDoesAroundTheTurnOfAYear) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  std::mt19937 random{5};  // NOLINT: the same table in every run
  constexpr int kPeople = 40;
  for (const char* today : {"2020-12-31", "2021-01-01", "2021-01-02"}) {
    std::string table = "MCID,Organization,Started,Ended\n";
    for (int person = 0; person < kPeople; ++person) {
      // A year ago and more up to a month ago, so that the yearly limit decides.
      for (int links = 3; links > 0; --links) {
        const Date start = parse_date(today).value() - std::chrono::days{30 + random() % 338};
        table += std::to_string(person) + ",Fabrikam," + format_date(start) + "," + format_date(start) + "\n";
      }
    }
    json request = question();
    request["today"] = today;
    run(door, request, table);
    const json rows = all_rows(door);
    ASSERT_EQ(rows.size(), kPeople);
    for (const json& row : rows) {
      request["person"] = row["person"];
      const json asked = run(door, request, table)["request"];
      const json decision = json::parse(rules().check(asked.dump()))["decision"];
      EXPECT_EQ(row["status"], decision["status"]) << today << asked;
      for (const char* name : {"until", "earliest", "latest"}) {
        EXPECT_EQ(row.value(name, ""), decision.value(name, "")) << today << name << asked;
      }
    }
  }
}

TEST(LinkRosterJsonApi, ReadsUtf16InBothOrders) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const std::u16string text = u"\uFEFFh;h;h;h\n1;Z\u00FCrich \U0001F600;2021-05-01;\n";
  for (const bool little : {true, false}) {
    std::string bytes;
    for (const char16_t unit : text) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      bytes += little ? low : high;
      bytes += little ? high : low;
    }
    json request = question();
    request["form"] = {{"encoding", little ? "utf-16le" : "utf-16be"}, {"delimiter", ";"}};
    const Sniffed sniffed = sniff(bytes, true);
    EXPECT_EQ(sniffed.encoding, little ? SniffedEncoding::utf_16le : SniffedEncoding::utf_16be);
    EXPECT_EQ(sniffed.delimiter, ";");
    for (const std::size_t chunk : {1U, 2U, 3U, 7U, 1'000U}) {
      EXPECT_EQ(run(door, request, bytes, chunk)["totals"]["statuses"]["deferred"], 1) << chunk;
      EXPECT_EQ(all_rows(door)[0]["organization"], "Z\u00FCrich \U0001F600") << chunk;
    }
  }
}

TEST(LinkRosterJsonApi, LeavesOutTitlesAndTotalsAndSaysSo) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["form"] = {{"rows_above", 2}, {"total_words", {"Summa", "\u5408\u8A08"}}};
  const json answer = run(door, request,
                          "Personer i april\n,,,\nMCID,Organization,Started,Ended\n"
                          "1,A,2021-05-01,\nSumma,,,\n\xE5\x90\x88\xE8\xA8\x88\xEF\xBC\x9A"
                          "2,,,\n,summa: 2,2,\n"
                          "Summa,A,2021-05-01,\nSumma Summarum,,,\nSum,,,\n");
  EXPECT_EQ(answer["totals"]["rows"], 4);
  EXPECT_EQ(answer["totals"]["people"], 4);
  EXPECT_EQ(answer["faults"].size(), 0);
  std::string left_out;
  for (const json& row : answer["left_out"]) {
    left_out += row["code"].get<std::string>() + " " + std::to_string(row["line"].get<int>()) + ":" +
                std::to_string(row["column"].get<int>()) + " ";
  }
  EXPECT_EQ(left_out, "row.total 5:1 row.total 6:1 row.total 7:2 ");
  request["form"].erase("total_words");
  EXPECT_FALSE(run(door, request, "a\n\nMCID\nSumma\n").contains("left_out"));
}

TEST(LinkRosterJsonApi, ReadsNumbersAndWordsAsTheyAreWritten) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["facts"] = json::object();
  request["columns"] = {{"person", 0}, {"active_certifications", 1}, {"account_kind", 2}, {"next_association_date", 3}};
  const auto faults = [&](std::string_view certifications) {
    return run(door, request, "h,h,h,h\n1,\"" + std::string{certifications} + "\",,\n")["faults"].size();
  };
  for (const auto written : {"2", "2.0", "2,00", "0,0"}) {
    EXPECT_EQ(faults(written), 0) << written;
  }
  for (const auto written : {"2.5", "1,000", "2.", ",0", "1.0.0", "two", "-1"}) {
    EXPECT_EQ(faults(written), 1) << written;
  }
  request["form"]["decimal_sign"] = "comma";
  EXPECT_EQ(faults("1,000"), 0);
  EXPECT_EQ(faults("1.000"), 0);
  EXPECT_EQ(faults("1.001"), 1);
  request["form"] = {{"work_words", {"Arbete"}}, {"personal_words", {"Privat"}}, {"none_words", {"-"}}};
  const json answer = run(door, request, "h,h,h,h\n1,,arbete,-\n2,,PRIVAT,\n3,,-,\n4,,work,\n");
  ASSERT_EQ(answer["faults"].size(), 1);
  EXPECT_EQ(answer["faults"][0]["line"], 5);
}

TEST(LinkRosterJsonApi, ReadsWesternLettersOfOneByteInChunksOfAnySize) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["form"] = {{"encoding", "windows-1252"}};
  for (const std::size_t chunk : {1U, 3U, 1'000U}) {
    EXPECT_EQ(run(door, request, "h,h,h,h\n\xC5sa,L\xE4nk \x80,2021-05-01,\n", chunk)["totals"]["people"], 1);
    const json row = all_rows(door)[0];
    EXPECT_EQ(row["person"], "\u00C5sa");
    EXPECT_EQ(row["organization"], "L\u00E4nk \u20AC");
  }
}

TEST(LinkRosterJsonApi, AByteThatIsNoCharacterOfTheEncodingIsAFaultAndNoQuestionMark) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["form"] = {{"encoding", "windows-1252"}};
  const json answer = run(door, request, "h,h,h,h\nJ\xF6rg,Zeta,2021-05-01,\nJ\x81rg,Zeta,2021-05-01,\n\x80,\x8D,,\n");
  EXPECT_EQ(answer["totals"]["faults"].dump(), R"({"row.not_utf8":2})");
  EXPECT_EQ(all_rows(door)[0]["person"], "J\u00f6rg");
}

TEST(LinkRosterJsonApi, AYearOfTwoDigitsIsAskedForAndReadWhereItIsSaidToStand) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  constexpr std::string_view kTable = "h,h,h,h\n1,Zeta,20-07-21,\n2,Zeta,20-05-01,20-06-01\n";
  EXPECT_EQ(run(door, request, kTable)["totals"]["faults"].dump(), R"({"cell.year_short":3})");
  request["form"] = {{"short_years", "first"}};
  EXPECT_EQ(run(door, request, kTable)["totals"]["faults"].dump(), "{}");
  EXPECT_EQ(all_rows(door)[0]["last_started"], "2020-07-21");
  request["form"] = {{"short_years", "last"}, {"day_order", "day_month"}};
  EXPECT_EQ(run(door, request, kTable)["totals"]["faults"].dump(), R"({"cell.date_after_today":1})");
}

TEST(SkillRosterJsonApi, LeavesOutTitlesAndTotalsToo) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  const json request = {{"today", "2021-05-20"},
                        {"columns", {{"person", 0}, {"skill", 1}, {"expires", 2}}},
                        {"form", {{"rows_above", 1}, {"total_words", {"Total"}}}}};
  ASSERT_EQ(json::parse(door.start(request.dump()))["type"], "success");
  const json answer = feed(door, "Report\nMCID,Skill,Until\n1,Data,\nTotal,1,\nTotal,Data,\n");
  EXPECT_EQ(answer["totals"]["people"], 2);
  ASSERT_EQ(answer["left_out"].size(), 1);
  EXPECT_EQ(answer["left_out"][0]["line"], 4);
}

TEST(LinkRosterJsonApi, ShardsAreDisjointAndTogetherEverybody) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  std::string table = "h,h,h,h\n,nobody,,\n";
  for (int i = 0; i < 500; ++i) {
    table += std::to_string(i % 200) + ",A,2021-0" + std::to_string(1 + i % 5) + "-11,\n";
  }
  const json whole = run(door, question(), table);
  std::int64_t people = 0;
  std::int64_t rows = 0;
  std::int64_t faults = 0;
  for (int index = 0; index < 7; ++index) {
    json request = question();
    request["shard"] = {{"index", index}, {"of", 7}};
    const json part = run(door, request, table)["totals"];
    people += part["people"].get<std::int64_t>();
    rows += part["rows"].get<std::int64_t>();
    faults += part["faults"].value("row.no_person", 0);
  }
  EXPECT_EQ(people, whole["totals"]["people"]);
  EXPECT_EQ(rows, whole["totals"]["rows"]);
  EXPECT_EQ(faults, 1);
}

TEST(LinkRosterJsonApi, ComparesTwoRulesetsOverTheSamePeople) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\n1,A,2021-05-01,\n2,,,\n");
  const json compared = json::parse(door.compare(R"({"ruleset":"2021-03-11"})"));
  EXPECT_EQ(compared["changes"].dump(), R"([{"after":"needs_info","before":"deferred","people":1}])");
  EXPECT_EQ(json::parse(door.view(R"({"changed":true})"))["people"], 1);
  EXPECT_EQ(json::parse(door.compare(R"({"ruleset":"2021-03-12"})"))["errors"][0]["code"], "ruleset.unknown");
}

TEST(LinkRosterJsonApi, WhoeverGetsAnotherDayOrStatusIsChanged) {
  JsonApi house;
  const auto load = [&](const char* own) { EXPECT_EQ(json::parse(house.load_ruleset(own))["type"], "success"); };
  load(R"({"id":"calendar","parameters":{"association.year":{"value":"calendar","source":"x"}}})");
  load(R"({"id":"rolling","parameters":{"association.year":{"value":"rolling_12_months","source":"x"}}})");
  load(R"({"id":"uncertified","rules":{"association.active_certification":{"in_force":false,"source":"x"}}})");
  LinkRosterJsonApi door{house.rulebook(), 7};
  const auto changes = [&](const json& request, std::string_view table, std::string_view other) {
    EXPECT_EQ(run(door, request, table)["type"], "success");
    return json::parse(door.compare(json{{"ruleset", other}}.dump()))["changes"].dump();
  };
  // From 1 January by one reading of the year, from the 5th by the other: one of the two days is another one.
  const std::string_view three =
      "h,h,h,h\n1,A,2021-01-05,2021-02-10\n1,B,2021-02-10,2021-05-01\n1,C,2021-05-01,\n2,,,\n";
  EXPECT_EQ(changes(question(), three, "calendar"), R"([{"after":"deferred","before":"deferred","people":1}])");
  EXPECT_EQ(json::parse(door.view(R"({"changed":true})"))["people"], 1);
  EXPECT_EQ(changes(question(), three, "rolling"), R"([{"after":"deferred","before":"deferred","people":1}])");
  EXPECT_EQ(json::parse(door.view(R"({"changed":true})"))["people"], 1);
  EXPECT_EQ(changes(question(), three, "2021-04-27"), "[]");
  json request = question();
  request["facts"]["person"]["certification_profile"]["active_certifications"] = 0;
  EXPECT_EQ(changes(request, "h,h,h,h\n1,,,\n", "uncertified"),
            R"([{"after":"allowed","before":"denied","people":1}])");
  EXPECT_EQ(json::parse(door.view(R"({"changed":true})"))["people"], 1);
  request["ruleset"] = "uncertified";
  EXPECT_EQ(changes(request, "h,h,h,h\n1,,,\n", "2021-04-27"), R"([{"after":"denied","before":"allowed","people":1}])");
}

TEST(LinkRosterJsonApi, ARulesetThatCountsMoreLinksThanWereKeptIsNotCompared) {
  JsonApi house;
  LinkRosterJsonApi door{house.rulebook(), 7};
  const auto load = [&](std::string id, int per_year) {
    const json own{{"id", id}, {"parameters", {{"association.per_year", {{"value", per_year}, {"source", "x"}}}}}};
    ASSERT_EQ(json::parse(house.load_ruleset(own.dump()))["type"], "success");
  };
  const std::string_view table =
      "h,h,h,h\n1,A,2021-01-01,\n1,A,2021-02-01,\n1,A,2021-03-01,\n1,A,2021-04-01,\n1,A,2021-04-02,\n";
  run(door, question(), table);
  load("three", 3);
  load("five", 5);
  EXPECT_EQ(json::parse(door.compare(R"({"ruleset":"three"})"))["type"], "success");
  const json fault = json::parse(door.compare(R"({"ruleset":"five"})"))["errors"][0];
  EXPECT_EQ(fault["code"], "roster.too_many_per_year");
  EXPECT_EQ(fault["details"].dump(), R"({"most":3})");
  run(door, question(), table);
  EXPECT_EQ(json::parse(door.compare(R"({"ruleset":"five"})"))["totals"]["statuses"]["deferred"], 1);
}

TEST(LinkRosterJsonApi, ARulesetMayCountAHundredLinksOfAYearAndNoMore) {
  for (const int most : {100, 101}) {
    JsonApi house;
    const json own{{"id", "many"}, {"parameters", {{"association.per_year", {{"value", most}, {"source", "x"}}}}}};
    ASSERT_EQ(json::parse(house.load_ruleset(own.dump()))["type"], "success");
    LinkRosterJsonApi door{house.rulebook(), 7};
    json request = question();
    request["ruleset"] = "many";
    const json answer = run(door, request, "h,h,h,h\n1,A,2021-05-01,\n");
    request.erase("columns");
    const json columns = json::parse(door.decide_columns(request.dump(), {}, 0, {}));
    if (most == 100) {
      EXPECT_EQ(answer["type"], "success");
      EXPECT_EQ(columns["type"], "success");
    } else {
      for (const json& refused : {answer, columns}) {
        EXPECT_EQ(refused["errors"][0]["code"], "roster.too_many_per_year");
        EXPECT_EQ(refused["errors"][0]["details"].dump(), R"({"most":100})");
      }
    }
  }
}

TEST(LinkRosterJsonApi, FactsThatOnlyATableGivesOrThatCannotBeAreRefused) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const auto paths = [&](const json& request) {
    std::string all;
    const json answer = run(door, request, "");
    for (const json& fault : answer["errors"]) {
      all += fault["code"].get<std::string>() + " " + fault["path"].get<std::string>() + " ";
    }
    json columns = request;
    columns.erase("columns");
    const json refused = json::parse(door.decide_columns(columns.dump(), {}, 0, {}));
    EXPECT_EQ(refused["errors"][0]["code"], all.substr(0, all.find(' ')));
    return all;
  };
  json request = question();
  request["facts"]["person"]["associations"] = json::array();
  request["facts"]["person"]["next_association_date"] = "2021-06-01";
  EXPECT_EQ(paths(request),
            "roster.own_fact /facts/person/associations roster.own_fact /facts/person/next_association_date ");
  request = question();
  request["facts"]["person"]["account_deleted_on"] = "2021-05-21";
  EXPECT_EQ(paths(request), "date.after_today /facts/person/account_deleted_on ");
}

TEST(LinkRosterJsonApi, ARowShowsWhatTheOtherRulesetSays) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\n1,A,2021-05-01,");
  EXPECT_FALSE(all_rows(door)[0].contains("compared"));
  (void)door.compare(R"({"ruleset":"2021-03-11"})");
  EXPECT_EQ(all_rows(door)[0]["compared"]["status"], "needs_info");
}

TEST(LinkRosterJsonApi, RowsOfCsvAreWrittenBehindThoseThatAreThere) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\n1,,,\n2,,,\n");
  EXPECT_EQ(json::parse(door.view("{}"))["people"], 2);
  std::string bytes;
  (void)door.write_csv(R"({"columns":["person"]})", 0, 1, bytes);
  (void)door.write_csv(R"({"columns":["person"]})", 1, 1, bytes);
  EXPECT_EQ(bytes, "1\r\n2\r\n");
}

void feed_in_chunks(auto& roster, std::string_view table, std::size_t chunk) {
  for (std::size_t at = 0; at < table.size(); at += chunk) {
    roster.feed(table.substr(at, chunk));
  }
}

TEST(LinkRoster, IsFedInChunksOfAnySize) {
  RosterRequest request;
  request.today = parse_date("2021-05-20").value();
  request.action.type = ActionType::link_mcid;
  request.action.organization = std::string{"Contoso"};
  request.columns.person = 0;
  request.columns.started = 1;
  const std::string_view table = "h,h\n1,2021-05-01\n2,2020-05-01";
  for (std::size_t chunk = 1; chunk <= table.size(); ++chunk) {
    auto roster = LinkRoster::start(rules().rulebook(), request, 7);
    ASSERT_TRUE(roster);
    feed_in_chunks(*roster, table, chunk);
    const RosterDecisions decided = std::move(*roster).finish();
    EXPECT_EQ(decided.progress().people, 2);
    EXPECT_EQ(decided.row(1).last_started, parse_date("2020-05-01"));
  }
}

TEST(SkillRoster, IsFedInChunksOfAnySize) {
  SkillsRequest request;
  request.today = parse_date("2021-05-20").value();
  request.columns.person = 0;
  request.columns.skill = 1;
  const std::string_view table = "h,h\n1,Cloud\n2,Cloud";
  for (std::size_t chunk = 1; chunk <= table.size(); ++chunk) {
    auto roster = SkillRoster::start(rules().rulebook(), request, 7);
    ASSERT_TRUE(roster);
    feed_in_chunks(*roster, table, chunk);
    const HeldSkills held = std::move(*roster).finish();
    EXPECT_EQ(held.skills().front().holders, 2);
  }
}

TEST(LinkRosterJsonApi, RulesetsMayBeAddedWhileATableIsRead) {
  JsonApi house;
  LinkRosterJsonApi door{house.rulebook(), 7};
  const std::string_view table = "h,h,h,h\n1,A,2021-05-01,\n";
  const json alone = run(door, question(), table);
  ASSERT_EQ(json::parse(door.start(question().dump()))["type"], "success");
  for (int i = 0; i < 50; ++i) {
    const json own{{"id", "house " + std::to_string(i)}};
    ASSERT_EQ(json::parse(house.load_ruleset(own.dump()))["type"], "success");
  }
  EXPECT_EQ(feed(door, table), alone);
}

TEST(LinkRosterJsonApi, AComparisonWithAnUnknownMemberIsRefused) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\n1,A,2021-05-01,\n");
  const json fault = json::parse(door.compare(R"({"ruleset":"2021-03-11","rule_set":"2018-08-31"})"))["errors"][0];
  EXPECT_EQ(fault["code"], "key.unknown");
  EXPECT_EQ(fault["path"], "/rule_set");
  EXPECT_EQ(fault["details"]["allowed"].dump(), R"(["ruleset"])");
  EXPECT_EQ(json::parse(door.compare("{}"))["errors"][0]["path"], "/ruleset");
  EXPECT_FALSE(json::parse(door.rows(0, 1)).dump().contains("compared"));
}

TEST(LinkRosterJsonApi, RefusesWhatIsNoQuestionAndCallsOutOfOrder) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const auto code = [](const std::string& answer) {
    const json read = json::parse(answer);
    return read["type"] == "success" ? "" : read["errors"][0]["code"].get<std::string>();
  };
  EXPECT_EQ(code(door.finish()), "roster.out_of_order");
  EXPECT_EQ(code(door.view("{}")), "roster.out_of_order");
  EXPECT_EQ(code(door.rows(0, 1)), "roster.out_of_order");
  EXPECT_EQ(code(door.compare("{}")), "roster.out_of_order");
  EXPECT_EQ(door.prepare(10), nullptr);
  EXPECT_EQ(code(door.start("{")), "json.syntax");
  json request = question();
  request["action"] = {{"type", "unlink_mcid"}};
  EXPECT_EQ(code(door.start(request.dump())), "value.unknown_name");
  request = question();
  request.erase("columns");
  EXPECT_EQ(code(door.start(request.dump())), "value.required");
  request = question();
  request["facts"]["person"]["associations"] = json::array();
  EXPECT_EQ(code(door.start(request.dump())), "roster.own_fact");
  request = question();
  request["shard"] = {{"index", 3}, {"of", 3}};
  EXPECT_EQ(code(door.start(request.dump())), "roster.shard");
  EXPECT_EQ(door.prepare(10), nullptr);
  EXPECT_EQ(code(door.start(question().dump())), "");
  EXPECT_EQ(code(door.view("{}")), "roster.out_of_order");
  EXPECT_EQ(code(door.finish()), "");
  EXPECT_EQ(code(door.finish()), "roster.out_of_order");
  EXPECT_EQ(code(door.start(question().dump())), "");
  EXPECT_EQ(code(door.start("{")), "json.syntax");
  EXPECT_EQ(door.prepare(10), nullptr);
}

TEST(SkillRosterJsonApi, RefusesCallsOutOfOrder) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  const auto is_out_of_order = [](const std::string& answer) {
    return answer.find("roster.out_of_order") != std::string::npos;
  };
  const std::string_view request = R"({"today":"2021-05-20","columns":{"person":0,"skill":1}})";
  EXPECT_EQ(door.prepare(10), nullptr);
  EXPECT_TRUE(is_out_of_order(door.finish()));
  (void)door.start(request);
  EXPECT_TRUE(is_out_of_order(door.rows(0, 1)));
  (void)feed(door, "h,h\n1,Cloud\n");
  EXPECT_FALSE(is_out_of_order(door.rows(0, 1)));
  EXPECT_TRUE(is_out_of_order(door.finish()));
  // A start that is refused forgets what was read before, and begins nothing.
  (void)door.start("{");
  EXPECT_TRUE(is_out_of_order(door.rows(0, 1)));
  (void)door.start(request);
  (void)door.start("{");
  EXPECT_EQ(door.prepare(10), nullptr);
}

TEST(LinkRosterJsonApi, AColumnThatIsNoNumberIsNotStated) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["columns"]["person"] = "A";
  const json answer = json::parse(door.start(request.dump()));
  std::vector<std::string> codes;
  for (const json& error : answer["errors"]) {
    EXPECT_EQ(error["path"], "/columns/person");
    codes.push_back(error["code"]);
  }
  EXPECT_EQ(codes, (std::vector<std::string>{"type.wrong", "value.required"}));
}

TEST(LinkRosterJsonApi, TheSchemaDescribesEachRequestAndAnswer) {
  const json schema = json::parse(LinkRosterJsonApi::describe())["schema"];
  EXPECT_TRUE(schema.is_object()) << schema;
  const json& totals = schema["definitions"]["Totals"]["properties"];
  const json count{{"type", "integer"}, {"minimum", 0}, {"maximum", 1'000'000'000'000}};
  EXPECT_EQ(totals["faults"], (json{{"type", "object"}, {"additionalProperties", count}}))
      << "of what is counted by a text any may be there";
  EXPECT_EQ(totals["statuses"]["type"], "object");
  EXPECT_EQ(totals["statuses"]["additionalProperties"], false);
  EXPECT_EQ(totals["statuses"]["properties"]["allowed"], count);
  EXPECT_EQ(totals["statuses"]["properties"].size(), totals["statuses"]["required"].size()) << "each one is";
  EXPECT_TRUE(totals["statuses"]["required"].dump().contains("\"allowed\""));
}

TEST(LinkRosterJsonApi, ViewsChooseAndSort) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\nb,Zeta,2021-05-01,\nA,Eta,2021-05-10,\nc,,,\n");
  const auto people = [&](const char* request) {
    EXPECT_EQ(json::parse(door.view(request))["type"], "success");
    std::string names;
    const json answer = json::parse(door.rows(0, 10));
    for (const json& row : answer["rows"]) {
      names += row["person"].get<std::string>();
    }
    return names;
  };
  EXPECT_EQ(people("{}"), "bAc");
  EXPECT_EQ(people(R"({"descending":true})"), "cAb");
  EXPECT_EQ(people(R"({"sort":"person"})"), "Abc");
  EXPECT_EQ(people(R"({"sort":"until","descending":true})"), "Abc");
  EXPECT_EQ(people(R"({"sort":"organization"})"), "cAb");
  EXPECT_EQ(people(R"({"statuses":["deferred"]})"), "bA");
  EXPECT_EQ(people(R"({"until":"2021-05-31"})"), "b");
  EXPECT_EQ(people(R"({"text":"ET"})"), "bA");
  EXPECT_EQ(people(R"({"reason":"association.cool_off.not_met"})"), "bA");
}

TEST(LinkRosterJsonApi, AViewIsSortedByAnyOfWhatItShows) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(),
      "h,h,h,h\nanna,,,\nAnn,Eta,2021-05-10,\n\u00C5sa,eta,2021-05-01,\nZoe,Zeta,2020-05-01,2020-06-01\n"
      "Zoe,Zeta,2021-05-02,2021-05-03\nANNA B,,soon,\nBo,,2021-05-10,2021-05-11\n");
  const auto people = [&](std::string_view sort, bool descending) {
    EXPECT_EQ(json::parse(door.view(json{{"sort", sort}, {"descending", descending}}.dump()))["people"], 6);
    std::string names;
    const json answer = json::parse(door.rows(0, 10));
    for (const json& row : answer["rows"]) {
      names += (names.empty() ? "" : ", ") + row["person"].get<std::string>();
    }
    return names;
  };
  EXPECT_EQ(people("row", false), "anna, Ann, \u00C5sa, Zoe, ANNA B, Bo");
  EXPECT_EQ(people("row", true), "Bo, ANNA B, Zoe, \u00C5sa, Ann, anna");
  // Whatever the case; a name comes behind its beginning, and letters that are not ASCII behind those that are.
  EXPECT_EQ(people("person", false), "Ann, anna, ANNA B, Bo, Zoe, \u00C5sa");
  EXPECT_EQ(people("person", true), "\u00C5sa, Zoe, Bo, ANNA B, anna, Ann");
  // Those alike stay as they stand, in both directions.
  EXPECT_EQ(people("status", false), "Ann, \u00C5sa, Zoe, Bo, anna, ANNA B");
  EXPECT_EQ(people("status", true), "ANNA B, anna, Ann, \u00C5sa, Zoe, Bo");
  EXPECT_EQ(people("until", false), "anna, ANNA B, \u00C5sa, Zoe, Ann, Bo");
  EXPECT_EQ(people("until", true), "Ann, Bo, Zoe, \u00C5sa, anna, ANNA B");
  EXPECT_EQ(people("organization", false), "anna, Zoe, ANNA B, Bo, Ann, \u00C5sa");
  EXPECT_EQ(people("organization", true), "Ann, \u00C5sa, anna, Zoe, ANNA B, Bo");
  EXPECT_EQ(people("links", false), "anna, ANNA B, Ann, \u00C5sa, Bo, Zoe");
  EXPECT_EQ(people("links", true), "Zoe, Ann, \u00C5sa, Bo, anna, ANNA B");
}

TEST(LinkRosterJsonApi, AViewOfManyIsSortedAsOneOfFew) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  std::string table = "h,h,h,h\n";
  for (int i = 0; i < 200; ++i) {
    for (int links = 0; links <= i % 3; ++links) {
      table += std::to_string(i) + ",A,2020-01-01,\n";
    }
  }
  run(door, question(), table);
  for (const bool descending : {false, true}) {
    (void)door.view(json{{"sort", "links"}, {"descending", descending}}.dump());
    const json rows = json::parse(door.rows(0, 200))["rows"];
    ASSERT_EQ(rows.size(), 200U);
    std::vector<std::pair<int, int>> order;
    for (const json& row : rows) {
      const int links = row["links"].get<int>();
      order.emplace_back(descending ? -links : links, std::stoi(row["person"].get<std::string>()));
    }
    EXPECT_TRUE(std::ranges::is_sorted(order));
  }
}

TEST(LinkRosterJsonApi, AViewHoldsThoseWhoAreAllThatItAsksFor) {
  JsonApi house;
  const auto* const cool_off =
      R"({"id":"five days","parameters":{"association.cool_off_days":{"value":5,"source":"x"}}})";
  ASSERT_EQ(json::parse(house.load_ruleset(cool_off))["type"], "success");
  LinkRosterJsonApi door{house.rulebook(), 7};
  json request = question();
  request["columns"]["name"] = 4;
  request["columns"]["email"] = 5;
  run(door, request,
      "h,h,h,h,h,h\n1,Zeta,2021-05-19,,Anna,x@eta.com\n2,Eta,2021-05-10,,Bo,bo@b.com\n3,Zeta,2020-05-01,,,\n"
      "4,,soon,,Anna,\n5,Eta,2021-05-19,,,\n");
  const auto people = [&](const char* view) {
    EXPECT_EQ(json::parse(door.view(view))["type"], "success");
    std::string names;
    const json answer = json::parse(door.rows(0, 10));
    for (const json& row : answer["rows"]) {
      names += row["person"].get<std::string>();
    }
    return names;
  };
  EXPECT_EQ(people(R"({"text":"anna"})"), "14");
  EXPECT_EQ(people(R"({"text":"ETA"})"), "1235");
  EXPECT_EQ(people(R"({"text":"x@"})"), "1");
  EXPECT_EQ(people(R"({"text":"3"})"), "3");
  EXPECT_EQ(people(R"({"text":"anna","statuses":["deferred"]})"), "1");
  EXPECT_EQ(people(R"({"statuses":["allowed","not_decided"]})"), "34");
  EXPECT_EQ(people(R"({"until":"2021-06-18"})"), "15");
  EXPECT_EQ(people(R"({"until":"2021-06-18","text":"zeta"})"), "1");
  EXPECT_EQ(people(R"({"reason":"association.cool_off.not_met","statuses":["allowed"]})"), "");
  EXPECT_EQ(people(R"({"group":0,"reason":"association.cool_off.not_met"})"), "125");
  EXPECT_EQ(people(R"({"group":1,"reason":"association.cool_off.not_met"})"), "");
  // Without a second ruleset nothing is changed, and nothing is not.
  EXPECT_EQ(people(R"({"changed":true})"), "12345");
  EXPECT_EQ(people(R"({"changed":false})"), "12345");
  // Two wait for other days, one no longer.
  EXPECT_EQ(
      json::parse(door.compare(R"({"ruleset":"five days"})"))["changes"].dump(),
      R"([{"after":"deferred","before":"deferred","people":2},{"after":"allowed","before":"deferred","people":1}])");
  EXPECT_EQ(people(R"({"changed":true})"), "125");
  EXPECT_EQ(people(R"({"changed":false})"), "34");
  EXPECT_EQ(people(R"({"changed":true,"text":"zeta"})"), "1");
}

TEST(LinkRosterJsonApi, ShowsWhatPeopleAreCalledBesideWhatTellsThemApart) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  json request = question();
  request["columns"] = {{"name", 0}, {"person", 1}, {"organization", 2}, {"started", 3}};
  const std::string longest(200, 'n');
  run(door, request,
      "Name,MCID,Organization,Started\n"
      "Anna Berg,1,Zeta,2021-05-01\n"
      ",2,Zeta,2021-05-01\n"
      "Anna Lind,1,Zeta,2020-05-01\n"
      "Anna Berg,3,Zeta,soon\n"
      "Bo,2,Eta,2020-05-01\n"
      "=1+1,4,Eta,2020-05-01\n" +
          longest + ",5,Eta,2020-05-01\n" + longest + "n,6,Eta,2020-05-01\n");
  const auto names = [&](const char* view) {
    EXPECT_EQ(json::parse(door.view(view))["type"], "success");
    std::string all;
    const json answer = json::parse(door.rows(0, 10));
    for (const json& row : answer["rows"]) {
      all += row["person"].get<std::string>() + " " + row.value("name", "-") + ", ";
    }
    return all;
  };
  // Of several the first; two people may be called the same; what is longer than any name is none.
  EXPECT_EQ(names("{}"), "1 Anna Berg, 2 Bo, 3 Anna Berg, 4 =1+1, 5 " + longest + ", 6 -, ");
  EXPECT_EQ(names(R"({"text":"berg"})"), "1 Anna Berg, 3 Anna Berg, ");
  EXPECT_EQ(json::parse(door.view("{}"))["people"], 6);
  std::string bytes;
  (void)door.write_csv(R"({"columns":["name","person"]})", 2, 2, bytes);
  EXPECT_EQ(bytes, "Anna Berg,3\r\n'=1+1,4\r\n");
}

TEST(LinkRosterJsonApi, AStatusThatThereIsNotIsNamedWithThoseThatThereAre) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  run(door, question(), "h,h,h,h\nb,Zeta,2021-05-01,\n");
  EXPECT_EQ(json::parse(door.view(R"({"statuses":["deferred"]})"))["people"], 1);
  const json fault = json::parse(door.view(R"({"statuses":["allowed","defered"]})"))["errors"][0];
  EXPECT_EQ(fault["code"], "value.unknown_name");
  EXPECT_EQ(fault["path"], "/statuses/1");
  EXPECT_EQ(fault["details"].dump(),
            R"({"allowed":["denied","needs_info","deferred","allowed","not_decided"],"value":"defered"})");
  // The view is the one before.
  EXPECT_EQ(json::parse(door.rows(0, 10))["rows"].size(), 1U);
}

TEST(LinkRosterJsonApi, WritesTheRowsOfAViewAsCsvInTheWordsOfTheHost) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  std::string bytes;
  const auto written = [&](const json& request, std::size_t from, std::size_t count) {
    bytes.clear();
    return json::parse(door.write_csv(request.dump(), from, count, bytes));
  };
  json request = json::parse(R"({"columns":["person","status","until","reason","organization","last_started","links"],
    "header":["Person","Status","From","Why","Organization","Start","Links"],"delimiter":";",
    "words":[{"name":"deferred","word":"Not yet"},{"name":"association.cool_off.not_met","word":"=wait"}]})");
  EXPECT_EQ(written(request, 0, 10)["errors"][0]["code"], "roster.out_of_order");
  run(door, question(), "h,h,h,h\n=b,\"Zeta; Ltd\",2021-05-01,\nA,,2021-05-31,\nc,,,\n");
  EXPECT_EQ(json::parse(door.view("{}"))["people"], 3);
  EXPECT_EQ(written(request, 0, 2).dump(), R"({"rows":2,"type":"success"})");
  EXPECT_EQ(bytes,
            "Person;Status;From;Why;Organization;Start;Links\r\n"
            "'=b;Not yet;2021-05-31;'=wait;\"Zeta; Ltd\";2021-05-01;1\r\n"
            "A;not_decided;;;;;0\r\n");
  EXPECT_EQ(written(request, 2, 2)["rows"], 1);
  EXPECT_EQ(bytes, "c;allowed;;;;;0\r\n");
  EXPECT_EQ(written(request, 3, 2)["rows"], 0);
  EXPECT_EQ(bytes, "");
  request = {{"columns", {"person", "compared_status", "compared_until", "compared_reason"}}};
  EXPECT_EQ(written(request, 0, 1)["rows"], 1);
  EXPECT_EQ(bytes, "'=b,,,\r\n");
  EXPECT_EQ(json::parse(door.compare(R"({"ruleset":"2021-03-11"})"))["type"], "success");
  EXPECT_EQ(written(request, 0, 1)["rows"], 1);
  EXPECT_EQ(bytes, "'=b,needs_info,,association.yearly_limit.not_stated\r\n");
  EXPECT_EQ(written({{"columns", {"person", "people"}}}, 0, 1)["errors"][0]["path"], "/columns/1");
  EXPECT_EQ(written(json::object(), 0, 1)["errors"][0]["path"], "/columns");
  EXPECT_EQ(written({{"columns", {"person"}}, {"words", {{{"name", "allowed"}}}}}, 0, 1)["errors"][0]["path"],
            "/words/0/word");
  EXPECT_EQ(written({{"columns", {"person"}}, {"words", {{{"word", "Yes"}}}}}, 0, 1)["errors"][0]["path"],
            "/words/0/name");
}

TEST(LinkRosterJsonApi, ColumnsAreDecidedAsTheTableIs) {
  std::mt19937 random{11};
  constexpr std::size_t kPeople = 2'003;  // not a multiple of those that are decided side by side
  const auto today = static_cast<std::int32_t>(parse_date("2021-05-20").value().time_since_epoch().count());
  std::vector<RosterStatus> status(kPeople);
  std::vector<std::int32_t> until(kPeople);
  std::vector<std::int32_t> earliest(kPeople);
  std::vector<std::int32_t> latest(kPeople);
  const LinkColumns::Decided out{status, until, earliest, latest};
  JsonApi house;
  for (const auto* own : {R"({"id":"one","parameters":{"association.per_year":{"value":1,"source":"x"}}})",
                          R"({"id":"two","parameters":{"association.per_year":{"value":2,"source":"x"}}})",
                          R"({"id":"four","parameters":{"association.per_year":{"value":4,"source":"x"}}})",
                          R"({"id":"five","parameters":{"association.per_year":{"value":5,"source":"x"}}})",
                          R"({"id":"calendar","parameters":{"association.year":{"value":"calendar","source":"x"}}})",
                          R"({"id":"free","rules":{"association.yearly_limit":{"in_force":false,"source":"x"},
                              "association.cool_off":{"in_force":false,"source":"x"}}})"}) {
    ASSERT_EQ(json::parse(house.load_ruleset(own))["type"], "success") << own;
  }
  LinkRosterJsonApi of_house{house.rulebook(), 7};
  std::vector<std::int32_t> starts;
  for (const std::size_t per_person : {1U, 5U}) {
    starts.clear();
    std::string table = "h,h,h,h\n";
    for (std::size_t person = 0; person < kPeople; ++person) {
      const std::size_t links = random() % (per_person + 1);
      table += std::to_string(person) + ",,,\n";
      for (std::size_t k = 0; k < per_person; ++k) {
        const auto start = today - static_cast<std::int32_t>(random() % 500);
        starts.push_back(k < links ? start : INT32_MIN);
        if (k < links) {
          table += std::to_string(person) + ",A," + format_date(Date{std::chrono::days{start}}) + ",\n";
        }
      }
    }
    for (const Ruleset& ruleset : house.rulebook().rulesets) {
      for (const char* account :
           {R"({"organization":"Contoso","kind":"work"})", R"({"organization":"Contoso","kind":"personal"})", "null"}) {
        json request = question();
        request["ruleset"] = ruleset.id;
        request["facts"]["person"]["partner_center_account"] = json::parse(account);
        run(of_house, request, table);
        request.erase("columns");
        EXPECT_EQ(of_house.decide_columns(request.dump(), starts, per_person, out), R"({"type":"success"})");
        EXPECT_TRUE(std::ranges::equal(of_house.statuses(), status)) << ruleset.id << account;
        EXPECT_TRUE(std::ranges::equal(of_house.untils(), until)) << ruleset.id << account;
        EXPECT_TRUE(std::ranges::equal(of_house.earliests(), earliest)) << ruleset.id << account;
        EXPECT_TRUE(std::ranges::equal(of_house.latests(), latest)) << ruleset.id << account;
      }
    }
  }
  starts[7] = today + 1;
  json request = question();
  request.erase("columns");
  EXPECT_NE(of_house.decide_columns(request.dump(), starts, 5, out).find("/starts/7"), std::string::npos);
}

TEST(LinkRosterJsonApi, ColumnsAreWrittenForThosePeopleAlone) {
  LinkRosterJsonApi door{rules().rulebook(), 7};
  const auto today = static_cast<std::int32_t>(parse_date("2021-05-20").value().time_since_epoch().count());
  constexpr std::size_t kPerPerson = 3;
  constexpr std::size_t kBehind = 40;
  json request = question();
  request.erase("columns");
  for (const char* ruleset : {"2021-04-27", "2021-03-11"}) {
    request["ruleset"] = ruleset;
    for (std::size_t people = 0; people < 35; ++people) {
      const std::vector<std::int32_t> starts((people + kBehind) * kPerPerson, today - 1);
      std::vector<RosterStatus> status(people + kBehind, RosterStatus::not_decided);
      std::vector<std::int32_t> until(people + kBehind, 7);
      std::vector<std::int32_t> earliest = until;
      std::vector<std::int32_t> latest = until;
      const auto first = [&](auto& column) { return std::span{column}.first(people); };
      ASSERT_EQ(door.decide_columns(request.dump(), std::span{starts}.first(people * kPerPerson), kPerPerson,
                                    {first(status), first(until), first(earliest), first(latest)}),
                R"({"type":"success"})");
      EXPECT_EQ(std::ranges::count(status, RosterStatus::not_decided), kBehind) << people;
      for (const auto* column : {&until, &earliest, &latest}) {
        EXPECT_EQ(std::ranges::count(*column, 7), kBehind) << people;
      }
    }
  }
}

TEST(SkillRosterJsonApi, CountsHoldersFromDayToDay) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  const json started = json::parse(door.start(
      R"({"today":"2021-05-20","moved_on":"2021-01-15","columns":{"person":0,"pmc":1,"pc":2,"skill":3,"expires":4}})"));
  ASSERT_EQ(started["type"], "success");
  const json answer =
      feed(door,
           "MCID,PMC,PC,Skill,Expires\n1,Yes,No,Cloud,\n2,Yes,Yes,Cloud,2021-06-30\n"
           "2,Yes,Yes,Cloud,2021-05-30\n3,No,Yes,Cloud,2021-05-19\n4,No,No,Cloud,\n5,perhaps,Yes,Cloud,\n");
  EXPECT_EQ(answer["totals"]["old_system_only"], 1);
  EXPECT_EQ(answer["totals"]["old_system_ends"], "2021-07-15");
  EXPECT_EQ(answer["totals"]["faults"].dump(), R"({"cell.yes_or_no":1})");
  EXPECT_EQ(answer["skills"].dump(), R"([{"holders":2,"next_loss":"2021-07-01","skill":"Cloud"}])");
  const auto forecast = [&](const char* text) { return json::parse(door.forecast(text)); };
  EXPECT_EQ(forecast(R"({"skill":"Cloud","needed":2})").dump(),
            R"({"lost_on":"2021-07-01","series":[{"holders":2,"on":"2021-05-20"},{"holders":1,"on":"2021-07-01"},)"
            R"({"holders":0,"on":"2021-07-15"}],"type":"success"})");
  EXPECT_EQ(forecast(R"({"skill":"Cloud","needed":2,"changes":[{"person":"2","leaves_on":"2021-06-01"},
                         {"person":"new","joins_on":"2021-06-10"}]})")["lost_on"],
            "2021-06-01");
  // Who holds the skill already, or joins twice, counts once.
  EXPECT_EQ(forecast(R"({"skill":"Cloud","changes":[{"person":"2","joins_on":"2021-06-10"},
                         {"person":"new","joins_on":"2021-06-10","expires_on":"2021-06-19"},
                         {"person":"new","joins_on":"2021-06-15","leaves_on":"2021-06-18"}]})")["series"]
                .dump(),
            R"([{"holders":2,"on":"2021-05-20"},{"holders":3,"on":"2021-06-10"},{"holders":2,"on":"2021-06-18"},)"
            R"({"holders":1,"on":"2021-07-15"}])");
  EXPECT_EQ(forecast(R"({"skill":"Data"})")["errors"][0]["code"], "roster.no_skill");
  EXPECT_EQ(json::parse(door.view(R"({"old_system_only":true})"))["people"], 1);
  EXPECT_EQ(json::parse(door.rows(0, 5))["rows"].dump(),
            R"([{"counted":1,"next_end":"2021-07-15","pc":"no","person":"1","pmc":"yes","skills":1}])");
}

TEST(SkillRosterJsonApi, ShowsWhatPeopleAreCalledBesideWhatTellsThemApart) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)door.start(R"({"today":"2021-05-20","columns":{"person":0,"name":1,"skill":2}})");
  (void)feed(door, "MCID,Name,Skill\n1,,Cloud\n1,Anna Berg,Data\n2,Bo,Cloud\n3,,Cloud\n");
  EXPECT_EQ(json::parse(door.view(R"({"text":"ANNA"})"))["people"], 1);
  EXPECT_EQ(json::parse(door.rows(0, 5))["rows"].dump(),
            R"([{"counted":2,"name":"Anna Berg","person":"1","skills":2}])");
  EXPECT_EQ(json::parse(door.view("{}"))["people"], 3);
  EXPECT_FALSE(json::parse(door.rows(2, 1))["rows"][0].contains("name"));
}

TEST(SkillRosterJsonApi, NobodyHoldsASkillWhoseRowsCouldNotBeRead) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)door.start(R"({"today":"2021-05-20","columns":{"person":0,"pmc":1,"skill":2}})");
  EXPECT_EQ(
      feed(door, "h,i,j\n1,perhaps,Cloud\n2,Yes,Data\n3,Yes,Data\n4,perhaps,Net\n5,Yes,Web\n6,Yes,Web\n7,perhaps,X\n")
          ["skills"]
              .dump(),
      R"([{"holders":2,"skill":"Data"},{"holders":2,"skill":"Web"},{"holders":0,"skill":"Cloud"},)"
      R"({"holders":0,"skill":"Net"},{"holders":0,"skill":"X"}])");
}

json skills_question() {
  return json::parse(
      R"({"today":"2021-05-20","columns":{"person":0,"skill":1,"expires":2,"pmc":3,"pc":4,"name":5,"email":6}})");
}

json run(SkillRosterJsonApi& door, const json& request, std::string_view table, std::size_t chunk = 1'000) {
  const json started = json::parse(door.start(request.dump()));
  return started["type"] == "success" ? feed(door, table, chunk) : started;
}

std::string codes_and_paths(const json& answer) {
  std::string all;
  for (const json& fault : answer.value("errors", json::array())) {
    all += fault["code"].get<std::string>() + " " + fault["path"].get<std::string>() + " ";
  }
  return all;
}

TEST(SkillRosterJsonApi, ReadsATableInChunksOfAnySize) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  const std::string_view table = "h,h,h\n1,Cloud,2021-06-30\n2,Data,2021-07-31\n3,Cloud";
  for (const std::size_t chunk : {1U, 2U, 3U, 7U, 1'000U}) {
    EXPECT_EQ(run(door, skills_question(), table, chunk)["skills"].dump(),
              R"([{"holders":2,"next_loss":"2021-07-01","skill":"Cloud"},)"
              R"({"holders":1,"next_loss":"2021-08-01","skill":"Data"}])")
        << chunk;
    EXPECT_EQ(door.progress().rows, 3);
    EXPECT_EQ(door.progress().people, 3);
  }
}

TEST(SkillRosterJsonApi, RefusesWhatCannotBeAsked) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  json request = skills_question();
  request["columns"].erase("person");
  request["ruleset"] = "none";
  EXPECT_EQ(codes_and_paths(run(door, request, "")), "ruleset.unknown /ruleset value.required /columns/person ");
  request = skills_question();
  request["moved_on"] = "2021-05-21";
  const json refused = run(door, request, "");
  EXPECT_EQ(codes_and_paths(refused), "date.after_today /moved_on ");
  EXPECT_EQ(refused["errors"][0]["details"].dump(), R"({"today":"2021-05-20","value":"2021-05-21"})");
  request["moved_on"] = "2021-05-20";
  EXPECT_EQ(run(door, request, "")["type"], "success");
}

TEST(SkillRosterJsonApi, SaysWhatIsWrongWithEachRow) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  const std::string longest(200, 'n');
  json request = skills_question();
  request["form"] = {{"rows_above", 2}, {"total_words", {"Summa"}}, {"yes_words", {"ja"}}, {"no_words", {"nej"}}};
  const json answer = run(door, request,
                          "a title\n,\nPerson,Skill,Expires,PMC,PC\n" + longest + ",Cloud,,Ja,NEJ\n" + longest +
                              "x,Cloud\n , ,\t\n,Cloud\n2," + longest + ",,,\n2," + longest +
                              "x,\n3,Cl\xE5ud\n4,Cloud,2021-02-30\n5,\"Cloud\"x,\n6,Cloud,,yes,nej\n7,Cloud,,,no\n"
                              "Summa,12,\nSumma,Cloud,\nSumma,,2021-05-30\n8,\xC3\xA5,\n");
  std::string faults;
  for (const json& fault : answer["faults"]) {
    faults += fault["code"].get<std::string>() + " " + std::to_string(fault["line"].get<int>()) + ":" +
              std::to_string(fault["column"].get<int>()) + " ";
  }
  EXPECT_EQ(faults,
            "row.person_too_long 5:1 row.no_person 7:1 cell.too_long 9:3 row.not_utf8 10:1 date.impossible 11:9 "
            "row.text_after_quote 12:10 cell.yes_or_no 13:10 cell.yes_or_no 14:11 ");
  EXPECT_EQ(answer["faults"][0]["details"].dump(), R"({"most":200})");
  EXPECT_EQ(answer["faults"][4]["details"]["first"], "1990-01-01");
  EXPECT_EQ(answer["left_out"].size(), 1);
  EXPECT_EQ(answer["left_out"][0]["line"], 15);
  EXPECT_EQ(answer["totals"]["rows"], 13);
  EXPECT_EQ(answer["totals"]["people"], 6);
  EXPECT_EQ(door.progress().faulty, 8);
  std::string holders;
  for (const json& skill : answer["skills"]) {
    holders += skill["skill"].get<std::string>().substr(0, 5) + std::to_string(skill["holders"].get<int>()) + " ";
  }
  EXPECT_EQ(holders, "Cloud2 nnnnn1 \u00E51 ");
}

TEST(SkillRosterJsonApi, ATableMayHaveNoHeader) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  json request = skills_question();
  EXPECT_EQ(run(door, request, "1,Cloud\n2,Cloud\n")["totals"]["people"], 1);
  request["form"] = {{"header", true}};
  EXPECT_EQ(run(door, request, "1,Cloud\n2,Cloud\n")["totals"]["people"], 1);
  request["form"] = {{"header", false}};
  EXPECT_EQ(run(door, request, "1,Cloud\n2,Cloud\n")["totals"]["people"], 2);
}

TEST(SkillRosterJsonApi, ASkillCountsWhileItAndTheLinkDo) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  json request = skills_question();
  const std::string_view table =
      "h,h,h,h,h\n1,Cloud,2021-06-30,no,yes\n1,Cloud,2021-07-31\n1,Cloud,2021-05-31\n2,Cloud\n3,Cloud,2021-05-19\n"
      "4,Cloud,2021-05-20\n5,Cloud,2199-12-31\n6,Cloud,,no,no\n7,Cloud,,yes,no\n8,Cloud,2021-06-01,yes,no\n9,Cloud,,,"
      "no\n"
      "9,Data,,,yes\n9,Data\n9,,,no\n";
  const auto rows = [&](const json& view) {
    EXPECT_EQ(json::parse(door.view(view.dump()))["type"], "success");
    std::string all;
    const json answer = json::parse(door.rows(0, 20));
    for (const json& row : answer["rows"]) {
      all +=
          row["person"].get<std::string>() + (row.value("holds", false) ? "+" : "-") + row.value("ends_on", "") + " ";
    }
    return all;
  };
  EXPECT_EQ(run(door, request, table)["skills"].dump(),
            R"([{"holders":7,"next_loss":"2021-05-21","skill":"Cloud"},{"holders":1,"skill":"Data"}])");
  EXPECT_EQ(rows({{"skill", "Cloud"}}),
            "1+2021-08-01 2+ 3-2021-05-20 4+2021-05-21 5+ 6-2021-05-20 7+ 8+2021-06-02 9+ ");
  EXPECT_EQ(rows({{"skill", "Data"}}), "9+ ");
  request["moved_on"] = "2020-11-25";
  EXPECT_EQ(run(door, request, table)["totals"]["old_system_ends"], "2021-05-25");
  EXPECT_EQ(rows({{"skill", "Cloud"}}),
            "1+2021-08-01 2+ 3-2021-05-20 4+2021-05-21 5+ 6-2021-05-20 7+2021-05-25 8+2021-05-25 9+ ");
  request["moved_on"] = "2020-11-20";
  EXPECT_EQ(run(door, request, table)["skills"][0]["holders"], 5);
  EXPECT_EQ(rows({{"skill", "Cloud"}}),
            "1+2021-08-01 2+ 3-2021-05-20 4+2021-05-21 5+ 6-2021-05-20 7-2021-05-20 8-2021-05-20 9+ ");
  EXPECT_EQ(json::parse(door.view("{}"))["people"], 9);
  const json all = json::parse(door.rows(0, 20))["rows"];
  EXPECT_EQ(all[0].dump(), R"({"counted":1,"next_end":"2021-08-01","pc":"yes","person":"1","pmc":"no","skills":1})");
  EXPECT_EQ(all[2].dump(), R"({"counted":0,"person":"3","skills":1})");
  EXPECT_EQ(all[8].dump(), R"({"counted":2,"pc":"yes","person":"9","pmc":"no","skills":2})");
}

TEST(SkillRosterJsonApi, AViewHoldsThoseWhoAreAllThatItAsksFor) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)run(door, skills_question(),
            "h,h,h,h,h,h,h\n1,Cloud,,yes,no,Anna,x@b.com\n2,Data,,yes,no,Bo,bo@b.com\n3,Cloud,,yes,yes\n"
            "4,Cloud,,no,no,Cees\n5\n");
  const auto people = [&](const char* view, std::size_t from = 0, std::size_t count = 10) {
    EXPECT_EQ(json::parse(door.view(view))["type"], "success");
    std::string names;
    const json answer = json::parse(door.rows(from, count));
    for (const json& row : answer["rows"]) {
      names += row["person"].get<std::string>();
    }
    return names;
  };
  EXPECT_EQ(people("{}"), "12345");
  EXPECT_EQ(people("{}", 1, 3), "234");
  EXPECT_EQ(people("{}", 4, 3), "5");
  EXPECT_EQ(people("{}", 5, 3), "");
  EXPECT_EQ(people(R"({"skill":"Cloud"})"), "134");
  EXPECT_EQ(people(R"({"old_system_only":true})"), "12");
  EXPECT_EQ(people(R"({"old_system_only":false})"), "345");
  EXPECT_EQ(people(R"({"old_system_only":true,"skill":"Cloud"})"), "1");
  EXPECT_EQ(people(R"({"text":"ANNA"})"), "1");
  EXPECT_EQ(people(R"({"text":"b.com"})"), "12");
  EXPECT_EQ(people(R"({"text":"b.com","skill":"Data"})"), "2");
  EXPECT_EQ(people(R"({"text":"4"})"), "4");
  EXPECT_EQ(codes_and_paths(json::parse(door.view(R"({"skill":"None"})"))), "roster.no_skill /skill ");
  // The view is the one before, and without a skill there is none to hold.
  EXPECT_EQ(json::parse(door.rows(0, 10))["rows"].size(), 1U);
  (void)people(R"({"skill":"Cloud"})");
  (void)people("{}");
  EXPECT_FALSE(json::parse(door.rows(0, 1))["rows"][0].contains("holds"));
}

TEST(SkillRosterJsonApi, AChangeSaysWhoAndWhen) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)run(door, skills_question(), "h,h\n1,Cloud\n");
  const auto faults = [&](const char* question) { return codes_and_paths(json::parse(door.forecast(question))); };
  EXPECT_EQ(faults(R"({"skill":"None","changes":[{},{"person":"1"},{"person":"2","leaves_on":"2021-06-01"},
                       {"person":"2","joins_on":"2021-06-01"},{"person":"1","leaves_on":"2021-06-01"}]})"),
            "roster.no_skill /skill value.required /changes/0/person value.required /changes/1/leaves_on "
            "roster.no_person /changes/2/person ");
  EXPECT_EQ(faults(R"({"skill":"Cloud","changes":[{"person":"2","joins_on":"2021-06-01","leaves_on":"2021-07-01"}]})"),
            "");
}

TEST(SkillRosterJsonApi, AForecastFollowsWhoJoinsAndLeaves) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)run(door, skills_question(), "h,h,h\n1,Cloud,2021-06-30\n2,Cloud\n3,Data\n4,Cloud,2021-05-19\n");
  const auto series = [&](const std::vector<json>& changes) {
    std::string days;
    const json answer = json::parse(door.forecast(json{{"skill", "Cloud"}, {"changes", changes}}.dump()));
    for (const json& point : answer["series"]) {
      days += point["on"].get<std::string>().substr(5) + "=" + std::to_string(point["holders"].get<int>()) + " ";
    }
    return days;
  };
  const auto leaves = [](const char* person, const char* on) { return json{{"person", person}, {"leaves_on", on}}; };
  const auto joins = [](const char* person, const char* on) { return json{{"person", person}, {"joins_on", on}}; };
  const auto until = [](json change, const char* on) {
    change["expires_on"] = on;
    return change;
  };
  EXPECT_EQ(series({}), "05-20=2 07-01=1 ");
  EXPECT_EQ(series({leaves("2", "2021-06-10")}), "05-20=2 06-10=1 07-01=0 ");
  // Of two days the first; whoever left before today is no holder today.
  EXPECT_EQ(series({leaves("2", "2021-06-15"), leaves("2", "2021-06-10"), leaves("2", "2021-06-12")}),
            "05-20=2 06-10=1 07-01=0 ");
  EXPECT_EQ(series({leaves("2", "2021-05-20")}), "05-20=1 07-01=0 ");
  EXPECT_EQ(series({leaves("2", "2021-05-01")}), "05-20=1 07-01=0 ");
  EXPECT_EQ(series({leaves("1", "2021-08-01")}), "05-20=2 07-01=1 ");
  EXPECT_EQ(series({joins("5", "2021-06-10")}), "05-20=2 06-10=3 07-01=2 ");
  EXPECT_EQ(series({joins("5", "2021-05-01")}), "05-20=3 07-01=2 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2021-06-19")}), "05-20=2 06-10=3 06-20=2 07-01=1 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2021-06-10")}), "05-20=2 06-10=3 06-11=2 07-01=1 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2021-06-09")}), "05-20=2 07-01=1 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2199-12-31")}), "05-20=2 06-10=3 07-01=2 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2199-12-30")}), "05-20=2 06-10=3 07-01=2 12-31=1 ");
  // Leaving ends what began before it, and nothing that begins on that day.
  EXPECT_EQ(series({leaves("2", "2021-06-20"), joins("5", "2021-06-10")}), "05-20=2 06-10=3 06-20=2 07-01=1 ");
  const auto both = [&](const char* joins_on, const char* leaves_on) {
    json change = joins("5", joins_on);
    change["leaves_on"] = leaves_on;
    return series({change});
  };
  EXPECT_EQ(both("2021-06-10", "2021-06-20"), "05-20=2 06-10=3 06-20=2 07-01=1 ");
  EXPECT_EQ(both("2021-06-10", "2021-06-10"), "05-20=2 06-10=3 07-01=2 ");
  EXPECT_EQ(series({leaves("2", "2021-06-01"), joins("2", "2021-06-10")}), "05-20=2 06-01=1 06-10=2 07-01=1 ");
  // Who holds it already counts once, and longer where they join.
  EXPECT_EQ(series({joins("1", "2021-06-10")}), "05-20=2 ");
  EXPECT_EQ(series({joins("1", "2021-07-10")}), "05-20=2 07-01=1 07-10=2 ");
  EXPECT_EQ(series({until(joins("5", "2021-06-10"), "2021-06-14"), joins("5", "2021-06-12")}),
            "05-20=2 06-10=3 07-01=2 ");
}

TEST(SkillRosterJsonApi, TheMonthsAfterTheMoveEndOnTheLastDayOfAShortMonth) {
  SkillRosterJsonApi door{rules().rulebook(), 7};
  (void)door.start(R"({"today":"2020-09-20","moved_on":"2020-08-31","columns":{"person":0}})");
  EXPECT_EQ(feed(door, "h\n1\n")["totals"]["old_system_ends"], "2021-02-28");
}

}  // namespace
}  // namespace partnercheck::test
