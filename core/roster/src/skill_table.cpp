#include "roster/src/skill_table.h"

#include <algorithm>
#include <limits>
#include <map>
#include <ranges>

#include "roster/src/utf8.h"
#include "roster/src/words.h"
#include "rules/finding_builder.h"

namespace partnercheck::roster {

namespace {

std::string_view cell_at(const Row& row, const Fact<std::int64_t>& column) {
  const auto at = column.known() ? static_cast<std::size_t>(column.value()) : row.cells.size();
  return at < row.cells.size() ? trimmed(row.cells[at]) : std::string_view{};
}

}  // namespace

SkillTable::SkillTable(const SkillsRequest& request, const Ruleset& ruleset, std::uint64_t seed)
    : request_{request},
      input_{request.form},
      days_{request.form.day_order, request.form.month_words, request.form.short_years},
      people_{seed},
      shown_names_{seed},
      emails_{seed},
      skills_{seed},
      left_above_{request.form.rows_above.known() ? request.form.rows_above.value() : 0},
      today_{number_of(request.today)} {
  const auto months = ruleset.number(Parameter::skills_report_old_system_months);
  if (months && request.moved_on.known()) {
    old_system_ends_ = add_months(request.moved_on.value(), static_cast<int>(*months));
  }
}

void SkillTable::commit(std::size_t size, bool last) {
  input_.commit(size, last, [this](const Row& row) { read_row(row); });
}

bool SkillTable::read_link(const Row& row, std::string_view cell, std::optional<YesNo>& said) {
  if (cell.empty()) {
    return true;
  }
  const bool yes = is_one_of(cell, request_.form.yes_words, "yes");
  if (!yes && !is_one_of(cell, request_.form.no_words, "no")) {
    faults_.add_cell(row, "cell.yes_or_no", cell, {});
    return false;
  }
  // Linked by one of the rows is linked.
  said = std::max(said, std::optional{yes ? YesNo::yes : YesNo::no});
  return true;
}

void SkillTable::read_row(const Row& row) {
  if (left_above_ > 0) {
    --left_above_;
    return;
  }
  if (first_row_) {
    first_row_ = false;
    if (!request_.form.header.is(false)) {
      return;
    }
  }
  if (row.fault == RowFault::none && row.blank()) {
    return;
  }
  const SkillColumns& columns = request_.columns;
  const auto name = cell_at(row, columns.person);
  const auto skill = cell_at(row, columns.skill);
  const auto expires = cell_at(row, columns.expires);
  if (is_sum(skill) && is_sum(expires)) {
    if (const auto total = total_cell(row, request_.form.total_words); !total.empty()) {
      left_out_.add_cell(row, "row.total", total, {});
      return;
    }
  }
  ++rows_;
  if (row.fault != RowFault::none) {
    faults_.add_unreadable(row);
    return;
  }
  if (name.empty()) {
    faults_.add(row, "row.no_person", 0, {});
    return;
  }
  if (name.size() > Names::kLongest) {
    faults_.add(row, "row.person_too_long", 0, {{"most", std::int64_t{Names::kLongest}}});
    return;
  }
  if (skill.size() > Names::kLongest) {
    faults_.add_cell(row, "cell.too_long", skill, {{"most", std::int64_t{Names::kLongest}}});
    return;
  }
  if (!row.ascii && !is_utf8(row.text)) {
    faults_.add(row, "row.not_utf8", 0, {});
    return;
  }
  Day ends = kAnyDay;
  if (!expires.empty()) {
    const ReadDay read = days_.read(expires);
    if (read.fault != DayFault::none) {
      faults_.add_cell(row, RowFaults::code_of(read.fault), expires, {{"first", kFirstDay}, {"last", kLastDay}});
      return;
    }
    ends = date_of(read.day) == kLastDay ? kAnyDay : read.day + 1;
  }
  const std::uint32_t person = people_.add(name);
  const std::uint32_t which = skill.empty() ? 0 : skills_.add(skill);
  if (person == Names::kNone || which == Names::kNone) {
    faults_.add(row, "row.too_many_people", 0, {{"most", std::int64_t{Names::kMost}}});
    return;
  }
  if (person == links_.size()) {
    links_.emplace_back();
  }
  shown_names_.add(person, cell_at(row, columns.name));
  emails_.add(person, cell_at(row, columns.email));
  const bool pmc_read = read_link(row, cell_at(row, columns.pmc), links_[person].pmc);
  const bool pc_read = read_link(row, cell_at(row, columns.pc), links_[person].pc);
  if (!skill.empty() && pmc_read && pc_read) {
    holdings_.push_back({person, which, ends});
  }
}

void SkillTable::finish() {
  std::ranges::sort(holdings_, [](const Holding& a, const Holding& b) {
    return std::tuple{a.skill, a.person, b.ends} < std::tuple{b.skill, b.person, a.ends};
  });
  const auto repeated = std::ranges::unique(
      holdings_, [](const Holding& a, const Holding& b) { return a.skill == b.skill && a.person == b.person; });
  holdings_.erase(repeated.begin(), repeated.end());
  first_of_skill_.assign(skills_.size() + 1, holdings_.size());
  for (std::size_t i = holdings_.size(); i-- > 0;) {
    Holding& holding = holdings_[i];
    first_of_skill_[holding.skill] = i;
    Links& links = links_[holding.person];
    ++links.skills;
    if (links.pc == YesNo::no) {
      const Day link_ends = links.pmc != YesNo::yes ? today_
                            : old_system_ends_      ? number_of(*old_system_ends_)
                                                    : kAnyDay;
      holding.ends = std::min(holding.ends, link_ends);
    }
    if (holding.ends > today_) {
      ++links.counted;
      links.next_end = std::min(links.next_end, holding.ends);
    }
  }
  // Nobody may hold a skill, where no row that names it could be read.
  for (std::size_t skill = skills_.size(); skill-- > 0;) {
    first_of_skill_[skill] = std::min(first_of_skill_[skill], first_of_skill_[skill + 1]);
  }
}

std::span<const Holding> SkillTable::holdings_of(std::uint32_t skill) const {
  return std::span{holdings_}.subspan(first_of_skill_[skill], first_of_skill_[skill + 1] - first_of_skill_[skill]);
}

std::optional<std::uint32_t> SkillTable::find(const Names& names, std::string_view name) {
  const auto numbers = std::views::iota(0U, names.size());
  const auto found = std::ranges::find(numbers, name, [&](std::uint32_t number) { return names.at(number); });
  return found != numbers.end() ? std::optional{*found} : std::nullopt;
}

SkillForecast SkillTable::forecast(std::uint32_t skill, const SkillQuestion& question) const {
  std::map<Day, std::int64_t> changes{{today_, 0}};
  // `from`: not before today.
  const auto count = [&](Day from, Day ends) {
    if (from < ends) {
      ++changes[from];
      if (ends != kAnyDay) {
        --changes[ends];
      }
    }
  };
  std::map<std::string_view, Day> leaves;
  for (const SkillChange& change : question.changes) {
    if (change.leaves_on.known()) {
      const Day on = number_of(change.leaves_on.value());
      const auto [known, added] = leaves.emplace(change.person.value(), on);
      known->second = std::min(known->second, on);
    }
  }
  // Leaving ends what began before it.
  const auto until_left = [&](std::string_view person, Day from, Day ends) {
    const auto left = leaves.find(person);
    return left != leaves.end() && from < left->second ? std::min(ends, left->second) : ends;
  };
  std::map<std::string_view, std::vector<std::pair<Day, Day>>> joined;  // who joins, and when they count
  for (const SkillChange& change : question.changes) {
    if (change.joins_on.known()) {
      const std::string_view person = change.person.value();
      const Day joins = number_of(change.joins_on.value());
      const Day expires = change.expires_on.known() && change.expires_on.value() < kLastDay
                              ? number_of(change.expires_on.value()) + 1
                              : kAnyDay;
      joined[person].emplace_back(joins, until_left(person, joins, expires));
    }
  }
  for (const Holding& holding : holdings_of(skill)) {
    const std::string_view person = people_.at(holding.person);
    const Day ends = until_left(person, std::numeric_limits<Day>::min(), holding.ends);
    if (const auto joins = joined.find(person); joins != joined.end()) {
      joins->second.emplace_back(today_, ends);
    } else {
      count(today_, ends);
    }
  }
  // Nobody counts twice on a day, however often they join.
  for (auto& [person, times] : joined) {
    std::ranges::sort(times);
    Day counted_until = today_;
    for (const auto& [from, ends] : times) {
      count(std::max(from, counted_until), ends);
      counted_until = std::max(counted_until, ends);
    }
  }
  SkillForecast forecast;
  std::int64_t holders = 0;
  for (const auto& [on, change] : changes) {
    holders += change;
    if (change != 0 || on == today_) {
      forecast.series.push_back({date_of(on), holders});
    }
    if (!forecast.lost_on && question.needed.known() && holders < question.needed.value()) {
      forecast.lost_on = date_of(on);
    }
  }
  return forecast;
}

}  // namespace partnercheck::roster
