// A receipt: a question, its answer and what answered it, so that anybody can ask again and compare.
import type { Catalogue, Decision, Fault, PartnerCheck as Core } from 'partnercheck';
import { canonical } from './canonical.js';
import { CaseError, readCase, type Case } from './case.js';
import { Misfit, copyAs } from './copy-as.js';

export const longestReceipt = 524_288;

export interface Receipt {
  version: 1;
  /** The day for which was asked. */
  created_on: string;
  ruleset: string;
  package_version: string;
  core_sha256: string;
  request: Case;
  answer: Decision;
}

/** Why a receipt is not taken. */
export class ReceiptError extends Error {
  override name = 'ReceiptError';
  constructor(
    readonly code:
      | 'too_long'
      | 'not_json'
      | 'newer'
      | 'unknown_field'
      | 'missing_field'
      | 'wrong_value'
      | 'unknown_ruleset'
      | 'refused',
    readonly detail: { path?: string; ruleset?: string | undefined; fault?: Fault | undefined } = {},
  ) {
    super(code);
  }
}

export interface Difference {
  part: Exclude<keyof Decision, 'findings'>;
}
export interface FindingDifference {
  part: 'finding';
  rule: string;
  /** The outcomes; undefined where the rule was not looked at. Both the same: something else in it differs. */
  before: string | undefined;
  after: string | undefined;
}

export interface Comparison {
  receipt: Receipt;
  now: Decision;
  differences: (Difference | FindingDifference)[];
}

export function receiptOf(request: Case, core: Core, coreHash: string, packageVersion: string): Receipt {
  const answer = core.check(request);
  if (answer.type === 'failure') {
    throw new ReceiptError('refused', { fault: answer.errors[0] });
  }
  return {
    version: 1,
    created_on: request.today,
    ruleset: request.ruleset,
    package_version: packageVersion,
    core_sha256: coreHash,
    request,
    answer: answer.decision,
  };
}

/** Takes a receipt only whole and only in this form. @throws ReceiptError */
export function readReceipt(text: string, catalogue: Catalogue, core: Core): Receipt {
  if (text.length > longestReceipt) {
    throw new ReceiptError('too_long');
  }
  const members = membersOf(text);
  const take = <T>(key: keyof Receipt, isRight: (value: unknown) => boolean): T => {
    const value = members.get(key);
    if (!isRight(value)) {
      throw new ReceiptError('wrong_value', { path: `/${key}` });
    }
    return value as T;
  };
  try {
    const request = readCase(members.get('request'), catalogue, core, '/request');
    const answer = copyAs<Decision>('Decision', members.get('answer'), catalogue, '/answer');
    const ruleset = take<string>('ruleset', (value) => value === request.ruleset && value === answer.ruleset);
    const createdOn = take<string>('created_on', (value) => value === request.today);
    const packageVersion = take<string>(
      'package_version',
      (value) => typeof value === 'string' && /^[\w.+-]{1,40}$/.test(value),
    );
    const hash = take<string>('core_sha256', (value) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
    return {
      version: 1,
      created_on: createdOn,
      ruleset,
      package_version: packageVersion,
      core_sha256: hash,
      request,
      answer,
    };
  } catch (failure) {
    throw asReceiptError(failure);
  }
}

const keys = new Set<string>([
  'version',
  'created_on',
  'ruleset',
  'package_version',
  'core_sha256',
  'request',
  'answer',
] satisfies (keyof Receipt)[]);

function membersOf(text: string): Map<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new ReceiptError('not_json');
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new ReceiptError('not_json');
  }
  const members = new Map(Object.entries(value));
  const version = members.get('version');
  if (typeof version === 'number' && version > 1) {
    throw new ReceiptError('newer');
  }
  for (const key of keys) {
    if (!members.has(key)) {
      throw new ReceiptError('missing_field', { path: `/${key}` });
    }
  }
  for (const key of members.keys()) {
    if (!keys.has(key)) {
      throw new ReceiptError('unknown_field', { path: `/${key.slice(0, 80)}` });
    }
  }
  if (version !== 1) {
    throw new ReceiptError('wrong_value', { path: '/version' });
  }
  return members;
}

function asReceiptError(failure: unknown): unknown {
  const misfit = failure instanceof CaseError ? failure.detail.misfit : failure;
  if (misfit instanceof Misfit) {
    return new ReceiptError(misfit.code, { path: misfit.path.slice(0, 200) });
  }
  if (failure instanceof CaseError && failure.code !== 'misfit') {
    return new ReceiptError(failure.code, { ruleset: failure.detail.ruleset, fault: failure.detail.fault });
  }
  return failure;
}

/** Asks the question of the receipt again. */
export function compare(receipt: Receipt, core: Core): Comparison {
  const answer = core.check(receipt.request);
  if (answer.type === 'failure') {
    throw new ReceiptError('refused', { fault: answer.errors[0] });
  }
  const now = answer.decision;
  const parts = [
    'status',
    'until',
    'earliest',
    'latest',
    'dates',
    'missing',
    'assumptions',
    'next_steps',
    'ruleset',
    'later',
  ] as const satisfies Difference['part'][];
  const differs = (one: unknown, other: unknown): boolean => canonical(one ?? null) !== canonical(other ?? null);
  const differences: Comparison['differences'] = parts
    .filter((part) => differs(receipt.answer[part], now[part]))
    .map((part) => ({ part }));
  const rules = new Set([...receipt.answer.findings, ...now.findings].map(({ rule }) => rule));
  for (const rule of rules) {
    const [before, after] = [receipt.answer, now].map(({ findings }) =>
      findings.filter((finding) => finding.rule === rule),
    );
    if (differs(before, after)) {
      differences.push({ part: 'finding', rule, before: before?.[0]?.outcome, after: after?.[0]?.outcome });
    }
  }
  return { receipt, now, differences };
}
