// Prints the answer to every vector, one a line, after the catalogue.
#include <cstdio>

#include "vectors.h"

int main() {
  const partnercheck::JsonApi door;
  std::puts(door.describe().c_str());
  for (const auto& vector : partnercheck::test::read_vectors()) {
    std::puts(partnercheck::test::answer_of(door, vector).c_str());
  }
  return 0;
}
