// No call takes more than n log n steps for a question of n bytes, however it is made.
#include "work.h"

#include <gtest/gtest.h>

#include <cmath>

#include "requests.h"

namespace partnercheck::test {

static void PrintTo(const Growing& growing, std::ostream* out) { *out << growing.name; }

namespace {

const JsonApi& api() {
  static const JsonApi kApi;
  // What is made once belongs to no question.
  static const std::string kFirst = kApi.check(growing_questions().front().make(0));
  return kApi;
}

// Of twice the bytes, in steps that n log n allows: more than one is too many.
double growth(const Growing& growing, std::size_t size) {
  const auto measure = [&](std::size_t of) {
    const std::string text = growing.make(of);
    const JsonApi& door = api();
    const auto steps = steps_of([&] { static_cast<void>((door.*growing.call)(text)); });
    const double bytes = static_cast<double>(text.size());
    return static_cast<double>(steps) / (bytes * std::log2(bytes));
  };
  return measure(size) / measure(size / 2);
}

class Work : public testing::TestWithParam<Growing> {};

TEST_P(Work, GrowsNoFasterThanTheQuestion) {
  // What a question costs whatever its length makes the growth of small ones look slow: the largest are looked at.
  constexpr double kNoise = 1.1;
  const Growing& growing = GetParam();
  for (const std::size_t size : {growing.most / 4, growing.most / 2, growing.most}) {
    EXPECT_LT(growth(growing, size), kNoise) << growing.name << " of " << size;
  }
}

INSTANTIATE_TEST_SUITE_P(Call, Work, testing::ValuesIn(growing_questions()),
                         [](const auto& info) { return std::to_string(info.index); });

// Rulesets that a host has loaded are described, too.
TEST(WorkOfRulesets, GrowsNoFasterThanTheirNumber) {
  const auto describe_with = [](std::size_t count) {
    JsonApi door;
    for (std::size_t i = 0; i < count; ++i) {
      static_cast<void>(door.load_ruleset(R"({"id":"own-)" + std::to_string(i) + R"(","based_on":"2021-04-27"})"));
    }
    return static_cast<double>(steps_of([&] { static_cast<void>(door.describe()); }));
  };
  EXPECT_LT(describe_with(64) / describe_with(32), 2.2);
}

// Ten people with a thousand ended links each once took a minute.
TEST(WorkOfAttacks, TenPeopleWithAThousandEndedLinksTakeAFewStepsForEach) {
  for (const Growing& growing : growing_questions()) {
    if (growing.name == "ten, ended") {
      const std::string text = growing.make(growing.most);
      const JsonApi& door = api();
      EXPECT_LT(steps_of([&] { static_cast<void>(door.plan(text)); }), 30'000'000U);
    }
  }
}

}  // namespace
}  // namespace partnercheck::test
