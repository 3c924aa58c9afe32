// From the structures of the contract to a JSON text, by their field lists.
#pragma once

#include <concepts>
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

  void begin_object() { open('{'); }
  void end_object() { put('}'); }
  void begin_array() { open('['); }
  void end_array() { put(']'); }
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
  void number(double number);
  void raw(std::string_view text);
  void open(char bracket);
  void separate();
  void quote(std::string_view text);
  void quote_plain(std::string_view text);
  void put(char c);
  char* room_for(std::size_t more);
  void grow(std::size_t size);

  static constexpr std::size_t kUsualAnswer = 4'096;

  std::string out_;  // longer than what is written: a place is asked for once, not for each character
  std::size_t written_ = 0;
  bool left_calendar_ = false;
};

}  // namespace partnercheck::json
