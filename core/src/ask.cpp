#include "partnercheck/ask.h"

#include <algorithm>

#include "findings.h"
#include "weigh.h"

namespace partnercheck {

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
  for (const WeighedFact& weighed : weigh(c, decision.findings, decision.missing)) {
    const auto info = std::ranges::find(all, weighed.fact.pattern, &FactInfo::path);
    OpenQuestion& question = asked.questions.emplace_back(OpenQuestion{*info, weighed.settles});
    question.path = weighed.fact.text();
  }
  return asked;
}

}  // namespace partnercheck
