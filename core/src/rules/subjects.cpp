#include "rules/subjects.h"

#include <array>
#include <cassert>
#include <utility>
#include <vector>

namespace partnercheck {

namespace {

// By the number of the type.
template <class T>
using ByAction = std::array<T, kNames<ActionType>.size()>;

std::size_t number_of(ActionType type) { return static_cast<std::size_t>(std::to_underlying(type)); }

}  // namespace

std::span<const Subject* const> subjects() {
  static const std::array kSubjects{&association(),     &reporting(), &skills_report(), &membership(),
                                    &learning_option(), &kpi(),       &directory(),     &support()};
  return kSubjects;
}

const ActionRow& row_of(ActionType type) {
  static const auto kRows = [] {
    ByAction<const ActionRow*> rows{};
    for (const Subject* subject : subjects()) {
      for (const ActionRow& row : subject->actions) {
        rows[number_of(row.type)] = &row;
      }
    }
    return rows;
  }();
  return *kRows[number_of(type)];
}

std::span<const Rule* const> rules_of(ActionType type) {
  static const auto kRules = [] {
    ByAction<std::vector<const Rule*>> rules;
    for (const Subject* subject : subjects()) {
      for (const Rule& rule : subject->rules) {
        for (const ActionType action : rule.actions) {
          rules[number_of(action)].push_back(&rule);
        }
      }
    }
    return rules;
  }();
  return kRules[number_of(type)];
}

}  // namespace partnercheck
