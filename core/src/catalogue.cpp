#include "partnercheck/catalogue.h"

#include <algorithm>

#include "rules/subjects.h"

namespace partnercheck {

namespace {

std::vector<std::string_view> names_of(const Few<FactPath>& facts) {
  std::vector<std::string_view> names;
  for (const FactPath& fact : facts) {
    names.push_back(fact.name());
  }
  return names;
}

// A fact that only serves as a parameter of another action is not asked for here.
bool is_asked(const FactPath& fact, const ActionRow& row) {
  return !fact.stands_in(kFact<&Request::action>) ||
         std::ranges::any_of(row.parameters, [&](const FactPath& parameter) { return fact.stands_in(parameter); });
}

ActionInfo info_of(const Subject& subject, const ActionRow& row) {
  ActionInfo info{.type = row.type,
                  .subject = subject.name,
                  .title = "action." + std::string{name_of(row.type)},
                  .group = row.group,
                  .kind = row.kind,
                  .parameters = names_of(row.parameters),
                  .required = names_of(row.required),
                  .dates = {row.dates.begin(), row.dates.end()},
                  .rules = {},
                  .facts = {}};
  for (const Rule* rule : rules_of(row.type)) {
    info.rules.push_back(rule->id);
    for (const FactPath& fact : rule->facts) {
      if (is_asked(fact, row) && std::ranges::find(info.facts, fact.pointer) == info.facts.end()) {
        info.facts.push_back(fact.pointer);
      }
    }
  }
  return info;
}

RuleInfo info_of(const Subject& subject, const Rule& rule) {
  const std::string id{rule.id};
  RuleInfo info{.id = rule.id,
                .subject = subject.name,
                .title = "rule." + id,
                .actions = {rule.actions.begin(), rule.actions.end()},
                .facts = {},
                .messages = {},
                .parameters = {}};
  for (const FactPath& fact : rule.facts) {
    info.facts.push_back(fact.pointer);
  }
  for (const std::string_view reason : rule.reasons) {
    info.messages.push_back(id + "." + std::string{reason});
  }
  for (const Parameter parameter : rule.parameters) {
    info.parameters.push_back(row_of(parameter).name);
  }
  return info;
}

}  // namespace

Catalogue catalogue() {
  Catalogue all;
  for (const Subject* subject : subjects()) {
    all.subjects.push_back(subject->name);
    for (const ActionRow& row : subject->actions) {
      all.actions.push_back(info_of(*subject, row));
    }
    for (const Rule& rule : subject->rules) {
      all.rules.push_back(info_of(*subject, rule));
    }
  }
  return all;
}

}  // namespace partnercheck
