#include "roster/src/view.h"

#include <algorithm>
#include <array>

#include "text.h"

namespace partnercheck::roster {

namespace {

int compare_names(std::string_view a, std::string_view b) {
  const auto [left, right] = std::ranges::mismatch(a, b, {}, lower, lower);
  const auto code = [](const auto& at, const auto& end) {
    return at == end ? -1 : static_cast<unsigned char>(lower(*at));
  };
  return code(left, a.end()) - code(right, b.end());
}

}  // namespace

std::vector<std::uint32_t> view_of(const LinkTable& table, const Decisions& decisions, const Decisions* compared,
                                   const ViewRequest& request) {
  const People& people = table.people();
  const auto organization = [&](std::uint32_t i) {
    const std::uint32_t number = people.at(i).linked_to;
    return number == Names::kNone ? std::string_view{} : table.organizations().at(number);
  };
  std::array<bool, kNames<RosterStatus>.size()> wanted;
  wanted.fill(!request.statuses.known());
  if (request.statuses.known()) {
    for (const RosterStatus status : request.statuses.value()) {
      wanted[static_cast<std::size_t>(status)] = true;
    }
  }
  // Not for each person anew.
  std::vector<bool> in_group;
  for (const RosterGroup& group : decisions.groups) {
    in_group.push_back((!request.group.known() || static_cast<std::size_t>(request.group.value()) == in_group.size()) &&
                       (!request.reason.known() || group.reason == request.reason.value()));
  }
  const auto shows = [&](std::uint32_t i) {
    return wanted[static_cast<std::size_t>(decisions.status[i])] && in_group[decisions.group[i]] &&
           (!request.until.known() || decisions.until(i) == number_of(request.until.value())) &&
           (!request.changed.known() || compared == nullptr ||
            request.changed.value() !=
                (decisions.status[i] == compared->status[i] && decisions.earliest[i] == compared->earliest[i] &&
                 decisions.latest[i] == compared->latest[i])) &&
           (!request.text.known() || holds_text(people.name(i), request.text.value()) ||
            holds_text(table.shown_names().at(i), request.text.value()) ||
            holds_text(table.emails().at(i), request.text.value()) ||
            holds_text(organization(i), request.text.value()));
  };
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < people.size(); ++i) {
    if (shows(i)) {
      order.push_back(i);
    }
  }
  const bool descending = request.descending.is(true);
  const auto sort = [&](auto compare) {
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
      const int order_of_two = descending ? compare(b, a) : compare(a, b);
      return order_of_two != 0 ? order_of_two < 0 : a < b;
    });
  };
  const auto by_number = [&](auto key) {
    sort([key](std::uint32_t a, std::uint32_t b) {
      return static_cast<int>(key(a) > key(b)) - static_cast<int>(key(a) < key(b));
    });
  };
  switch (request.sort.known() ? request.sort.value() : SortBy::row) {
    case SortBy::row:
      if (descending) {
        std::ranges::reverse(order);
      }
      break;
    case SortBy::person:
      sort([&](std::uint32_t a, std::uint32_t b) { return compare_names(people.name(a), people.name(b)); });
      break;
    case SortBy::status:
      by_number([&](std::uint32_t i) { return decisions.status[i]; });
      break;
    case SortBy::until:
      by_number([&](std::uint32_t i) { return decisions.until(i); });
      break;
    case SortBy::organization:
      sort([&](std::uint32_t a, std::uint32_t b) { return compare_names(organization(a), organization(b)); });
      break;
    case SortBy::links:
      by_number([&](std::uint32_t i) { return people.at(i).links; });
      break;
  }
  return order;
}

}  // namespace partnercheck::roster
