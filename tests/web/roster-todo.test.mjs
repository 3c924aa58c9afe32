// The roster as a list of what to do: the answer first, who does what next, and the texts that ask for it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessible, downloaded, openRoster } from './roster-page.mjs';
import { started } from './started.mjs';

const context = await started();

const table = [
  'MCID,Organization,Started,Ended,Number of active certifications,Kind of account',
  'ann,Contoso,2020-01-01,2020-06-01,1,work',
  '=bo,Contoso,2020-01-01,2020-06-01,1,work',
  'cy,Contoso,2021-05-01,,1,work',
  'di,Contoso,2021-05-10,,1,work',
  'ed,,,,0,work',
  'flo,,,,1,none',
  'gus,,,,,work',
  'hal,Contoso,soon,,1,work',
].join('\r\n');

async function answered(options) {
  const page = await openRoster(context, {
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  await page.locator('#file').setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.locator('#table-heading').waitFor();
  const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
  for (const [name, index] of [
    ['active_certifications', 4],
    ['account_kind', 5],
  ]) {
    await page.locator(`#column-${name}`).selectOption(String(index));
  }
  await field('/today').locator('input').fill('2021-05-20');
  await field('/action/organization').locator('input').fill('Fabrikam');
  await field('/facts/person/partner_center_account').locator('input[value=given]').check();
  await field('/facts/person/partner_center_account/organization').locator('input').fill('Fabrikam');
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
  return page;
}

const group = (page, status, turn) => page.locator(`.group[data-status=${status}][data-turn=${turn}]`);
const people = (page) =>
  page
    .locator('.people-scroller tbody tr:not([aria-busy]) th')
    .evaluateAll((heads) => heads.map((head) => head.innerText.trim()));
const shownPeople = (page, count) => page.locator('#people-count', { hasText: new RegExp(`^${count} `) }).waitFor();

test('the answer comes first, then who does what next, each with their people', async () => {
  const page = await answered();
  assert.equal(
    await page.locator('#results-heading').innerText(),
    '2 can be linked today, 2 between May 31, 2021 and June 9, 2021, and 4 need somebody to act',
  );
  assert.match(await page.locator('#all-on').innerText(), /^4 people have no day yet/);
  assert.deepEqual(await page.locator('.todo h3').allInnerTexts(), [
    'Can be linked today: 2',
    'Only need to wait: 2',
    'You, who keep the table: 1',
    'The person: 2',
    'An administrator: 1',
  ]);
  assert.match(
    await group(page, 'deferred', 'nobody').innerText(),
    /^2 people: Wait for the day, then link the profile\n/,
  );
  const denied = group(page, 'denied', 'owner');
  assert.match(await denied.innerText(), /^1 person: Earn a Microsoft certification first\./);
  assert.match(await denied.innerText(), /An active certification in the profile/);
  await denied.locator('.show-group').click();
  await shownPeople(page, 1);
  assert.deepEqual(await people(page), ['ed']);
  await page.locator('#people-heading:focus').waitFor();
  await denied.locator('.show-group').click();
  await shownPeople(page, 8);
  // Numbers of the machine are told below everything else.
  assert.match(await page.locator('.roster > .done').innerText(), /^8 rows, 8 people, in /);
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});

test('each group has a text to send: to its people, or about them to whoever acts', async () => {
  const page = await answered();
  const text = async (of) => {
    await of.locator('summary').click();
    await of.locator('textarea').waitFor();
    return of.locator('textarea').inputValue();
  };
  const toPeople = await text(group(page, 'allowed', 'owner'));
  assert.match(toPeople, /can be linked to Fabrikam from Thursday, May 20, 2021 on[^]*\n1\. Sign in to Partner Center/);
  assert.doesNotMatch(toPeople, /ann/);
  const waiting = await text(group(page, 'deferred', 'nobody'));
  assert.match(waiting, /\n- cy: May 31, 2021\n- di: June 9, 2021\n/);
  const toAdmin = await text(group(page, 'denied', 'admin'));
  assert.match(toAdmin, /\n- flo\n[^]*1\. Create a Partner Center account/);
  const unknown = await text(group(page, 'needs_info', 'owner'));
  assert.match(unknown, /1\. Answer: How many active Microsoft certifications are in the profile\?/);
  assert.equal(await group(page, 'not_decided', 'keeper').locator('.mail').count(), 0);
  const admin = group(page, 'denied', 'admin');
  await admin.locator('.copy-mail').click();
  await page.locator('#todo-status', { hasText: 'Copied.' }).waitFor();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    `Linking a certification profile to Fabrikam\n\n${toAdmin}`,
  );
  const address = new URL(await admin.locator('a[href^="mailto:"]').getAttribute('href'));
  assert.equal(address.searchParams.get('body').replaceAll('\r\n', '\n'), toAdmin);
  await accessible(page);
  await page.context().close();
});

test('the mail merge has a message for each person, and no text that a spreadsheet would run', async () => {
  const page = await answered();
  const all = await downloaded(page, () => page.locator('#mail-merge').click());
  assert.ok(all.startsWith('\ufeffPerson,Name,Whose turn it is,From,Subject,Message\r\n'));
  assert.match(all, /\r\n'=bo,,The person,,/);
  assert.match(all, /\r\ncy,,Nobody,2021-05-31,[^]*from Monday, May 31, 2021 on, not before/);
  assert.doesNotMatch(all, /\r\nhal,/);
  const waiting = group(page, 'deferred', 'nobody');
  await waiting.locator('summary').click();
  const few = await downloaded(page, () => waiting.getByRole('button', { name: /mail merge/ }).click());
  assert.deepEqual(
    [...few.matchAll(/^(\w+),,Nobody,/gm)].map(([, person]) => person),
    ['cy', 'di'],
  );
  await page.context().close();
});

for (const [locale, heading] of [
  ['sv-SE', 'Vem gör vad härnäst'],
  ['nl-NL', 'Wie doet wat nu'],
  ['zh-TW', '接下來誰要做什麼'],
]) {
  test(`${locale}, 320 pixels wide: every text is there, and all of it fits`, async () => {
    const page = await answered({ locale, viewport: { width: 320, height: 720 } });
    assert.equal(await page.locator('#todo-heading').innerText(), heading);
    for (const mail of await page.locator('.mail').all()) {
      await mail.locator('summary').click();
      await mail.locator('textarea').waitFor();
    }
    await accessible(page);
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  });
}

/** The bars of a drawing, each with its place and its size, and what stands at its axes. */
const drawn = (page) =>
  page.locator('.histogram').evaluate((svg) => {
    const bars = [...svg.querySelectorAll('.bars:not(.at)')]
      .flatMap((path) => [...path.getAttribute('d').matchAll(/M([\d.]+) ([\d.]+)V([\d.]+)h([\d.]+)/g)])
      .map(([, x, bottom, top, width]) => ({ x: Number(x), height: bottom - top, width: Number(width) }));
    const texts = [...svg.querySelectorAll('text')].map((text) => ({
      text: text.textContent,
      isAcross: text.getAttribute('text-anchor') === 'middle',
    }));
    return {
      bars,
      days: texts.filter(({ isAcross }) => isAcross).map(({ text }) => text),
      people: texts.filter(({ isAcross }) => !isAcross).map(({ text }) => text),
    };
  });

/** Whoever has to wait for the day that the profile shows. */
async function waiting(rows, viewport) {
  const page = await openRoster(context, { viewport });
  const buffer = Buffer.from(['MCID,Shown', ...rows.map((day, person) => `${person},${day}`)].join('\r\n'));
  await page.locator('#file').setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer });
  await page.locator('#table-heading').waitFor();
  await page.locator('#subject input[value=links]').check();
  for (const [name, index] of [
    ['person', 0],
    ['next_association_date', 1],
  ]) {
    await page.locator(`#column-${name}`).selectOption(String(index));
  }
  const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
  await field('/today').locator('input').fill('2021-05-20');
  await field('/action/organization').locator('input').fill('Fabrikam');
  await field('/facts/person/partner_center_account').locator('input[value=given]').check();
  await field('/facts/person/partner_center_account/organization').locator('input').fill('Fabrikam');
  await field('/facts/person/partner_center_account/kind').locator('input[value=work]').check();
  await field('/facts/person/certification_profile/active_certifications').locator('input').fill('1');
  await page.locator('#run').click();
  await page.locator('.histogram').waitFor();
  return page;
}

const wide = { width: 1280, height: 900 };
const narrow = { width: 320, height: 720 };

test('a wait of one day is seen, and its axes have whole people and days, each once', async () => {
  for (const viewport of [wide, narrow]) {
    const page = await waiting(['2021-05-21'], viewport);
    const { bars, days, people } = await drawn(page);
    assert.equal(bars.length, 1);
    assert.ok(bars[0].width >= 4 && bars[0].height >= 20, JSON.stringify(bars));
    assert.deepEqual(people, ['0', '1']);
    assert.equal(new Set(days).size, days.length, days.join());
    assert.equal(await page.locator('#results-heading').innerText(), '1 from May 21, 2021');
    assert.match(await page.locator('#all-on').innerText(), /All of them can be linked from Friday, May 21, 2021 on/);
    await page.context().close();
  }
});

test('a year of 100,000 people can be read: bars that are seen, as a table by day, and by key', async () => {
  const first = Date.UTC(2021, 4, 21);
  const days = Array.from({ length: 365 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10));
  const rows = Array.from({ length: 100_000 }, (_, person) => days[(person * person) % 365]);
  for (const viewport of [wide, narrow]) {
    const page = await waiting(rows, viewport);
    const { bars, days: marks } = await drawn(page);
    assert.ok(bars.length >= 13 && bars.length <= 365, String(bars.length));
    for (const [index, { x, width }] of bars.entries()) {
      assert.ok(width >= 2.5, `${width} pixels`);
      assert.ok(index === 0 || x >= bars[index - 1].x + bars[index - 1].width, 'bars do not cover each other');
    }
    assert.equal(new Set(marks).size, marks.length, marks.join());
    assert.match(await page.locator('.legend').innerText(), /Each bar stands for \d+ days\./);
    await page.locator('.as-table summary').click();
    assert.equal(await page.locator('.days-table tbody tr').count(), new Set(rows).size);
    await page.locator('#next-day').focus();
    await page.keyboard.press('End');
    await page.locator('#day-people', { hasText: rows.toSorted().at(-1).slice(0, 4) }).waitFor();
    await accessible(page);
    await page.context().close();
  }
});

test('what people are called stands beside their number: in rows, in what is searched, in texts, files and the calendar', async () => {
  const page = await openRoster(context);
  const named = [
    'Namn;MCID-nr;Företag (partner);Länkad fr.o.m.;Aktiva certifieringar;Typ av konto;Kontots organisation',
    'Anna Berg;1234567;Contoso;2021-05-01;1;arbete;Fabrikam',
    ';1234568;Contoso;2021-05-01;1;arbete;Fabrikam',
    'Bo Ek;1234569;Contoso;2020-01-01;1;inget;Fabrikam',
  ].join('\n');
  await page.locator('#file').setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer: Buffer.from(named) });
  await page.locator('#table-heading').waitFor();
  assert.equal(await page.locator('#column-name').inputValue(), '0');
  await page.locator('[data-pointer="/today"] input').fill('2021-05-20');
  await page.locator('[data-pointer="/action/organization"] input').fill('Fabrikam');
  await page.locator('#run').click();
  await shownPeople(page, 3);
  assert.deepEqual(await people(page), ['Anna Berg (1234567)', '1234568', 'Bo Ek (1234569)']);

  const admin = group(page, 'denied', 'admin');
  await admin.locator('.mail summary').click();
  assert.match(await admin.locator('textarea').inputValue(), /\n- Bo Ek \(1234569\)\n/);
  const csv = await downloaded(page, () => page.locator('#save-csv').click());
  assert.match(csv, /^\ufeffPerson,Name,[^]*\r\n1234567,Anna Berg,[^]*\r\n1234568,,/);
  const merged = await downloaded(page, () => page.locator('#mail-merge').click());
  assert.match(merged, /\r\n1234567,Anna Berg,/);
  const calendar = await downloaded(page, () => page.locator('#save-calendar').click());
  assert.match(calendar.replaceAll(/\r\n /g, ''), /\\nAnna Berg \(1234567\)\\n1234568\r\n/);

  await page.locator('#search').fill('berg');
  await shownPeople(page, 1);
  await page.locator('partner-check-people .open').click();
  await page.locator('#person-heading', { hasText: 'Anna Berg (1234567)' }).waitFor();
  await page.locator('partner-check-person .status-deferred').first().waitFor();
  await page.context().close();
});
