// What every call of the rosters has in common.
#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "json/question.h"
#include "partnercheck/faults.h"

namespace partnercheck::json {

// `text` as in failure.
template <class T>
[[nodiscard]] std::string answer(std::string_view text, const T& structure) {
  return success(text, [&](Writer& writer) { writer.members(structure); });
}
template <class T>
[[nodiscard]] std::string answer(std::string_view text, const std::expected<T, std::vector<Fault>>& result) {
  return result ? answer(text, *result) : failure(result.error(), text);
}

[[nodiscard]] inline std::string done() {
  return success("", [](Writer&) {});
}

// A call that has to wait for another one.
[[nodiscard]] inline std::string out_of_order() { return failure({fault("roster.out_of_order", "")}, ""); }

// Reads a T and starts what it asks for. The faults of what it says come along with those of how it is written.
template <class Roster, class T>
[[nodiscard]] std::string start(std::optional<Roster>& roster, const Rulebook& rulebook, std::string_view text,
                                std::uint64_t seed) {
  auto [request, faults] = read<T>(text, [&](const T& read) { return find_faults(rulebook, read); });
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  auto started = Roster::start(rulebook, request, seed);
  if (!started) {
    return failure(std::move(started.error()), text);
  }
  roster = std::move(*started);
  return done();
}

}  // namespace partnercheck::json
