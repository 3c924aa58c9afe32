#include "json/writer.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstring>
#include <nlohmann/json.hpp>

#include "json/plain.h"

namespace partnercheck::json {

namespace {

bool is_left_out(const Field& field, const Type& type, const void* value) {
  switch (type.kind) {
    case Kind::fact:
    case Kind::optional:
      return !field.or_null && type.size(value) == 0;
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
    case Kind::pointer:
      return text(static_cast<const FactPointer*>(value)->text());
    case Kind::choice:
      return name(type.names[type.get(value)]);
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
    case Kind::named_outcomes:
      begin_object();
      for (const auto& [rule, outcome] : *static_cast<const NamedOutcomes*>(value)) {
        name_of_member(rule);
        name(name_of(outcome));
      }
      return end_object();
    case Kind::counts:
      begin_object();
      for (std::size_t i = 0; i < type.size(value); ++i) {
        const auto [name, count] = type.count(value, i);
        member(name, count);
      }
      return end_object();
  }
}

void Writer::write_members(const Type& type, const void* object) {
  for (const MemberOf& member : type.members) {
    const void* inner = member.in(object);
    if (!is_left_out(member.field, *member.type, inner)) {
      name_of_member(member.field.name);
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
  colon();
}

void Writer::name_of_member(std::string_view plain) {
  name(plain);
  colon();
}

void Writer::boolean(bool value) { raw(value ? "true" : "false"); }

void Writer::null() { raw("null"); }

void Writer::integer(std::int64_t number) {
  constexpr std::size_t kLongest = 20;
  char* const to = begin(kLongest);
  wrote(std::to_chars(to, to + kLongest, number).ptr);
}

void Writer::number(double number) {
  // The standard library's shortest form costs 100 KB of tables; the JSON library brings a small one.
  constexpr std::size_t kLongest = 64;
  char* const to = begin(kLongest);
  wrote(nlohmann::detail::to_chars(to, to + kLongest, number));
}

void Writer::date(Date day) {
  left_calendar_ = left_calendar_ || day < kFirstDay || day > kLastDay;
  name(format_date(day));
}

void Writer::name(std::string_view plain) {
  assert(plain_bytes(plain) == plain.size());
  char* const to = begin(plain.size() + 2);
  to[0] = '"';
  std::memcpy(to + 1, plain.data(), plain.size());
  to[plain.size() + 1] = '"';
  wrote(to + plain.size() + 2);
}

void Writer::text(std::string_view text) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  constexpr std::size_t kLongestEscape = 6;
  char* to = begin(kLongestEscape * text.size() + 2);
  *to++ = '"';
  const std::size_t plain = plain_bytes(text);
  std::memcpy(to, text.data(), plain);
  to += plain;
  for (const char c : text.substr(plain)) {
    const unsigned byte = static_cast<unsigned char>(c);
    if (byte < 0x20) {
      to = std::ranges::copy(std::string_view{"\\u00"}, to).out;
      *to++ = kHex[byte >> 4U];
      *to++ = kHex[byte & 0x0FU];
      continue;
    }
    if (c == '"' || c == '\\') {
      *to++ = '\\';
    }
    *to++ = c;
  }
  *to++ = '"';
  wrote(to);
}

void Writer::raw(std::string_view text) {
  char* const to = begin(text.size());
  std::memcpy(to, text.data(), text.size());
  wrote(to + text.size());
}

void Writer::open(char bracket) {
  char* const to = begin(1);
  *to = bracket;
  wrote(to + 1);
  first_ = true;
}

void Writer::close(char bracket) {
  *room_for(1) = bracket;
  ++to_;
  first_ = false;
}

void Writer::colon() {
  *room_for(1) = ':';
  ++to_;
  first_ = true;
}

char* Writer::begin(std::size_t most) {
  char* to = room_for(most + 1);
  if (!first_) {
    *to++ = ',';
  }
  first_ = false;
  return to;
}

void Writer::grow(std::size_t most) {
  const std::size_t written = out_.empty() ? 0 : static_cast<std::size_t>(to_ - out_.data());
  out_.resize_and_overwrite(std::max(2 * out_.size(), written + most), [](char*, std::size_t room) { return room; });
  to_ = out_.data() + written;
  end_ = out_.data() + out_.size();
}

std::string Writer::take() {
  out_.resize(static_cast<std::size_t>(to_ - out_.data()));
  return std::move(out_);
}

}  // namespace partnercheck::json
