#include "partnercheck/roster/both_tables.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "partnercheck/roster/both_tables_json_api.h"
#include "rules.h"

namespace partnercheck::test {
namespace {

using nlohmann::json;

// Number, name, address, organization, start.
constexpr std::string_view kLinks =
    R"({"today":"2021-05-20","action":{"type":"link_mcid","organization":"Contoso"},"actor":{"relation":"owner"},
    "facts":{"person":{"partner_center_account":{"organization":"Contoso","kind":"work"},
                       "certification_profile":{"active_certifications":1}}},
    "columns":{"person":0,"name":1,"email":2,"organization":3,"started":4}})";
// Number, name, address, skill, last day.
constexpr std::string_view kSkills =
    R"({"today":"2021-05-20","columns":{"person":0,"name":1,"email":2,"skill":3,"expires":4}})";

class BothTables : public testing::Test {
 protected:
  template <class Door>
  void read(Door& door, std::string_view request, std::string_view table) {
    ASSERT_EQ(json::parse(door.start(request))["type"], "success");
    std::ranges::copy(table, door.prepare(table.size()));
    door.commit(table.size());
    ASSERT_EQ(json::parse(door.finish())["type"], "success");
  }
  void read_both(std::string_view links, std::string_view skills) {
    read(links_, kLinks, "number,name,address,organization,start\n" + std::string{links});
    read(skills_, kSkills, "number,name,address,skill,last day\n" + std::string{skills});
    totals_ = json::parse(both_.bring())["totals"];
  }
  json rows(std::string_view request) {
    EXPECT_EQ(json::parse(both_.view(request))["type"], "success");
    return json::parse(both_.rows(0, 100))["rows"];
  }
  // Who is who, as "link=skill".
  std::vector<std::string> people(std::string_view request) {
    std::vector<std::string> people;
    const auto name = [](const json& row, const char* table) {
      return row.contains(table) ? row[table]["person"].get<std::string>() : std::string{};
    };
    for (const json& row : rows(request)) {
      people.push_back(name(row, "link") + "=" + name(row, "skill"));
    }
    return people;
  }

  LinkRosterJsonApi links_{rules().rulebook(), 7};
  SkillRosterJsonApi skills_{rules().rulebook(), 7};
  BothTablesJsonApi both_{links_, skills_};
  json totals_;
};

TEST_F(BothTables, SayWhoMayBeLinkedWhenAndHoldsWhat) {
  read_both("1,Anna,,Fabrikam,2021-05-01\n2,Bo,,,\n", "1,,,Cloud,2021-06-30\n1,,,Data,2021-01-31\n3,,,Cloud,\n");
  EXPECT_EQ(totals_.dump(), R"({"both":1,"by_email":0,"links":1,"skills":1,"unknown":0})");
  const json all = rows("{}");
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0]["in"], "both");
  EXPECT_EQ(all[0]["by"], "number");
  EXPECT_EQ(all[0]["link"]["until"], "2021-05-31");
  EXPECT_EQ(all[0]["skill"].dump(), R"({"counted":1,"next_end":"2021-07-01","person":"1","skills":2})");
  EXPECT_EQ(all[1]["in"], "links");
  EXPECT_EQ(all[1]["link"]["status"], "allowed");
  EXPECT_FALSE(all[1].contains("skill") || all[1].contains("by"));
  EXPECT_EQ(all[2].dump(), R"({"in":"skills","skill":{"counted":1,"person":"3","skills":1}})");
}

TEST_F(BothTables, ANumberIsTheSameWhateverItsBlanksAndTheZerosInFront) {
  read_both("0990 012 345,,,,\nEMP-7,,,,\n8,,,,\n", "990012345,,,Cloud,\nemp-7,,,Cloud,\n80,,,Cloud,\n");
  EXPECT_EQ(people(R"({"in":"both"})"), (std::vector<std::string>{"0990 012 345=990012345", "EMP-7=emp-7"}));
  EXPECT_EQ(people(R"({"in":"links"})"), (std::vector<std::string>{"8="}));
  EXPECT_EQ(people(R"({"in":"skills"})"), (std::vector<std::string>{"=80"}));
}

TEST_F(BothTables, AWordOfLettersAndDigitsIsANumber) {
  read_both("a1,,,,\nZ_9,,,,\nm-5,,,,\n", "A1,,,Cloud,\nz_9,,,Cloud,\nM-5,,,Cloud,\n");
  EXPECT_EQ(totals_["both"], 3);
  for (const std::string name : {"Anna 2", "12 ab", "x.1", "a-b", "[1", "`1"}) {
    read_both(name + ",,,,\n", name + ",,,Cloud,\n");
    EXPECT_EQ(totals_["both"], 0) << name;
  }
}

TEST_F(BothTables, AnAddressBringsTogetherWhomNoNumberDoes) {
  read_both(
      "anna@contoso.com,,,,\n2,,Bo@Contoso.com,,\n3,,cees@contoso.com,,\n4,,dora@contoso.com,,\n",
      "1,,Anna@contoso.com,Cloud,\nbo@contoso.com,,,Cloud,\n3,,else@contoso.com,Cloud,\n5,,dora@contoso.com,Cloud,\n");
  EXPECT_EQ(totals_.dump(), R"({"both":4,"by_email":3,"links":0,"skills":0,"unknown":0})");
  EXPECT_EQ(people("{}"), (std::vector<std::string>{"anna@contoso.com=1", "2=bo@contoso.com", "3=3", "4=5"}));
  EXPECT_EQ(rows("{}")[0]["by"], "email");
  EXPECT_EQ(rows("{}")[2]["by"], "number");
}

TEST_F(BothTables, ANumberGoesBeforeAnAddress) {
  read_both("1,,bo@contoso.com,,\n2,,anna@contoso.com,,\n", "1,,anna@contoso.com,Cloud,\n2,,bo@contoso.com,Cloud,\n");
  EXPECT_EQ(people("{}"), (std::vector<std::string>{"1=1", "2=2"}));
}

TEST_F(BothTables, ANameAloneBringsNobodyTogether) {
  read_both("Anna Berg,Anna Berg,,,\n2,Bo,,,\n王小明,,,,\n",
            "Anna Berg,Anna Berg,,Cloud,\n3,Bo,,Cloud,\n王小明,,,Cloud,\n");
  EXPECT_EQ(totals_.dump(), R"({"both":0,"by_email":0,"links":3,"skills":3,"unknown":4})");
}

TEST_F(BothTables, WhatSeveralPeopleOfATableShareIsNobodysOwn) {
  read_both("1,,office@contoso.com,,\n2,,office@contoso.com,,\n04,,,,\n4,,,,\n",
            "3,,office@contoso.com,Cloud,\n4,,,Cloud,\n");
  EXPECT_EQ(totals_.dump(), R"({"both":0,"by_email":0,"links":4,"skills":2,"unknown":2})");
  read_both("04,,,,\n4,,,,\n5,,,,\n6,,,,\n", "4,,,Cloud,\n5,,,Cloud,\n6,,,Cloud,\n");
  EXPECT_EQ(people(R"({"in":"both"})"), (std::vector<std::string>{"5=5", "6=6"}));
}

TEST_F(BothTables, AreShownAPageAtATime) {
  read_both("1,,,,\n2,,,,\n3,,,,\n", "1,,,Cloud,\n2,,,Cloud,\n3,,,Cloud,\n");
  rows("{}");
  const auto page = [&](std::size_t from, std::size_t count) {
    std::string people;
    const json answer = json::parse(both_.rows(from, count));
    for (const json& row : answer["rows"]) {
      people += row["link"]["person"].get<std::string>();
    }
    return people;
  };
  EXPECT_EQ(page(0, 2), "12");
  EXPECT_EQ(page(1, 2), "23");
  EXPECT_EQ(page(2, 2), "3");
  EXPECT_EQ(page(3, 2), "");
  EXPECT_EQ(page(0, 0), "");
}

TEST_F(BothTables, FindsPeopleByWhatEitherTableSaysOfThem) {
  read_both("1,Anna,,,\n2,,bo@contoso.com,,\n", "1,Berg,,Cloud,\n2,,,Cloud,\n");
  EXPECT_EQ(people(R"({"text":"ANNA"})"), (std::vector<std::string>{"1=1"}));
  EXPECT_EQ(people(R"({"text":"berg"})"), (std::vector<std::string>{"1=1"}));
  EXPECT_EQ(people(R"({"text":"bo@"})"), (std::vector<std::string>{"2=2"}));
  EXPECT_EQ(people(R"({"text":"bo@","in":"links"})"), std::vector<std::string>{});
}

TEST_F(BothTables, AreThoseThatWereReadLast) {
  const auto code = [](const std::string& answer) { return json::parse(answer)["errors"][0]["code"]; };
  EXPECT_EQ(code(both_.bring()), "roster.out_of_order");
  EXPECT_EQ(code(both_.view("{}")), "roster.out_of_order");
  read_both("1,,,,\n", "1,,,Cloud,\n");
  EXPECT_EQ(totals_["both"], 1);
  EXPECT_EQ(code(both_.view(R"({"in":"none"})")), "value.unknown_name");
  // Another table in place of one of them: what was brought together is void, and so it is when the start is refused.
  read(skills_, kSkills, "h,h,h,h,h\n2,,,Cloud,\n");
  EXPECT_EQ(code(both_.view("{}")), "roster.out_of_order");
  EXPECT_EQ(code(both_.rows(0, 1)), "roster.out_of_order");
  EXPECT_EQ(json::parse(both_.bring())["totals"]["both"], 0);
  (void)links_.start("{}");
  EXPECT_EQ(code(both_.rows(0, 1)), "roster.out_of_order");
  EXPECT_EQ(code(both_.bring()), "roster.out_of_order");
}

}  // namespace
}  // namespace partnercheck::test
