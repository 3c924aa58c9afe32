#include "requests.h"

#include <initializer_list>

namespace partnercheck::test {

namespace {

using Make = std::string (*)(std::size_t);

std::string list(std::size_t size, auto&& element) {
  std::string text = "[";
  for (std::size_t i = 0; i < size; ++i) {
    text += (i == 0 ? "" : ",") + element(i);
  }
  return text + "]";
}
std::string number(std::size_t i) { return std::to_string(i); }
std::string name(std::size_t i) { return "\"o" + number(i) + "\""; }
std::string day(std::size_t i) {
  const std::string text = number(i % 28 + 1);
  return "\"2021-0" + number(i / 28 % 4 + 1) + (text.size() == 1 ? "-0" : "-") + text + "\"";
}

std::string question(std::string_view action, std::string_view actor, std::string_view facts) {
  return R"({"today":"2021-05-20","rulesets":["2021-04-27","2018-08-31"],"action":)" + std::string{action} +
         R"(,"actor":)" + std::string{actor} + R"(,"facts":)" + std::string{facts} + "}";
}
// Of one ruleset: the call that compares takes two.
std::string of_one(std::string text) {
  constexpr std::string_view kRulesets = R"("rulesets":["2021-04-27","2018-08-31"],)";
  return text.erase(text.find(kRulesets), kRulesets.size());
}

std::string person_with(const std::string& links) { return R"({"person":{"associations":)" + links + "}}"; }
std::string link_with(const std::string& links) {
  return question(R"({"type":"link_mcid","organization":"F"})", "{}", person_with(links));
}
std::string unlink_with(const std::string& links) {
  return question(
      R"({"type":"unlink_mcid"})", R"({"relation":"owner"})",
      R"({"person":{"partner_center_account":{"organization":"o1","kind":"work"},"associations":)" + links + "}}");
}

// Histories: every start unknown, with one end or with many; open; to as many organizations; all days known.
std::string ended(std::size_t size) {
  return list(size, [](std::size_t) { return std::string{R"({"ended":"2021-05-20"})"}; });
}
std::string ended_apart(std::size_t size) {
  return list(size, [](std::size_t i) { return R"({"ended":)" + day(i) + "}"; });
}
std::string open(std::size_t size) {
  return list(size, [](std::size_t) { return std::string{R"({"ended":null})"}; });
}
std::string named(std::size_t size) {
  return list(size, [](std::size_t i) { return R"({"started":)" + day(i) + R"(,"organization":)" + name(i) + "}"; });
}
std::string known(std::size_t size) {
  return list(size, [](std::size_t i) { return R"({"started":)" + day(i) + R"(,"ended":"2021-05-20"})"; });
}
// What is wrong, as often as can be.
std::string wrong_days(std::size_t size) {
  return list(size, [](std::size_t) { return std::string{R"({"started":"2021-02-30"})"}; });
}
std::string contradictions(std::size_t size) {
  return list(size, [](std::size_t) { return std::string{R"({"started":"2021-05-20","ended":"2021-05-19"})"}; });
}
std::string unknown_keys(std::size_t size) {
  return list(size, [](std::size_t) { return std::string{R"({"a":1,"b":1,"c":1})"}; });
}
// As many members as one object may have, in each.
std::string crowded(std::size_t size) {
  std::string members;
  for (std::size_t i = 0; i < 200; ++i) {
    members += (i == 0 ? "\"" : ",\"") + number(i) + "\":1";
  }
  return list(size, [&](std::size_t) { return "{" + members + "}"; });
}
std::string blanks(std::size_t size) { return "[" + std::string(size, ' ') + "]"; }

template <Make kLinks>
std::string link(std::size_t size) {
  return of_one(link_with(kLinks(size)));
}
template <Make kLinks>
std::string unlink(std::size_t size) {
  return of_one(unlink_with(kLinks(size)));
}
template <Make kLinks>
std::string compare_link(std::size_t size) {
  return link_with(kLinks(size));
}
// Barred as often as can be, so that every way out is tried.
template <Make kLinks>
std::string barred(std::size_t size) {
  return of_one(
      question(R"({"type":"link_mcid","organization":"F"})", R"({"relation":"admin"})",
               R"({"person":{"partner_center_account":{"organization":"G","kind":"personal"},"certification_profile":)"
               R"({"active_certifications":0,"mc_id_generated":false,"other_mcid_linked":true},"associations":)" +
                   kLinks(size) + "}}"));
}
std::string discrepancy(std::size_t size) {
  return of_one(question(R"({"type":"report_kpi_discrepancy","evidence":"order_confirmation"})",
                         R"({"roles":["guest"]})", person_with(known(size))));
}

std::string goal(std::string_view goal, std::string_view facts) {
  return R"({"today":"2021-05-20","actor":{"relation":"owner"},"goal":)" + std::string{goal} + R"(,"facts":)" +
         std::string{facts} + "}";
}
template <Make kLinks>
std::string plan_for(std::size_t size) {
  return goal(R"({"type":"link_to_organizations","organizations":)" + list(50, name) + "}", person_with(kLinks(size)));
}
std::string plan_organizations(std::size_t size) {
  return goal(R"({"type":"link_to_organizations","organizations":)" + list(size, name) + "}", person_with(ended(20)));
}
template <Make kLinks>
std::string plan_leave(std::size_t size) {
  return goal(R"({"type":"leave"})", person_with(kLinks(size)));
}
// Ten people with so many links each.
template <Make kLinks>
std::string plan_ten(std::size_t size) {
  const std::string person = R"({"person":{"associations":)" + kLinks(size) + "}}";
  return goal(
      R"({"type":"link_everybody","organization":"F","people":)" + list(10, [&](std::size_t) { return person; }) + "}",
      "{}");
}
// So many people with a few links each.
std::string plan_people(std::size_t size) {
  const std::string person = R"({"person":{"associations":)" + ended_apart(4) + "}}";
  return goal(R"({"type":"link_everybody","organization":"F","people":)" +
                  list(size, [&](std::size_t) { return person; }) + "}",
              "{}");
}
std::string plan_roles(std::size_t size) { return goal(R"({"type":"use_roles"})", person_with(known(size))); }

std::string month_words(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < 60; ++i) {
    text += "no ";
  }
  return R"({"text":")" + text + R"(","month_words":)" +
         list(size, [](std::size_t i) { return R"({"word":"n)" + number(i) + R"(","month":1})"; }) + "}";
}
std::string colons(std::size_t size) {
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += " 1:";
  }
  return R"({"text":")" + text + R"(x"})";
}

struct Shape {
  std::string_view name;
  Make make;
  std::size_t most;
};
void add(std::vector<Growing>& all, std::string (JsonApi::*call)(std::string_view) const,
         std::initializer_list<Shape> shapes) {
  for (const Shape& shape : shapes) {
    all.push_back({shape.name, call, shape.make, shape.most});
  }
}

}  // namespace

const std::vector<Growing>& growing_questions() {
  static constexpr std::size_t kLinks = 1'000;
  static const std::vector<Growing> kQuestions = [] {
    std::vector<Growing> all{
        {"blanks", &JsonApi::check, link<blanks>, 200'000},
        {"crowded", &JsonApi::check, link<crowded>, 150},
        {"wrong days", &JsonApi::check, link<wrong_days>, kLinks},
        {"contradictions", &JsonApi::check, link<contradictions>, kLinks},
        {"unknown keys", &JsonApi::check, link<unknown_keys>, kLinks},
        {"wrong days", &JsonApi::plan, plan_ten<wrong_days>, 600},
        {"linked in as many places", &JsonApi::check, unlink<named>, kLinks},
        {"linked in as many places", &JsonApi::preview, unlink<named>, kLinks},
        {"linked in as many places", &JsonApi::ask, unlink<named>, kLinks},
        {"barred", &JsonApi::preview, barred<named>, kLinks},
        {"barred", &JsonApi::preview, barred<known>, kLinks},
        {"many ways out", &JsonApi::preview, discrepancy, kLinks},
        {"organizations", &JsonApi::plan, plan_organizations, 50},
        {"people", &JsonApi::plan, plan_people, kLinks},
        {"roles", &JsonApi::plan, plan_roles, kLinks},
        {"month words", &JsonApi::read_date, month_words, 500},
        {"colons", &JsonApi::read_date, colons, 60},
    };
    const std::initializer_list<Shape> histories{{"ended", link<ended>, kLinks},
                                                 {"ended apart", link<ended_apart>, kLinks},
                                                 {"open", link<open>, kLinks},
                                                 {"named", link<named>, kLinks},
                                                 {"known", link<known>, kLinks}};
    for (const auto call : {&JsonApi::check, &JsonApi::decide, &JsonApi::preview, &JsonApi::ask}) {
      add(all, call, histories);
    }
    add(all, &JsonApi::compare, {{"ended", compare_link<ended>, kLinks}, {"named", compare_link<named>, kLinks}});
    add(all, &JsonApi::plan,
        {{"ten, ended", plan_ten<ended>, kLinks},
         {"ten, open", plan_ten<open>, kLinks},
         {"ten, named", plan_ten<named>, 500},
         {"one after the other, ended", plan_for<ended>, kLinks},
         {"one after the other, named", plan_for<named>, kLinks},
         {"leave, named", plan_leave<named>, kLinks}});
    return all;
  }();
  return kQuestions;
}

}  // namespace partnercheck::test
