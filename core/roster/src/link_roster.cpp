#include "partnercheck/roster/link_roster.h"

#include <algorithm>
#include <limits>

#include "find_ruleset.h"
#include "partnercheck/check.h"
#include "partnercheck/roster/csv_writer.h"
#include "partnercheck/roster/link_columns.h"
#include "roster/src/columns.h"
#include "roster/src/csv_rows.h"
#include "roster/src/link_table.h"
#include "roster/src/page.h"
#include "roster/src/totals.h"
#include "roster/src/view.h"
#include "rules/link_date_rules.h"
#include "text.h"

namespace partnercheck {

namespace {

using roster::as_request;
using roster::Decisions;
using roster::kAction;
using roster::LinkTable;
using roster::People;
using Faults = std::vector<Fault>;

Faults find_faults_of_question(const Rulebook& rulebook, const RosterRequest& request) {
  Faults faults;
  const ActionType action = request.action.type;
  if (action != kAction) {
    faults.push_back(
        fault("value.unknown_name", "/action/type",
              {{"value", std::string{name_of(action)}}, {"allowed", std::vector{std::string{name_of(kAction)}}}}));
  }
  (void)find_ruleset(rulebook, request.ruleset, "/ruleset", faults);
  const Person& person = request.facts.person;
  if (person.associations.known()) {
    faults.push_back(fault("roster.own_fact", "/facts/person/associations"));
  }
  if (person.next_association_date.known()) {
    faults.push_back(fault("roster.own_fact", "/facts/person/next_association_date"));
  }
  const auto& [index, of] = request.shard;
  if (index.known() != of.known() || (of.known() && (index.value() < 0 || index.value() >= of.value()))) {
    faults.push_back(fault("roster.shard", "/shard"));
  }
  return faults;
}

Fault too_many_per_year(std::size_t most) {
  return fault("roster.too_many_per_year", "/ruleset", {{"most", static_cast<std::int64_t>(most)}});
}

RosterDecision decision_of(const Decisions& decisions, std::uint32_t person) {
  const auto date = [](Day day) { return day == kNoDay ? std::nullopt : std::optional{date_of(day)}; };
  return {.status = decisions.status[person],
          .until = date(decisions.until(person)),
          .earliest = date(decisions.earliest[person]),
          .latest = date(decisions.latest[person]),
          .reason = decisions.reason(person)};
}

}  // namespace

Faults find_faults(const Rulebook& rulebook, const RosterRequest& request) {
  Faults faults = find_faults_of_question(rulebook, request);
  if (!request.columns.person.known()) {
    faults.push_back(fault("value.required", "/columns/person", {{"key", "person"}}));
  }
  return faults;
}

struct LinkRoster::State {
  const Rulebook& rulebook;
  Ruleset ruleset;  // as it was at the start: the rulebook can grow meanwhile
  LinkTable table;
};

LinkRoster::LinkRoster(std::unique_ptr<State> state) : state_{std::move(state)} {}
LinkRoster::LinkRoster(LinkRoster&&) noexcept = default;
LinkRoster& LinkRoster::operator=(LinkRoster&&) noexcept = default;
LinkRoster::~LinkRoster() = default;

std::expected<LinkRoster, Faults> LinkRoster::start(const Rulebook& rulebook, const RosterRequest& request,
                                                    std::uint64_t seed) {
  Faults faults = find_faults(rulebook, request);
  if (faults.empty()) {
    faults = find_contradictions(as_request(request));
  }
  // Any ruleset may be asked about the same people later.
  std::size_t kept = 0;
  for (const Ruleset& ruleset : rulebook.rulesets) {
    kept = std::max(kept, LinkDateRules{ruleset, request.today}.looks_at());
  }
  if (faults.empty() && kept > People::kMostKept) {
    faults.push_back(too_many_per_year(People::kMostKept));
  }
  if (!faults.empty()) {
    return std::unexpected(std::move(faults));
  }
  return LinkRoster{std::make_unique<State>(rulebook, *rulebook.find(request.ruleset), LinkTable{request, kept, seed})};
}

char* LinkRoster::prepare(std::size_t size) { return state_->table.prepare(size); }
void LinkRoster::commit(std::size_t size) { state_->table.commit(size, false); }
void LinkRoster::feed(std::string_view bytes) {
  std::ranges::copy(bytes, prepare(bytes.size()));
  commit(bytes.size());
}
bool LinkRoster::begin_part(std::string_view beginning) { return state_->table.begin_part(beginning); }
std::optional<std::string> LinkRoster::part(bool last) { return state_->table.part(last); }
bool LinkRoster::join(std::string_view part) { return state_->table.join(part); }
TableProgress LinkRoster::progress() const { return state_->table.progress(); }

struct RosterDecisions::State {
  const Rulebook& rulebook;
  LinkTable table;
  Decisions decisions;
  std::optional<Decisions> compared = std::nullopt;
  std::vector<std::uint32_t> view = {};
};

RosterDecisions::RosterDecisions(std::unique_ptr<State> state) : state_{std::move(state)} {}
RosterDecisions::RosterDecisions(RosterDecisions&&) noexcept = default;
RosterDecisions& RosterDecisions::operator=(RosterDecisions&&) noexcept = default;
RosterDecisions::~RosterDecisions() = default;

RosterDecisions LinkRoster::finish() && {
  LinkTable& table = state_->table;
  (void)table.prepare(0);
  table.commit(0, true);
  Decisions decisions = table.decide(state_->ruleset);
  return RosterDecisions{
      std::make_unique<RosterDecisions::State>(state_->rulebook, std::move(table), std::move(decisions))};
}

TableProgress RosterDecisions::progress() const { return state_->table.progress(); }
Totals RosterDecisions::totals() const { return roster::totals_of(state_->table, state_->decisions); }
const Faults& RosterDecisions::faults() const { return state_->table.faults().shown(); }
const Faults& RosterDecisions::left_out() const { return state_->table.left_out().shown(); }

std::optional<Request> RosterDecisions::request_of_person() const {
  const RosterRequest& roster = state_->table.request();
  if (!roster.person.known()) {
    return std::nullopt;
  }
  Request request = as_request(roster);
  request.ruleset = state_->decisions.ruleset;
  request.facts = state_->table.facts_of_person();
  return request;
}

std::span<const RosterStatus> RosterDecisions::statuses() const { return state_->decisions.status; }
std::span<const std::int32_t> RosterDecisions::earliests() const { return state_->decisions.earliest; }
std::span<const std::int32_t> RosterDecisions::latests() const { return state_->decisions.latest; }
std::vector<std::int32_t> RosterDecisions::untils() const {
  const Decisions& decisions = state_->decisions;
  std::vector<std::int32_t> untils(decisions.status.size());
  for (std::size_t i = 0; std::int32_t& until : untils) {
    until = decisions.until(i++);
  }
  return untils;
}

std::vector<double> RosterDecisions::marks() const {
  constexpr unsigned kBits = std::numeric_limits<double>::digits;
  const People& people = state_->table.people();
  std::vector<double> marks(people.size());
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    marks[i] = static_cast<double>(roster::Names::hash(people.name(i)) >> (64 - kBits));
  }
  return marks;
}

std::expected<RosterComparison, Faults> RosterDecisions::compare(const RosterCompareRequest& request) {
  Faults faults;
  const Ruleset* ruleset = find_ruleset(state_->rulebook, request.ruleset, "/ruleset", faults);
  if (ruleset == nullptr) {
    return std::unexpected(std::move(faults));
  }
  // It came into the rulebook after the table was read.
  const std::size_t kept = state_->table.people().kept();
  if (LinkDateRules{*ruleset, state_->table.request().today}.looks_at() > kept) {
    return std::unexpected(Faults{too_many_per_year(kept)});
  }
  const Decisions& after = state_->compared.emplace(state_->table.decide(*ruleset));
  return RosterComparison{roster::totals_of(state_->table, after), roster::changes_of(state_->decisions, after)};
}

std::int64_t RosterDecisions::view(const ViewRequest& request) {
  const auto& compared = state_->compared;
  state_->view = roster::view_of(state_->table, state_->decisions, compared ? &*compared : nullptr, request);
  return std::ssize(state_->view);
}

RosterRow RosterDecisions::row(std::size_t number) const {
  const auto& [rulebook, table, decisions, compared, view] = *state_;
  const auto person = static_cast<std::uint32_t>(number);
  const roster::Record& record = table.people().at(person);
  RosterRow row;
  static_cast<RosterDecision&>(row) = decision_of(decisions, person);
  row.person = table.people().name(person);
  row.name = table.shown_names().at(person);
  row.email = table.emails().at(person);
  row.links = record.links;
  if (record.kept > 0) {
    row.last_started = date_of(table.people().starts(person).front());
  }
  if (record.linked_to != roster::Names::kNone) {
    row.organization = table.organizations().at(record.linked_to);
  }
  if (compared) {
    row.compared = decision_of(*compared, person);
  }
  return row;
}

std::vector<RosterRow> RosterDecisions::rows(std::size_t from, std::size_t count) const {
  std::vector<RosterRow> rows;
  for (const std::uint32_t person : roster::page_of(state_->view, from, count)) {
    rows.push_back(row(person));
  }
  return rows;
}

std::int64_t RosterDecisions::write_csv(const RosterCsvRequest& request, std::size_t from, std::size_t count,
                                        std::string& bytes) const {
  const auto& [rulebook, table, decisions, compared, view] = *state_;
  CsvWriter writer{request.delimiter.known() ? request.delimiter.value().front() : ','};
  if (from == 0 && !request.header.empty()) {
    for (const std::string& name : request.header) {
      writer.text(name);
    }
    writer.end_row();
  }
  const std::span people = roster::page_of(view, from, count);
  roster::write_rows(writer, table, decisions, compared ? &*compared : nullptr, people, request);
  if (bytes.empty()) {
    bytes = writer.take();
  } else {
    bytes += writer.take();
  }
  return std::ssize(people);
}

std::expected<LinkColumns, Faults> LinkColumns::start(const Rulebook& rulebook, const RosterRequest& roster) {
  Request request = as_request(roster);
  Faults faults = find_faults_of_question(rulebook, roster);
  if (faults.empty()) {
    faults = find_contradictions(request);
  }
  if (!faults.empty()) {
    return std::unexpected(std::move(faults));
  }
  const Ruleset& ruleset = *rulebook.find(roster.ruleset);
  if (LinkDateRules{ruleset, request.today}.looks_at() > People::kMostKept) {
    return std::unexpected(Faults{too_many_per_year(People::kMostKept)});
  }
  request.facts.person.associations = std::vector<Association>{};
  return LinkColumns{ruleset, request.today, check(ruleset, request)};
}

std::expected<void, Fault> LinkColumns::decide(std::span<const std::int32_t> starts, std::size_t per_person,
                                               const Decided& out) const {
  if (const auto wrong = roster::decide_columns(LinkDateRules{ruleset_, today_}, base_, starts, per_person, out)) {
    return std::unexpected(fault("roster.start_impossible", "/starts/" + std::to_string(*wrong),
                                 {{"value", std::int64_t{starts[*wrong]}}, {"first", kFirstDay}, {"today", today_}}));
  }
  return {};
}

}  // namespace partnercheck
