// The whole page in a language that does not exist: what can still be read is no translated text, and nothing is cut off,
// although everything is about 40 % longer than in English.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { load } from 'partnercheck';
import { vectors } from '../vectors.mjs';
import { assertTranslated, pseudoPages, widths } from './pseudo-page.mjs';
import { pseudo } from './pseudo.mjs';

const pages = await pseudoPages();
const core = await load();
const catalogue = core.describe();

test('a text keeps what it is given and how it chooses, and grows by 40 %', () => {
  assert.equal(
    pseudo('{count, plural, one {# day} other {# days}} left'),
    '[!!{count, plural, one {# đààýý} other {# đààýýš}} ĺééƒţ!!]',
  );
  assert.equal(pseudo("It's {day, date, weekday}."), "[!!ÎÎţ'š {day, date, weekday}.!!]");
  const texts = Object.values(
    JSON.parse(readFileSync(new URL('../../web/src/library/locales/en-US.json', import.meta.url), 'utf8')),
  );
  const length = (all) => all.join('').length;
  const growth = length(texts.map(pseudo)) / length(texts);
  assert.ok(growth > 1.35 && growth < 1.6, String(growth));
});

const stringsOf = (value) =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(stringsOf)
      : [];
const fragmentOf = (value) => `#v1:${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
const follow = (page, fragment) =>
  page.evaluate((to) => {
    location.hash = to;
  }, fragment);

/** One request for every action and status that the vectors reach. */
const answers = new Map();
// The name of a schema is for editors; no link holds it.
for (const {
  request: { $schema: _schema, ...request },
  call = 'check',
} of vectors) {
  const asked = { ruleset: catalogue.default_ruleset, ...request };
  const answer = call === 'check' || call === 'preview' ? core.check(asked) : undefined;
  if (answer?.type === 'success') {
    const key = `${request.action.type} ${answer.decision.status}`;
    // The longest says most.
    if (JSON.stringify(asked).length > JSON.stringify(answers.get(key) ?? '').length) {
      answers.set(key, asked);
    }
  }
}

const programWords = [
  ...catalogue.facts.flatMap(({ path, values = [] }) => [path, ...values]),
  ...['true', 'false', 'today', 'action'],
];

for (const [width, viewport] of widths) {
  describe(`every text is translated and whole, ${width}`, () => {
    const withPage = pages(viewport);
    const dialog = (page) => page.locator('dialog[open]');
    const example = answers.get('link_mcid deferred');

    test('the start, what is found, and a situation from its first question to its answer', () =>
      pages(
        viewport,
        '?',
      )(async (page) => {
        await page.locator('.start').waitFor();
        await assertTranslated(page, 'the start');
        await page.locator('#wish').fill('mcid');
        await page.locator('.matches').waitFor();
        await assertTranslated(page, 'found', ['mcid']);
        await page.locator('.groups a[href="#link_mcid"]').click();
        await page.locator('.one input').fill('Fabrikam');
        await assertTranslated(page, 'a question');
        await page.locator('.one .primary').click();
        await assertTranslated(page, 'what is usual', ['Fabrikam']);
        await page.locator('.usual .primary').click();
        await assertTranslated(page, 'more questions', ['Fabrikam']);
        for (let asked = 0; (await page.locator('.one').count()) > 0 && asked < 5; asked += 1) {
          await page.locator('.one > .buttons .secondary').click();
        }
        await page.locator('.details').waitFor();
        await assertTranslated(page, 'the answer', ['Fabrikam']);
      }));

    test('the form of every action, and what is wrong in it', () =>
      withPage(async (page) => {
        for (const { type } of catalogue.actions) {
          await page.locator('#action').selectOption(type);
          for (const given of await page.locator('input[type=radio][value=given]').all()) {
            await given.check();
          }
          for (const add of await page.locator('.rows .add, button.add').all()) {
            await add.click();
          }
          await assertTranslated(page, type);
          for (const text of await page.locator('.question input[type=text]').all()) {
            await text.fill('?');
          }
          await page.locator('.primary').click();
          await page.locator('.error-summary').waitFor();
          await assertTranslated(page, `${type}, wrong`);
          await page.locator('.buttons .quiet').click();
        }
      }));

    test('an answer of every action and status, with its days', () =>
      withPage(async (page) => {
        assert.deepEqual(
          [...new Set([...answers.keys()].map((key) => key.split(' ')[0]))].sort(),
          catalogue.actions.map(({ type }) => type).sort(),
        );
        for (const [state, request] of answers) {
          await follow(page, fragmentOf(request));
          await page.locator(`.status-${state.split(' ')[1]}`).waitFor();
          await page.locator('.other-days .runs').waitFor({ state: 'attached' });
          await assertTranslated(page, state, stringsOf(request));
          await follow(page, '');
          await page.locator('#verdict').waitFor({ state: 'detached' });
        }
      }));

    test('what keeps and shares, and what it refuses', () =>
      withPage(
        async (page) => {
          const typed = stringsOf(example);
          await follow(page, fragmentOf(example));
          await page.locator('#verdict').waitFor();
          const press = (name) => dialog(page).locator(name).click();
          const steps = {
            link: [() => press('.do')],
            text: [],
            calendar: [() => press('.do')],
            receipt: [
              () => press('.do'),
              () => press('.check .other'),
              ...['x', '[]', '{"version":2}', '{"version":1}'].map((text) => async () => {
                await dialog(page).locator('#paste').fill(text);
                await press('.check .other');
                await dialog(page).locator('.result').waitFor();
              }),
            ],
            request: [
              () => dialog(page).locator('#code').fill('{ "today": 3 }'),
              () => dialog(page).locator('#code').fill('['),
            ],
            saved: [() => press('.do'), () => press('.cases button >> nth=1'), () => press('.do')],
          };
          for (const [tool, acts] of Object.entries(steps)) {
            await page.locator(`[data-tool=${tool}]`).click();
            await dialog(page).waitFor();
            // The address of a link, a name that was suggested; and the key of a file that a refusal points at.
            const known = [
              ...typed,
              '/created_on',
              // What programs write stands as it is.
              ...(tool === 'request' ? programWords : []),
              ...(await dialog(page)
                .locator('#address, #name')
                .evaluateAll((inputs) => inputs.map(({ value }) => value))),
            ];
            await assertTranslated(page, tool, known);
            for (const [index, act] of acts.entries()) {
              await act();
              await assertTranslated(page, `${tool}, step ${index + 1}`, known);
            }
            await page.keyboard.press('Escape');
            await dialog(page).waitFor({ state: 'detached' });
          }
          for (const fragment of [
            '#v1:A',
            '#v2:A',
            `#v1:${'A'.repeat(9000)}`,
            fragmentOf({ ...example, ruleset: '2031-01-01' }),
          ]) {
            await follow(page, fragment);
            await page.locator('.notice').waitFor();
            await assertTranslated(page, fragment.slice(0, 20));
            await follow(page, '');
            await page.locator('.notice').waitFor({ state: 'detached' });
          }
        },
        {
          prepare: (page) =>
            page.addInitScript(() => {
              Object.defineProperty(navigator, 'clipboard', {
                value: { writeText: () => Promise.reject(new Error('refused')) },
              });
            }),
        },
      ));

    test('the news of the offline page', () =>
      withPage(async (page) => {
        for (const news of ['ready', 'update']) {
          await page.locator('partner-check-offline').evaluate((notice, value) => {
            notice.news = value;
          }, news);
          await page.locator(`.notice[data-news=${news}]`).waitFor();
          await assertTranslated(page, news);
        }
      }));

    for (const [what, answer] of [
      ['no connection', undefined],
      ['status 404', { status: 404, body: '' }],
      ['a page in place of the core', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
      [
        'a core that is cut off',
        { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1]) },
      ],
    ]) {
      test(`the core cannot be had: ${what}`, () =>
        withPage(
          async (page) => {
            await page.locator('.failure').waitFor();
            const address =
              /https?:\S+/.exec(await page.locator('.failure').innerText())?.[0].replace(/!.*$/, '') ?? '';
            await assertTranslated(page, what, [address]);
          },
          {
            ready: false,
            prepare: (page) =>
              page.route('**/*.wasm', (route) => (answer === undefined ? route.abort() : route.fulfill(answer))),
          },
        ));
    }
  });
}
