#include "text.h"

#include <gtest/gtest.h>

#include "roster/src/utf8.h"
#include "roster/src/words.h"

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

std::string in_utf_8(char32_t code) {
  const auto byte = [](char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); };
  const auto more = [&](int bits) { return byte(0x80U | (code >> bits & 0x3FU)); };
  return code < 0x80      ? std::string{byte(code)}
         : code < 0x800   ? std::string{byte(0xC0U | code >> 6U), more(0)}
         : code < 0x10000 ? std::string{byte(0xE0U | code >> 12U), more(6), more(0)}
                          : std::string{byte(0xF0U | code >> 18U), more(12), more(6), more(0)};
}

TEST(Utf8, HoldsEveryCharacterAndNoHalves) {
  for (char32_t code = 0; code < 0x120000; code += code < 0x11000 ? 1 : 0x101) {
    const bool is_character = code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    ASSERT_EQ(roster::is_utf8("a" + in_utf_8(code) + "b"), is_character) << static_cast<std::uint32_t>(code);
  }
  EXPECT_TRUE(roster::is_utf8("\xF4\x8F\xBF\xBF"));
  EXPECT_FALSE(roster::is_utf8("\xF4\x90\x80\x80"));
  for (const char32_t code : {0xE5U, 0x4E2DU, 0x1F600U}) {
    const std::string whole = in_utf_8(code);
    for (std::size_t size = 1; size < whole.size(); ++size) {
      // What follows in memory does not count.
      EXPECT_FALSE(roster::is_utf8(std::string_view{whole}.substr(0, size)));
      EXPECT_FALSE(roster::is_utf8(whole.substr(0, size) + "a"));
      EXPECT_FALSE(roster::is_utf8(whole.substr(0, size) + whole));
      EXPECT_FALSE(roster::is_utf8(whole.substr(size)));
    }
  }
}

TEST(Utf8, HoldsNoLongerFormOfACharacter) {
  for (const std::string_view longer :
       {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF"}) {
    EXPECT_FALSE(roster::is_utf8(longer));
  }
  for (int lead = 0xF5; lead <= 0xFF; ++lead) {
    EXPECT_FALSE(roster::is_utf8(static_cast<char>(lead) + std::string{"\x80\x80\x80"})) << lead;
  }
}

TEST(Utf8, OneByteAnywhereIsSeen) {
  for (std::size_t size = 1; size < 70; ++size) {
    const std::string text(size, 'a');
    EXPECT_TRUE(roster::is_utf8(text));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = text;
      other[at] = '\xFF';
      EXPECT_FALSE(roster::is_utf8(other)) << at << " of " << size;
      EXPECT_TRUE(roster::is_utf8(other.replace(at, 1, "\xC3\xA5"))) << at << " of " << size;
    }
  }
}

TEST(Words, AreAnyOfThoseThatAreSaid) {
  const Fact<std::vector<std::string>> words{std::vector<std::string>{"ja", "S\u00ED"}};
  EXPECT_TRUE(roster::is_one_of(" JA ", words, "yes"));
  EXPECT_TRUE(roster::is_one_of("s\u00ED", words, "yes"));
  EXPECT_FALSE(roster::is_one_of("yes", words, "yes"));
  EXPECT_TRUE(roster::is_one_of("Yes", {}, "yes"));
  EXPECT_FALSE(roster::is_one_of("ja", {}, "yes"));
}

TEST(Words, ASumHasAtMostFiveDigits) {
  for (const std::string_view sum : {"", "0", "9", "12345", "90909"}) {
    EXPECT_TRUE(roster::is_sum(sum)) << sum;
  }
  for (const std::string_view other : {"123456", "-1", "1.5", "1a", "/", ":"}) {
    EXPECT_FALSE(roster::is_sum(other)) << other;
  }
}

TEST(Words, ATotalIsAWordAndAtMostANumberBehindIt) {
  const Fact<std::vector<std::string>> words{std::vector<std::string>{"Total", "\u5408\u8A08"}};
  const auto total = [&](std::vector<std::string_view> cells) {
    roster::Row row;
    row.cells = cells;
    return std::string{roster::total_cell(row, words)};
  };
  for (const std::string_view cell :
       {"Total", " total ", "TOTAL: 12", "Total 1.5 @?", "\u5408\u8A08\uFF1A12", "\u5408\u8A08"}) {
    EXPECT_EQ(total({"", "  ", cell, "x"}), cell);
  }
  for (const std::string_view cell :
       {"Tota", "Annie", "Totals", "Total A", "Total\x1F", "Total \u5408", "My total", "\u5408"}) {
    EXPECT_EQ(total({cell}), "") << cell;
  }
  EXPECT_EQ(total({"x", "Total"}), "");
  EXPECT_EQ(total({"", ""}), "");
  EXPECT_EQ(roster::total_cell({}, {}), "");
}

TEST(Utf8, ACellIsShownAsATextWhateverItsBytes) {
  EXPECT_EQ(roster::shown_cell("L\u00E4nk"), "L\u00E4nk");
  EXPECT_EQ(roster::shown_cell("L\xE4nk\x80\x7F"), "L?nk?\x7F");
  const std::string most(80, 'x');
  EXPECT_EQ(roster::shown_cell(most), most);
  EXPECT_EQ(roster::shown_cell(most + "y"), most + "\u2026");
  EXPECT_EQ(roster::shown_cell("\xFF" + most), "?" + most.substr(1));
}

}  // namespace
}  // namespace partnercheck
