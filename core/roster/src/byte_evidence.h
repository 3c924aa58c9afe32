// In which encoding bytes are written that are no UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

#include "partnercheck/roster/table.h"

namespace partnercheck::roster {

class ByteEvidence {
 public:
  // A row with bytes that are no ASCII.
  void add(std::string_view text);

  // Whether the rows are text in one of the encodings that can be known by their bytes, and in which.
  [[nodiscard]] bool shows() const;
  [[nodiscard]] SniffedEncoding encoding() const;

 private:
  void add_other(std::string_view text);
  [[nodiscard]] bool is_windows_1252() const;
  [[nodiscard]] bool is_big5() const;

  std::int64_t utf8_rows_ = 0;
  std::int64_t other_rows_ = 0;
  // Of the other rows.
  std::int64_t high_ = 0;       // bytes beyond ASCII
  std::int64_t letters_ = 0;    // of them, a letter in Windows-1252
  bool has_undefined_ = false;  // one of them is nothing in Windows-1252
  std::int64_t doubled_ = 0;    // of them, in front of another
  std::int64_t pairs_ = 0;      // a character of Big5
  std::int64_t common_ = 0;     // of them, one that is often used
  bool is_broken_ = false;      // a byte begins none
};

}  // namespace partnercheck::roster
