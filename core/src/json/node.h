// A JSON text, read strictly into a tree.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/faults.h"

namespace partnercheck::json {

inline constexpr std::size_t kMostBytes = 256UL * 1024;
inline constexpr std::size_t kMostLevels = 16;

// All nodes of a text stand in one list, each before what it holds: a text costs one piece of memory, however deep it
// is.
struct Node {
  enum class Kind : std::uint8_t { null, boolean, integer, number, string, array, object };
  class Children;

  Kind kind = Kind::null;
  bool boolean = false;
  std::uint32_t size = 0;   // how many children
  std::uint32_t nodes = 1;  // of the list: itself and all that it holds
  std::int64_t integer = 0;
  double number = 0;
  std::string_view text = {};
  std::string_view key = {};  // of a member of an object

  [[nodiscard]] Children children() const;
  // Null when there is no such member.
  [[nodiscard]] const Node* member(std::string_view name) const;
};

class Node::Children {
 public:
  class Iterator {
   public:
    using value_type = Node;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    explicit Iterator(const Node* at) : at_{at} {}
    const Node& operator*() const { return *at_; }
    Iterator& operator++() {
      at_ += at_->nodes;
      return *this;
    }
    Iterator operator++(int) { return std::exchange(*this, Iterator{at_ + at_->nodes}); }
    friend bool operator==(Iterator, Iterator) = default;

   private:
    const Node* at_ = nullptr;
  };

  explicit Children(const Node& parent) : parent_{parent} {}
  [[nodiscard]] Iterator begin() const { return Iterator{&parent_ + 1}; }
  [[nodiscard]] Iterator end() const { return Iterator{&parent_ + parent_.nodes}; }

 private:
  const Node& parent_;
};

inline Node::Children Node::children() const { return Children{*this}; }

[[nodiscard]] std::string_view kind_name(Node::Kind kind);

// A part of a JSON pointer, with `~` and `/` written as the pointer syntax wants.
[[nodiscard]] std::string escaped(std::string_view part);

// Its nodes point into the text that was read, and into what of it had to be decoded, which stays where it is when the
// document is moved.
struct Document {
  std::vector<char> decoded;
  std::vector<Node> nodes;

  [[nodiscard]] const Node& root() const { return nodes.front(); }
};

// The whole text, which has to outlive the document, or the one fault that stopped the reading. Never throws on bad
// input.
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
