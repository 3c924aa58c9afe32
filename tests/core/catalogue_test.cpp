// The catalogue is whole: every name in it means something, and every number stands in the rulesets.
#include "partnercheck/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include "type.h"

namespace partnercheck::test {
namespace {

// Whether the pointer names a member of the request; `*` stands for an index.
bool exists(std::string_view pointer) {
  const Type* type = &type_of<Request>();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::string_view part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    if (part == "*") {
      if (type->kind != Kind::list) {
        return false;
      }
      type = type->inner;
    } else {
      const MemberOf* member = type->member(part);
      if (member == nullptr) {
        return false;
      }
      type = member->type;
    }
    while (type->kind == Kind::fact || type->kind == Kind::optional) {
      type = type->inner;
    }
  }
  return true;
}

TEST(Catalogue, NamesAreUnique) {
  std::set<std::string_view> actions;
  std::set<std::string_view> rules;
  for (const Subject* subject : subjects()) {
    for (const ActionRow& row : subject->actions) {
      EXPECT_TRUE(actions.insert(row.type).second) << row.type;
    }
    for (const Rule& rule : subject->rules) {
      EXPECT_TRUE(rules.insert(rule.id).second) << rule.id;
      EXPECT_TRUE(rule.id.starts_with(subject->name)) << rule.id;
    }
  }
  EXPECT_EQ(actions.size(), 28U);
}

TEST(Catalogue, EveryNameInARowMeansSomething) {
  for (const Subject* subject : subjects()) {
    for (const ActionRow& row : subject->actions) {
      EXPECT_FALSE(rules_of(row.type).empty()) << row.type;
      for (const std::string_view parameter : row.parameters) {
        EXPECT_TRUE(exists("/action/" + std::string{parameter})) << row.type << " " << parameter;
      }
      for (const std::string_view required : row.required) {
        EXPECT_NE(std::ranges::find(row.parameters, required), row.parameters.end()) << row.type << " " << required;
      }
    }
    for (const Rule& rule : subject->rules) {
      for (const std::string_view action : rule.actions) {
        EXPECT_NE(find_action(action), nullptr) << rule.id << " " << action;
      }
      for (const std::string_view fact : rule.facts) {
        EXPECT_TRUE(exists(fact)) << rule.id << " " << fact;
      }
    }
  }
}

TEST(Catalogue, EveryRuleHasASourceAndEveryParameterAReader) {
  const Rulebook book = built_in_rulebook();
  std::set<Parameter> read;
  for (const Subject* subject : subjects()) {
    for (const Rule& rule : subject->rules) {
      EXPECT_TRUE(book.rule_timeline.contains(rule.id)) << rule.id;
      read.insert(rule.parameters.begin(), rule.parameters.end());
    }
  }
  for (std::size_t i = 0; i < kParameters.size(); ++i) {
    EXPECT_TRUE(book.parameter_timeline.contains(kParameters[i].name)) << kParameters[i].name;
    const auto parameter = static_cast<Parameter>(i);
    // No rule's: the discount is named in a next step, the months are what a roster counts.
    EXPECT_TRUE(read.contains(parameter) || parameter == Parameter::learning_option_upgrade_discount_percent ||
                parameter == Parameter::skills_report_old_system_months)
        << kParameters[i].name;
  }
}

}  // namespace
}  // namespace partnercheck::test
