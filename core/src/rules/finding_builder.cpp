#include "rules/finding_builder.h"

#include <algorithm>

#include "text.h"

namespace partnercheck {

namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const auto first = text.find_first_not_of(kBlank);
  return first == std::string_view::npos ? std::string_view{}
                                         : text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

}  // namespace

FindingBuilder::FindingBuilder(Outcome outcome, std::string_view reason) {
  finding_.outcome = outcome;
  finding_.message = reason;
}

FindingBuilder& FindingBuilder::until(Date day) {
  finding_.until = day;
  return *this;
}

FindingBuilder& FindingBuilder::input(std::string_view name, Value value) {
  finding_.inputs.emplace_back(name, std::move(value));
  return *this;
}

FindingBuilder& FindingBuilder::limit(std::string_view name, Value value) {
  finding_.limits.emplace_back(name, std::move(value));
  return *this;
}

FindingBuilder& FindingBuilder::readings(std::vector<Reading> readings) {
  finding_.readings = std::move(readings);
  return *this;
}

FindingBuilder& FindingBuilder::missing(std::string_view path) {
  finding_.missing.emplace_back(path);
  return *this;
}

FindingBuilder& FindingBuilder::remedy(std::vector<Change> changes) {
  finding_.remedies.push_back(std::move(changes));
  return *this;
}

FindingBuilder& FindingBuilder::remedy(std::string_view path, Value value) {
  finding_.remedies.push_back({{std::string{path}, std::move(value)}});
  return *this;
}

FindingBuilder& FindingBuilder::assume(std::string_view assumption) {
  finding_.assumptions.push_back(assumption);
  return *this;
}

FindingBuilder& FindingBuilder::step(NextStep step) {
  finding_.next_steps.push_back(std::move(step));
  return *this;
}

FindingBuilder& FindingBuilder::step(Who who, std::string_view step) {
  return this->step(NextStep{.who = who, .step = step});
}

FindingBuilder::operator Finding() { return std::move(finding_); }

bool same_name(std::string_view a, std::string_view b) {
  return std::ranges::equal(trimmed(a), trimmed(b), {}, lower, lower);
}

Finding require_role(const RuleContext& c, Parameter roles, NextStep otherwise) {
  const auto& allowed = c.ruleset.list(roles);
  const auto& held = c.request.actor.roles;
  if (!held.known()) {
    return FindingBuilder::unknown().limit("roles", allowed).missing("/actor/roles");
  }
  std::vector<std::string> names;
  for (const Role role : held.value()) {
    names.emplace_back(name_of(role));
  }
  if (std::ranges::find_first_of(names, allowed) != names.end()) {
    return FindingBuilder::met().input("roles", std::move(names)).limit("roles", allowed);
  }
  FindingBuilder finding =
      FindingBuilder::not_met().input("roles", names).limit("roles", allowed).step(std::move(otherwise));
  for (const auto& role : allowed) {
    auto with = names;
    with.push_back(role);
    finding.remedy("/actor/roles", std::move(with));
  }
  return finding;
}

Finding require_true(const Fact<bool>& fact, std::string_view path, NextStep otherwise) {
  if (!fact.known()) {
    return FindingBuilder::unknown().missing(path);
  }
  if (fact.value()) {
    return FindingBuilder::met().input(last_part(path), true);
  }
  return FindingBuilder::not_met().input(last_part(path), false).remedy(path, true).step(std::move(otherwise));
}

}  // namespace partnercheck
