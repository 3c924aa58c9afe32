#include "json/writer.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace partnercheck::json {

namespace {

bool is_left_out(const Field& field, const Type& type, const void* value) {
  switch (type.kind) {
    case Kind::fact:
    case Kind::optional:
      return type.size(value) == 0;
    case Kind::list:
      return field.omit_empty && type.size(value) == 0;
    case Kind::text:
      return field.omit_empty && static_cast<const std::string*>(value)->empty();
    case Kind::text_view:
      return field.omit_empty && static_cast<const std::string_view*>(value)->empty();
    case Kind::named_values:
      return field.omit_empty && static_cast<const NamedValues*>(value)->empty();
    case Kind::object:
      return field.omit_empty && std::ranges::all_of(type.members, [&](const MemberOf& member) {
               return is_left_out(member.field, *member.type, member.in(value));
             });
    default:
      return false;
  }
}

}  // namespace

void Writer::write(const Type& type, const void* value) {
  switch (type.kind) {
    case Kind::boolean:
      return boolean(*static_cast<const bool*>(value));
    case Kind::integer:
      return integer(*static_cast<const std::int64_t*>(value));
    case Kind::number:
      return number(*static_cast<const double*>(value));
    case Kind::date:
      return date(*static_cast<const Date*>(value));
    case Kind::text:
      return text(*static_cast<const std::string*>(value));
    case Kind::text_view:
      return text(*static_cast<const std::string_view*>(value));
    case Kind::choice:
      return text(type.names[type.get(value)]);
    case Kind::value:
      return this->value(*static_cast<const Value*>(value));
    case Kind::fact:
    case Kind::optional:
      return type.size(value) == 0 ? null() : write(*type.inner, type.at_const(value, 0));
    case Kind::list:
      begin_array();
      for (std::size_t i = 0; i < type.size(value); ++i) {
        write(*type.inner, type.at_const(value, i));
      }
      return end_array();
    case Kind::object:
      begin_object();
      write_members(type, value);
      return end_object();
    case Kind::named_values:
      begin_object();
      for (const auto& [name, inner] : *static_cast<const NamedValues*>(value)) {
        key(name);
        this->value(inner);
      }
      return end_object();
    case Kind::named_dates:
      begin_object();
      for (const auto& [name, day] : *static_cast<const NamedDates*>(value)) {
        member(name, day);
      }
      return end_object();
  }
}

void Writer::write_members(const Type& type, const void* object) {
  for (const MemberOf& member : type.members) {
    const void* inner = member.in(object);
    if (!is_left_out(member.field, *member.type, inner)) {
      key(member.field.name);
      write(*member.type, inner);
    }
  }
}

void Writer::value(const Value& any) {
  if (const auto* flag = std::get_if<bool>(&any)) {
    boolean(*flag);
  } else if (const auto* whole = std::get_if<std::int64_t>(&any)) {
    integer(*whole);
  } else if (const auto* real = std::get_if<double>(&any)) {
    number(*real);
  } else if (const auto* day = std::get_if<Date>(&any)) {
    date(*day);
  } else if (const auto* words = std::get_if<std::string>(&any)) {
    text(*words);
  } else if (const auto* list = std::get_if<std::vector<std::string>>(&any)) {
    structure(*list);
  }
}

void Writer::key(std::string_view name) {
  text(name);
  out_ += ':';
}

void Writer::boolean(bool value) { raw(value ? "true" : "false"); }

void Writer::null() { raw("null"); }

void Writer::integer(std::int64_t number) { raw(std::to_string(number)); }

void Writer::number(double number) {
  // The standard library's shortest form costs 100 KB of tables; the JSON library brings a small one.
  std::array<char, 64> digits;
  const char* end = nlohmann::detail::to_chars(digits.data(), digits.data() + digits.size(), number);
  raw({digits.data(), end});
}

void Writer::date(Date day) {
  left_calendar_ = left_calendar_ || day < kFirstDay || day > kLastDay;
  text(format_date(day));
}

void Writer::text(std::string_view text) {
  separate();
  quote(text);
}

void Writer::raw(std::string_view text) {
  separate();
  out_ += text;
}

void Writer::open(char bracket) {
  separate();
  out_ += bracket;
}

void Writer::separate() {
  if (!out_.empty() && out_.back() != '{' && out_.back() != '[' && out_.back() != ':') {
    out_ += ',';
  }
}

void Writer::quote(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out_ += '"';
  // What needs no escape is copied in one piece.
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x20 && text[end] != '"' &&
           text[end] != '\\') {
      ++end;
    }
    out_.append(text.substr(start, end - start));
    if (end < text.size()) {
      const char c = text[end];
      if (c == '"' || c == '\\') {
        out_ += '\\';
        out_ += c;
      } else {
        out_ += "\\u00";
        out_ += kHex[static_cast<unsigned char>(c) >> 4U];
        out_ += kHex[static_cast<unsigned char>(c) & 0x0FU];
      }
    }
    start = end + 1;
  }
  out_ += '"';
}

}  // namespace partnercheck::json
