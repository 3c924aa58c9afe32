// The JSON door to a skills report or an export of trainings; it works as the roster's door does.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "partnercheck/roster/request.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class SkillRosterJsonApi {
 public:
  // `rulebook` outlives the door. `seed`: any number that whoever wrote a table cannot know.
  SkillRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed);
  ~SkillRosterJsonApi();
  SkillRosterJsonApi(const SkillRosterJsonApi&) = delete;
  SkillRosterJsonApi& operator=(const SkillRosterJsonApi&) = delete;

  // Takes a SkillsRequest; forgets the table before. {"type":"success"} or the faults of the request.
  [[nodiscard]] std::string start(std::string_view request);
  // Room for the next `size` bytes of the table. Null when no table is being read.
  [[nodiscard]] char* room(std::size_t size);
  void take(std::size_t size);
  [[nodiscard]] std::int64_t rows_read() const;
  [[nodiscard]] std::int64_t people_read() const;
  [[nodiscard]] std::int64_t rows_faulty() const;

  // {"type":"success","totals":{...},"skills":[{"skill","holders","next_loss"},...],"faults":[...]}: the skills that
  // most people hold first.
  [[nodiscard]] std::string finish();
  // Takes a SkillQuestion. {"type":"success","series":[{"on","holders"},...],"lost_on":"..."}
  [[nodiscard]] std::string forecast(std::string_view request) const;
  // Chooses people (SkillRowsRequest): {"type":"success","people":1234}
  [[nodiscard]] std::string view(std::string_view request);
  // Rows `from` to `from + count` of the view: {"type":"success","rows":[...]}
  [[nodiscard]] std::string rows(std::size_t from, std::size_t count) const;

 private:
  struct Table;

  const Rulebook& rulebook_;
  std::uint64_t seed_;
  std::unique_ptr<Table> table_;
};

}  // namespace partnercheck
