// What to ask next.
#pragma once

#include <vector>

#include "partnercheck/catalogue.h"
#include "partnercheck/decision.h"
#include "partnercheck/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

// A fact that can still change the answer, how to ask for it, and what it may be.
struct OpenQuestion : FactInfo {
  bool settles = false;  // one of its answers would make the status certain, or leave nothing else to ask

  static constexpr std::string_view kName = "OpenQuestion";
  static constexpr auto fields() {
    return std::tuple_cat(FactInfo::fields(), std::tuple{member("settles", &OpenQuestion::settles)});
  }
};

struct Questions {
  Status status = Status::needs_info;  // these four as in a Decision
  std::optional<Date> until;
  std::optional<Date> earliest;
  std::optional<Date> latest;
  bool settled = false;                 // nothing can change the answer any more
  std::vector<OpenQuestion> questions;  // the one that settles most comes first

  static constexpr std::string_view kName = "Questions";
  static constexpr auto fields() {
    return std::tuple{
        member("status", &Questions::status),     member("until", &Questions::until),
        member("earliest", &Questions::earliest), member("latest", &Questions::latest),
        member("settled", &Questions::settled),   member("questions", &Questions::questions),
    };
  }
};

// The open questions, in the order of a decision's `missing`. Requires what check requires.
[[nodiscard]] Questions ask(const Ruleset& ruleset, const Request& request);

}  // namespace partnercheck
