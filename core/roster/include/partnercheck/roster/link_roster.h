// Many people at once: a table of links in, one decision for each person out.
//
//   auto roster = LinkRoster::start(rulebook, request, seed);  // or what is wrong with the request
//   roster->feed(bytes);                                       // in chunks of any size
//   RosterDecisions decided = std::move(*roster).finish();
//   decided.view({.sort = SortBy::until});
//   for (const RosterRow& row : decided.rows(0, 50)) …
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "partnercheck/faults.h"
#include "partnercheck/request.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/link_request.h"
#include "partnercheck/roster/table.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class RosterDecisions;

// What of a request cannot be, each fault with the JSON pointer of the member: an unknown ruleset, another action than
// link_mcid, facts that only a table can give, no column of people, a shard that is none.
[[nodiscard]] std::vector<Fault> find_faults(const Rulebook& rulebook, const RosterRequest& request);

// A table of links while it is read.
class LinkRoster {
 public:
  // Faults: those of find_faults, facts that contradict each other, and a rulebook with a ruleset of more than 100
  // associations a year. Requires members within the bounds that their fields list. `rulebook` outlives the roster and
  // its decisions. `seed`: any number that whoever wrote the table cannot know.
  [[nodiscard]] static std::expected<LinkRoster, std::vector<Fault>> start(const Rulebook& rulebook,
                                                                           const RosterRequest& request,
                                                                           std::uint64_t seed);
  LinkRoster(LinkRoster&&) noexcept;
  LinkRoster& operator=(LinkRoster&&) noexcept;
  ~LinkRoster();

  // Room for the next `size` bytes of the table, to be written before the next call of commit.
  [[nodiscard]] char* prepare(std::size_t size);
  // Reads the `size` bytes that were written there.
  void commit(std::size_t size);
  // Both, for bytes that stand elsewhere.
  void feed(std::string_view bytes);
  [[nodiscard]] TableProgress progress() const;

  // A table can be read in parts, each by a roster of its own, which were started with equal requests by the same
  // build: the first reads from the beginning on, each other one a range that begins where a row does, and the first
  // takes what they have read, in order. Then it has read what one roster reads, or it says that it has not.

  // Before the first bytes of a range: `beginning` is that of the table, and has to reach behind the names of the
  // columns. False where it does not, where there are no names, and where the request names a person.
  [[nodiscard]] bool begin_part(std::string_view beginning);
  // What was read, to be passed to join. `last`: the range ends with the table. Nothing where the range does not end
  // with a row, and where there was no room for more people.
  [[nodiscard]] std::optional<std::string> part(bool last);
  // Takes what was read of the range behind the bytes so far. False where they do not end with a row, where rows here
  // and there contradict each other, so that which of them is the fault shows only where one roster reads both, where
  // there is no room for so many people, and where it is no part of such a roster. Then this one is of no more use.
  [[nodiscard]] bool join(std::string_view part);

  // After the last bytes. Decides everybody.
  [[nodiscard]] RosterDecisions finish() &&;

 private:
  struct State;
  explicit LinkRoster(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// Everybody's decision. What it gives as a view of a text is valid as long as it is.
class RosterDecisions {
 public:
  RosterDecisions(RosterDecisions&&) noexcept;
  RosterDecisions& operator=(RosterDecisions&&) noexcept;
  ~RosterDecisions();

  [[nodiscard]] TableProgress progress() const;
  [[nodiscard]] Totals totals() const;
  // The first 1,000 places that could not be read, each with its line and column.
  [[nodiscard]] const std::vector<Fault>& faults() const;
  // Rows that are nobody's, as far as the words of the form tell them: the first 1,000.
  [[nodiscard]] const std::vector<Fault>& left_out() const;
  // The request for check of the one person that the roster's request names, as far as their rows could be read.
  // Nothing when it names nobody.
  [[nodiscard]] std::optional<Request> request_of_person() const;

  // One for each person, in the order of their first rows.
  [[nodiscard]] std::span<const RosterStatus> statuses() const;
  // The days of the decisions, in days since 1970-01-01; INT32_MIN for one that a decision does not have.
  [[nodiscard]] std::vector<std::int32_t> untils() const;
  [[nodiscard]] std::span<const std::int32_t> earliests() const;
  [[nodiscard]] std::span<const std::int32_t> latests() const;

  // A whole number below 2^53 for each person, of the bytes of what tells them apart alone: where a table was read in
  // parts, they show whether somebody stands in more than one of them.
  [[nodiscard]] std::vector<double> marks() const;

  // The same people by another ruleset of the rulebook, which is then part of the rows.
  // Fault: there is no ruleset of that name; or it was added since the start, and allows more associations a year than
  // any that was there.
  [[nodiscard]] std::expected<RosterComparison, std::vector<Fault>> compare(const RosterCompareRequest& request);

  // Of one person, in the order of their first rows. Requires a person of the table.
  [[nodiscard]] RosterRow row(std::size_t person) const;

  // Chooses and sorts those whom `rows` gives, nobody before the first call. Returns how many they are.
  std::int64_t view(const ViewRequest& request);
  // Rows `from` to `from + count` of the view, fewer or none where it ends.
  [[nodiscard]] std::vector<RosterRow> rows(std::size_t from, std::size_t count) const;
  // The same rows as CSV (csv_writer.h), appended to `bytes`. Returns how many they are, without the header.
  std::int64_t write_csv(const RosterCsvRequest& request, std::size_t from, std::size_t count,
                         std::string& bytes) const;

 private:
  friend class LinkRoster;
  struct State;
  explicit RosterDecisions(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace partnercheck
