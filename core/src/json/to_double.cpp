#include "json/to_double.h"

#include <locale.h>  // locale_t
#include <stdlib.h>  // strtod_l
#if __has_include(<xlocale.h>)
#include <xlocale.h>  // both, where Apple keeps them
#endif

#include <string>

namespace partnercheck::json {

double to_double(std::string_view number) {
  // Whatever language the program that we are part of writes its numbers in.
  static const locale_t kClassic = newlocale(LC_ALL_MASK, "C", nullptr);
  return strtod_l(std::string{number}.c_str(), nullptr, kClassic);
}

}  // namespace partnercheck::json
