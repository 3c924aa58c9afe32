#include "partnercheck/catalogue.h"

#include <algorithm>
#include <iterator>

#include "add_once.h"
#include "goals.h"
#include "rules/subjects.h"
#include "type.h"

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

PlanInfo info_of(const GoalRow& row, const std::vector<ActionInfo>& actions) {
  PlanInfo info{.goal = row.type,
                .title = "goal." + std::string{name_of(row.type)},
                .group = row.group,
                .parameters = {row.parameters.begin(), row.parameters.end()},
                .required = {row.required.begin(), row.required.end()},
                .actions = {row.actions.begin(), row.actions.end()},
                .facts = {}};
  for (const ActionInfo& action : actions) {
    if (!std::ranges::empty(row.actions) && std::ranges::find(row.actions, action.type) == row.actions.end()) {
      continue;
    }
    for (const std::string_view fact : action.facts) {
      if (std::ranges::any_of(row.reads, [&](const FactPath& whole) { return FactPath{fact}.stands_in(whole); })) {
        add_once(info.facts, fact);
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

FactType type_of(Kind kind) {
  switch (kind) {
    case Kind::boolean:
      return FactType::boolean;
    case Kind::integer:
      return FactType::integer;
    case Kind::number:
      return FactType::number;
    case Kind::date:
      return FactType::date;
    case Kind::choice:
      return FactType::choice;
    case Kind::object:
      return FactType::object;
    default:
      return FactType::string;
  }
}

void add_facts(const Type& object, const std::string& pointer, const std::string& question,
               std::vector<FactInfo>& facts) {
  for (const MemberOf& member : object.members) {
    FactInfo info;
    info.path = pointer + "/" + std::string{member.field.name};
    // The facts are what is asked for: their own name would say nothing.
    info.question = member.field.name == "facts" ? question : question + "." + std::string{member.field.name};
    const Type* type = member.type;
    for (; type->inner != nullptr; type = type->inner) {
      info.nullable = info.nullable || type->kind == Kind::optional;
      info.list = info.list || type->kind == Kind::list;
    }
    info.type = type_of(type->kind);
    if (type->kind == Kind::choice) {
      info.values.assign(type->names.begin(), type->names.end());
    }
    if (type->kind == Kind::integer || type->kind == Kind::number) {
      info.least = member.field.least;
      info.most = member.field.most;
    }
    if (type->kind == Kind::text || info.list) {
      info.longest = member.field.most;
    }
    const std::string inside = info.list ? info.path + "/*" : info.path;
    const std::string key = info.question;
    if (member.type->kind != Kind::object) {
      facts.push_back(std::move(info));
    }
    if (type->kind == Kind::object) {
      add_facts(*type, inside, key, facts);
    }
  }
}

}  // namespace

std::vector<FactInfo> facts() {
  std::vector<FactInfo> facts;
  add_facts(kType<Request>, "", "question", facts);
  return facts;
}

std::span<const std::string_view> rule_ids() {
  static const auto kIds = [] {
    std::vector<std::string_view> ids;
    for (const Subject* subject : subjects()) {
      std::ranges::transform(subject->rules, std::back_inserter(ids), &Rule::id);
    }
    ids.push_back(kCoversAction);
    return ids;
  }();
  return kIds;
}

Catalogue catalogue() {
  Catalogue all;
  all.facts = facts();
  for (const Subject* subject : subjects()) {
    all.subjects.push_back(subject->name);
    for (const ActionRow& row : subject->actions) {
      all.actions.push_back(info_of(*subject, row));
    }
    for (const Rule& rule : subject->rules) {
      all.rules.push_back(info_of(*subject, rule));
    }
  }
  for (const GoalRow& row : goals()) {
    all.plans.push_back(info_of(row, all.actions));
  }
  return all;
}

}  // namespace partnercheck
