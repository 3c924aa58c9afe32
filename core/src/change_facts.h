// Facts by JSON pointer.
#pragma once

#include <optional>
#include <string_view>

#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "type.h"

namespace partnercheck {

// Where a value stands.
struct Place {
  const Type* type;
  const Field* field;
  void* at;
};

// Of what the pointer names, e.g. /facts/learning/mct_count; an object on the way that is unknown or none comes to be.
// Nothing when there is no such member.
[[nodiscard]] std::optional<Place> find_place(Request& request, std::string_view pointer);

// Sets what the pointer names. False when there is no such member or the value is of another type; then nothing is
// changed.
[[nodiscard]] bool change_fact(Request& request, const Change& change);

}  // namespace partnercheck
