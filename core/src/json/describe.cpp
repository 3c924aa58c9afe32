#include "json/describe.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "json/node.h"
#include "json/schema.h"
#include "partnercheck/ask.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/compare.h"
#include "partnercheck/plan.h"
#include "partnercheck/written_date.h"
#include "rules/competencies.h"
#include "sort_few.h"
#include "type.h"

namespace partnercheck::json {

namespace {

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
  std::vector<std::string_view> ids;
  std::ranges::copy(std::views::keys(ruleset.rules), std::back_inserter(ids));
  sort_few(ids, std::identity{});
  for (const std::string_view id : ids) {
    writer.key(id);
    writer.begin_object();
    write_entry(writer, *ruleset.rule(id));
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
  writer.texts("competencies", competencies());
  writer.texts("groups", kNames<ActionGroup>);
  writer.texts("kinds", kNames<ActionKind>);
  const Catalogue all = catalogue();
  writer.texts("subjects", all.subjects);
  writer.key("actions");
  writer.structure(all.actions);
  writer.key("plans");
  writer.structure(all.plans);
  writer.key("facts");
  writer.structure(all.facts);
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
  writer.key("further_reading");
  writer.structure(rulebook.further_reading);
  writer.key("schema");
  write_schema(writer, std::array{&kType<Request>, &kType<PlanRequest>},
               std::array{&kType<Preview>, &kType<BriefDecision>, &kType<Questions>, &kType<Plan>, &kType<WrittenDate>,
                          &kType<DateReadings>, &kType<Comparison>, &kType<Fault>});
}

}  // namespace partnercheck::json
