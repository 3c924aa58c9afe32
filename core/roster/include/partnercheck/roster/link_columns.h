// Decisions for people who stand in no table of text but in typed columns.
#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <utility>
#include <vector>

#include "partnercheck/decision.h"
#include "partnercheck/faults.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/link_request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class LinkColumns {
 public:
  // One entry of each for each person.
  struct Decided {
    std::span<RosterStatus> statuses;
    std::span<std::int32_t> untils;
    std::span<std::int32_t> earliests;
    std::span<std::int32_t> latests;
  };

  // Of the request form, columns, shard and person say nothing. Faults and what is required: as for LinkRoster::start.
  [[nodiscard]] static std::expected<LinkColumns, std::vector<Fault>> start(const Rulebook& rulebook,
                                                                            const RosterRequest& request);

  // `starts`: `per_person` days since 1970-01-01 for each person, in any order, INT32_MIN where there are fewer links.
  // Writes for each what a decision says; INT32_MIN for a day that it does not have.
  // Fault: the first start (/starts/7) that is outside the calendar or after the day of the request; then nothing is
  // decided.
  [[nodiscard]] std::expected<void, Fault> decide(std::span<const std::int32_t> starts, std::size_t per_person,
                                                  const Decided& out) const;

 private:
  LinkColumns(Ruleset ruleset, Date today, Decision base)
      : ruleset_{std::move(ruleset)}, today_{today}, base_{std::move(base)} {}

  Ruleset ruleset_;
  Date today_;
  Decision base_;  // what check says to somebody without links
};

}  // namespace partnercheck
