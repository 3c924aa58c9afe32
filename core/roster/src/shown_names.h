// What stands beside what tells people apart: what they are called, their address. Where a table does not say, nothing
// is kept.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "roster/src/names.h"

namespace partnercheck::roster {

class ShownNames {
 public:
  explicit ShownNames(std::uint64_t seed) : names_{seed} {}

  // The first one of a person counts. An empty one says nothing, nor does one that is longer than any name.
  void add(std::uint32_t person, std::string_view name) {
    if (name.empty() || name.size() > Names::kLongest) {
      return;
    }
    if (person >= of_person_.size()) {
      of_person_.resize(person + std::size_t{1}, Names::kNone);
    }
    if (of_person_[person] == Names::kNone) {
      of_person_[person] = names_.add(name);
    }
  }

  // Empty where the table does not say.
  [[nodiscard]] std::string_view at(std::uint32_t person) const {
    return person < of_person_.size() && of_person_[person] != Names::kNone ? names_.at(of_person_[person])
                                                                            : std::string_view{};
  }

 private:
  Names names_;
  std::vector<std::uint32_t> of_person_;
};

}  // namespace partnercheck::roster
