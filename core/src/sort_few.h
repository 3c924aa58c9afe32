#pragma once

#include <algorithm>
#include <functional>

namespace partnercheck {

// Keeps the order of equals. For a few: what is not yet in order is moved one by one.
void sort_few(auto& list, auto key) {
  for (auto next = list.begin(); next != list.end(); ++next) {
    std::rotate(std::ranges::upper_bound(list.begin(), next, std::invoke(key, *next), {}, key), next, next + 1);
  }
}

}  // namespace partnercheck
