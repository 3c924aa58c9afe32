// The structures of the contract as data, made from their field lists when they are compiled, read by everything that
// goes through them member by member (reader, writer, schema, question catalogue, change of a fact). Keeps those free
// of templates.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "partnercheck/counts.h"
#include "partnercheck/date.h"
#include "partnercheck/decision.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

namespace partnercheck {

enum class Kind {
  boolean,
  integer,
  number,
  date,
  text,       // std::string
  text_view,  // std::string_view; written, never read
  pointer,    // FactPointer; written, never read
  choice,     // an enumeration with names
  object,
  list,            // std::vector
  fact,            // Fact: unknown or an inner value
  optional,        // std::optional: none or an inner value
  value,           // Value
  named_values,    // NamedValues
  named_dates,     // NamedDates
  named_outcomes,  // NamedOutcomes; written, never read
  counts,          // Counts or CountOfEach; written, never read
};

struct Type;

struct MemberOf {
  Field field;
  const Type* type;
  void* (*at)(void* object);

  [[nodiscard]] void* in(void* object) const { return at(object); }
  [[nodiscard]] const void* in(const void* object) const { return at(const_cast<void*>(object)); }
};

struct Type {
  Kind kind;
  std::string_view name = {};                    // of an object
  std::span<const MemberOf> members = {};        // of an object
  std::span<const std::string_view> names = {};  // of a choice, and of counts of each
  const Type* inner = nullptr;                   // of a fact, an optional, a list

  // How many inner values there are: of a fact or an optional none or one; of counts how many are counted apart.
  std::size_t (*size)(const void*) = nullptr;
  void* (*at)(void*, std::size_t) = nullptr;
  // Makes it hold as many fresh inner values.
  void (*resize)(void*, std::size_t) = nullptr;

  // Of a choice.
  std::size_t (*get)(const void*) = nullptr;
  void (*set)(void*, std::size_t) = nullptr;

  // Of counts.
  std::pair<std::string, std::int64_t> (*count)(const void*, std::size_t) = nullptr;

  [[nodiscard]] const void* at_const(const void* whole, std::size_t index) const {
    return at(const_cast<void*>(whole), index);
  }
  [[nodiscard]] const MemberOf* member(std::string_view member_name) const;
};

template <class T>
struct TypeOf {
  static const Type kValue;
};
template <class T>
inline constexpr const Type& kType = TypeOf<T>::kValue;

namespace type_detail {

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;
template <class T>
inline constexpr bool is_list = false;
template <class T>
inline constexpr bool is_list<std::vector<T>> = true;

template <class T>
inline constexpr bool is_counts = false;
template <class Key>
inline constexpr bool is_counts<Counts<Key>> = true;
template <class Enum>
inline constexpr bool is_counts<CountOfEach<Enum>> = true;

template <class Key>
constexpr Type make_counts(const Counts<Key>*) {
  return {.kind = Kind::counts,
          .size = [](const void* whole) { return static_cast<const Counts<Key>*>(whole)->size(); },
          .count =
              [](const void* whole, std::size_t index) {
                const auto& [of, count] = (*static_cast<const Counts<Key>*>(whole))[index];
                if constexpr (std::is_same_v<Key, Date>) {
                  return std::pair{format_date(of), count};
                } else {
                  return std::pair{std::string{of}, count};
                }
              }};
}
template <class Enum>
constexpr Type make_counts(const CountOfEach<Enum>*) {
  return {.kind = Kind::counts,
          .names = kNames<Enum>,
          .size = [](const void*) { return kNames<Enum>.size(); },
          .count =
              [](const void* whole, std::size_t index) {
                const auto of = static_cast<Enum>(index);
                return std::pair{std::string{name_of(of)}, (*static_cast<const CountOfEach<Enum>*>(whole))[of]};
              }};
}

template <class T>
inline constexpr auto kFields = T::fields();

template <class T, std::size_t kIndex>
constexpr MemberOf make_member() {
  constexpr auto kPointer = std::get<kIndex>(kFields<T>).pointer;
  return {std::get<kIndex>(kFields<T>).field, &kType<std::remove_cvref_t<decltype(std::declval<T&>().*kPointer)>>,
          [](void* object) -> void* { return &(static_cast<T*>(object)->*kPointer); }};
}

template <class T>
inline constexpr auto kMembers = []<std::size_t... kIndices>(std::index_sequence<kIndices...>) {
  return std::array<MemberOf, sizeof...(kIndices)>{make_member<T, kIndices>()...};
}(std::make_index_sequence<std::tuple_size_v<decltype(T::fields())>>{});

template <class T>
constexpr Type make_object() {
  return {.kind = Kind::object, .name = T::kName, .members = kMembers<T>};
}

// A fact or an optional.
template <class T, class Inner>
constexpr Type make_holder(Kind kind) {
  return {.kind = kind,
          .inner = &kType<Inner>,
          .size = [](const void* whole) -> std::size_t {
            const auto& holder = *static_cast<const T*>(whole);
            if constexpr (is_fact<T>) {
              return holder.known() ? 1 : 0;
            } else {
              return holder.has_value() ? 1 : 0;
            }
          },
          .at = [](void* whole, std::size_t) -> void* {
            auto& holder = *static_cast<T*>(whole);
            if constexpr (is_fact<T>) {
              return &holder.value();
            } else {
              return &*holder;
            }
          },
          .resize = [](void* whole, std::size_t size) { *static_cast<T*>(whole) = size == 0 ? T{} : T{Inner{}}; }};
}

template <class T, class Inner>
constexpr Type make_list() {
  return {.kind = Kind::list,
          .inner = &kType<Inner>,
          .size = [](const void* whole) { return static_cast<const T*>(whole)->size(); },
          .at = [](void* whole, std::size_t index) -> void* { return &(*static_cast<T*>(whole))[index]; },
          .resize = [](void* whole, std::size_t size) { *static_cast<T*>(whole) = T(size); }};
}

template <class T>
constexpr Type make_choice() {
  return {.kind = Kind::choice,
          .names = kNames<T>,
          .get = [](const void* whole) { return static_cast<std::size_t>(*static_cast<const T*>(whole)); },
          .set = [](void* whole, std::size_t value) { *static_cast<T*>(whole) = static_cast<T>(value); }};
}

template <class T>
constexpr Type make() {
  if constexpr (is_fact<T>) {
    return make_holder<T, typename T::value_type>(Kind::fact);
  } else if constexpr (is_optional<T>) {
    return make_holder<T, typename T::value_type>(Kind::optional);
  } else if constexpr (std::is_same_v<T, NamedValues>) {
    return {.kind = Kind::named_values};
  } else if constexpr (std::is_same_v<T, NamedDates>) {
    return {.kind = Kind::named_dates};
  } else if constexpr (std::is_same_v<T, NamedOutcomes>) {
    return {.kind = Kind::named_outcomes};
  } else if constexpr (std::is_same_v<T, Value>) {
    return {.kind = Kind::value};
  } else if constexpr (is_counts<T>) {
    return make_counts(static_cast<const T*>(nullptr));
  } else if constexpr (is_list<T>) {
    return make_list<T, typename T::value_type>();
  } else if constexpr (Named<T>) {
    return make_choice<T>();
  } else if constexpr (std::is_same_v<T, bool>) {
    return {.kind = Kind::boolean};
  } else if constexpr (std::is_same_v<T, std::int64_t>) {
    return {.kind = Kind::integer};
  } else if constexpr (std::is_same_v<T, double>) {
    return {.kind = Kind::number};
  } else if constexpr (std::is_same_v<T, Date>) {
    return {.kind = Kind::date};
  } else if constexpr (std::is_same_v<T, std::string>) {
    return {.kind = Kind::text};
  } else if constexpr (std::is_same_v<T, std::string_view>) {
    return {.kind = Kind::text_view};
  } else if constexpr (std::is_same_v<T, FactPointer>) {
    return {.kind = Kind::pointer};
  } else {
    return make_object<T>();
  }
}

}  // namespace type_detail

template <class T>
constexpr Type TypeOf<T>::kValue = type_detail::make<T>();

}  // namespace partnercheck
