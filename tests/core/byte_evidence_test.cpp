// In which encoding bytes are that are no UTF-8, at the bounds of what is taken for text.
#include "roster/src/byte_evidence.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <string_view>

namespace partnercheck::roster {
namespace {

std::string times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) {
    all += text;
  }
  return all;
}

// "none" when the rows do not show it.
std::string_view encoding_of(std::initializer_list<std::string_view> rows) {
  ByteEvidence evidence;
  for (const std::string_view row : rows) {
    evidence.add(row);
  }
  return evidence.shows() ? name_of(evidence.encoding()) : "none";
}

constexpr std::string_view kLatin = "windows-1252";
constexpr std::string_view kChinese = "big5";

TEST(ByteEvidence, MoreRowsThatAreNoUtf8ThanAreShowTheEncoding) {
  EXPECT_EQ(encoding_of({}), "utf-8");
  EXPECT_EQ(encoding_of({"\xC3\xA9"}), "utf-8");
  EXPECT_EQ(encoding_of({"\xC3\xA9", "\xE9 "}), "none");
  EXPECT_EQ(encoding_of({"\xC3\xA9", "\xE9 ", "\xE9 "}), kLatin);
  ByteEvidence even;
  even.add("\xC3\xA9");
  even.add("\xE9 ");
  EXPECT_EQ(even.encoding(), SniffedEncoding::utf_8);
}

TEST(ByteEvidence, FourOfFiveHighBytesOfLatinTextAreLetters) {
  EXPECT_EQ(encoding_of({times(4, "\xE9 ") + "\xA0 "}), kLatin);
  EXPECT_EQ(encoding_of({times(7, "\xE9 ") + times(2, "\xA0 ")}), "none");
  EXPECT_EQ(encoding_of({times(7, "\xE9 ") + times(2, "\x80 ")}), "none");
  EXPECT_EQ(encoding_of({"\xC0 "}), kLatin);
  for (const std::string_view sign : {"\xBF ", "\xD7 ", "\xF7 "}) {
    EXPECT_EQ(encoding_of({sign}), "none") << sign;
  }
}

TEST(ByteEvidence, OneOfFourHighBytesOfLatinTextStandsBeforeAnother) {
  EXPECT_EQ(encoding_of({"\xE9\xE9 \xE9 \xE9 "}), kLatin);
  EXPECT_EQ(encoding_of({"\xE9\xE9 \xE9 "}), "none");
  EXPECT_EQ(encoding_of({"\xE9\x80 " + times(4, "\xE9 ")}), kLatin);
  EXPECT_EQ(encoding_of({"\xE9\x80\xE9 " + times(4, "\xE9 ")}), "none");
}

TEST(ByteEvidence, AByteThatIsNothingIsInNoLatinText) {
  for (const std::string_view nothing : {"\x81 ", "\x8D ", "\x8F ", "\x90 ", "\x9D "}) {
    EXPECT_EQ(encoding_of({times(9, "\xE9 ") + std::string{nothing}}), "none") << nothing;
  }
  EXPECT_EQ(encoding_of({times(9, "\xE9 ") + "\x8E "}), kLatin);
}

TEST(ByteEvidence, NineOfTenCharactersOfChineseTextAreFrequent) {
  EXPECT_EQ(encoding_of({times(9, "\xA4\xA4") + "\xC9\x40"}), kChinese);
  EXPECT_EQ(encoding_of({times(8, "\xA4\xA4") + "\xC9\x40"}), "none");
  EXPECT_EQ(encoding_of({"\xA1\x40\xA4\xFE\xC6\xA1"}), kChinese);
  EXPECT_EQ(encoding_of({"\xA0\x40"}), "none");
}

TEST(ByteEvidence, NotSevenOfTenHighBytesOfChineseTextAreLatinLetters) {
  EXPECT_EQ(encoding_of({"\xA4\xE5\xC4\x40"}), kChinese);
  EXPECT_EQ(encoding_of({times(3, "\xA4\xE5") + times(4, "\xC4\x40")}), "none");
}

TEST(ByteEvidence, ByteByByteChineseTextIsPairs) {
  EXPECT_EQ(encoding_of({"\xA4\xA4 \xA4\x7E\xA4\x40"}), kChinese);
  for (const std::string_view broken :
       {"\xA4\xA4\xA4", "\xA4\xA4\xA4 ", "\xA4\x3F", "\xA4\x7F", "\xA4\xA0", "\xA4\xFF", "\xA4\xA4\x80", "\x80\xA4"}) {
    EXPECT_EQ(encoding_of({broken}), "none") << broken;
  }
  EXPECT_EQ(encoding_of({times(9, "\xA4\xA4") + "\xFE\x40"}), kChinese);
  EXPECT_EQ(encoding_of({times(9, "\xA4\xA4") + "\x81\x40"}), kChinese);
  EXPECT_EQ(encoding_of({times(9, "\xA4\xA4") + "\xFF\x40"}), "none");
  // A row ends where it ends, whatever stands behind it.
  EXPECT_EQ(encoding_of({std::string_view{"\xA4\xA4\xA4\xA4"}.substr(0, 3)}), "none");
}

}  // namespace
}  // namespace partnercheck::roster
