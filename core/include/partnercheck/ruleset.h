// The rules as documented on a date. Every number that a document states is data (core/rulesets), never code.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "partnercheck/action_type.h"
#include "partnercheck/date.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"
#include "partnercheck/value.h"

namespace partnercheck {

// The numbers, days and lists that the rules read. Each has a row in kParameters.
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

// Of a number.
enum class Unit : std::uint8_t {
  none,
  associations,
  days,
  months,
  hours,
  day_of_the_month,
  trainers,
  percent,
  designations,
};
template <>
inline constexpr auto kNames<Unit> = std::to_array<std::string_view>(
    {"", "associations", "days", "months", "hours", "day of the month", "trainers", "percent", "designations"});

// How "each year" is read.
enum class AssociationYear : std::uint8_t { calendar, rolling_12_months, both };
template <>
inline constexpr auto kNames<AssociationYear> =
    std::to_array<std::string_view>({"calendar", "rolling_12_months", "both"});

struct ParameterRow {
  Parameter parameter;
  std::string_view name;
  ParameterType type;
  Unit unit = Unit::none;                          // of a number
  std::int64_t least = 0;                          // of a number, allowed
  std::int64_t most = 1'000;                       // of a number, allowed
  std::span<const std::string_view> allowed = {};  // of a text: the values it may take
};

inline constexpr auto kParameters = std::to_array<ParameterRow>({
    {.parameter = Parameter::association_per_year,
     .name = "association.per_year",
     .type = ParameterType::number,
     .unit = Unit::associations,
     .least = 1,
     .most = 1'000},
    {.parameter = Parameter::association_cool_off_days,
     .name = "association.cool_off_days",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 0,
     .most = 3'660},
    {.parameter = Parameter::association_year,
     .name = "association.year",
     .type = ParameterType::text,
     .allowed = kNames<AssociationYear>},
    {.parameter = Parameter::association_window_months,
     .name = "association.window_months",
     .type = ParameterType::number,
     .unit = Unit::months,
     .least = 1,
     .most = 120},
    {.parameter = Parameter::reporting_partner_university_hours,
     .name = "reporting.partner_university_hours",
     .type = ParameterType::number,
     .unit = Unit::hours,
     .least = 0,
     .most = 8'760},
    {.parameter = Parameter::reporting_assessment_days_min,
     .name = "reporting.assessment_days_min",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 0,
     .most = 365},
    {.parameter = Parameter::reporting_assessment_days_max,
     .name = "reporting.assessment_days_max",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 0,
     .most = 365},
    {.parameter = Parameter::reporting_competencies_page_hours,
     .name = "reporting.competencies_page_hours",
     .type = ParameterType::number,
     .unit = Unit::hours,
     .least = 0,
     .most = 8'760},
    {.parameter = Parameter::skills_report_roles, .name = "skills_report.roles", .type = ParameterType::roles},
    {.parameter = Parameter::skills_report_leaver_roles,
     .name = "skills_report.leaver_roles",
     .type = ParameterType::roles},
    {.parameter = Parameter::skills_report_refresh_day,
     .name = "skills_report.refresh_day",
     .type = ParameterType::number,
     .unit = Unit::day_of_the_month,
     .least = 1,
     .most = 28},
    {.parameter = Parameter::skills_report_old_system_months,
     .name = "skills_report.old_system_months",
     .type = ParameterType::number,
     .unit = Unit::months,
     .least = 1,
     .most = 120},
    {.parameter = Parameter::membership_term_months,
     .name = "membership.term_months",
     .type = ParameterType::number,
     .unit = Unit::months,
     .least = 1,
     .most = 120},
    {.parameter = Parameter::membership_pmc_last_day, .name = "membership.pmc_last_day", .type = ParameterType::date},
    {.parameter = Parameter::membership_add_user_roles,
     .name = "membership.add_user_roles",
     .type = ParameterType::roles},
    {.parameter = Parameter::membership_password_days,
     .name = "membership.password_days",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 1,
     .most = 3'660},
    {.parameter = Parameter::learning_option_roles, .name = "learning_option.roles", .type = ParameterType::roles},
    {.parameter = Parameter::learning_option_mct_min,
     .name = "learning_option.mct_min",
     .type = ParameterType::number,
     .unit = Unit::trainers,
     .least = 0,
     .most = 1'000},
    {.parameter = Parameter::learning_option_upgrade_discount_percent,
     .name = "learning_option.upgrade_discount_percent",
     .type = ParameterType::number,
     .unit = Unit::percent,
     .least = 0,
     .most = 100},
    {.parameter = Parameter::learning_option_silver_gold_last_day,
     .name = "learning_option.silver_gold_last_day",
     .type = ParameterType::date},
    {.parameter = Parameter::learning_option_extension_from,
     .name = "learning_option.extension_from",
     .type = ParameterType::date},
    {.parameter = Parameter::learning_option_extension_until,
     .name = "learning_option.extension_until",
     .type = ParameterType::date},
    {.parameter = Parameter::learning_option_extension_excluded,
     .name = "learning_option.extension_excluded",
     .type = ParameterType::texts},
    {.parameter = Parameter::learning_option_renewal_opens_after_days,
     .name = "learning_option.renewal_opens_after_days",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 0,
     .most = 365},
    {.parameter = Parameter::learning_option_renewal_closes_after_days,
     .name = "learning_option.renewal_closes_after_days",
     .type = ParameterType::number,
     .unit = Unit::days,
     .least = 0,
     .most = 365},
    {.parameter = Parameter::kpi_refresh_day,
     .name = "kpi.refresh_day",
     .type = ParameterType::number,
     .unit = Unit::day_of_the_month,
     .least = 1,
     .most = 28},
    {.parameter = Parameter::kpi_window_months,
     .name = "kpi.window_months",
     .type = ParameterType::number,
     .unit = Unit::months,
     .least = 1,
     .most = 120},
    {.parameter = Parameter::kpi_discrepancy_roles, .name = "kpi.discrepancy_roles", .type = ParameterType::roles},
    {.parameter = Parameter::kpi_evidence, .name = "kpi.evidence", .type = ParameterType::texts},
    {.parameter = Parameter::directory_submitted_from_day,
     .name = "directory.submitted_from_day",
     .type = ParameterType::number,
     .unit = Unit::day_of_the_month,
     .least = 1,
     .most = 28},
    {.parameter = Parameter::directory_submitted_until_day,
     .name = "directory.submitted_until_day",
     .type = ParameterType::number,
     .unit = Unit::day_of_the_month,
     .least = 1,
     .most = 28},
    {.parameter = Parameter::directory_visible_by_day,
     .name = "directory.visible_by_day",
     .type = ParameterType::number,
     .unit = Unit::day_of_the_month,
     .least = 1,
     .most = 28},
    {.parameter = Parameter::directory_designations_min,
     .name = "directory.designations_min",
     .type = ParameterType::number,
     .unit = Unit::designations,
     .least = 0,
     .most = 100},
});

constexpr const ParameterRow& row_of(Parameter parameter) { return kParameters[std::to_underlying(parameter)]; }

// A row for each, in the same order.
static_assert(kParameters.size() == std::to_underlying(Parameter::directory_designations_min) + 1);
static_assert(std::ranges::all_of(kParameters, [](const ParameterRow& row) { return &row == &row_of(row.parameter); }));

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
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("id"), &Source::id),       member(text_field("document"), &Source::document),
        member(text_field("title"), &Source::title), member(text_field("locale"), &Source::locale),
        member("handed_off", &Source::handed_off),   member(text_field("url"), &Source::url),
        member(text_field("kind"), &Source::kind),
    };
  }
};

// Where to turn to, as the documents name it.
struct SupportRoute {
  std::string id;
  std::string url;
  std::string source;

  static constexpr std::string_view kName = "SupportRoute";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("id"), &SupportRoute::id),
        member(text_field("url"), &SupportRoute::url),
        member(text_field("source"), &SupportRoute::source),
    };
  }
};

// A page that a document sends its readers to, and the actions it helps with.
struct FurtherReading {
  std::string id;
  std::string url;
  std::string source;
  std::vector<ActionType> actions;

  static constexpr std::string_view kName = "FurtherReading";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("id"), &FurtherReading::id),
        member(text_field("url"), &FurtherReading::url),
        member(text_field("source"), &FurtherReading::source),
        member("actions", &FurtherReading::actions),
    };
  }
};

// Nothing: documented, but the number is not stated.
using ParameterValue = std::optional<Value>;

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

    static constexpr std::string_view kName = "ParameterEntry";
    static constexpr auto fields() {
      return std::tuple{
          member(or_null("value"), &Entry::value),
          member("source", &Entry::source),
          member("from", &Entry::from),
          member("verified", &Entry::verified),
      };
    }
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  // Any order finds an id: lengths differ mostly, and are compared faster than letters.
  struct ByLength {
    using is_transparent = void;
    bool operator()(std::string_view a, std::string_view b) const {
      return a.size() != b.size() ? a.size() < b.size() : a < b;
    }
  };

  std::string id;
  Date as_of;
  bool beyond = false;   // uses documents beyond the five
  std::string based_on;  // of a host's own ruleset; empty for a built-in one
  std::array<std::optional<Entry>, kParameters.size()> parameters;
  std::map<std::string, Entry, ByLength> rules;  // rule id -> where it is documented; absent: not in force

  // Nothing when the documents are silent on it.
  [[nodiscard]] const std::optional<Entry>& entry(Parameter which) const {
    return parameters[std::to_underlying(which)];
  }
  // Nothing when the documents are silent, or do not state the number.
  [[nodiscard]] std::optional<std::int64_t> number(Parameter which) const;
  [[nodiscard]] std::optional<Date> date(Parameter which) const;
  // Empty when the documents are silent.
  [[nodiscard]] std::string_view text(Parameter which) const;
  [[nodiscard]] const std::vector<std::string>& list(Parameter which) const;
  // Where the rule is documented; null when it is not part of this ruleset.
  [[nodiscard]] const Entry* rule(std::string_view rule_id) const;

 private:
  [[nodiscard]] const Value* find(Parameter which) const;
};

// All rulesets a host knows, with the documents they were read from.
class Rulebook {
 public:
  static constexpr std::string_view kDefault = "2021-04-27";

  // Null when there is none of that name. The empty name is the default ruleset.
  [[nodiscard]] const Ruleset* find(std::string_view id) const;

  std::vector<Source> sources;
  std::vector<SupportRoute> support_routes;
  std::vector<FurtherReading> further_reading;
  std::map<std::string, std::vector<DatedValue>, std::less<>> parameter_timeline;
  std::map<std::string, std::vector<DatedValue>, std::less<>> rule_timeline;
  std::vector<Ruleset> rulesets;
};

// The documents' rulesets, which the library carries inside it.
[[nodiscard]] Rulebook built_in_rulebook();

}  // namespace partnercheck
