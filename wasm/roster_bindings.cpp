// The roster's door as JavaScript functions. Texts go in and out as texts, a table and columns through views of the
// memory, which hold until the next call.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

#include "partnercheck/json.h"
#include "partnercheck/roster_door.h"
#include "partnercheck/skills_door.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using partnercheck::Door;
using partnercheck::RosterDoor;
using partnercheck::SkillsDoor;

std::uint64_t the_seed = 0;

Door& rules() {
  static Door instance;
  return instance;
}
RosterDoor& links() {
  static RosterDoor instance{rules().rulebook(), the_seed};
  return instance;
}
SkillsDoor& skills() {
  static SkillsDoor instance{rules().rulebook(), the_seed};
  return instance;
}

// Before anything else: two halves that whoever wrote a table cannot know.
void seed(std::uint32_t high, std::uint32_t low) { the_seed = std::uint64_t{high} << 32U | low; }

std::string load_ruleset(const std::string& text) { return rules().load_ruleset(text); }
std::string sniff(const std::string& beginning, bool whole) { return RosterDoor::sniff(beginning, whole); }
std::string describe() { return RosterDoor::describe(); }

// What is the same for both kinds of tables.
template <auto kDoor>
std::string start(const std::string& request) {
  return kDoor().start(request);
}
// Undefined when no table is being read.
template <auto kDoor>
val room(std::size_t size) {
  char* const place = kDoor().room(size);
  return place == nullptr ? val::undefined() : val(typed_memory_view(size, reinterpret_cast<unsigned char*>(place)));
}
template <auto kDoor>
void take(std::size_t size) {
  kDoor().take(size);
}
template <auto kDoor>
double rows_read() {
  return static_cast<double>(kDoor().rows_read());
}
template <auto kDoor>
double people_read() {
  return static_cast<double>(kDoor().people_read());
}
template <auto kDoor>
double rows_faulty() {
  return static_cast<double>(kDoor().rows_faulty());
}
template <auto kDoor>
std::string finish() {
  return kDoor().finish();
}
template <auto kDoor>
std::string view(const std::string& request) {
  return kDoor().view(request);
}
template <auto kDoor>
std::string rows(std::size_t from, std::size_t count) {
  return kDoor().rows(from, count);
}

std::string compare(const std::string& request) { return links().compare(request); }
std::string forecast(const std::string& request) { return skills().forecast(request); }
val statuses() {
  const auto all = links().statuses();
  return val(typed_memory_view(all.size(), all.data()));
}
val untils() {
  const auto all = links().untils();
  return val(typed_memory_view(all.size(), all.data()));
}

std::vector<std::int32_t> column_starts;
std::vector<std::uint8_t> column_statuses;
std::vector<std::int32_t> column_untils;

val column_room(std::size_t people, std::size_t per_person) {
  column_starts.resize(people * per_person);
  column_statuses.resize(people);
  column_untils.resize(people);
  return val(typed_memory_view(column_starts.size(), column_starts.data()));
}
std::string decide_columns(const std::string& request, std::size_t per_person) {
  return links().decide_columns(request, column_starts, per_person, column_statuses, column_untils);
}
val statuses_of_columns() { return val(typed_memory_view(column_statuses.size(), column_statuses.data())); }
val untils_of_columns() { return val(typed_memory_view(column_untils.size(), column_untils.data())); }

// The names of a table's functions.
struct TableNames {
  const char *start, *room, *take, *rows_read, *people_read, *rows_faulty, *finish, *view, *rows;
};
template <auto kDoor>
void bind_table(const TableNames& names) {
  emscripten::function(names.start, &start<kDoor>);
  emscripten::function(names.room, &room<kDoor>);
  emscripten::function(names.take, &take<kDoor>);
  emscripten::function(names.rows_read, &rows_read<kDoor>);
  emscripten::function(names.people_read, &people_read<kDoor>);
  emscripten::function(names.rows_faulty, &rows_faulty<kDoor>);
  emscripten::function(names.finish, &finish<kDoor>);
  emscripten::function(names.view, &view<kDoor>);
  emscripten::function(names.rows, &rows<kDoor>);
}

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck_roster) {
  using emscripten::function;
  function("seed", &seed);
  function("load_ruleset", &load_ruleset);
  function("describe", &describe);
  function("sniff", &sniff);
  bind_table<&links>({"links_start", "links_room", "links_take", "links_rows_read", "links_people_read",
                      "links_rows_faulty", "links_finish", "links_view", "links_rows"});
  function("links_compare", &compare);
  function("links_statuses", &statuses);
  function("links_untils", &untils);
  bind_table<&skills>({"skills_start", "skills_room", "skills_take", "skills_rows_read", "skills_people_read",
                       "skills_rows_faulty", "skills_finish", "skills_view", "skills_rows"});
  function("skills_forecast", &forecast);
  function("column_room", &column_room);
  function("decide_columns", &decide_columns);
  function("statuses_of_columns", &statuses_of_columns);
  function("untils_of_columns", &untils_of_columns);
}
