#include "partnercheck/faults.h"

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
  if (request.action.on.known()) {
    must_have_happened(request.action.on.value(), "/action/on");
  }
  const Person& person = request.facts.person;
  if (person.associations.known()) {
    const auto& links = person.associations.value();
    for (std::size_t i = 0; i < links.size(); ++i) {
      const std::string path = "/facts/person/associations/" + std::to_string(i);
      if (links[i].started.known()) {
        must_have_happened(links[i].started.value(), path + "/started");
      }
      if (links[i].open()) {
        continue;
      }
      const Date ended = *links[i].ended.value();
      must_have_happened(ended, path + "/ended");
      if (links[i].started.known() && ended < links[i].started.value()) {
        faults.push_back(
            fault("date.end_before_start", path + "/ended", {{"value", ended}, {"started", links[i].started.value()}}));
      }
    }
  }
  if (person.account_deleted_on.known() && person.account_deleted_on.value()) {
    must_have_happened(*person.account_deleted_on.value(), "/facts/person/account_deleted_on");
  }
  if (request.facts.sign_in.issued.known()) {
    must_have_happened(request.facts.sign_in.issued.value(), "/facts/sign_in/issued");
  }
  return faults;
}

}  // namespace partnercheck
