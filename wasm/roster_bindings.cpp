// The roster's door as JavaScript functions. Texts go in and out as texts, a table and columns through views of the
// memory, which hold until the next call.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <string>
#include <vector>

#include "partnercheck/json.h"
#include "partnercheck/roster_door.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using partnercheck::Door;
using partnercheck::RosterDoor;

std::uint64_t the_seed = 0;

Door& rules() {
  static Door instance;
  return instance;
}
RosterDoor& door() {
  static RosterDoor instance{rules().rulebook(), the_seed};
  return instance;
}

// Before anything else: two halves that whoever wrote a table cannot know.
void seed(std::uint32_t high, std::uint32_t low) { the_seed = std::uint64_t{high} << 32U | low; }

std::string load_ruleset(const std::string& text) { return rules().load_ruleset(text); }
std::string sniff(const std::string& beginning, bool whole) { return RosterDoor::sniff(beginning, whole); }
std::string describe() { return RosterDoor::describe(); }

std::string start(const std::string& request) { return door().start(request); }
// Undefined when no run is under way.
val room(std::size_t size) {
  char* const place = door().room(size);
  return place == nullptr ? val::undefined() : val(typed_memory_view(size, reinterpret_cast<unsigned char*>(place)));
}
void take(std::size_t size) { door().take(size); }
double rows_read() { return static_cast<double>(door().rows_read()); }
double people_read() { return static_cast<double>(door().people_read()); }
double rows_faulty() { return static_cast<double>(door().rows_faulty()); }
std::string finish() { return door().finish(); }
std::string compare(const std::string& request) { return door().compare(request); }
std::string view(const std::string& request) { return door().view(request); }
std::string rows(std::size_t from, std::size_t count) { return door().rows(from, count); }
val statuses() {
  const auto all = door().statuses();
  return val(typed_memory_view(all.size(), all.data()));
}
val untils() {
  const auto all = door().untils();
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
  return door().decide_columns(request, column_starts, per_person, column_statuses, column_untils);
}
val statuses_of_columns() { return val(typed_memory_view(column_statuses.size(), column_statuses.data())); }
val untils_of_columns() { return val(typed_memory_view(column_untils.size(), column_untils.data())); }

}  // namespace

EMSCRIPTEN_BINDINGS(partnercheck_roster) {
  using emscripten::function;
  function("seed", &seed);
  function("load_ruleset", &load_ruleset);
  function("describe", &describe);
  function("sniff", &sniff);
  function("start", &start);
  function("room", &room);
  function("take", &take);
  function("rows_read", &rows_read);
  function("people_read", &people_read);
  function("rows_faulty", &rows_faulty);
  function("finish", &finish);
  function("compare", &compare);
  function("view", &view);
  function("rows", &rows);
  function("statuses", &statuses);
  function("untils", &untils);
  function("column_room", &column_room);
  function("decide_columns", &decide_columns);
  function("statuses_of_columns", &statuses_of_columns);
  function("untils_of_columns", &untils_of_columns);
}
