// What every question has in common: read strictly, answered with a success or a failure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/node.h"
#include "json/reader.h"
#include "json/writer.h"
#include "partnercheck/faults.h"
#include "partnercheck/plan.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck::json {

// `text` serves to find the line and the column of each fault.
[[nodiscard]] std::string failure(std::vector<Fault> faults, std::string_view text);
// A day of the answer lies outside the calendar of the contract.
[[nodiscard]] std::string beyond_calendar(std::string_view text);

// The answer, unless it needs a day that the calendar of the contract does not have.
[[nodiscard]] std::string success(std::string_view text, auto&& write) {
  Writer writer;
  writer.begin_object();
  writer.member("type", "success");
  write(writer);
  writer.end_object();
  return writer.left_calendar() ? beyond_calendar(text) : writer.take();
}

void read_action(Reader& reader, const Node& node, Action& action, const Path& path);
void read_goal(Reader& reader, const Node& node, Goal& goal, const Path& path);

// Null, with a fault, when there is no such ruleset.
const Ruleset* find_ruleset(const Rulebook& rulebook, Reader& reader, std::string_view id, const Path& path);

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

}  // namespace partnercheck::json
