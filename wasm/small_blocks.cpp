// One answer takes some hundred small pieces of memory and gives nearly all of them back. emmalloc, which is small,
// looks for each among all that are free; here each size has a list of its own, and taking one is three instructions.
#include <array>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <utility>

namespace {

constexpr std::size_t kStep = 16;
constexpr std::size_t kLargest = 512;

struct Free {
  Free* next;
};

std::array<Free*, kLargest / kStep + 1> free_blocks{};

constexpr std::size_t steps_of(std::size_t size) { return (size + kStep - 1) / kStep; }

}  // namespace

// Each block is malloc's own: where the size is not known it goes back there. Memory that runs out ends the instance.
void* operator new(std::size_t size) {
  if (size > kLargest) {
    return std::malloc(size);
  }
  const std::size_t steps = steps_of(size);
  Free*& first = free_blocks[steps];
  if (first == nullptr) {
    return std::malloc(steps > 0 ? steps * kStep : kStep);
  }
  return std::exchange(first, first->next);
}

void operator delete(void* block) noexcept { std::free(block); }

void operator delete(void* block, std::size_t size) noexcept {
  if (size > kLargest || block == nullptr) {
    std::free(block);
    return;
  }
  Free*& first = free_blocks[steps_of(size)];
  first = new (block) Free{first};
}
