// The native build, for who measures it: answers one order a line on standard input with the seconds, and the seconds
// of processor time, that it took, and writes what was decided to a file, so that it can be compared before the time
// counts.
//
//   check REQUESTS COUNT ANSWERS       requests, one a line, COUNT times over; the answers of the last time
//   decide REQUESTS COUNT ANSWERS      the same in brief
//   roster REQUEST TABLE DECISIONS     one table, in pieces of 1 MB as a page would feed it
//   csv REQUEST TABLE WANTED ROWS      the decisions of a table as CSV, as WANTED says; the time is that of writing
//   columns REQUEST STARTS PER_PERSON DECISIONS
//
// DECISIONS: a byte for each status, then four for each day, as in a column.
#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <sstream>
#include <string>
#include <vector>

#include "partnercheck/json_api.h"
#include "partnercheck/roster/link_roster_json_api.h"

namespace {

struct Times {
  double seconds;
  double cpu;
};

// A function of its own in the program, so that whoever counts instructions can count those of the work alone.
[[gnu::noinline]] Times measure(auto&& work) {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  const std::clock_t cpu = std::clock();
  work();
  return {std::chrono::duration<double>(Clock::now() - start).count(),
          static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC};
}

std::string read(const std::string& path) {
  std::ifstream file{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{file}, {}};
}

void write(const std::string& path, std::span<const partnercheck::RosterStatus> statuses,
           std::span<const std::int32_t> untils) {
  std::ofstream file{path, std::ios::binary};
  const auto bytes = std::as_bytes(untils);
  file.write(reinterpret_cast<const char*>(statuses.data()), std::ssize(statuses));
  file.write(reinterpret_cast<const char*>(bytes.data()), std::ssize(bytes));
}

using Question = std::string (partnercheck::JsonApi::*)(std::string_view) const;

Times ask(const partnercheck::JsonApi& door, Question question, std::istringstream& order) {
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
  const Times times = measure([&] {
    for (int time = 0; time < count; ++time) {
      std::ranges::transform(lines, answered.begin(), [&](const std::string& line) { return (door.*question)(line); });
    }
  });
  std::ofstream file{answers, std::ios::binary};
  for (const std::string& answer : answered) {
    file << answer << '\n';
  }
  return times;
}

void decide(partnercheck::LinkRosterJsonApi& door, const std::string& question, const std::string& bytes) {
  constexpr std::size_t kPiece = std::size_t{1} << 20U;
  std::string said = door.start(question);
  for (std::size_t at = 0; at < bytes.size(); at += kPiece) {
    const std::size_t size = std::min(kPiece, bytes.size() - at);
    std::memcpy(door.prepare(size), bytes.data() + at, size);
    door.commit(size);
  }
  said = door.finish();
}

Times roster(partnercheck::LinkRosterJsonApi& door, std::istringstream& order) {
  std::string request;
  std::string table;
  std::string decisions;
  order >> request >> table >> decisions;
  const std::string question = read(request);
  const std::string bytes = read(table);
  const Times times = measure([&] { decide(door, question, bytes); });
  write(decisions, door.statuses(), door.untils());
  return times;
}

// In pieces of as many rows as the command line asks for.
Times csv(partnercheck::LinkRosterJsonApi& door, std::istringstream& order) {
  std::string request;
  std::string table;
  std::string wanted;
  std::string rows;
  order >> request >> table >> wanted >> rows;
  constexpr std::size_t kAtOnce = 16'384;
  decide(door, read(request), read(table));
  const std::string columns = read(wanted);
  const std::string viewed = door.view("{}");
  const std::size_t people = door.statuses().size();
  std::ofstream file{rows, std::ios::binary};
  std::string bytes;
  return measure([&] {
    for (std::size_t from = 0; from < people; from += kAtOnce) {
      bytes.clear();
      const std::string said = door.write_csv(columns, from, kAtOnce, bytes);
      file << bytes;
    }
  });
}

Times columns(const partnercheck::LinkRosterJsonApi& door, std::istringstream& order) {
  std::string request;
  std::string starts;
  std::string decisions;
  std::size_t per_person = 0;
  order >> request >> starts >> per_person >> decisions;
  const std::string question = read(request);
  const std::string bytes = read(starts);
  std::vector<std::int32_t> days(bytes.size() / sizeof(std::int32_t));
  std::memcpy(days.data(), bytes.data(), bytes.size());
  std::vector<partnercheck::RosterStatus> statuses(days.size() / per_person);
  std::vector<std::int32_t> untils(statuses.size());
  std::vector<std::int32_t> earliests(statuses.size());
  std::vector<std::int32_t> latests(statuses.size());
  const Times times = measure([&] {
    const std::string said = door.decide_columns(question, days, per_person, {statuses, untils, earliests, latests});
  });
  write(decisions, statuses, untils);
  return times;
}

}  // namespace

int main() {
  const partnercheck::JsonApi rules;
  partnercheck::LinkRosterJsonApi links{rules.rulebook(), 20'210'520};
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream order{line};
    std::string what;
    order >> what;
    const auto [seconds, cpu] = what == "check"    ? ask(rules, &partnercheck::JsonApi::check, order)
                                : what == "decide" ? ask(rules, &partnercheck::JsonApi::decide, order)
                                : what == "roster" ? roster(links, order)
                                : what == "csv"    ? csv(links, order)
                                                   : columns(links, order);
    std::cout << seconds << ' ' << cpu << std::endl;
  }
}
