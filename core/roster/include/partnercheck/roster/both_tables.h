// The people of a table of links and of a table of skills, brought together: who may be linked when, and holds what.
//
// Two rows are one person when both give the same number; else when both give the same email address. A number is an
// MCID or any other number of a person, in digits or with letters, whatever its blanks and the zeros in front. What
// several people of one table share is nobody's own, and a name alone brings nobody together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/roster/link_answer.h"
#include "partnercheck/roster/link_roster.h"
#include "partnercheck/roster/skill_answer.h"
#include "partnercheck/roster/skill_roster.h"

namespace partnercheck {

// Which of the tables name somebody.
enum class InTables : std::uint8_t { both, links, skills };
template <>
inline constexpr auto kNames<InTables> = std::to_array<std::string_view>({"both", "links", "skills"});

// What two rows have in common.
enum class BroughtBy : std::uint8_t { number, email };
template <>
inline constexpr auto kNames<BroughtBy> = std::to_array<std::string_view>({"number", "email"});

// People; those with neither a number nor an address of their own can stand in one table only.
struct BothTotals {
  std::int64_t both = 0;
  std::int64_t by_email = 0;  // of them, those whose numbers do not say it
  std::int64_t links = 0;     // in the table of links only
  std::int64_t skills = 0;    // in the table of skills only
  std::int64_t unknown = 0;   // of those in one table only, those with nothing to bring them together by

  static constexpr std::string_view kName = "BothTotals";
  static constexpr auto fields() {
    return std::tuple{
        member("both", &BothTotals::both),       member("by_email", &BothTotals::by_email),
        member("links", &BothTotals::links),     member("skills", &BothTotals::skills),
        member("unknown", &BothTotals::unknown),
    };
  }
};

// What each table says of a person; none of the two where it does not name them.
struct BothRow {
  InTables in = InTables::both;
  std::optional<BroughtBy> by;  // of who stands in both
  std::optional<RosterRow> link;
  std::optional<SkillRow> skill;

  static constexpr std::string_view kName = "BothRow";
  static constexpr auto fields() {
    return std::tuple{
        member("in", &BothRow::in),
        member("by", &BothRow::by),
        member("link", &BothRow::link),
        member("skill", &BothRow::skill),
    };
  }
};

// Whom to list: those in both first, in the order of the links, then those of one table in its order. Unknown: does not
// matter.
struct BothRowsRequest {
  Fact<InTables> in;
  Fact<std::string> text;  // stands in what names the person, in either table

  static constexpr std::string_view kName = "BothRowsRequest";
  static constexpr auto fields() {
    return std::tuple{
        member("in", &BothRowsRequest::in),
        member(text_field("text"), &BothRowsRequest::text),
    };
  }
  friend bool operator==(const BothRowsRequest&, const BothRowsRequest&) = default;
};

class BothTables {
 public:
  // Both outlive it. n log n in the number of people.
  BothTables(const RosterDecisions& links, const HeldSkills& skills);

  [[nodiscard]] BothTotals totals() const { return totals_; }
  // Chooses those whom `rows` gives, nobody before the first call. Returns how many they are.
  std::int64_t view(const BothRowsRequest& request);
  // Rows `from` to `from + count` of the view, fewer or none where it ends.
  [[nodiscard]] std::vector<BothRow> rows(std::size_t from, std::size_t count) const;

 private:
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  // By their places in the two tables.
  struct Person {
    std::uint32_t link = kNobody;
    std::uint32_t skill = kNobody;
    BroughtBy by = BroughtBy::number;

    [[nodiscard]] InTables in() const;
  };

  [[nodiscard]] BothRow row_of(const Person& person) const;

  const RosterDecisions& links_;
  const HeldSkills& skills_;
  std::vector<Person> people_;
  BothTotals totals_;
  std::vector<std::uint32_t> view_;
};

}  // namespace partnercheck
