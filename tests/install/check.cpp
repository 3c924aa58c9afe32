// A question, its answer looked at.
#include <partnercheck/json_api.h>

#include <cstdio>

int main() {
  const partnercheck::JsonApi door;
  const std::string answer = door.check(R"({
    "today": "2021-05-20",
    "action": { "type": "link_mcid", "organization": "Fabrikam" },
    "actor": { "relation": "owner" },
    "facts": { "person": {
      "partner_center_account": { "organization": "Fabrikam", "kind": "work" },
      "certification_profile": { "active_certifications": 1 },
      "associations": [ { "organization": "Contoso", "started": "2021-05-01" } ] } }
  })");
  std::puts(answer.c_str());
  return answer.find(R"("status":"deferred","until":"2021-05-31")") == std::string::npos ? 1 : 0;
}
