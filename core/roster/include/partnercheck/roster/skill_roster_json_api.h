// SkillRoster as JSON; it works as LinkRosterJsonApi does.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "partnercheck/roster/skill_roster.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class SkillRosterJsonApi {
 public:
  // `rulebook` outlives it. `seed`: any number that whoever wrote a table cannot know.
  SkillRosterJsonApi(const Rulebook& rulebook, std::uint64_t seed) : rulebook_{rulebook}, seed_{seed} {}

  // Takes a SkillsRequest; forgets the table before. {"type":"success"} or the faults of the request.
  [[nodiscard]] std::string start(std::string_view request);
  // Room for the next `size` bytes of the table. Null when no table is being read.
  [[nodiscard]] char* prepare(std::size_t size);
  void commit(std::size_t size);
  [[nodiscard]] TableProgress progress() const;

  // {"type":"success","totals":{...},"skills":[...],"faults":[...]}
  [[nodiscard]] std::string finish();
  // Takes a SkillQuestion. {"type":"success", and the members of SkillForecast}
  [[nodiscard]] std::string forecast(std::string_view request) const;
  // Chooses people (SkillRowsRequest): {"type":"success","people":1234}
  [[nodiscard]] std::string view(std::string_view request);
  // Rows `from` to `from + count` of the view: {"type":"success","rows":[...]}, each a SkillRow
  [[nodiscard]] std::string rows(std::size_t from, std::size_t count) const;

  // Null before finish. Valid until the next call of start, of which starts() counts all.
  [[nodiscard]] const HeldSkills* held() const { return held_ ? &*held_ : nullptr; }
  [[nodiscard]] std::uint64_t starts() const { return starts_; }

 private:
  const Rulebook& rulebook_;
  std::uint64_t seed_;
  std::optional<SkillRoster> reading_;
  std::optional<HeldSkills> held_;
  std::uint64_t starts_ = 0;
};

}  // namespace partnercheck
