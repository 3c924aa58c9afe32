// A table of links, decided without a line of JSON.
#include <partnercheck/roster/link_roster.h>

#include <cstdio>
#include <string>

int main() {
  using namespace partnercheck;
  const Rulebook rulebook = built_in_rulebook();
  RosterRequest request;
  request.today = parse_date("2021-05-20").value();
  request.action.organization = std::string{"Fabrikam"};
  request.actor.relation = Relation::owner;
  PartnerCenterAccount account;
  account.organization = std::string{"Fabrikam"};
  account.kind = AccountKind::work;
  request.facts.person.partner_center_account = std::optional{account};
  request.facts.person.certification_profile.active_certifications = 1;
  request.columns = {.person = 0, .organization = 1, .started = 2, .ended = 3};

  auto roster = LinkRoster::start(rulebook, request, 42);
  if (!roster) {
    std::puts(roster.error().front().code.data());
    return 1;
  }
  roster->feed("MCID,Organization,Started,Ended\n1,Contoso,2021-05-01,\n2,Contoso,20");
  roster->feed("20-01-01,2020-02-01\n3,Contoso,2021-02-30,\n");
  RosterDecisions decided = std::move(*roster).finish();

  const Totals totals = decided.totals();
  const Fault& fault = decided.faults().at(0);
  std::printf("%s %d:%d\n", std::string{fault.code}.c_str(), static_cast<int>(*fault.line),
              static_cast<int>(*fault.column));
  ViewRequest view;
  view.sort = SortBy::until;
  view.descending = true;
  decided.view(view);
  for (const RosterRow& row : decided.rows(0, 10)) {
    std::printf("%s %s %s\n", std::string{row.person}.c_str(), std::string{name_of(row.status)}.c_str(),
                row.until ? format_date(*row.until).c_str() : "");
  }
  const auto compared = decided.compare({.ruleset = "2021-03-11"});
  const bool right = totals.statuses[RosterStatus::deferred] == 1 && totals.statuses[RosterStatus::not_decided] == 1 &&
                     totals.days.front().of == parse_date("2021-05-31").value() && fault.code == "date.impossible" &&
                     decided.rows(0, 1).at(0).person == "1" && compared &&
                     compared->changes.at(0).after == RosterStatus::needs_info;
  return right ? 0 : 1;
}
