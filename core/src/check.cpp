#include "partnercheck/check.h"

#include <algorithm>
#include <cassert>

#include "change_facts.h"
#include "rules/subjects.h"

namespace partnercheck {

namespace {

void add_once(auto& list, const auto& item) {
  if (std::ranges::find(list, item) == list.end()) {
    list.push_back(item);
  }
}

// A bar that no waiting removes beats what is not known; that beats a wait.
Status combine(const std::vector<Finding>& findings) {
  const auto any = [&](auto&& is) { return std::ranges::any_of(findings, is); };
  if (any([](const Finding& f) { return f.outcome == Outcome::not_met && !f.until; })) {
    return Status::denied;
  }
  if (any([](const Finding& f) { return f.outcome == Outcome::unknown; })) {
    return Status::needs_info;
  }
  return any([](const Finding& f) { return f.outcome == Outcome::not_met; }) ? Status::deferred : Status::allowed;
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
  decision.status = combine(decision.findings);
  for (const Finding& finding : decision.findings) {
    if (decision.status == Status::deferred && finding.until) {
      decision.until = std::max(decision.until.value_or(*finding.until), *finding.until);
    }
    if (decision.status == Status::needs_info) {
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
