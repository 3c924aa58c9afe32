// For MemorySanitizer: what takes the place of functions in Debian's libc++, which do not tell it which bytes they
// wrote.
#include <array>
#include <charconv>
#include <concepts>
#include <string>

template class std::basic_string<char>;
template std::string std::operator+(const char*, const std::string&);

namespace {

std::string digits_of(std::integral auto value) {
  std::array<char, 24> text{};
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value).ptr};
}

}  // namespace

std::string std::to_string(int value) { return digits_of(value); }
std::string std::to_string(unsigned value) { return digits_of(value); }
std::string std::to_string(long value) { return digits_of(value); }
std::string std::to_string(unsigned long value) { return digits_of(value); }
std::string std::to_string(long long value) { return digits_of(value); }
std::string std::to_string(unsigned long long value) { return digits_of(value); }
