// <partner-check-roster> in pages of somebody else: on an origin with its files, on another one, and in a frame.
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { violations } from './axe.mjs';
import { open } from './browser.mjs';
import { hostPage } from './host-page.mjs';
import { host } from './portal-host.mjs';
import { startAndCancel } from './roster-page.mjs';
import { built, serve } from './server.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();
const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const names = (origin) => ({
  'https://portal.example': origin,
  'https://checker.example/': server.url,
  'https://checker.example': new URL(server.url).origin,
});
const portal = await host({ '/partner-check/': `${built}embed`, '/': path('examples/plain') }, names);
const framing = await host(
  { '/partner-check/': `${built}embed`, '/frames/': path('tests/web/frames'), '/': path('tests/web/frames') },
  names,
);
const assets = await serve({ headers: { 'access-control-allow-origin': '*' } });
const stranger = await hostPage(`${assets.url}embed/partner-check-roster.js`);
after(() => Promise.all([portal.close(), framing.close(), stranger.close(), assets.close()]));

const table = [
  'MCID,Organization,Started,Ended,Active certifications,Account organization,Account kind',
  '1,Contoso,2021-05-01,,1,Fabrikam,work',
  '2,Contoso,2020-01-01,2020-06-01,1,Fabrikam,work',
  '3,Contoso,soon,,1,Fabrikam,work',
].join('\n');
const file = (text = table) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

/** Opens a page with the element; what it tells is in `heard()`. */
async function opened(address, { prepare, ...options } = {}) {
  const page = await open(browser, address, {
    ready: false,
    reducedMotion: 'reduce',
    ...options,
    prepare: async (made) => {
      await made.addInitScript(() => {
        globalThis.heard = [];
        for (const name of ['ready', 'result', 'error']) {
          addEventListener(`partner-check-roster-${name}`, ({ detail, composed }) =>
            heard.push({ name, detail, composed }),
          );
        }
      });
      await prepare?.(made);
    },
  });
  const element = page.locator('partner-check-roster');
  return Object.assign(page, {
    element,
    heard: (name) => page.evaluate((wanted) => heard.filter((each) => each.name === wanted), name),
    isIn: (state) => element.evaluate((self, name) => self.matches(`:state(${name})`), state),
  });
}

async function decide(page, place = page) {
  await place.locator('[data-pointer="/today"] input').fill('2021-05-20');
  await place.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await place.locator('#run').click();
  await place.locator('#results-heading').waitFor();
}

test('in a portal with a strict policy: a table goes in, everybody is decided in a worker, and only numbers come out', async () => {
  const page = await opened(`${portal.origin}/roster.html`);
  await page.locator('#sample').waitFor();
  const [{ detail: ready, composed }] = await page.heard('ready');
  assert.ok(ready.rulesets.includes('2021-04-27'));
  assert.equal(composed, true);
  assert.equal(await page.isIn('empty'), true);

  await page.locator('#file').setInputFiles(file());
  await page.locator('#table-heading').waitFor();
  assert.equal(await page.isIn('opened'), true);
  await decide(page);
  assert.equal(await page.isIn('decided'), true);
  assert.equal(page.workers().length, 1);
  const [{ detail }] = await page.heard('result');
  assert.equal(detail.subject, 'links');
  assert.deepEqual(detail.totals.statuses, { denied: 0, needs_info: 0, deferred: 1, allowed: 1, not_decided: 1 });
  assert.equal(await page.locator('#heard').innerText(), '1 of 3 may link today');
  assert.doesNotMatch(JSON.stringify(detail), /Contoso|soon/);
  const rows = await page.element.evaluate((self) => self.rows(0, 10));
  assert.deepEqual(
    rows.map(({ person, status }) => [person, status]),
    [
      ['1', 'deferred'],
      ['2', 'allowed'],
      ['3', 'not_decided'],
    ],
  );

  // A correction decides everybody anew, and is told.
  await page.locator('.faults input').first().fill('2021-04-01');
  await page.locator('.faults .mend button').first().click();
  await page.locator('#heard', { hasText: '2 of 3 may link today' }).waitFor();
  assert.deepEqual(await violations(page), []);

  // The page of the check is not there: no link leads to it.
  await page.locator('partner-check-people tbody button').first().click();
  await page.locator('partner-check-person #verdict').waitFor();
  assert.equal(await page.locator('dialog a[href*="index.html"]').count(), 0);
  assert.deepEqual(page.seen.messages, []);
  const places = new Set(page.seen.requests.map((url) => new URL(url).origin));
  assert.deepEqual(places, new Set([portal.origin]));
  await page.context().close();
});

test('the portal opens a table itself, and the focus stays where it is', async () => {
  const page = await opened(`${portal.origin}/roster.html`);
  await page.locator('#sample').waitFor();
  const readable = await page.element.evaluate(
    (self, text) => self.openFile(new File([text], 'ours.csv', { type: 'text/csv' })),
    table,
  );
  assert.equal(readable, true);
  assert.match(await page.locator('#table-heading').innerText(), /ours\.csv/);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  assert.equal(await page.element.evaluate((self) => self.result), undefined);
  const unreadable = await page.element.evaluate((self) =>
    self.openFile(new Blob([new Uint8Array([0xd0, 0xcf, 0x11, 0xe0])]), 'old.xls'),
  );
  assert.equal(unreadable, false);
  const [{ detail }] = await page.heard('error');
  assert.equal(detail.kind, 'table');
  assert.equal(detail.errors[0].code, 'old_workbook');
  assert.equal(await page.locator('#heard').innerText(), detail.errors[0].text);
  await page.context().close();
});

test('a skills report as well: the people of both tables stand together', async () => {
  const page = await opened(`${portal.origin}/roster.html`);
  await page.locator('#sample').waitFor();
  await page.locator('#file').setInputFiles(file());
  await page.locator('#table-heading').waitFor();
  await decide(page);
  const report = 'MCID,Associated to PC,Skill\n1,Yes,Cloud\n4,Yes,Cloud\n';
  await page.locator('#file').setInputFiles({ ...file(report), name: 'skills.csv' });
  await page.locator('#table-heading', { hasText: 'skills.csv' }).waitFor();
  await page.locator('#run').click();
  await page.locator('partner-check-both tbody tr:not([aria-busy])').waitFor();
  assert.deepEqual(await page.locator('.both .number').allInnerTexts(), ['1', '2', '1']);
  assert.match(await page.locator('partner-check-both tbody').innerText(), /^1\s+Not yet\s+May 31, 2021\s+1/);
  const [, { detail }] = await page.heard('result');
  assert.equal(detail.subject, 'skills');
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('attributes begin the question, what the core refuses is told, and the language is that of its place', async () => {
  const page = await opened(`${portal.origin}/roster.html`, {
    prepare: (made) =>
      made.addInitScript(() =>
        addEventListener('DOMContentLoaded', () => {
          const roster = document.querySelector('partner-check-roster');
          roster.setAttribute('today', '2021-05-20');
          roster.setAttribute('ruleset', '2023-10-23');
          roster.setAttribute('heading-level', '3');
        }),
      ),
  });
  await page.locator('#file').setInputFiles(file());
  await page.locator('#table-heading').waitFor();
  assert.equal(await page.locator('[data-pointer="/today"] input').inputValue(), '2021-05-20');
  assert.equal(await page.locator('#ruleset').inputValue(), '2023-10-23');
  assert.equal(await page.locator('#table-heading').getAttribute('aria-level'), '3');
  await page.element.evaluate(async (self) => {
    self.today = '2021-02-30';
    await self.updateComplete;
  });
  const [{ detail }] = await page.heard('error');
  assert.deepEqual(
    detail.errors.map(({ code, path }) => [code, path]),
    [['date.impossible', '/today']],
  );
  assert.equal(await page.locator('[data-pointer="/today"] input').inputValue(), '2021-05-20');
  for (const [lang, heading] of [
    ['sv-SE', /Tabell: /],
    ['nl-NL', /Tabel: /],
    ['zh-TW', /表格/],
  ]) {
    await page.element.evaluate((self, wanted) => self.setAttribute('lang', wanted), lang);
    await page.locator('#table-heading', { hasText: heading }).waitFor();
  }
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('a file that is dropped on it is opened, and one dropped elsewhere is the business of the page', async () => {
  const page = await opened(`${portal.origin}/roster.html`);
  await page.locator('#sample').waitFor();
  const dropOn = (selector) =>
    page.evaluate(
      ([place, text]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
        const event = new DragEvent('drop', { bubbles: true, composed: true, cancelable: true, dataTransfer });
        document.querySelector(place).dispatchEvent(event);
        return event.defaultPrevented;
      },
      [selector, table],
    );
  assert.equal(await dropOn('h1'), false);
  assert.equal(await page.locator('#table-heading').count(), 0);
  assert.equal(await dropOn('partner-check-roster'), true);
  await page.locator('#table-heading', { hasText: 'dropped.csv' }).waitFor();
  await page.context().close();
});

describe('where its scripts come from another origin, no worker may start', () => {
  test('the table is read in the page itself, which goes on answering, and those who run it are told', async () => {
    stranger.body = '<partner-check-roster lang="en-US"></partner-check-roster>';
    const page = await opened(stranger.url);
    await page.locator('#file').setInputFiles(file());
    await page.locator('#table-heading').waitFor();
    await decide(page);
    const [{ detail }] = await page.heard('result');
    assert.equal(detail.totals.people, 3);
    assert.equal(page.workers().length, 0);
    assert.ok(page.seen.messages.some((message) => /^warning: .*reads tables in the page itself/.test(message)));

    // Between the pieces of a long table the page is drawn, and what is under way can be ended.
    await startAndCancel(page, '.progress .hint');
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble').innerText(), /^Cancelled\./);
    await page.locator('#skills-sample').click();
    await page.locator('#results-heading').waitFor();
    assert.equal((await page.heard('result')).at(-1).detail.subject, 'skills');
    assert.deepEqual(await violations(page), []);
    await page.context().close();
  });

  test('an engine that is not there is said, in the language of the person', async () => {
    stranger.body = '<partner-check-roster lang="nl-NL" roster-wasm-url="/nowhere.wasm"></partner-check-roster>';
    const page = await opened(stranger.url);
    await page.locator('#file').setInputFiles(file());
    await page.locator('.trouble').waitFor();
    const [{ detail }] = await page.heard('error');
    assert.equal(detail.errors[0].code, 'not_loaded');
    assert.equal(detail.errors[0].text, await page.locator('.trouble strong').innerText());
    await page.context().close();
  });

  test('a core that is not there is said, with a way to try again', async () => {
    stranger.body =
      '<partner-check-roster lang="sv-SE" wasm-url="/nowhere.wasm"><p slot="failure">Ring 1234</p></partner-check-roster>';
    const page = await opened(stranger.url);
    await page.locator('.failure').waitFor();
    const [{ detail }] = await page.heard('error');
    assert.equal(detail.kind, 'load');
    assert.match(detail.errors[0].url ?? '', /nowhere\.wasm$/);
    assert.equal(await page.getByText('Ring 1234').isVisible(), true);
    await page.context().close();
  });
});

for (const colorScheme of ['light', 'dark']) {
  test(`in a column of 320 pixels, in ${colorScheme} colors: nothing sticks out, and axe finds nothing`, async () => {
    const page = await opened(`${portal.origin}/roster.html`, { viewport: { width: 320, height: 720 }, colorScheme });
    await page.locator('#sample').waitFor();
    // Axe takes the ground of the browser's own for white.
    await page.evaluate(() => {
      document.documentElement.style.background = 'Canvas';
    });
    const fits = async () => {
      assert.ok(await page.element.evaluate((self) => self.scrollWidth <= self.clientWidth));
      assert.deepEqual(await violations(page), []);
    };
    await fits();
    await page.locator('#file').setInputFiles(file());
    await page.locator('#table-heading').waitFor();
    await fits();
    await decide(page);
    await fits();
    await page.context().close();
  });
}

test('in a frame: the portal sets language and day, hears the numbers, and is refused a question', async () => {
  const page = await open(browser, `${framing.origin}/roster.html`, { ready: false });
  const frame = page.frameLocator('iframe');
  await frame.locator('#sample').waitFor();
  const answers = await page.evaluate(async () => {
    const { openFrame } = await import('/partner-check/frame.js');
    window.results = [];
    const line = await openFrame(document.querySelector('iframe'), {
      rosterResult: (detail) => window.results.push(detail),
    });
    await line.setLang('sv-SE');
    await line.setToday('2021-05-20');
    await line.setRuleset('2021-04-27');
    await line.setTheme({ scheme: 'dark', properties: { '--partner-check-accent': 'gold' } });
    const refused = [];
    for (const ask of [() => line.setRequest({ today: '2021-05-20' }), () => line.setAction('view_kpi')]) {
      await ask().catch(({ message }) => refused.push(message));
    }
    return { refused, actions: line.actions, rulesets: line.rulesets };
  });
  assert.deepEqual(answers.refused, [
    'setRequest is nothing for a frame of tables',
    'setAction is nothing for a frame of tables',
  ]);
  assert.deepEqual(answers.actions, []);
  assert.ok(answers.rulesets.includes('2021-04-27'));
  await frame.locator('#file').setInputFiles(file());
  await frame.locator('#table-heading', { hasText: 'Tabell: ' }).waitFor();
  await decide(page, frame);
  await page.waitForFunction(() => window.results.length > 0);
  const [detail] = await page.evaluate(() => window.results);
  assert.equal(detail.totals.statuses.allowed, 1);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});
