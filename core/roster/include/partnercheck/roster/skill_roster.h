// Everybody's skills, from a skills report or an export of trainings: who holds which, until when, and linked where.
//
// A skill counts through the day on which it expires. Somebody who is linked in the old system only counts until the
// months of the ruleset after the move are over; somebody who is linked nowhere does not count; where the table does
// not say, the person counts. Rows that repeat a skill of a person count once, the latest expiry holds.
#pragma once

#include <cstdint>
#include <expected>
#include <memory>
#include <string_view>
#include <vector>

#include "partnercheck/faults.h"
#include "partnercheck/roster/skill_answer.h"
#include "partnercheck/roster/skill_request.h"
#include "partnercheck/roster/table.h"
#include "partnercheck/ruleset.h"

namespace partnercheck {

class HeldSkills;

// What of a request cannot be, each fault with the JSON pointer of the member: an unknown ruleset, no column of people.
[[nodiscard]] std::vector<Fault> find_faults(const Rulebook& rulebook, const SkillsRequest& request);

// A table of skills while it is read. The calls are those of LinkRoster.
class SkillRoster {
 public:
  // Faults: those of find_faults, and a move after `today`. Requires members within the bounds that their fields list.
  // `rulebook` outlives the roster. `seed`: any number that whoever wrote the table cannot know.
  [[nodiscard]] static std::expected<SkillRoster, std::vector<Fault>> start(const Rulebook& rulebook,
                                                                            const SkillsRequest& request,
                                                                            std::uint64_t seed);
  SkillRoster(SkillRoster&&) noexcept;
  SkillRoster& operator=(SkillRoster&&) noexcept;
  ~SkillRoster();

  [[nodiscard]] char* prepare(std::size_t size);
  void commit(std::size_t size);
  void feed(std::string_view bytes);
  [[nodiscard]] TableProgress progress() const;

  [[nodiscard]] HeldSkills finish() &&;

 private:
  struct State;
  explicit SkillRoster(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// Who holds what. What it gives as a view of a text is valid as long as it is.
class HeldSkills {
 public:
  HeldSkills(HeldSkills&&) noexcept;
  HeldSkills& operator=(HeldSkills&&) noexcept;
  ~HeldSkills();

  [[nodiscard]] TableProgress progress() const;
  [[nodiscard]] SkillTotals totals() const;
  // The skills that most people hold first.
  [[nodiscard]] std::vector<Skill> skills() const;
  // The first 1,000 places that could not be read, each with its line and column.
  [[nodiscard]] const std::vector<Fault>& faults() const;
  // Rows that are nobody's, as far as the words of the form tell them: the first 1,000.
  [[nodiscard]] const std::vector<Fault>& left_out() const;

  // How many hold a skill from today on, and what if people leave or join. Whoever joins counts once, however often.
  // Faults: no such skill; a change that names no person, or no day, or somebody who leaves and is not there.
  [[nodiscard]] std::expected<SkillForecast, std::vector<Fault>> forecast(const SkillQuestion& question) const;

  // Of one person, in the order of their first rows, whatever the view. Requires a person of the table.
  [[nodiscard]] SkillRow row(std::size_t person) const;

  // Chooses those whom `rows` gives, nobody before the first call. Returns how many they are. Fault: no such skill.
  std::expected<std::int64_t, std::vector<Fault>> view(const SkillRowsRequest& request);
  // Rows `from` to `from + count` of the view, fewer or none where it ends.
  [[nodiscard]] std::vector<SkillRow> rows(std::size_t from, std::size_t count) const;

 private:
  friend class SkillRoster;
  struct State;
  explicit HeldSkills(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace partnercheck
