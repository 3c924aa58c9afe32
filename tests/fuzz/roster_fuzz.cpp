// Whatever the bytes of a table, it is read to its end, every answer is JSON, and chunks of another size give the same,
// as do two parts, unless they are refused.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "grammar.h"
#include "partnercheck/json_api.h"
#include "partnercheck/roster/both_tables_json_api.h"
#include "partnercheck/roster/link_roster_json_api.h"
#include "partnercheck/roster/skill_roster_json_api.h"
#include "partnercheck/roster/sniffer_json_api.h"

using partnercheck::LinkRosterJsonApi;

namespace {

constexpr std::string_view kLinks =
    R"({"today":"2021-05-20","action":{"type":"link_mcid","organization":"Contoso"},"actor":{"relation":"owner"},
    "facts":{"person":{"certification_profile":{"active_certifications":1}}},
    "columns":{"person":0,"organization":1,"started":2,"ended":3,"next_association_date":4,"active_certifications":5,
    "account_organization":6,"account_kind":7}})";
constexpr std::string_view kSkills =
    R"({"today":"2021-05-20","moved_on":"2021-01-15","columns":{"person":0,"skill":1,"expires":2,"pmc":3,"pc":4}})";

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

std::string success(std::string answer) {
  const auto read = nlohmann::json::parse(answer, nullptr, false);
  require(read.is_object() && read["type"] == "success");
  return answer;
}

std::string sniffed(std::string_view table, std::size_t chunk) {
  partnercheck::SnifferJsonApi sniffer;
  success(sniffer.start("{}"));
  for (std::size_t at = 0; at < table.size(); at += chunk) {
    const auto part = table.substr(at, chunk);
    std::ranges::copy(part, sniffer.prepare(part.size()));
    sniffer.commit(part.size());
  }
  return success(sniffer.finish(true));
}

void feed(auto& door, std::string_view table, std::size_t chunk) {
  for (std::size_t at = 0; at < table.size(); at += chunk) {
    const auto part = table.substr(at, chunk);
    std::ranges::copy(part, door.prepare(part.size()));
    door.commit(part.size());
  }
}

std::string finished(auto& door) {
  std::string all = success(door.finish());
  all += success(door.view(R"({"text":"a"})"));
  return all + success(door.rows(0, 100));
}

std::string answers(auto& door, std::string_view request, std::string_view table, std::size_t chunk) {
  success(door.start(request));
  feed(door, table, chunk);
  return finished(door);
}

// Nothing when it cannot be read so.
std::string answers_in_parts(LinkRosterJsonApi& first, LinkRosterJsonApi& other, std::string_view table) {
  const std::size_t border = table.find('\n', table.size() / 2) + 1;
  success(first.start(kLinks));
  success(other.start(kLinks));
  if (border == 0 || !other.begin_part(table.substr(0, border))) {
    return {};
  }
  feed(first, table.substr(0, border), table.size());
  feed(other, table.substr(border), table.size());
  return first.join(other.part(true).value_or(std::string{table})) ? finished(first) : std::string{};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const partnercheck::JsonApi kRules;
  const std::string_view table{reinterpret_cast<const char*>(data), size};
  const std::size_t chunk = size == 0 ? 1 : 1 + data[0] % 32;
  require(sniffed(table, chunk) == sniffed(table, size + 1));
  LinkRosterJsonApi links{kRules.rulebook(), 1};
  LinkRosterJsonApi other{kRules.rulebook(), 2};
  const std::string joined = answers_in_parts(links, other, table);
  require(joined.empty() || joined == answers(links, kLinks, table, size + 1));
  require(answers(links, kLinks, table, chunk) == answers(links, kLinks, table, size + 1));
  partnercheck::SkillRosterJsonApi skills{kRules.rulebook(), 1};
  require(answers(skills, kSkills, table, chunk) == answers(skills, kSkills, table, size + 1));
  partnercheck::BothTablesJsonApi both{links, skills};
  success(both.bring());
  success(both.view("{}"));
  success(both.rows(0, 100));
  return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t most,
                                               unsigned int seed) {
  partnercheck::fuzz::Random random{seed};
  return partnercheck::fuzz::change_table(data, size, most, random);
}
