// The one JSON door of the core, the same in every host language.
//
// Every call takes one JSON text and returns one: {"type":"success", ...} or {"type":"failure","errors":[...]}, where
// each error has code, path (JSON pointer), message and help (text keys), details, line and column. Nothing is thrown.
// A text may have 256 KB and 16 levels; unknown and repeated keys, wrong types and impossible dates are errors, and all
// errors of a request are listed at once.
#pragma once

#include <cstddef>
#include <expected>
#include <string>
#include <string_view>

#include "partnercheck/decision.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// Of a host; memory for more is not promised.
inline constexpr std::ptrdiff_t kMostOwnRulesets = 100;

class JsonApi {
 public:
  // With the built-in rulesets.
  JsonApi();

  // {"type":"success","decision":{...}}
  [[nodiscard]] std::string check(std::string_view request) const;
  // The cheap form, without texts, days and steps: {"type":"success","decision":{"status":...,"outcomes":{...}}}
  [[nodiscard]] std::string decide(std::string_view request) const;
  // The same without any text, for many calls; otherwise the failure.
  [[nodiscard]] std::expected<BriefDecision, std::string> decide_briefly(std::string_view request) const;
  // What the numbers of a status, of an outcome and of a rule (its place among rule_ids) stand for:
  // {"type":"success","statuses":[...],"outcomes":[...],"rules":[...]}
  [[nodiscard]] static std::string names();
  // What to ask next: {"type":"success","status":...,"settled":false,"questions":[...]}
  [[nodiscard]] std::string ask(std::string_view request) const;
  // {"type":"success","decision":{...},"effects":[...],"alternatives":[...],"facts_after":{...}}
  [[nodiscard]] std::string preview(std::string_view request) const;
  // The request holds "goal" in place of "action". {"type":"success","plan":{...}}
  [[nodiscard]] std::string plan(std::string_view request) const;
  // The request holds "rulesets", two names, in place of "ruleset".
  // {"type":"success","decisions":[...],"differences":[...]}
  [[nodiscard]] std::string compare(std::string_view request) const;
  // A day as people write it: {"text":"20/5/2021"} gives {"type":"success","dates":["2021-05-20"]}
  [[nodiscard]] std::string read_date(std::string_view written) const;
  // The catalogue: {"type":"success","actions":[...],"facts":[...],"rules":[...],"rulesets":[...],...}
  [[nodiscard]] std::string describe() const;
  // A host's own ruleset: {"id":"...","based_on":"2021-04-27","parameters":{name:{"value":...,"source":"..."}},
  // "rules":{id:{"in_force":true,"source":"..."}}}. Taken whole or, with any fault, not at all.
  // One of the same name takes the place of the one before; of other names there are at most kMostOwnRulesets.
  [[nodiscard]] std::string load_ruleset(std::string_view ruleset);

  [[nodiscard]] const Rulebook& rulebook() const { return rulebook_; }

 private:
  Rulebook rulebook_;
};

}  // namespace partnercheck
