// What the options of partnercheck roster ask, of everybody.
import { statuses as outcomes, type RosterRequest, type ViewRequest } from '../roster/index.js';
import type { Facts } from '../contract.js';
import { numberOf, oneOf, someOf, UsageError, type Values } from './command.js';
import { todayOf } from './options.js';

export const sorts = ['row', 'person', 'status', 'until', 'organization', 'links'] as const;

/** The table and its columns come later. */
export function questionOf(values: Values): RosterRequest {
  const organization = String(values.organization);
  const account = oneOf('account', values.account, ['work', 'personal', 'none']);
  const certifications = numberOf('certifications', values.certifications);
  const facts = factsOf(values.facts);
  const person = {
    ...facts.person,
    ...(account === undefined
      ? {}
      : { partner_center_account: account === 'none' ? null : { organization, kind: account } }),
    ...(certifications === undefined
      ? {}
      : { certification_profile: { ...facts.person?.certification_profile, active_certifications: certifications } }),
  };
  return {
    today: todayOf(values),
    ...(values.ruleset === undefined ? {} : { ruleset: String(values.ruleset) }),
    action: { type: 'link_mcid', organization },
    actor: { relation: oneOf('relation', values.relation, ['owner', 'admin', 'other']) ?? 'owner', roles: [] },
    ...(Object.keys(person).length === 0 && facts.person === undefined ? { facts } : { facts: { ...facts, person } }),
    ...(values.shard === undefined ? {} : { shard: shardOf(String(values.shard)) }),
  };
}

function factsOf(text: Values[string]): Facts {
  if (text === undefined) {
    return {};
  }
  let facts: unknown;
  try {
    facts = JSON.parse(String(text));
  } catch (error) {
    throw new UsageError(`--facts is not JSON: ${(error as Error).message}`);
  }
  if (typeof facts !== 'object' || facts === null || Array.isArray(facts)) {
    throw new UsageError(
      '--facts: write an object, such as {"person":{"certification_profile":{"active_certifications":1}}}',
    );
  }
  return facts;
}

function shardOf(text: string): { index: number; of: number } {
  const [, part, of] = (/^(\d{1,6})\/(\d{1,6})$/.exec(text) ?? []).map(Number);
  if (part === undefined || of === undefined || part < 1 || part > of) {
    throw new UsageError(`--shard ${text}: write which of how many, such as 3/8, from 1/8 to 8/8`);
  }
  return { index: part - 1, of };
}

/** Whose rows are written, in which order. */
export function viewOf(values: Values): ViewRequest {
  const statuses = someOf('status', values.status, outcomes);
  const sort = oneOf('sort', values.sort, sorts);
  return {
    ...(statuses === undefined ? {} : { statuses }),
    ...(sort === undefined ? {} : { sort }),
    ...(values.descending === true ? { descending: true } : {}),
    ...(values.changed === true ? { changed: true } : {}),
  };
}
