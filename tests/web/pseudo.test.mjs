// The whole page in a language that does not exist: what can still be read is no translated text, and nothing is cut off,
// although everything is about 40 % longer than in English.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { load } from 'partnercheck';
import { vectors } from '../vectors.mjs';
import { open } from './browser.mjs';
import { pseudo, pseudoScripts } from './pseudo.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
// Its dates and numbers have no Latin letters, so whatever has one was not translated.
const locale = 'zh-TW';
const scripts = await pseudoScripts(locale);
const core = await load();
const catalogue = core.describe();

test('a text keeps what it is given and how it chooses, and grows by 40 %', () => {
  assert.equal(pseudo('{count, plural, one {# day} other {# days}} left'), '[!!{count, plural, one {# đààýý} other {# đààýýš}} ĺééƒţ!!]');
  assert.equal(pseudo("It's {day, date, weekday}."), "[!!ÎÎţ'š {day, date, weekday}.!!]");
  const texts = Object.values(JSON.parse(readFileSync(new URL('../../web/src/locales/en-US.json', import.meta.url), 'utf8')));
  const length = (all) => all.join('').length;
  const growth = length(texts.map(pseudo)) / length(texts);
  assert.ok(growth > 1.35 && growth < 1.6, String(growth));
});

/** Everything that can be seen or heard, with where it is; and everything that does not fit where it is. */
function look() {
  const found = [];
  const cut = [];
  const attributes = ['aria-label', 'aria-valuetext', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt', 'label'];
  const nameOf = (element) => `${element.localName}${element.id === '' ? '' : `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join('')}`;
  const isHidden = (element) => element.closest('.visually-hidden, .skip') !== null;
  const add = (element, text) => text.trim() !== '' && found.push([nameOf(element), text.trim()]);
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) {
        walk(element.shadowRoot);
      }
      if (['style', 'script', 'noscript'].includes(element.localName) || !element.checkVisibility()) {
        continue;
      }
      attributes.forEach((name) => add(element, element.getAttribute(name) ?? ''));
      if (element.readOnly === true) {
        add(element, element.value);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') {
          add(element, node.data);
          fits(element, node);
        }
      }
      const { overflowX } = getComputedStyle(element);
      // What is typed can be longer than its field, and what a list offers longer than the list; both can be scrolled.
      const isScrolled = ['input', 'textarea', 'select', 'option', 'optgroup'].includes(element.localName);
      if (overflowX !== 'visible' && !isScrolled && !isHidden(element) && element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        cut.push(`${nameOf(element)} holds ${element.scrollWidth} pixels in ${element.clientWidth}`);
      }
    }
  };
  /** Within the box around it, and within the window. */
  const fits = (element, node) => {
    if (isHidden(element) || element.closest('option, select, svg') !== null) {
      return;
    }
    let box = element;
    while (getComputedStyle(box).display.startsWith('inline') && getComputedStyle(box).display !== 'inline-block' && box.parentElement !== null) {
      box = box.parentElement;
    }
    const around = box.getBoundingClientRect();
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right } of range.getClientRects()) {
      if (left < around.left - 1.5 || right > around.right + 1.5 || right > innerWidth + 1 || left < -1) {
        cut.push(`${nameOf(element)} “${node.data.trim().slice(0, 40)}” from ${Math.round(left)} to ${Math.round(right)} in ${nameOf(box)} from ${Math.round(around.left)} to ${Math.round(around.right)}`);
        return;
      }
    }
  };
  walk(document);
  if (document.documentElement.scrollWidth > innerWidth) {
    cut.push(`the page is ${document.documentElement.scrollWidth} pixels wide in ${innerWidth}`);
  }
  return { found: [...found, ['title', document.title]], cut };
}

// What is no text of ours: names of languages, titles and addresses of documents, names of competencies that the rules
// list; and what somebody typed (given with each state).
const data = [
  'English',
  'Svenska',
  'Nederlands',
  ...[...catalogue.sources, ...catalogue.support_routes].flatMap(({ title = '', url }) => [title, url]),
  ...catalogue.rulesets.flatMap(({ parameters }) => parameters['learning_option.extension_excluded']?.value ?? []),
];

async function assertTranslated(page, state, typed = []) {
  await page.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
  const { found, cut } = await page.evaluate(look);
  const known = [...data, ...typed].filter((text) => text.trim() !== '').sort((one, other) => other.length - one.length);
  const foreign = found.flatMap(([where, text]) => {
    const rest = known.reduce((left, each) => left.replaceAll(each, ' '), text);
    return /[a-zA-Z]/.test(rest) ? [`${where}: ${text}`] : [];
  });
  assert.deepEqual([...new Set(foreign)], [], `${state}: not translated`);
  assert.deepEqual([...new Set(cut)], [], `${state}: cut off`);
}

const stringsOf = (value) => (typeof value === 'string' ? [value] : value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsOf) : []);
const fragmentOf = (value) => `#v1:${deflateRawSync(JSON.stringify(value)).toString('base64url')}`;
const follow = (page, fragment) => page.evaluate((to) => { location.hash = to; }, fragment);

/** One request for every action and status that the vectors reach. */
const answers = new Map();
for (const { request, call = 'check' } of vectors) {
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

for (const [width, viewport] of [['wide', { width: 1280, height: 900 }], ['320 pixels', { width: 320, height: 720 }]]) {
  describe(`every text is translated and whole, ${width}`, () => {
    const withPage = async (act, options = {}) => {
      const page = await open(browser, server.url, {
        locale,
        viewport,
        reducedMotion: 'reduce',
        ...options,
        prepare: async (each) => {
          await each.route('**/assets/*.js', (route) => {
            const script = scripts.get(new URL(route.request().url()).pathname.split('/').at(-1));
            return script === undefined ? route.fallback() : route.fulfill({ contentType: 'text/javascript', body: script });
          });
          await options.prepare?.(each);
        },
      });
      page.setDefaultTimeout(10_000);
      try {
        await act(page);
      } finally {
        await page.context().close();
      }
    };
    const dialog = (page) => page.locator('dialog[open]');
    const example = answers.get('link_mcid deferred');

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
        assert.deepEqual([...new Set([...answers.keys()].map((key) => key.split(' ')[0]))].sort(), catalogue.actions.map(({ type }) => type).sort());
        for (const [state, request] of answers) {
          await follow(page, fragmentOf(request));
          await page.locator(`.status-${state.split(' ')[1]}`).waitFor();
          await page.locator('.other-days .runs').waitFor();
          await assertTranslated(page, state, stringsOf(request));
          await follow(page, '');
          await page.locator('#verdict').waitFor({ state: 'detached' });
        }
      }));

    test('what keeps and shares, and what it refuses', () =>
      withPage(async (page) => {
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
          saved: [() => press('.do'), () => press('.cases button >> nth=1'), () => press('.do')],
        };
        for (const [tool, acts] of Object.entries(steps)) {
          await page.locator(`[data-tool=${tool}]`).click();
          await dialog(page).waitFor();
          // The address of a link, a name that was suggested; and the key of a file that a refusal points at.
          const known = [...typed, '/created_on', ...(await dialog(page).locator('#address, #name').evaluateAll((inputs) => inputs.map(({ value }) => value)))];
          await assertTranslated(page, tool, known);
          for (const [index, act] of acts.entries()) {
            await act();
            await assertTranslated(page, `${tool}, step ${index + 1}`, known);
          }
          await page.keyboard.press('Escape');
          await dialog(page).waitFor({ state: 'detached' });
        }
        for (const fragment of ['#v1:A', '#v2:A', `#v1:${'A'.repeat(9000)}`, fragmentOf({ ...example, ruleset: '2031-01-01' })]) {
          await follow(page, fragment);
          await page.locator('.notice').waitFor();
          await assertTranslated(page, fragment.slice(0, 20));
          await follow(page, '');
          await page.locator('.notice').waitFor({ state: 'detached' });
        }
      }, { prepare: (page) => page.addInitScript(() => { Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('refused')) } }); }) }));

    test('the news of the offline page', () =>
      withPage(async (page) => {
        for (const news of ['ready', 'update']) {
          await page.locator('partner-check-offline').evaluate((notice, value) => { notice.news = value; }, news);
          await page.locator(`.notice[data-news=${news}]`).waitFor();
          await assertTranslated(page, news);
        }
      }));

    for (const [what, answer] of [
      ['no connection', undefined],
      ['status 404', { status: 404, body: '' }],
      ['a page in place of the core', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
      ['a core that is cut off', { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1]) }],
    ]) {
      test(`the core cannot be had: ${what}`, () =>
        withPage(
          async (page) => {
            await page.locator('.failure').waitFor();
            const address = /https?:\S+/.exec(await page.locator('.failure').innerText())?.[0].replace(/!.*$/, '') ?? '';
            await assertTranslated(page, what, [address]);
          },
          { ready: false, prepare: (page) => page.route('**/*.wasm', (route) => (answer === undefined ? route.abort() : route.fulfill(answer))) },
        ));
    }
  });
}
