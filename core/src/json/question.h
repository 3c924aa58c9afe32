// What every question has in common: read strictly, answered with a success or a failure.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/node.h"
#include "json/reader.h"
#include "json/schema.h"
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

// What was read of a text. It is whole where there are no faults; all of them are listed at once.
template <class T>
struct Question {
  T request{};
  std::vector<Fault> faults;
};

// Reads strictly: what T lists and nothing else but the address of a schema, and nothing left out without which the
// question is none. Which members an action or a goal has depends on its type. `find_more` lists what else is wrong
// with an object that was read, whole or not.
template <class T>
[[nodiscard]] Question<T> read(std::string_view text, auto&& find_more) {
  Question<T> question;
  const auto document = parse(text);
  if (!document) {
    question.faults.push_back(document.error());
    return question;
  }
  T& request = question.request;
  Reader reader{question.faults};
  const Node& root = document->root();
  const Path path;
  if (!reader.expect(root, Node::Kind::object, path)) {
    return question;
  }
  constexpr bool kActs = requires { request.action; };
  constexpr bool kAims = requires { request.goal; };
  Members members{.skipped = {kSchemaKey}};
  if constexpr (kActs || kAims) {
    members.skipped.push_back(kActs ? "action" : "goal");
  }
  reader.read_object(root, request, path, members);
  if (const Node* schema = root.member(kSchemaKey)) {
    reader.expect(*schema, Node::Kind::string, path.member(kSchemaKey));
  }
  for (const MemberOf& member : kType<T>.members) {
    if (member.field.required) {
      reader.require(root, member.field.name, path);
    }
  }
  if constexpr (kActs) {
    if (const Node* action = root.member("action")) {
      read_action(reader, *action, request.action, path.member("action"));
    }
  }
  if constexpr (kAims) {
    if (const Node* goal = root.member("goal")) {
      read_goal(reader, *goal, request.goal, path.member("goal"));
    }
  }
  std::ranges::move(find_more(std::as_const(request)), std::back_inserter(question.faults));
  return question;
}
template <class T>
[[nodiscard]] Question<T> read(std::string_view text) {
  return read<T>(text, [](const T&) { return std::vector<Fault>{}; });
}

}  // namespace partnercheck::json
