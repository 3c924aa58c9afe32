// A fact is named once, by its member: kFact<&Person::left_on> knows how a request leads there, and its JSON pointer.
// Both are made from the field lists (field.h). Every structure of the request stands in one place of it.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/request.h"

namespace partnercheck {

// Where something stands in a request.
struct FactPath {
  std::string_view pointer;  // a JSON pointer; `*` stands for any index of a list

  // The last part of the pointer.
  [[nodiscard]] constexpr std::string_view name() const { return pointer.substr(pointer.rfind('/') + 1); }
  // One element of a list. Requires a `*`.
  [[nodiscard]] constexpr FactPointer at(std::size_t index) const { return {pointer, index}; }
  // Whether it is `other` or a part of it.
  [[nodiscard]] constexpr bool stands_in(const FactPath& other) const {
    return pointer.starts_with(other.pointer) &&
           (pointer.size() == other.pointer.size() || pointer[other.pointer.size()] == '/');
  }

  friend bool operator==(const FactPath&, const FactPath&) = default;
};

// A fact of which there is one in a request.
template <class T>
struct FactHandle : FactPath {
  // Unknown while the object that it belongs to is unknown or none.
  const Fact<T>& (*in)(const Request&);
};

namespace fact_detail {

// What is left of a type without the facts, optionals and lists around it.
template <class T>
struct Held {
  using type = T;
  static constexpr bool kIsList = false;
};
template <class T>
struct Held<Fact<T>> : Held<T> {};
template <class T>
struct Held<std::optional<T>> : Held<T> {};
template <class T>
struct Held<std::vector<T>> : Held<T> {
  static constexpr bool kIsList = true;
};

template <class T>
concept Object = requires { T::kName; };

template <class T>
struct MemberPointer;
template <class Owner, class T>
struct MemberPointer<T Owner::*> {
  using owner = Owner;
  using type = T;
  using held = Held<T>;
};
template <class T>
using Described = MemberPointer<std::remove_cv_t<T>>;

// The parts of a pointer, from the root on.
struct Parts {
  std::array<std::string_view, 8> names{};
  std::size_t count = 0;

  constexpr void push(std::string_view name) { names[count++] = name; }
};

// Adds the way from `Root` to the only place of `Target` in it. False where there is none.
template <class Root, class Target>
constexpr bool find_way(Parts& parts) {
  if constexpr (std::is_same_v<Root, Target>) {
    return true;
  } else {
    bool found = false;
    for_each_field<Root>([&](const Field& field, auto member) {
      using HeldType = typename Described<decltype(member)>::held;
      if constexpr (Object<typename HeldType::type>) {
        Parts longer = parts;
        longer.push(field.name);
        if (HeldType::kIsList) {
          longer.push("*");
        }
        if (!found && find_way<typename HeldType::type, Target>(longer)) {
          parts = longer;
          found = true;
        }
      }
    });
    return found;
  }
}

template <class Root, class Target>
inline constexpr bool kHolds = [] {
  Parts parts;
  return find_way<Root, Target>(parts);
}();

template <auto kMember, class Root>
constexpr Parts parts_of() {
  using Owner = typename Described<decltype(kMember)>::owner;
  static_assert(kHolds<Root, Owner>);
  Parts parts;
  find_way<Root, Owner>(parts);
  for_each_field<Owner>([&](const Field& field, auto member) {
    if constexpr (std::is_same_v<decltype(member), std::remove_cv_t<decltype(kMember)>>) {
      if (member == kMember) {
        parts.push(field.name);
      }
    }
  });
  return parts;
}

template <auto kMember, class Root>
inline constexpr auto kPointer = [] {
  constexpr Parts kParts = parts_of<kMember, Root>();
  constexpr std::size_t kSize = [&] {
    std::size_t size = 0;
    for (std::size_t i = 0; i < kParts.count; ++i) {
      size += 1 + kParts.names[i].size();
    }
    return size;
  }();
  std::array<char, kSize> text{};
  std::size_t at = 0;
  for (std::size_t i = 0; i < kParts.count; ++i) {
    text[at++] = '/';
    for (const char c : kParts.names[i]) {
      text[at++] = c;
    }
  }
  return text;
}();

// The object in a member; null while it is unknown or none.
template <class T>
constexpr const auto* object_in(const T& member) {
  if constexpr (Object<T>) {
    return &member;
  } else if constexpr (is_fact<T>) {
    return member.known() ? object_in(member.value()) : nullptr;
  } else {
    return member ? object_in(*member) : nullptr;
  }
}

template <class Target, class Root>
constexpr const Target* find_object(const Root& root) {
  if constexpr (std::is_same_v<Root, Target>) {
    return &root;
  } else {
    const Target* found = nullptr;
    for_each_field<Root>([&](const Field&, auto member) {
      using HeldType = typename Described<decltype(member)>::held;
      if constexpr (Object<typename HeldType::type> && !HeldType::kIsList) {
        if constexpr (kHolds<typename HeldType::type, Target>) {
          const auto* object = object_in(root.*member);
          found = object != nullptr ? find_object<Target>(*object) : nullptr;
        }
      }
    });
    return found;
  }
}

template <auto kMember>
const auto& fact_in(const Request& request) {
  using Member = Described<decltype(kMember)>;
  static constexpr typename Member::type kUnknown{};
  const auto* owner = find_object<typename Member::owner>(request);
  return owner != nullptr ? owner->*kMember : kUnknown;
}

template <auto kMember, class Root>
constexpr auto make() {
  using Member = Described<decltype(kMember)>;
  constexpr std::string_view kText{kPointer<kMember, Root>.data(), kPointer<kMember, Root>.size()};
  constexpr bool kInList = kText.find('*') != std::string_view::npos;
  if constexpr (is_fact<typename Member::type> && std::is_same_v<Root, Request> && !kInList) {
    return FactHandle<typename Member::type::value_type>{{kText}, fact_in<kMember>};
  } else {
    return FactPath{kText};
  }
}

}  // namespace fact_detail

// A FactHandle; of a member of a list's elements, or of one that is no fact itself, a FactPath.
template <auto kMember, class Root = Request>
inline constexpr auto kFact = fact_detail::make<kMember, Root>();

}  // namespace partnercheck
