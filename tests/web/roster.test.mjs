// The roster: tables that come in any way and any shape, what is answered, what is taken along, and a million rows.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import ICAL from 'ical.js';
import { strToU8, zipSync } from 'fflate';
import { load } from 'partnercheck';
import { sampleBytes, sampleTable } from 'partnercheck/roster';
import { violations } from './axe.mjs';
import { open } from './browser.mjs';
import { downloaded, field, fillIn, openRoster, startAndCancel } from './roster-page.mjs';
import { started } from './started.mjs';
import { workbook } from './workbook.mjs';

const context = await started();
const { server, browser } = context;
const today = '2021-05-20';
const rules = await load();

/** What the question says of everybody once it is filled in below. */
const everybody = {
  today,
  ruleset: '2021-04-27',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner' },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
    },
  },
};

const file = (text, name = 'people.csv') => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function choose(page, ...args) {
  await page.locator('#file').setInputFiles(file(...args));
  await page.locator('#table-heading').waitFor();
}

async function run(page) {
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
}

const count = async (page, status) =>
  Number((await page.locator(`.count[data-status=${status}] .number`).innerText()).replace(/\D/g, ''));
const rows = (page) => page.locator('.people-scroller tbody tr:not([aria-busy])');
const cells = (page) =>
  rows(page).evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.innerText.trim())));
const shownPeople = (page, people) => page.locator('#people-count', { hasText: new RegExp(`^${people} `) }).waitFor();

const few = [
  'MCID,Organization,Started,Ended',
  '1,Contoso,2021-05-01,',
  '2,Contoso,2020-01-01,2020-06-01',
  '3,Fabrikam,2021-01-01,2021-01-05',
  '3,Contoso,2021-02-05,2021-03-01',
  '3,Adventure Works,2021-04-10,',
  '4,Northwind,2021-05-10,',
].join('\r\n');

describe('a table comes in', () => {
  test('as a file: its columns are known, and everybody is answered as by the check', async () => {
    const page = await openRoster(context);
    await choose(page, few);
    assert.equal(await page.locator('#column-person').evaluate((select) => select.selectedOptions[0].text), 'MCID (1)');
    await fillIn(page);
    await run(page);
    assert.equal(await count(page, 'all'), 4);
    assert.deepEqual([await count(page, 'allowed'), await count(page, 'deferred')], [1, 3]);
    assert.match(await page.locator('#results-heading').innerText(), /January 1, 2022/);
    const table = page.locator('.people-scroller table');
    assert.equal(await table.getAttribute('aria-rowcount'), '5');
    const found = await cells(page);
    assert.deepEqual(
      found.map(([person, , until]) => [person, until]),
      [
        ['1', 'May 31, 2021'],
        ['2', ''],
        ['3', 'January 1, 2022'],
        ['4', 'June 9, 2021'],
      ],
    );
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  });

  test('pasted and dropped', async () => {
    const page = await openRoster(context);
    const text = few.replaceAll(',', '\t');
    await page.locator('#pasted').evaluate((area, value) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', value);
      area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
    await page.getByRole('heading', { name: 'Table: Pasted cells' }).waitFor();
    await page.evaluate((value) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([value], 'dropped.csv'));
      window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
      window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
    }, few);
    await page.getByRole('heading', { name: 'Table: dropped.csv' }).waitFor();
    await fillIn(page);
    await run(page);
    assert.equal(await count(page, 'all'), 4);
    await page.context().close();
  });

  test('as a workbook: days are days, and a fault has the name of its cell', async () => {
    const page = await openRoster(context);
    await page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: '', buffer: workbook() });
    await page.locator('#table-heading').waitFor();
    assert.deepEqual(await page.locator('#sheet option').allInnerTexts(), ['Notes', 'People']);
    await page.locator('#sheet').selectOption('People');
    await page.locator('#column-person option', { hasText: 'MCID (990000001)' }).waitFor({ state: 'attached' });
    await fillIn(page);
    await run(page);
    assert.deepEqual(
      (await cells(page)).map(([person, , until]) => [person, until]),
      [
        ['990000001', 'May 31, 2021'],
        ['990000002', ''],
      ],
    );
    assert.match(await page.locator('.faults tbody').innerText(), /^Cell C3\s+“soon” is not written as a date/);
    await page.context().close();
  });

  for (const [what, buffer, words] of [
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /old format/],
    ['a zip that is no workbook', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), /cannot be read as one/],
  ]) {
    test(`${what}: said, and the page stays usable`, async () => {
      const page = await openRoster(context);
      await page.locator('#file').setInputFiles({ name: 'people.xlsx', mimeType: '', buffer });
      await page.locator('.trouble').waitFor();
      assert.match(await page.locator('.trouble').innerText(), words);
      assert.match(await page.locator('.trouble').innerText(), /was not opened/);
      await choose(page, few);
      assert.equal(await page.locator('.trouble').count(), 0);
      await page.context().close();
    });
  }

  test('in another encoding: asked for, and read in it', async () => {
    const page = await openRoster(context);
    // As an old Mac writes it: with bytes that are signs elsewhere.
    const bytes = { ö: 0x9a, Å: 0x81, å: 0x8c };
    const text = 'MCID;Organization;Started\r\n1;Företaget Åkerström på ön;2021-05-01\r\n';
    const buffer = Buffer.from([...text].map((sign) => bytes[sign] ?? sign.charCodeAt(0)));
    await page.locator('#file').setInputFiles({ name: 'a.csv', mimeType: '', buffer });
    await page.locator('#encoding').selectOption('macintosh');
    await page
      .locator('#column-organization option', { hasText: 'Företaget Åkerström' })
      .waitFor({ state: 'attached' });
    await fillIn(page);
    await run(page);
    assert.deepEqual(
      (await cells(page)).map((row) => row[4]),
      ['Företaget Åkerström på ön'],
    );
    await page.context().close();
  });

  test('with names that nobody knows: said column by column, and a missing one is asked for', async () => {
    const page = await openRoster(context);
    await choose(page, few.replace('MCID,Organization,Started,Ended', 'a,b,c,d'));
    await fillIn(page);
    await page.locator('#run').click();
    await page.locator('.error-summary').waitFor();
    assert.equal(await page.locator('#column-person').getAttribute('aria-invalid'), 'true');
    for (const [name, index] of [
      ['person', 0],
      ['organization', 1],
      ['started', 2],
      ['ended', 3],
    ]) {
      await page.locator(`#column-${name}`).selectOption(String(index));
    }
    await run(page);
    assert.deepEqual([await count(page, 'allowed'), await count(page, 'deferred')], [1, 3]);
    await page.context().close();
  });

  test('with days that can be read in two ways: asked, and never guessed', async () => {
    const page = await openRoster(context);
    await choose(page, 'MCID,Organization,Started\r\n1,Contoso,05/04/2021\r\n2,Contoso,2021-04-13\r\n');
    await fillIn(page);
    assert.match(await page.locator('#day-order legend').innerText(), /05\/04\/2021/);
    await run(page);
    assert.deepEqual([await count(page, 'not_decided'), await count(page, 'allowed')], [1, 1]);
    assert.match(
      await page.locator('.faults tbody').innerText(),
      /^Line 2, character 11\s+“05\/04\/2021” can be read with the day or with the month first/,
    );
    await page.locator('#day-order input[value=day_month]').check();
    await run(page);
    assert.equal(await count(page, 'allowed'), 2);
    await page.locator('#day-order input[value=month_day]').check();
    await run(page);
    assert.deepEqual([await count(page, 'not_decided'), await count(page, 'deferred')], [0, 1]);
    await page.context().close();
  });
});

test('each faulty row is listed with its place and remedy, and the others are answered', async () => {
  const page = await openRoster(context);
  await choose(
    page,
    `${few}\r\n5,Contoso,2021-02-30,\r\n6,Contoso,2021-05-01,2021-04-01\r\n,Contoso,2021-01-01,\r\n7,Contoso,2021-06-01,\r\n8,"Con"toso,2021-05-01,\r\n`,
  );
  await fillIn(page);
  await run(page);
  assert.equal(await count(page, 'not_decided'), 4);
  assert.equal(await count(page, 'deferred'), 3);
  const listed = await page.locator('.faults tbody th').allInnerTexts();
  assert.deepEqual(listed, [
    'Line 8, character 11',
    'Line 9, character 22',
    'Line 10, character 1',
    'Line 11, character 11',
    'Line 12, character 8',
  ]);
  const saved = await downloaded(page, () => page.locator('#faults-csv').click());
  const lines = saved.replace('\ufeff', '').trim().split('\r\n');
  assert.deepEqual(
    lines.slice(1).map((line) => line.split(',').slice(0, 2)),
    [
      ['8', '11'],
      ['9', '22'],
      ['10', '1'],
      ['11', '11'],
      ['12', '8'],
    ],
  );
  await page.context().close();
});

describe('the answers', () => {
  test('are counted, chosen, sorted and searched', async () => {
    const page = await openRoster(context);
    await choose(page, few);
    await fillIn(page);
    await run(page);
    await page.locator('.count[data-status=deferred]').click();
    await shownPeople(page, 3);
    await page.locator('.sort[data-sort=until]').click();
    await page.locator('th[aria-sort=ascending]').waitFor();
    await rows(page).first().filter({ hasText: 'May 31, 2021' }).waitFor();
    assert.deepEqual(
      (await cells(page)).map(([person]) => person),
      ['1', '4', '3'],
    );
    await page.locator('.sort[data-sort=until]').click();
    await page.locator('th[aria-sort=descending]').waitFor();
    await rows(page).first().filter({ hasText: 'January 1, 2022' }).waitFor();
    await page.locator('#search').fill('NORTH ');
    await shownPeople(page, 1);
    assert.equal(await page.locator('#search').inputValue(), 'NORTH ');
    // Two choices at once: the second is not made of what was before the first.
    await page.locator('.filters').evaluate((filters) => {
      const choose = (id, value, type) => {
        const input = filters.querySelector(id);
        input.value = value;
        input.dispatchEvent(new Event(type, { bubbles: true }));
      };
      choose('#search', '', 'input');
      choose('#reason', 'association.yearly_limit.not_met', 'change');
    });
    // One person was shown before, too.
    await rows(page).first().filter({ hasText: 'January 1, 2022' }).waitFor();
    await shownPeople(page, 1);
    assert.deepEqual(
      (await cells(page)).map(([person]) => person),
      ['3'],
    );
    await page.locator('#reason').selectOption('');
    await shownPeople(page, 3);
    await page.locator('.count[data-status=all]').click();
    await shownPeople(page, 4);
    // The days: the slider names each, the button shows its people.
    await page.locator('#next-day').focus();
    await page.keyboard.press('End');
    assert.match(await page.locator('#day-people').innerText(), /January 1, 2022: 1 person/);
    await page.locator('#show-day').click();
    await shownPeople(page, 1);
    assert.deepEqual(
      (await cells(page)).map(([person]) => person),
      ['3'],
    );
    await page.context().close();
  });

  test('open as the check of one person, with the same answer', async () => {
    const page = await openRoster(context);
    await choose(page, few);
    await fillIn(page);
    await run(page);
    await page.locator('.open', { hasText: /^3$/ }).click();
    await page.locator('dialog #verdict').waitFor();
    assert.match(await page.locator('dialog #verdict').innerText(), /January 1, 2022/);
    const address = await page.locator('dialog a[href*="#v1:"]').getAttribute('href');
    await page.keyboard.press('Escape');
    await page.locator('dialog #verdict').waitFor({ state: 'detached' });
    const check = await open(browser, new URL(address, server.url).href);
    await check.locator('#verdict').waitFor();
    assert.match(await check.locator('#verdict').innerText(), /January 1, 2022/);
    await check.context().close();
    await page.context().close();
  });

  test('are compared with another ruleset: who changes, and why', async () => {
    const page = await openRoster(context);
    await choose(page, few);
    await fillIn(page);
    await run(page);
    await page.locator('#compared').selectOption('2021-03-11');
    await page.locator('#compare-sum').waitFor();
    assert.match(await page.locator('#compare-sum').innerText(), /4 people get another answer/);
    await page.locator('#show-changed').click();
    await shownPeople(page, 4);
    await page.locator('thead th', { hasText: 'Rules of March 11, 2021' }).waitFor();
    await page
      .locator('tbody td', { hasText: /Cannot tell yet[^]*Limit of associations a year/ })
      .first()
      .waitFor();
    await page.context().close();
  });

  test('are compared by rules of somebody’s own, from a file; one that holds none is refused with its place', async () => {
    const page = await openRoster(context);
    await choose(page, few);
    await fillIn(page);
    await run(page);
    const take = (text) =>
      page
        .locator('#own-rules')
        .setInputFiles({ name: 'r.json', mimeType: 'application/json', buffer: Buffer.from(text) });
    await take('{\n  "id": "ours",\n  "parameters": { "moon": {} }\n}');
    await page
      .locator('#own-faults')
      .filter({ hasText: /Line 3, column \d+: [^]*moon/ })
      .waitFor();
    assert.equal(await page.locator('#compare-sum').count(), 0);
    const cooling = { 'association.cool_off_days': { value: 1, source: 'ours' } };
    await take(JSON.stringify({ id: 'ours', based_on: '2021-04-27', parameters: cooling }));
    await page.locator('#compare-sum').waitFor();
    assert.equal(await page.locator('#own-faults li').count(), 0);
    await page.locator('#compared option:checked', { hasText: 'ours' }).waitFor({ state: 'attached' });
    await page.locator('thead th', { hasText: 'Rules “ours”' }).waitFor();
    await page.locator('#show-changed').click();
    await page
      .locator('tbody tr', { hasText: 'May 31, 2021' })
      .locator('td', { hasText: /^\s*Yes/ })
      .first()
      .waitFor();
    await page.context().close();
  });

  test('are the same whatever the number of workers that read, and where no other one comes', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'workers-'));
    const path = join(folder, 'many.csv');
    writeFileSync(
      path,
      Buffer.concat([...sampleBytes({ rows: 720_000, today }), Buffer.from('990000026,Contoso,2021-02-30,\n')]),
    );
    // The browser keeps a processor for itself.
    const answersBy = async (workers, isRefused = false) => {
      const page = await openRoster(context);
      await page.context().route(/worker-[^/]*\.js$/, async (route) => {
        const response = await route.fetch();
        const script = await response.text();
        assert.match(script, /navigator\.hardwareConcurrency[^]*self\.location\.href/);
        const body = script.replaceAll('navigator.hardwareConcurrency', `${workers + 1}`);
        await route.fulfill({ response, body: isRefused ? body.replaceAll('self.location.href', '"none.js"') : body });
      });
      await page.locator('#file').setInputFiles(path);
      await page.locator('#table-heading').waitFor();
      await fillIn(page);
      await run(page);
      assert.equal(page.workers().length, isRefused ? 1 : workers);
      const told = [await page.locator('.counts').innerText(), await page.locator('.faults').innerText()];
      told.push(await downloaded(page, () => page.locator('#save-csv').click()));
      await page.context().close();
      return told.map((text) => createHash('sha256').update(text).digest('hex'));
    };
    try {
      const alone = await answersBy(1);
      assert.deepEqual(await answersBy(2), alone);
      assert.deepEqual(await answersBy(3), alone);
      assert.deepEqual(await answersBy(2, true), alone);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('are taken along as CSV that no spreadsheet runs, JSON and a calendar', async () => {
    const page = await openRoster(context);
    const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '"=HYPERLINK(""a"",""b"")"'];
    await choose(page, `${few}\r\n${hostile.map((name) => `${name},${name},2021-05-01,`).join('\r\n')}`);
    await fillIn(page);
    await run(page);
    const csv = await downloaded(page, () => page.locator('#save-csv').click());
    assert.ok(
      csv.startsWith(
        '\ufeffPerson,Answer,From,Earliest possible day,For certain from,Reason,Linked to,Last link started,Links\r\n',
      ),
    );
    const lines = csv.trim().split('\r\n').slice(1);
    assert.equal(lines.length, 13);
    assert.equal(
      lines[0],
      '1,Not yet,2021-05-31,2021-05-31,2021-05-31,Cool-off between associations,Contoso,2021-05-01,1',
    );
    for (const line of lines) {
      assert.doesNotMatch(line, /(^|,)"?[=+\-@\t＝＋－＠]/, line);
    }
    assert.ok(
      lines.includes(`'=1+1,Not yet,2021-05-31,2021-05-31,2021-05-31,Cool-off between associations,'=1+1,2021-05-01,1`),
    );
    const json = JSON.parse(await downloaded(page, () => page.locator('#save-json').click()));
    assert.equal(json.totals.people, 13);
    assert.deepEqual(json.people[2], {
      person: '3',
      status: 'deferred',
      until: '2022-01-01',
      earliest: '2022-01-01',
      latest: '2022-01-01',
      reason: 'association.yearly_limit.not_met',
      links: 3,
      last_started: '2021-04-10',
      organization: 'Adventure Works',
    });
    const calendar = new ICAL.Component(
      ICAL.parse(await downloaded(page, () => page.locator('#save-calendar').click())),
    );
    const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
    assert.deepEqual(
      events.map((event) => event.startDate.toString()),
      ['2021-05-31', '2021-06-09', '2022-01-01'],
    );
    assert.match(events[2].summary, /^1 person can be linked – Fabrikam$/);
    assert.match(events[2].description, /\n3$/);
    await page.context().close();
  });
});

describe('what goes wrong', () => {
  test('a cancelled run says so, and the table is there to be asked again', async () => {
    const page = await openRoster(context);
    await startAndCancel(page);
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble').innerText(), /^Cancelled\./);
    await page.locator('#sample').click();
    await page.locator('#results-heading').waitFor();
    assert.equal(await page.locator('.trouble').count(), 0);
    await page.context().close();
  });

  test('a worker that crashes: the results are gone, the question is there', async () => {
    const page = await openRoster(context);
    await page.locator('#sample').click();
    await page.locator('#results-heading').waitFor();
    const people = await count(page, 'all');
    await page.workers()[0].evaluate(
      () =>
        void setTimeout(() => {
          throw new Error('out of memory');
        }),
    );
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble').innerText(), /stopped unexpectedly[^]*results are gone/);
    await run(page);
    assert.equal(await count(page, 'all'), people);
    await page.context().close();
  });

  test('an engine that cannot be fetched: said, and asked for again', async () => {
    const page = await openRoster(context);
    let down = true;
    await page.route('**/partnercheck-roster*.wasm', (route) => (down ? route.abort() : route.continue()));
    await page.locator('#sample').click();
    await page.locator('.trouble').waitFor();
    assert.match(await page.locator('.trouble').innerText(), /could not be fetched/);
    down = false;
    await page.locator('#sample').click();
    await page.locator('#results-heading').waitFor();
    await page.context().close();
  });
});

test('a million rows: counted, scrolled to the end, and people of a random sample answered as by the check', async (t) => {
  const page = await openRoster(context);
  await page.evaluate(() => {
    globalThis.longTasks = [];
    new PerformanceObserver((list) =>
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => Math.round(duration))),
    ).observe({ type: 'longtask' });
  });
  await page.locator('#million').click();
  await page.locator('#results-heading').waitFor({ timeout: 60_000 });
  t.diagnostic(await page.locator('.results > .hint').innerText());
  const total = await count(page, 'all');
  const day = await field(page, '/today').locator('input').inputValue();
  const links = new Map();
  for (const text of sampleTable({ rows: 1_000_000, today: day })) {
    for (const line of text.trimEnd().split('\r\n')) {
      const [, person, organization, started, ended] = /^(\d+),(?:"([^"]*)"|[^,]*),([\d-]+),([\d-]*)$/.test(line)
        ? /^(\d+),("[^"]*"|[^,]*),([\d-]+),([\d-]*)$/.exec(line)
        : [];
      if (person !== undefined) {
        const own = links.get(person) ?? links.set(person, []).get(person);
        own.push({ organization: organization.replaceAll('"', ''), started, ...(ended === '' ? {} : { ended }) });
      }
    }
  }
  assert.equal(total, links.size);
  const scroller = page.locator('.people-scroller');
  await scroller.evaluate((element) => (element.scrollTop = element.scrollHeight));
  const all = [...links.keys()];
  await page.locator(`.people-scroller tr[aria-rowindex="${total + 1}"] .open`, { hasText: all.at(-1) }).waitFor();
  // Ten places of the bar, and whoever is to be seen there.
  const seen = [];
  for (let place = 0; place < 10; place += 1) {
    await scroller.evaluate(
      (element, part) => (element.scrollTop = part * (element.scrollHeight - element.clientHeight)),
      Math.random(),
    );
    await page.waitForTimeout(50);
    await rows(page).first().waitFor();
    seen.push(
      ...(await rows(page).evaluateAll((trs) =>
        trs.map((row) =>
          [...row.children].map((cell) => [...cell.querySelectorAll('time')].at(-1)?.dateTime ?? cell.innerText.trim()),
        ),
      )),
    );
  }
  assert.ok(seen.length > 50);
  const names = { Yes: 'allowed', 'Not yet': 'deferred', 'Cannot tell yet': 'needs_info', No: 'denied' };
  for (const [person, status, until] of seen) {
    const facts = { person: { ...everybody.facts.person, associations: links.get(person) } };
    const { decision } = rules.check({ ...everybody, today: day, facts });
    assert.equal(names[status], decision.status, person);
    if (decision.status === 'deferred') {
      assert.equal(until, decision.until, person);
    }
  }
  t.diagnostic(
    `${seen.length} people compared; tasks over 50 ms on the page: ${JSON.stringify(await page.evaluate(() => globalThis.longTasks))}`,
  );
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

describe('for everybody', () => {
  const narrow = { viewport: { width: 320, height: 720 } };
  for (const options of [
    {},
    { colorScheme: 'dark' },
    narrow,
    { forcedColors: 'active' },
    { locale: 'zh-TW', ...narrow },
    { locale: 'sv-SE' },
    { locale: 'nl-NL', ...narrow },
  ]) {
    test(`no violation and no scrolling sideways ${JSON.stringify(options)}`, async () => {
      const page = await openRoster(context, options);
      await choose(page, `${few}\r\n5,Contoso,01/02/2021,\r\n`);
      await fillIn(page);
      await run(page);
      await page.locator('#compared').selectOption('2021-03-11');
      await page.locator('#compare-sum').waitFor();
      await rows(page).first().waitFor();
      // Where the browser puts its own colors, the contrast is not the page's.
      assert.deepEqual(await violations(page, { withColors: options.forcedColors === undefined }), []);
      const { content, window: width } = await page.evaluate(() => ({
        content: document.documentElement.scrollWidth,
        window: innerWidth,
      }));
      assert.ok(content <= width, `${content} pixels of content in ${width}`);
      assert.equal(await page.locator('html').getAttribute('lang'), options.locale ?? 'en-US');
      assert.deepEqual(page.seen.messages, []);
      await page.context().close();
    });
  }

  test('by keyboard: from the example to one person and back to the same row', async () => {
    const page = await openRoster(context);
    const focused = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return element?.id || element?.className || element?.tagName;
      });
    await page.locator('#sample').focus();
    await page.keyboard.press('Enter');
    await page.locator('#results-heading:focus').waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await focused(), 'show-last');
    await page.locator('.people-scroller').focus();
    for (let left = 30; left > 0 && (await focused()) !== 'quiet open'; left -= 1) {
      await page.keyboard.press('Tab');
    }
    // Farther than what is drawn at first, and faster than the table scrolls.
    await Promise.all(Array.from({ length: 40 }, () => page.keyboard.press('Tab')));
    assert.equal(await focused(), 'quiet open');
    await page.keyboard.press('Enter');
    await page.locator('dialog #verdict').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog #verdict').waitFor({ state: 'detached' });
    assert.equal(await focused(), 'quiet open');
    await page.context().close();
  });

  test('the pages lead to each other, in the language that was chosen', async () => {
    const page = await open(browser, server.url, { locale: 'en-US' });
    await page.locator('#language').selectOption('sv-SE');
    await page.locator('.other a', { hasText: 'Många' }).click();
    await page.locator('h1', { hasText: 'Många personer på en gång' }).waitFor();
    await page.locator('.other a').click();
    await page.locator('html[lang=sv-SE] .start').waitFor();
    await page.context().close();
  });
});
