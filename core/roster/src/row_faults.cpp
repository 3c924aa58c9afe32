#include "roster/src/row_faults.h"

#include <variant>

#include "day.h"
#include "roster/src/utf8.h"

namespace partnercheck::roster {

namespace {

// What the details of a row hold.
enum class Kind : std::uint8_t { number, date, text, texts };

template <class Out>
void put_value(Out& out, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out.put(Kind::number);
    out.put(*number);
  } else if (const auto* date = std::get_if<Date>(&value)) {
    out.put(Kind::date);
    out.put(number_of(*date));
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    out.put(Kind::text);
    put_text(out, *text);
  } else {
    const auto& texts = std::get<std::vector<std::string>>(value);
    out.put(Kind::texts);
    out.put(static_cast<std::uint32_t>(texts.size()));
    for (const std::string& each : texts) {
      put_text(out, each);
    }
  }
}

Value take_value(PartReader& in) {
  switch (in.take<Kind>()) {
    case Kind::number:
      return in.take<std::int64_t>();
    case Kind::date: {
      const Day day = in.take<Day>();
      if (day < number_of(kFirstDay) || day > number_of(kLastDay)) {
        in.fail();
        return kFirstDay;
      }
      return date_of(day);
    }
    case Kind::text:
      return std::string{in.take_text()};
    case Kind::texts: {
      std::vector<std::string> texts;
      for (auto left = in.take<std::uint32_t>(); left > 0 && !in.failed(); --left) {
        texts.emplace_back(in.take_text());
      }
      return texts;
    }
  }
  in.fail();
  return {};
}

}  // namespace

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

template <class Out>
void RowFaults::write(Out& out) const {
  out.put(rows_);
  out.put(static_cast<std::uint32_t>(counts_.size()));
  for (const auto& [code, count] : counts_) {
    put_text(out, code);
    out.put(count);
  }
  out.put(static_cast<std::uint32_t>(shown_.size()));
  for (const Fault& one : shown_) {
    put_text(out, one.code);
    out.put(one.line.value_or(0));
    out.put(one.column.value_or(0));
    out.put(static_cast<std::uint32_t>(one.details.size()));
    for (const auto& [name, value] : one.details) {
      put_text(out, name);
      put_value(out, value);
    }
  }
}
template void RowFaults::write(PartSize& out) const;
template void RowFaults::write(PartWriter& out) const;

void RowFaults::join(PartReader& in, std::int64_t lines) {
  rows_ += in.take_count();
  for (auto left = in.take<std::uint32_t>(); left > 0 && !in.failed(); --left) {
    const std::string_view code = own(in.take_text());
    counts_[code] += in.take_count();
  }
  for (auto left = in.take<std::uint32_t>(); left > 0 && !in.failed(); --left) {
    Fault one = fault(own(in.take_text()), "");
    one.line = in.take_count() + lines;
    one.column = in.take_count();
    for (auto details = in.take<std::uint32_t>(); details > 0 && !in.failed(); --details) {
      const std::string_view name = own(in.take_text());
      one.details.emplace_back(name, take_value(in));
    }
    if (shown_.size() < kShown) {
      shown_.push_back(std::move(one));
    }
  }
}

}  // namespace partnercheck::roster
