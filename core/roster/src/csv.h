// Rows out of a stream of bytes: RFC 4180 with any delimiter, read in chunks of any size.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace partnercheck::roster {

// What keeps a row from being read. The rows around it are not touched by it.
enum class RowFault { none, quote_not_closed, text_after_quote, too_long, too_many_cells };

struct Row {
  std::span<const std::string_view> cells;  // quotes taken off; valid until the handler returns
  std::string_view text;                    // as it is written, without its line end
  std::int64_t line = 0;                    // from 1, where the row starts
  RowFault fault = RowFault::none;
  std::size_t fault_at = 0;  // byte in `text`
  bool ascii = false;        // `text` is; false also where nobody looked

  // A line with nothing in it, not even blanks between delimiters.
  [[nodiscard]] bool blank() const;
};

// The line and the column (from 1, in characters) of a byte of a row, which can span lines.
struct Place {
  std::int64_t line;
  std::int64_t column;
};
[[nodiscard]] Place place_in(const Row& row, std::size_t byte);

// CR LF is one.
[[nodiscard]] std::int64_t line_ends_in(std::string_view text);

// Lines end with LF, CR LF or CR. A quote inside an unquoted cell is an ordinary character. Empty lines are no rows; a
// byte order mark at the beginning is none of the text. Memory: one chunk, one unfinished row.
class CsvReader {
 public:
  static constexpr std::size_t kLongestRow = 1U << 20U;  // bytes
  static constexpr std::size_t kMostCells = 1'000;

  explicit CsvReader(char delimiter) : delimiter_{delimiter} {}

  // Room for `size` more bytes, to be written before the next call of commit.
  [[nodiscard]] char* prepare(std::size_t size);
  // Reads the `size` bytes that were written there; `last`: no more follow. Calls `on_row(const Row&)` for each row.
  template <class OnRow>
  void commit(std::size_t size, bool last, OnRow&& on_row);

  // The bytes that come stand behind others: a mark is text there.
  void begin_inside() { at_beginning_ = false; }
  // Whether all bytes so far are whole rows, so that a row begins with the next one.
  [[nodiscard]] bool is_between_rows() const { return !at_beginning_ && !skipping_ && kept_ == 0; }
  // From 1: that of the next byte, between rows.
  [[nodiscard]] std::int64_t line() const { return line_; }
  // Somebody else reads them.
  void skip_lines(std::int64_t lines) { line_ += lines; }

 private:
  static constexpr std::size_t kBlock = 64;

  struct Block {
    std::uint64_t structure = 0;  // one bit for each of the 64 bytes that is a delimiter, a line end or a quote
    bool ascii = true;
  };
  // Reads past the end of the text, never past the buffer.
  [[nodiscard]] Block look(const char* at) const {
    Block block;
#if defined(__SSE2__)
    __m128i any = _mm_setzero_si128();
    const __m128i delimiter = _mm_set1_epi8(delimiter_);
    const __m128i lf = _mm_set1_epi8('\n');
    const __m128i cr = _mm_set1_epi8('\r');
    const __m128i quote = _mm_set1_epi8('"');
    for (std::size_t i = 0; i < kBlock; i += 16) {
      const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + i));
      const __m128i found = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, delimiter), _mm_cmpeq_epi8(bytes, lf)),
                                         _mm_or_si128(_mm_cmpeq_epi8(bytes, cr), _mm_cmpeq_epi8(bytes, quote)));
      block.structure |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(found))) << i;
      any = _mm_or_si128(any, bytes);
    }
    block.ascii = _mm_movemask_epi8(any) == 0;
#else
    for (std::size_t i = 0; i < kBlock; ++i) {
      const char c = at[i];
      block.structure |= std::uint64_t{c == delimiter_ || c == '\n' || c == '\r' || c == '"'} << i;
      block.ascii = block.ascii && static_cast<unsigned char>(c) < 0x80;
    }
#endif
    return block;
  }

  // The bytes of structure from a place on, in order; then the end.
  struct Walk {
    const CsvReader& reader;
    const char* end;
    const char* block = nullptr;
    std::uint64_t bits = 0;
    bool block_ascii = true;
    bool ascii = true;  // all blocks since somebody set it

    void start(const char* at) {
      block = at;
      load(at < end ? reader.look(at) : Block{});
    }
    void load(Block looked) {
      bits = looked.structure;
      if (const auto left = static_cast<std::size_t>(end - block); left < kBlock) {
        bits &= (std::uint64_t{1} << left) - 1;
      }
      block_ascii = looked.ascii;
      ascii = ascii && looked.ascii;
    }
    [[nodiscard]] const char* next() {
      while (bits == 0) {
        block += kBlock;
        if (block >= end) {
          block = end;
          return end;
        }
        load(reader.look(block));
      }
      const char* at = block + std::countr_zero(bits);
      bits &= bits - 1;
      return at;
    }
  };

  enum class End { row, text };

  // Inline, so that the walk stays in registers: a tenth of a table's time.
  // Reads one row from `start`; leaves `next` behind its line end. End::text: the row does not end within the text;
  // where a quote is what keeps it open, open_quote_ is that.
  [[nodiscard, gnu::always_inline]] inline End read_row(Walk& walk, const char* start, bool last, Row& row,
                                                        const char*& next);
  // A cell without doubled quotes, whose end the walk finds by itself: most of those in quotes. Null for any other.
  [[nodiscard]] inline const char* read_plain_quoted(Walk& walk, const char* open, std::string_view& cell);
  // Null when it is not closed. One that is closed by the last byte may still go on, as its row does.
  [[nodiscard]] const char* read_quoted(const char* open, const char* end, std::string_view& cell);
  // Makes the row from `at` a faulty one; the next begins behind its first line end. What is said of it hangs on no
  // byte that may not have come yet.
  [[nodiscard]] const char* give_up(const char* at, const char* end, Row& row);
  [[nodiscard]] const char* skip_line(const char* at, const char* end);
  void keep_rest(const char* from, const char* end);

  char delimiter_;
  bool at_beginning_ = true;  // a byte order mark may stand here
  bool skipping_ = false;     // inside a line that is longer than any row may be
  const char* open_quote_ = nullptr;
  bool spans_lines_ = false;  // the present row has a line end inside quotes
  std::int64_t line_ = 1;
  std::unique_ptr<char[]> buffer_;
  std::size_t capacity_ = 0;
  std::size_t kept_ = 0;               // bytes of the unfinished row, at the beginning of the buffer
  std::unique_ptr<char[]> unescaped_;  // cells of the present row that had doubled quotes
  std::size_t unescaped_size_ = 0;
  std::string_view cells_[kMostCells];
};

inline const char* CsvReader::read_plain_quoted(Walk& walk, const char* open, std::string_view& cell) {
  bool spans_lines = false;
  const char* close = walk.next();
  for (; close != walk.end && *close != '"'; close = walk.next()) {
    spans_lines = spans_lines || *close != delimiter_;
  }
  if (walk.end - close < 2 || close[1] == '"') {
    return nullptr;
  }
  spans_lines_ = spans_lines_ || spans_lines;
  cell = {open + 1, static_cast<std::size_t>(close - open - 1)};
  return close + 1;
}

inline CsvReader::End CsvReader::read_row(Walk& walk, const char* start, bool last, Row& row, const char*& next) {
  std::size_t count = 0;
  const char* cell = start;
  const char* end_of_row = nullptr;
  open_quote_ = nullptr;
  row.fault = RowFault::none;
  unescaped_size_ = 0;
  spans_lines_ = false;
  walk.ascii = walk.block_ascii;
  bool closed = false;  // the present cell was quoted and stands in cells_ already
  const auto add = [&](const char* to) {
    if (!closed) {
      if (count == kMostCells) {
        row.fault = RowFault::too_many_cells;
        row.fault_at = static_cast<std::size_t>(cell - start);
      } else {
        cells_[count++] = {cell, static_cast<std::size_t>(to - cell)};
      }
    }
    closed = false;
  };
  for (;;) {
    const char* at = walk.next();
    // Nearly every cell ends here.
    for (; at != walk.end && *at == delimiter_ && !closed && count < kMostCells; at = walk.next()) {
      cells_[count++] = {cell, static_cast<std::size_t>(at - cell)};
      cell = at + 1;
    }
    if (at == walk.end) {
      if (!last) {
        return End::text;
      }
      add(at);
      end_of_row = next = at;
      break;
    }
    if (*at == delimiter_) {
      add(at);
      cell = at + 1;
    } else if (*at == '\n') {
      add(at);
      end_of_row = at;
      next = at + 1;
      break;
    } else if (*at == '\r') {
      if (at + 1 == walk.end && !last) {
        return End::text;
      }
      add(at);
      end_of_row = at;
      next = at + 1;
      if (next < walk.end && *next == '\n') {
        ++next;
        (void)walk.next();
      }
      break;
    } else if (at == cell && !closed) {
      std::string_view content;
      const char* behind = read_plain_quoted(walk, at, content);
      if (behind == nullptr) {
        behind = read_quoted(at, walk.end, content);
        if (behind == nullptr) {
          open_quote_ = at;
          return End::text;
        }
        walk.start(behind);
        walk.ascii = false;
      }
      const bool ends = behind == walk.end || *behind == delimiter_ || *behind == '\n' || *behind == '\r';
      if (!ends && row.fault == RowFault::none) {
        row.fault = RowFault::text_after_quote;
        row.fault_at = static_cast<std::size_t>(behind - start);
      }
      cell = behind;
      if (count < kMostCells) {
        cells_[count++] = content;
        closed = true;
      }
    }
  }
  row.cells = {cells_, count};
  row.text = {start, static_cast<std::size_t>(end_of_row - start)};
  row.ascii = walk.ascii;
  return End::row;
}

template <class OnRow>
void CsvReader::commit(std::size_t size, bool last, OnRow&& on_row) {
  const char* at = buffer_.get();
  const char* end = at + kept_ + size;
  if (at_beginning_) {
    constexpr std::string_view kMark{"\xEF\xBB\xBF"};
    if (kept_ + size < kMark.size() && !last) {
      kept_ += size;
      return;
    }
    at_beginning_ = false;
    at += std::string_view{at, kept_ + size}.starts_with(kMark) ? kMark.size() : 0;
  }
  if (skipping_) {
    at = skip_line(at, end);
  }
  Row row;
  Walk walk{*this, end};
  walk.start(at);
  while (at < end) {
    const char* next = end;
    if (read_row(walk, at, last, row, next) == End::text || row.text.size() > kLongestRow) {
      // Behind the longest row there may still come a line end of two bytes.
      if (!last && static_cast<std::size_t>(end - at) < kLongestRow + 2) {
        break;
      }
      at = give_up(at, end, row);
      on_row(row);
      walk.start(at);
      continue;
    }
    row.line = line_;
    line_ += spans_lines_ ? line_ends_in({at, static_cast<std::size_t>(next - at)}) : 1;
    at = next;
    if (!row.text.empty()) {
      on_row(row);
    }
  }
  keep_rest(at, end);
}

}  // namespace partnercheck::roster
