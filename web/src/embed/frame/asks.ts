// What the portal asks: looked at whole, then done, or refused with the reason and nothing has changed.
import type { Fault, PartnerCheck as Core } from 'partnercheck';
import { chooseLocale } from 'partnercheck/text';
import type { PartnerCheckElement } from '../element/element.js';
import type { PartnerCheckRosterElement } from '../roster/roster-element.js';
import { faultsOfAttributes, requestFrom, type Attributes, type Standing } from '../element/wishes.js';
import { applyTheme, type ThemeProperties } from './theme.js';
import { protocol, type FrameAsks } from './protocol.js';

export interface Ask {
  type: keyof FrameAsks;
  value: unknown;
}

export type Embedded = PartnerCheckElement | PartnerCheckRosterElement;

/** It has to be ready. */
export async function carryOut(
  checker: Embedded,
  { type, value }: Ask,
  themeProperties: ThemeProperties,
): Promise<void> {
  const core = coreOf(checker);
  const handlers: Record<keyof FrameAsks, () => void> = {
    open: () => {},
    setRequest: () => {
      const check = questionOf(checker, type);
      if (value === null) {
        check.request = null;
        return;
      }
      const wish = requestFrom(value, core, standingOf(checker, core));
      if ('faults' in wish) {
        throw refusal(wish.faults);
      }
      check.request = wish.request;
    },
    setLang: () => {
      document.documentElement.lang = chooseLocale([textOf(value, type)]);
    },
    setToday: () => setAttribute('today'),
    setRuleset: () => setAttribute('ruleset'),
    setAction: () => {
      questionOf(checker, type);
      setAttribute('action');
    },
    setTheme: () => applyTheme(checker, value, themeProperties),
    loadRuleset: () => {
      questionOf(checker, type);
      const answer = core.loadRuleset(value as object);
      if (answer.type === 'failure') {
        throw refusal(answer.errors);
      }
      // The catalogue is read once and shared with the checker, so that its form offers the new rules too.
      const { rulesets } = core.describe();
      const known = rulesets.findIndex(({ id }) => id === answer.ruleset.id);
      rulesets.splice(known < 0 ? rulesets.length : known, 1, answer.ruleset);
      checker.requestUpdate();
    },
    focus: () => checker.focus(),
  };
  const setAttribute = (name: keyof Attributes): void => {
    const wanted = textOf(value, type);
    const given: Attributes = { today: undefined, ruleset: undefined, action: undefined, [name]: wanted };
    const fault = faultsOfAttributes(given, core, standingOf(checker, core)).get(name);
    if (fault !== undefined) {
      throw refusal([fault]);
    }
    checker.setAttribute(name, wanted);
  };
  handlers[type]();
  await checker.updateComplete;
}

/** @throws when it is not of this version, or of another shape. */
export function read(message: unknown): Ask {
  if (typeof message !== 'object' || message === null) {
    throw new Error('a message is { protocol, type, value }');
  }
  const { protocol: version, type, value, ...rest } = message as Record<string, unknown>;
  if (version !== protocol) {
    throw new Error(`this frame speaks protocol ${protocol}, not ${String(version).slice(0, 20)}`);
  }
  if (Object.keys(rest).length > 0 || typeof type !== 'string' || !isAsk(type)) {
    throw new Error(`a message is { protocol, type, value }, and its type one of ${asks.join(', ')}`);
  }
  return { type, value };
}

const asks = [
  'open',
  'setRequest',
  'setLang',
  'setToday',
  'setRuleset',
  'setAction',
  'setTheme',
  'loadRuleset',
  'focus',
] as const satisfies (keyof FrameAsks)[];

function isAsk(type: string): type is keyof FrameAsks {
  return (asks as readonly string[]).includes(type);
}

function textOf(value: unknown, type: string): string {
  if (typeof value !== 'string' || value.length > 200) {
    throw new Error(`${type} takes a short text`);
  }
  return value;
}

/** A table of people has no question of its own to be set. */
function questionOf(checker: Embedded, type: string): PartnerCheckElement {
  if (!('request' in checker)) {
    throw new Error(`${type} is nothing for a frame of tables`);
  }
  return checker;
}

function coreOf({ core }: { core: Core | undefined }): Core {
  if (core === undefined) {
    throw new Error('the checker could not start');
  }
  return core;
}

/** The question as it stands. */
function standingOf(checker: Embedded, core: Core): Standing {
  const request = 'request' in checker ? checker.request : undefined;
  const { default_ruleset: ruleset, actions } = core.describe();
  return {
    today: request?.today ?? '',
    ruleset: request?.ruleset ?? ruleset,
    action: request?.action?.type ?? actions[0]?.type ?? '',
  };
}

function refusal(faults: readonly Fault[]): Error {
  return new Error(`refused: ${faults.map(({ path, code }) => `${path} ${code}`).join(', ')}`);
}
