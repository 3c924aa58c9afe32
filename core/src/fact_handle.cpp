#include "fact_handle.h"

namespace partnercheck {

std::string FactPath::at(std::size_t index) const {
  const std::size_t star = pointer.find('*');
  return std::string{pointer.substr(0, star)} + std::to_string(index) + std::string{pointer.substr(star + 1)};
}

}  // namespace partnercheck
