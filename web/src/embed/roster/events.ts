// What <partner-check-roster> tells the page around it. All events bubble and leave shadow trees; their details are plain data.
import type { FinishedSkills, Totals } from 'partnercheck/roster';
import type { ErrorDetail } from '../element/events.js';

export interface RosterReadyDetail {
  /** Of the package. */
  version: string;
  /** The ids that `ruleset` takes. */
  rulesets: string[];
}

/** Numbers only: the people stay inside, until somebody asks for them by `rows`. */
export type RosterResultDetail =
  | {
      subject: 'links';
      totals: Totals;
    }
  | {
      subject: 'skills';
      totals: FinishedSkills['totals'];
      skills: FinishedSkills['skills'];
    };

export interface RosterErrorDetail {
  /** It could not start, the table could not be read, or what was asked cannot be answered. A "no" is a result, and no error. */
  kind: ErrorDetail['kind'] | 'table';
  errors: ErrorDetail['errors'];
}

export interface PartnerCheckRosterEventMap {
  'partner-check-roster-ready': CustomEvent<RosterReadyDetail>;
  'partner-check-roster-result': CustomEvent<RosterResultDetail>;
  'partner-check-roster-error': CustomEvent<RosterErrorDetail>;
}
