// From tokens to nodes.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "json/lexer.h"
#include "json/node.h"

namespace partnercheck::json {

namespace {

// Lists the nodes and stops at the first thing that makes the text meaningless.
class Builder {
 public:
  Builder(Document& document, std::string_view text)
      : document_{document}, text_{text}, lexer_{text, document.decoded} {
    constexpr std::size_t kUsualBytesOfNode = 8;
    document_.nodes.reserve(text.size() / kUsualBytesOfNode + 1);
  }

  bool build() { return value(lexer_.next(), {}) && (lexer_.next() == Token::end || refuse()); }

  [[nodiscard]] Fault take_fault() { return std::move(fault_); }

 private:
  using Token = Lexer::Token;

  bool value(Token token, std::string_view key) {
    switch (token) {
      case Token::begin_object:
        return open(Node::Kind::object, key) && members();
      case Token::begin_array:
        return open(Node::Kind::array, key) && elements();
      case Token::string:
      case Token::scalar:
        add(lexer_.node(), key);
        return true;
      default:
        return refuse();
    }
  }

  bool members() {
    Token token = lexer_.next();
    while (token != Token::end_object) {
      if (token != Token::string) {
        return refuse();
      }
      const std::string_view name = lexer_.node().text;
      if (!take_member(name)) {
        return false;
      }
      if (lexer_.next() != Token::colon) {
        return refuse();
      }
      if (!value(lexer_.next(), name) || !go_on(token, Token::end_object)) {
        return false;
      }
    }
    return close();
  }

  bool elements() {
    Token token = lexer_.next();
    while (token != Token::end_array) {
      ++document_.nodes[open_[depth_ - 1]].size;
      if (!value(token, {}) || !go_on(token, Token::end_array)) {
        return false;
      }
    }
    return close();
  }

  // Behind one that a container holds: to the next one, or to `end`.
  bool go_on(Token& token, Token end) {
    token = lexer_.next();
    if (token == end) {
      return true;
    }
    if (token != Token::comma) {
      return refuse();
    }
    token = lexer_.next();
    return token != end || refuse();
  }

  // Always false.
  bool refuse() {
    const Position at = position_of(text_, lexer_.last());
    fault_ = fault("json.syntax", "", {{"line", at.line}, {"column", at.column}});
    fault_.line = at.line;
    fault_.column = at.column;
    return false;
  }

  // Few members are ever known: past them a linear search for repetitions would only serve an attacker.
  bool take_member(std::string_view name) {
    constexpr std::size_t kMostMembers = 200;
    Node& object = innermost();
    if (object.size >= kMostMembers) {
      fault_ = fault("list.too_long", pointer(), {{"most", std::int64_t{kMostMembers}}});
      return false;
    }
    if (object.member(name) != nullptr) {
      fault_ = fault("json.duplicate_key", pointer() + "/" + escaped(name), {{"key", std::string{name}}});
      return false;
    }
    ++object.size;
    return true;
  }

  void add(Node node, std::string_view key) {
    node.key = key;
    document_.nodes.push_back(node);
  }

  bool open(Node::Kind kind, std::string_view key) {
    if (depth_ == kMostLevels) {
      fault_ = fault("json.too_deep", pointer(), {{"most", static_cast<std::int64_t>(kMostLevels)}});
      return false;
    }
    add({.kind = kind}, key);
    open_[depth_++] = document_.nodes.size() - 1;
    return true;
  }

  bool close() {
    innermost();
    --depth_;
    return true;
  }

  // The container that is being read, with what it holds so far.
  Node& innermost() {
    const std::size_t index = open_[depth_ - 1];
    Node& node = document_.nodes[index];
    node.nodes = static_cast<std::uint32_t>(document_.nodes.size() - index);
    return node;
  }

  // Of the container that is being read.
  [[nodiscard]] std::string pointer() const {
    std::string path;
    for (std::size_t i = 1; i < depth_; ++i) {
      const Node& parent = document_.nodes[open_[i - 1]];
      const Node& node = document_.nodes[open_[i]];
      path += "/" + (parent.kind == Node::Kind::array ? std::to_string(parent.size - 1) : escaped(node.key));
    }
    return path;
  }

  Document& document_;
  std::string_view text_;
  Lexer lexer_;
  std::array<std::size_t, kMostLevels> open_{};  // indices of the containers that are being read
  std::size_t depth_ = 0;
  Fault fault_;
};

}  // namespace

std::expected<Document, Fault> parse(std::string_view text) {
  if (text.size() > kMostBytes) {
    return std::unexpected(
        fault("json.too_long", "",
              {{"bytes", static_cast<std::int64_t>(text.size())}, {"most", static_cast<std::int64_t>(kMostBytes)}}));
  }
  std::expected<Document, Fault> document{Document{}};
  Builder builder{*document, text};
  if (!builder.build()) {
    return std::unexpected(builder.take_fault());
  }
  return document;
}

}  // namespace partnercheck::json
