// Which question is asked first where a vector would be long, or needs a host's numbers.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "partnercheck/json_api.h"

namespace partnercheck::test {
namespace {

using nlohmann::json;
using Paths = std::vector<std::string>;

const std::string kDate = "/facts/person/next_association_date";

std::string start(std::size_t link) { return "/facts/person/associations/" + std::to_string(link) + "/started"; }

// A link to another organization of which the end is known and not the start.
json ended(const char* day) { return {{"organization", "Contoso"}, {"ended", day}}; }
json one_day(const char* day) { return {{"organization", "Contoso"}, {"started", day}, {"ended", day}}; }

std::string question_of(const json& links, const char* ruleset) {
  return json{{"ruleset", ruleset},
              {"today", "2021-05-20"},
              {"action", {{"type", "link_mcid"}, {"organization", "Fabrikam"}}},
              {"actor", {{"relation", "owner"}}},
              {"facts",
               {{"person",
                 {{"partner_center_account", {{"organization", "Fabrikam"}, {"kind", "work"}}},
                  {"certification_profile", {{"active_certifications", 1}}},
                  {"associations", links}}}}}}
      .dump();
}

Paths questions(const json& answer, bool all) {
  Paths paths;
  for (const json& question : answer.at("questions")) {
    if (all || question["settles"] == true) {
      paths.push_back(question["path"]);
    }
  }
  return paths;
}

TEST(Ask, OfManyFactsSixteenAreWeighedAndAllAreAsked) {
  const JsonApi door;
  const json answer = json::parse(door.ask(question_of(json(18, ended("2021-05-19")), "2021-04-27")));
  Paths asked{kDate};
  for (std::size_t i = 0; i < 18; ++i) {
    asked.push_back(start(i));
  }
  EXPECT_EQ(questions(answer, true), asked);
  asked.resize(16);
  EXPECT_EQ(questions(answer, false), asked);
}

// A year of two years: a link counts that ended before any day that is tried.
TEST(Ask, WhatNoAnswerIsTriedOfSettlesNothingButItself) {
  JsonApi door;
  ASSERT_EQ(json::parse(door.load_ruleset(R"({"id":"house",
                "parameters":{"association.window_months":{"value":24,"source":"contract"}},
                "rules":{"association.cool_off":{"in_force":false,"source":"contract"}}})"))["type"],
            "success");
  const auto asked = [&](const json& links) {
    return questions(json::parse(door.ask(question_of(links, "house"))), true);
  };
  EXPECT_EQ(asked({ended("2020-03-01"), ended("2021-03-10"), ended("2021-02-03"), ended("2020-03-01")}),
            (Paths{kDate, start(0), start(1), start(2), start(3)}))
      << "none settles any other";
  EXPECT_EQ(asked({one_day("2021-03-01"), one_day("2021-03-02"), ended("2020-03-01"), ended("2021-05-19")}),
            (Paths{kDate, start(3), start(2)}))
      << "the third of the latest starts settles all";
}

}  // namespace
}  // namespace partnercheck::test
