// A JSON text, read strictly into a tree.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/faults.h"

namespace partnercheck::json {

inline constexpr std::size_t kMostBytes = 256UL * 1024;
inline constexpr std::size_t kMostLevels = 16;

struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };

  Kind kind = Kind::null;
  bool boolean = false;
  std::int64_t integer = 0;
  double number = 0;
  std::string_view text = {};
  std::string_view key = {};  // of a member of an object
  std::vector<Node> children = {};

  // Null when there is no such member.
  [[nodiscard]] const Node* member(std::string_view name) const;
};

[[nodiscard]] std::string_view kind_name(Node::Kind kind);

// A part of a JSON pointer, with `~` and `/` written as the pointer syntax wants.
[[nodiscard]] std::string escaped(std::string_view part);

// Owns the texts that its nodes point into; they stay where they are when it is moved.
struct Document {
  std::vector<char> texts;
  Node root;
};

// The whole text, or the one fault that stopped the reading. Never throws on bad input.
[[nodiscard]] std::expected<Document, Fault> parse(std::string_view text);

struct Position {
  std::int64_t line = 1;
  std::int64_t column = 1;  // in characters
};

[[nodiscard]] Position position_of(std::string_view text, std::size_t offset);

// Where the value named by a JSON pointer begins; for a member that is not there, where its object begins.
// Requires a text that parse accepts.
[[nodiscard]] Position locate(std::string_view text, std::string_view pointer);

}  // namespace partnercheck::json
