// Prints the answer to each vector, one a line, after the catalogue; with the argument `whole` what vectors_test
// compares.
#include <cstdio>
#include <string_view>

#include "vectors.h"

int main(int count, char** arguments) {
  using namespace partnercheck::test;
  const partnercheck::JsonApi door;
  const bool whole = count > 1 && std::string_view{arguments[1]} == "whole";
  std::puts(door.describe().c_str());
  for (const auto& vector : read_vectors()) {
    std::puts((whole ? whole_answer_of(door, vector) : answer_of(door, vector)).c_str());
  }
  return 0;
}
