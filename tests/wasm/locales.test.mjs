// Four languages, complete: the same keys, the same parameters, and every answer can be put into words.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { load } from 'partnercheck';
import { chooseLocale, loadWords, locales } from 'partnercheck/text';
import { vectors } from '../vectors.mjs';

const rules = await load();
const catalogue = rules.describe();
const words = await Promise.all(locales.map(loadWords));
const messages = Object.fromEntries(
  locales.map((locale) => [
    locale,
    JSON.parse(readFileSync(new URL(import.meta.resolve(`partnercheck/locales/${locale}.json`)), 'utf8')),
  ]),
);

// The parameters of a message with their kinds, e.g. "until date day", "days plural".
function parameters(locale, key) {
  const kinds = ['text', 'argument', 'number', 'date', 'time', 'select', 'plural', 'pound', 'tag'];
  const found = new Set();
  const walk = (elements) => {
    for (const element of elements) {
      if (element.type > 0 && element.type < 7) {
        const style = typeof element.style === 'string' ? ` ${element.style}` : '';
        found.add(`${element.value} ${kinds[element.type]}${style}`);
      }
      Object.values(element.options ?? {}).forEach((option) => walk(option.value));
    }
  };
  walk(new IntlMessageFormat(messages[locale][key], locale, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

const answers = vectors.map((vector) => ({ vector, answer: rules[vector.call ?? 'check'](vector.request) }));

function* findingsOf(answer) {
  for (const decision of [answer.decision, ...(answer.decisions ?? [])]) {
    yield* decision?.findings ?? [];
  }
}

test('every language has the same keys with the same parameters', () => {
  const keys = Object.keys(messages['en-US']);
  for (const locale of locales) {
    assert.deepEqual(Object.keys(messages[locale]).sort(), [...keys].sort(), locale);
    for (const key of keys) {
      assert.deepEqual(parameters(locale, key), parameters('en-US', key), `${locale} ${key}`);
      assert.doesNotMatch(messages[locale][key], /'/, `${locale} ${key}: ' is a quote in a message`);
    }
  }
});

test('every name of the catalogue has its words', () => {
  const keys = [
    ...catalogue.subjects.map((name) => `subject.${name}`),
    ...catalogue.actions.flatMap(({ title, dates }) => [
      title,
      `${title}.hint`,
      ...dates.map((name) => `date.${name}`),
    ]),
    ...catalogue.rules.flatMap(({ title, messages: reasons }) => [title, ...reasons]),
    ...catalogue.facts.filter(({ path }) => !/^\/(facts|actor|action)$/.test(path)).map(({ question }) => question),
    ...catalogue.statuses.flatMap((name) => [`status.${name}`, `verdict.${name}`]),
    ...catalogue.outcomes.map((name) => `outcome.${name}`),
    ...catalogue.goals.map((name) => `goal.${name}`),
    ...catalogue.roles.map((name) => `choice.role.${name}`),
    ...catalogue.relations.map((name) => `choice.relation.${name}`),
    ...catalogue.support_routes.map(({ id }) => `channel.${id}`),
    ...catalogue.further_reading.map(({ id }) => `reading.${id}`),
  ];
  for (const one of words) {
    for (const key of keys) {
      assert.ok(one.has(key), `${one.locale} ${key}`);
    }
  }
});

test('every message can be said, with its days written out', () => {
  const samples = { argument: 'Contoso', number: 2, date: '2021-05-31', select: 'other', plural: 2 };
  for (const one of words) {
    for (const key of Object.keys(messages[one.locale])) {
      const named = parameters(one.locale, key).map((parameter) => parameter.split(' '));
      const text = one.text(key, Object.fromEntries(named.map(([name, kind]) => [name, samples[kind]])));
      assert.doesNotMatch(text, /undefined|Invalid|[{}]|^$/, `${one.locale} ${key}: ${text}`);
      for (const [name, kind, style] of named) {
        assert.ok(kind !== 'date' || ['day', 'weekday', 'month'].includes(style), `${one.locale} ${key}: ${name}`);
      }
    }
  }
});

// Keys that are made from parts: the parts have to be names of the catalogue.
test('a verdict is of a kind or of an action, and each kind has a sentence for every status', () => {
  const kinds = ['visibility', 'information'];
  const actions = catalogue.actions.map(({ type }) => type);
  const keys = Object.keys(messages['en-US']);
  for (const key of keys.filter((each) => each.startsWith('verdict.'))) {
    const [, ...parts] = key.split('.');
    assert.ok(parts.length === 1 || [...kinds, ...actions].includes(parts[0]), key);
    assert.ok(
      catalogue.statuses.some((status) => parts.at(-1) === status || parts.at(-1).startsWith(`${status}_`)),
      key,
    );
  }
  for (const status of catalogue.statuses) {
    for (const key of [`later.${status}`, ...kinds.map((kind) => `verdict.${kind}.${status}`)]) {
      assert.ok(keys.includes(key), key);
    }
  }
});

test('a day that may be none says in each question what none means', () => {
  const nullable = catalogue.facts.filter(({ type, nullable: none }) => type === 'date' && none);
  assert.deepEqual(
    Object.keys(messages['en-US'])
      .filter((key) => /^question\..*\.none$/.test(key))
      .sort(),
    nullable.map(({ question }) => `${question}.none`).sort(),
  );
});

test('every section that a rule, a number or a support route comes from has its words, and no other', () => {
  const sources = [
    ...catalogue.rulesets.flatMap(({ rules: named, parameters: numbers }) => [named, numbers].flatMap(Object.values)),
    ...catalogue.support_routes,
    ...catalogue.further_reading,
  ].map(({ source }) => source);
  const sections = new Set(sources.map((source) => `section.${source.split('#')[1]}`));
  for (const one of words) {
    assert.equal(one.section('somebody else'), undefined);
    sources.forEach((source) => assert.ok(one.section(source)?.length > 0, `${one.locale} ${source}`));
  }
  assert.deepEqual(
    Object.keys(messages['en-US'])
      .filter((key) => key.startsWith('section.'))
      .sort(),
    [...sections].sort(),
  );
});

test('every answer to every vector can be said in every language', () => {
  for (const { vector, answer } of answers) {
    for (const one of words) {
      const say = (text) => {
        assert.ok(text.length > 0);
        assert.doesNotMatch(text, /undefined|\[object|Invalid|\{|\}/, `${one.locale}: ${vector.title}: ${text}`);
      };
      for (const error of answer.errors ?? []) {
        Object.values(one.error(error)).forEach((text) => assert.ok(text.length > 0));
      }
      for (const decision of [answer.decision, ...(answer.decisions ?? [])].filter(Boolean)) {
        say(one.verdict(decision, vector.request.today));
        decision.assumptions.forEach((key) => say(one.assumption(key)));
        decision.next_steps.forEach((step) => {
          say(one.step(step));
          say(one.text(`who.${step.who}`));
        });
      }
      for (const finding of findingsOf(answer)) {
        say(one.finding(finding));
      }
      (answer.effects ?? []).forEach((effect) => say(one.effect(effect)));
      (answer.plan?.assumptions ?? []).forEach((key) => say(one.assumption(key)));
      if (answer.letter) {
        Object.values(one.letter(answer.letter)).forEach(say);
      }
    }
  }
});

test('a date is the civil day that was meant, wherever the reader lives', () => {
  const english = words.find(({ locale }) => locale === 'en-US');
  assert.equal(english.date('2021-05-31'), 'May 31, 2021');
  assert.equal(english.date('2021-05-31', 'weekday'), 'Monday, May 31, 2021');
});

test('a name that looks like a message or a date is only a name', () => {
  const finding = {
    rule: 'association.account_organization',
    outcome: 'met',
    inputs: { organization: '{until}', account_organization: '2021-05-01 <b>' },
    limits: {},
    message: 'association.account_organization.met',
  };
  for (const one of words) {
    assert.ok(one.finding(finding).includes('2021-05-01 <b>'), one.locale);
  }
});

test('the language that fits best is chosen', () => {
  assert.equal(chooseLocale(['fi', 'sv-FI', 'en']), 'sv-SE');
  assert.equal(chooseLocale(['nl-NL']), 'nl-NL');
  assert.equal(chooseLocale(['zh-Hant-TW']), 'zh-TW');
  assert.equal(chooseLocale(['de']), 'en-US');
  assert.equal(chooseLocale([]), 'en-US');
});
