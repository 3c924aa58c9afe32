// Every structure of the contract lists its members once, in a static `fields()`. The strict reader, the writer,
// the JSON schema, the question catalogue and the types of every host language are made from that list.
#pragma once

#include <cstdint>
#include <string_view>
#include <tuple>

namespace partnercheck {

inline constexpr std::int64_t kLongestText = 200;
inline constexpr std::int64_t kLargestNumber = 1'000'000'000'000;

// `least` and `most` bound a number, the length of a text in bytes, or the length of a list. Both ends are allowed.
struct Field {
  std::string_view name;
  std::int64_t least = 0;
  std::int64_t most = kLargestNumber;
  bool omit_empty = false;  // an empty text, list or object is left out of the JSON
  bool blank = false;       // a text can be white space and nothing else
  bool required = false;    // without it the question is none
  bool or_null = false;     // an optional member that is absent is written as null
};

constexpr Field required(Field field) {
  field.required = true;
  return field;
}
constexpr Field required_field(std::string_view name) { return required({.name = name}); }

constexpr Field or_null(std::string_view name) { return {.name = name, .or_null = true}; }

constexpr Field may_be_empty(std::string_view name) { return {.name = name, .omit_empty = true}; }

constexpr Field text_field(std::string_view name, std::int64_t most = kLongestText) { return {name, 1, most}; }

constexpr Field sign_field(std::string_view name) { return {.name = name, .least = 1, .most = 1, .blank = true}; }

// A field, and the member that holds it.
template <class Pointer>
struct FieldOf {
  Field field;
  Pointer pointer;
};
template <class Pointer>
constexpr FieldOf<Pointer> member(Field field, Pointer pointer) {
  return {field, pointer};
}
template <class Pointer>
constexpr FieldOf<Pointer> member(std::string_view name, Pointer pointer) {
  return {Field{name}, pointer};
}

// Calls `visit` with the field and the pointer of every member of T.
template <class T>
constexpr void for_each_field(auto&& visit) {
  std::apply([&](const auto&... each) { (visit(each.field, each.pointer), ...); }, T::fields());
}

}  // namespace partnercheck
