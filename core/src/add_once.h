#pragma once

#include <algorithm>

namespace partnercheck {

void add_once(auto& list, const auto& item) {
  if (std::ranges::find(list, item) == list.end()) {
    list.push_back(item);
  }
}

}  // namespace partnercheck
