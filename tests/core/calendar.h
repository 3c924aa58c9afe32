// A second calendar, too simple to be wrong: it walks from day to day.
#pragma once

#include <string>
#include <vector>

namespace partnercheck::test {

struct CivilDay {
  int year;
  int month;
  int day;

  [[nodiscard]] std::string text() const;
};

[[nodiscard]] int days_in(int year, int month);

// Every day from 1990-01-01 to 2199-12-31.
[[nodiscard]] const std::vector<CivilDay>& every_day();

}  // namespace partnercheck::test
