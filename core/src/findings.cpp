#include "findings.h"

#include <algorithm>
#include <cassert>
#include <iterator>

#include "add_once.h"
#include "rules/subjects.h"
#include "rules/text_keys.h"
#include "seen_facts.h"

namespace partnercheck {

namespace {

bool is_bar(const Finding& finding) { return finding.outcome == Outcome::not_met && !finding.until; }
bool is_unknown(const Finding& finding) { return finding.outcome == Outcome::unknown; }

using Find = Finding (*)(const Rule&, const Ruleset::Entry& documented, const RuleContext&);

std::vector<Finding> find_each(const RuleContext& c, Find find) {
  std::vector<Finding> findings;
  if (covers(c.ruleset, c.action().type)) {
    const auto rules = rules_of(c.action().type);
    findings.reserve(rules.size());
    for (const Rule* rule : rules) {
      if (const Ruleset::Entry* documented = c.ruleset.rule(rule->id)) {
        findings.push_back(find(*rule, *documented, c));
      }
    }
  } else {
    Finding& finding = findings.emplace_back();
    finding.rule = kCoversAction;
    finding.message.assign(kCoversAction).append(".unknown");
    finding.inputs = {{"ruleset", c.ruleset.id}};
  }
  return findings;
}

}  // namespace

Finding find_outcome(const Rule& rule, const RuleContext& c) {
  Finding finding = rule.find(c);
  assert(std::ranges::find(rule.reasons, finding.message) != rule.reasons.end());
  finding.rule = rule.id;
  return finding;
}

Finding find_by(const Rule& rule, const Ruleset::Entry& documented, const RuleContext& c) {
  Finding finding = find_outcome(rule, c);
  finding.source = documented.source;
  std::string message;
  message.reserve(rule.id.size() + 1 + finding.message.size());
  finding.message = std::move(message.append(rule.id).append(1, '.').append(finding.message));
  return finding;
}

std::vector<Finding> find_all(const RuleContext& c) { return find_each(c, find_by); }

std::vector<Finding> find_outcomes(const RuleContext& c) {
  return find_each(c, [](const Rule& rule, const Ruleset::Entry&, const RuleContext& context) {
    return find_outcome(rule, context);
  });
}

bool covers(const Ruleset& ruleset, ActionType action) {
  const std::string_view covered_by = row_of(action).covered_by;
  return covered_by.empty() ? std::ranges::any_of(rules_of(action),
                                                  [&](const Rule* rule) { return ruleset.rule(rule->id) != nullptr; })
                            : ruleset.rule(covered_by) != nullptr;
}

Outlook join(std::span<const Finding> findings, Date today) {
  Outlook outlook;
  if (std::ranges::any_of(findings, is_bar)) {
    outlook.status = Status::denied;
    return outlook;
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
  // What may show already and shows for certain on a later day is a wait, too.
  const bool waits = earliest > today || std::ranges::none_of(findings, is_unknown);
  outlook.status = latest == today ? Status::allowed : latest && waits ? Status::deferred : Status::needs_info;
  if (earliest > today) {
    outlook.earliest = earliest;
  }
  if (latest > today) {
    outlook.latest = latest;
  }
  if (outlook.status == Status::deferred) {
    outlook.until = latest;
  }
  return outlook;
}

std::optional<Date> day_to_send(const ActionRow& row, const Decision& decision, Date today) {
  if (row.letter.name.empty()) {
    return std::nullopt;
  }
  std::vector<Finding> findings = decision.findings;
  std::erase_if(findings, [&](const Finding& finding) { return finding.rule == row.letter.completed_by; });
  const Outlook outlook = join(findings, today);
  return outlook.status == Status::allowed ? std::optional{today} : outlook.until;
}

Decision decide_all(const RuleContext& c) {
  Decision decision;
  decision.ruleset = c.ruleset.id;
  decision.findings = find_all(c);
  const Outlook outlook = join(decision.findings, c.today());
  decision.status = outlook.status;
  decision.until = outlook.until;
  decision.earliest = outlook.earliest;
  decision.latest = outlook.latest;
  SeenFacts seen;
  for (const Finding& finding : decision.findings) {
    if (outlook.open()) {
      std::ranges::copy_if(finding.missing, std::back_inserter(decision.missing),
                           [&](const FactPointer& fact) { return seen.add(fact); });
    }
    for (const std::string_view assumption : finding.assumptions) {
      add_once(decision.assumptions, assumption);
    }
    for (const NextStep& step : finding.next_steps) {
      add_once(decision.next_steps, step);
    }
  }
  const ActionRow& row = row_of(c.action().type);
  if (decision.findings.front().rule == kCoversAction) {
    return decision;
  }
  if (row.complete != nullptr) {
    row.complete(c, decision);
  }
  if (const auto day = day_to_send(row, decision, c.today())) {
    decision.next_steps.push_back(
        {.who = Who::partner_admin, .step = steps::kSendRequest, .from = *day, .channel = row.letter.channel});
  }
  return decision;
}

std::optional<Finding> copy_of(const Finding* finding) {
  return finding != nullptr ? std::optional{*finding} : std::nullopt;
}

}  // namespace partnercheck
