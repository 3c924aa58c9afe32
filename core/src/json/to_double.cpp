#include "json/to_double.h"

#include <algorithm>
#include <clocale>
#include <cstdlib>
#include <string>

namespace partnercheck::json {

double to_double(std::string_view number) {
  // It reads numbers as the program that we are part of writes them.
  std::string local{number};
  std::ranges::replace(local, '.', *std::localeconv()->decimal_point);
  return std::strtod(local.c_str(), nullptr);
}

}  // namespace partnercheck::json
