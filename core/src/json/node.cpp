#include "json/node.h"

#include <algorithm>
#include <array>

namespace partnercheck::json {

namespace {

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
  static constexpr auto kKinds =
      std::to_array<std::string_view>({"null", "boolean", "integer", "number", "string", "array", "object"});
  return kKinds[static_cast<std::size_t>(kind)];
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
