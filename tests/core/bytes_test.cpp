// Runs of bytes are looked at word by word: as by the standard library, of every length and wherever they differ.
#include "bytes.h"

#include <gtest/gtest.h>

#include <string>

#include "json/plain.h"

namespace partnercheck {
namespace {

constexpr std::size_t kMost = 80;

std::string run_of(std::size_t size) {
  std::string run(size, ' ');
  for (std::size_t i = 0; i < size; ++i) {
    run[i] = static_cast<char>('0' + i);
  }
  return run;
}

TEST(Bytes, AreTheSameWhereEachIs) {
  for (std::size_t size = 0; size < kMost; ++size) {
    const std::string run = run_of(size);
    EXPECT_TRUE(same_bytes(run, std::string{run}));
    EXPECT_FALSE(same_bytes(run, run_of(size + 1)));
    for (std::size_t at = 0; at < size; ++at) {
      std::string other = run;
      other[at] = static_cast<char>(other[at] + 1);
      EXPECT_FALSE(same_bytes(run, other)) << size << " " << at;
    }
  }
}

TEST(Bytes, AreOrderedByTheFirstThatDiffers) {
  for (std::size_t size = 0; size < kMost; ++size) {
    const std::string run = run_of(size);
    EXPECT_TRUE(order_of(run, std::string{run}) == 0);
    EXPECT_TRUE(order_of(run, run_of(size + 1)) < 0);
    EXPECT_TRUE(order_of(run_of(size + 1), run) > 0);
    for (std::size_t at = 0; at < size; ++at) {
      // What stands behind the first difference says the opposite. No byte is negative.
      std::string greater = run;
      greater[at] = '\xFF';
      if (at + 1 < size) {
        greater[at + 1] = '\0';
      }
      EXPECT_TRUE(order_of(run, greater) < 0) << size << " " << at;
      EXPECT_TRUE(order_of(greater, run) > 0) << size << " " << at;
    }
  }
}

TEST(Bytes, AreCopiedAndNoOthers) {
  for (std::size_t size = 0; size < kMost; ++size) {
    const std::string run = run_of(size);
    std::string room(kMost + 1, '-');
    EXPECT_EQ(copy_bytes(run, room.data()), room.data() + size);
    EXPECT_EQ(room, run + std::string(kMost + 1 - size, '-'));
  }
}

TEST(Bytes, ArePlainUpToTheFirstThatIsNot) {
  for (std::size_t size = 0; size < kMost; ++size) {
    std::string plain(kMost + size, ' ');
    const std::string_view behind_others = std::string_view{plain}.substr(kMost);
    EXPECT_EQ(json::plain_bytes(behind_others), size);
    for (std::size_t at = 0; at < size; ++at) {
      for (const char c : {'"', '\\', '\x1F', '\0', '\x80', '\xFF'}) {
        plain[kMost + at] = c;
        EXPECT_EQ(json::plain_bytes(behind_others), at) << size;
      }
      plain[kMost + at] = ' ';
    }
  }
}

}  // namespace
}  // namespace partnercheck
