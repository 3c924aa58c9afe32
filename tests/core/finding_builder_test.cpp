#include "rules/finding_builder.h"

#include <gtest/gtest.h>

namespace partnercheck {
namespace {

TEST(FindingBuilder, WhatIsUnknownOrNoneIsNoInput) {
  const Finding finding = FindingBuilder::met()
                              .input("unknown", Fact<std::optional<Date>>{})
                              .input("none", Fact<std::optional<Date>>{std::optional<Date>{}})
                              .input("day", Fact<std::optional<Date>>{std::optional{kFirstDay}});
  EXPECT_EQ(finding.inputs, (NamedValues{{"day", kFirstDay}}));
}

TEST(FindingBuilder, ADurationInHoursIsOfWholeDaysRoundedUp) {
  for (std::int64_t days = 0; days < 40; ++days) {
    EXPECT_EQ(days_of_hours(24 * days).count(), days);
    EXPECT_EQ(days_of_hours(24 * days + 1).count(), days + 1);
    EXPECT_EQ(days_of_hours(24 * days + 23).count(), days + 1);
  }
}

}  // namespace
}  // namespace partnercheck
