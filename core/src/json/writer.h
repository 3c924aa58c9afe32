// From the structures of the contract to a JSON text, by their field lists.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/decision.h"
#include "type.h"

namespace partnercheck::json {

class Writer {
 public:
  Writer() { grow(kUsualAnswer); }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;
  ~Writer() = default;

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  void text(std::string_view text);
  // A name of the contract: plain.h's plain bytes and nothing else, which nobody has to look at.
  void name(std::string_view plain);
  void integer(std::int64_t number);
  void boolean(bool value);
  void null();
  void date(Date day);
  void value(const Value& any);
  template <class T>
  void structure(const T& whole) {
    write(kType<T>, &whole);
  }
  // The members of a structure, without the braces. What is unknown or absent is left out.
  template <class T>
  void members(const T& object) {
    write_members(kType<T>, &object);
  }

  void member(std::string_view name, std::string_view value) { key(name), text(value); }
  void member(std::string_view name, std::int64_t value) { key(name), integer(value); }
  void member(std::string_view name, std::same_as<bool> auto value) { key(name), boolean(value); }
  void member(std::string_view name, Date value) { key(name), date(value); }
  void texts(std::string_view name, const auto& list) {
    key(name);
    begin_array();
    for (const auto& item : list) {
      text(item);
    }
    end_array();
  }

  // A date outside the calendar of the contract was written.
  [[nodiscard]] bool left_calendar() const { return left_calendar_; }
  [[nodiscard]] std::string take();

 private:
  void write(const Type& type, const void* value);
  void write_members(const Type& type, const void* object);
  // A key that is a name.
  void name_of_member(std::string_view plain);
  void number(double number);
  void raw(std::string_view text);
  void open(char bracket);
  void close(char bracket);
  void colon();
  // Where the next `most` bytes may go, behind a comma where one is due. What was written there is told to `wrote`.
  char* begin(std::size_t most);
  void wrote(char* end) { to_ = end; }
  char* room_for(std::size_t most) {
    if (static_cast<std::size_t>(end_ - to_) < most) {
      grow(most);
    }
    return to_;
  }
  void grow(std::size_t most);

  static constexpr std::size_t kUsualAnswer = 4'096;

  std::string out_;      // longer than what is written: a place is asked for once, not for each character
  char* to_ = nullptr;   // in it
  char* end_ = nullptr;  // of it
  bool first_ = true;    // in its list or object, or behind a key: no comma
  bool left_calendar_ = false;
};

}  // namespace partnercheck::json
