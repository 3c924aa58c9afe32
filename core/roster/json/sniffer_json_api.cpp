#include "partnercheck/roster/sniffer_json_api.h"

#include "roster/json/call.h"

namespace partnercheck {

std::string SnifferJsonApi::start(std::string_view text) {
  sniffer_.reset();
  auto [request, faults] = json::read<SniffRequest>(text);
  if (!faults.empty()) {
    return json::failure(std::move(faults), text);
  }
  sniffer_.emplace(request);
  return json::done();
}

char* SnifferJsonApi::prepare(std::size_t size) { return sniffer_ ? sniffer_->prepare(size) : nullptr; }

void SnifferJsonApi::commit(std::size_t size) {
  if (sniffer_) {
    sniffer_->commit(size);
  }
}

std::string SnifferJsonApi::finish(bool whole) {
  if (!sniffer_) {
    return json::out_of_order();
  }
  Sniffed sniffed = sniffer_->finish(whole);
  sniffer_.reset();
  return json::answer("", sniffed);
}

}  // namespace partnercheck
