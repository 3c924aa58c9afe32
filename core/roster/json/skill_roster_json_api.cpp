#include "partnercheck/roster/skill_roster_json_api.h"

#include "roster/json/answers.h"
#include "roster/json/call.h"

namespace partnercheck {

using json::answer;
using json::failure;
using json::out_of_order;

std::string SkillRosterJsonApi::start(std::string_view text) {
  reading_.reset();
  held_.reset();
  ++starts_;
  return json::start<SkillRoster, SkillsRequest>(reading_, rulebook_, text, seed_);
}

char* SkillRosterJsonApi::prepare(std::size_t size) { return reading_ ? reading_->prepare(size) : nullptr; }

void SkillRosterJsonApi::commit(std::size_t size) {
  if (reading_) {
    reading_->commit(size);
  }
}

TableProgress SkillRosterJsonApi::progress() const {
  return reading_ ? reading_->progress() : held_ ? held_->progress() : TableProgress{};
}

std::string SkillRosterJsonApi::finish() {
  if (!reading_) {
    return out_of_order();
  }
  held_ = std::move(*reading_).finish();
  reading_.reset();
  return answer("", json::FinishedSkills{held_->totals(), held_->skills(), held_->faults(), held_->left_out()});
}

std::string SkillRosterJsonApi::forecast(std::string_view text) const {
  if (!held_) {
    return out_of_order();
  }
  auto [question, faults] = json::read<SkillQuestion>(text);
  return faults.empty() ? answer(text, held_->forecast(question)) : failure(std::move(faults), text);
}

std::string SkillRosterJsonApi::view(std::string_view text) {
  if (!held_) {
    return out_of_order();
  }
  auto [request, faults] = json::read<SkillRowsRequest>(text);
  if (!faults.empty()) {
    return failure(std::move(faults), text);
  }
  const auto people = held_->view(request);
  return people ? answer(text, json::Viewed{*people}) : failure(people.error(), text);
}

std::string SkillRosterJsonApi::rows(std::size_t from, std::size_t count) const {
  return held_ ? answer("", json::SkillRows{held_->rows(from, count)}) : out_of_order();
}

}  // namespace partnercheck
