#include "partnercheck/faults.h"

#include "fact_handle.h"

namespace partnercheck {

Fault fault(std::string_view code, std::string path, NamedValues details) {
  const std::string key{code};
  return {code, std::move(path), "error." + key, "error." + key + ".help", std::move(details), {}, {}};
}

std::vector<Fault> find_contradictions(const Request& request) {
  std::vector<Fault> faults;
  const auto must_have_happened = [&](Date day, std::string path) {
    if (day > request.today) {
      faults.push_back(fault("date.after_today", std::move(path), {{"value", day}, {"today", request.today}}));
    }
  };
  const auto must_have_happened_if_known = [&](const FactHandle<Date>& handle) {
    if (const auto& day = handle.in(request); day.known()) {
      must_have_happened(day.value(), std::string{handle.pointer});
    }
  };
  must_have_happened_if_known(kFact<&Action::on>);
  const Person& person = request.facts.person;
  if (person.associations.known()) {
    const auto& links = person.associations.value();
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (links[i].started.known()) {
        must_have_happened(links[i].started.value(), kFact<&Association::started>.at(i));
      }
      if (links[i].open()) {
        continue;
      }
      const Date ended = *links[i].ended.value();
      const std::string path = kFact<&Association::ended>.at(i);
      must_have_happened(ended, path);
      if (links[i].started.known() && ended < links[i].started.value()) {
        faults.push_back(
            fault("date.end_before_start", path, {{"value", ended}, {"started", links[i].started.value()}}));
      }
    }
  }
  if (person.account_deleted_on.known() && person.account_deleted_on.value()) {
    must_have_happened(*person.account_deleted_on.value(), std::string{kFact<&Person::account_deleted_on>.pointer});
  }
  must_have_happened_if_known(kFact<&SignIn::issued>);
  return faults;
}

}  // namespace partnercheck
