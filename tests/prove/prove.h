// Everything there is, tried: the rules of days against the slow oracle.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "partnercheck/ruleset.h"

namespace partnercheck::prove {

// Which part of the cases this run tries: with index 0 to `of` - 1 all are tried.
struct Part {
  int index = 0;
  int of = 1;
  bool whole = false;  // every middle link on every day of every history

  [[nodiscard]] bool has(std::int64_t number) const { return number % of == index; }
};

// The first case that is not as it should be ends everything.
template <class... Values>
void require(bool holds, const char* what, Values... values) {
  if (!holds) {
    std::fprintf(stderr, "not so: %s:", what);
    ((std::fprintf(stderr, " %lld", static_cast<long long>(values))), ...);
    std::fprintf(stderr, "\n");
    std::exit(1);
  }
}

// Each returns how many cases it has tried.
[[nodiscard]] std::int64_t prove_columns(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_typed_core(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_unknown_starts(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_profile_dates(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_kpi_windows(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_invoices(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_directory(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_renewals(const Rulebook& rulebook, Part part);
[[nodiscard]] std::int64_t prove_passwords(const Rulebook& rulebook, Part part);

// The default ruleset, and "calendar" and "rolling_12_months", which read "each year" in that way only.
[[nodiscard]] Rulebook rulebook_of_readings();

}  // namespace partnercheck::prove
