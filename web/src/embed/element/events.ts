// What a page tells <partner-check>, and what it is told. All events bubble and leave shadow trees; their details are plain data.
import type { ActionType, Decision, Preview, Request } from 'partnercheck';

/** A request, or any part of one. */
export type PartialRequest = Partial<Omit<Request, 'action'>> & { action?: Partial<Request['action']> };

export interface ReadyDetail {
  /** Of the package. */
  version: string;
  /** The ids that `ruleset` takes. */
  rulesets: string[];
  /** The names that `action` takes. */
  actions: ActionType[];
}

export interface ResultDetail {
  request: Request;
  decision: Decision;
  preview: Preview;
}

export interface PartnerCheckError {
  code: string;
  /** JSON pointer into the request; empty where it is not about a part of it. */
  path: string;
  /** In the language of the element. */
  text: string;
  /** The address that could not be loaded. */
  url?: string;
}

export interface ErrorDetail {
  /** The checker could not start, or what was asked cannot be answered. A "no" is a result, and no error. */
  kind: 'load' | 'question';
  errors: PartnerCheckError[];
}

export interface PartnerCheckEventMap {
  'partner-check-ready': CustomEvent<ReadyDetail>;
  'partner-check-result': CustomEvent<ResultDetail>;
  'partner-check-error': CustomEvent<ErrorDetail>;
}
