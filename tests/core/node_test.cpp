#include "json/node.h"

#include <gtest/gtest.h>

namespace partnercheck::json {
namespace {

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

std::string code_of(std::string_view text) {
  const auto document = parse(text);
  return document ? "" : std::string{document.error().code};
}

TEST(Node, ReadsEveryKindOfValue) {
  const auto document = parse(R"({"a":null,"b":true,"c":-3,"d":1.5,"e":"ä\u00e4\n","f":[1],"g":{}})");
  ASSERT_TRUE(document.has_value());
  const Node& root = document->root();
  EXPECT_EQ(root.member("a")->kind, Node::Kind::null);
  EXPECT_TRUE(root.member("b")->boolean);
  EXPECT_EQ(root.member("c")->integer, -3);
  EXPECT_EQ(root.member("d")->number, 1.5);
  EXPECT_EQ(root.member("e")->text, "ää\n");
  EXPECT_EQ(root.member("f")->size, 1U);
  EXPECT_EQ(root.member("g")->kind, Node::Kind::object);
  EXPECT_EQ(root.member("h"), nullptr);
}

TEST(Node, AMovedDocumentKeepsItsTexts) {
  auto first = parse(R"({"k":"v"})");
  const auto second = std::move(first);
  EXPECT_EQ(second->root().member("k")->text, "v");
}

TEST(Node, SixteenLevelsAreReadAndSeventeenAreNot) {
  EXPECT_EQ(code_of(nested(kMostLevels)), "");
  EXPECT_EQ(code_of(nested(kMostLevels + 1)), "json.too_deep");
  EXPECT_EQ(code_of(std::string(200'000, '[')), "json.too_deep");
  const auto document = parse(R"({"a":[1,{"b":)" + nested(kMostLevels - 2));
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().path, "/a/1/b/0/0/0/0/0/0/0/0/0/0/0/0");
}

TEST(Node, TheLengthIsBounded) {
  const std::string text = "\"" + std::string(kMostBytes - 2, 'x') + "\"";
  EXPECT_EQ(code_of(text), "");
  EXPECT_EQ(code_of(text + " "), "json.too_long");
}

TEST(Node, ARepeatedKeyIsRefusedWithItsPointer) {
  const auto document = parse(R"({"a":[{"b/c~":1,"b/c~":2}]})");
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, "json.duplicate_key");
  EXPECT_EQ(document.error().path, "/a/0/b~1c~0");
}

TEST(Node, AnObjectHasTwoHundredMembersAtMost) {
  const auto object = [](int members) {
    std::string text;
    for (int i = 0; i < members; ++i) {
      text += (i == 0 ? "{\"k" : ",\"k") + std::to_string(i) + "\":[]";
    }
    return text + "}";
  };
  EXPECT_EQ(parse(object(200))->root().size, 200U);
  const auto document = parse(R"({"a":[0,)" + object(201) + "]}");
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().code, "list.too_long");
  EXPECT_EQ(document.error().path, "/a/1");
}

TEST(Node, AnObjectWithVeryManyMembersIsRefusedQuickly) {
  std::string text = "{";
  for (int i = 0; i < 20'000; ++i) {
    text += "\"k" + std::to_string(i) + "\":1,";
  }
  text.back() = '}';
  EXPECT_EQ(code_of(text), "list.too_long");
}

TEST(Node, WhatIsNotJsonIsASyntaxError) {
  for (const std::string_view text : {"",
                                      " ",
                                      "{",
                                      "}",
                                      "{]",
                                      "[1,]",
                                      "{\"a\":}",
                                      "{'a':1}",
                                      "nul",
                                      "NaN",
                                      "Infinity",
                                      "01",
                                      "+1",
                                      "1.",
                                      "\"",
                                      "\"\n\"",
                                      "\"\\ud800\"",
                                      "\"\\udc00\\ud800\"",
                                      "\"\\x\"",
                                      "1 2",
                                      "{} {}",
                                      "\xff",
                                      "\"\xc3\"",
                                      "\"\xed\xa0\x80\"",
                                      "// note\n1",
                                      "\xef\xbb\xbf"
                                      "x"}) {
    EXPECT_EQ(code_of(text), "json.syntax") << text;
  }
}

TEST(Node, ASyntaxErrorNamesItsLineAndColumn) {
  const auto document = parse("{\n  \"ä\": 1,\n  \"b\": oops\n}");
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().line, 3);
  EXPECT_EQ(document.error().column, 8);
}

TEST(Node, AZeroByteDoesNotEndAText) {
  EXPECT_EQ(code_of(std::string_view{"1\0", 2}), "json.syntax");
  const auto document = parse(std::string_view{"{\n  \0}", 6});
  ASSERT_FALSE(document.has_value());
  EXPECT_EQ(document.error().line, 2);
  EXPECT_EQ(document.error().column, 3);
}

TEST(Node, ANumberTooLargeForAnIntegerIsKeptAsANumber) {
  for (const char* text : {"9223372036854775808", "18446744073709551616", "1e300", "-1e300"}) {
    const auto document = parse(text);
    ASSERT_TRUE(document.has_value()) << text;
    EXPECT_EQ(document->root().kind, Node::Kind::number) << text;
  }
  EXPECT_EQ(parse("9223372036854775807")->root().kind, Node::Kind::integer);
  EXPECT_EQ(code_of("1e400"), "json.syntax");
}

TEST(Node, AValueIsLocatedByItsPointer) {
  const std::string text = "{ \"a\": [ 1,\n  { \"b\": \"x\\\"]\", \"c\": true } ],\n  \"d\": {} }";
  const auto at = [&](std::string_view pointer) {
    const Position found = locate(text, pointer);
    return std::pair{found.line, found.column};
  };
  EXPECT_EQ(at(""), (std::pair<std::int64_t, std::int64_t>{1, 1}));
  EXPECT_EQ(at("/a/0"), (std::pair<std::int64_t, std::int64_t>{1, 10}));
  EXPECT_EQ(at("/a/1/c"), (std::pair<std::int64_t, std::int64_t>{2, 23}));
  EXPECT_EQ(at("/d"), (std::pair<std::int64_t, std::int64_t>{3, 8}));
  EXPECT_EQ(at("/d/missing"), (std::pair<std::int64_t, std::int64_t>{3, 8}));
}

TEST(Node, WhatIsNotThereIsLocatedWhereItsListBegins) {
  EXPECT_EQ(locate(R"({"a":[],"b":[1]})", "/a/0").column, 6);
  EXPECT_EQ(locate(R"({"a":{},"b":{"c":1}})", "/a/c").column, 6);
  EXPECT_EQ(locate(R"({"a":[1,2],"b":[3]})", "/a/2").column, 6);
}

TEST(Node, AValueIsLocatedWhateverBlanksStandAround) {
  for (const std::string blank : {" ", "\t", "\r", "\n", " \t\r\n "}) {
    const std::string text = blank + "{" + blank + "\"a\"" + blank + ":" + blank + "[" + blank + "-1.5e3" + blank +
                             "," + blank + "null" + blank + "]" + blank + "," + blank + "\"b\"" + blank + ":" + blank +
                             "\"" + "c\\\"" + "\"" + blank + "," + blank + "\"d\"" + blank + ":" + blank + "true" +
                             blank + "}" + blank;
    ASSERT_TRUE(parse(text)) << text;
    for (const auto& [pointer, value] : {std::pair{"", "{"},
                                         {"/a", "["},
                                         {"/a/0", "-1.5e3"},
                                         {"/a/1", "null"},
                                         {"/a/2", "["},
                                         {"/a/1/x", "null"},
                                         {"/b", "\"c"},
                                         {"/d", "true"},
                                         {"/e", "{"}}) {
      const Position found = locate(text, pointer);
      const Position expected = position_of(text, text.find(value));
      EXPECT_EQ((std::pair{found.line, found.column}), (std::pair{expected.line, expected.column})) << text << pointer;
    }
  }
}

}  // namespace
}  // namespace partnercheck::json
