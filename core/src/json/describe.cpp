#include "json/describe.h"

#include <array>

#include "json/node.h"
#include "json/schema.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/compare.h"
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

void write_entry(Writer& writer, const Ruleset::Entry& entry) {
  writer.member("source", entry.source);
  writer.member("from", entry.from);
  writer.member("verified", entry.verified);
}

// Of a text: what it may be.
std::string unit_of(const ParameterRow& row) {
  std::string unit{name_of(row.unit)};
  for (const std::string_view value : row.allowed) {
    unit += (unit.empty() ? "" : "|") + std::string{value};
  }
  return unit;
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
  for (const ParameterRow& row : kParameters) {
    if (const auto& entry = ruleset.entry(row.parameter)) {
      writer.key(row.name);
      writer.begin_object();
      writer.key("value");
      writer.structure(entry->value);
      writer.member("unit", unit_of(row));
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
  writer.texts("groups", kNames<ActionGroup>);
  writer.texts("kinds", kNames<ActionKind>);
  const Catalogue all = catalogue();
  writer.texts("subjects", all.subjects);
  writer.key("actions");
  writer.structure(all.actions);
  writer.key("facts");
  writer.begin_array();
  write_facts(writer, type_of<Request>(), "", "question");
  writer.end_array();
  writer.key("rules");
  writer.structure(all.rules);
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
               std::array{&type_of<Preview>(), &type_of<BriefDecision>(), &type_of<Plan>(), &type_of<Comparison>(),
                          &type_of<Fault>()});
}

}  // namespace partnercheck::json
