#include "partnercheck/ruleset.h"

#include <algorithm>
#include <utility>

namespace partnercheck {

const Value* Ruleset::find(Parameter which) const {
  const auto& found = entry(which);
  if (!found) {
    return nullptr;
  }
  return found->value ? &*found->value : nullptr;
}

std::optional<std::int64_t> Ruleset::number(Parameter which) const {
  const auto* value = std::get_if<std::int64_t>(find(which));
  return value != nullptr ? std::optional{*value} : std::nullopt;
}

std::optional<Date> Ruleset::date(Parameter which) const {
  const auto* value = std::get_if<Date>(find(which));
  return value != nullptr ? std::optional{*value} : std::nullopt;
}

std::string_view Ruleset::text(Parameter which) const {
  const auto* value = std::get_if<std::string>(find(which));
  return value != nullptr ? std::string_view{*value} : std::string_view{};
}

const std::vector<std::string>& Ruleset::list(Parameter which) const {
  static const std::vector<std::string> kEmpty;
  const auto* value = std::get_if<std::vector<std::string>>(find(which));
  return value != nullptr ? *value : kEmpty;
}

const Ruleset::Entry* Ruleset::rule(std::string_view rule_id) const {
  const auto found = rules.find(rule_id);
  return found != rules.end() ? &found->second : nullptr;
}

const Ruleset* Rulebook::find(std::string_view id) const {
  const auto found = std::ranges::find(rulesets, id.empty() ? kDefault : id, &Ruleset::id);
  return found != rulesets.end() ? &*found : nullptr;
}

}  // namespace partnercheck
