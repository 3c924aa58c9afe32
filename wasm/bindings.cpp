// The JSON API of the core, as JavaScript functions. A question and its answer stand in the memory of the core as
// UTF-8, where src/core.ts writes and reads them. The API throws nothing on any input; what is left is memory running
// out, which ends an instance as any trap does (src/core-instance.ts).
#include <emscripten/bind.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/catalogue.h"
#include "partnercheck/json_api.h"

namespace {

using partnercheck::JsonApi;

JsonApi& api() {
  static JsonApi instance;
  return instance;
}

std::string question;
std::string answer;

// Where a question of that many bytes at most is to be written; holds until the next call.
std::uintptr_t prepare(std::size_t most) {
  if (question.size() < most) {
    question.resize_and_overwrite(most, [](char*, std::size_t room) { return room; });
  }
  return reinterpret_cast<std::uintptr_t>(question.data());
}

// Where the answer stands; holds until the next call.
std::uintptr_t answered() { return reinterpret_cast<std::uintptr_t>(answer.data()); }

// `size`: of the question that was written. The size of the answer.
template <auto kMethod>
std::size_t call(std::size_t size) {
  answer = (api().*kMethod)(std::string_view{question}.substr(0, size));
  return answer.size();
}

std::vector<std::int32_t> numbers;

// As call, in numbers: how many they are, or less than zero: minus the size of the failure, which is the answer.
// The status, the three days (kNone for one that the decision does not have), and for each rule its place among
// rule_ids and its outcome.
int decide_in_numbers(std::size_t size) {
  auto decision = api().decide_briefly(std::string_view{question}.substr(0, size));
  if (!decision) {
    answer = std::move(decision).error();
    return -static_cast<int>(answer.size());
  }
  constexpr std::int32_t kNone = std::numeric_limits<std::int32_t>::min();
  numbers.assign(1, static_cast<std::int32_t>(decision->status));
  for (const auto& day : {decision->until, decision->earliest, decision->latest}) {
    numbers.push_back(day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : kNone);
  }
  const auto ids = partnercheck::rule_ids();
  for (const auto& [rule, outcome] : decision->outcomes) {
    numbers.push_back(static_cast<std::int32_t>(std::ranges::find(ids, rule) - ids.begin()));
    numbers.push_back(static_cast<std::int32_t>(outcome));
  }
  return static_cast<int>(numbers.size());
}

std::uintptr_t decided() { return reinterpret_cast<std::uintptr_t>(numbers.data()); }

// As call, where there is no question.
std::size_t names() {
  answer = JsonApi::names();
  return answer.size();
}
std::size_t describe() {
  answer = api().describe();
  return answer.size();
}

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck) {
  emscripten::function("prepare", &prepare);
  emscripten::function("answered", &answered);
  emscripten::function("check", &call<&JsonApi::check>);
  emscripten::function("decide", &call<&JsonApi::decide>);
  emscripten::function("ask", &call<&JsonApi::ask>);
  emscripten::function("preview", &call<&JsonApi::preview>);
  emscripten::function("plan", &call<&JsonApi::plan>);
  emscripten::function("compare", &call<&JsonApi::compare>);
  emscripten::function("load_ruleset", &call<&JsonApi::load_ruleset>);
  emscripten::function("read_date", &call<&JsonApi::read_date>);
  emscripten::function("decide_in_numbers", &decide_in_numbers);
  emscripten::function("decided", &decided);
  emscripten::function("names", &names);
  emscripten::function("describe", &describe);
}
