// Sniffer as JSON. As with JsonApi, texts go in and out, and nothing is thrown; the table itself goes in as bytes.
//
// A run: start, then prepare and commit for each chunk of the file, finish.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "partnercheck/roster/sniffer.h"

namespace partnercheck {

class SnifferJsonApi {
 public:
  // Takes a SniffRequest. {"type":"success"} or the faults of the request.
  [[nodiscard]] std::string start(std::string_view request);
  // Room for the next `size` bytes of the table. Null when no table is being read.
  [[nodiscard]] char* prepare(std::size_t size);
  void commit(std::size_t size);
  // {"type":"success", and the members of Sniffed}. `whole`: nothing follows.
  [[nodiscard]] std::string finish(bool whole);

 private:
  std::optional<Sniffer> sniffer_;
};

}  // namespace partnercheck
