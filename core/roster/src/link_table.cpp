#include "roster/src/link_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

#include "partnercheck/check.h"
#include "roster/src/free_day_table.h"
#include "roster/src/utf8.h"
#include "roster/src/words.h"

namespace partnercheck::roster {

namespace {

bool is_none(std::string_view cell, const TableForm& form) { return is_one_of(cell, form.none_words, "none"); }

// Empty where the row has none.
std::string_view cell_at(const Row& row, std::size_t place) {
  return place < row.cells.size() ? trimmed(row.cells[place]) : std::string_view{};
}

std::optional<AccountKind> read_kind(std::string_view cell, const TableForm& form) {
  return is_one_of(cell, form.work_words, name_of(AccountKind::work))           ? std::optional{AccountKind::work}
         : is_one_of(cell, form.personal_words, name_of(AccountKind::personal)) ? std::optional{AccountKind::personal}
                                                                                : std::nullopt;
}

std::optional<std::int64_t> read_digits(std::string_view digits) {
  std::int64_t number = 0;
  const char* end = digits.data() + digits.size();
  const auto [at, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc{} && at == end && number >= 0 ? std::optional{number} : std::nullopt;
}

// A whole number; programs write 2 as 2.0 or 2,00, too. 1,000 can be one and a thousand.
std::optional<std::int64_t> read_count(std::string_view cell, const Fact<DecimalSign>& decimal) {
  const auto sign = cell.find_first_of(".,");
  const auto count = read_digits(cell.substr(0, sign));
  if (sign == std::string_view::npos || !count) {
    return count;
  }
  const std::string_view behind = cell.substr(sign + 1);
  const bool parts_decimals = decimal.known() && (decimal.value() == DecimalSign::point) == (cell[sign] == '.');
  if (behind.size() == 3 && !parts_decimals) {
    return decimal.known() ? read_digits(std::string{cell.substr(0, sign)} + std::string{behind}) : std::nullopt;
  }
  const bool is_whole = !behind.empty() && std::ranges::all_of(behind, [](char c) { return c == '0'; });
  return is_whole ? count : std::nullopt;
}

}  // namespace

Request as_request(const RosterRequest& roster) {
  return {.ruleset = roster.ruleset,
          .today = roster.today,
          .action = roster.action,
          .actor = roster.actor,
          .facts = roster.facts};
}

LinkTable::Places LinkTable::places_of(const RosterColumns& columns) {
  const auto place = [](const Fact<std::int64_t>& column) {
    return column.known() ? static_cast<std::size_t>(column.value()) : kNowhere;
  };
  return {.link = {.person = place(columns.person),
                   .organization = place(columns.organization),
                   .started = place(columns.started),
                   .ended = place(columns.ended)},
          .name = place(columns.name),
          .email = place(columns.email),
          .traits = {.next_association_date = place(columns.next_association_date),
                     .active_certifications = place(columns.active_certifications),
                     .account_organization = place(columns.account_organization),
                     .account_kind = place(columns.account_kind)}};
}

LinkTable::LinkTable(const RosterRequest& request, std::size_t kept, std::uint64_t seed)
    : request_{request},
      places_{places_of(request.columns)},
      has_traits_{request.columns.next_association_date.known() || request.columns.active_certifications.known() ||
                  request.columns.account_organization.known() || request.columns.account_kind.known()},
      has_names_{request.columns.name.known() || request.columns.email.known()},
      input_{request.form},
      days_{request.form.day_order, request.form.month_words, request.form.short_years},
      people_{kept, seed},
      shown_names_{seed},
      emails_{seed},
      organizations_{seed},
      left_above_{request.form.rows_above.known() ? request.form.rows_above.value() : 0},
      header_{!request.form.header.is(false)},
      today_{number_of(request.today)} {
  facts_of_person_ = request.facts;
  facts_of_person_.person.associations = std::vector<Association>{};
}

void LinkTable::commit(std::size_t size, bool last) {
  input_.commit(size, last, [this](const Row& row) { read_row(row); });
}

void LinkTable::fail_cell(const Row& row, std::string_view code, std::string_view cell, NamedValues details,
                          Record& person) {
  person.faulty = true;
  faults_.add_cell(row, code, cell, std::move(details));
}

void LinkTable::read_row(const Row& row) {
  if (width_ == 0) {
    if (left_above_ > 0) {
      --left_above_;
      return;
    }
    width_ = std::max<std::size_t>(row.cells.size(), 1);
    if (header_) {
      return;
    }
  }
  const bool readable = row.fault == RowFault::none;
  if (readable && row.blank()) {
    return;
  }
  const LinkCells cells{.person = cell_at(row, places_.link.person),
                        .organization = cell_at(row, places_.link.organization),
                        .started = cell_at(row, places_.link.started),
                        .ended = cell_at(row, places_.link.ended)};
  if (request_.person.known() && cells.person != request_.person.value()) {
    return;
  }
  if (request_.shard.of.known() && Names::hash(cells.person) % static_cast<std::uint64_t>(request_.shard.of.value()) !=
                                       static_cast<std::uint64_t>(request_.shard.index.value())) {
    return;
  }
  if (is_sum(cells.started) && leave_out(row, cells)) {
    return;
  }
  ++rows_;
  if (cells.person.empty()) {
    if (readable) {
      faults_.add(row, "row.no_person", 0, {});
    } else {
      faults_.add_unreadable(row);
    }
    return;
  }
  if (cells.person.size() > Names::kLongest) {
    faults_.add(row, "row.person_too_long", 0, {{"most", std::int64_t{Names::kLongest}}});
    return;
  }
  const bool is_text = row.ascii || is_utf8(row.text);
  if (!is_text && !is_utf8(cells.person)) {
    faults_.add(row, "row.not_utf8", 0, {});
    return;
  }
  const std::uint32_t number = people_.add(cells.person);
  if (number == Names::kNone) {
    faults_.add(row, "row.too_many_people", 0, {{"most", std::int64_t{people_.size()}}});
    return;
  }
  Record& person = people_.at(number);
  if (!readable) {
    person.faulty = true;
    faults_.add_unreadable(row);
    return;
  }
  const auto has_text = [](std::string_view cell) { return !trimmed(cell).empty(); };
  if (row.cells.size() > width_ && std::ranges::any_of(row.cells.subspan(width_), has_text)) {
    person.faulty = true;
    faults_.add(
        row, "row.cells_beyond_header", 0,
        {{"cells", static_cast<std::int64_t>(row.cells.size())}, {"header", static_cast<std::int64_t>(width_)}});
    return;
  }
  if (!is_text) {
    person.faulty = true;
    faults_.add(row, "row.not_utf8", 0, {});
    return;
  }
  if (has_names_) {
    shown_names_.add(number, cell_at(row, places_.name));
    emails_.add(number, cell_at(row, places_.email));
  }
  if (has_traits_) {
    read_traits(row, person);
  }
  read_link(row, cells, number);
}

bool LinkTable::leave_out(const Row& row, const LinkCells& cells) {
  const auto total = total_cell(row, request_.form.total_words);
  const bool leads_nowhere = is_sum(cells.organization) || cells.organization.data() == trimmed(total).data();
  if (total.empty() || !leads_nowhere || !is_sum(cells.ended)) {
    return false;
  }
  left_out_.add_cell(row, "row.total", total, {});
  return true;
}

std::optional<Day> LinkTable::read_day(const Row& row, std::string_view cell, Record& person) {
  const ReadDay read = days_.read(cell);
  if (read.fault != DayFault::none) {
    fail_cell(row, RowFaults::code_of(read.fault), cell, {{"first", kFirstDay}, {"last", kLastDay}}, person);
    return std::nullopt;
  }
  return read.day;
}

bool LinkTable::read_past_day(const Row& row, std::string_view cell, Record& person, std::optional<Day>& day) {
  if (cell.empty()) {
    return true;
  }
  if (const ReadDay read = days_.read(cell); read.fault == DayFault::none && read.day <= today_) {
    day = read.day;
    return true;
  }
  // Once more, to say what is wrong with it.
  if (read_day(row, cell, person)) {
    fail_cell(row, "cell.date_after_today", cell, {{"today", request_.today}}, person);
  }
  return false;
}

void LinkTable::read_link(const Row& row, const LinkCells& cells, std::uint32_t number) {
  if (cells.organization.empty() && cells.started.empty() && cells.ended.empty()) {
    return;  // somebody who has no link, or a row that only says something else
  }
  Record& person = people_.at(number);
  if (cells.organization.size() > Names::kLongest) {
    fail_cell(row, "cell.too_long", cells.organization, {{"most", std::int64_t{Names::kLongest}}}, person);
    return;
  }
  std::optional<Day> started;
  std::optional<Day> ended;
  const bool start_is_read = read_past_day(row, cells.started, person, started);
  const bool end_is_read = read_past_day(row, cells.ended, person, ended);
  if (!start_is_read || !end_is_read) {
    return;
  }
  if (started && ended && *ended < *started) {
    fail_cell(row, "cell.end_before_start", cells.ended, {{"started", date_of(*started)}}, person);
    return;
  }
  if (!started && !ended) {
    if (person.standing == Names::kNone) {
      person.standing = organizations_.add(cells.organization);
    }
    if (person.standing == Names::kNone) {
      person.faulty = true;
      faults_.add(row, "row.too_many_people", 0, {{"most", std::int64_t{Names::kMost}}});
      return;
    }
    if (const auto first = organizations_.at(person.standing); !same_name(first, cells.organization)) {
      fail_cell(row, "facts.contradict_open_links", cells.organization,
                {{"first", std::string{first}}, {"second", std::string{cells.organization}}}, person);
      return;
    }
  }
  ++person.links;
  if (started) {
    people_.add_start(number, *started);
  } else {
    people_.add_unknown_start(number, ended.value_or(kAnyDay));
  }
  if (!ended && !cells.organization.empty() && started.value_or(kNoDay) >= person.linked_since) {
    person.linked_to = organizations_.add(cells.organization);
    person.linked_since = started.value_or(kNoDay);
  }
  if (request_.person.known()) {
    collect(cells, started, ended);
  }
}

void LinkTable::collect(const LinkCells& cells, std::optional<Day> started, std::optional<Day> ended) {
  Association link;
  if (!cells.organization.empty()) {
    link.organization = std::string{cells.organization};
  }
  if (started) {
    link.started = date_of(*started);
  }
  // A row that gives an organization alone says where somebody is linked now; beside a start, an empty end says
  // nothing.
  if (ended || !started) {
    link.ended = ended ? std::optional{date_of(*ended)} : std::nullopt;
  }
  facts_of_person_.person.associations.value().push_back(std::move(link));
}

void LinkTable::read_traits(const Row& row, Record& person) {
  const TraitCells cells{.next_association_date = cell_at(row, places_.traits.next_association_date),
                         .active_certifications = cell_at(row, places_.traits.active_certifications),
                         .account_organization = cell_at(row, places_.traits.account_organization),
                         .account_kind = cell_at(row, places_.traits.account_kind)};
  Facts& facts = facts_of_person_;
  // Rows of one person may repeat what they say, never change it.
  const auto settle = [&](auto& known, auto said, std::string_view cell) {
    if (known != decltype(said){} && known != said) {
      fail_cell(row, "cell.contradicts", cell, {}, person);
      return false;
    }
    known = said;
    return true;
  };
  if (!cells.next_association_date.empty()) {
    const auto shows = is_none(cells.next_association_date, request_.form)
                           ? std::optional{kShowsNone}
                           : read_day(row, cells.next_association_date, person);
    if (shows && person.profile != kNoDay && person.profile != *shows) {
      fail_cell(row, "cell.contradicts", cells.next_association_date, {}, person);
    } else if (shows) {
      person.profile = *shows;
      facts.person.next_association_date = *shows == kShowsNone ? std::nullopt : std::optional{date_of(*shows)};
    }
  }
  if (!cells.active_certifications.empty()) {
    constexpr std::int64_t kMost = 1'000;
    const auto count = read_count(cells.active_certifications, request_.form.decimal_sign);
    if (!count || *count > kMost) {
      fail_cell(row, "cell.number_shape", cells.active_certifications, {{"least", std::int64_t{0}}, {"most", kMost}},
                person);
    } else if (settle(person.traits.certifications,
                      *count > 0 ? Traits::Certifications::some : Traits::Certifications::none,
                      cells.active_certifications)) {
      facts.person.certification_profile.active_certifications = *count;
    }
  }
  const auto account = [&]() -> PartnerCenterAccount& {
    auto& known = facts.person.partner_center_account;
    if (!known.known() || !known.value()) {
      known = std::optional{PartnerCenterAccount{}};
    }
    return *known.value();
  };
  if (!cells.account_organization.empty()) {
    const bool wanted = same_name(cells.account_organization, request_.action.organization.value());
    if (cells.account_organization.size() > Names::kLongest) {
      fail_cell(row, "cell.too_long", cells.account_organization, {{"most", std::int64_t{Names::kLongest}}}, person);
    } else if (settle(person.traits.account_of, wanted ? Traits::AccountOf::wanted : Traits::AccountOf::other,
                      cells.account_organization) &&
               person.traits.account_is != Traits::AccountIs::none) {
      account().organization = std::string{cells.account_organization};
    }
  }
  if (!cells.account_kind.empty()) {
    const auto kind = read_kind(cells.account_kind, request_.form);
    if (!kind && !is_none(cells.account_kind, request_.form)) {
      fail_cell(row, "value.unknown_name", cells.account_kind,
                {{"allowed", std::vector<std::string>{"work", "personal", "none"}}}, person);
    } else if (settle(person.traits.account_is,
                      !kind                        ? Traits::AccountIs::none
                      : *kind == AccountKind::work ? Traits::AccountIs::work
                                                   : Traits::AccountIs::personal,
                      cells.account_kind)) {
      if (kind) {
        account().kind = *kind;
      } else {
        facts.person.partner_center_account = std::optional<PartnerCenterAccount>{};
      }
    }
  }
}

Decision LinkTable::decide_traits(const Ruleset& ruleset, const Traits& traits) const {
  Request request = as_request(request_);
  partnercheck::Person& person = request.facts.person;
  person.associations = std::vector<Association>{};
  if (traits.certifications != Traits::Certifications::not_said) {
    person.certification_profile.active_certifications =
        std::int64_t{traits.certifications == Traits::Certifications::some ? 1 : 0};
  }
  auto& account = person.partner_center_account;
  if (traits.account_is == Traits::AccountIs::none) {
    account = std::optional<PartnerCenterAccount>{};
    return check(ruleset, request);
  }
  if (traits.say_account() && (!account.known() || !account.value())) {
    account = std::optional{PartnerCenterAccount{}};
  }
  if (traits.account_of != Traits::AccountOf::not_said) {
    const std::string& wanted = request_.action.organization.value();
    account.value()->organization = traits.account_of == Traits::AccountOf::wanted ? wanted : "not " + wanted;
  }
  if (traits.account_is != Traits::AccountIs::not_said) {
    account.value()->kind = traits.account_is == Traits::AccountIs::work ? AccountKind::work : AccountKind::personal;
  }
  return check(ruleset, request);
}

Decisions LinkTable::decide(const Ruleset& ruleset) const {
  struct Base {
    Decision decision;
    DayBounds bounds{decision};
    Groups::OfBase groups = {};
  };
  const LinkDateRules rules{ruleset, request_.today};
  const FreeDayTable table{rules};
  Groups groups;
  std::array<std::unique_ptr<Base>, Traits::kCombinations> bases;
  const auto base_of = [&](const Traits& traits) -> Base& {
    auto& base = bases[traits.number()];
    if (!base) {
      base = std::make_unique<Base>(decide_traits(ruleset, traits));
    }
    return *base;
  };
  Decisions out;
  out.ruleset = ruleset.id;
  Base unread;
  const std::uint32_t size = people_.size();
  out.status.resize(size);
  out.group.resize(size);
  out.earliest.assign(size, kNoDay);
  out.latest.assign(size, kNoDay);
  // A function of its own for the same reason as join_person.
  const auto decide_person = [&] [[gnu::noinline]] (std::uint32_t i) {
    const Record& person = people_.at(i);
    if (person.faulty) {
      out.status[i] = RosterStatus::not_decided;
      out.group[i] = unread.groups.of({}, unread.decision, groups);
      return;
    }
    Base& base = base_of(person.traits);
    LinkCase link{.status = static_cast<RosterStatus>(base.decision.status)};
    if (link.status != RosterStatus::denied) {
      const LinkHistory history{
          .latest = people_.starts(i), .count = person.links, .unknown = people_.unknown_starts(i)};
      const Day counted = history.latest.size() < rules.looks_at() ? kNoDay : history.latest[rules.looks_at() - 1];
      const LinkFinding found =
          person.profile != kNoDay
              ? rules.profile_date(person.profile)
              : rules.decide(history, table.of(history.latest.empty() ? kNoDay : history.latest.front(), counted));
      const Day earliest = std::max(base.bounds.earliest, found.earliest);
      const Day latest = std::max(base.bounds.latest, found.latest);
      link = {.status = static_cast<RosterStatus>(status_between(earliest, latest, today_)),
              .rule = found.rule,
              .reason = found.reason,
              .decides = link.status != RosterStatus::needs_info && found.latest > std::max(base.bounds.latest, today_),
              .open = std::max(found.earliest, today_) < found.latest};
      out.earliest[i] = earliest > today_ ? earliest : kNoDay;
      out.latest[i] = latest > today_ && latest < kAnyDay ? latest : kNoDay;
    }
    out.status[i] = link.status;
    out.group[i] = base.groups.of(link, base.decision, groups);
  };
  for (std::uint32_t i = 0; i < size; ++i) {
    decide_person(i);
  }
  out.groups = groups.sorted(out.group);
  return out;
}

}  // namespace partnercheck::roster
