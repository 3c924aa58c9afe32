// The catalogue is whole: every row means something, and every number stands in the rulesets.
#include "partnercheck/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include "rules/subjects.h"

namespace partnercheck::test {
namespace {

TEST(Catalogue, EveryActionHasOneRowInTheOrderOfTheTypes) {
  std::vector<ActionType> types;
  for (const ActionInfo& action : catalogue().actions) {
    types.push_back(action.type);
  }
  ASSERT_EQ(types.size(), kNames<ActionType>.size());
  for (std::size_t i = 0; i < types.size(); ++i) {
    EXPECT_EQ(name_of(types[i]), kNames<ActionType>[i]);
  }
}

TEST(Catalogue, EveryActionHasRulesAndNeedsOnlyWhatItTakes) {
  for (const ActionInfo& action : catalogue().actions) {
    EXPECT_FALSE(action.rules.empty()) << action.title;
    for (const std::string_view required : action.required) {
      EXPECT_NE(std::ranges::find(action.parameters, required), action.parameters.end()) << action.title << required;
    }
  }
  for (const Subject* subject : subjects()) {
    for (const ActionRow& row : subject->actions) {
      for (const FactPath& parameter : row.parameters) {
        EXPECT_TRUE(parameter.stands_in(kFact<&Request::action>)) << parameter.pointer;
      }
    }
  }
}

TEST(Catalogue, EveryGroupHasActions) {
  std::set<ActionGroup> groups;
  for (const ActionInfo& action : catalogue().actions) {
    groups.insert(action.group);
  }
  EXPECT_EQ(groups.size(), kNames<ActionGroup>.size());
}

TEST(Catalogue, RulesAreNamedOnceAfterTheirSubject) {
  std::set<std::string_view> ids;
  for (const RuleInfo& rule : catalogue().rules) {
    EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
    EXPECT_TRUE(rule.id.starts_with(std::string{rule.subject} + ".")) << rule.id;
  }
}

TEST(Catalogue, EveryRuleHasASourceAndEveryParameterAReader) {
  const Rulebook book = built_in_rulebook();
  std::set<std::string_view> read;
  for (const RuleInfo& rule : catalogue().rules) {
    EXPECT_TRUE(book.rule_timeline.contains(rule.id)) << rule.id;
    read.insert(rule.parameters.begin(), rule.parameters.end());
  }
  // No rule's: the discount is named in a next step, the months are what a roster counts.
  read.insert(row_of(Parameter::learning_option_upgrade_discount_percent).name);
  read.insert(row_of(Parameter::skills_report_old_system_months).name);
  for (const ParameterRow& row : kParameters) {
    EXPECT_TRUE(book.parameter_timeline.contains(row.name)) << row.name;
    EXPECT_TRUE(read.contains(row.name)) << row.name;
  }
}

}  // namespace
}  // namespace partnercheck::test
