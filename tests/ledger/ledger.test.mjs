// The ledger is a test: every statement of the documents has its carriers, and what the program says has its statement.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  countsOf,
  faultsOf,
  overBudget,
  readWorld,
  rolesNamedOtherwise,
  states,
  underBudget,
  unasked,
} from './ledger.mjs';

const world = await readWorld();
const { statements, sections, sources, budget, beyond } = world;
const seeds = sources.filter(({ kind }) => kind === 'seed').map(({ id }) => id);
const statement = (id) => statements.find((each) => each.id === id);

test('every statement is carried, and is faulty only where it says so', () => {
  for (const each of statements) {
    const known = each.faults ?? [];
    const found = faultsOf(each, world);
    assert.deepEqual(
      found.filter((fault) => !known.includes(fault)),
      [],
      `${each.id}: ${each.statement}`,
    );
    assert.deepEqual(
      known.filter((fault) => !found.includes(fault)),
      [],
      `${each.id} is mended: take these faults off, and the mark with the last of them`,
    );
  }
});

test('no more statements are carried wrong, misleading or not at all than the budget has', (t) => {
  const counts = countsOf(world);
  const marks = states.map((state) => `${counts[state]} ${state} (of ${budget[state]})`).join(', ');
  t.diagnostic(`${statements.length} statements: ${marks}; the goal is 0, 0, 0`);
  assert.deepEqual(overBudget(counts, budget), []);
  for (const line of underBudget(counts, budget)) {
    t.diagnostic(line);
  }
});

test('every rule, parameter, action, step, assumption, effect and date has its statement', () => {
  assert.deepEqual(unasked(world), [], 'name it as a carrier, or say in beyond.json where it comes from');
});

test('what is called beyond the documents is there, and no statement asks for it', () => {
  assert.deepEqual(new Set(unasked({ ...world, beyond: {} })), new Set(Object.keys(beyond)));
  for (const [name, reason] of Object.entries(beyond)) {
    assert.match(reason, /\w.*\.$/, name);
  }
});

test('every document has its statements, and every section of it', () => {
  const held = new Set(
    statements.flatMap(({ document, languages, section }) =>
      sources
        .filter(({ id, locale }) => id.startsWith(`${document}/`) && languages.includes(locale))
        .map(({ id }) => `${id}#${section}`),
    ),
  );
  const cited = [...Object.values(world.rules), ...Object.values(world.parameters)]
    .flat()
    .map(({ source }) => source)
    .concat([...world.support_routes, ...world.catalogue.further_reading].map(({ source }) => source))
    .filter((source) => seeds.includes(source.split('#')[0]));
  const known = seeds.flatMap((id) =>
    Object.keys(sections.headings[id.split('/')[0]]).map((section) => `${id}#${section}`),
  );
  assert.deepEqual(new Set(Object.keys(sections.tokens)), new Set(known));
  for (const source of [...known, ...cited]) {
    assert.ok(held.has(source), `${source} has no statement`);
  }
});

test('statements have an id of their own and no key that nobody reads', () => {
  const ids = statements.map(({ id }) => id);
  assert.deepEqual(
    ids.filter((id, index) => ids.indexOf(id) !== index),
    [],
  );
  const keys = 'document id section languages statement shown reads carriers not_carried carried should faults';
  for (const { id, carried, ...rest } of statements) {
    assert.deepEqual(
      Object.keys(rest).filter((key) => !keys.split(' ').includes(key)),
      [],
      id,
    );
    assert.ok(carried !== undefined || (rest.should === undefined && rest.faults === undefined), `${id} is not marked`);
  }
});

test('our texts name the roles as the documents do', () => {
  assert.deepEqual(rolesNamedOtherwise(world), []);
});

// That the checks bite.

test('a statement without a carrier is a fault, unless it says why', () => {
  const made = { ...statement('A01'), id: 'X1', statement: 'Made up.', shown: [], carriers: undefined };
  assert.deepEqual(faultsOf(made, world), ['has no carrier']);
  assert.deepEqual(faultsOf({ ...made, not_carried: 'Nobody needs it.' }, world), []);
  assert.deepEqual(faultsOf({ ...made, carried: 'missing', should: 'a carrier' }, world), []);
  assert.deepEqual(faultsOf({ ...made, carried: 'missing' }, world), [
    'carried is one of wrong, misleading, missing, with a line in should',
  ]);
});

test('a carrier of any kind that is gone is a fault', () => {
  const gone = ['action', 'rule', 'message', 'parameter', 'fact', 'date', 'step', 'assumption', 'effect', 'support']
    .concat(['text', 'letter', 'wish'])
    .map((kind) => `${kind}:gone.away/now`);
  assert.deepEqual(
    faultsOf({ ...statement('A28'), carriers: gone }, world),
    gone.map((carrier) => `${carrier} is not there`),
  );
  const { 'step.contact_user': _, ...fewer } = world.texts['sv-SE'];
  assert.deepEqual(faultsOf(statement('A28'), { ...world, texts: { ...world.texts, 'sv-SE': fewer } }), [
    'step:contact_user is not there',
  ]);
});

test('a carrier that no answer gives, or that no ruleset of the document has, is a fault', () => {
  const silent = { ...world, given: { ...world.given, documents: new Set() } };
  assert.deepEqual(faultsOf(statement('A28'), silent), [
    'step:contact_user is given under no ruleset of the five documents',
  ]);
  assert.deepEqual(faultsOf({ ...statement('B10'), carriers: ['message:association.cool_off.met'] }, world), [
    'message:association.cool_off.met is not covered by 2018-08-31',
  ]);
});

test('a number or a role that the section does not hold is a fault', () => {
  const days = { ...statement('A31'), carriers: ['date:next_association'], shown: ['31 days'] };
  assert.deepEqual(faultsOf(days, world), [
    'ms-learn-associate/2021-04-27#association-is-limited has no “31 days” in nl-NL',
  ]);
  const roles = { ...statement('A26'), languages: ['sv-SE'], carriers: ['step:remove_from_skills_report'] };
  assert.deepEqual(faultsOf({ ...roles, shown: ['account_admin'] }, world), [
    'ms-learn-associate/2021-03-20#no-longer-has-access has no “account_admin” in sv-SE',
  ]);
  assert.deepEqual(faultsOf({ ...roles, section: 'nowhere', shown: [] }, world), [
    'ms-learn-associate has no section nowhere in sv-SE',
  ]);
});

test('a number in the timeline that is not the one of its source is a fault', () => {
  const mended = (change) => ({
    ...world,
    parameters: {
      ...world.parameters,
      'association.cool_off_days': world.parameters['association.cool_off_days'].map((entry) => ({
        ...entry,
        ...change,
      })),
    },
  });
  assert.deepEqual(faultsOf(statement('A31'), mended({})), []);
  assert.deepEqual(faultsOf(statement('A31'), mended({ value: 28 })), [
    'parameter:association.cool_off_days is “28 days”, which the statement does not show',
  ]);
  assert.deepEqual(faultsOf(statement('A31'), mended({ source: 'ms-learn-associate/2021-04-27#link-mcid' })), [
    'parameter:association.cool_off_days cites ms-learn-associate/2021-04-27#link-mcid, which has no “30 days”',
  ]);
  assert.deepEqual(faultsOf(statement('A31'), mended({ source: 'pmc-to-partner-center/2018-08-31#admin-tasks' })), [
    'parameter:association.cool_off_days cites none of the documents that hold this',
  ]);
});

test('a rule whose source does not hold the role shown is a fault', () => {
  const entry = world.rules['skills_report.global_admin'].at(-1);
  const rules = {
    ...world.rules,
    'skills_report.global_admin': [{ ...entry, source: 'ms-learn-associate/2021-04-27#next-steps' }],
  };
  assert.deepEqual(faultsOf(statement('A26'), { ...world, rules }), [
    'rule:skills_report.global_admin cites ms-learn-associate/2021-04-27#next-steps, which has no “global_admin”',
  ]);
});

test('a number read out of words needs an assumption that says so', () => {
  const { carriers, ...rest } = statement('C47');
  const without = carriers.filter((carrier) => !carrier.startsWith('assumption:'));
  assert.deepEqual(faultsOf({ ...rest, carriers: without }, world), [
    'directory.visible_by_day is read from “first week” without an assumption',
  ]);
  assert.deepEqual(faultsOf({ ...rest, carriers, reads: {} }, world), [
    'parameter:directory.visible_by_day is “7 day of the month”, which the statement does not show',
  ]);
});

test('what no statement asks for is found', () => {
  assert.deepEqual(unasked({ ...world, statements: statements.filter(({ id }) => id !== 'A28') }), [
    'step:contact_user',
  ]);
  const [rule] = world.rules['association.owner'];
  const [parameter] = world.parameters['kpi.refresh_day'];
  const more = {
    ...world,
    rules: { ...world.rules, 'made.up': [rule] },
    parameters: { ...world.parameters, 'made.days': [parameter] },
    texts: { ...world.texts, 'en-US': { ...world.texts['en-US'], 'step.made_up': '', 'assumption.made.up': '' } },
  };
  assert.deepEqual(unasked(more), ['rule:made.up', 'parameter:made.days', 'step:made_up', 'assumption:made.up']);
});

test('the budget tells what has grown and what can be lowered', () => {
  const counts = { wrong: 2, misleading: 1, missing: 0 };
  assert.deepEqual(overBudget(counts, { wrong: 1, misleading: 1, missing: 3 }), ['2 statements are wrong, 1 at most']);
  assert.deepEqual(underBudget(counts, { wrong: 2, misleading: 1, missing: 3 }), [
    'tests/ledger/budget.json: lower missing from 3 to 0',
  ]);
});

test('a role that our texts call otherwise is found', () => {
  const zh = { ...world.texts['zh-TW'], 'choice.role.global_admin': '全域系統管理員' };
  assert.deepEqual(rolesNamedOtherwise({ ...world, texts: { ...world.texts, 'zh-TW': zh } }), [
    'ms-learn-associate/2021-03-11 says 全域管理員, 全域管理員, 全域管理員; choice.role.global_admin in zh-TW says 全域系統管理員',
  ]);
});
