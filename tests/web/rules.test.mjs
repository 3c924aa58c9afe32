// The page of all rules: everything of the catalogue has an address, says what it says, and leads to what belongs to it.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { load } from 'partnercheck';
import { loadWords, locales } from 'partnercheck/text';
import { fillInExample, open } from './browser.mjs';
import { accessible } from './roster-page.mjs';
import { started } from './started.mjs';
import { built } from './server.mjs';

const { server, browser } = await started();
const catalogue = (await load()).describe();

const openRules = async (fragment = '', options = {}) => {
  const page = await open(browser, `${server.url}rules.html${fragment}`, { ready: false, ...options });
  await page.locator('#find, #heading').first().waitFor();
  return page;
};
const closing = async (page, act) => {
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await page.context().close();
  }
};

/** What stands at each address, in the page that is open. */
const visit = (page, addresses) =>
  page.evaluate(async (all) => {
    const rules = document.querySelector('partner-check-rules-page').shadowRoot.querySelector('partner-check-rules');
    const found = [];
    for (const address of all) {
      const changed = new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
      location.hash = address;
      await changed;
      await rules.updateComplete;
      const article = rules.renderRoot.querySelector('article');
      const texts = (selector) =>
        [...(article?.querySelectorAll(selector) ?? [])].map((each) => each.textContent.trim());
      found.push({
        kind: article?.dataset.kind,
        heading: article?.querySelector('#heading').textContent.trim(),
        title: document.title,
        said: texts('.said'),
        headings: texts('h2, h3, h4, h5'),
        stated: [...(article?.querySelectorAll('[data-statement]') ?? [])].map(({ dataset, firstElementChild }) => [
          dataset.statement,
          firstElementChild.textContent.trim(),
        ]),
        days: [...(article?.querySelectorAll('section:first-of-type .runs .days a') ?? [])].map(({ hash }) => hash),
        links: [...(article?.querySelectorAll('.connections a, .links a') ?? [])].map(({ hash }) => hash),
        numbers: [...(article?.querySelectorAll('[data-number]') ?? [])].map(({ dataset }) => dataset.number),
        isFocused: rules.shadowRoot.activeElement?.id,
      });
    }
    return found;
  }, addresses);
// What the documents state, as it is kept.
const read = (path) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const statements = readdirSync(new URL('../../core/rulesets/statements', import.meta.url)).flatMap((name) => {
  const { document, statements: own } = read(`core/rulesets/statements/${name}`);
  return own.map((statement) => ({ document, ...statement }));
});
const isCarriedBy =
  ({ id, messages }) =>
  ({ carriers = [] }) =>
    [`rule:${id}`, ...messages.map((message) => `message:${message}`)].some((carrier) => carriers.includes(carrier));
const isIn =
  ({ id, locale }) =>
  ({ document, languages }) =>
    id.startsWith(`${document}/`) && languages.includes(locale);
const statedBy = (locale, holds) => {
  const sentences = read(`web/src/rules/statements/locales/${locale}.json`);
  return statements.filter(holds).map(({ id }) => [id, sentences[id]]);
};
const address = (kind, id) => `#${kind}=${encodeURIComponent(id)}`;

for (const locale of locales) {
  test(`${locale}: every rule says in each ruleset what it says, with its numbers and what hangs together`, async () =>
    closing(await openRules('', { locale }), async (page) => {
      const words = await loadWords(locale);
      const rules = await visit(
        page,
        catalogue.rules.map(({ id }) => address('rule', id)),
      );
      for (const [index, rule] of catalogue.rules.entries()) {
        const { kind, heading, title, said, stated, days, links, numbers, isFocused } = rules[index];
        assert.equal(kind, 'rule', rule.id);
        assert.equal(heading, words.text(rule.title));
        assert.equal(isFocused, 'heading');
        assert.ok(title.startsWith(heading), title);
        // Each ruleset once, and a sentence for those that have the rule.
        assert.deepEqual(
          days,
          catalogue.rulesets.map(({ id }) => address('ruleset', id)),
          rule.id,
        );
        assert.deepEqual(stated, statedBy(locale, isCarriedBy(rule)), rule.id);
        assert.ok(said.length > 0 && said.every((text) => text.length > 1), rule.id);
        assert.deepEqual(numbers, rule.parameters, rule.id);
        const known = new Set(catalogue.facts.map(({ path }) => path));
        assert.deepEqual(
          links,
          [
            ...rule.facts.filter((path) => known.has(path) && path !== '/today').map((path) => address('fact', path)),
            ...rule.actions.map((type) => address('action', type)),
          ],
          rule.id,
        );
      }
    }));

  test(`${locale}: every ruleset, action, question and document`, async () =>
    closing(await openRules('', { locale }), async (page) => {
      const { rulesets, actions, facts, sources } = catalogue;
      const asked = facts.filter(({ path }) => /^\/(action|actor|facts)\//.test(path) && path !== '/action/type');
      const places = [
        ...rulesets.map(({ id }) => ['ruleset', id]),
        ...actions.map(({ type }) => ['action', type]),
        ...asked.map(({ path }) => ['fact', path]),
        ...sources.map(({ id }) => ['source', id]),
      ];
      const found = await visit(
        page,
        places.map(([kind, id]) => address(kind, id)),
      );
      for (const [index, [kind, id]] of places.entries()) {
        assert.equal(found[index].kind, kind, id);
        assert.ok(found[index].heading.length > 1, id);
        assert.ok(!found[index].headings.includes(''), id);
      }
      const at = (kind, id) => found[places.findIndex((place) => place[0] === kind && place[1] === id)];
      for (const ruleset of rulesets) {
        const { numbers, links } = at('ruleset', ruleset.id);
        assert.ok(
          Object.keys(ruleset.parameters).every((name) => numbers.includes(name)),
          ruleset.id,
        );
        assert.deepEqual(
          links,
          catalogue.rules
            .map(({ id }) => id)
            .filter((id) => id in ruleset.rules)
            .map((id) => address('rule', id)),
        );
      }
      for (const source of sources) {
        const { stated } = at('source', source.id);
        assert.deepEqual(stated.sort(), statedBy(locale, isIn(source)).sort(), source.id);
        assert.equal(stated.length > 0, source.kind === 'seed', source.id);
      }
      for (const action of actions) {
        const { links, stated } = at('action', action.type);
        assert.deepEqual(
          stated,
          statedBy(locale, ({ carriers = [] }) => carriers.includes(`action:${action.type}`)),
        );
        assert.ok(
          action.rules.every((rule) => links.includes(address('rule', rule))),
          action.type,
        );
        assert.ok(
          action.facts.every((fact) => fact === '/today' || links.includes(address('fact', fact))),
          action.type,
        );
      }
    }));
}

test('all rules, and what is looked for, in the words of each language', async () => {
  const wanted = {
    'en-US': 'cool off',
    'zh-TW': '冷卻期',
    'sv-SE': 'karenstid',
    'nl-NL': 'afkoelperiode',
  };
  const privacy = { 'en-US': 'privacy', 'zh-TW': '隱私權', 'sv-SE': 'integriteten', 'nl-NL': 'privacy' };
  for (const locale of locales) {
    await closing(await openRules('', { locale }), async (page) => {
      const listed = await page
        .locator('section a[href^="#rule="]')
        .evaluateAll((links) => links.map(({ hash }) => hash));
      assert.deepEqual(
        listed,
        catalogue.rules.map(({ id }) => address('rule', id)),
      );
      await page.locator('#find').fill(wanted[locale]);
      await page.locator('.results a').first().waitFor();
      assert.match(
        await page.locator('.results').evaluate((list) =>
          [...list.querySelectorAll('a')]
            .map(({ hash }) => hash)
            .slice(0, 3)
            .join(),
        ),
        /#rule=association\.cool_off/,
      );
      // By what a document says, in words that no rule has in its name.
      await page.locator('#find').fill(privacy[locale]);
      await page.locator('.results a[href="#rule=association.owner"]').waitFor();
      await page.locator('#find').fill('qqqqqq');
      await page.locator('.results a').first().waitFor({ state: 'detached' });
      assert.notEqual((await page.locator('.found').innerText()).trim(), '');
    });
  }
});

test('what changed from March to April 2021: three a year, thirty days, and the rule that came with them', async () =>
  closing(await openRules('#ruleset=2021-04-27'), async (page) => {
    const changed = page.locator('section').first();
    const number = (name) => changed.locator(`[data-number="${name}"]`).innerText();
    assert.match(await number('association.per_year'), /Before: not stated\s+Now: 3 associations/);
    assert.match(await number('association.cool_off_days'), /Before: not in these documents\s+Now: 30 days/);
    const rule = changed.locator('[data-rule="association.cool_off"]');
    assert.match(await rule.innerText(), /New/);
    await rule.locator('a').click();
    await page.locator('article[data-kind=rule] h2').filter({ hasText: 'Cool-off between associations' }).waitFor();
    await page.goBack();
    await page.locator('article[data-kind=ruleset]').waitFor();
  }));

test('the reasons of an answer lead to their rules, and Back to the answer', async () => {
  const page = await open(browser, server.url);
  await fillInExample(page);
  // The page keeps a moment later what Back will look for.
  await page.evaluate(async () => {
    while (history.state?.carried?.isAnswered !== true) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  });
  const link = page.locator('.finding[data-rule="association.cool_off"] a[href*="rules.html"]');
  await link.click();
  await page.locator('article[data-kind=rule] h2').filter({ hasText: 'Cool-off between associations' }).waitFor();
  await page.goBack();
  await page.locator('#verdict').filter({ hasText: 'May 31, 2021' }).waitFor();
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('the one file, which has no other page beside it, leads to none', async () => {
  const page = await open(browser, `file://${built}partner-check.html#all`);
  await fillInExample(page);
  assert.ok((await page.locator('.finding').count()) > 3);
  assert.equal(await page.locator('a[href*="rules.html"]').count(), 0);
  await page.context().close();
});

describe('an address that is nobody’s', () => {
  for (const fragment of [
    '#rule=nothing',
    '#rule=%',
    '#rule=%3Cimg%20src=x%20onerror=alert(1)%3E',
    '#ruleset=__proto__',
  ]) {
    test(`${fragment} is said, and everything is there`, async () =>
      closing(await openRules(fragment), async (page) => {
        await page.locator('.missing').waitFor();
        assert.equal(await page.locator('img').count(), 0);
        assert.ok((await page.locator('section a[href^="#rule="]').count()) > 70);
      }));
  }

  test('#other is none of them', async () =>
    closing(await openRules('#other'), async (page) => {
      assert.equal(await page.locator('.missing').count(), 0);
    }));
});

for (const options of [
  {},
  { locale: 'nl-NL', viewport: { width: 320, height: 720 } },
  { locale: 'zh-TW', colorScheme: 'dark' },
]) {
  test(`no violation and no scrolling sideways ${JSON.stringify(options)}`, async () =>
    closing(await openRules('', options), async (page) => {
      await page.locator('summary').first().click();
      await accessible(page);
      for (const fragment of [
        '#rule=association.yearly_limit',
        '#ruleset=2023-10-23',
        '#action=link_mcid',
        '#fact=%2Factor%2Froles',
        '#source=ms-learn-associate%2F2021-04-27',
      ]) {
        await page.evaluate((hash) => (location.hash = hash), fragment);
        await page.locator(`article[data-kind=${fragment.slice(1).split('=')[0]}]`).waitFor();
        await accessible(page);
      }
    }));
}
