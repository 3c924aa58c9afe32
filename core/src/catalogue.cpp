#include "partnercheck/catalogue.h"

#include <algorithm>
#include <array>
#include <map>

#include "rules/subjects.h"

namespace partnercheck {

std::span<const Subject* const> subjects() {
  static const std::array kSubjects{&association(),     &reporting(), &skills_report(), &membership(),
                                    &learning_option(), &kpi(),       &directory()};
  return kSubjects;
}

const ActionRow* find_action(std::string_view type) {
  for (const Subject* subject : subjects()) {
    const auto found = std::ranges::find(subject->actions, type, &ActionRow::type);
    if (found != subject->actions.end()) {
      return &*found;
    }
  }
  return nullptr;
}

std::span<const Rule* const> rules_of(std::string_view action) {
  static const auto kByAction = [] {
    std::map<std::string_view, std::vector<const Rule*>, std::less<>> by_action;
    for (const Subject* subject : subjects()) {
      for (const Rule& rule : subject->rules) {
        for (const std::string_view type : rule.actions) {
          by_action[type].push_back(&rule);
        }
      }
    }
    return by_action;
  }();
  const auto found = kByAction.find(action);
  return found != kByAction.end() ? std::span<const Rule* const>{found->second} : std::span<const Rule* const>{};
}

}  // namespace partnercheck
