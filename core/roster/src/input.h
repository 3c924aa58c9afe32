// Bytes in any of the encodings of a table, as UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/roster/table.h"
#include "roster/src/csv.h"

namespace partnercheck::roster {

// As UTF-8. A byte that means nothing becomes U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

class Input {
 public:
  Input(Encoding encoding, char delimiter) : encoding_{encoding}, reader_{delimiter} {}
  explicit Input(const TableForm& form)
      : Input{form.encoding.known() ? form.encoding.value() : Encoding::utf_8,
              form.delimiter.known() ? form.delimiter.value().front() : ','} {}

  // Room for `size` more bytes of the file, to be written before the next call of commit.
  [[nodiscard]] char* prepare(std::size_t size);
  // As CsvReader::commit. An unpaired surrogate becomes U+FFFD.
  template <class OnRow>
  void commit(std::size_t size, bool last, OnRow&& on_row) {
    if (encoding_ != Encoding::utf_8) {
      size = encoding_ == Encoding::windows_1252 ? transcode_bytes(size) : transcode(size, last);
    }
    reader_.commit(size, last, std::forward<OnRow>(on_row));
  }

  // As those of CsvReader.
  void begin_inside() { reader_.begin_inside(); }
  [[nodiscard]] bool is_between_rows() const { return kept_ == 0 && reader_.is_between_rows(); }
  [[nodiscard]] std::int64_t line() const { return reader_.line(); }
  void skip_lines(std::int64_t lines) { reader_.skip_lines(lines); }

 private:
  // Write what stands in units_ into the buffer of the reader.
  [[nodiscard]] std::size_t transcode(std::size_t size, bool last);
  [[nodiscard]] std::size_t transcode_bytes(std::size_t size);

  Encoding encoding_;
  CsvReader reader_;
  std::vector<char> units_;
  std::size_t kept_ = 0;  // bytes of an unfinished character
};

}  // namespace partnercheck::roster
