// What a host asks for, judged by the core: an unknown action, a day that does not exist, a value of a wrong type.
import type { Fault, PartnerCheck as Core, Request } from 'partnercheck';
import type { PartialRequest } from './events.js';

/** What every question needs; a wish need not repeat it. */
export interface Standing {
  today: string;
  ruleset: string;
  action: string;
}

export interface Attributes {
  today: string | undefined;
  ruleset: string | undefined;
  action: string | undefined;
}

const pathOf = { today: '/today', ruleset: '/ruleset', action: '/action/type' } as const satisfies Record<
  keyof Attributes,
  string
>;

/** Which attributes the core refuses, and why. */
export function faultsOfAttributes(
  { today, ruleset, action }: Attributes,
  core: Core,
  standing: Standing,
): Map<keyof Attributes, Fault> {
  const faults = faultsOf(core, {
    today: today ?? standing.today,
    ruleset: ruleset ?? standing.ruleset,
    action: { type: action ?? standing.action },
  });
  const names = Object.keys(pathOf) as (keyof Attributes)[];
  return new Map(
    names.flatMap((name) => faults.filter(({ path }) => path === pathOf[name]).map((fault) => [name, fault] as const)),
  );
}

/** A whole request from a wish for one, or why there is none. What a question still needs is no fault: people fill it in. */
export function requestFrom(wish: unknown, core: Core, standing: Standing): { request: Request } | { faults: Fault[] } {
  const faults = faultsOf(core, wish);
  if (faults.length > 0) {
    return { faults };
  }
  // The core has read it, so that it is JSON, or a text that is.
  const { action, ...rest } = JSON.parse(typeof wish === 'string' ? wish : JSON.stringify(wish)) as PartialRequest;
  const request = {
    today: standing.today,
    ruleset: standing.ruleset,
    ...rest,
    action: { type: standing.action, ...action },
  } as Request;
  const faultsOfWhole = faultsOf(core, request);
  return faultsOfWhole.length > 0 ? { faults: faultsOfWhole } : { request };
}

function faultsOf(core: Core, request: unknown): Fault[] {
  const answer = core.check(request as Request);
  return answer.type === 'failure' ? answer.errors.filter(({ code }) => code !== 'value.required') : [];
}
