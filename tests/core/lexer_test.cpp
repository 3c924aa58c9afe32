// The reader of JSON against a library's: both take the same texts, for the same, and refuse the others at the same
// byte.
#include "json/lexer.h"

#include <gtest/gtest.h>

#include <array>
#include <bit>
#include <nlohmann/json.hpp>
#include <random>
#include <string>

namespace partnercheck::json {
namespace {

// What was read, one thing after the other; numbers to the bit.
struct Events {
  std::string list;
  std::size_t refused = std::string::npos;  // at this byte

  bool null() { return say("null"); }
  bool boolean(bool value) { return say(value ? "true" : "false"); }
  bool number_integer(std::int64_t value) { return say("integer " + std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) {
    return value <= INT64_MAX ? number_integer(static_cast<std::int64_t>(value))
                              : number_float(static_cast<double>(value), "");
  }
  bool number_float(double value, const std::string&) {
    return say("number " + std::to_string(std::bit_cast<std::uint64_t>(value)));
  }
  bool string(const std::string& value) { return say("string " + value); }
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return say("{"); }
  bool end_object() { return say("}"); }
  bool start_array(std::size_t) { return say("["); }
  bool end_array() { return say("]"); }
  bool key(const std::string& name) { return say("key " + name); }
  bool parse_error(std::size_t offset, const std::string&, const nlohmann::json::exception&) {
    refused = offset == 0 ? 0 : offset - 1;
    return false;
  }

  bool say(const std::string& event) {
    list += event + '\n';
    return true;
  }
};

void tell(const Node& node, Events& events) {
  switch (node.kind) {
    case Node::Kind::null:
      events.null();
      break;
    case Node::Kind::boolean:
      events.boolean(node.boolean);
      break;
    case Node::Kind::integer:
      events.number_integer(node.integer);
      break;
    case Node::Kind::number:
      events.number_float(node.number, "");
      break;
    case Node::Kind::string:
      events.string(std::string{node.text});
      break;
    case Node::Kind::array:
    case Node::Kind::object: {
      const bool object = node.kind == Node::Kind::object;
      events.say(object ? "{" : "[");
      for (const Node& child : node.children()) {
        if (object) {
          events.key(std::string{child.key});
        }
        tell(child, events);
      }
      events.say(object ? "}" : "]");
      break;
    }
  }
}

// Whether it was for the library to say: a repeated key is a fault of ours alone.
bool compare(const std::string& text) {
  const auto document = parse(text);
  if (!document && document.error().code != "json.syntax") {
    return false;
  }
  Events theirs;
  const bool accepted = nlohmann::json::sax_parse(text.begin(), text.end(), &theirs);
  EXPECT_EQ(document.has_value(), accepted) << text;
  if (document && accepted) {
    Events ours;
    tell(document->root(), ours);
    EXPECT_EQ(ours.list, theirs.list) << text;
  } else if (!document && !accepted) {
    const Position at = position_of(text, theirs.refused);
    EXPECT_EQ(document.error().line, at.line) << text;
    EXPECT_EQ(document.error().column, at.column) << text;
  }
  return true;
}

constexpr auto kTexts = std::to_array<std::string_view>({
    R"({"today":"2021-05-20","action":{"type":"link_mcid"},"facts":{"person":{"associations":[{"ended":null}]}}})",
    R"([0,-0,1,-1,12.5,-0.0,1e3,1E+3,1.25e-3,0.1,0.30000000000000004,9007199254740993,5e-324,2.2250738585072011e-308])",
    "[9223372036854775807,-9223372036854775808,9223372036854775808,18446744073709551615,18446744073709551616]",
    "[1e308,1.7976931348623157e308,123456789012345678901234567890.125,0.000000000000000000000000000000000001e-400]",
    R"(["\"\\\/\b\f\n\r\t","\u0000\u0041\u00e4\u20AC\ud834\udd1e","plain and then \u00e4, and more","\ud83d\ude00x"])",
    "{\"\u00e4\":\"\u00e5\u4e2d\u6587\U0001F600\",\"\u007f\":[true,false,null,{},[]],\"a\\u0062c\":"
    "\"abcdefghijklmnopqrstuvwxyz\"}",
    "\xEF\xBB\xBF [ 1 , 2 ]\r\n\t",
});

TEST(Lexer, TakesWhatTheLibraryTakesForTheSame) {
  for (const std::string_view text : kTexts) {
    EXPECT_TRUE(compare(std::string{text})) << text;
    EXPECT_TRUE(parse(text).has_value()) << text;
  }
}

TEST(Lexer, TakesTheCharactersThatTheLibraryTakesAtTheBoundsOfTheirForms) {
  constexpr auto kSecond = std::to_array<unsigned char>({0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0});
  constexpr auto kLater = std::to_array<unsigned char>({0x7F, 0x80, 0xBF, 0xC0});
  const auto text_of = [](auto... bytes) { return "[\"" + std::string{static_cast<char>(bytes)...} + "\"]"; };
  for (unsigned lead = 0x7F; lead <= 0xFF; ++lead) {
    compare(text_of(lead));
    for (const unsigned char second : kSecond) {
      compare(text_of(lead, second));
      for (const unsigned char third : kLater) {
        compare(text_of(lead, second, third));
        for (const unsigned char fourth : kLater) {
          compare(text_of(lead, second, third, fourth));
        }
      }
    }
  }
}

TEST(Lexer, TakesTheEscapesThatTheLibraryTakesAtTheBoundsOfTheirForms) {
  constexpr auto kPoints =
      std::to_array<std::string_view>({"0000", "007F", "0080", "07ff", "0800", "D7FF", "d800", "d801", "DBFF", "DC00",
                                       "dc01", "DFFF", "e000", "FFFF", "00g0", "00G0", "00`0", "00@0", "00/0", "00:0"});
  for (const std::string_view first : kPoints) {
    const std::string alone = "\\u" + std::string{first};
    compare("[\"" + alone + "\"]");
    compare("[\"" + alone + "x\"]");
    for (const std::string_view second : kPoints) {
      compare("[\"" + alone + "\\u" + std::string{second} + "\"]");
    }
  }
}

TEST(Lexer, RefusesWhatTheLibraryRefusesAtTheSameByte) {
  // Pieces that mean something, and bytes that are wrong in most places.
  constexpr auto kPieces = std::to_array<std::string_view>({
      "{",        "}",        "[",        "]",    ":",    ",",    "\"",    "\\",       "\\u",
      "\\ud800",  "0",        "-",        ".5",   "e",    "E+9",  "1e999", "true",     "nul",
      "\n",       " ",        "\x01",     "\x7f", "\x80", "\xbf", "\xc0",  "\xc3\xa4", "\xe0\x9f",
      "\xed\xa0", "\xef\xbb", "\xf0\x8f", "\xf4", "\xf5", "\xff", "//",    "\\udc00",  "\\uD83D\\uDE00",
      "\\x",      "\"a\":1",  "\"b\"",    "00",
  });
  std::mt19937 random{20210427};
  const auto below = [&](std::size_t most) { return random() % most; };
  int compared = 0;
  for (int round = 0; round < 40'000; ++round) {
    std::string text{kTexts[below(kTexts.size())]};
    for (std::size_t changes = 1 + below(3); changes > 0; --changes) {
      const std::size_t at = below(text.size() + 1);
      switch (below(3)) {
        case 0:
          text.erase(at, 1 + below(3));
          break;
        case 1:
          text.insert(at, kPieces[below(kPieces.size())]);
          break;
        default:
          text.resize(at);
          break;
      }
    }
    compared += compare(text) ? 1 : 0;
  }
  EXPECT_GT(compared, 30'000);
}

}  // namespace
}  // namespace partnercheck::json
