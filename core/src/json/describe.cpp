#include "json/describe.h"

#include <algorithm>
#include <array>
#include <set>
#include <type_traits>

#include "json/node.h"
#include "json/schema.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/check.h"
#include "partnercheck/plan.h"
#include "type.h"

namespace partnercheck::json {

namespace {

std::string_view type_name(Kind kind) {
  switch (kind) {
    case Kind::boolean:
      return "boolean";
    case Kind::integer:
      return "integer";
    case Kind::number:
      return "number";
    case Kind::date:
      return "date";
    case Kind::choice:
      return "choice";
    case Kind::object:
      return "object";
    default:
      return "string";
  }
}

// One row a fact: its pointer, how to ask for it, and what it may be. An object that can be known as a whole (in a
// list, or because it may be none) has a row of its own, before its members.
void write_facts(Writer& writer, const Type& object, const std::string& pointer, const std::string& question) {
  for (const MemberOf& member : object.members) {
    const std::string path = pointer + "/" + std::string{member.field.name};
    // The facts are what is asked for: their own name would say nothing.
    const std::string key = member.field.name == "facts" ? question : question + "." + std::string{member.field.name};
    bool nullable = false;
    bool list = false;
    const Type* type = member.type;
    for (; type->inner != nullptr; type = type->inner) {
      nullable = nullable || type->kind == Kind::optional;
      list = list || type->kind == Kind::list;
    }
    if (member.type->kind != Kind::object) {
      writer.begin_object();
      writer.member("path", path);
      writer.member("type", type_name(type->kind));
      writer.member("list", list);
      writer.member("nullable", nullable);
      writer.member("question", key);
      if (type->kind == Kind::choice) {
        writer.texts("values", type->names);
      }
      if (type->kind == Kind::integer || type->kind == Kind::number) {
        writer.member("least", member.field.least);
        writer.member("most", member.field.most);
      }
      if (type->kind == Kind::text || list) {
        writer.member("longest", member.field.most);
      }
      writer.end_object();
    }
    if (type->kind == Kind::object) {
      write_facts(writer, *type, list ? path + "/*" : path, key);
    }
  }
}

void write_parameter(Writer& writer, const ParameterValue& value) {
  std::visit(
      [&](const auto& inner) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(inner)>, std::monostate>) {
          writer.null();
        } else {
          writer.structure(inner);
        }
      },
      value);
}

void write_entry(Writer& writer, const Ruleset::Entry& entry) {
  writer.member("source", entry.source);
  writer.member("from", entry.from);
  writer.member("verified", entry.verified);
}

void write_actions(Writer& writer) {
  writer.key("actions");
  writer.begin_array();
  for (const Subject* subject : subjects()) {
    for (const ActionRow& row : subject->actions) {
      writer.begin_object();
      writer.member("type", row.type);
      writer.member("subject", subject->name);
      writer.member("title", "action." + std::string{row.type});
      writer.texts("parameters", row.parameters);
      writer.texts("required", row.required);
      writer.texts("dates", row.dates);
      std::vector<std::string_view> rules;
      std::vector<std::string_view> facts;
      for (const Rule* rule : rules_of(row.type)) {
        rules.push_back(rule->id);
        for (const std::string_view fact : rule->facts) {
          // A fact that only serves as a parameter of another action is not asked for here.
          const bool foreign =
              fact.starts_with("/action/") &&
              std::ranges::find(row.parameters, fact.substr(8, fact.find('/', 8) - 8)) == row.parameters.end();
          if (!foreign && std::ranges::find(facts, fact) == facts.end()) {
            facts.push_back(fact);
          }
        }
      }
      writer.texts("rules", rules);
      writer.texts("facts", facts);
      writer.end_object();
    }
  }
  writer.end_array();
}

void write_rules(Writer& writer) {
  writer.key("rules");
  writer.begin_array();
  for (const Subject* subject : subjects()) {
    for (const Rule& rule : subject->rules) {
      writer.begin_object();
      writer.member("id", rule.id);
      writer.member("subject", subject->name);
      writer.member("title", "rule." + std::string{rule.id});
      writer.texts("actions", rule.actions);
      writer.texts("facts", rule.facts);
      std::vector<std::string> messages;
      for (const std::string_view reason : rule.reasons) {
        messages.push_back(std::string{rule.id} + "." + std::string{reason});
      }
      writer.texts("messages", messages);
      writer.key("parameters");
      writer.begin_array();
      for (const Parameter parameter : rule.parameters) {
        writer.text(kParameters[static_cast<std::size_t>(std::to_underlying(parameter))].name);
      }
      writer.end_array();
      writer.end_object();
    }
  }
  writer.end_array();
}

}  // namespace

void write_ruleset(Writer& writer, const Ruleset& ruleset) {
  writer.begin_object();
  writer.member("id", ruleset.id);
  writer.member("as_of", ruleset.as_of);
  writer.member("beyond", ruleset.beyond);
  if (!ruleset.based_on.empty()) {
    writer.member("based_on", ruleset.based_on);
  }
  writer.key("parameters");
  writer.begin_object();
  for (std::size_t i = 0; i < kParameters.size(); ++i) {
    if (const auto& entry = ruleset.parameters[i]) {
      writer.key(kParameters[i].name);
      writer.begin_object();
      writer.key("value");
      write_parameter(writer, entry->value);
      writer.member("unit", kParameters[i].unit);
      write_entry(writer, *entry);
      writer.end_object();
    }
  }
  writer.end_object();
  writer.key("rules");
  writer.begin_object();
  for (const auto& [id, entry] : ruleset.rules) {
    writer.key(id);
    writer.begin_object();
    write_entry(writer, entry);
    writer.end_object();
  }
  writer.end_object();
  writer.end_object();
}

void write_catalogue(Writer& writer, const Rulebook& rulebook) {
  writer.member("default_ruleset", Rulebook::kDefault);
  writer.key("calendar");
  writer.begin_object();
  writer.member("first", kFirstDay);
  writer.member("last", kLastDay);
  writer.end_object();
  writer.texts("statuses", kNames<Status>);
  writer.texts("outcomes", kNames<Outcome>);
  writer.texts("relations", kNames<Relation>);
  writer.texts("roles", kNames<Role>);
  writer.texts("goals", kNames<GoalType>);
  writer.key("subjects");
  writer.begin_array();
  for (const Subject* subject : subjects()) {
    writer.text(subject->name);
  }
  writer.end_array();
  write_actions(writer);
  writer.key("facts");
  writer.begin_array();
  write_facts(writer, type_of<Request>(), "", "question");
  writer.end_array();
  write_rules(writer);
  writer.key("rulesets");
  writer.begin_array();
  for (const Ruleset& ruleset : rulebook.rulesets) {
    write_ruleset(writer, ruleset);
  }
  writer.end_array();
  writer.key("sources");
  writer.structure(rulebook.sources);
  writer.key("support_routes");
  writer.structure(rulebook.support_routes);
  writer.key("schema");
  write_schema(writer, std::array{&type_of<Request>(), &type_of<PlanRequest>()},
               std::array{&type_of<Preview>(), &type_of<Plan>(), &type_of<Fault>()});
}

void write_comparison(Writer& writer, const Ruleset& before, const Ruleset& after, const Request& request) {
  const std::array decisions{check(before, request), check(after, request)};
  writer.key("decisions");
  writer.begin_array();
  writer.structure(decisions[0]);
  writer.structure(decisions[1]);
  writer.end_array();
  writer.key("differences");
  writer.begin_array();
  for (const Rule* rule : rules_of(request.action.type)) {
    const std::array findings{decisions[0].finding(rule->id), decisions[1].finding(rule->id)};
    std::vector<std::size_t> changed;
    for (const Parameter parameter : rule->parameters) {
      const auto i = static_cast<std::size_t>(std::to_underlying(parameter));
      const auto& was = before.parameters[i];
      const auto& is = after.parameters[i];
      if (was.has_value() != is.has_value() || (was && was->value != is->value)) {
        changed.push_back(i);
      }
    }
    const bool same_finding = findings[0] != nullptr && findings[1] != nullptr &&
                              findings[0]->message == findings[1]->message && findings[0]->until == findings[1]->until;
    if ((findings[0] == nullptr && findings[1] == nullptr) || (same_finding && changed.empty())) {
      continue;
    }
    writer.begin_object();
    writer.member("rule", rule->id);
    for (std::size_t side = 0; side < 2; ++side) {
      writer.key(side == 0 ? "before" : "after");
      if (findings[side] == nullptr) {
        writer.null();
      } else {
        writer.structure(*findings[side]);
      }
    }
    writer.key("parameters");
    writer.begin_array();
    for (const std::size_t i : changed) {
      writer.begin_object();
      writer.member("name", kParameters[i].name);
      for (const auto& [name, ruleset] : {std::pair{"before", &before}, std::pair{"after", &after}}) {
        writer.key(name);
        if (const auto& entry = ruleset->parameters[i]) {
          writer.begin_object();
          writer.key("value");
          write_parameter(writer, entry->value);
          write_entry(writer, *entry);
          writer.end_object();
        } else {
          writer.null();
        }
      }
      writer.end_object();
    }
    writer.end_array();
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace partnercheck::json
