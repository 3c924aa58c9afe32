// The door against wrong and hostile input: always an answer, every fault at once, each with pointer and remedy.
#include "partnercheck/json_api.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

namespace partnercheck::test {
namespace {

using nlohmann::json;

const JsonApi& door() {
  static const JsonApi kApi;
  return kApi;
}

const json& catalogue() {
  static const json kCatalogue = json::parse(door().describe());
  return kCatalogue;
}

json link_request() {
  return {{"today", "2021-05-20"},
          {"action", {{"type", "link_mcid"}, {"organization", "Fabrikam"}}},
          {"actor", {{"relation", "owner"}, {"roles", json::array()}}},
          {"facts",
           {{"person",
             {{"partner_center_account", {{"organization", "Fabrikam"}, {"kind", "work"}}},
              {"certification_profile", {{"active_certifications", 1}}},
              {"associations", {{{"organization", "Contoso"}, {"started", "2021-05-01"}}}}}}}}};
}

json errors_of(const json& request) {
  const json answer = json::parse(door().check(request.dump()));
  return answer.value("errors", json::array());
}

std::multiset<std::string> codes_of(const json& request) {
  std::multiset<std::string> codes;
  for (const json& error : errors_of(request)) {
    codes.insert(error["path"].get<std::string>() + " " + error["code"].get<std::string>());
  }
  return codes;
}

// A request that holds `value` at the pointer and nothing else but what every request needs. `*` is the first element.
json request_with(std::string pointer, const json& value) {
  for (auto star = pointer.find('*'); star != std::string::npos; star = pointer.find('*')) {
    pointer.replace(star, 1, "0");
  }
  json request{{"today", "2021-05-20"}, {"action", {{"type", "link_mcid"}, {"organization", "B"}}}};
  for (const json& action : catalogue()["actions"]) {
    for (const json& parameter : action["parameters"]) {
      if (pointer.starts_with("/action/" + parameter.get<std::string>())) {
        request["action"] = {{"type", action["type"]}};
      }
    }
  }
  if (pointer.starts_with("/facts/person/associations/")) {
    request["facts"]["person"]["associations"] = json::array({json::object()});
  }
  request[json::json_pointer{pointer}] = value;
  return request;
}

bool fits(const json& fact, const json& value) {
  if (value.is_null()) {
    return fact["nullable"];
  }
  if (fact["list"]) {
    return value.is_array();
  }
  const std::string type = fact["type"];
  if (type == "boolean") {
    return value.is_boolean();
  }
  if (type == "integer" || type == "number") {
    return value.is_number();
  }
  return type == "object" ? value.is_object() : value.is_string();
}

TEST(JsonApi, AWrongTypeIsRefusedAtEveryPath) {
  const json samples = json::parse(R"([null, true, 1, 1.5, "2021-05-03", [], {}])");
  int refused = 0;
  for (const json& fact : catalogue()["facts"]) {
    for (const json& sample : samples) {
      if (fits(fact, sample)) {
        continue;
      }
      std::string path = fact["path"];
      const auto codes = codes_of(request_with(path, sample));
      if (const auto star = path.find('*'); star != std::string::npos) {
        path.replace(star, 1, "0");
      }
      const bool named =
          std::ranges::any_of(codes, [&](const std::string& code) { return code.starts_with(path + " "); });
      EXPECT_TRUE(named) << path << " = " << sample;
      ++refused;
    }
  }
  EXPECT_GT(refused, 300);
}

TEST(JsonApi, AnUnknownKeyIsRefusedAtEveryLevel) {
  for (const char* pointer :
       {"/unheard_of", "/__proto__", "/action/roles", "/action/tier", "/actor/name", "/facts/people",
        "/facts/person/constructor", "/facts/person/associations/0/end", "/facts/learning/silver/kpi"}) {
    json request = link_request();
    request[json::json_pointer{pointer}] = "x";
    EXPECT_EQ(codes_of(request), std::multiset<std::string>{std::string{pointer} + " key.unknown"});
  }
}

TEST(JsonApi, EveryFaultIsListedAtOnce) {
  json request = link_request();
  request["today"] = "2021-02-29";
  request["ruleset"] = "2020-01-01";
  request["actor"]["relation"] = "boss";
  request["actor"]["roles"] = {"guest", 7};
  request["facts"]["person"]["certification_profile"]["active_certifications"] = -1;
  request["facts"]["person"]["associations"][0]["started"] = "yesterday";
  request["surprise"] = 1;
  EXPECT_EQ(codes_of(request),
            (std::multiset<std::string>{"/today date.impossible", "/ruleset ruleset.unknown",
                                        "/actor/relation value.unknown_name", "/actor/roles/1 type.wrong",
                                        "/facts/person/certification_profile/active_certifications number.out_of_range",
                                        "/facts/person/associations/0/started date.shape", "/surprise key.unknown"}));
}

TEST(JsonApi, WhatMakesAQuestionIsRequired) {
  EXPECT_EQ(codes_of(json::object()), (std::multiset<std::string>{"/action value.required", "/today value.required"}));
  json request = link_request();
  request["action"].erase("organization");
  EXPECT_EQ(codes_of(request), std::multiset<std::string>{"/action/organization value.required"});
  request["action"] = {{"type", "fly"}};
  EXPECT_EQ(codes_of(request), std::multiset<std::string>{"/action/type action.unknown"});
  request["action"] = json::object();
  EXPECT_EQ(codes_of(request), std::multiset<std::string>{"/action/type value.required"});
}

TEST(JsonApi, AFaultInATextNamesLineAndColumn) {
  const json answer = json::parse(door().check(
      "{\n  \"today\": \"2021-05-20\",\n  \"action\": { \"type\": \"link_mcid\", \"organization\": 7 }\n}"));
  ASSERT_EQ(answer["errors"].size(), 1U);
  EXPECT_EQ(answer["errors"][0]["line"], 3);
  EXPECT_EQ(answer["errors"][0]["column"], 52);
}

TEST(JsonApi, VeryManyFaultsAreCountedNotListed) {
  json request = link_request();
  request["facts"]["person"]["associations"] = json(1'000, 1);
  const json errors = errors_of(request);
  ASSERT_EQ(errors.size(), 101U);
  EXPECT_EQ(errors.back()["code"], "faults.more");
  EXPECT_EQ(errors.back()["details"]["count"], 900);
  EXPECT_FALSE(errors.back().contains("line")) << "it stands nowhere in the text";
  for (const auto& [faults, listed] : {std::pair{99, 99U}, {100, 100U}, {101, 101U}}) {
    request["facts"]["person"]["associations"] = json(static_cast<std::size_t>(faults), 1);
    EXPECT_EQ(errors_of(request).size(), listed);
    EXPECT_EQ(errors_of(request).back()["code"] == "faults.more", faults > 100);
  }
}

TEST(JsonApi, ATextThatIsLongIsShownShort) {
  json request = link_request();
  request["today"] = std::string(300, 'x');
  EXPECT_LT(errors_of(request)[0]["details"]["value"].get<std::string>().size(), 70U);
}

TEST(JsonApi, NumbersAreWholeAndBounded) {
  const auto code = [](const char* number) {
    const json answer = json::parse(door().check(
        std::string{
            R"({"today":"2021-05-20","action":{"type":"enroll_learning_action_pack"},"facts":{"learning":{"mct_count":)"} +
        number + "}}}"));
    return answer["type"] == "success" ? "" : answer["errors"][0]["code"].get<std::string>();
  };
  EXPECT_EQ(code("0"), "");
  EXPECT_EQ(code("1000000"), "");
  EXPECT_EQ(code("1000001"), "number.out_of_range");
  EXPECT_EQ(code("-1"), "number.out_of_range");
  EXPECT_EQ(code("1.5"), "number.not_whole");
  EXPECT_EQ(code("99999999999999999999"), "number.out_of_range");
  EXPECT_EQ(code("1e300"), "number.out_of_range");
  EXPECT_EQ(code("NaN"), "json.syntax");
  EXPECT_EQ(code("1e999"), "json.syntax");
}

TEST(JsonApi, AnAnswerOutsideTheCalendarIsNotGiven) {
  json request{{"today", "2199-12-31"}, {"action", {{"type", "pass_assessment"}}}};
  EXPECT_EQ(codes_of(request), std::multiset<std::string>{"/today answer.beyond_calendar"});
  request["today"] = "2199-12-21";
  EXPECT_TRUE(errors_of(request).empty());
  request = {{"today", "1990-01-01"}, {"action", {{"type", "view_kpi"}}}};
  EXPECT_EQ(codes_of(request), std::multiset<std::string>{"/today answer.beyond_calendar"});
}

TEST(JsonApi, ADecisionWithoutTextsEndsWithTheCalendarAsTheWrittenOneDoes) {
  const auto text = [](const char* today) {
    return json{{"today", today}, {"action", {{"type", "pass_assessment"}}}}.dump();
  };
  // It shows after ten days.
  const auto last = door().decide_briefly(text("2199-12-21"));
  ASSERT_TRUE(last);
  EXPECT_EQ(last->latest, kLastDay);
  const auto beyond = door().decide_briefly(text("2199-12-22"));
  ASSERT_FALSE(beyond);
  EXPECT_EQ(beyond.error(), door().decide(text("2199-12-22")));
  EXPECT_EQ(json::parse(beyond.error())["errors"][0]["code"], "answer.beyond_calendar");
}

TEST(JsonApi, TheNumbersOfADecisionAreThePlacesOfTheirNames) {
  const json names = json::parse(JsonApi::names());
  EXPECT_EQ(names["type"], "success");
  EXPECT_EQ(names["statuses"], catalogue()["statuses"]);
  EXPECT_EQ(names["outcomes"], catalogue()["outcomes"]);
  std::vector<std::string> rules;
  for (const json& rule : catalogue()["rules"]) {
    rules.push_back(rule["id"]);
  }
  rules.emplace_back("ruleset.covers_action");  // no rule of an action
  EXPECT_EQ(names["rules"], json(rules));
}

TEST(JsonApi, APlanThatWouldTakeTooLongIsAFailureAndNoPlan) {
  JsonApi api;
  const json lax{{"id", "lax"},
                 {"parameters",
                  {{"association.cool_off_days", {{"value", 0}, {"source", "ours"}}},
                   {"association.per_year", {{"value", 1'000}, {"source", "ours"}}}}}};
  ASSERT_EQ(json::parse(api.load_ruleset(lax.dump()))["type"], "success");
  json request = link_request();
  request.erase("action");
  request["ruleset"] = "lax";
  request["facts"]["person"]["associations"] =
      json(1'000, {{"organization", "A"}, {"started", "2020-05-19"}, {"ended", "2020-05-20"}});
  request["goal"] = {{"type", "link_to_organizations"}, {"organizations", json(20, "Fabrikam")}};
  const json answer = json::parse(api.plan(request.dump()));
  EXPECT_EQ(answer["type"], "failure");
  EXPECT_FALSE(answer.contains("plan"));
  ASSERT_EQ(answer["errors"].size(), 1U);
  EXPECT_EQ(answer["errors"][0]["code"], "plan.too_long");
  request["goal"]["organizations"] = json(19, "Fabrikam");
  EXPECT_TRUE(json::parse(api.plan(request.dump())).contains("plan"));
}

TEST(JsonApi, NoBytesWhateverGoUnanswered) {
  for (const std::string_view text :
       {"", "null", "[]", "\"\"", "0", "{}", "{\"today\":{}}", "[[[[[[[[[[[[[[[[[[", "\0\0\0",
        "{\"action\":{\"type\":null}}", "{\"action\":[],\"goal\":[],\"rulesets\":{}}"}) {
    for (const std::string& answer :
         {door().check(text), door().preview(text), door().plan(text), door().compare(text)}) {
      const json read = json::parse(answer);
      EXPECT_EQ(read["type"], "failure") << text;
      EXPECT_FALSE(read["errors"].empty()) << text;
    }
  }
}

TEST(JsonApi, AComparisonNamesTwoRulesetsAndNoThird) {
  const json request{{"today", "2021-05-20"},
                     {"action", {{"type", "view_kpi"}}},
                     {"ruleset", "2021-04-27"},
                     {"rulesets", {"2018-08-31", "2021-04-27"}}};
  const json answer = json::parse(door().compare(request.dump()));
  ASSERT_EQ(answer["type"], "failure");
  EXPECT_EQ(answer["errors"][0]["path"], "/ruleset");
  EXPECT_EQ(answer["errors"][0]["code"], "key.unknown");
  EXPECT_EQ(answer["errors"][0]["details"]["allowed"].dump(), R"(["rulesets","today","action","actor","facts"])");
}

TEST(JsonApi, TextsComeBackAsTheyWere) {
  json request = link_request();
  const std::string name = "<img src=x onerror=alert(1)> \"\\ \n\t\x01 =1+1 {until} Ω";
  request["action"]["organization"] = name;
  const json answer = json::parse(door().check(request.dump()));
  bool found = false;
  for (const json& finding : answer["decision"]["findings"]) {
    found = found || finding["inputs"].value("organization", "") == name;
  }
  EXPECT_TRUE(found);
}

}  // namespace
}  // namespace partnercheck::test
