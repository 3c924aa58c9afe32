// Every enumerator has a name, and the name is the enumerator's own.
#include "partnercheck/names.h"

#include <gtest/gtest.h>

#include "partnercheck/decision.h"
#include "partnercheck/plan.h"
#include "partnercheck/ruleset.h"
#include "rules/link_date_rules.h"

namespace partnercheck::test {
namespace {

// As it is written in the enumeration; empty for a value that has no enumerator.
template <auto kValue>
constexpr std::string_view spelling() {
  constexpr std::string_view kParameter = "kValue = ";
  std::string_view text = __PRETTY_FUNCTION__;  // "... [with auto kValue = partnercheck::Tier::gold; ...]"
  text.remove_prefix(text.find(kParameter) + kParameter.size());
  text = text.substr(0, text.find_first_of(";]"));
  return text.starts_with('(') ? std::string_view{} : text.substr(text.rfind(':') + 1);
}
static_assert(spelling<Tier::gold>() == "gold");
static_assert(spelling<static_cast<Tier>(3)>().empty());

// A name may have a dot or a blank where no enumerator can.
constexpr bool are_alike(std::string_view name, std::string_view enumerator) {
  return std::ranges::equal(name, enumerator, {}, [](char c) { return c == '.' || c == ' ' ? '_' : c; });
}

// `names` has one for each enumerator, in their order.
template <class Enum, const auto& kList, std::size_t kFrom = 0>
constexpr bool name_each() {
  constexpr std::size_t kSize = std::size(kList);
  return [&]<std::size_t... kIndex>(std::index_sequence<kIndex...>) {
    return ((kIndex < kFrom || are_alike(kList[kIndex], spelling<static_cast<Enum>(kIndex)>())) && ...) &&
           spelling<static_cast<Enum>(kSize)>().empty();
  }(std::make_index_sequence<kSize>{});
}

static_assert(name_each<AccountKind, kNames<AccountKind>>());
static_assert(name_each<ActionGroup, kNames<ActionGroup>>());
static_assert(name_each<ActionType, kNames<ActionType>>());
static_assert(name_each<AssociationYear, kNames<AssociationYear>>());
static_assert(name_each<Audience, kNames<Audience>>());
static_assert(name_each<Enrolled, kNames<Enrolled>>());
static_assert(name_each<Evidence, kNames<Evidence>>());
static_assert(name_each<GoalType, kNames<GoalType>>());
static_assert(name_each<LinkReason, kNames<LinkReason>>());
static_assert(name_each<Outcome, kNames<Outcome>>());
static_assert(name_each<ParameterType, kNames<ParameterType>>());
static_assert(name_each<Relation, kNames<Relation>>());
static_assert(name_each<Role, kNames<Role>>());
static_assert(name_each<Status, kNames<Status>>());
static_assert(name_each<Tier, kNames<Tier>>());
static_assert(name_each<Who, kNames<Who>>());
static_assert(name_each<YearReading, kNames<YearReading>>());
// The unit `none` has an empty name.
static_assert(kNames<Unit>[0].empty() && name_each<Unit, kNames<Unit>, 1>());

constexpr auto kParameterNames = [] {
  std::array<std::string_view, kParameters.size()> names;
  std::ranges::transform(kParameters, names.begin(), &ParameterRow::name);
  return names;
}();
static_assert(name_each<Parameter, kParameterNames>());

TEST(Names, AreReadAsTheyAreWritten) {
  for (const std::string_view name : kNames<ActionType>) {
    EXPECT_EQ(name_of(from_name<ActionType>(name).value()), name);
  }
  EXPECT_FALSE(from_name<ActionType>("link").has_value());
}

}  // namespace
}  // namespace partnercheck::test
