// How a table is written, as its bytes show, and what its columns hold: what a host would have to ask else.
//
//   Sniffer sniffer{request};
//   sniffer.feed(bytes);  // in chunks of any size
//   Sniffed sniffed = sniffer.finish();
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/roster/table.h"

namespace partnercheck {

// What is known of the table already; the rest is looked for.
struct SniffRequest {
  Fact<Encoding> encoding;
  Fact<std::string> delimiter;
  Fact<std::vector<MonthWord>> month_words;

  static constexpr std::string_view kName = "SniffRequest";
  static constexpr auto fields() {
    return std::tuple{
        member("encoding", &SniffRequest::encoding),
        member(sign_field("delimiter"), &SniffRequest::delimiter),
        member(month_words_field(), &SniffRequest::month_words),
    };
  }
  friend bool operator==(const SniffRequest&, const SniffRequest&) = default;
};

// A cell that shows something.
struct SeenCell {
  std::int64_t line = 0;  // where its row starts, from 1
  std::string value;      // cut where it is long

  static constexpr std::string_view kName = "SeenCell";
  static constexpr auto fields() {
    return std::tuple{
        member("line", &SeenCell::line),
        member("value", &SeenCell::value),
    };
  }
};

// What the cells of a column are. The numbers are of the first Sniffer::kLookedAt rows, headers and titles among them;
// the cells are the first of their kind in the whole table, in columns where the most are days.
struct SniffedColumn {
  std::int64_t filled = 0;
  std::int64_t days = 0;      // in whatever order
  std::int64_t ids = 0;       // whole numbers of 6 to 12 digits, as an MCID is one
  std::int64_t counts = 0;    // numbers of at most four digits
  std::int64_t mails = 0;     // addresses of e-mail
  std::int64_t distinct = 0;  // up to Sniffer::kMostDistinct
  std::optional<SeenCell> day_first;
  std::optional<SeenCell> month_first;
  std::optional<SeenCell> either_order;  // two days, depending on the order
  std::optional<SeenCell> short_year;    // a year of two digits

  static constexpr std::string_view kName = "SniffedColumn";
  static constexpr auto fields() {
    return std::tuple{
        member("filled", &SniffedColumn::filled),
        member("days", &SniffedColumn::days),
        member("ids", &SniffedColumn::ids),
        member("counts", &SniffedColumn::counts),
        member("mails", &SniffedColumn::mails),
        member("distinct", &SniffedColumn::distinct),
        member("day_first", &SniffedColumn::day_first),
        member("month_first", &SniffedColumn::month_first),
        member("either_order", &SniffedColumn::either_order),
        member("short_year", &SniffedColumn::short_year),
    };
  }
};

struct Sniffed {
  SniffedEncoding encoding = SniffedEncoding::utf_8;
  bool valid = true;                      // whether the bytes are text in that encoding
  std::optional<SeenCell> encoding_seen;  // the first cell with a letter that is no ASCII
  std::string delimiter =
      ",";  // of comma, semicolon, tab and bar the one that gives the most rows the same number of cells
  std::int64_t row_count = 0;                  // of all rows, the header among them
  std::vector<std::vector<std::string>> rows;  // the first 20; long cells are cut
  std::vector<SniffedColumn> columns;
  std::optional<SeenCell> decimal_point;
  std::optional<SeenCell> decimal_comma;

  static constexpr std::string_view kName = "Sniffed";
  static constexpr auto fields() {
    return std::tuple{
        member("encoding", &Sniffed::encoding),
        member("valid", &Sniffed::valid),
        member("encoding_seen", &Sniffed::encoding_seen),
        member("delimiter", &Sniffed::delimiter),
        member("row_count", &Sniffed::row_count),
        member("rows", &Sniffed::rows),
        member("columns", &Sniffed::columns),
        member("decimal_point", &Sniffed::decimal_point),
        member("decimal_comma", &Sniffed::decimal_comma),
    };
  }
};

// Memory: a beginning, one chunk and one unfinished row.
class Sniffer {
 public:
  static constexpr std::int64_t kLookedAt = 5'000;
  static constexpr std::int64_t kMostDistinct = 200;

  explicit Sniffer(const SniffRequest& request = {});
  Sniffer(Sniffer&&) noexcept;
  Sniffer& operator=(Sniffer&&) noexcept;
  ~Sniffer();

  // Room for the next `size` bytes, to be written before commit.
  [[nodiscard]] char* prepare(std::size_t size);
  void commit(std::size_t size);
  void feed(std::string_view bytes);

  // `whole`: nothing follows; otherwise a row that is not ended counts for nothing.
  [[nodiscard]] Sniffed finish(bool whole = true);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Of the beginning of a table; 64 KB are plenty for its form.
[[nodiscard]] Sniffed sniff(std::string_view beginning, bool whole, const SniffRequest& request = {});

}  // namespace partnercheck
