// Which facts were named already.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/decision.h"

namespace partnercheck {

class SeenFacts {
 public:
  // True the first time.
  bool add(const FactPointer& fact) {
    auto& seen = seen_of(fact.pattern);
    if (fact.index >= seen.size()) {
      seen.resize(fact.index + 1);
    }
    return !std::exchange(seen[fact.index], true);
  }

 private:
  // Few patterns: a rule names members of the request. Those of a list's elements follow one another.
  std::vector<char>& seen_of(std::string_view pattern) {
    if (last_ == seen_.size() || seen_[last_].first != pattern) {
      last_ = static_cast<std::size_t>(std::ranges::find(seen_, pattern, &Seen::first) - seen_.begin());
    }
    return last_ < seen_.size() ? seen_[last_].second : seen_.emplace_back(pattern, std::vector<char>{}).second;
  }

  using Seen = std::pair<std::string_view, std::vector<char>>;
  std::vector<Seen> seen_;
  std::size_t last_ = 0;
};

}  // namespace partnercheck
