#include "rules/finding_builder.h"

#include <algorithm>

#include "rules/text_keys.h"

namespace partnercheck {

FindingBuilder::FindingBuilder(Outcome outcome, std::string_view reason) {
  finding_.outcome = outcome;
  finding_.message = reason;
}

FindingBuilder&& FindingBuilder::until(Date day) {
  finding_.until = day;
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::until(Date earliest, Date day) {
  if (earliest != day) {
    finding_.earliest = earliest;
  }
  return until(day);
}

FindingBuilder&& FindingBuilder::between(Date earliest, std::optional<Date> latest) {
  finding_.earliest = earliest;
  finding_.latest = latest;
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::input(std::string_view name, Value value) {
  finding_.inputs.emplace_back(name, std::move(value));
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::limit(std::string_view name, Value value) {
  finding_.limits.emplace_back(name, std::move(value));
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::readings(std::vector<Reading> readings) {
  finding_.readings = std::move(readings);
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::missing(const FactPath& fact) {
  finding_.missing.push_back({fact.pointer});
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::missing(const FactPath& fact, std::size_t index) {
  finding_.missing.push_back(fact.at(index));
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::remedy(std::vector<Change> changes) {
  finding_.remedies.push_back(std::move(changes));
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::assume(std::string_view assumption) {
  finding_.assumptions.push_back(assumption);
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::step(NextStep step) {
  finding_.next_steps.push_back(std::move(step));
  return std::move(*this);
}

FindingBuilder&& FindingBuilder::step(Who who, std::string_view step) {
  return this->step(NextStep{.who = who, .step = step});
}

Finding require_role(const RuleContext& c, Parameter roles, NextStep otherwise) {
  constexpr auto kRoles = kFact<&Actor::roles>;
  constexpr std::string_view kLimit = "roles";
  const auto& allowed = c.ruleset.list(roles);
  const auto& held = c[kRoles];
  if (!held.known()) {
    return FindingBuilder::unknown().limit(kLimit, allowed).missing(kRoles);
  }
  const auto is_allowed = [&](Role role) { return std::ranges::find(allowed, name_of(role)) != allowed.end(); };
  if (std::ranges::any_of(held.value(), is_allowed)) {
    return FindingBuilder::met().input(c, kRoles).limit(kLimit, allowed);
  }
  FindingBuilder finding = FindingBuilder::not_met().input(c, kRoles).limit(kLimit, allowed).step(std::move(otherwise));
  for (const auto& name : allowed) {
    if (const auto role = from_name<Role>(name)) {
      auto with = held.value();
      with.push_back(*role);
      finding.remedy(kRoles, with);
    }
  }
  return finding;
}

Finding require_true(const RuleContext& c, const FactHandle<bool>& fact, NextStep otherwise) {
  const Fact<bool>& given = c[fact];
  if (!given.known()) {
    return FindingBuilder::unknown().missing(fact);
  }
  if (given.value()) {
    return FindingBuilder::met().input(c, fact);
  }
  return FindingBuilder::not_met().input(c, fact).remedy(fact, true).step(std::move(otherwise));
}

FindingBuilder require_fields(std::span<const RequestField> fields) {
  FindingBuilder finding = FindingBuilder::unknown();
  std::vector<std::string> missing;
  for (const RequestField& field : fields) {
    if (!field.known) {
      missing.emplace_back(field.path.name());
      finding.missing(field.path);
    }
  }
  if (missing.empty()) {
    return FindingBuilder::met();
  }
  return finding.input("missing_fields", std::move(missing)).step(Who::partner_admin, steps::kCompleteRequest);
}

}  // namespace partnercheck
