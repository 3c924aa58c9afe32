#include "partnercheck/check.h"

#include <algorithm>

#include "add_once.h"
#include "change_facts.h"
#include "findings.h"
#include "rules/subjects.h"
#include "sort_few.h"
#include "weigh.h"

namespace partnercheck {

namespace {

// The smallest sets of changes that let every rule be met today, each proved by deciding again. A rule that nobody can
// meet leaves none.
std::vector<Alternative> find_alternatives(const RuleContext& c, const Decision& decision) {
  constexpr std::size_t kMost = 64;
  std::vector<std::vector<Change>> sets{{}};
  for (const Finding& finding : decision.findings) {
    if (finding.outcome != Outcome::not_met) {
      continue;
    }
    std::vector<std::vector<Change>> longer;
    for (const auto& set : sets) {
      for (const auto& remedy : finding.remedies) {
        if (longer.size() == kMost) {
          break;
        }
        auto& next = longer.emplace_back(set);
        for (const Change& change : remedy) {
          add_once(next, change);
        }
      }
    }
    sets = std::move(longer);
  }
  const auto allows = [&](const std::vector<Change>& set) {
    Request changed = c.request;
    return std::ranges::all_of(set, [&](const Change& change) { return change_fact(changed, change); }) &&
           join(find_outcomes({c.ruleset, changed}), c.today()).status == Status::allowed;
  };
  std::vector<Alternative> alternatives;
  for (auto& set : sets) {
    if (set.empty() || !allows(set)) {
      continue;
    }
    for (std::size_t i = 0; i < set.size();) {
      auto smaller = set;
      smaller.erase(smaller.begin() + static_cast<std::ptrdiff_t>(i));
      if (allows(smaller)) {
        set = std::move(smaller);
      } else {
        ++i;
      }
    }
    if (std::ranges::find(alternatives, set, &Alternative::changes) == alternatives.end()) {
      alternatives.push_back({std::move(set)});
    }
  }
  return alternatives;
}

}  // namespace

Decision check(const Ruleset& ruleset, const Request& request) {
  const RuleContext c{ruleset, request};
  Decision decision = decide_all(c);
  if (decision.missing.size() > 1) {
    const auto facts = weigh(c, decision.findings, decision.missing);
    std::ranges::transform(facts, decision.missing.begin(), &WeighedFact::fact);
  }
  return decision;
}

BriefDecision decide(const Ruleset& ruleset, const Request& request) {
  const auto findings = find_outcomes(RuleContext{ruleset, request});
  const Outlook outlook = join(findings, request.today);
  BriefDecision decision{.status = outlook.status,
                         .until = outlook.until,
                         .earliest = outlook.earliest,
                         .latest = outlook.latest,
                         .outcomes = {}};
  decision.outcomes.reserve(findings.size());
  for (const Finding& finding : findings) {
    decision.outcomes.emplace_back(finding.rule, finding.outcome);
  }
  return decision;
}

std::vector<LaterDecision> decide_later(const Rulebook& rulebook, const Ruleset& ruleset, const Request& request,
                                        const Decision& decision) {
  std::vector<LaterDecision> later;
  for (const Ruleset& newer : rulebook.rulesets) {
    const bool own = !newer.based_on.empty();
    if (own || newer.as_of <= ruleset.as_of || newer.as_of > request.today) {
      continue;
    }
    const Decision other = decide_all({newer, request});
    // A day beyond the calendar is none that could be told.
    const bool is_other = other.status != decision.status || other.until != decision.until;
    if (is_other && other.until.value_or(request.today) <= kLastDay) {
      later.push_back({newer.id, other.status, other.until, copy_of(other.deciding())});
    }
  }
  return later;
}

Preview preview(const Ruleset& ruleset, const Request& request) {
  const RuleContext c{ruleset, request};
  Preview preview;
  preview.decision = check(ruleset, request);
  preview.facts_after = request.facts;
  const ActionRow& row = row_of(request.action.type);
  const auto first = preview.decision.first_day(request.today);
  if (first && row.take_effect != nullptr) {
    row.take_effect(c, *first, preview);
    sort_few(preview.effects, &Effect::on);
  }
  if (day_to_send(row, preview.decision, request.today)) {
    preview.letter = Letter{.letter = row.letter.name, .channel = row.letter.channel, .values = {}, .blanks = {}};
    row.letter.fill(c, *preview.letter);
  }
  preview.alternatives = find_alternatives(c, preview.decision);
  return preview;
}

}  // namespace partnercheck
