// prove [index of] [whole]: tries the cases of one part, and prints how many they were, sweep by sweep.
#include <chrono>
#include <cstring>

#include "prove.h"

int main(int count, char** arguments) {
  using namespace partnercheck::prove;
  Part part;
  if (count > 2) {
    part.index = std::atoi(arguments[1]);
    part.of = std::atoi(arguments[2]);
  }
  part.whole = count > 3 && std::strcmp(arguments[3], "whole") == 0;
  const auto rulebook = rulebook_of_readings();
  const struct {
    const char* name;
    std::int64_t (*prove)(const partnercheck::Rulebook&, Part);
  } kSweeps[] = {
      {"links: typed columns, three ways to read a year", prove_columns},
      {"links: the typed core", prove_typed_core},
      {"links: unknown starts", prove_unknown_starts},
      {"links: dates in the profile", prove_profile_dates},
      {"KPI windows", prove_kpi_windows},
      {"invoices", prove_invoices},
      {"directory", prove_directory},
      {"renewals", prove_renewals},
      {"passwords", prove_passwords},
  };
  for (const auto& [name, prove] : kSweeps) {
    const auto start = std::chrono::steady_clock::now();
    const std::int64_t cases = prove(rulebook, part);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("%lld\t%.1f\t%s\n", static_cast<long long>(cases), taken.count(), name);
    std::fflush(stdout);
  }
  return 0;
}
