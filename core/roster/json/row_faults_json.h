// The faults of a table in an answer.
#pragma once

#include <string>

#include "json/question.h"
#include "roster/src/row_faults.h"

namespace partnercheck::json {

// "faults": how many there are of each code.
inline void write_fault_counts(Writer& writer, const roster::RowFaults& faults) {
  writer.key("faults");
  writer.begin_object();
  for (const auto& [code, count] : faults.counts()) {
    writer.member(code, count);
  }
  writer.end_object();
}

// "faults": those that are shown.
inline void write_faults(Writer& writer, const roster::RowFaults& faults) {
  writer.key("faults");
  writer.begin_array();
  for (const Fault& one : faults.shown()) {
    writer.structure(one);
  }
  writer.end_array();
}

// A call that has to wait for another one.
[[nodiscard]] inline std::string out_of_order() { return failure({fault("roster.out_of_order", "")}, ""); }

}  // namespace partnercheck::json
