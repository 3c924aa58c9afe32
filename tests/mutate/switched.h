// All mutants of a source compiled together, each behind a switch (mutants.mjs, `switched`).
//
// What has to stand in place of an operator is one that binds as tightly: `a < b` becomes `a < Operator<…>{} < b`.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace mutate {

extern int chosen;      // the mutant that is on, 0 for none
extern bool reached[];  // those whose switch was looked at

// In a constant none is on: such a mutant is never reached, and has to be compiled alone.
constexpr bool on(int id) {
  if consteval {
    return false;
  } else {
    reached[id] = true;
    return chosen == id;
  }
}

template <int Id, class Original, class... Others>
struct Operator {};

template <class Left, int Id, class... Operators>
struct Applied {
  Left&& left;
};

template <int Id, class Original, class... Others>
constexpr auto apply(Operator<Id, Original, Others...>, auto&& left, auto&& right) {
  return Original{}(std::forward<decltype(left)>(left), std::forward<decltype(right)>(right));
}
template <int Id, class Original, class Other, class... Others>
constexpr auto apply(Operator<Id, Original, Other, Others...>, auto&& left, auto&& right) {
  if constexpr (requires { Other{}(left, right); }) {
    if (on(Id)) {
      return static_cast<decltype(Original{}(left, right))>(Other{}(left, right));
    }
  }
  return apply(Operator<Id + 1, Original, Others...>{}, std::forward<decltype(left)>(left),
               std::forward<decltype(right)>(right));
}

#define MUTATE_OPERATOR(name, op)                                                                                \
  struct name {                                                                                                  \
    constexpr auto operator()(auto&& left, auto&& right) const                                                   \
      requires requires { left op right; }                                                                       \
    {                                                                                                            \
      return std::forward<decltype(left)>(left) op std::forward<decltype(right)>(right);                         \
    }                                                                                                            \
  };                                                                                                             \
  template <class Left, int Id, class... Others>                                                                 \
  constexpr Applied<Left, Id, name, Others...> operator op(Left && left, Operator<Id, name, Others...>) {        \
    return {std::forward<Left>(left)};                                                                           \
  }                                                                                                              \
  template <class Left, int Id, class... Others, class Right>                                                    \
  constexpr auto operator op(Applied<Left, Id, name, Others...>&& applied, Right&& right) {                      \
    return apply(Operator<Id, name, Others...>{}, std::forward<Left>(applied.left), std::forward<Right>(right)); \
  }
MUTATE_OPERATOR(Less, <)
MUTATE_OPERATOR(LessEqual, <=)
MUTATE_OPERATOR(Greater, >)
MUTATE_OPERATOR(GreaterEqual, >=)
MUTATE_OPERATOR(Equal, ==)
MUTATE_OPERATOR(NotEqual, !=)
MUTATE_OPERATOR(Plus, +)
MUTATE_OPERATOR(Minus, -)
#undef MUTATE_OPERATOR

// `a += Assigned<Id, true>{} = b`
template <int Id, bool Adds, class Right>
struct Change {
  Right&& right;
};
template <int Id, bool Adds>
struct Assigned {
  template <class Right>
  constexpr Change<Id, Adds, Right> operator=(Right&& right) const {
    return {std::forward<Right>(right)};
  }
};
template <int Id, bool Adds>
constexpr void assign(auto& left, auto&& right) {
  if constexpr (requires {
                  left += right;
                  left -= right;
                }) {
    if (on(Id) != Adds) {
      left += std::forward<decltype(right)>(right);
    } else {
      left -= std::forward<decltype(right)>(right);
    }
  } else {
    left += std::forward<decltype(right)>(right);
  }
}
template <class Left, int Id, class Right>
constexpr Left& operator+=(Left& left, Change<Id, true, Right> change) {
  assign<Id, true>(left, std::forward<Right>(change.right));
  return left;
}
template <class Left, int Id, class Right>
constexpr Left& operator-=(Left& left, Change<Id, false, Right> change) {
  assign<Id, false>(left, std::forward<Right>(change.right));
  return left;
}

// `Not<Id>{}->*a`
template <int Id>
struct Not {
  constexpr bool operator->*(auto&& value) const { return on(Id) == static_cast<bool>(value); }
};

// `builder->*evidence<Id>(add)`
template <int Id, class Add>
struct Evidence {
  Add add;
};
template <int Id, class Add>
constexpr Evidence<Id, Add> evidence(Add add) {
  return {add};
}
template <int Id, class Add>
constexpr auto&& operator->*(auto&& builder, Evidence<Id, Add> evidence) {
  return on(Id) ? std::move(builder) : evidence.add(builder);
}

template <int Id, bool Greatest>
struct Extreme {
  template <class T>
  constexpr const T& operator()(const T& one, const T& other) const {
    return on(Id) != Greatest ? std::max(one, other) : std::min(one, other);
  }
  template <class T>
  constexpr T operator()(std::initializer_list<T> all) const {
    return on(Id) != Greatest ? std::max(all) : std::min(all);
  }
};

}  // namespace mutate
