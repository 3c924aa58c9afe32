#include "roster/src/row_faults.h"

#include "roster/src/utf8.h"

namespace partnercheck::roster {

std::string_view RowFaults::code_of(DayFault fault) {
  switch (fault) {
    case DayFault::shape:
      return "cell.date_shape";
    case DayFault::impossible:
      return "date.impossible";
    case DayFault::out_of_range:
      return "date.out_of_range";
    case DayFault::ambiguous:
      return "cell.date_ambiguous";
    case DayFault::short_year:
      return "cell.year_short";
    case DayFault::none:
      break;
  }
  return "";
}

std::string_view RowFaults::code_of(RowFault fault) {
  switch (fault) {
    case RowFault::quote_not_closed:
      return "row.quote_not_closed";
    case RowFault::text_after_quote:
      return "row.text_after_quote";
    case RowFault::too_long:
      return "row.too_long";
    case RowFault::too_many_cells:
      return "row.too_many_cells";
    case RowFault::none:
      break;
  }
  return "";
}

Counts<std::string_view> RowFaults::counts() const {
  Counts<std::string_view> counts;
  for (const auto& [code, count] : counts_) {
    counts.push_back({code, count});
  }
  return counts;
}

void RowFaults::add(const Row& row, std::string_view code, std::size_t byte, NamedValues details) {
  ++counts_[code];
  rows_ += row.line != last_line_ ? 1 : 0;
  last_line_ = row.line;
  if (shown_.size() < kShown) {
    Fault& one = shown_.emplace_back(fault(code, "", std::move(details)));
    const Place place = place_in(row, byte);
    one.line = place.line;
    one.column = place.column;
  }
}

void RowFaults::add_cell(const Row& row, std::string_view code, std::string_view cell, NamedValues details) {
  // A cell whose quotes were doubled stands elsewhere: then the row is the place.
  const bool inside = cell.data() >= row.text.data() && cell.data() <= row.text.data() + row.text.size();
  details.insert(details.begin(), {"value", shown_cell(cell)});
  add(row, code, inside ? static_cast<std::size_t>(cell.data() - row.text.data()) : 0, std::move(details));
}

}  // namespace partnercheck::roster
