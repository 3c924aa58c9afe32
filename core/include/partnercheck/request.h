// The question: who wants to do what, on which day, and what is known. Contract: one JSON object of the same shape.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "partnercheck/action_type.h"
#include "partnercheck/date.h"
#include "partnercheck/fact.h"
#include "partnercheck/field.h"
#include "partnercheck/names.h"

namespace partnercheck {

// Who acts: the person whose profile or account it is, an administrator of the organization, or somebody else.
enum class Relation { owner, admin, other };
template <>
inline constexpr auto kNames<Relation> = std::to_array<std::string_view>({"owner", "admin", "other"});

enum class Role {
  global_admin,
  mpn_partner_admin,
  account_admin,
  user_management_admin,
  report_viewer,
  executive_report_viewer,
  guest,
};
template <>
inline constexpr auto kNames<Role> =
    std::to_array<std::string_view>({"global_admin", "mpn_partner_admin", "account_admin", "user_management_admin",
                                     "report_viewer", "executive_report_viewer", "guest"});

enum class AccountKind { work, personal };
template <>
inline constexpr auto kNames<AccountKind> = std::to_array<std::string_view>({"work", "personal"});

enum class Enrolled { none, action_pack, silver, gold };
template <>
inline constexpr auto kNames<Enrolled> = std::to_array<std::string_view>({"none", "action_pack", "silver", "gold"});

enum class Tier { action_pack, silver, gold };
template <>
inline constexpr auto kNames<Tier> = std::to_array<std::string_view>({"action_pack", "silver", "gold"});

enum class Audience { internal, external };
template <>
inline constexpr auto kNames<Audience> = std::to_array<std::string_view>({"internal", "external"});

enum class Evidence { invoice, order_confirmation, partner_report };
template <>
inline constexpr auto kNames<Evidence> =
    std::to_array<std::string_view>({"invoice", "order_confirmation", "partner_report"});

// What does not work.
enum class Problem {
  linking,              // linking or unlinking fails for a technical reason
  limit,                // linking fails although the date in the profile has come
  two_profiles,         // one person has two certification profiles
  sign_in_information,  // it has not arrived
  password,             // it is forgotten
  skills_report,        // it still lists somebody who left
  kpi,                  // KPIs differ or do not show
  directory,            // the organization is not in the Learning Partner directory
  courseware,           // Courseware Marketplace does not open
};
template <>
inline constexpr auto kNames<Problem> =
    std::to_array<std::string_view>({"linking", "limit", "two_profiles", "sign_in_information", "password",
                                     "skills_report", "kpi", "directory", "courseware"});

// The landing page that a directory entry links to.
struct LandingPage {
  Fact<bool> partner_owned;
  Fact<bool> microsoft_specific;
  Fact<bool> only_this_partner;
  Fact<bool> no_competitors;

  static constexpr std::string_view kName = "LandingPage";
  static constexpr auto fields() {
    return std::tuple{
        member("partner_owned", &LandingPage::partner_owned),
        member("microsoft_specific", &LandingPage::microsoft_specific),
        member("only_this_partner", &LandingPage::only_this_partner),
        member("no_competitors", &LandingPage::no_competitors),
    };
  }
  friend bool operator==(const LandingPage&, const LandingPage&) = default;
};

// What somebody wants to do. Which members an action takes is listed in the catalogue; the others stay unknown.
struct Action {
  ActionType type = ActionType::link_mcid;
  Fact<std::string> organization;
  Fact<Date> on;  // the day of an event that has already happened; unknown means today
  Fact<Audience> audience;
  Fact<std::string> competency;
  Fact<Tier> tier;
  Fact<Date> anniversary;
  Fact<std::int64_t> month;
  Fact<std::int64_t> year;
  Fact<std::string> omlp_type;
  Fact<std::int64_t> purchase_unit;
  Fact<std::string> invoice_number;
  Fact<double> kpi_value;
  Fact<double> revenue_value;
  Fact<Evidence> evidence;
  Fact<std::string> name;
  Fact<std::string> country;
  Fact<std::string> url;
  LandingPage page;
  Fact<Problem> problem;

  static constexpr std::string_view kName = "Action";
  static constexpr auto fields() {
    return std::tuple{
        member(required_field("type"), &Action::type),
        member(text_field("organization"), &Action::organization),
        member("on", &Action::on),
        member("audience", &Action::audience),
        member(text_field("competency"), &Action::competency),
        member("tier", &Action::tier),
        member("anniversary", &Action::anniversary),
        member(Field{"month", 1, 12}, &Action::month),
        member(Field{"year", 1990, 2199}, &Action::year),
        member(text_field("omlp_type"), &Action::omlp_type),
        member("purchase_unit", &Action::purchase_unit),
        member(text_field("invoice_number"), &Action::invoice_number),
        member("kpi_value", &Action::kpi_value),
        member("revenue_value", &Action::revenue_value),
        member("evidence", &Action::evidence),
        member(text_field("name"), &Action::name),
        member(text_field("country"), &Action::country),
        member(text_field("url", 2000), &Action::url),
        member(may_be_empty("page"), &Action::page),
        member("problem", &Action::problem),
    };
  }
  friend bool operator==(const Action&, const Action&) = default;
};

struct Actor {
  Fact<Relation> relation;
  Fact<std::vector<Role>> roles;

  static constexpr std::string_view kName = "Actor";
  static constexpr auto fields() {
    return std::tuple{
        member("relation", &Actor::relation),
        member(Field{"roles", 0, 20}, &Actor::roles),
    };
  }
  friend bool operator==(const Actor&, const Actor&) = default;
};

struct PartnerCenterAccount {
  Fact<std::string> organization;
  Fact<AccountKind> kind;

  static constexpr std::string_view kName = "PartnerCenterAccount";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("organization"), &PartnerCenterAccount::organization),
        member("kind", &PartnerCenterAccount::kind),
    };
  }
  friend bool operator==(const PartnerCenterAccount&, const PartnerCenterAccount&) = default;
};

struct CertificationProfile {
  Fact<std::int64_t> active_certifications;
  Fact<bool> mc_id_generated;
  Fact<bool> other_mcid_linked;

  static constexpr std::string_view kName = "CertificationProfile";
  static constexpr auto fields() {
    return std::tuple{
        member(Field{"active_certifications", 0, 1'000}, &CertificationProfile::active_certifications),
        member("mc_id_generated", &CertificationProfile::mc_id_generated),
        member("other_mcid_linked", &CertificationProfile::other_mcid_linked),
    };
  }
  friend bool operator==(const CertificationProfile&, const CertificationProfile&) = default;
};

// One link of the MCID to an organization, on [started, ended). No `ended`, or none: the link still stands.
struct Association {
  Fact<std::string> organization;
  Fact<Date> started;
  Fact<std::optional<Date>> ended;

  [[nodiscard]] bool open() const { return !ended.known() || !ended.value().has_value(); }

  static constexpr std::string_view kName = "Association";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("organization"), &Association::organization),
        member("started", &Association::started),
        member("ended", &Association::ended),
    };
  }
  friend bool operator==(const Association&, const Association&) = default;
};

struct PartnerUniversity {
  Fact<bool> connected;

  static constexpr std::string_view kName = "PartnerUniversity";
  static constexpr auto fields() {
    return std::tuple{
        member("connected", &PartnerUniversity::connected),
    };
  }
  friend bool operator==(const PartnerUniversity&, const PartnerUniversity&) = default;
};

struct Person {
  Fact<std::optional<PartnerCenterAccount>> partner_center_account;  // none: has no account
  CertificationProfile certification_profile;
  Fact<std::vector<Association>> associations;
  Fact<std::optional<Date>> next_association_date;  // the date the profile shows; none: it shows no date
  PartnerUniversity partner_university;
  Fact<std::optional<Date>> left_on;             // none: still works there
  Fact<std::optional<Date>> account_deleted_on;  // none: the account still exists
  Fact<bool> still_in_skills_report;

  static constexpr std::string_view kName = "Person";
  static constexpr auto fields() {
    return std::tuple{
        member("partner_center_account", &Person::partner_center_account),
        member(may_be_empty("certification_profile"), &Person::certification_profile),
        member(Field{"associations", 0, 1'000}, &Person::associations),
        member("next_association_date", &Person::next_association_date),
        member(may_be_empty("partner_university"), &Person::partner_university),
        member("left_on", &Person::left_on),
        member("account_deleted_on", &Person::account_deleted_on),
        member("still_in_skills_report", &Person::still_in_skills_report),
    };
  }
  friend bool operator==(const Person&, const Person&) = default;
};

// The membership in the old system, Partner Membership Center (PMC).
struct Membership {
  Fact<Date> pmc_expires;  // the last day on which the PMC membership holds

  static constexpr std::string_view kName = "Membership";
  static constexpr auto fields() {
    return std::tuple{
        member("pmc_expires", &Membership::pmc_expires),
    };
  }
  friend bool operator==(const Membership&, const Membership&) = default;
};

struct SignIn {
  Fact<Date> issued;
  Fact<bool> signed_in;
  Fact<bool> email_verified;

  static constexpr std::string_view kName = "SignIn";
  static constexpr auto fields() {
    return std::tuple{
        member("issued", &SignIn::issued),
        member("signed_in", &SignIn::signed_in),
        member("email_verified", &SignIn::email_verified),
    };
  }
  friend bool operator==(const SignIn&, const SignIn&) = default;
};

struct ActionPack {
  Fact<bool> purchased;
  Fact<bool> profile_created;

  static constexpr std::string_view kName = "ActionPack";
  static constexpr auto fields() {
    return std::tuple{
        member("purchased", &ActionPack::purchased),
        member("profile_created", &ActionPack::profile_created),
    };
  }
  friend bool operator==(const ActionPack&, const ActionPack&) = default;
};

// The thresholds of the silver and gold learning options stand in no public document: whether they are met is asked.
struct SilverRequirements {
  Fact<bool> competency_requirements_met;
  Fact<bool> mct_requirement_met;
  Fact<bool> exam_requirement_met;
  Fact<bool> performance_commitment;
  Fact<bool> kpi_met;  // looked at on renewal only

  static constexpr std::string_view kName = "SilverRequirements";
  static constexpr auto fields() {
    return std::tuple{
        member("competency_requirements_met", &SilverRequirements::competency_requirements_met),
        member("mct_requirement_met", &SilverRequirements::mct_requirement_met),
        member("exam_requirement_met", &SilverRequirements::exam_requirement_met),
        member("performance_commitment", &SilverRequirements::performance_commitment),
        member("kpi_met", &SilverRequirements::kpi_met),
    };
  }
  friend bool operator==(const SilverRequirements&, const SilverRequirements&) = default;
};

struct GoldRequirements {
  Fact<bool> competency_requirements_met;
  Fact<bool> mct_requirement_met;
  Fact<bool> exam_requirement_met;
  Fact<bool> kpi_met;

  static constexpr std::string_view kName = "GoldRequirements";
  static constexpr auto fields() {
    return std::tuple{
        member("competency_requirements_met", &GoldRequirements::competency_requirements_met),
        member("mct_requirement_met", &GoldRequirements::mct_requirement_met),
        member("exam_requirement_met", &GoldRequirements::exam_requirement_met),
        member("kpi_met", &GoldRequirements::kpi_met),
    };
  }
  friend bool operator==(const GoldRequirements&, const GoldRequirements&) = default;
};

struct Learning {
  Fact<Enrolled> enrolled;
  Fact<std::int64_t> mct_count;
  Fact<std::int64_t> designations;
  ActionPack action_pack;
  SilverRequirements silver;
  GoldRequirements gold;

  static constexpr std::string_view kName = "Learning";
  static constexpr auto fields() {
    return std::tuple{
        member("enrolled", &Learning::enrolled),
        member(Field{"mct_count", 0, 1'000'000}, &Learning::mct_count),
        member(Field{"designations", 0, 100}, &Learning::designations),
        member(may_be_empty("action_pack"), &Learning::action_pack),
        member(may_be_empty("silver"), &Learning::silver),
        member(may_be_empty("gold"), &Learning::gold),
    };
  }
  friend bool operator==(const Learning&, const Learning&) = default;
};

struct Facts {
  Person person;
  Membership membership;
  SignIn sign_in;
  Learning learning;

  static constexpr std::string_view kName = "Facts";
  static constexpr auto fields() {
    return std::tuple{
        member(may_be_empty("person"), &Facts::person),
        member(may_be_empty("membership"), &Facts::membership),
        member(may_be_empty("sign_in"), &Facts::sign_in),
        member(may_be_empty("learning"), &Facts::learning),
    };
  }
  friend bool operator==(const Facts&, const Facts&) = default;
};

struct Request {
  std::string ruleset;  // empty: the default ruleset
  Date today;
  Action action;
  Actor actor;
  Facts facts;

  static constexpr std::string_view kName = "Request";
  static constexpr auto fields() {
    return std::tuple{
        member(text_field("ruleset"), &Request::ruleset),
        member(required_field("today"), &Request::today),
        member(required_field("action"), &Request::action),
        member("actor", &Request::actor),
        member("facts", &Request::facts),
    };
  }
  friend bool operator==(const Request&, const Request&) = default;
};

}  // namespace partnercheck
