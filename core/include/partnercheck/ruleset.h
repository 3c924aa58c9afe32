// The rules as documented on a date. Every number that a document states is data (core/rulesets), never code.
#pragma once

#include <array>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "partnercheck/date.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

namespace partnercheck {

// The numbers, days and lists that the rules read. Units stand in kParameters.
enum class Parameter : std::uint8_t {
  association_per_year,
  association_cool_off_days,
  association_year,
  association_window_months,
  reporting_partner_university_hours,
  reporting_assessment_days_min,
  reporting_assessment_days_max,
  reporting_competencies_page_hours,
  skills_report_roles,
  skills_report_leaver_roles,
  skills_report_refresh_day,
  skills_report_old_system_months,
  membership_term_months,
  membership_pmc_last_day,
  membership_add_user_roles,
  membership_password_days,
  learning_option_roles,
  learning_option_mct_min,
  learning_option_upgrade_discount_percent,
  learning_option_silver_gold_last_day,
  learning_option_extension_from,
  learning_option_extension_until,
  learning_option_extension_excluded,
  learning_option_renewal_opens_after_days,
  learning_option_renewal_closes_after_days,
  kpi_refresh_day,
  kpi_window_months,
  kpi_discrepancy_roles,
  kpi_evidence,
  directory_submitted_from_day,
  directory_submitted_until_day,
  directory_visible_by_day,
  directory_designations_min,
};

enum class ParameterType : std::uint8_t { number, date, text, roles, texts };
template <>
inline constexpr auto kNames<ParameterType> =
    std::to_array<std::string_view>({"number", "date", "text", "roles", "texts"});

struct ParameterRow {
  std::string_view name;
  ParameterType type;
  std::string_view unit;      // of a number; of a text, the values it may take, separated by '|'
  std::int64_t least = 0;     // of a number, allowed
  std::int64_t most = 1'000;  // of a number, allowed
};

inline constexpr auto kParameters = std::to_array<ParameterRow>({
    {"association.per_year", ParameterType::number, "associations", 1, 1'000},
    {"association.cool_off_days", ParameterType::number, "days", 0, 3'660},
    {"association.year", ParameterType::text, "calendar|rolling_12_months|both"},
    {"association.window_months", ParameterType::number, "months", 1, 120},
    {"reporting.partner_university_hours", ParameterType::number, "hours", 0, 8'760},
    {"reporting.assessment_days_min", ParameterType::number, "days", 0, 365},
    {"reporting.assessment_days_max", ParameterType::number, "days", 0, 365},
    {"reporting.competencies_page_hours", ParameterType::number, "hours", 0, 8'760},
    {"skills_report.roles", ParameterType::roles, ""},
    {"skills_report.leaver_roles", ParameterType::roles, ""},
    {"skills_report.refresh_day", ParameterType::number, "day of the month", 1, 28},
    {"skills_report.old_system_months", ParameterType::number, "months", 1, 120},
    {"membership.term_months", ParameterType::number, "months", 1, 120},
    {"membership.pmc_last_day", ParameterType::date, ""},
    {"membership.add_user_roles", ParameterType::roles, ""},
    {"membership.password_days", ParameterType::number, "days", 1, 3'660},
    {"learning_option.roles", ParameterType::roles, ""},
    {"learning_option.mct_min", ParameterType::number, "trainers", 0, 1'000},
    {"learning_option.upgrade_discount_percent", ParameterType::number, "percent", 0, 100},
    {"learning_option.silver_gold_last_day", ParameterType::date, ""},
    {"learning_option.extension_from", ParameterType::date, ""},
    {"learning_option.extension_until", ParameterType::date, ""},
    {"learning_option.extension_excluded", ParameterType::texts, ""},
    {"learning_option.renewal_opens_after_days", ParameterType::number, "days", 0, 365},
    {"learning_option.renewal_closes_after_days", ParameterType::number, "days", 0, 365},
    {"kpi.refresh_day", ParameterType::number, "day of the month", 1, 28},
    {"kpi.window_months", ParameterType::number, "months", 1, 120},
    {"kpi.discrepancy_roles", ParameterType::roles, ""},
    {"kpi.evidence", ParameterType::texts, ""},
    {"directory.submitted_from_day", ParameterType::number, "day of the month", 1, 28},
    {"directory.submitted_until_day", ParameterType::number, "day of the month", 1, 28},
    {"directory.visible_by_day", ParameterType::number, "day of the month", 1, 28},
    {"directory.designations_min", ParameterType::number, "designations", 0, 100},
});

// A public document, in the version that was read.
struct Source {
  std::string id;  // e.g. ms-learn-associate/2021-04-27
  std::string document;
  std::string title;
  std::string locale;
  Date handed_off;
  std::string url;
  std::string kind;  // "seed": one of the five documents; "linked": named there for this rule; "beyond": neither

  static constexpr std::string_view kName = "Source";
  static void fields(auto&& visit) {
    visit(text_field("id"), &Source::id);
    visit(text_field("document"), &Source::document);
    visit(text_field("title"), &Source::title);
    visit(text_field("locale"), &Source::locale);
    visit(Field{"handed_off"}, &Source::handed_off);
    visit(text_field("url"), &Source::url);
    visit(text_field("kind"), &Source::kind);
  }
};

// Where to turn to, as the documents name it.
struct SupportRoute {
  std::string id;
  std::string url;
  std::string source;

  static constexpr std::string_view kName = "SupportRoute";
  static void fields(auto&& visit) {
    visit(text_field("id"), &SupportRoute::id);
    visit(text_field("url"), &SupportRoute::url);
    visit(text_field("source"), &SupportRoute::source);
  }
};

// Nothing (std::monostate): documented, but the number is not stated.
using ParameterValue = std::variant<std::monostate, std::int64_t, Date, std::string, std::vector<std::string>>;

// A value as it holds from a day, as read from a document.
struct DatedValue {
  Date from;
  bool withdrawn = false;  // from that day on the documents no longer say it
  ParameterValue value;
  std::string source;  // "<Source::id>#<section>"
  Date verified;       // the day somebody last looked it up in the source
};

class Ruleset {
 public:
  // What holds for one parameter; nothing where the ruleset's documents are silent on it.
  struct Entry {
    ParameterValue value;
    std::string source;
    Date from;
    Date verified;
  };

  std::string id;
  Date as_of;
  bool beyond = false;   // uses documents beyond the five
  std::string based_on;  // of a host's own ruleset; empty for a built-in one
  std::array<std::optional<Entry>, kParameters.size()> parameters;
  std::map<std::string, Entry, std::less<>> rules;  // rule id -> where it is documented; absent: not in force

  // Nothing when the documents are silent, or do not state the number.
  [[nodiscard]] std::optional<std::int64_t> number(Parameter which) const;
  [[nodiscard]] std::optional<Date> date(Parameter which) const;
  // Empty when the documents are silent.
  [[nodiscard]] std::string_view text(Parameter which) const;
  [[nodiscard]] const std::vector<std::string>& list(Parameter which) const;
  // Where the rule is documented; null when it is not part of this ruleset.
  [[nodiscard]] const Entry* rule(std::string_view rule_id) const;

 private:
  [[nodiscard]] const ParameterValue* find(Parameter which) const;
};

// All rulesets a host knows, with the documents they were read from.
class Rulebook {
 public:
  static constexpr std::string_view kDefault = "2021-04-27";

  // Null when there is none of that name. The empty name is the default ruleset.
  [[nodiscard]] const Ruleset* find(std::string_view id) const;

  std::vector<Source> sources;
  std::vector<SupportRoute> support_routes;
  std::map<std::string, std::vector<DatedValue>, std::less<>> parameter_timeline;
  std::map<std::string, std::vector<DatedValue>, std::less<>> rule_timeline;
  std::vector<Ruleset> rulesets;
};

// The documents' rulesets, which the library carries inside it.
[[nodiscard]] Rulebook built_in_rulebook();

}  // namespace partnercheck
