// The names that more than one place speaks of; a key that only one place gives stands there.
#pragma once

#include <string_view>

namespace partnercheck {

namespace dates {
inline constexpr std::string_view kEnds = "ends";
inline constexpr std::string_view kGoneFromReportBy = "gone_from_report_by";
inline constexpr std::string_view kLeavesOn = "leaves_on";
inline constexpr std::string_view kLinkAgainFrom = "link_again_from";
inline constexpr std::string_view kNextAssociation = "next_association";
inline constexpr std::string_view kNextAssociationEarliest = "next_association_earliest";
inline constexpr std::string_view kOverlapFrom = "overlap_from";
inline constexpr std::string_view kOverlapUntil = "overlap_until";
inline constexpr std::string_view kPasswordExpires = "password_expires";
inline constexpr std::string_view kPublishedOn = "published_on";
inline constexpr std::string_view kRenewalFrom = "renewal_from";
inline constexpr std::string_view kRenewalUntil = "renewal_until";
inline constexpr std::string_view kStarts = "starts";
inline constexpr std::string_view kSubmittedFrom = "submitted_from";
inline constexpr std::string_view kSubmittedUntil = "submitted_until";
inline constexpr std::string_view kVisibleBy = "visible_by";
inline constexpr std::string_view kVisibleFrom = "visible_from";
inline constexpr std::string_view kWindowFrom = "window_from";
inline constexpr std::string_view kWindowUntil = "window_until";
}  // namespace dates

namespace steps {
inline constexpr std::string_view kAskAdminToResend = "ask_admin_to_resend";
inline constexpr std::string_view kAskGlobalAdminToRemoveFromReport = "ask_global_admin_to_remove_from_report";
inline constexpr std::string_view kAskRoleHolder = "ask_role_holder";
inline constexpr std::string_view kCompleteRequest = "complete_request";
inline constexpr std::string_view kContactSupportIfLinkingFails = "contact_support_if_linking_fails";
inline constexpr std::string_view kDeleteLeaversAccount = "delete_leavers_account";
inline constexpr std::string_view kEnrollAtTier = "enroll_at_tier";
inline constexpr std::string_view kMeetCompetencyRequirements = "meet_competency_requirements";
inline constexpr std::string_view kMeetExamRequirement = "meet_exam_requirement";
inline constexpr std::string_view kMeetKpis = "meet_kpis";
inline constexpr std::string_view kMeetMctRequirement = "meet_mct_requirement";
inline constexpr std::string_view kMergeMcids = "merge_mcids";
inline constexpr std::string_view kPayFee = "pay_fee";
inline constexpr std::string_view kReadDateInProfile = "read_date_in_profile";
inline constexpr std::string_view kRemoveAccess = "remove_access";
inline constexpr std::string_view kRemoveAndAddAgain = "remove_and_add_again";
inline constexpr std::string_view kSendRequest = "send_request";
inline constexpr std::string_view kSendSignInInfo = "send_sign_in_info";
inline constexpr std::string_view kSetUpAccountProfile = "set_up_account_profile";
inline constexpr std::string_view kSignInFirstTime = "sign_in_first_time";
inline constexpr std::string_view kSubscribeInMembershipOffers = "subscribe_in_membership_offers";
inline constexpr std::string_view kVerifyEmailFirst = "verify_email_first";
inline constexpr std::string_view kWaitForReport = "wait_for_report";
}  // namespace steps

namespace effects {
inline constexpr std::string_view kAssessmentsShownBy = "assessments_shown_by";
inline constexpr std::string_view kCompetencyCountMayFall = "competency_count_may_fall";
inline constexpr std::string_view kLeavesSkillsReport = "leaves_skills_report";
inline constexpr std::string_view kLinkEnds = "link_ends";
inline constexpr std::string_view kMonthEntersView = "month_enters_view";
inline constexpr std::string_view kMonthLeavesView = "month_leaves_view";
inline constexpr std::string_view kNextAssociationPossible = "next_association_possible";
inline constexpr std::string_view kPasswordExpires = "password_expires";
inline constexpr std::string_view kProgressShows = "progress_shows";
inline constexpr std::string_view kRequestSent = "request_sent";
}  // namespace effects

namespace assumptions {
inline constexpr std::string_view kCountsFromStart = "association.counts_from_start";
inline constexpr std::string_view kHoursInWholeDays = "reporting.hours_in_whole_days";
inline constexpr std::string_view kKpisFromFirstYear = "learning_option.kpis_from_first_year";
inline constexpr std::string_view kInternalAtFullPrice = "learning_option.internal_at_full_price";
inline constexpr std::string_view kPasswordLastDay = "membership.password_last_day";
inline constexpr std::string_view kProfileDateDecides = "association.profile_date_decides";
inline constexpr std::string_view kYearNotDefined = "association.year_not_defined";
}  // namespace assumptions

namespace channels {
inline constexpr std::string_view kCertificationSupport = "certification_support";
inline constexpr std::string_view kMicrosoftSupport = "microsoft_support";
inline constexpr std::string_view kPartnerFrontlineSupport = "partner_frontline_support";
}  // namespace channels

}  // namespace partnercheck
