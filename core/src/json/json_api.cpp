#include "partnercheck/json_api.h"

#include "json/describe.h"
#include "json/question.h"
#include "json/reader.h"
#include "json/rulebook_json.h"
#include "json/writer.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/check.h"
#include "partnercheck/plan.h"

namespace partnercheck {

namespace {

using json::failure;
using json::find_ruleset;
using json::Node;
using json::Path;
using json::read_action;
using json::read_goal;
using json::read_question;
using json::Reader;
using json::success;
using json::Writer;

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

JsonApi::JsonApi() : rulebook_{json::built_in_rulebook()} {}

std::string JsonApi::check(std::string_view text) const {
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

std::string JsonApi::preview(std::string_view text) const {
  std::vector<Fault> faults;
  const Question question = read_request(rulebook_, text, faults);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  return success(text,
                 [&](Writer& writer) { writer.members(partnercheck::preview(*question.ruleset, question.request)); });
}

std::string JsonApi::plan(std::string_view text) const {
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

std::string JsonApi::compare(std::string_view text) const {
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

std::string JsonApi::describe() const {
  return success("", [&](Writer& writer) { json::write_catalogue(writer, rulebook_); });
}

std::string JsonApi::load_ruleset(std::string_view text) {
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
