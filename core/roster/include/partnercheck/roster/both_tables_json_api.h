// BothTables as JSON, of the tables that the two others have read last.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "partnercheck/roster/both_tables.h"
#include "partnercheck/roster/link_roster_json_api.h"
#include "partnercheck/roster/skill_roster_json_api.h"

namespace partnercheck {

class BothTablesJsonApi {
 public:
  // They outlive it. Where one of them has started again since `bring`, all calls fail until the next one.
  BothTablesJsonApi(const LinkRosterJsonApi& links, const SkillRosterJsonApi& skills)
      : links_{links}, skills_{skills} {}

  // Brings both together, which are finished: {"type":"success","totals":{...}}, a BothTotals
  [[nodiscard]] std::string bring();
  // Chooses people (BothRowsRequest): {"type":"success","people":1234}
  [[nodiscard]] std::string view(std::string_view request);
  // Rows `from` to `from + count` of the view: {"type":"success","rows":[...]}, each a BothRow
  [[nodiscard]] std::string rows(std::size_t from, std::size_t count) const;

 private:
  [[nodiscard]] bool is_present() const;

  const LinkRosterJsonApi& links_;
  const SkillRosterJsonApi& skills_;
  std::optional<BothTables> tables_;
  std::uint64_t of_links_ = 0;  // the starts of which these are the tables
  std::uint64_t of_skills_ = 0;
};

}  // namespace partnercheck
