// The JSON door of the roster. As with the door of one question, texts go in and out, and nothing is thrown; the table
// itself goes in as bytes.
//
// A run: start, then room and take for each chunk of the file, finish. Then, as often as wanted: compare, view, rows.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "partnercheck/roster/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class LinkRosterJsonApi {
 public:
  // `rulebook` outlives the door. `seed`: any number that whoever wrote a table cannot know.
  LinkRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed);
  ~LinkRosterJsonApi();
  LinkRosterJsonApi(const LinkRosterJsonApi&) = delete;
  LinkRosterJsonApi& operator=(const LinkRosterJsonApi&) = delete;

  // The form of a table, from its first bytes: {"type":"success","encoding":"utf-8","valid":true,"delimiter":",",
  // "rows":[["MCID",...],...]}, the first rows with their cells. `valid` is false where the bytes are not UTF-8.
  // `whole`: nothing follows.
  [[nodiscard]] static std::string sniff(std::string_view beginning, bool whole);

  // {"type":"success","schema":{...}}: the JSON Schema of the requests.
  [[nodiscard]] static std::string describe();

  // Takes a RosterRequest; forgets the run before. {"type":"success"} or the faults of the request.
  [[nodiscard]] std::string start(std::string_view request);
  // Room for the next `size` bytes of the table. Null when no run is under way.
  [[nodiscard]] char* room(std::size_t size);
  void take(std::size_t size);
  [[nodiscard]] std::int64_t rows_read() const;
  [[nodiscard]] std::int64_t people_read() const;
  [[nodiscard]] std::int64_t rows_faulty() const;

  // Decides. {"type":"success","totals":{...},"faults":[...]}; where the request names a person
  // {"type":"success","request":{...},"faults":[...]}, the request for check.
  [[nodiscard]] std::string finish();
  // {"ruleset":"..."}: the same people by another ruleset.
  // {"type":"success","totals":{...},"changes":[{"before","after","people"},...]}
  [[nodiscard]] std::string compare(std::string_view request);
  // Chooses and sorts (ViewRequest): {"type":"success","people":1234}
  [[nodiscard]] std::string view(std::string_view request);
  // Rows `from` to `from + count` of the view: {"type":"success","rows":[...]}
  [[nodiscard]] std::string rows(std::size_t from, std::size_t count) const;

  // One for each person, in the order of their first rows; empty before finish. Valid until the next call of start.
  [[nodiscard]] std::span<const std::uint8_t> statuses() const;
  [[nodiscard]] std::span<const std::int32_t> untils() const;

  // Typed columns (see roster/columns.h); the request as for start, without columns and form.
  // {"type":"success"}, or the failure that names the first start that cannot be.
  [[nodiscard]] std::string decide_columns(std::string_view request, std::span<const std::int32_t> starts,
                                           std::size_t per_person, std::span<std::uint8_t> status,
                                           std::span<std::int32_t> until) const;

 private:
  struct Run;

  const Rulebook& rulebook_;
  std::uint64_t seed_;
  std::unique_ptr<Run> run_;
};

}  // namespace partnercheck
