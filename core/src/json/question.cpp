#include "json/question.h"

#include "goals.h"
#include "rules/subjects.h"
#include "text.h"

namespace partnercheck::json {

std::string failure(std::vector<Fault> faults, std::string_view text) {
  if (faults.size() > kMostFaults) {
    const auto more = static_cast<std::int64_t>(faults.size() - kMostFaults);
    faults.resize(kMostFaults);
    faults.push_back(fault("faults.more", "", {{"count", more}}));
  }
  Writer writer;
  writer.begin_object();
  writer.member("type", "failure");
  writer.key("errors");
  writer.begin_array();
  for (Fault& one : faults) {
    if (!one.path.empty() && !one.line) {
      const Position at = locate(text, one.path);
      one.line = at.line;
      one.column = at.column;
    }
    writer.structure(one);
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string beyond_calendar(std::string_view text) {
  return failure({fault("answer.beyond_calendar", "/today", {{"first", kFirstDay}, {"last", kLastDay}})}, text);
}

void read_action(Reader& reader, const Node& node, Action& action, const Path& path) {
  const Path type_path = path.member("type");
  const Node* type = reader.expect(node, Node::Kind::object, path) ? reader.require(node, "type", path) : nullptr;
  std::string name;
  if (type == nullptr || !reader.read(*type, name, text_field("type"), type_path)) {
    return;
  }
  const auto known = from_name<ActionType>(name);
  if (!known) {
    reader.fail("action.unknown", type_path, {{"value", shown(name)}, {"allowed", Reader::names(kNames<ActionType>)}});
    return;
  }
  const ActionRow& row = row_of(*known);
  std::vector<std::string_view> accepted;
  for (const FactPath& parameter : row.parameters) {
    accepted.push_back(parameter.name());
  }
  accepted.push_back("type");
  reader.read_object(node, action, path, {.accepted = std::move(accepted)});
  for (const FactPath& parameter : row.required) {
    reader.require(node, parameter.name(), path);
  }
}

void read_goal(Reader& reader, const Node& node, Goal& goal, const Path& path) {
  const Node* type = reader.expect(node, Node::Kind::object, path) ? reader.require(node, "type", path) : nullptr;
  if (type == nullptr || !reader.read(*type, goal.type, Field{"type"}, path.member("type"))) {
    return;
  }
  const GoalRow& row = row_of(goal.type.value());
  for (const std::string_view name : row.required) {
    reader.require(node, name, path);
  }
  std::vector<std::string_view> accepted{row.parameters.begin(), row.parameters.end()};
  accepted.push_back("type");
  reader.read_object(node, goal, path, {.accepted = std::move(accepted)});
}

}  // namespace partnercheck::json
