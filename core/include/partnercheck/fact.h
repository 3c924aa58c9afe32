// What is known, or not known, of a person, an organization or a membership.
#pragma once

#include <cassert>
#include <optional>
#include <utility>

namespace partnercheck {

// A value that may be unknown. Unknown is a state of its own: never zero, never false, never empty.
// There is no conversion to bool, so that `if (fact)` cannot be mistaken for `if the fact is true`.
// A Fact<std::optional<T>> is unknown, known to be none, or known to be a T.
template <class T>
class Fact {
 public:
  using value_type = T;

  constexpr Fact() = default;
  constexpr Fact(T value) : value_(std::move(value)) {}

  [[nodiscard]] constexpr bool known() const { return value_.has_value(); }

  // True only when known and equal; an unknown fact is never equal to anything.
  template <class U>
  [[nodiscard]] constexpr bool is(const U& other) const {
    return value_.has_value() && *value_ == other;
  }

  // Requires known().
  [[nodiscard]] constexpr const T& value() const {
    assert(known());
    return *value_;
  }
  [[nodiscard]] constexpr T& value() {
    assert(known());
    return *value_;
  }

  constexpr void forget() { value_.reset(); }

  friend constexpr bool operator==(const Fact&, const Fact&) = default;

 private:
  std::optional<T> value_;
};

template <class T>
inline constexpr bool is_fact = false;
template <class T>
inline constexpr bool is_fact<Fact<T>> = true;

}  // namespace partnercheck
