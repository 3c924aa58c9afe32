// LinkRoster as JSON. As with JsonApi, texts go in and out, and nothing is thrown; the table itself goes in as bytes.
//
// A run: start, then prepare and commit for each chunk of the file, finish. Then, as often as wanted: compare, view,
// rows.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "partnercheck/roster/link_columns.h"
#include "partnercheck/roster/link_roster.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class LinkRosterJsonApi {
 public:
  // `rulebook` outlives it. `seed`: any number that whoever wrote a table cannot know.
  LinkRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed) : rulebook_{rulebook}, seed_{seed} {}

  // {"type":"success","schema":{...}}: the JSON Schema of all requests and answers of the rosters and of the sniffer.
  [[nodiscard]] static std::string describe();

  // Takes a RosterRequest; forgets the run before. {"type":"success"} or the faults of the request.
  [[nodiscard]] std::string start(std::string_view request);
  // Room for the next `size` bytes of the table. Null when no table is being read.
  [[nodiscard]] char* prepare(std::size_t size);
  void commit(std::size_t size);
  [[nodiscard]] TableProgress progress() const;

  // As those of LinkRoster; false and nothing when no table is being read. After a join that is refused none is.
  [[nodiscard]] bool begin_part(std::string_view beginning);
  [[nodiscard]] std::optional<std::string> part(bool last);
  [[nodiscard]] bool join(std::string_view part);

  // Decides. {"type":"success","totals":{...},"faults":[...]}; rows that were left out in
  // "left_out". Where the request names a person {"type":"success","request":{...},"faults":[...]}, the request for
  // check.
  [[nodiscard]] std::string finish();
  // The same people by another ruleset (RosterCompareRequest): {"type":"success", and the members of RosterComparison}
  [[nodiscard]] std::string compare(std::string_view request);
  // Chooses and sorts (ViewRequest): {"type":"success","people":1234}
  [[nodiscard]] std::string view(std::string_view request);
  // Rows `from` to `from + count` of the view: {"type":"success","rows":[...]}, each a RosterRow
  [[nodiscard]] std::string rows(std::size_t from, std::size_t count) const;

  // The same rows as CSV (RosterCsvRequest), appended to `bytes`: {"type":"success","rows":1000}
  [[nodiscard]] std::string write_csv(std::string_view request, std::size_t from, std::size_t count,
                                      std::string& bytes) const;

  // As those of RosterDecisions; empty before finish. Valid until the next call of start.
  [[nodiscard]] std::span<const RosterStatus> statuses() const;
  [[nodiscard]] std::vector<std::int32_t> untils() const;
  [[nodiscard]] std::span<const std::int32_t> earliests() const;
  [[nodiscard]] std::span<const std::int32_t> latests() const;
  [[nodiscard]] std::vector<double> marks() const;

  // Null before finish. Valid until the next call of start, of which starts() counts all.
  [[nodiscard]] const RosterDecisions* decided() const { return decided_ ? &*decided_ : nullptr; }
  [[nodiscard]] std::uint64_t starts() const { return starts_; }

  // LinkColumns, with the request as for start, without columns and form. {"type":"success"} or the faults.
  [[nodiscard]] std::string decide_columns(std::string_view request, std::span<const std::int32_t> starts,
                                           std::size_t per_person, const LinkColumns::Decided& out) const;

 private:
  const Rulebook& rulebook_;
  std::uint64_t seed_;
  std::optional<LinkRoster> reading_;
  std::optional<RosterDecisions> decided_;
  std::uint64_t starts_ = 0;
};

}  // namespace partnercheck
