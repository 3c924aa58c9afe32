// What people come for, and the actions they find there. Every action stands in exactly one group.
import type { ActionType } from 'partnercheck';
import type { PageKey } from '../wording.js';

export const groups = [
  'group.link_profile',
  'group.left',
  'group.visible',
  'group.membership',
  'group.learning_partner',
  'group.kpi',
  'group.who_may',
] as const satisfies PageKey[];

export type Group = (typeof groups)[number];

export const groupOf: Readonly<Record<ActionType, Group>> = {
  link_mcid: 'group.link_profile',
  connect_partner_university: 'group.link_profile',

  unlink_mcid: 'group.left',
  remove_partner_university: 'group.left',
  delete_user_account: 'group.left',
  remove_from_skills_report: 'group.left',

  pass_assessment: 'group.visible',
  check_team_status: 'group.visible',

  reenroll_membership: 'group.membership',
  add_users_from_pmc: 'group.membership',
  sign_in_with_temporary_password: 'group.membership',
  resend_sign_in: 'group.membership',
  verify_sign_in_email: 'group.membership',

  enroll_learning_action_pack: 'group.learning_partner',
  enroll_silver_learning_option: 'group.learning_partner',
  enroll_gold_learning_option: 'group.learning_partner',
  upgrade_silver_to_gold: 'group.learning_partner',
  renew_learning_option: 'group.learning_partner',
  extend_competency: 'group.learning_partner',
  deliver_training: 'group.learning_partner',
  buy_courseware: 'group.learning_partner',
  request_directory_listing: 'group.learning_partner',

  view_kpi: 'group.kpi',
  publish_invoice: 'group.kpi',
  report_kpi_discrepancy: 'group.kpi',

  view_competency_status: 'group.who_may',
  download_skills_report: 'group.who_may',
  add_user: 'group.who_may',
};
