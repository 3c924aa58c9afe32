#include "json/lexer.h"

#include <charconv>
#include <cmath>
#include <system_error>

#include "json/plain.h"
#include "json/to_double.h"
#include "text.h"

namespace partnercheck::json {

Lexer::Token Lexer::next() {
  while (now() == ' ' || now() == '\n' || now() == '\r' || now() == '\t') {
    ++at_;
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (at_ == 0 && now() == kByteOrderMark.front()) {
    return word(kByteOrderMark, {}) == Token::wrong ? Token::wrong : next();
  }
  switch (now()) {
    case '{':
      return take(Token::begin_object);
    case '}':
      return take(Token::end_object);
    case '[':
      return take(Token::begin_array);
    case ']':
      return take(Token::end_array);
    case ':':
      return take(Token::colon);
    case ',':
      return take(Token::comma);
    case '"':
      return string();
    case 't':
      return word("true", {.kind = Node::Kind::boolean, .boolean = true});
    case 'f':
      return word("false", {.kind = Node::Kind::boolean});
    case 'n':
      return word("null", {});
    default:
      return is_digit(now()) || now() == '-' ? number() : take(at_ < text_.size() ? Token::wrong : Token::end);
  }
}

Lexer::Token Lexer::take(Token token) {
  ++at_;
  return token;
}

Lexer::Token Lexer::word(std::string_view word, const Node& node) {
  for (const char c : word) {
    if (now() != c) {
      return take(Token::wrong);
    }
    ++at_;
  }
  node_ = node;
  return Token::scalar;
}

Lexer::Token Lexer::number() {
  const std::size_t start = at_;
  at_ += now() == '-' ? 1U : 0U;
  if (now() == '0') {
    ++at_;
  } else if (!digits()) {
    return take(Token::wrong);
  }
  bool whole = true;
  if (now() == '.') {
    whole = false;
    ++at_;
    if (!digits()) {
      return take(Token::wrong);
    }
  }
  if (now() == 'e' || now() == 'E') {
    whole = false;
    ++at_;
    at_ += now() == '+' || now() == '-' ? 1U : 0U;
    if (!digits()) {
      return take(Token::wrong);
    }
  }
  const std::string_view written = text_.substr(start, at_ - start);
  std::int64_t integer = 0;
  if (whole && std::from_chars(written.data(), written.data() + written.size(), integer).ec == std::errc{}) {
    node_ = {.kind = Node::Kind::integer, .integer = integer, .number = static_cast<double>(integer)};
    return Token::scalar;
  }
  node_ = {.kind = Node::Kind::number, .number = to_double(written)};
  return std::isfinite(node_.number) ? Token::scalar : Token::wrong;
}

// One at least.
bool Lexer::digits() {
  const std::size_t start = at_;
  while (is_digit(now())) {
    ++at_;
  }
  return at_ > start;
}

Lexer::Token Lexer::string() {
  const std::size_t start = ++at_;
  std::size_t copied = start;  // up to here it stands in `decoded_`
  const std::size_t kept = decoded_.size();
  while (true) {
    at_ += plain_bytes(text_.substr(at_));
    if (now() == '"') {
      break;
    }
    if (now() == '\\') {
      keep(text_.substr(copied, at_ - copied));
      if (!escape()) {
        return take(Token::wrong);
      }
      copied = at_;
    } else if (!character()) {
      return take(Token::wrong);
    }
  }
  const std::string_view rest = text_.substr(copied, at_ - copied);
  if (copied == start) {
    node_ = {.kind = Node::Kind::string, .text = rest};
  } else {
    keep(rest);
    node_ = {.kind = Node::Kind::string, .text = {decoded_.data() + kept, decoded_.size() - kept}};
  }
  return take(Token::string);
}

// More than ASCII, as UTF-8: the shortest form of a code point, and none that is half of another.
bool Lexer::character() {
  const unsigned lead = byte();
  int more = 0;
  unsigned least = 0x80;
  unsigned most = 0xBF;
  if (lead >= 0xC2 && lead <= 0xDF) {
    more = 1;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    more = 2;
    least = lead == 0xE0 ? 0xA0 : least;
    most = lead == 0xED ? 0x9F : most;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    more = 3;
    least = lead == 0xF0 ? 0x90 : least;
    most = lead == 0xF4 ? 0x8F : most;
  } else {
    return false;
  }
  for (++at_; more > 0; --more, ++at_) {
    if (byte() < least || byte() > most) {
      return false;
    }
    least = 0x80;
    most = 0xBF;
  }
  return true;
}

bool Lexer::escape() {
  constexpr std::string_view kEscapes = "\"\\/bfnrt";
  constexpr std::string_view kMeant = "\"\\/\b\f\n\r\t";
  ++at_;
  if (now() == 'u') {
    ++at_;
    return code_point();
  }
  const std::size_t which = kEscapes.find(now());
  if (which == std::string_view::npos) {
    return false;
  }
  keep(kMeant.substr(which, 1));
  ++at_;
  return true;
}

// Four hexadecimal digits, and four more where they are the first half.
bool Lexer::code_point() {
  unsigned point = 0;
  if (!unit(point)) {
    return false;
  }
  bool half = point >= 0xDC00 && point <= 0xDFFF;
  if (point >= 0xD800 && point <= 0xDBFF) {
    for (const char c : {'\\', 'u'}) {
      if (now() != c) {
        return false;
      }
      ++at_;
    }
    unsigned second = 0;
    if (!unit(second)) {
      return false;
    }
    half = second < 0xDC00 || second > 0xDFFF;
    point = 0x10000 + ((point - 0xD800) << 10U) + (second - 0xDC00);
  }
  if (half) {
    --at_;
    return false;
  }
  const auto put = [&](unsigned value) {
    const char c = static_cast<char>(value);
    keep({&c, 1});
  };
  if (point < 0x80) {
    put(point);
    return true;
  }
  const unsigned more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  put((more == 1 ? 0xC0U : more == 2 ? 0xE0U : 0xF0U) | (point >> (6 * more)));
  for (unsigned left = more; left > 0; --left) {
    put(0x80U | ((point >> (6 * (left - 1))) & 0x3FU));
  }
  return true;
}

bool Lexer::unit(unsigned& out) {
  for (int i = 0; i < 4; ++i, ++at_) {
    const char c = now();
    const char lower = static_cast<char>(c | 0x20);
    if (!is_digit(c) && (lower < 'a' || lower > 'f')) {
      return false;
    }
    out = 16 * out + static_cast<unsigned>(is_digit(c) ? c - '0' : lower - 'a' + 10);
  }
  return true;
}

void Lexer::keep(std::string_view piece) {
  // Decoded, a text is never longer than it was written: room once, and the views stay valid.
  if (decoded_.empty()) {
    decoded_.reserve(text_.size());
  }
  decoded_.insert(decoded_.end(), piece.begin(), piece.end());
}

}  // namespace partnercheck::json
