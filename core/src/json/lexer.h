// The tokens of a JSON text (RFC 8259), read strictly.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "json/node.h"

namespace partnercheck::json {

class Lexer {
 public:
  enum class Token : std::uint8_t {
    end,
    wrong,
    begin_object,
    end_object,
    begin_array,
    end_array,
    colon,
    comma,
    string,
    scalar,  // a number or one of the three words
  };

  // `decoded` takes the strings that are not as they are written. It has to stay where it is.
  Lexer(std::string_view text, std::vector<char>& decoded) : text_{text}, decoded_{decoded} {}

  Token next();
  // Of the last token, a string or a scalar.
  [[nodiscard]] const Node& node() const { return node_; }
  // The last byte of the last token; of one that is wrong the byte that is, and past the text where that ended too
  // soon.
  [[nodiscard]] std::size_t last() const { return at_ - 1; }

 private:
  [[nodiscard]] char now() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  [[nodiscard]] unsigned byte() const { return static_cast<unsigned char>(now()); }
  Token take(Token token);
  Token word(std::string_view word, const Node& node);
  Token number();
  Token string();
  bool digits();
  // Of a string. False where it is wrong, with the byte that is as the next one.
  bool character();
  bool escape();
  bool code_point();
  bool unit(unsigned& out);
  void keep(std::string_view piece);

  std::string_view text_;
  std::vector<char>& decoded_;
  std::size_t at_ = 0;
  Node node_;
};

}  // namespace partnercheck::json
