// Decided people as CSV.
#pragma once

#include <cstdint>
#include <span>

#include "partnercheck/roster/csv_writer.h"
#include "partnercheck/roster/link_request.h"
#include "roster/src/link_table.h"

namespace partnercheck::roster {

// Without a header. `compared` is null unless a second ruleset was asked.
void write_rows(CsvWriter& writer, const LinkTable& table, const Decisions& decisions, const Decisions* compared,
                std::span<const std::uint32_t> people, const RosterCsvRequest& request);

}  // namespace partnercheck::roster
