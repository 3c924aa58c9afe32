// prove [index of [whole] [name]]: tries the cases of one part, of the sweeps whose names hold `name`, and prints how
// many they were, sweep by sweep.
#include <chrono>
#include <string_view>

#include "prove.h"

int main(int count, char** arguments) {
  using namespace partnercheck::prove;
  Part part;
  if (count > 2) {
    part.index = std::atoi(arguments[1]);
    part.of = std::atoi(arguments[2]);
  }
  part.whole = count > 3 && std::string_view{arguments[3]} == "whole";
  const std::string_view wanted = count > (part.whole ? 4 : 3) ? arguments[count - 1] : "";
  const auto rulebook = rulebook_of_readings();
  const struct {
    const char* name;
    std::int64_t (*prove)(const partnercheck::Rulebook&, Part);
  } kSweeps[] = {
      {"links: typed columns, three ways to read a year", prove_columns},
      {"links: the typed core", prove_typed_core},
      {"links: unknown starts", prove_unknown_starts},
      {"links: dates in the profile", prove_profile_dates},
      {"days: KPI windows", prove_kpi_windows},
      {"days: invoices", prove_invoices},
      {"days: directory", prove_directory},
      {"days: renewals", prove_renewals},
      {"days: passwords", prove_passwords},
  };
  for (const auto& [name, prove] : kSweeps) {
    if (!std::string_view{name}.contains(wanted)) {
      continue;
    }
    const auto start = std::chrono::steady_clock::now();
    const std::int64_t cases = prove(rulebook, part);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("%lld\t%.1f\t%s\n", static_cast<long long>(cases), taken.count(), name);
    std::fflush(stdout);
  }
  return 0;
}
