// Each expected error is one where somebody writes it.
import type {} from 'partnercheck-element/react';
import type { ResultDetail } from 'partnercheck-element';
import type { RosterResultDetail } from 'partnercheck-element/roster';

const heard = ({ detail }: CustomEvent<ResultDetail>): string => detail.decision.status;

export const right = (
  <partner-check lang="sv-SE" action="link_mcid" wasm-url="./core.wasm" guided onpartner-check-result={heard}>
    <p slot="header">Ours</p>
  </partner-check>
);

const counted = ({ detail }: CustomEvent<RosterResultDetail>): number => detail.totals.people;

export const table = <partner-check-roster lang="sv-SE" today="2021-05-20" onpartner-check-roster-result={counted} />;

// @ts-expect-error A mistyped action.
export const action = <partner-check action="link_mcdi" />;

// @ts-expect-error A mistyped attribute.
export const attribute = <partner-check actoin="link_mcid" />;

// @ts-expect-error A number where yes or no is wanted.
export const value = <partner-check guided={3} />;

// @ts-expect-error A listener for something else.
export const listener = <partner-check onpartner-check-result={(number: number) => number} />;
