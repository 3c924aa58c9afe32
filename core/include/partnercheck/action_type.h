// What somebody can want to do, and what people come for.
#pragma once

#include <cstdint>
#include <string_view>

#include "partnercheck/names.h"

namespace partnercheck {

// Each has one row, in its subject's file under src/rules, in this order.
enum class ActionType : std::uint8_t {
  link_mcid,
  unlink_mcid,
  connect_partner_university,
  remove_partner_university,
  read_limit_message,
  pass_assessment,
  check_team_status,
  view_competency_status,
  download_skills_report,
  delete_user_account,
  remove_from_skills_report,
  reenroll_membership,
  add_user,
  add_users_from_pmc,
  sign_in_with_temporary_password,
  resend_sign_in,
  verify_sign_in_email,
  stop_using_pmc,
  enroll_learning_action_pack,
  enroll_silver_learning_option,
  enroll_gold_learning_option,
  upgrade_silver_to_gold,
  deliver_training,
  buy_courseware,
  extend_competency,
  submit_business_plan,
  view_kpi,
  publish_invoice,
  renew_learning_option,
  report_kpi_discrepancy,
  count_kpi,
  request_directory_listing,
  get_support,
};
template <>
inline constexpr auto kNames<ActionType> = std::to_array<std::string_view>({
    "link_mcid",
    "unlink_mcid",
    "connect_partner_university",
    "remove_partner_university",
    "read_limit_message",
    "pass_assessment",
    "check_team_status",
    "view_competency_status",
    "download_skills_report",
    "delete_user_account",
    "remove_from_skills_report",
    "reenroll_membership",
    "add_user",
    "add_users_from_pmc",
    "sign_in_with_temporary_password",
    "resend_sign_in",
    "verify_sign_in_email",
    "stop_using_pmc",
    "enroll_learning_action_pack",
    "enroll_silver_learning_option",
    "enroll_gold_learning_option",
    "upgrade_silver_to_gold",
    "deliver_training",
    "buy_courseware",
    "extend_competency",
    "submit_business_plan",
    "view_kpi",
    "publish_invoice",
    "renew_learning_option",
    "report_kpi_discrepancy",
    "count_kpi",
    "request_directory_listing",
    "get_support",
});

// What people come for, in the order in which it is offered. Every action belongs to one.
enum class ActionGroup : std::uint8_t {
  link_profile,
  left,
  visible,
  membership,
  learning_partner,
  kpi,
  who_may,
  support
};
template <>
inline constexpr auto kNames<ActionGroup> = std::to_array<std::string_view>(
    {"link_profile", "left", "visible", "membership", "learning_partner", "kpi", "who_may", "support"});

// What the answer is about: whether somebody may, whether something shows, or what holds on the day.
enum class ActionKind : std::uint8_t { permission, visibility, information };
template <>
inline constexpr auto kNames<ActionKind> = std::to_array<std::string_view>({"permission", "visibility", "information"});

}  // namespace partnercheck
