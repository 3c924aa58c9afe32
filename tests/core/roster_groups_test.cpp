// Whose turn it is, of the people of a table: the steps of a group are those of the check of each of its people.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "partnercheck/roster/link_roster_json_api.h"
#include "rules.h"

namespace partnercheck::test {
namespace {

using nlohmann::json;

json question() {
  return json::parse(R"({"today":"2021-05-20","action":{"type":"link_mcid","organization":"Contoso"},
    "actor":{"relation":"owner","roles":[]},"facts":{},
    "columns":{"person":0,"organization":1,"started":2,"ended":3,"next_association_date":4,
               "active_certifications":5,"account_organization":6,"account_kind":7}})");
}

constexpr std::string_view kTable =
    "person,organization,started,ended,date,certifications,account,kind\n"
    "long ago,A,2019-01-01,2019-02-01,,1,Contoso,work\n"
    "no link,,,,,1,Contoso,work\n"
    "waits,A,2021-05-01,,,1,Contoso,work\n"
    "reads,A,2020-06-01,2020-07-01,,1,Contoso,work\n"
    "reads,A,2020-08-01,2020-09-01,,1,Contoso,work\n"
    "reads,A,2020-10-01,2020-11-01,,1,Contoso,work\n"
    "profile,A,2021-05-01,,2021-07-01,1,Contoso,work\n"
    "no start,A,,2021-05-10,,1,Contoso,work\n"
    "unknown,,,,,,,\n"
    "unknown and waits,A,2021-05-01,,,,,\n"
    "no certification,,,,,0,Contoso,work\n"
    "own account,,,,,1,Contoso,personal\n"
    "no account,,,,,1,,none\n"
    "neither,,,,,0,,none\n"
    "unreadable,A,soon,,,1,Contoso,work\n";

json start(LinkRosterJsonApi& api, const json& request, std::string_view table = kTable) {
  EXPECT_EQ(json::parse(api.start(request.dump()))["type"], "success");
  std::ranges::copy(table, api.prepare(table.size()));
  api.commit(table.size());
  return json::parse(api.finish());
}

// The one whose people are viewed with this one among them.
json group_of(LinkRosterJsonApi& api, const json& totals, std::string_view person) {
  std::vector<json> found;
  for (std::size_t i = 0; i < totals["groups"].size(); ++i) {
    EXPECT_EQ(json::parse(api.view(json{{"group", i}}.dump()))["type"], "success");
    const json rows = json::parse(api.rows(0, 100))["rows"];
    if (std::ranges::any_of(rows, [&](const json& row) { return row["person"] == person; })) {
      found.push_back(totals["groups"][i]);
    }
  }
  EXPECT_EQ(found.size(), 1) << person;
  return found.empty() ? json{} : found.front();
}

std::set<std::string> names_of(const json& steps) {
  std::set<std::string> names;
  for (const json& step : steps) {
    names.insert(step["step"].get<std::string>());
  }
  return names;
}

struct Expected {
  const char* person;
  const char* status;
  const char* turn;
};

TEST(RosterGroups, SayWhoseTurnItIs) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  const json totals = start(api, question())["totals"];
  for (const auto& [person, status, turn] : {
           Expected{"long ago", "allowed", "owner"},
           Expected{"no link", "allowed", "owner"},
           Expected{"waits", "deferred", "nobody"},
           Expected{"reads", "needs_info", "owner"},
           Expected{"profile", "deferred", "nobody"},
           Expected{"no start", "needs_info", "owner"},
           Expected{"unknown", "needs_info", "owner"},
           Expected{"unknown and waits", "needs_info", "owner"},
           Expected{"no certification", "denied", "owner"},
           Expected{"own account", "denied", "owner"},
           Expected{"no account", "denied", "admin"},
           Expected{"neither", "denied", "admin"},
           Expected{"unreadable", "not_decided", "keeper"},
       }) {
    const json group = group_of(api, totals, person);
    EXPECT_EQ(group["status"], status) << person;
    EXPECT_EQ(group["turn"], turn) << person;
  }
}

TEST(RosterGroups, SomebodyAtMicrosoftMergesTwoProfiles) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  json request = question();
  request["ruleset"] = "2023-10-23";
  request["facts"]["person"]["certification_profile"] = {{"mc_id_generated", true}, {"other_mcid_linked", true}};
  const json groups = start(api, request, "h,h,h,h,h,h,h,h\n1,,,,,1,Contoso,work\n")["totals"]["groups"];
  ASSERT_EQ(groups.size(), 1);
  EXPECT_EQ(groups[0]["turn"], "support");
  EXPECT_EQ(names_of(groups[0]["steps"]), (std::set<std::string>{"merge_mcids"}));
}

TEST(RosterGroups, SayWhatTheCheckOfEachPersonSays) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  const json totals = start(api, question())["totals"];
  LinkRosterJsonApi single{rules().rulebook(), 7};
  for (const char* person : {"long ago", "no link", "waits", "reads", "no start", "unknown", "unknown and waits",
                             "no certification", "own account", "no account", "neither"}) {
    json request = question();
    request["person"] = person;
    const json asked = start(single, request)["request"];
    const json decision = json::parse(rules().check(asked.dump()))["decision"];
    const json group = group_of(api, totals, person);
    EXPECT_EQ(names_of(group["steps"]), names_of(decision["next_steps"])) << person;
    std::set<std::string> missing;
    for (const json& fact : decision["missing"]) {
      std::string path = fact.get<std::string>();
      if (const auto index = path.find("/0"); index != std::string::npos) {
        path.replace(index, 2, "/*");
      }
      missing.insert(path);
    }
    EXPECT_EQ(group["missing"].get<std::set<std::string>>(), missing) << person;
  }
}

TEST(RosterGroups, NameWhatDecidesAndComeFromBadToGood) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  const json totals = start(api, question())["totals"];
  EXPECT_EQ(group_of(api, totals, "no certification")["reason"], "association.active_certification.not_met");
  EXPECT_EQ(group_of(api, totals, "waits")["reason"], "association.cool_off.not_met");
  EXPECT_FALSE(group_of(api, totals, "unreadable").contains("reason"));
  std::vector<std::string> statuses;
  for (const json& group : totals["groups"]) {
    // The days are each person's own.
    EXPECT_TRUE(std::ranges::none_of(group["steps"], [](const json& step) { return step.contains("from"); })) << group;
    const auto status = group["status"].get<std::string>();
    if (statuses.empty() || statuses.back() != status) {
      statuses.push_back(status);
    }
  }
  EXPECT_EQ(statuses, (std::vector<std::string>{"denied", "needs_info", "deferred", "allowed", "not_decided"}));
}

TEST(RosterGroups, OfWhoeverMustNotWaitOnlyADayAheadIsNamed) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  (void)start(api, question());
  (void)api.view("{}");
  std::string days;
  const json answer = json::parse(api.rows(0, 100));
  for (const json& row : answer["rows"]) {
    if (row["status"] != "deferred" && (row.contains("earliest") || row.contains("latest"))) {
      days +=
          row["person"].get<std::string>() + " " + row.value("earliest", "-") + " " + row.value("latest", "-") + ", ";
    }
  }
  EXPECT_EQ(days, "reads - 2021-06-01, no start - 2021-06-09, unknown and waits 2021-05-31 -, ");
}

TEST(RosterGroups, HoldEverybodyAndAreViewed) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  const json totals = start(api, question())["totals"];
  std::int64_t people = 0;
  for (std::size_t i = 0; i < totals["groups"].size(); ++i) {
    const json& group = totals["groups"][i];
    people += group["people"].get<std::int64_t>();
    EXPECT_EQ(json::parse(api.view(json{{"group", i}}.dump()))["people"], group["people"]);
    const json page = json::parse(api.rows(0, 100));
    for (const json& row : page["rows"]) {
      EXPECT_EQ(row["status"], group["status"]);
      EXPECT_EQ(row.value("reason", ""), group.value("reason", ""));
    }
  }
  EXPECT_EQ(people, totals["people"]);
  EXPECT_EQ(json::parse(api.view(json{{"group", totals["groups"].size()}}.dump()))["people"], 0);
}

TEST(RosterGroups, AreTheSameWhateverTheOrderOfTheRows) {
  LinkRosterJsonApi api{rules().rulebook(), 7};
  const json groups = start(api, question())["totals"]["groups"];
  const std::size_t header = kTable.find('\n') + 1;
  std::vector<std::string> lines;
  for (std::size_t at = header; at < kTable.size();) {
    const std::size_t end = kTable.find('\n', at) + 1;
    lines.insert(lines.begin(), std::string{kTable.substr(at, end - at)});
    at = end;
  }
  std::string turned{kTable.substr(0, header)};
  for (const std::string& line : lines) {
    turned += line;
  }
  EXPECT_EQ(start(api, question(), turned)["totals"]["groups"], groups);
}

}  // namespace
}  // namespace partnercheck::test
