#include "json/describe.h"
#include "json/reader.h"
#include "json/rulebook_json.h"
#include "json/writer.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/check.h"
#include "partnercheck/json.h"
#include "partnercheck/plan.h"

namespace partnercheck {

namespace {

using json::Node;
using json::Path;
using json::Reader;
using json::Writer;

// `text` serves to find the line and the column of each fault.
std::string failure(std::vector<Fault> faults, std::string_view text) {
  constexpr std::size_t kMost = 100;
  if (faults.size() > kMost) {
    const auto more = static_cast<std::int64_t>(faults.size() - kMost);
    faults.resize(kMost);
    faults.push_back(fault("faults.more", "", {{"count", more}}));
  }
  Writer writer;
  writer.begin_object();
  writer.member("type", "failure");
  writer.key("errors");
  writer.begin_array();
  for (Fault& one : faults) {
    if (!one.path.empty() && !one.line) {
      const json::Position at = json::locate(text, one.path);
      one.line = at.line;
      one.column = at.column;
    }
    writer.structure(one);
  }
  writer.end_array();
  writer.end_object();
  return writer.take();
}

// The answer, unless it needs a day that the calendar of the contract does not have.
std::string success(std::string_view text, auto&& write) {
  Writer writer;
  writer.begin_object();
  writer.member("type", "success");
  write(writer);
  writer.end_object();
  if (writer.left_calendar()) {
    return failure({fault("answer.beyond_calendar", "/today", {{"first", kFirstDay}, {"last", kLastDay}})}, text);
  }
  return writer.take();
}

std::vector<std::string> action_names() {
  std::vector<std::string> names;
  for (const Subject* subject : subjects()) {
    for (const ActionRow& row : subject->actions) {
      names.emplace_back(row.type);
    }
  }
  return names;
}

std::vector<std::string> ruleset_names(const Rulebook& rulebook) {
  std::vector<std::string> names;
  for (const Ruleset& ruleset : rulebook.rulesets) {
    names.push_back(ruleset.id);
  }
  return names;
}

void read_action(Reader& reader, const Node& node, Action& action, const Path& path) {
  const Path type_path = path.member("type");
  const Node* type = reader.expect(node, Node::Kind::object, path) ? reader.require(node, "type", path) : nullptr;
  if (type == nullptr || !reader.read(*type, action.type, text_field("type"), type_path)) {
    return;
  }
  const ActionRow* row = find_action(action.type);
  if (row == nullptr) {
    reader.fail("action.unknown", type_path, {{"value", Reader::shown(action.type)}, {"allowed", action_names()}});
    return;
  }
  std::vector<std::string_view> accepted{row->parameters.begin(), row->parameters.end()};
  accepted.push_back("type");
  reader.read_object(node, action, path, {.accepted = std::move(accepted)});
  for (const std::string_view name : row->required) {
    reader.require(node, name, path);
  }
}

void read_goal(Reader& reader, const Node& node, Goal& goal, const Path& path) {
  const Node* type = reader.expect(node, Node::Kind::object, path) ? reader.require(node, "type", path) : nullptr;
  if (type == nullptr || !reader.read(*type, goal.type, Field{"type"}, path.member("type"))) {
    return;
  }
  auto accepted = parameters_of(goal.type.value());
  for (const std::string_view name : accepted) {
    reader.require(node, name, path);
  }
  accepted.push_back("type");
  reader.read_object(node, goal, path, {.accepted = std::move(accepted)});
}

// Null, with a fault, when there is no such ruleset.
const Ruleset* find_ruleset(const Rulebook& rulebook, Reader& reader, std::string_view id, const Path& path) {
  const Ruleset* ruleset = rulebook.find(id);
  if (ruleset == nullptr) {
    reader.fail("ruleset.unknown", path, {{"value", Reader::shown(id)}, {"allowed", ruleset_names(rulebook)}});
  }
  return ruleset;
}

// Reads all members but `special`, which `read_special` takes.
template <class T>
void read_question(Reader& reader, const Node& root, T& out, const std::vector<std::string_view>& special,
                   auto read_special) {
  const Path path;
  if (!reader.expect(root, Node::Kind::object, path)) {
    return;
  }
  reader.read_object(root, out, path, {.skipped = special});
  reader.require(root, "today", path);
  for (const std::string_view name : special) {
    if (const Node* node = reader.require(root, name, path)) {
      read_special(*node, path.member(name));
    }
  }
}

struct Question {
  Request request;
  const Ruleset* ruleset = nullptr;
};

Question read_request(const Rulebook& rulebook, std::string_view text, std::vector<Fault>& faults) {
  Question question;
  const auto document = json::parse(text);
  if (!document) {
    faults.push_back(document.error());
    return question;
  }
  Reader reader{faults};
  Request& request = question.request;
  read_question(reader, document->root, request, {"action"},
                [&](const Node& node, const Path& path) { read_action(reader, node, request.action, path); });
  const Path root;
  question.ruleset = find_ruleset(rulebook, reader, request.ruleset, root.member("ruleset"));
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  return question;
}

}  // namespace

Door::Door() : rulebook_{json::built_in_rulebook()} {}

std::string Door::check(std::string_view text) const {
  std::vector<Fault> faults;
  const Question question = read_request(rulebook_, text, faults);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  return success(text, [&](Writer& writer) {
    writer.key("decision");
    writer.structure(partnercheck::check(*question.ruleset, question.request));
  });
}

std::string Door::preview(std::string_view text) const {
  std::vector<Fault> faults;
  const Question question = read_request(rulebook_, text, faults);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  return success(text,
                 [&](Writer& writer) { writer.members(partnercheck::preview(*question.ruleset, question.request)); });
}

std::string Door::plan(std::string_view text) const {
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  PlanRequest request;
  read_question(reader, document->root, request, {"goal"},
                [&](const Node& node, const Path& path) { read_goal(reader, node, request.goal, path); });
  const Path root;
  const Ruleset* ruleset = find_ruleset(rulebook_, reader, request.ruleset, root.member("ruleset"));
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  return success(text, [&](Writer& writer) {
    writer.key("plan");
    writer.structure(partnercheck::plan(*ruleset, request));
  });
}

std::string Door::compare(std::string_view text) const {
  std::vector<Fault> faults;
  const auto document = json::parse(text);
  if (!document) {
    return failure({document.error()}, text);
  }
  Reader reader{faults};
  Request request;
  std::vector<std::string> ids;
  read_question(reader, document->root, request, {"action", "rulesets"}, [&](const Node& node, const Path& path) {
    if (path.key == "action") {
      read_action(reader, node, request.action, path);
    } else {
      reader.read(node, ids, Field{"rulesets", 2, 2}, path);
    }
  });
  const Path root;
  const Path path = root.member("rulesets");
  std::vector<const Ruleset*> rulesets;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    rulesets.push_back(find_ruleset(rulebook_, reader, ids[i], path.element(i)));
  }
  if (faults.empty() && ids.size() != 2) {
    reader.fail("list.too_short", path, {{"least", std::int64_t{2}}});
  }
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  return success(text, [&](Writer& writer) { json::write_comparison(writer, *rulesets[0], *rulesets[1], request); });
}

std::string Door::describe() const {
  return success("", [&](Writer& writer) { json::write_catalogue(writer, rulebook_); });
}

std::string Door::load_ruleset(std::string_view text) {
  std::vector<Fault> faults;
  Ruleset ruleset = json::read_ruleset(rulebook_, text, faults);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  const auto same = std::ranges::find(rulebook_.rulesets, ruleset.id, &Ruleset::id);
  if (same != rulebook_.rulesets.end()) {
    *same = ruleset;
  } else {
    rulebook_.rulesets.push_back(ruleset);
  }
  return success("", [&](Writer& writer) {
    writer.key("ruleset");
    json::write_ruleset(writer, ruleset);
  });
}

}  // namespace partnercheck
