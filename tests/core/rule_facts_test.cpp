// A rule reads the facts that it lists and no others: in the requests of the vectors every fact is changed, and what
// the rules then find is looked at.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "json/question.h"
#include "rules/subjects.h"
#include "type.h"
#include "vectors.h"

namespace partnercheck::test {
namespace {

struct FoundFact {
  const Type* type;
  void* fact;
  std::string pointer;  // `*` stands for any index of a list
};

void find_facts(const Type& type, void* object, const std::string& pointer, std::vector<FoundFact>& found) {
  if (type.kind == Kind::fact) {
    found.push_back({&type, object, pointer});
  }
  if (type.kind == Kind::object) {
    for (const MemberOf& member : type.members) {
      find_facts(*member.type, member.in(object), pointer + "/" + std::string{member.field.name}, found);
    }
  } else if (type.inner != nullptr) {
    for (std::size_t i = 0; i < type.size(object); ++i) {
      find_facts(*type.inner, type.at(object, i), type.kind == Kind::list ? pointer + "/*" : pointer, found);
    }
  }
}

// Known or not.
std::vector<FoundFact> facts_of(Request& request) {
  std::vector<FoundFact> found;
  find_facts(kType<Request>, &request, "", found);
  return found;
}

bool is_known(const FoundFact& found) { return found.type->size(found.fact) == 1; }
void forget(const FoundFact& found) { found.type->resize(found.fact, 0); }
void learn(const FoundFact& found) { found.type->resize(found.fact, 1); }

void alter(const FoundFact& found) {
  const Type& type = *found.type->inner;
  void* value = found.type->at(found.fact, 0);
  switch (type.kind) {
    case Kind::boolean:
      *static_cast<bool*>(value) = !*static_cast<bool*>(value);
      break;
    case Kind::integer: {
      auto& number = *static_cast<std::int64_t*>(value);
      number += number > 1 ? -1 : 1;  // stays a month
      break;
    }
    case Kind::number:
      *static_cast<double*>(value) += 1;
      break;
    case Kind::date:
      *static_cast<Date*>(value) += std::chrono::days{400};
      break;
    case Kind::text:
      *static_cast<std::string*>(value) += " else";
      break;
    case Kind::choice:
      type.set(value, (type.get(value) + 1) % type.names.size());
      break;
    case Kind::optional:
    case Kind::list:
      type.resize(value, type.size(value) == 0 ? 1 : 0);
      break;
    default:
      ADD_FAILURE() << "no other value of " << found.pointer;
  }
}

struct Changed {
  std::string fact;
  Request request;
};

// A question makes no sense without what its action requires.
bool may_forget(const Request& request, const FoundFact& found) {
  const Few<FactPath>& required = row_of(request.action.type).required;
  return std::ranges::find(required, found.pointer, &FactPath::pointer) == required.end();
}

Changed changed(const Request& request, std::size_t index, void (*change)(const FoundFact&)) {
  Changed one{.fact = {}, .request = request};
  const FoundFact found = facts_of(one.request)[index];
  change(found);
  one.fact = found.pointer;
  return one;
}

std::vector<Changed> with_one_forgotten(Request request) {
  std::vector<Changed> all;
  const auto facts = facts_of(request);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (is_known(facts[i]) && may_forget(request, facts[i])) {
      all.push_back(changed(request, i, forget));
    }
  }
  return all;
}

std::vector<Changed> with_one_other(Request request) {
  std::vector<Changed> all;
  const auto facts = facts_of(request);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    all.push_back(changed(request, i, is_known(facts[i]) ? alter : learn));
  }
  return all;
}

std::vector<Request> requests_of_vectors() {
  std::vector<Request> requests;
  for (const auto& vector : read_vectors()) {
    auto asked = vector.at("request");
    if (vector.at("expect").contains("errors") || !asked.contains("action")) {
      continue;
    }
    asked.erase("rulesets");  // of a comparison
    auto [request, faults] = partnercheck::json::read<Request>(asked.dump());
    EXPECT_TRUE(faults.empty()) << vector.at("title");
    requests.push_back(std::move(request));
  }
  return requests;
}

using FactsOfRules = std::map<std::string_view, std::set<std::string>>;

void look(const Ruleset& ruleset, const Request& request, const std::vector<Changed>& others, FactsOfRules& read) {
  for (const Rule* rule : rules_of(request.action.type)) {
    const Finding found = rule->find({ruleset, request});
    for (const auto& [fact, other] : others) {
      if (rule->find({ruleset, other}) != found) {
        read[rule->id].insert(fact);
      }
    }
  }
}

TEST(RuleFacts, ThoseListedAreThoseRead) {
  const Rulebook book = built_in_rulebook();
  FactsOfRules read;
  for (const Request& request : requests_of_vectors()) {
    const Ruleset& ruleset = *book.find(request.ruleset);
    const auto less = with_one_forgotten(request);
    look(ruleset, request, less, read);
    look(ruleset, request, with_one_other(request), read);
    // Some facts matter only where another one is not known.
    for (const auto& [fact, one] : less) {
      look(ruleset, one, with_one_forgotten(one), read);
    }
  }
  for (const Subject* subject : subjects()) {
    for (const Rule& rule : subject->rules) {
      std::set<std::string> listed;
      for (const FactPath& fact : rule.facts) {
        listed.emplace(fact.pointer);
      }
      EXPECT_EQ(listed, read[rule.id]) << rule.id;
    }
  }
}

}  // namespace
}  // namespace partnercheck::test
