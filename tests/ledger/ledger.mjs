// The ledger: every normative statement of the five documents, with what carries it; and what can be wrong with it.
// README.md says how to read and to mend it.
import { readFileSync } from 'node:fs';
import { load } from 'partnercheck';
import { vectors } from '../vectors.mjs';

const project = new URL('../../', import.meta.url);
const read = (path) => JSON.parse(readFileSync(new URL(path, project), 'utf8'));

export const states = ['wrong', 'misleading', 'missing'];
const locales = ['en-US', 'zh-TW', 'sv-SE', 'nl-NL'];

/** What is committed: the statements, the tokens of the sections, what is beyond the documents, and the timeline. */
export function readLedger() {
  const timeline = read('core/rulesets/timeline.json');
  const documents = new Set(timeline.sources.filter(({ kind }) => kind === 'seed').map(({ id }) => id.split('/')[0]));
  const said = read('web/src/rules/statements/locales/en-US.json');
  return {
    ...timeline,
    statements: [...documents].flatMap((name) => {
      const { document, statements } = read(`core/rulesets/statements/${name}.json`);
      return statements.map((statement) => ({ document, statement: said[statement.id], ...statement }));
    }),
    sections: read('tests/ledger/sections.json'),
    beyond: read('tests/ledger/beyond.json'),
    budget: read('tests/ledger/budget.json'),
  };
}

/** The ledger, with what the program has: its catalogue, its texts, and what its answers to the vectors give. */
export async function readWorld() {
  const rules = await load();
  const catalogue = rules.describe();
  return {
    ...readLedger(),
    catalogue,
    texts: Object.fromEntries(locales.map((locale) => [locale, read(`wasm/locales/${locale}.json`)])),
    given: givenBy(rules, catalogue),
  };
}

// What answers give that no catalogue lists: under a ruleset of the documents, and under one beyond them.
function givenBy(rules, catalogue) {
  const beyond = new Set(catalogue.rulesets.filter(({ beyond: is }) => is).map(({ id }) => id));
  const given = { documents: new Set(), beyond: new Set() };
  for (const { call = 'check', request } of vectors) {
    const answer = rules[call === 'check' ? 'preview' : call](request);
    const decisions = [answer.decision, answer.plan, ...(answer.decisions ?? [])].filter((each) => each !== undefined);
    for (const { ruleset, next_steps: steps = [], assumptions = [], dates = {} } of decisions) {
      const names = [
        ...steps.map(({ step }) => `step:${step}`),
        ...steps.filter(({ channel }) => channel).map(({ channel }) => `support:${channel}`),
        ...assumptions.map((id) => `assumption:${id}`),
        ...Object.keys(dates).map((name) => `date:${name}`),
        ...(answer.effects ?? []).map(({ change }) => `effect:${change}`),
      ];
      const under = given[beyond.has(ruleset) ? 'beyond' : 'documents'];
      for (const name of names) {
        under.add(name);
      }
    }
  }
  return given;
}

const said = (key, { texts }) => Object.values(texts).every((messages) => key in messages);
const ruleOf = (message) => message.split('.').slice(0, 2).join('.');

// What can carry a statement: whether one of that name is there.
const carriers = {
  action: (type, { catalogue }) => catalogue.actions.some((action) => action.type === type),
  rule: (id, { catalogue }) => catalogue.rules.some((rule) => rule.id === id),
  message: (key, world) => said(key, world) && world.catalogue.rules.some(({ messages }) => messages.includes(key)),
  parameter: (name, { parameters, catalogue }) =>
    name in parameters && catalogue.rulesets.some((ruleset) => name in ruleset.parameters),
  fact: (path, { catalogue }) => catalogue.facts.some((fact) => fact.path === path),
  date: (name, world) =>
    said(`date.${name}`, world) && world.catalogue.actions.some(({ dates }) => dates.includes(name)),
  step: (name, world) => said(`step.${name}`, world),
  assumption: (id, world) => said(`assumption.${id}`, world),
  effect: (name, world) => said(`effect.${name}`, world),
  support: (id, { catalogue }) => catalogue.support_routes.some((route) => route.id === id),
  reading: (id, world) =>
    said(`reading.${id}`, world) && world.catalogue.further_reading.some((page) => page.id === id),
  text: said,
  letter: (place, { texts }) => {
    const [letter, field] = place.split('/');
    return Object.values(texts).every((messages) => messages[`letter.${letter}`]?.includes(`{${field}}`));
  },
};

const split = (carrier) => {
  const at = carrier.indexOf(':');
  return [carrier.slice(0, at), carrier.slice(at + 1)];
};

// A document speaks by the first ruleset of the documents that is as new as it.
const rulesetOf = (source, { catalogue }) =>
  catalogue.rulesets
    .filter(({ beyond, as_of: day }) => beyond === false && day >= source.split('/')[1])
    .reduce((first, each) => (each.as_of < first.as_of ? each : first));

/** The ids of the sources that hold a statement: its document in its languages. */
const sourcesOf = ({ document, languages }, { sources }) =>
  languages.map(
    (language) =>
      sources.find(({ id, kind, locale }) => kind === 'seed' && id.split('/')[0] === document && locale === language)
        ?.id,
  );

// A value as the tokens name it: a number with its unit, a name by itself.
const tokensOf = (value, unit) =>
  [value]
    .flat()
    .filter((each) => each !== null)
    .map((each) => (typeof each === 'number' ? `${each} ${unit}` : each));

const unitOf = (parameter, { catalogue }) =>
  catalogue.rulesets.find(({ parameters }) => parameter in parameters)?.parameters[parameter].unit;

/** What is wrong with one statement, each fault a sentence; the counterpart is `faults` of the statement. */
export function faultsOf(statement, world) {
  const faults = [];
  const { carriers: named = [], shown = [], reads = {}, carried, not_carried: reason } = statement;
  const sources = sourcesOf(statement, world);
  const tokens = (citation) => world.sections.tokens[citation];

  if (!statement.statement) {
    faults.push('says nothing');
  }
  if (carried !== undefined && (!states.includes(carried) || !statement.should)) {
    faults.push(`carried is one of ${states.join(', ')}, with a line in should`);
  }
  if (named.length === 0 && carried !== 'missing' && !reason) {
    faults.push('has no carrier');
  }
  if (named.length > 0 && reason) {
    faults.push('has carriers, and a reason why not');
  }
  for (const [index, source] of sources.entries()) {
    const language = statement.languages[index];
    const section = tokens(`${source}#${statement.section}`);
    if (source === undefined || section === undefined) {
      faults.push(`${statement.document} has no section ${statement.section} in ${language}`);
      continue;
    }
    for (const token of shown.filter((each) => section[each]?.[language] === undefined)) {
      faults.push(`${source}#${statement.section} has no “${token}” in ${language}`);
    }
  }

  for (const carrier of named) {
    const [kind, name] = split(carrier);
    if (!carriers[kind]?.(name, world)) {
      faults.push(`${carrier} is not there`);
      continue;
    }
    faults.push(...notInForce(carrier, sources, world));
    if (kind === 'rule' || kind === 'parameter') {
      faults.push(...notCited(carrier, statement, sources, world));
    }
  }
  for (const [parameter, token] of Object.entries(reads)) {
    if (!shown.includes(token) || !named.includes(`parameter:${parameter}`)) {
      faults.push(`${parameter} is read from “${token}”, which is not shown, or is not a carrier`);
    }
    if (!named.some((carrier) => carrier.startsWith('assumption:'))) {
      faults.push(`${parameter} is read from “${token}” without an assumption`);
    }
  }
  return faults;
}

// Whether a carrier speaks under the rulesets of the documents that hold the statement.
function notInForce(carrier, sources, world) {
  const [kind, name] = split(carrier);
  if (['step', 'assumption', 'date', 'effect', 'support'].includes(kind)) {
    return world.given.documents.has(carrier) ? [] : [`${carrier} is given under no ruleset of the five documents`];
  }
  const rulesets = [...new Set(sources.filter((source) => source !== undefined))].map((source) =>
    rulesetOf(source, world),
  );
  const speaks = {
    rule: (ruleset) => name in ruleset.rules,
    message: (ruleset) => ruleOf(name) in ruleset.rules,
    parameter: (ruleset) => name in ruleset.parameters,
    action: (ruleset) =>
      world.catalogue.actions.find(({ type }) => type === name).rules.some((id) => id in ruleset.rules),
  }[kind];
  return rulesets
    .filter((ruleset) => speaks?.(ruleset) === false)
    .map(({ id }) => `${carrier} is not covered by ${id}`);
}

// Whether what the timeline cites for a rule or a parameter, in the documents of the statement, holds what is shown.
function notCited(carrier, { shown = [], reads = {} }, sources, world) {
  const [kind, name] = split(carrier);
  const entries = (kind === 'rule' ? world.rules : world.parameters)[name].filter(({ source }) =>
    sources.includes(source.split('#')[0]),
  );
  if (entries.length === 0) {
    return [`${carrier} cites none of the documents that hold this`];
  }
  const shows = (entry) => {
    if (kind === 'rule') {
      return shown;
    }
    return name in reads ? [reads[name]] : tokensOf(entry.value, unitOf(name, world));
  };
  return entries.flatMap((entry) =>
    shows(entry).flatMap((token) => {
      if (!shown.includes(token)) {
        return [`${carrier} is “${token}”, which the statement does not show`];
      }
      const held = world.sections.tokens[entry.source]?.[token] !== undefined;
      return held ? [] : [`${carrier} cites ${entry.source}, which has no “${token}”`];
    }),
  );
}

/** What the program has although no statement asks for it, and the ledger does not call it beyond the documents. */
export function unasked(world) {
  const seeds = new Set(world.sources.filter(({ kind }) => kind === 'seed').map(({ id }) => id));
  const fromDocuments = (entries) => entries.some(({ source }) => seeds.has(source.split('#')[0]));
  const cited = (kind) =>
    Object.entries(kind === 'rule' ? world.rules : world.parameters)
      .filter(([, entries]) => fromDocuments(entries))
      .map(([name]) => `${kind}:${name}`);
  // A key that no answer gives counts too: only what is given beyond the documents alone does not.
  const keys = ['step', 'assumption', 'effect'].flatMap((kind) =>
    Object.keys(world.texts['en-US'])
      .filter((key) => key.startsWith(`${kind}.`))
      .map((key) => `${kind}:${key.slice(kind.length + 1)}`),
  );
  const names = [
    ...cited('rule'),
    ...cited('parameter'),
    ...world.catalogue.actions.map(({ type }) => `action:${type}`),
    ...world.catalogue.further_reading.map(({ id }) => `reading:${id}`),
    ...keys.filter((name) => world.given.documents.has(name) || !world.given.beyond.has(name)),
    ...[...world.given.documents].filter((name) => name.startsWith('date:') || name.startsWith('support:')),
  ];
  const asked = new Set(world.statements.flatMap(({ carriers: named = [] }) => named));
  return names.filter((name) => !asked.has(name) && !(name in world.beyond));
}

/** How many statements are carried wrong, misleading, or not at all. */
export const countsOf = ({ statements }) =>
  Object.fromEntries(states.map((state) => [state, statements.filter(({ carried }) => carried === state).length]));

/** What has grown beyond the budget, each a sentence. */
export const overBudget = (counts, budget) =>
  states
    .filter((state) => counts[state] > budget[state])
    .map((state) => `${counts[state]} statements are ${state}, ${budget[state]} at most`);

/** Where the budget can be lowered, each a sentence. */
export const underBudget = (counts, budget) =>
  states
    .filter((state) => counts[state] < budget[state])
    .map((state) => `tests/ledger/budget.json: lower ${state} from ${budget[state]} to ${counts[state]}`);

/** Role names in a document's language that our texts spell otherwise, blanks, hyphens and capitals aside. */
export function rolesNamedOtherwise({ sections, sources, catalogue, texts }) {
  const bare = (name) => name.toLowerCase().replace(/[\s-]/g, '');
  return sources
    .filter(({ kind }) => kind === 'seed')
    .flatMap(({ id, locale }) =>
      catalogue.roles.flatMap((role) => {
        const spelled = Object.entries(sections.tokens)
          .filter(([citation]) => citation.startsWith(`${id}#`))
          .flatMap(([, tokens]) => tokens[role]?.[locale] ?? []);
        // A document may bend the name in one sentence, and put more before it in another.
        const ours = texts[locale][`choice.role.${role}`];
        const same = spelled.length === 0 || spelled.some((name) => bare(name).endsWith(bare(ours)));
        return same ? [] : [`${id} says ${spelled.join(', ')}; choice.role.${role} in ${locale} says ${ours}`];
      }),
    );
}
