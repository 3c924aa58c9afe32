// What is wrong with a question.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/request.h"

namespace partnercheck {

struct Fault {
  std::string_view code;  // e.g. date.impossible
  std::string path;       // JSON pointer; empty for the whole text
  std::string message;    // text key: what was wrong
  std::string help;       // text key: what to do
  NamedValues details;
  std::optional<std::int64_t> line;    // from 1, in the text that was read
  std::optional<std::int64_t> column;  // from 1, in characters

  static constexpr std::string_view kName = "Fault";
  static constexpr auto fields() {
    return std::tuple{
        member("code", &Fault::code),
        member("path", &Fault::path),
        member("message", &Fault::message),
        member("help", &Fault::help),
        member(may_be_empty("details"), &Fault::details),
        member("line", &Fault::line),
        member("column", &Fault::column),
    };
  }
};

[[nodiscard]] Fault fault(std::string_view code, std::string path, NamedValues details = {});

// Facts that contradict one another or the day of the question: an end before its start, an event that has happened
// and yet lies after `today`. Empty when there is none. A history that merely broke the rules is no contradiction.
[[nodiscard]] std::vector<Fault> find_contradictions(const Request& request);

}  // namespace partnercheck
