#include "partnercheck/json_api.h"

#include <algorithm>

#include "find_ruleset.h"
#include "json/describe.h"
#include "json/question.h"
#include "json/reader.h"
#include "json/rulebook_json.h"
#include "json/writer.h"
#include "partnercheck/ask.h"
#include "partnercheck/catalogue.h"
#include "partnercheck/check.h"
#include "partnercheck/compare.h"
#include "partnercheck/plan.h"
#include "partnercheck/written_date.h"

namespace partnercheck {

namespace {

using json::failure;
using json::success;
using json::Writer;

// As a Request, by two rulesets.
struct CompareRequest : Request {
  std::vector<std::string> rulesets;

  static constexpr std::string_view kName = "CompareRequest";
  static constexpr auto fields() {
    return std::tuple{
        member(required({"rulesets", 2, 2}), &CompareRequest::rulesets),
        member(required_field("today"), &Request::today),
        member(required_field("action"), &Request::action),
        member("actor", &Request::actor),
        member("facts", &Request::facts),
    };
  }
};

// Reads a question and looks up its ruleset: what `decide` makes of both, or the failure.
template <class T>
auto answer(const Rulebook& rulebook, std::string_view text, auto decide)
    -> std::expected<decltype(decide(rulebook.rulesets.front(), T{})), std::string> {
  auto [request, faults] = json::read<T>(text);
  const Ruleset* ruleset = find_ruleset(rulebook, request.ruleset, "/ruleset", faults);
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  if (!faults.empty()) {
    return std::unexpected(failure(std::move(faults), text));
  }
  return decide(*ruleset, request);
}

// The same, where `write` adds to an answer.
template <class T>
std::string written_answer(const Rulebook& rulebook, std::string_view text, auto write) {
  auto said = answer<T>(rulebook, text, [&](const Ruleset& ruleset, const T& request) {
    return success(text, [&](Writer& writer) { write(writer, ruleset, request); });
  });
  return said ? *std::move(said) : std::move(said).error();
}

}  // namespace

JsonApi::JsonApi() : rulebook_{built_in_rulebook()} {}

std::string JsonApi::check(std::string_view text) const {
  return written_answer<Request>(rulebook_, text, [&](Writer& writer, const Ruleset& ruleset, const Request& request) {
    Decision decision = partnercheck::check(ruleset, request);
    decision.later = decide_later(rulebook_, ruleset, request, decision);
    writer.key("decision");
    writer.structure(decision);
  });
}

std::string JsonApi::decide(std::string_view text) const {
  return written_answer<Request>(rulebook_, text, [](Writer& writer, const Ruleset& ruleset, const Request& request) {
    writer.key("decision");
    writer.structure(partnercheck::decide(ruleset, request));
  });
}

std::expected<BriefDecision, std::string> JsonApi::decide_briefly(std::string_view text) const {
  auto decision = answer<Request>(rulebook_, text, partnercheck::decide);
  if (decision && std::max(decision->earliest, decision->latest) > kLastDay) {
    return std::unexpected(json::beyond_calendar(text));
  }
  return decision;
}

std::string JsonApi::names() {
  return success("", [](Writer& writer) {
    writer.texts("statuses", kNames<Status>);
    writer.texts("outcomes", kNames<Outcome>);
    writer.texts("rules", rule_ids());
  });
}

std::string JsonApi::ask(std::string_view text) const {
  return written_answer<Request>(rulebook_, text, [](Writer& writer, const Ruleset& ruleset, const Request& request) {
    writer.members(partnercheck::ask(ruleset, request));
  });
}

std::string JsonApi::preview(std::string_view text) const {
  return written_answer<Request>(rulebook_, text, [&](Writer& writer, const Ruleset& ruleset, const Request& request) {
    Preview preview = partnercheck::preview(ruleset, request);
    preview.decision.later = decide_later(rulebook_, ruleset, request, preview.decision);
    writer.members(preview);
  });
}

std::string JsonApi::plan(std::string_view text) const {
  std::vector<Fault> faults;
  std::string planned = written_answer<PlanRequest>(
      rulebook_, text, [&](Writer& writer, const Ruleset& ruleset, const PlanRequest& request) {
        if (const auto plan = partnercheck::plan(ruleset, request)) {
          writer.key("plan");
          writer.structure(*plan);
        } else {
          faults.push_back(plan.error());
        }
      });
  return faults.empty() ? planned : failure(std::move(faults), text);
}

std::string JsonApi::compare(std::string_view text) const {
  auto [request, faults] = json::read<CompareRequest>(text);
  std::vector<const Ruleset*> rulesets;
  for (std::size_t i = 0; i < request.rulesets.size(); ++i) {
    rulesets.push_back(find_ruleset(rulebook_, request.rulesets[i], "/rulesets/" + std::to_string(i), faults));
  }
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  return faults.empty() ? success(text,
                                  [&](Writer& writer) {
                                    writer.members(partnercheck::compare(*rulesets[0], *rulesets[1], request));
                                  })
                        : failure(std::move(faults), text);
}

std::string JsonApi::read_date(std::string_view text) const {
  auto [written, faults] = json::read<WrittenDate>(text);
  return faults.empty() ? success(text, [&](Writer& writer) { writer.members(partnercheck::read_date(written)); })
                        : failure(std::move(faults), text);
}

std::string JsonApi::describe() const {
  return success("", [&](Writer& writer) { json::write_catalogue(writer, rulebook_); });
}

std::string JsonApi::load_ruleset(std::string_view text) {
  std::vector<Fault> faults;
  Ruleset ruleset = json::read_ruleset(rulebook_, text, faults);
  const auto same = std::ranges::find(rulebook_.rulesets, ruleset.id, &Ruleset::id);
  const auto own =
      std::ranges::count_if(rulebook_.rulesets, [](const Ruleset& each) { return !each.based_on.empty(); });
  if (same == rulebook_.rulesets.end() && own >= kMostOwnRulesets) {
    faults.push_back(fault("ruleset.too_many", "", {{"most", std::int64_t{kMostOwnRulesets}}}));
  }
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
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
