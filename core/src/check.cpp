#include "partnercheck/check.h"

#include <algorithm>
#include <cassert>

#include "add_once.h"
#include "change_facts.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

bool is_bar(const Finding& finding) { return finding.outcome == Outcome::not_met && !finding.until; }
bool is_unknown(const Finding& finding) { return finding.outcome == Outcome::unknown; }

// The status, and the days between which every rule comes to be met.
void join(const std::vector<Finding>& findings, Date today, auto& decision) {
  if (std::ranges::any_of(findings, is_bar)) {
    decision.status = Status::denied;
    return;
  }
  Date earliest = today;
  std::optional latest{today};
  for (const Finding& finding : findings) {
    if (finding.outcome == Outcome::not_met || is_unknown(finding)) {
      earliest = std::max(earliest, finding.earliest.value_or(finding.until.value_or(today)));
      const auto& certain = is_unknown(finding) ? finding.latest : finding.until;
      latest = latest && certain ? std::optional{std::max(*latest, *certain)} : std::nullopt;
    }
  }
  const bool waits = earliest > today || std::ranges::none_of(findings, is_unknown);
  decision.status = latest == today ? Status::allowed : latest && waits ? Status::deferred : Status::needs_info;
  if (earliest > today) {
    decision.earliest = earliest;
  }
  if (latest > today) {
    decision.latest = latest;
  }
  if (decision.status == Status::deferred) {
    decision.until = latest;
  }
}

std::vector<Finding> find_all(const RuleContext& c) {
  std::vector<Finding> findings;
  for (const Rule* rule : rules_of(c.action().type)) {
    const Ruleset::Entry* entry = c.ruleset.rule(rule->id);
    if (entry == nullptr) {
      continue;
    }
    Finding& finding = findings.emplace_back(rule->find(c));
    assert(std::ranges::find(rule->reasons, finding.message) != rule->reasons.end());
    finding.rule = rule->id;
    finding.source = entry->source;
    finding.message = std::string{rule->id} + "." + finding.message;
  }
  if (findings.empty()) {
    Finding& finding = findings.emplace_back();
    finding.rule = kCoversAction;
    finding.outcome = Outcome::unknown;
    finding.message = std::string{kCoversAction} + ".unknown";
    finding.inputs = {{"ruleset", c.ruleset.id}};
  }
  return findings;
}

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
        auto& next = longer.emplace_back(set);
        for (const Change& change : remedy) {
          add_once(next, change);
        }
        if (longer.size() == kMost) {
          break;
        }
      }
    }
    sets = std::move(longer);
  }
  const auto allows = [&](const std::vector<Change>& set) {
    Request changed = c.request;
    return std::ranges::all_of(set, [&](const Change& change) { return change_fact(changed, change); }) &&
           check(c.ruleset, changed).status == Status::allowed;
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

// Keeps the order of the effects of one day. They are few.
void sort_by_day(std::vector<Effect>& effects) {
  for (auto effect = effects.begin(); effect != effects.end(); ++effect) {
    std::rotate(std::ranges::upper_bound(effects.begin(), effect, effect->on, {}, &Effect::on), effect, effect + 1);
  }
}

}  // namespace

Decision check(const Ruleset& ruleset, const Request& request) {
  const RuleContext c{ruleset, request};
  Decision decision;
  decision.ruleset = ruleset.id;
  decision.findings = find_all(c);
  join(decision.findings, request.today, decision);
  const bool is_open = decision.status == Status::needs_info || decision.status == Status::deferred;
  for (const Finding& finding : decision.findings) {
    if (is_open) {
      for (const std::string& path : finding.missing) {
        add_once(decision.missing, path);
      }
    }
    for (const std::string_view assumption : finding.assumptions) {
      add_once(decision.assumptions, assumption);
    }
    for (const NextStep& step : finding.next_steps) {
      add_once(decision.next_steps, step);
    }
  }
  if (decision.findings.front().rule != kCoversAction) {
    row_of(request.action.type).complete(c, decision);
  }
  return decision;
}

BriefDecision decide(const Ruleset& ruleset, const Request& request) {
  const auto findings = find_all(RuleContext{ruleset, request});
  BriefDecision decision;
  join(findings, request.today, decision);
  for (const Finding& finding : findings) {
    decision.outcomes.emplace_back(finding.rule, std::string{name_of(finding.outcome)});
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
    const Decision other = check(newer, request);
    // A day beyond the calendar is none that could be told.
    const bool is_other = other.status != decision.status || other.until != decision.until;
    if (is_other && other.until.value_or(request.today) <= kLastDay) {
      const Finding* because = other.deciding();
      later.push_back(
          {newer.id, other.status, other.until, because != nullptr ? std::optional{*because} : std::nullopt});
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
    sort_by_day(preview.effects);
  }
  if (preview.decision.status == Status::denied || preview.decision.status == Status::deferred) {
    preview.alternatives = find_alternatives(c, preview.decision);
  }
  return preview;
}

}  // namespace partnercheck
