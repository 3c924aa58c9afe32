#include "partnercheck/ask.h"

#include <algorithm>
#include <utility>

#include "findings.h"
#include "weigh.h"

namespace partnercheck {

namespace {

// The pointer with `*` for every index.
std::string pattern_of(std::string_view pointer) {
  std::string pattern;
  for (const char c : pointer) {
    const bool digit = c >= '0' && c <= '9';
    if (!digit) {
      pattern += c;
    } else if (pattern.back() == '/') {
      pattern += '*';
    }
  }
  return pattern;
}

}  // namespace

Questions ask(const Ruleset& ruleset, const Request& request) {
  const RuleContext c{ruleset, request};
  Decision decision = decide_all(c);
  Questions asked{.status = decision.status,
                  .until = decision.until,
                  .earliest = decision.earliest,
                  .latest = decision.latest,
                  .settled = decision.missing.empty(),
                  .questions = {}};
  const auto all = facts();
  for (WeighedFact& fact : weigh(c, decision.findings, decision.missing)) {
    const auto info = std::ranges::find(all, pattern_of(fact.path), &FactInfo::path);
    OpenQuestion& question = asked.questions.emplace_back(OpenQuestion{*info, fact.settles});
    question.path = std::move(fact.path);
  }
  return asked;
}

}  // namespace partnercheck
