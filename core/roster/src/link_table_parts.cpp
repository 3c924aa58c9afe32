// Several readers of one table: each writes what its part adds up to, and the first one joins them, person by person.
#include <algorithm>
#include <array>

#include "roster/src/link_table.h"
#include "roster/src/part_bytes.h"

namespace partnercheck::roster {

namespace {

// At the beginning of a part: what has to be the same here and there.
struct PartKind {
  std::uint32_t format = 0x7061'0001;
  std::uint32_t kept;
  std::uint32_t width;

  friend bool operator==(const PartKind&, const PartKind&) = default;
};

// Of a person; their name, what they are called, their address, starts and unknown starts follow.
struct PersonInPart {
  Day profile;
  Day linked_since;
  std::uint32_t linked_to;
  std::uint32_t standing;
  std::uint32_t links;
  std::uint8_t certifications;
  std::uint8_t account_of;
  std::uint8_t account_is;
  std::uint8_t faulty;
  std::uint8_t name;
  std::uint8_t shown_name;
  std::uint8_t email;
  std::uint8_t starts;
  std::uint8_t unknown_starts;
  std::array<std::uint8_t, 3> unused = {};
};

template <class Enum>
std::uint8_t byte_of(Enum value) {
  return static_cast<std::uint8_t>(value);
}

// What rows may repeat and never change. False when it would be changed: which of the two is the fault shows only
// where both are read.
template <class T>
bool settle(T& ours, T theirs, T not_said) {
  if (theirs != not_said && ours != not_said && ours != theirs) {
    return false;
  }
  ours = theirs != not_said ? theirs : ours;
  return true;
}
template <class Enum>
bool settle(Enum& ours, std::uint8_t theirs, Enum most) {
  return theirs <= byte_of(most) && settle(ours, static_cast<Enum>(theirs), Enum::not_said);
}

}  // namespace

bool LinkTable::begin_part(std::string_view beginning) {
  if (!header_ || request_.person.known()) {
    return false;
  }
  Input input{request_.form};
  std::ranges::copy(beginning, input.prepare(beginning.size()));
  input.commit(beginning.size(), false, [this](const Row& row) {
    if (width_ == 0) {
      read_row(row);
    }
  });
  input_.begin_inside();
  return width_ > 0;
}

template <class Out>
void LinkTable::write_part(Out& out) const {
  out.put(PartKind{.kept = static_cast<std::uint32_t>(people_.kept()), .width = static_cast<std::uint32_t>(width_)});
  out.put(rows_);
  out.put(input_.line() - 1);
  faults_.write(out);
  left_out_.write(out);
  out.put(organizations_.size());
  for (std::uint32_t i = 0; i < organizations_.size(); ++i) {
    put_text(out, organizations_.at(i));
  }
  out.put(people_.size());
  for (std::uint32_t i = 0; i < people_.size(); ++i) {
    write_person(out, i);
  }
}

template <class Out>
void LinkTable::write_person(Out& out, std::uint32_t number) const {
  const auto put_days = [&](std::span<const Day> days) {
    for (const Day day : days) {
      out.put(day);
    }
  };
  const Record& person = people_.at(number);
  const std::string_view name = people_.name(number);
  const std::string_view shown_name = shown_names_.at(number);
  const std::string_view email = emails_.at(number);
  const std::span<const Day> unknown = people_.unknown_starts(number);
  out.put(PersonInPart{.profile = person.profile,
                       .linked_since = person.linked_since,
                       .linked_to = person.linked_to,
                       .standing = person.standing,
                       .links = person.links,
                       .certifications = byte_of(person.traits.certifications),
                       .account_of = byte_of(person.traits.account_of),
                       .account_is = byte_of(person.traits.account_is),
                       .faulty = byte_of(person.faulty),
                       .name = byte_of(name.size()),
                       .shown_name = byte_of(shown_name.size()),
                       .email = byte_of(email.size()),
                       .starts = person.kept,
                       .unknown_starts = byte_of(unknown.size())});
  out.put_bytes(name);
  out.put_bytes(shown_name);
  out.put_bytes(email);
  put_days(people_.starts(number));
  put_days(unknown);
}

std::optional<std::string> LinkTable::part(bool last) {
  if (last) {
    (void)prepare(0);
    commit(0, true);
  } else if (!input_.is_between_rows()) {
    return std::nullopt;
  }
  // Whom there was no room for shows only where all are read.
  if (people_.is_full() || organizations_.size() == Names::kMost) {
    return std::nullopt;
  }
  PartSize size;
  write_part(size);
  std::string bytes(size.size(), '\0');
  PartWriter out{bytes.data()};
  write_part(out);
  return bytes;
}

bool LinkTable::join(std::string_view part) {
  PartReader in{part};
  if (request_.person.known() || !input_.is_between_rows() ||
      in.take<PartKind>() !=
          PartKind{.kept = static_cast<std::uint32_t>(people_.kept()), .width = static_cast<std::uint32_t>(width_)}) {
    return false;
  }
  rows_ += in.take_count();
  const std::int64_t lines = in.take_count();
  faults_.join(in, input_.line() - 1);
  left_out_.join(in, input_.line() - 1);
  input_.skip_lines(lines);
  return join_people(in) && in.is_done();
}

bool LinkTable::join_people(PartReader& in) {
  std::vector<std::uint32_t> organizations;
  for (auto left = in.take<std::uint32_t>(); left > 0 && !in.failed(); --left) {
    const std::string_view name = in.take_text();
    organizations.push_back(name.size() <= Names::kLongest ? organizations_.add(name) : Names::kNone);
    if (organizations.back() == Names::kNone) {
      return false;
    }
  }
  for (auto left = in.take<std::uint32_t>(); left > 0; --left) {
    if (!join_person(in, organizations)) {
      return false;
    }
  }
  return true;
}

bool LinkTable::join_person(PartReader& in, std::span<const std::uint32_t> organizations) {
  const auto find_organization = [&](std::uint32_t& number) {
    const bool is_some = number < organizations.size();
    const bool is_known = is_some || number == Names::kNone;
    number = is_some ? organizations[number] : Names::kNone;
    return is_known;
  };
  const Day first_day = number_of(kFirstDay);
  const auto is_past = [&](Day day) { return day >= first_day && day <= today_; };
  auto theirs = in.take<PersonInPart>();
  const std::string_view name = in.take_bytes(theirs.name);
  const std::string_view shown_name = in.take_bytes(theirs.shown_name);
  const std::string_view email = in.take_bytes(theirs.email);
  if (name.empty() || name.size() > Names::kLongest || theirs.starts > people_.kept() ||
      theirs.unknown_starts > people_.kept() || !find_organization(theirs.linked_to) ||
      !find_organization(theirs.standing) || (theirs.linked_since != kNoDay && !is_past(theirs.linked_since)) ||
      (theirs.profile != kNoDay && theirs.profile != kShowsNone &&
       (theirs.profile < first_day || theirs.profile > number_of(kLastDay)))) {
    return false;
  }
  const std::uint32_t number = people_.add(name);
  if (number == Names::kNone) {
    return false;
  }
  Record& person = people_.at(number);
  if (!settle(person.profile, theirs.profile, kNoDay) || !settle(person.standing, theirs.standing, Names::kNone) ||
      !settle(person.traits.certifications, theirs.certifications, Traits::Certifications::some) ||
      !settle(person.traits.account_of, theirs.account_of, Traits::AccountOf::other) ||
      !settle(person.traits.account_is, theirs.account_is, Traits::AccountIs::none)) {
    return false;
  }
  if (theirs.linked_to != Names::kNone && theirs.linked_since >= person.linked_since) {
    person.linked_to = theirs.linked_to;
    person.linked_since = theirs.linked_since;
  }
  person.links += theirs.links;
  person.faulty = person.faulty || theirs.faulty != 0;
  if (has_names_) {
    shown_names_.add(number, shown_name);
    emails_.add(number, email);
  }
  for (unsigned i = 0; i < theirs.starts; ++i) {
    const Day start = in.take<Day>();
    if (!is_past(start)) {
      return false;
    }
    people_.add_start(number, start);
  }
  for (unsigned i = 0; i < theirs.unknown_starts; ++i) {
    const Day latest = in.take<Day>();
    if (latest != kAnyDay && !is_past(latest)) {
      return false;
    }
    people_.add_unknown_start(number, latest);
  }
  return true;
}

}  // namespace partnercheck::roster
