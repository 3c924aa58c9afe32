#include "partnercheck/fact.h"

#include <gtest/gtest.h>

#include <type_traits>

namespace partnercheck::test {
namespace {

// `if (fact)` must not compile: unknown, false and zero are three things.
static_assert(!std::is_convertible_v<Fact<bool>, bool>);
static_assert(!std::is_constructible_v<bool, Fact<bool>>);
static_assert(!std::is_convertible_v<Fact<int>, int>);

TEST(Fact, StartsUnknownAndIsThenEqualToNothing) {
  const Fact<bool> fact;
  EXPECT_FALSE(fact.known());
  EXPECT_FALSE(fact.is(true));
  EXPECT_FALSE(fact.is(false));
}

TEST(Fact, AKnownFalseIsNotUnknown) {
  const Fact<bool> fact{false};
  EXPECT_TRUE(fact.known());
  EXPECT_TRUE(fact.is(false));
  EXPECT_NE(fact, Fact<bool>{});
}

TEST(Fact, KnownToBeNoneIsNotUnknown) {
  const Fact<std::optional<int>> none{std::optional<int>{}};
  EXPECT_TRUE(none.known());
  EXPECT_FALSE(none.value().has_value());
}

TEST(Fact, CanBeForgotten) {
  Fact<int> fact{3};
  fact.forget();
  EXPECT_FALSE(fact.known());
}

}  // namespace
}  // namespace partnercheck::test
