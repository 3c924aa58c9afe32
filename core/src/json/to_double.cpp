#include "json/to_double.h"

#include <limits>
#include <locale>
#include <sstream>
#include <string>

namespace partnercheck::json {

double to_double(std::string_view number) {
  // Whatever language the program that we are part of writes its numbers in.
  std::istringstream written{std::string{number}};
  written.imbue(std::locale::classic());
  double value = 0;
  written >> value;
  return written.fail() ? std::numeric_limits<double>::infinity() : value;
}

}  // namespace partnercheck::json
