#include "partnercheck/faults.h"

#include <algorithm>

#include "fact_handle.h"
#include "text.h"

namespace partnercheck {

Fault fault(std::string_view code, std::string path, NamedValues details) {
  const std::string key{code};
  return {code, std::move(path), "error." + key, "error." + key + ".help", std::move(details), {}, {}};
}

namespace {

// A link that is said to be open, and another one to another organization.
void find_two_open_links(const Person& person, std::vector<Fault>& faults) {
  if (!person.associations.known()) {
    return;
  }
  const auto& links = person.associations.value();
  const auto is_open = [](const Association& link) {
    return link.ended.known() && !link.ended.value() && link.organization.known();
  };
  const auto first = std::ranges::find_if(links, is_open);
  const auto second = std::find_if(first, links.end(), [&](const Association& link) {
    return is_open(link) && !same_name(link.organization.value(), first->organization.value());
  });
  if (second != links.end()) {
    faults.push_back(fault("facts.contradict_open_links",
                           kFact<&Association::ended>.at(static_cast<std::size_t>(second - links.begin())).text(),
                           {{"first", first->organization.value()}, {"second", second->organization.value()}}));
  }
}

}  // namespace

std::vector<Fault> find_contradictions(const Request& request) {
  std::vector<Fault> faults;
  const auto must_have_happened = [&](Date day, FactPointer where) {
    if (day > request.today) {
      faults.push_back(fault("date.after_today", where.text(), {{"value", day}, {"today", request.today}}));
    }
  };
  const auto must_have_happened_if_known = [&](const FactHandle<Date>& handle) {
    if (const auto& day = handle.in(request); day.known()) {
      must_have_happened(day.value(), {handle.pointer});
    }
  };
  must_have_happened_if_known(kFact<&Action::on>);
  const Person& person = request.facts.person;
  if (person.associations.known()) {
    const auto& links = person.associations.value();
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (!links[i].started.known() && !links[i].ended.known()) {
        faults.push_back(fault("link.no_day", kFact<&Association::started>.at(i).text()));
      }
      if (links[i].started.known()) {
        must_have_happened(links[i].started.value(), kFact<&Association::started>.at(i));
      }
      if (links[i].open()) {
        continue;
      }
      const Date ended = *links[i].ended.value();
      const FactPointer where = kFact<&Association::ended>.at(i);
      must_have_happened(ended, where);
      if (links[i].started.known() && ended < links[i].started.value()) {
        faults.push_back(
            fault("date.end_before_start", where.text(), {{"value", ended}, {"started", links[i].started.value()}}));
      }
    }
  }
  find_two_open_links(person, faults);
  if (person.account_deleted_on.known() && person.account_deleted_on.value()) {
    must_have_happened(*person.account_deleted_on.value(), {kFact<&Person::account_deleted_on>.pointer});
  }
  must_have_happened_if_known(kFact<&SignIn::issued>);
  return faults;
}

}  // namespace partnercheck
