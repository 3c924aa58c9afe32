// The rosters as JavaScript functions. Texts go in and out as texts, a table and columns through views of the
// memory, which hold until the next call.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "partnercheck/json_api.h"
#include "partnercheck/roster/both_tables_json_api.h"
#include "partnercheck/roster/csv_writer.h"
#include "partnercheck/roster/link_roster_json_api.h"
#include "partnercheck/roster/skill_roster_json_api.h"
#include "partnercheck/roster/sniffer_json_api.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using partnercheck::BothTablesJsonApi;
using partnercheck::CsvWriter;
using partnercheck::JsonApi;
using partnercheck::LinkRosterJsonApi;
using partnercheck::RosterStatus;
using partnercheck::SkillRosterJsonApi;
using partnercheck::SnifferJsonApi;

std::uint64_t the_seed = 0;

JsonApi& rules() {
  static JsonApi instance;
  return instance;
}
LinkRosterJsonApi& links() {
  static LinkRosterJsonApi instance{rules().rulebook(), the_seed};
  return instance;
}
SkillRosterJsonApi& skills() {
  static SkillRosterJsonApi instance{rules().rulebook(), the_seed};
  return instance;
}
BothTablesJsonApi& both() {
  static BothTablesJsonApi instance{links(), skills()};
  return instance;
}

SnifferJsonApi& sniffer() {
  static SnifferJsonApi instance;
  return instance;
}

// Before anything else: two halves that whoever wrote a table cannot know.
void seed(std::uint32_t high, std::uint32_t low) { the_seed = std::uint64_t{high} << 32U | low; }

std::string load_ruleset(const std::string& text) { return rules().load_ruleset(text); }
std::string describe() { return LinkRosterJsonApi::describe(); }

// What is the same for both kinds of tables, and for the sniffer.
template <auto kApi>
std::string start(const std::string& request) {
  return kApi().start(request);
}
// Undefined when no table is being read.
template <auto kApi>
val prepare(std::size_t size) {
  char* const place = kApi().prepare(size);
  return place == nullptr ? val::undefined() : val(typed_memory_view(size, reinterpret_cast<unsigned char*>(place)));
}
template <auto kApi>
void commit(std::size_t size) {
  kApi().commit(size);
}
template <auto kApi>
double rows_read() {
  return static_cast<double>(kApi().progress().rows);
}
template <auto kApi>
double people_read() {
  return static_cast<double>(kApi().progress().people);
}
template <auto kApi>
double rows_faulty() {
  return static_cast<double>(kApi().progress().faulty);
}
template <auto kApi>
std::string finish() {
  return kApi().finish();
}
std::string finish_sniffing(bool whole) { return sniffer().finish(whole); }
template <auto kApi>
std::string view(const std::string& request) {
  return kApi().view(request);
}
template <auto kApi>
std::string rows(std::size_t from, std::size_t count) {
  return kApi().rows(from, count);
}

std::string bring_both() { return both().bring(); }
std::string compare(const std::string& request) { return links().compare(request); }
std::string forecast(const std::string& request) { return skills().forecast(request); }
val as_view(std::span<const RosterStatus> statuses) {
  return val(typed_memory_view(statuses.size(), reinterpret_cast<const unsigned char*>(statuses.data())));
}
val as_view(std::span<const std::int32_t> days) { return val(typed_memory_view(days.size(), days.data())); }
val statuses() { return as_view(links().statuses()); }
val untils() {
  static std::vector<std::int32_t> days;
  days = links().untils();
  return as_view(days);
}
val earliests() { return as_view(links().earliests()); }
val latests() { return as_view(links().latests()); }
val marks() {
  static std::vector<double> numbers;
  numbers = links().marks();
  return val(typed_memory_view(numbers.size(), numbers.data()));
}

// What goes into begin_part and join, and what comes of part.
std::string part_bytes;
val part_view() {
  return val(typed_memory_view(part_bytes.size(), reinterpret_cast<unsigned char*>(part_bytes.data())));
}
val part_prepare(std::size_t size) {
  part_bytes.resize(size);
  return part_view();
}
bool begin_part() { return links().begin_part(part_bytes); }
bool part(bool last) {
  auto read = links().part(last);
  part_bytes = std::move(read).value_or("");
  return !part_bytes.empty();
}
bool join() {
  // Its memory is the table's from now on.
  return links().join(std::exchange(part_bytes, {}));
}

std::string csv_written;
val csv_bytes() {
  return val(typed_memory_view(csv_written.size(), reinterpret_cast<const unsigned char*>(csv_written.data())));
}
std::string links_csv(const std::string& request, std::size_t from, std::size_t count) {
  csv_written.clear();
  return links().write_csv(request, from, count, csv_written);
}
// Rows that the host has, cell by cell.
CsvWriter csv_of_host;
void csv_start(const std::string& delimiter) { csv_of_host = CsvWriter{delimiter.front()}; }
void csv_text(const std::string& cell) { csv_of_host.text(cell); }
void csv_raw(const std::string& cell) { csv_of_host.raw(cell); }
void csv_end_row() { csv_of_host.end_row(); }
void csv_finish() { csv_written = csv_of_host.take(); }

std::vector<std::int32_t> column_starts;
std::vector<RosterStatus> column_statuses;
std::vector<std::int32_t> column_untils;
std::vector<std::int32_t> column_earliests;
std::vector<std::int32_t> column_latests;

val columns_prepare(std::size_t people, std::size_t per_person) {
  column_starts.resize(people * per_person);
  column_statuses.resize(people);
  column_untils.resize(people);
  column_earliests.resize(people);
  column_latests.resize(people);
  return val(typed_memory_view(column_starts.size(), column_starts.data()));
}
std::string decide_columns(const std::string& request, std::size_t per_person) {
  return links().decide_columns(request, column_starts, per_person,
                                {column_statuses, column_untils, column_earliests, column_latests});
}
val statuses_of_columns() { return as_view(column_statuses); }
val untils_of_columns() { return as_view(column_untils); }
val earliests_of_columns() { return as_view(column_earliests); }
val latests_of_columns() { return as_view(column_latests); }

// The names of a table's functions.
struct TableNames {
  const char *start, *prepare, *commit, *rows_read, *people_read, *rows_faulty, *finish, *view, *rows;
};
template <auto kApi>
void bind_table(const TableNames& names) {
  emscripten::function(names.start, &start<kApi>);
  emscripten::function(names.prepare, &prepare<kApi>);
  emscripten::function(names.commit, &commit<kApi>);
  emscripten::function(names.rows_read, &rows_read<kApi>);
  emscripten::function(names.people_read, &people_read<kApi>);
  emscripten::function(names.rows_faulty, &rows_faulty<kApi>);
  emscripten::function(names.finish, &finish<kApi>);
  emscripten::function(names.view, &view<kApi>);
  emscripten::function(names.rows, &rows<kApi>);
}

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck_roster) {
  using emscripten::function;
  function("seed", &seed);
  function("load_ruleset", &load_ruleset);
  function("describe", &describe);
  function("sniff_start", &start<&sniffer>);
  function("sniff_prepare", &prepare<&sniffer>);
  function("sniff_commit", &commit<&sniffer>);
  function("sniff_finish", &finish_sniffing);
  bind_table<&links>({"links_start", "links_prepare", "links_commit", "links_rows_read", "links_people_read",
                      "links_rows_faulty", "links_finish", "links_view", "links_rows"});
  function("links_compare", &compare);
  function("links_statuses", &statuses);
  function("links_untils", &untils);
  function("links_earliests", &earliests);
  function("links_latests", &latests);
  function("links_marks", &marks);
  function("links_part_prepare", &part_prepare);
  function("links_begin_part", &begin_part);
  function("links_part", &part);
  function("links_part_view", &part_view);
  function("links_join", &join);
  bind_table<&skills>({"skills_start", "skills_prepare", "skills_commit", "skills_rows_read", "skills_people_read",
                       "skills_rows_faulty", "skills_finish", "skills_view", "skills_rows"});
  function("skills_forecast", &forecast);
  function("both_bring", &bring_both);
  function("both_view", &view<&both>);
  function("both_rows", &rows<&both>);
  function("links_csv", &links_csv);
  function("csv_start", &csv_start);
  function("csv_text", &csv_text);
  function("csv_raw", &csv_raw);
  function("csv_end_row", &csv_end_row);
  function("csv_finish", &csv_finish);
  function("csv_bytes", &csv_bytes);
  function("columns_prepare", &columns_prepare);
  function("decide_columns", &decide_columns);
  function("statuses_of_columns", &statuses_of_columns);
  function("untils_of_columns", &untils_of_columns);
  function("earliests_of_columns", &earliests_of_columns);
  function("latests_of_columns", &latests_of_columns);
}
