#include "partnercheck/roster/skill_roster.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <ranges>
#include <utility>

#include "find_ruleset.h"
#include "roster/src/page.h"
#include "roster/src/skill_table.h"
#include "text.h"

namespace partnercheck {

namespace {

using roster::Holding;
using roster::SkillTable;
using Faults = std::vector<Fault>;

std::optional<Date> day_or_none(Day day) { return day == kAnyDay ? std::nullopt : std::optional{date_of(day)}; }

// Nothing, and a fault, when there is no such skill.
std::optional<std::uint32_t> find_skill(const SkillTable& table, std::string_view name, Faults& faults) {
  const auto skill = SkillTable::find(table.skills(), name);
  if (!skill) {
    faults.push_back(fault("roster.no_skill", "/skill", {{"value", shown(name)}}));
  }
  return skill;
}

}  // namespace

Faults find_faults(const Rulebook& rulebook, const SkillsRequest& request) {
  Faults faults;
  (void)find_ruleset(rulebook, request.ruleset, "/ruleset", faults);
  if (!request.columns.person.known()) {
    faults.push_back(fault("value.required", "/columns/person", {{"key", "person"}}));
  }
  return faults;
}

struct SkillRoster::State {
  SkillTable table;
};

SkillRoster::SkillRoster(std::unique_ptr<State> state) : state_{std::move(state)} {}
SkillRoster::SkillRoster(SkillRoster&&) noexcept = default;
SkillRoster& SkillRoster::operator=(SkillRoster&&) noexcept = default;
SkillRoster::~SkillRoster() = default;

std::expected<SkillRoster, Faults> SkillRoster::start(const Rulebook& rulebook, const SkillsRequest& request,
                                                      std::uint64_t seed) {
  Faults faults = find_faults(rulebook, request);
  if (faults.empty() && request.moved_on.known() && request.moved_on.value() > request.today) {
    faults.push_back(
        fault("date.after_today", "/moved_on", {{"value", request.moved_on.value()}, {"today", request.today}}));
  }
  if (!faults.empty()) {
    return std::unexpected(std::move(faults));
  }
  return SkillRoster{std::make_unique<State>(SkillTable{request, *rulebook.find(request.ruleset), seed})};
}

char* SkillRoster::prepare(std::size_t size) { return state_->table.prepare(size); }
void SkillRoster::commit(std::size_t size) { state_->table.commit(size, false); }
void SkillRoster::feed(std::string_view bytes) {
  std::ranges::copy(bytes, prepare(bytes.size()));
  commit(bytes.size());
}
TableProgress SkillRoster::progress() const { return state_->table.progress(); }

struct HeldSkills::State {
  SkillTable table;
  std::vector<std::uint32_t> view = {};
  std::optional<std::uint32_t> viewed_skill = std::nullopt;
};

HeldSkills::HeldSkills(std::unique_ptr<State> state) : state_{std::move(state)} {}
HeldSkills::HeldSkills(HeldSkills&&) noexcept = default;
HeldSkills& HeldSkills::operator=(HeldSkills&&) noexcept = default;
HeldSkills::~HeldSkills() = default;

HeldSkills SkillRoster::finish() && {
  SkillTable& table = state_->table;
  (void)table.prepare(0);
  table.commit(0, true);
  table.finish();
  return HeldSkills{std::make_unique<HeldSkills::State>(std::move(table))};
}

TableProgress HeldSkills::progress() const { return state_->table.progress(); }

SkillTotals HeldSkills::totals() const {
  const SkillTable& table = state_->table;
  SkillTotals totals{.today = table.request().today,
                     .rows = table.rows(),
                     .people = std::int64_t{table.people().size()},
                     .skills = std::int64_t{table.skills().size()},
                     .old_system_ends = table.old_system_ends(),
                     .faults = table.faults().counts()};
  totals.old_system_only =
      std::ranges::count_if(std::views::iota(0U, table.people().size()),
                            [&](std::uint32_t person) { return table.only_in_old_system(person); });
  return totals;
}

std::vector<Skill> HeldSkills::skills() const {
  const SkillTable& table = state_->table;
  const Day today = number_of(table.request().today);
  std::vector<Skill> skills;
  for (std::uint32_t skill = 0; skill < table.skills().size(); ++skill) {
    Skill& row = skills.emplace_back(table.skills().at(skill));
    Day next_loss = kAnyDay;
    for (const Holding& holding : table.holdings_of(skill)) {
      if (holding.ends > today) {
        ++row.holders;
        next_loss = std::min(next_loss, holding.ends);
      }
    }
    row.next_loss = day_or_none(next_loss);
  }
  // Of as many holders, the one that the table names first.
  std::vector<std::size_t> order(skills.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {}, [&](std::size_t at) { return std::pair{-skills[at].holders, at}; });
  std::vector<Skill> sorted;
  sorted.reserve(skills.size());
  std::ranges::transform(order, std::back_inserter(sorted), [&](std::size_t at) { return skills[at]; });
  return sorted;
}

const Faults& HeldSkills::faults() const { return state_->table.faults().shown(); }
const Faults& HeldSkills::left_out() const { return state_->table.left_out().shown(); }

std::expected<SkillForecast, Faults> HeldSkills::forecast(const SkillQuestion& question) const {
  const SkillTable& table = state_->table;
  Faults faults;
  const auto skill = find_skill(table, question.skill, faults);
  for (std::size_t i = 0; i < question.changes.size(); ++i) {
    const SkillChange& change = question.changes[i];
    const auto fail = [&](std::string_view code, std::string_view member, NamedValues details) {
      faults.push_back(fault(code, "/changes/" + std::to_string(i) + "/" + std::string{member}, std::move(details)));
    };
    if (!change.person.known()) {
      fail("value.required", "person", {{"key", "person"}});
    } else if (!change.leaves_on.known() && !change.joins_on.known()) {
      fail("value.required", "leaves_on", {{"key", "leaves_on"}});
    } else if (!change.joins_on.known() && !SkillTable::find(table.people(), change.person.value())) {
      fail("roster.no_person", "person", {{"value", shown(change.person.value())}});
    }
  }
  if (!faults.empty()) {
    return std::unexpected(std::move(faults));
  }
  return table.forecast(*skill, question);
}

std::expected<std::int64_t, Faults> HeldSkills::view(const SkillRowsRequest& request) {
  auto& [table, view, viewed_skill] = *state_;
  Faults faults;
  const auto skill = request.skill.known() ? find_skill(table, request.skill.value(), faults) : std::nullopt;
  if (!faults.empty()) {
    return std::unexpected(std::move(faults));
  }
  view.clear();
  viewed_skill = skill;
  const auto add = [&](std::uint32_t person) {
    if ((!request.old_system_only.known() || request.old_system_only.value() == table.only_in_old_system(person)) &&
        (!request.text.known() || holds_text(table.people().at(person), request.text.value()) ||
         holds_text(table.shown_names().at(person), request.text.value()) ||
         holds_text(table.emails().at(person), request.text.value()))) {
      view.push_back(person);
    }
  };
  if (skill) {
    for (const Holding& holding : table.holdings_of(*skill)) {
      add(holding.person);
    }
  } else {
    for (std::uint32_t person = 0; person < table.people().size(); ++person) {
      add(person);
    }
  }
  return std::ssize(view);
}

SkillRow HeldSkills::row(std::size_t number) const {
  const SkillTable& table = state_->table;
  const auto person = static_cast<std::uint32_t>(number);
  SkillRow row;
  row.person = table.people().at(person);
  row.name = table.shown_names().at(person);
  row.email = table.emails().at(person);
  row.pmc = table.in_old_system(person);
  row.pc = table.in_partner_center(person);
  row.skills = table.skills_of(person);
  row.counted = table.counted_of(person);
  row.next_end = day_or_none(table.next_end_of(person));
  return row;
}

std::vector<SkillRow> HeldSkills::rows(std::size_t from, std::size_t count) const {
  const auto& [table, view, viewed_skill] = *state_;
  const Day today = number_of(table.request().today);
  std::vector<SkillRow> rows;
  for (const std::uint32_t person : roster::page_of(view, from, count)) {
    SkillRow& row = rows.emplace_back(this->row(person));
    if (viewed_skill) {
      const auto holding = std::ranges::lower_bound(table.holdings_of(*viewed_skill), person, {}, &Holding::person);
      row.holds = holding->ends > today;
      row.ends_on = day_or_none(holding->ends);
    }
  }
  return rows;
}

}  // namespace partnercheck
