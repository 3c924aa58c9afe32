#include "text.h"

#include <gtest/gtest.h>

namespace partnercheck {
namespace {

TEST(Text, IsShownWholeUpToItsLimitAndCutBehindIt) {
  EXPECT_EQ(shown("abc", 3), "abc");
  EXPECT_EQ(shown("abcd", 3), "abc\u2026");
  EXPECT_EQ(shown("", 0), "");
  const std::string sixty(60, 'a');
  EXPECT_EQ(shown(sixty), sixty);
  EXPECT_EQ(shown(sixty + "a"), sixty + "\u2026");
}

TEST(Text, BlanksAtEitherEndAreNoPartOfAName) {
  for (const std::string blank : {" ", "\t", "\r", "\n", " \t\r\n"}) {
    for (const std::string& text : {blank + "a b", "a b" + blank, blank + "a b" + blank}) {
      EXPECT_EQ(trimmed(text), "a b");
      EXPECT_TRUE(same_name(text, "A B"));
    }
    EXPECT_EQ(trimmed(blank), "");
  }
  EXPECT_EQ(trimmed(""), "");
}

TEST(Text, IsNotCutInsideALetter) {
  EXPECT_EQ(shown("aåb", 2), "a\u2026");
  EXPECT_EQ(shown("aåb", 3), "aå\u2026");
  EXPECT_EQ(shown("星星", 5), "星\u2026");
  EXPECT_EQ(shown("星星", 2), "\u2026");
  EXPECT_EQ(shown("\x80\x80\x80", 2), "\u2026") << "parts of letters only";
}

}  // namespace
}  // namespace partnercheck
