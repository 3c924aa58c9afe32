#include "roster/src/byte_evidence.h"

#include "roster/src/utf8.h"

namespace partnercheck::roster {

namespace {

constexpr bool between(unsigned byte, unsigned first, unsigned last) { return byte >= first && byte <= last; }

}  // namespace

void ByteEvidence::add(std::string_view text) {
  if (is_utf8(text)) {
    ++utf8_rows_;
  } else {
    ++other_rows_;
    add_other(text);
  }
}

void ByteEvidence::add_other(std::string_view text) {
  const auto at = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  bool in_pair = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned byte = at(i);
    const unsigned next = at(i + 1);
    if (in_pair) {
      in_pair = false;
    } else if (byte >= 0x80U) {
      in_pair = between(byte, 0x81U, 0xFEU) && (between(next, 0x40U, 0x7EU) || between(next, 0xA1U, 0xFEU));
      pairs_ += in_pair ? 1 : 0;
      common_ += between(byte, 0xA1U, 0xC6U) ? 1 : 0;
      is_broken_ |= !in_pair;
    }
    if (byte >= 0x80U) {
      ++high_;
      letters_ += byte >= 0xC0U && byte != 0xD7U && byte != 0xF7U ? 1 : 0;
      has_undefined_ |= byte == 0x81U || byte == 0x8DU || byte == 0x8FU || byte == 0x90U || byte == 0x9DU;
      doubled_ += next >= 0x80U ? 1 : 0;
    }
  }
}

bool ByteEvidence::shows() const {
  return other_rows_ == 0 || (other_rows_ > utf8_rows_ && (is_windows_1252() || is_big5()));
}

SniffedEncoding ByteEvidence::encoding() const {
  return other_rows_ <= utf8_rows_ ? SniffedEncoding::utf_8
         : is_windows_1252()       ? SniffedEncoding::windows_1252
         : is_big5()               ? SniffedEncoding::big5
                                   : SniffedEncoding::utf_8;
}

// Words of Latin letters, few of which stand beside another that is no ASCII. An old Mac writes them with the bytes
// that are signs here.
bool ByteEvidence::is_windows_1252() const {
  return !has_undefined_ && letters_ * 10 >= high_ * 8 && doubled_ * 4 <= high_;
}

// Nearly all characters of Chinese text are among the frequent ones, whose first bytes are no letters elsewhere.
bool ByteEvidence::is_big5() const { return !is_broken_ && common_ * 10 >= pairs_ * 9 && letters_ * 10 < high_ * 7; }

}  // namespace partnercheck::roster
