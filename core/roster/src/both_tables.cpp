#include "partnercheck/roster/both_tables.h"

#include <algorithm>
#include <string>

#include "text.h"

namespace partnercheck {

namespace {

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Nothing when it is no number. A word with digits is one, two words are a name.
std::string number_in(std::string_view person) {
  const auto is_part = [](char c) { return is_digit(c) || is_letter(c) || c == '-' || c == '_'; };
  if (std::ranges::all_of(person, [](char c) { return is_digit(c) || c == ' '; })) {
    std::string digits;
    std::ranges::copy_if(person, std::back_inserter(digits), is_digit);
    digits.erase(0, digits.find_first_not_of('0'));
    return digits;
  }
  return std::ranges::all_of(person, is_part) && std::ranges::any_of(person, is_digit) ? folded(person) : "";
}

// Nothing when it is no address.
std::string address_in(std::string_view text) { return text.find('@') != std::string_view::npos ? folded(text) : ""; }

struct Key {
  std::string text;
  std::uint32_t person;
};

// Sorted, without what several people have.
std::vector<Key> own(std::vector<Key> keys) {
  std::ranges::sort(keys, {}, &Key::text);
  auto end = keys.begin();
  for (auto first = keys.begin(); first != keys.end();) {
    const auto next = std::find_if(first, keys.end(), [&](const Key& key) { return key.text != first->text; });
    if (next - first == 1) {
      if (end != first) {
        *end = std::move(*first);
      }
      ++end;
    }
    first = next;
  }
  keys.erase(end, keys.end());
  return keys;
}

struct Keys {
  std::vector<Key> numbers;
  std::vector<Key> addresses;
};

template <class Table>
Keys keys_of(const Table& table, std::size_t people) {
  Keys keys;
  const auto add = [](std::vector<Key>& to, std::string text, std::size_t person) {
    if (!text.empty()) {
      to.push_back({std::move(text), static_cast<std::uint32_t>(person)});
    }
  };
  for (std::size_t person = 0; person < people; ++person) {
    const auto row = table.row(person);
    std::string address = address_in(row.email);
    add(keys.numbers, number_in(row.person), person);
    add(keys.addresses, address.empty() ? address_in(row.person) : std::move(address), person);
  }
  return {own(std::move(keys.numbers)), own(std::move(keys.addresses))};
}

bool names(std::string_view text, const auto& row) {
  return holds_text(row.person, text) || holds_text(row.name, text) || holds_text(row.email, text);
}

}  // namespace

InTables BothTables::Person::in() const {
  return skill == kNobody ? InTables::links : link == kNobody ? InTables::skills : InTables::both;
}

BothTables::BothTables(const RosterDecisions& links, const HeldSkills& skills) : links_{links}, skills_{skills} {
  const std::size_t in_links = links.statuses().size();
  const auto in_skills = static_cast<std::size_t>(skills.progress().people);
  std::vector<Person> of_link(in_links);
  std::vector<bool> is_brought(in_skills);
  std::vector<bool> link_has_key(in_links);
  std::vector<bool> skill_has_key(in_skills);
  const auto bring = [&](BroughtBy by, const std::vector<Key>& left, const std::vector<Key>& right) {
    std::ranges::for_each(left, [&](const Key& key) { link_has_key[key.person] = true; });
    std::ranges::for_each(right, [&](const Key& key) { skill_has_key[key.person] = true; });
    auto other = right.begin();
    for (const Key& key : left) {
      other =
          std::lower_bound(other, right.end(), key.text, [](const Key& a, const std::string& b) { return a.text < b; });
      if (other != right.end() && other->text == key.text && of_link[key.person].skill == kNobody &&
          !is_brought[other->person]) {
        of_link[key.person].skill = other->person;
        of_link[key.person].by = by;
        is_brought[other->person] = true;
      }
    }
  };
  const Keys of_links = keys_of(links, in_links);
  const Keys of_skills = keys_of(skills, in_skills);
  bring(BroughtBy::number, of_links.numbers, of_skills.numbers);
  bring(BroughtBy::email, of_links.addresses, of_skills.addresses);
  for (std::uint32_t link = 0; link < in_links; ++link) {
    of_link[link].link = link;
    if (of_link[link].skill != kNobody) {
      people_.push_back(of_link[link]);
      ++totals_.both;
      totals_.by_email += of_link[link].by == BroughtBy::email ? 1 : 0;
    }
  }
  for (const Person& person : of_link) {
    if (person.skill == kNobody) {
      people_.push_back(person);
      ++totals_.links;
      totals_.unknown += link_has_key[person.link] ? 0 : 1;
    }
  }
  for (std::uint32_t skill = 0; skill < in_skills; ++skill) {
    if (!is_brought[skill]) {
      people_.emplace_back().skill = skill;
      ++totals_.skills;
      totals_.unknown += skill_has_key[skill] ? 0 : 1;
    }
  }
}

std::int64_t BothTables::view(const BothRowsRequest& request) {
  view_.clear();
  for (std::uint32_t at = 0; at < people_.size(); ++at) {
    const Person& person = people_[at];
    if (request.in.known() && request.in.value() != person.in()) {
      continue;
    }
    if (!request.text.known() || (person.link != kNobody && names(request.text.value(), links_.row(person.link))) ||
        (person.skill != kNobody && names(request.text.value(), skills_.row(person.skill)))) {
      view_.push_back(at);
    }
  }
  return std::ssize(view_);
}

BothRow BothTables::row_of(const Person& person) const {
  BothRow row;
  row.in = person.in();
  if (row.in == InTables::both) {
    row.by = person.by;
  }
  if (person.link != kNobody) {
    row.link = links_.row(person.link);
  }
  if (person.skill != kNobody) {
    row.skill = skills_.row(person.skill);
  }
  return row;
}

std::vector<BothRow> BothTables::rows(std::size_t from, std::size_t count) const {
  std::vector<BothRow> rows;
  for (std::size_t at = from; at < view_.size() && rows.size() < count; ++at) {
    rows.push_back(row_of(people_[view_[at]]));
  }
  return rows;
}

}  // namespace partnercheck
