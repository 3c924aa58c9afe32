#include "roster/src/groups.h"

#include <algorithm>
#include <compare>
#include <numeric>

#include "fact_handle.h"
#include "rules/text_keys.h"

namespace partnercheck::roster {

namespace {

constexpr auto kProfileDate = kFact<&Person::next_association_date>;
constexpr auto kLinkStarted = kFact<&Association::started>;

Turn turn_of(const NextStep& step) {
  return !step.channel.empty() ? Turn::support : step.who == Who::owner ? Turn::owner : Turn::admin;
}

Turn turn_of(const RosterGroup& group) {
  switch (group.status) {
    case RosterStatus::not_decided:
      return Turn::keeper;
    case RosterStatus::allowed:
      return Turn::owner;
    case RosterStatus::deferred:
      return Turn::nobody;
    case RosterStatus::needs_info:
      return group.steps.empty() ? Turn::owner : turn_of(group.steps.front());
    case RosterStatus::denied:
      break;
  }
  return group.steps.empty() ? Turn::nobody : turn_of(group.steps.front());
}

void add_once(std::vector<std::string_view>& facts, std::string_view fact) {
  if (std::ranges::find(facts, fact) == facts.end()) {
    facts.push_back(fact);
  }
}

RosterGroup group_of(const LinkCase& link, const Decision& base) {
  RosterGroup group;
  group.status = link.status;
  if (link.decides) {
    group.reason = message_of(link.rule, link.reason);
  } else if (const Finding* deciding = base.deciding()) {
    group.reason = deciding->message;
  }
  for (const FactPointer& fact : base.missing) {
    add_once(group.missing, fact.pattern);
  }
  // How the link is made says nothing to somebody of whom it is open whether it can be.
  if (link.status != RosterStatus::needs_info || base.status != Status::allowed) {
    group.steps = base.next_steps;
  }
  if (link.open) {
    add_once(group.missing, kProfileDate.pointer);
    if (link.reason == LinkReason::unknown) {
      add_once(group.missing, kLinkStarted.pointer);
    } else {
      group.steps.insert(group.steps.begin(), NextStep{.who = Who::owner, .step = steps::kReadDateInProfile});
    }
  }
  // The days are each person's own.
  for (NextStep& step : group.steps) {
    step.from.reset();
  }
  group.turn = turn_of(group);
  return group;
}

std::strong_ordering order_of(const RosterGroup& a, const RosterGroup& b) {
  if (const auto order = a.status <=> b.status; order != 0) {
    return order;
  }
  if (const auto order = a.reason <=> b.reason; order != 0) {
    return order;
  }
  const auto order = std::lexicographical_compare_three_way(
      a.steps.begin(), a.steps.end(), b.steps.begin(), b.steps.end(),
      [](const NextStep& one, const NextStep& other) { return one.step <=> other.step; });
  return order != 0 ? order : a.missing <=> b.missing;
}

}  // namespace

Groups::Number Groups::add(const LinkCase& link, const Decision& base) {
  RosterGroup group = group_of(link, base);
  auto found = std::ranges::find_if(groups_, [&](const RosterGroup& each) { return order_of(each, group) == 0; });
  if (found == groups_.end()) {
    found = groups_.insert(found, std::move(group));
  }
  return static_cast<Number>(found - groups_.begin());
}

std::vector<RosterGroup> Groups::sorted(std::vector<Number>& people) const {
  std::vector<Number> order(groups_.size());
  std::iota(order.begin(), order.end(), Number{0});
  std::ranges::sort(order, [&](Number a, Number b) { return order_of(groups_[a], groups_[b]) < 0; });
  std::vector<Number> place(order.size());
  std::vector<RosterGroup> sorted;
  for (const Number number : order) {
    place[number] = static_cast<Number>(sorted.size());
    sorted.push_back(groups_[number]);
  }
  for (Number& number : people) {
    number = place[number];
  }
  return sorted;
}

}  // namespace partnercheck::roster
