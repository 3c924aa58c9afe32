// Some of the people, in some order: what a table on a screen shows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "roster/src/link_roster.h"

namespace partnercheck::roster {

enum class SortBy { row, person, status, until, organization, links };

// Unknown: does not matter.
struct ViewRequest {
  Fact<std::vector<std::string>> statuses;  // names of Status, or not_decided
  Fact<std::string> reason;                 // the message of a finding
  Fact<std::string> text;                   // stands in the person's name or in that of the organization
  Fact<Date> until;
  Fact<bool> changed;  // decided otherwise by the ruleset compared with
  Fact<SortBy> sort;   // unknown: as the rows stand
  Fact<bool> descending;

  static constexpr std::string_view kName = "ViewRequest";
  static void fields(auto&& visit);
};

// The numbers of the people shown, in order. ASCII letters match and sort whatever their case. `compared` is null
// unless a second ruleset was asked.
[[nodiscard]] std::vector<std::uint32_t> view_of(const LinkRoster& roster, const Decisions& decisions,
                                                 const Decisions* compared, const ViewRequest& request);

[[nodiscard]] std::string_view outcome_name(std::uint8_t status);

}  // namespace partnercheck::roster

template <>
inline constexpr auto partnercheck::kNames<partnercheck::roster::SortBy> =
    std::to_array<std::string_view>({"row", "person", "status", "until", "organization", "links"});

void partnercheck::roster::ViewRequest::fields(auto&& visit) {
  visit(Field{"statuses", 0, 10}, &ViewRequest::statuses);
  visit(text_field("reason"), &ViewRequest::reason);
  visit(text_field("text"), &ViewRequest::text);
  visit(Field{"until"}, &ViewRequest::until);
  visit(Field{"changed"}, &ViewRequest::changed);
  visit(Field{"sort"}, &ViewRequest::sort);
  visit(Field{"descending"}, &ViewRequest::descending);
}
