// What was asked and answered, for the parts that draw days of it.
import type { Catalogue, Preview, Request } from 'partnercheck';
import type { Messages } from '../library/messages.js';
import type { TimelineTexts } from './texts.js';

/** Both days included. An end that is missing is not known, or there is none yet. */
export interface Bar {
  kind: 'link' | 'planned' | 'wait' | 'year' | 'span';
  name: string;
  from: string | undefined;
  until: string | undefined;
}

export interface Answered {
  request: Request;
  preview: Preview;
  catalogue: Catalogue;
  messages: Messages;
  texts: TimelineTexts;
}

/** Whether the answer is about what somebody may do, not about what shows or holds. */
export function isPermission({ catalogue, request }: Answered): boolean {
  return catalogue.actions.some(({ type, kind }) => type === request.action.type && kind === 'permission');
}

/** Whether the action that was asked about looks at a fact. */
export function reads({ catalogue, request }: Answered, fact: string): boolean {
  return catalogue.actions.some(({ type, facts }) => type === request.action.type && facts.includes(fact));
}
