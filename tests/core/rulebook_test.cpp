// The built-in rulesets are sound; a host's own is taken whole or not at all.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "json/rulebook_json.h"
#include "partnercheck/json_api.h"

namespace partnercheck::test {
namespace {

Date day(const char* text) { return parse_date(text).value(); }

TEST(Rulebook, TheTimelineIsSound) {
  std::vector<Fault> faults;
  const Rulebook book = json::read_timeline(json::kTimeline, faults);
  for (const Fault& fault : faults) {
    ADD_FAILURE() << fault.code << " at " << fault.path;
  }
  std::set<std::string> names;
  for (const Ruleset& ruleset : book.rulesets) {
    names.insert(ruleset.id);
  }
  EXPECT_EQ(names, (std::set<std::string>{"2018-08-31", "2021-03-11", "2021-04-27", "2023-10-23"}));
  EXPECT_EQ(book.find("")->id, "2021-04-27");
  EXPECT_EQ(book.find("2020-01-01"), nullptr);
}

TEST(Rulebook, TheNumbersOfTheDocumentsHoldFromTheirDays) {
  const Rulebook book = built_in_rulebook();
  const auto number = [&](const char* ruleset, Parameter which) { return book.find(ruleset)->number(which); };
  EXPECT_EQ(number("2021-03-11", Parameter::association_per_year), std::nullopt);
  EXPECT_NE(book.find("2021-03-11")->rule("association.yearly_limit"), nullptr);
  EXPECT_EQ(book.find("2021-03-11")->rule("association.cool_off"), nullptr);
  EXPECT_EQ(number("2021-04-27", Parameter::association_per_year), 3);
  EXPECT_EQ(number("2021-04-27", Parameter::association_cool_off_days), 30);
  EXPECT_EQ(number("2021-04-27", Parameter::membership_password_days), 90);
  EXPECT_EQ(number("2023-10-23", Parameter::membership_password_days), std::nullopt);
  EXPECT_EQ(number("2021-04-27", Parameter::reporting_assessment_days_min), 7);
  EXPECT_EQ(number("2023-10-23", Parameter::reporting_assessment_days_min), 10);
  EXPECT_EQ(book.find("2021-04-27")->date(Parameter::membership_pmc_last_day), std::nullopt);
  EXPECT_EQ(book.find("2023-10-23")->date(Parameter::membership_pmc_last_day), day("2022-05-31"));
}

TEST(Rulebook, OnlyARulesetBeyondTheDocumentsUsesSourcesBeyondThem) {
  const Rulebook book = built_in_rulebook();
  for (const Ruleset& ruleset : book.rulesets) {
    for (const auto& [id, entry] : ruleset.rules) {
      const auto source = std::ranges::find(book.sources, entry.source.substr(0, entry.source.find('#')), &Source::id);
      ASSERT_NE(source, book.sources.end()) << id;
      EXPECT_TRUE(ruleset.beyond || source->kind != "beyond") << ruleset.id << " " << id;
    }
  }
}

TEST(Rulebook, EveryFaultOfATimelineIsFound) {
  std::vector<Fault> faults;
  (void)json::read_timeline(
      R"({"rulesets":[{"id":"2021-01-01"}],"sources":[],"support_routes":{},"further_reading":[{"id":"a","url":"u","source":"s","actions":["dance"]}],
          "parameters":{"association.per_year":[{"from":"2021-01-01","value":"three","source":"nowhere","verified":"2021-01-01"}],
                        "moon.phase":[]},
          "rules":{"association.cool_off":7}})",
      faults);
  std::set<std::string> found;
  for (const Fault& fault : faults) {
    found.insert(fault.path + " " + std::string{fault.code});
  }
  EXPECT_EQ(found, (std::set<std::string>{
                       "/support_routes type.wrong", "/further_reading/0/actions/0 value.unknown_name",
                       "/rulesets/0/beyond value.required", "/parameters/association.per_year/0/value type.wrong",
                       "/parameters/association.per_year/0/source ruleset.source_unknown",
                       "/parameters/moon.phase ruleset.parameter_unknown", "/rules/association.cool_off type.wrong"}));
}

constexpr std::string_view kLink =
    R"({"ruleset":"house","today":"2021-05-20","action":{"type":"link_mcid","organization":"B"},"actor":{"relation":"owner"},
        "facts":{"person":{"partner_center_account":{"organization":"B","kind":"work"},
        "certification_profile":{"active_certifications":1},"associations":[{"organization":"A","started":"2021-05-01"}]}}})";

TEST(Rulebook, AHostsRulesetChangesTheAnswer) {
  JsonApi door;
  EXPECT_NE(door.check(kLink).find("ruleset.unknown"), std::string::npos);
  const std::string loaded = door.load_ruleset(
      R"({"id":"house","parameters":{"association.cool_off_days":{"value":10,"source":"house rules"}}})");
  EXPECT_TRUE(loaded.starts_with(R"({"type":"success","ruleset":{"id":"house")")) << loaded;
  const auto decision = nlohmann::json::parse(door.check(kLink))["decision"];
  EXPECT_EQ(decision["status"], "allowed");
  // The documents' own ruleset is as old as this one, and no later one.
  EXPECT_FALSE(decision.contains("later"));
}

TEST(Rulebook, AHostCanFixTheReadingOfTheYearAndLeaveOutARule) {
  JsonApi door;
  const std::string loaded = door.load_ruleset(
      R"({"id":"house","based_on":"2021-04-27","parameters":{"association.year":{"value":"calendar","source":"we asked"}},
          "rules":{"association.cool_off":{"in_force":false,"source":"we asked"}}})");
  ASSERT_TRUE(loaded.starts_with(R"({"type":"success")")) << loaded;
  const auto answer = nlohmann::json::parse(door.check(kLink));
  EXPECT_EQ(answer["decision"]["status"], "allowed");
  for (const auto& finding : answer["decision"]["findings"]) {
    EXPECT_NE(finding["rule"], "association.cool_off");
    if (finding["rule"] == "association.yearly_limit") {
      EXPECT_EQ(finding["readings"].size(), 1U);
    }
  }
}

TEST(Rulebook, WhereTheReadingOfTheYearIsFixedNobodyAssumesOne) {
  JsonApi door;
  const auto assumptions = [&](const char* year) {
    const std::string loaded =
        door.load_ruleset(std::string{R"({"id":"house","parameters":{"association.per_year":{"value":1,"source":"x"},
            "association.year":{"value":")"} +
                          year + R"(","source":"x"}}})");
    EXPECT_TRUE(loaded.starts_with(R"({"type":"success")")) << loaded;
    return nlohmann::json::parse(door.check(kLink))["decision"]["assumptions"].get<std::set<std::string>>();
  };
  EXPECT_TRUE(assumptions("both").contains("association.year_not_defined"));
  EXPECT_FALSE(assumptions("calendar").contains("association.year_not_defined"));
  EXPECT_FALSE(assumptions("rolling_12_months").contains("association.year_not_defined"));
}

TEST(Rulebook, EachCompetencyThatAHostExcludesIsExcluded) {
  JsonApi door;
  const std::string loaded = door.load_ruleset(
      R"({"id":"house","parameters":{"learning_option.extension_excluded":{"value":["Security","DevOps"],"source":"x"}}})");
  ASSERT_TRUE(loaded.starts_with(R"({"type":"success")")) << loaded;
  const auto status = [&](std::string_view competency) {
    return nlohmann::json::parse(door.check(
        R"({"ruleset":"house","today":"2021-05-20","action":{"type":"extend_competency","anniversary":"2021-05-01",
                       "competency":")" +
        std::string{competency} + R"("},"actor":{"roles":["mpn_partner_admin"]}})"))["decision"]["status"];
  };
  EXPECT_EQ(status("Security"), "denied");
  EXPECT_EQ(status("DevOps"), "denied");
  EXPECT_EQ(status("Datacenter"), "allowed");
}

TEST(Rulebook, ANameMayHaveSixtyBytes) {
  JsonApi door;
  const auto load = [&](std::size_t size) {
    return nlohmann::json::parse(door.load_ruleset(R"({"id":")" + std::string(size, 'a') + R"("})"));
  };
  EXPECT_EQ(load(60)["type"], "success");
  EXPECT_EQ(load(61)["errors"][0]["path"], "/id");
}

TEST(Rulebook, ANumberOrADayMayBeUnstatedAndAListEmpty) {
  JsonApi door;
  const auto load = [&](const std::string& parameter, const std::string& value) {
    const auto answer = nlohmann::json::parse(door.load_ruleset(R"({"id":"house","parameters":{")" + parameter +
                                                                R"(":{"value":)" + value + R"(,"source":"x"}}})"));
    return answer["type"] == "success" ? answer["ruleset"]["parameters"][parameter]["value"].dump()
                                       : answer["errors"][0]["code"].get<std::string>();
  };
  EXPECT_EQ(load("association.cool_off_days", "null"), "null");
  EXPECT_EQ(load("membership.pmc_last_day", "null"), "null");
  EXPECT_EQ(load("association.year", "null"), "type.wrong");
  EXPECT_EQ(load("skills_report.roles", "null"), "type.wrong");
  EXPECT_EQ(load("learning_option.extension_excluded", "null"), "type.wrong");
  const auto names = [](std::size_t count) { return nlohmann::json(std::vector<std::string>(count, "a")).dump(); };
  for (const std::size_t count : {0U, 1U, 100U}) {
    EXPECT_EQ(load("learning_option.extension_excluded", names(count)), names(count));
  }
  EXPECT_EQ(load("learning_option.extension_excluded", names(101)), "list.too_long");
  EXPECT_EQ(load("skills_report.roles", "[]"), "[]");
  const auto roles = [](std::size_t count) { return nlohmann::json(std::vector<std::string>(count, "guest")).dump(); };
  EXPECT_EQ(load("skills_report.roles", roles(20)), roles(20));
  EXPECT_EQ(load("skills_report.roles", roles(21)), "list.too_long");
}

std::set<std::string> faults_of_timeline(std::string_view parameters, std::string_view rules) {
  std::vector<Fault> faults;
  (void)json::read_timeline(R"({"rulesets":[],"sources":[],"support_routes":[],"further_reading":[],"parameters":)" +
                                std::string{parameters} + R"(,"rules":)" + std::string{rules} + "}",
                            faults);
  std::set<std::string> found;
  for (const Fault& fault : faults) {
    if (fault.code != "ruleset.source_unknown") {
      found.insert(fault.path + " " + std::string{fault.code});
    }
  }
  return found;
}

TEST(Rulebook, ATimelineGoesForwardAndHoldsNothingElse) {
  const auto at = [](const char* day, const char* more = "") {
    return R"({"from":")" + std::string{day} + R"(","value":1,"source":"x","verified":"2021-01-01")" + more + "}";
  };
  const auto history = [](const std::string& list) { return R"({"association.per_year":[)" + list + "]}"; };
  const auto faults = [&](const std::string& list) { return faults_of_timeline(history(list), "{}"); };
  using Faults = std::set<std::string>;
  EXPECT_EQ(faults(at("2021-01-02")), Faults{});
  EXPECT_EQ(faults(at("2021-01-01") + "," + at("2021-01-02")), Faults{});
  const Faults not_in_order{"/parameters/association.per_year/1/from ruleset.not_in_order"};
  EXPECT_EQ(faults(at("2021-01-02") + "," + at("2021-01-02")), not_in_order);
  EXPECT_EQ(faults(at("2021-01-02") + "," + at("2021-01-01")), not_in_order);
  EXPECT_EQ(faults(at("2021-01-02", R"(,"until":"2021-01-03")")),
            Faults{"/parameters/association.per_year/0/until key.unknown"});
  EXPECT_EQ(faults_of_timeline("{}", R"({"moon.rises":[]})"), Faults{"/rules/moon.rises ruleset.rule_unknown"});
  std::vector<Fault> required;
  (void)json::read_timeline(
      R"({"rulesets":[],"sources":[{}],"support_routes":[],"further_reading":[],"parameters":{},"rules":{}})",
      required);
  EXPECT_TRUE(std::ranges::any_of(
      required, [](const Fault& fault) { return fault.path == "/sources/0/id" && fault.code == "value.required"; }));
  std::vector<Fault> syntax;
  (void)json::read_timeline("{", syntax);
  EXPECT_EQ(syntax.size(), 1U);
}

TEST(Rulebook, AHostsRulesetHoldsNothingElseEither) {
  JsonApi door;
  const auto fault = [&](const char* text) {
    const auto error = nlohmann::json::parse(door.load_ruleset(text))["errors"][0];
    return error["path"].get<std::string>() + " " + error["code"].get<std::string>();
  };
  EXPECT_EQ(fault("{"), " json.syntax");
  EXPECT_EQ(fault(R"({"id":"a","parameters":{"association.per_year":{"value":1,"source":"x","until":"2022-01-01"}}})"),
            "/parameters/association.per_year/until key.unknown");
  EXPECT_EQ(fault(R"({"id":"a","rules":{"association.cool_off":{"source":"x","value":1}}})"),
            "/rules/association.cool_off/value key.unknown");
}

TEST(Rulebook, WhatAHostSaysIsKeptWithItsSource) {
  JsonApi door;
  const auto ruleset = nlohmann::json::parse(door.load_ruleset(
      R"({"id":"house","based_on":"2018-08-31","rules":{"association.cool_off":{"in_force":true,"source":"we asked"}},
          "parameters":{"association.cool_off_days":
            {"value":10,"source":"they said","from":"2020-01-02","verified":"2020-03-04"}}})"))["ruleset"];
  EXPECT_EQ(ruleset["rules"]["association.cool_off"]["source"], "we asked");
  EXPECT_EQ(ruleset["parameters"]["association.cool_off_days"].dump(),
            R"({"from":"2020-01-02","source":"they said","unit":"days","value":10,"verified":"2020-03-04"})");
}

TEST(Rulebook, WhereANameIsUnknownTheKnownOnesAreNamed) {
  JsonApi door;
  const auto allowed = [&](const char* text) {
    return nlohmann::json::parse(door.load_ruleset(text))["errors"][0]["details"]["allowed"]
        .get<std::set<std::string>>();
  };
  const auto parameters = allowed(R"({"id":"house","parameters":{"nonsense":{}}})");
  EXPECT_EQ(parameters.size(), kParameters.size());
  EXPECT_TRUE(parameters.contains("association.cool_off_days"));
  EXPECT_TRUE(allowed(R"({"id":"house","rules":{"nonsense":{}}})").contains("association.cool_off"));
}

TEST(Rulebook, ARulesetOfTheSameNameTakesThePlaceOfTheOneBefore) {
  JsonApi door;
  const auto load = [&](const char* text) { return nlohmann::json::parse(door.load_ruleset(text))["ruleset"]; };
  const auto days = [](nlohmann::json ruleset) { return ruleset["parameters"]["association.cool_off_days"]; };
  load(R"({"id":"house","parameters":{"association.cool_off_days":{"value":10,"source":"house rules"}}})");
  const auto other = load(R"({"id":"other","based_on":"house"})");
  EXPECT_EQ(other["based_on"], "house");
  EXPECT_EQ(days(other)["value"], 10);
  const auto replaced = load(R"({"id":"house","based_on":"2018-08-31"})");
  EXPECT_TRUE(days(replaced).is_null());
  const auto described = nlohmann::json::parse(door.describe())["rulesets"];
  const std::size_t count = described.size();
  EXPECT_EQ(described[count - 2], replaced);
  EXPECT_EQ(described[count - 1], other);
}

TEST(Rulebook, ABadRulesetIsRefusedWithEveryFaultAndChangesNothing) {
  JsonApi door;
  const std::string before = door.describe();
  const auto answer = nlohmann::json::parse(door.load_ruleset(
      R"({"id":"2021-04-27","based_on":"never","parameters":{"association.cool_off_days":{"value":-1,"source":""},
          "association.year":{"value":"lunar","source":"x"},"nonsense":{}},"rules":{"nonsense":{}},"more":1})"));
  std::set<std::string> found;
  for (const auto& error : answer["errors"]) {
    found.insert(error["path"].get<std::string>() + " " + error["code"].get<std::string>());
  }
  EXPECT_EQ(found, (std::set<std::string>{"/id ruleset.id_taken", "/based_on ruleset.unknown", "/more key.unknown",
                                          "/parameters/association.cool_off_days/value number.out_of_range",
                                          "/parameters/association.cool_off_days/source text.empty",
                                          "/parameters/association.year/value value.unknown_name",
                                          "/parameters/nonsense ruleset.parameter_unknown",
                                          "/rules/nonsense ruleset.rule_unknown"}));
  EXPECT_EQ(door.describe(), before);
}

TEST(Rulebook, AHostHasAHundredRulesetsAtMostAndCanReplaceEach) {
  JsonApi door;
  const auto load = [&door](const std::string& id) {
    return nlohmann::json::parse(door.load_ruleset(R"({"id":")" + id + R"(","parameters":{}})"));
  };
  for (int number = 0; number < kMostOwnRulesets; ++number) {
    ASSERT_EQ(load("house " + std::to_string(number))["type"], "success") << number;
  }
  EXPECT_EQ(load("house 7")["type"], "success");
  const std::string before = door.describe();
  const auto answer = load("one more");
  ASSERT_EQ(answer["type"], "failure");
  EXPECT_EQ(answer["errors"].size(), 1U);
  EXPECT_EQ(answer["errors"][0]["code"], "ruleset.too_many");
  EXPECT_EQ(answer["errors"][0]["details"]["most"], 100);
  EXPECT_EQ(door.describe(), before);
}

}  // namespace
}  // namespace partnercheck::test
