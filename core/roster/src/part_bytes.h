// What one reader of a table gives another: numbers as memory holds them, texts behind their length. For two readers of
// the same build only, and never kept.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace partnercheck::roster {

// Without padding, and whole numbers alone: whatever the bytes, they are one.
template <class T>
concept PlainBytes = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T>;

// How many bytes a PartWriter would write.
class PartSize {
 public:
  template <PlainBytes T>
  void put(const T& /*value*/) {
    size_ += sizeof(T);
  }
  void put_bytes(std::string_view bytes) { size_ += bytes.size(); }

  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::size_t size_ = 0;
};

class PartWriter {
 public:
  // Requires room for all that is put.
  explicit PartWriter(char* to) : to_{to} {}

  template <PlainBytes T>
  void put(const T& value) {
    std::memcpy(to_, &value, sizeof(T));
    to_ += sizeof(T);
  }
  void put_bytes(std::string_view bytes) {
    if (!bytes.empty()) {
      std::memcpy(to_, bytes.data(), bytes.size());
      to_ += bytes.size();
    }
  }

 private:
  char* to_;
};

template <class Out>
void put_text(Out& out, std::string_view text) {
  out.put(static_cast<std::uint32_t>(text.size()));
  out.put_bytes(text);
}

// Zeros and empty texts once something is missing.
class PartReader {
 public:
  explicit PartReader(std::string_view bytes) : left_{bytes} {}

  template <PlainBytes T>
  [[nodiscard]] T take() {
    T value{};
    if (const std::string_view bytes = take_bytes(sizeof(T)); !bytes.empty()) {
      std::memcpy(&value, bytes.data(), sizeof(T));
    }
    return value;
  }
  [[nodiscard]] std::string_view take_bytes(std::size_t size) {
    if (size > left_.size()) {
      fail();
      return {};
    }
    const std::string_view bytes = left_.substr(0, size);
    left_.remove_prefix(size);
    return bytes;
  }
  [[nodiscard]] std::string_view take_text() { return take_bytes(take<std::uint32_t>()); }

  // How many there are of something: none below zero, and so few that they can be added up.
  [[nodiscard]] std::int64_t take_count() {
    constexpr std::int64_t kMost = std::int64_t{1} << 48U;
    const auto count = take<std::int64_t>();
    if (count < 0 || count > kMost) {
      fail();
      return 0;
    }
    return count;
  }

  void fail() {
    failed_ = true;
    left_ = {};
  }
  [[nodiscard]] bool failed() const { return failed_; }
  // Whether nothing was missing and nothing is left.
  [[nodiscard]] bool is_done() const { return !failed_ && left_.empty(); }

 private:
  std::string_view left_;
  bool failed_ = false;
};

}  // namespace partnercheck::roster
