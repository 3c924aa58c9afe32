// Facts by JSON pointer.
#pragma once

#include "partnercheck/decision.h"
#include "partnercheck/request.h"

namespace partnercheck {

// Sets what the pointer names, e.g. /facts/learning/mct_count; an object on the way that is unknown or none comes to
// be. False when there is no such member or the value is of another type; then nothing is changed.
[[nodiscard]] bool change_fact(Request& request, const Change& change);

}  // namespace partnercheck
