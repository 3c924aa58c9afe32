// What the documents say, case by case: every vector answers as expected.
#include "vectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <set>

namespace partnercheck::test {
namespace {

// Each of `expected` is among `actual`, compared by the members it names.
void expect_among(const json& expected, const json& actual) {
  for (const json& wanted : expected) {
    const bool found = std::ranges::any_of(actual, [&](const json& item) {
      return std::ranges::all_of(wanted.items(), [&](const auto& member) {
        return item.contains(member.key()) && item[member.key()] == member.value();
      });
    });
    EXPECT_TRUE(found) << "expected " << wanted << " among " << actual;
  }
}

void expect_findings(const json& expected, const json& findings) {
  for (const auto& [rule, wanted] : expected.items()) {
    const auto found = std::ranges::find_if(findings, [&](const json& finding) { return finding["rule"] == rule; });
    if (found == findings.end()) {
      ADD_FAILURE() << "no finding of " << rule;
      continue;
    }
    for (const auto& [name, value] : wanted.items()) {
      const json actual = name == "reason" ? json((*found)["message"].get<std::string>().substr(rule.size() + 1))
                                           : found->value(name, json{});
      EXPECT_EQ(actual, value) << rule << " " << name;
    }
  }
}

std::multiset<std::string> texts(const json& list, const char* member = nullptr) {
  std::multiset<std::string> all;
  for (const json& item : list) {
    all.insert(member == nullptr ? item.get<std::string>() : item.at(member).get<std::string>());
  }
  return all;
}

void expect_decision(const json& expected, const json& decision) {
  for (const char* name : {"status", "until"}) {
    if (expected.contains(name)) {
      EXPECT_EQ(decision.value(name, json{}), expected[name]) << name;
    }
  }
  // A wait whose length is certain has one day for all three.
  if (expected.contains("until")) {
    EXPECT_EQ(decision.value("earliest", json{}), expected.value("earliest", expected["until"]));
    EXPECT_EQ(decision.value("latest", json{}), expected["until"]);
  } else if (expected.contains("status")) {
    EXPECT_EQ(decision.value("earliest", json{}), expected.value("earliest", json{}));
    EXPECT_EQ(decision.value("latest", json{}), expected.value("latest", json{}));
  }
  if (expected.contains("later")) {
    const json later = decision.value("later", json::array());
    EXPECT_EQ(later.size(), expected["later"].size());
    expect_among(expected["later"], later);
  }
  const json dates = expected.value("dates", json::object());
  for (const auto& [name, day] : dates.items()) {
    EXPECT_EQ(decision["dates"].value(name, json{}), day) << name;
  }
  expect_findings(expected.value("findings", json::object()), decision["findings"]);
  if (expected.contains("missing")) {
    EXPECT_EQ(texts(decision["missing"]), texts(expected["missing"]));
  }
  const json assumptions = expected.value("assumptions", json::array());
  for (const json& assumption : assumptions) {
    EXPECT_TRUE(texts(decision["assumptions"]).contains(assumption)) << assumption << " in " << decision["assumptions"];
  }
  const json steps = expected.value("next_steps", json::array());
  for (const json& step : steps) {
    EXPECT_TRUE(texts(decision["next_steps"], "step").contains(step)) << step << " in " << decision["next_steps"];
  }
}

void expect_alternatives(const json& expected, const json& alternatives) {
  std::set<json> wanted;
  for (const json& changes : expected) {
    std::set<json> set;
    for (const json& change : changes) {
      set.insert(json::object({{"path", change[0]}, {"value", change[1]}}));
    }
    wanted.insert(json(set));
  }
  std::set<json> actual;
  for (const json& alternative : alternatives) {
    actual.insert(json(alternative["changes"].get<std::set<json>>()));
  }
  EXPECT_EQ(actual, wanted);
}

// A step of a plan, in short: what is done or met, on which day or else how it stands, and why not sooner.
json in_short(const json& step) {
  return {step.contains("action") ? step["action"] : step["rule"], step.contains("on") ? step["on"] : step["status"],
          step.contains("because") ? step["because"]["message"] : json{}};
}

void expect_plan(const json& expected, const json& plan) {
  for (const char* name : {"reached", "on"}) {
    if (expected.contains(name)) {
      EXPECT_EQ(plan.value(name, json{}), expected[name]) << name;
    }
  }
  expect_among(expected.value("steps", json::array()), plan["steps"]);
  if (expected.contains("course")) {
    json course = json::array();
    std::ranges::transform(plan["steps"], std::back_inserter(course), in_short);
    EXPECT_EQ(course, expected["course"]);
  }
  if (expected.contains("fallback")) {
    EXPECT_EQ(plan.contains("fallback") ? in_short(plan["fallback"]) : json{}, expected["fallback"]);
  }
  if (expected.contains("assumptions")) {
    EXPECT_EQ(texts(plan["assumptions"]), texts(expected["assumptions"]));
  }
}

void expect_questions(const json& expected, const json& answer) {
  for (const char* name : {"status", "settled", "until", "earliest"}) {
    if (expected.contains(name)) {
      EXPECT_EQ(answer.value(name, json{}), expected[name]) << name;
    }
  }
  json paths = json::array();
  json settling = json::array();
  for (const json& question : answer["questions"]) {
    paths.push_back(question["path"]);
    if (question["settles"] == true) {
      settling.push_back(question["path"]);
    }
  }
  EXPECT_EQ(paths, expected["questions"]);
  EXPECT_EQ(settling, expected["settles"]);
}

class Vectors : public testing::TestWithParam<json> {};

TEST_P(Vectors, AnswerAsTheDocumentsSay) {
  const JsonApi door;
  const json& vector = GetParam();
  const json& expected = vector.at("expect");
  const json answer = json::parse(answer_of(door, vector));
  if (expected.contains("errors")) {
    ASSERT_EQ(answer["type"], "failure") << answer;
    expect_among(expected["errors"], answer["errors"]);
    return;
  }
  ASSERT_EQ(answer["type"], "success") << answer;
  if (answer.contains("decision")) {
    expect_decision(expected, answer["decision"]);
  }
  if (expected.contains("decisions")) {
    expect_decision(expected["decisions"][0], answer["decisions"][0]);
    expect_decision(expected["decisions"][1], answer["decisions"][1]);
  }
  if (expected.contains("differences")) {
    expect_among(expected["differences"], answer["differences"]);
  }
  if (expected.contains("effects")) {
    expect_among(expected["effects"], answer["effects"]);
  }
  if (expected.contains("alternatives")) {
    expect_alternatives(expected["alternatives"], answer["alternatives"]);
  }
  if (expected.contains("letter")) {
    EXPECT_EQ(answer["letter"]["letter"], expected["letter"]);
  }
  if (expected.contains("questions")) {
    expect_questions(expected, answer);
  }
  if (expected.contains("plan")) {
    expect_plan(expected["plan"], answer["plan"]);
  }
}

TEST_P(Vectors, AreDecidedInShortAsInFull) {
  const JsonApi door;
  const json& vector = GetParam();
  if (vector.value("call", "check") != "check") {
    GTEST_SKIP() << "no single decision";
  }
  json full = json::parse(door.check(vector.at("text").get<std::string>()));
  if (full["type"] == "failure" && full["errors"][0]["code"] == "answer.beyond_calendar") {
    GTEST_SKIP() << "a day that is not told in short";
  }
  const json brief = json::parse(door.decide(vector.at("text").get<std::string>()));
  if (full["type"] == "success") {
    json& decision = full["decision"];
    json outcomes = json::object();
    for (const json& finding : decision["findings"]) {
      outcomes[finding["rule"].get<std::string>()] = finding["outcome"];
    }
    for (const char* name : {"findings", "dates", "missing", "assumptions", "next_steps", "ruleset", "later"}) {
      decision.erase(name);
    }
    decision["outcomes"] = std::move(outcomes);
  }
  EXPECT_EQ(brief, full);
}

// Line by line, the catalogue and then the vectors in their order: what is expected of a vector is what it is about,
// this is all else.
TEST(Answers, AreWholeAsTheyWereWhenSomebodyLookedAtThem) {
  const JsonApi door;
  std::ifstream file{PARTNERCHECK_VECTORS "/answers.ndjson"};
  std::string expected;
  std::getline(file, expected);
  ASSERT_EQ(door.describe(), expected);
  for (const json& vector : read_vectors()) {
    std::getline(file, expected);
    ASSERT_EQ(whole_answer_of(door, vector), expected) << vector["file"] << " " << vector["title"];
  }
  EXPECT_EQ(file.get(), std::ifstream::traits_type::eof());
}

std::string name_of(const testing::TestParamInfo<json>& vector) {
  std::string name = vector.param.at("file").get<std::string>() + "_" + vector.param.at("title").get<std::string>();
  for (char& c : name) {
    c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name + "_" + std::to_string(vector.index);
}

INSTANTIATE_TEST_SUITE_P(All, Vectors, testing::ValuesIn(read_vectors()), name_of);

}  // namespace
}  // namespace partnercheck::test
