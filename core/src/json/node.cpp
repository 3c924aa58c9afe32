#include "json/node.h"

#include <algorithm>
#include <array>

#include "json/lexer.h"

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
      if (!may_have(name)) {
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
  bool may_have(std::string_view name) {
    constexpr std::size_t kMostMembers = 200;
    const Node& object = innermost();
    if (object.size >= kMostMembers) {
      fault_ = fault("list.too_long", pointer(), {{"most", std::int64_t{kMostMembers}}});
      return false;
    }
    if (object.member(name) != nullptr) {
      fault_ = fault("json.duplicate_key", pointer() + "/" + escaped(name), {{"key", std::string{name}}});
      return false;
    }
    return true;
  }

  void add(Node node, std::string_view key) {
    if (depth_ > 0) {
      ++document_.nodes[open_[depth_ - 1]].size;
    }
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

// Steps over valid JSON.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_{text} {}

  std::size_t find(std::string_view pointer) {
    skip_blank();
    std::size_t found = at_;
    while (!pointer.empty()) {
      pointer.remove_prefix(1);
      const std::string_view part = pointer.substr(0, pointer.find('/'));
      pointer.remove_prefix(part.size());
      if (!enter(part)) {
        break;
      }
      found = at_;
    }
    return found;
  }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blank() {
    while (now() == ' ' || now() == '\t' || now() == '\n' || now() == '\r') {
      ++at_;
    }
  }

  std::string_view skip_string() {
    const std::size_t start = ++at_;
    while (now() != '"' && at_ < text_.size()) {
      at_ += now() == '\\' ? 2U : 1U;
    }
    return text_.substr(start, at_++ - start);
  }

  void skip_value() {
    std::size_t depth = 0;
    do {
      skip_blank();
      switch (now()) {
        case '"':
          skip_string();
          break;
        case '{':
        case '[':
          ++depth;
          ++at_;
          break;
        case '}':
        case ']':
          --depth;
          ++at_;
          break;
        case ',':
        case ':':
          ++at_;
          break;
        default:
          at_ = std::min(text_.find_first_of(" \t\r\n,:]}", at_), text_.size());
      }
      skip_blank();
    } while (depth > 0 && at_ < text_.size());
  }

  // To the value of a member or the element of an index; false when there is none.
  bool enter(std::string_view part) {
    const bool object = now() == '{';
    if (!object && now() != '[') {
      return false;
    }
    ++at_;
    for (std::size_t index = 0; at_ < text_.size(); ++index) {
      skip_blank();
      if (now() == '}' || now() == ']') {
        return false;
      }
      bool here = !object && std::to_string(index) == part;
      if (object) {
        here = skip_string() == part;
        skip_blank();
        ++at_;  // the colon
        skip_blank();
      }
      if (here) {
        return true;
      }
      skip_value();
      if (now() == ',') {
        ++at_;
      }
    }
    return false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

const Node* Node::member(std::string_view name) const {
  const Children all = children();
  const auto found = std::ranges::find(all, name, &Node::key);
  return found != all.end() ? &*found : nullptr;
}

std::string escaped(std::string_view part) {
  std::string out;
  for (const char c : part) {
    if (c == '~') {
      out += "~0";
    } else if (c == '/') {
      out += "~1";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view kind_name(Node::Kind kind) {
  static constexpr std::array<std::string_view, 7> kKinds{"null",   "boolean", "integer", "number",
                                                          "string", "array",   "object"};
  return kKinds[static_cast<std::size_t>(kind)];
}

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

Position position_of(std::string_view text, std::size_t offset) {
  Position at;
  for (const char c : text.substr(0, std::min(offset, text.size()))) {
    if (c == '\n') {
      ++at.line;
      at.column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++at.column;
    }
  }
  return at;
}

Position locate(std::string_view text, std::string_view pointer) {
  return position_of(text, Walker{text}.find(pointer));
}

}  // namespace partnercheck::json
