// Every enumerator has a name, and the name is the enumerator's own.
#include "partnercheck/names.h"

#include <gtest/gtest.h>

#include <random>
#include <unordered_map>

#include "partnercheck/decision.h"
#include "partnercheck/plan.h"
#include "partnercheck/ruleset.h"
#include "roster/src/names.h"
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

// Each name is added, looked up and added again; its number is that of its first time.
void expect_numbered(const std::vector<std::string>& names) {
  roster::Names all{7};
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (const std::string& name : names) {
    const auto [known, is_new] = numbers.emplace(name, static_cast<std::uint32_t>(numbers.size()));
    ASSERT_EQ(all.add(name), known->second) << name;
    ASSERT_EQ(all.add(name), known->second) << name;
    ASSERT_EQ(all.size(), numbers.size());
  }
  for (const auto& [name, number] : numbers) {
    ASSERT_EQ(all.at(number), name);
    ASSERT_EQ(all.add(name), number);
  }
  EXPECT_EQ(all.size(), numbers.size());
}

std::vector<std::string> some_names(std::size_t count) {
  std::mt19937 random{3};  // NOLINT: the same names in every run
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    std::string& name = names.emplace_back(random() % 30, 'a');
    for (char& c : name) {
      c = static_cast<char>('a' + random() % 3);
    }
  }
  return names;
}

TEST(NamesOfATable, AreNumberedInAnyOrder) {
  std::vector<std::string> names = some_names(20'000);
  expect_numbered(names);
  std::ranges::sort(names);
  expect_numbered(names);
  std::ranges::sort(names, {}, [](const std::string& name) { return std::pair{name.size(), std::string_view{name}}; });
  expect_numbered(names);
  std::ranges::reverse(names);
  expect_numbered(names);
}

TEST(NamesOfATable, MayLeaveTheirOrderAtAnyPlace) {
  std::vector<std::string> names = some_names(300);
  std::ranges::sort(names);
  for (std::size_t place = 0; place < names.size(); place += 7) {
    std::vector<std::string> others = names;
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place), "b");
    others.insert(others.begin() + static_cast<std::ptrdiff_t>(place), names.front());
    expect_numbered(others);
  }
  expect_numbered({"1", "2", "10", "9", "11", "2", "1"});
  expect_numbered({"1", "10", "2", "3", "1", "10"});
  expect_numbered({"", "a", ""});
  expect_numbered({"b", "a"});
  expect_numbered({"a", "ab", "b"});
}

TEST(NamesOfATable, AreTheSameWhenEveryByteIs) {
  std::vector<std::string> names;
  for (std::size_t size = 0; size <= roster::Names::kLongest; ++size) {
    const std::string name(size, 'a');
    names.push_back(name);
    for (std::size_t at = 0; at < size; at += size < 40 ? 1 : 13) {
      names.push_back(name);
      names.back()[at] = 'b';
    }
  }
  expect_numbered(names);
}

TEST(NamesOfATable, OfAnyLengthHaveRoom) {
  // More than the blocks hold in which they are kept, and such that they end at all places of one.
  for (const std::size_t size : {roster::Names::kLongest, std::size_t{63}, std::size_t{100}}) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < 9'000; ++i) {
      names.push_back(std::to_string(i));
      names.back().resize(size, static_cast<char>('a' + i % 26));
    }
    expect_numbered(names);
  }
}

}  // namespace
}  // namespace partnercheck::test
