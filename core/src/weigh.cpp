#include "weigh.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "change_facts.h"
#include "findings.h"
#include "partnercheck/faults.h"
#include "rules/subjects.h"
#include "seen_facts.h"
#include "type.h"

namespace partnercheck {

namespace {

// Answers to try: a few of every kind, enough to see what a question can settle.
std::size_t count_answers(const Type& type) {
  switch (type.kind) {
    case Kind::fact:
      return count_answers(*type.inner);
    case Kind::optional:
    case Kind::list:
      return 1 + count_answers(*type.inner);
    case Kind::choice:
      return type.names.size();
    case Kind::object: {
      std::size_t most = 1;
      for (const MemberOf& member : type.members) {
        most = std::max(most, count_answers(*member.type));
      }
      return most;
    }
    case Kind::date:
      return 3;
    default:
      return 2;
  }
}

// Some time before, just before, and after the day of the question.
Date day_of_answer(Date today, std::size_t which) {
  constexpr std::array kDays{-400, -1, 30};
  return std::clamp(today + std::chrono::days{kDays[which]}, kFirstDay, kLastDay);
}

// A name that the rules know, and one that they do not.
std::string text_of_answer(const Action& action, std::size_t which) {
  constexpr std::string_view kCompetency = "DevOps";
  return which != 0 ? "-" : action.organization.known() ? action.organization.value() : std::string{kCompetency};
}

void give_answer(const Place& place, std::size_t which, const Request& request) {
  const Type& type = *place.type;
  switch (type.kind) {
    case Kind::fact:
      type.resize(place.at, 1);
      return give_answer({type.inner, place.field, type.at(place.at, 0)}, which, request);
    case Kind::optional:
    case Kind::list:
      type.resize(place.at, which == 0 ? 0 : 1);
      return which == 0 ? void() : give_answer({type.inner, place.field, type.at(place.at, 0)}, which - 1, request);
    case Kind::choice:
      return type.set(place.at, which);
    case Kind::object:
      for (const MemberOf& member : type.members) {
        give_answer({member.type, &member.field, member.in(place.at)}, which % count_answers(*member.type), request);
      }
      return;
    case Kind::boolean:
      *static_cast<bool*>(place.at) = which == 0;
      return;
    case Kind::integer:
      *static_cast<std::int64_t*>(place.at) = which == 0 ? place.field->least : place.field->most;
      return;
    case Kind::number:
      *static_cast<double*>(place.at) = static_cast<double>(which == 0 ? place.field->least : place.field->most);
      return;
    case Kind::date:
      *static_cast<Date*>(place.at) = day_of_answer(request.today, which);
      return;
    case Kind::text:
      *static_cast<std::string*>(place.at) = text_of_answer(request.action, which);
      return;
    default:
      return;
  }
}

// How many facts are missing in all.
class MissingCount {
 public:
  void add(const Finding& finding) {
    for (const FactPointer& fact : finding.missing) {
      count_ += seen_.add(fact) ? 1U : 0U;
    }
  }
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  SeenFacts seen_;
  std::size_t count_ = 0;
};

// One question, its findings, and what becomes of them with other facts.
class Scales {
 public:
  Scales(const RuleContext& c, std::vector<Finding>& findings)
      : request_{c.request},
        context_{c.ruleset, request_},
        findings_{findings},
        status_{join(findings_, c.today()).status} {}

  WeighedFact weigh(const FactPointer& missing_fact, std::size_t missing) {
    WeighedFact fact{.fact = missing_fact, .left = static_cast<double>(missing - 1)};
    const auto place = find_place(request_, missing_fact.text());
    const auto asking = rules_that_ask(missing_fact);
    std::size_t tried = 0;
    std::size_t left = 0;
    std::vector<Finding> before;
    for (const auto& [index, rule] : asking) {
      before.push_back(std::exchange(findings_[index], {}));
    }
    MissingCount others;
    std::ranges::for_each(findings_, [&](const Finding& finding) { others.add(finding); });
    for (std::size_t which = 0; which < count_answers(*place->type); ++which) {
      give_answer(*place, which, request_);
      if (find_contradictions(request_).empty()) {
        ++tried;
        left += left_with_answer(asking, others, fact.settles);
      }
    }
    for (std::size_t i = 0; i < asking.size(); ++i) {
      findings_[asking[i].first] = std::move(before[i]);
    }
    place->type->resize(place->at, 0);
    if (tried > 0) {
      fact.left = static_cast<double>(left) / static_cast<double>(tried);
    }
    return fact;
  }

 private:
  using Asking = std::vector<std::pair<std::size_t, const Rule*>>;

  [[nodiscard]] Asking rules_that_ask(const FactPointer& fact) const {
    Asking asking;
    const auto rules = rules_of(context_.action().type);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
      if (std::ranges::find(findings_[i].missing, fact) != findings_[i].missing.end()) {
        asking.emplace_back(i, *std::ranges::find(rules, findings_[i].rule, &Rule::id));
      }
    }
    return asking;
  }

  std::size_t left_with_answer(const Asking& asking, MissingCount missing, bool& settles) {
    for (const auto& [index, rule] : asking) {
      findings_[index] = find_outcome(*rule, context_);
      missing.add(findings_[index]);
    }
    const Outlook outlook = join(findings_, context_.today());
    const std::size_t left = outlook.open() ? missing.count() : 0;
    settles = settles || left == 0 || (status_ == Status::needs_info && outlook.status != Status::needs_info);
    return left;
  }

  Request request_;
  RuleContext context_;
  std::vector<Finding>& findings_;
  Status status_;
};

}  // namespace

std::vector<WeighedFact> weigh(const RuleContext& c, std::vector<Finding>& findings,
                               const std::vector<FactPointer>& missing) {
  constexpr std::size_t kMost = 16;
  Scales scales{c, findings};
  std::vector<WeighedFact> facts;
  for (const FactPointer& one : missing) {
    if (facts.size() == kMost) {
      break;
    }
    const WeighedFact fact = scales.weigh(one, missing.size());
    facts.insert(std::ranges::upper_bound(facts, fact.left, {}, &WeighedFact::left), fact);
  }
  for (std::size_t i = facts.size(); i < missing.size(); ++i) {
    facts.push_back({.fact = missing[i]});
  }
  return facts;
}

}  // namespace partnercheck
