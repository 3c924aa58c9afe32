// A page of a view.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace partnercheck::roster {

// `count` of the view from `from` on, or as many as there are.
[[nodiscard]] inline std::span<const std::uint32_t> page_of(std::span<const std::uint32_t> view, std::size_t from,
                                                            std::size_t count) {
  const std::size_t first = std::min(from, view.size());
  return view.subspan(first, std::min(count, view.size() - first));
}

}  // namespace partnercheck::roster
