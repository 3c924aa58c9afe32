// The native build for the bench: answers one order a line on standard input with the seconds that it took, and writes
// what was decided to a file, so that it can be compared before the time counts.
//
//   check REQUESTS COUNT ANSWERS       requests, one a line, COUNT times over; the answers of the last time
//   roster REQUEST TABLE DECISIONS     one table, in pieces of 1 MB as a page would feed it
//   columns REQUEST STARTS PER_PERSON DECISIONS
//
// DECISIONS: a byte for each status, then four for each day, as in a column.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "partnercheck/json.h"
#include "partnercheck/roster_door.h"

namespace {

using Clock = std::chrono::steady_clock;

std::string read(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

void write(const std::string& path, std::span<const std::uint8_t> statuses, std::span<const std::int32_t> untils) {
  std::ofstream file{path, std::ios::binary};
  const auto bytes = std::as_bytes(untils);
  file.write(reinterpret_cast<const char*>(statuses.data()), std::ssize(statuses));
  file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

double check(const partnercheck::Door& door, std::istringstream& order) {
  std::string requests;
  std::string answers;
  int count = 0;
  order >> requests >> count >> answers;
  std::vector<std::string> lines;
  std::istringstream text{read(requests)};
  for (std::string line; std::getline(text, line);) {
    lines.push_back(line);
  }
  std::vector<std::string> answered(lines.size());
  const auto start = Clock::now();
  for (int time = 0; time < count; ++time) {
    std::ranges::transform(lines, answered.begin(), [&](const std::string& line) { return door.check(line); });
  }
  const double seconds = seconds_since(start);
  std::ofstream file{answers, std::ios::binary};
  for (const std::string& answer : answered) {
    file << answer << '\n';
  }
  return seconds;
}

double roster(partnercheck::RosterDoor& door, std::istringstream& order) {
  std::string request;
  std::string table;
  std::string decisions;
  order >> request >> table >> decisions;
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  const std::string question = read(request);
  const std::string bytes = read(table);
  const auto start = Clock::now();
  std::string said = door.start(question);
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::size_t size = std::min(kPiece, bytes.size() - at);
    std::memcpy(door.room(size), bytes.data() + at, size);
    door.take(size);
  }
  said = door.finish();
  const double seconds = seconds_since(start);
  write(decisions, door.statuses(), door.untils());
  return seconds;
}

double columns(const partnercheck::RosterDoor& door, std::istringstream& order) {
  std::string request;
  std::string starts;
  std::string decisions;
  std::size_t per_person = 0;
  order >> request >> starts >> per_person >> decisions;
  const std::string question = read(request);
  const std::string bytes = read(starts);
  std::vector<std::int32_t> days(bytes.size() / sizeof(std::int32_t));
  std::memcpy(days.data(), bytes.data(), bytes.size());
  std::vector<std::uint8_t> statuses(days.size() / per_person);
  std::vector<std::int32_t> untils(statuses.size());
  const auto start = Clock::now();
  const std::string said = door.decide_columns(question, days, per_person, statuses, untils);
  const double seconds = seconds_since(start);
  write(decisions, statuses, untils);
  return seconds;
}

}  // namespace

int main() {
  const partnercheck::Door rules;
  partnercheck::RosterDoor links{rules.rulebook(), 20'210'520};
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream order{line};
    std::string what;
    order >> what;
    const double seconds = what == "check"    ? check(rules, order)
                           : what == "roster" ? roster(links, order)
                                              : columns(links, order);
    std::cout << seconds << std::endl;
  }
}
