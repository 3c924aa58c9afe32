// The rules as they are built in, for tests that ask them all.
#pragma once

#include "partnercheck/json_api.h"

namespace partnercheck::test {

inline const JsonApi& rules() {
  static const JsonApi kRules;
  return kRules;
}

}  // namespace partnercheck::test
