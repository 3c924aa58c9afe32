// Runs a fuzz target over the files of the folders that are named, and over some changes of each: always the same ones.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed);

// Of libFuzzer; here one bit.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t /*most*/) {
  if (size > 0) {
    data[size / 2] ^= std::uint8_t{1};
  }
  return size;
}

namespace {

constexpr std::size_t kMost = 4096;
constexpr unsigned int kChanges = 4;

void replay(const std::string& bytes, unsigned int number) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  LLVMFuzzerTestOneInput(data, bytes.size());
  std::vector<std::uint8_t> changed(std::max(kMost, bytes.size()));
  for (unsigned int i = 0; i < kChanges; ++i) {
    std::copy(data, data + bytes.size(), changed.data());
    const std::size_t size =
        LLVMFuzzerCustomMutator(changed.data(), bytes.size(), changed.size(), 1 + number * kChanges + i);
    LLVMFuzzerTestOneInput(changed.data(), size);
  }
}

}  // namespace

int main(int argc, char** argv) {
  unsigned int count = 0;
  for (int i = 1; i < argc; ++i) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{argv[i]}) {
      files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (const auto& path : files) {
      std::ifstream file{path, std::ios::binary};
      replay({std::istreambuf_iterator<char>{file}, {}}, count++);
    }
  }
  std::printf("%u inputs replayed, %u changes of each\n", count, kChanges);
  return count > 0 ? 0 : 1;
}
