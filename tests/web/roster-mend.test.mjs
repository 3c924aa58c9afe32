// What could not be read is corrected where it is shown: undone, decided again at once, and saved.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import readWorkbook from 'read-excel-file/node';
import { violations } from './axe.mjs';
import { openRoster } from './roster-page.mjs';
import { started } from './started.mjs';
import { workbook } from './workbook.mjs';

const context = await started();

async function opened(name, buffer, options) {
  const page = await openRoster(context, {
    ...options,
  });
  await page.locator('#file').setInputFiles({ name, mimeType: '', buffer });
  await page.locator('#table-heading').waitFor();
  return page;
}

async function run(page) {
  const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
  await field('/today').locator('input').fill('2021-05-20');
  await field('/action/organization').locator('input').fill('Fabrikam');
  await page.locator('#run').click();
  await page.locator('#results-heading').waitFor();
}

const places = (page) => page.locator('.faults tbody th').allInnerTexts();
const faults = (page, count) => page.locator('#faults-heading', { hasText: new RegExp(`^${count} place`) }).waitFor();

async function correct(page, index, value) {
  const form = page.locator('.mend').nth(index);
  await form.locator('input').fill(value);
  await form.locator('button').click();
}

async function downloaded(page, act) {
  const coming = page.waitForEvent('download');
  await act();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const lines = [
  'MCID;Organization;Started;Ended',
  '1;"Contoso; the old one";"soon";someday',
  '2;Contoso;2020-01-01;2020-06-01',
  '"3\n3"; Contoso ; 2021-13-01 ;',
  '4;Ångström;05/04/2021;',
  '5;Contoso;never;',
];

for (const [how, bytes] of [
  ['UTF-8, lines ended by LF', Buffer.from(lines.join('\n'))],
  ['UTF-8 with its mark, lines ended by CR LF', Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`)],
  ['UTF-16', Buffer.from(`\ufeff${lines.join('\r\n')}\r\n`, 'utf16le')],
]) {
  test(`a cell is corrected where it is shown: ${how}`, async () => {
    const page = await opened('people.csv', bytes);
    await run(page);
    await faults(page, 5);
    const before = await places(page);
    await correct(page, 0, '2020-01-01');
    await faults(page, 4);
    await page.locator('#faults-heading:focus').waitFor();
    assert.match(await page.locator('#mended').innerText(), /^1 correction\. The last: “soon” is now “2020-01-01”\./);
    // On the same line, further to the right than it stood before.
    await correct(page, 0, '2020-06-01');
    await faults(page, 3);
    await correct(page, 0, '2021-03-01');
    await faults(page, 2);
    await page.locator('#undo-mend').click();
    await faults(page, 3);
    assert.match(await page.locator('#mended').innerText(), /^2 corrections\./);
    await correct(page, 0, '2021-03-01');
    await faults(page, 2);
    await correct(page, 1, '2019; or so');
    await page.locator('.faults tbody', { hasText: '“2019; or so”' }).waitFor();
    await correct(page, 1, '2019-01-01');
    await faults(page, 1);
    await correct(page, 0, '2021-04-05');
    await page.locator('#faults-heading', { hasText: 'Every place can be read now' }).waitFor();
    assert.equal(before.length, 5);
    const { name, bytes: saved } = await downloaded(page, () => page.locator('#save-mended-csv').click());
    assert.equal(name, 'people-corrected.csv');
    const expected = [
      lines[0],
      '1;"Contoso; the old one";"2020-01-01";2020-06-01',
      lines[2],
      '"3\n3"; Contoso ;2021-03-01;',
      '4;Ångström;2021-04-05;',
      '5;Contoso;"2019-01-01";',
    ];
    const text = saved.toString('utf8');
    assert.ok(text.startsWith('\ufeff'));
    assert.equal(text.slice(1).replaceAll('\r\n', '\n').trimEnd(), expected.join('\n'));
    const { bytes: xlsx } = await downloaded(page, () => page.locator('#save-mended-xlsx').click());
    const rows = (await readWorkbook(xlsx))[0].data;
    assert.deepEqual(rows[1], ['1', 'Contoso; the old one', '2020-01-01', '2020-06-01']);
    assert.deepEqual(rows[5], ['5', 'Contoso', '2019-01-01', null]);
    assert.deepEqual(await violations(page), []);
    assert.deepEqual(page.seen.messages, []);
    await page.context().close();
  });
}

const swedish = ['MCID;Organization;Started;Ended', '1;Ångström;2019-01-01;2019-06-01', '2;Malmö Möbler; soon;'];

for (const [how, above, encoding, said, place] of [
  ['below titles', ['Personal på Ångström;;;', ';;;', 'Listan gäller hela året;;;'], 'utf8', 'are left out', 'Line 6'],
  ['in Windows-1252', [], 'latin1', 'read as Western European', 'Line 3'],
  ['below a title, in Windows-1252', ['Personal på Ångström;;;'], 'latin1', 'is left out', 'Line 4'],
]) {
  test(`the right cell is corrected ${how}, and what surrounds it stays`, async () => {
    const page = await opened('people.csv', Buffer.from([...above, ...swedish].join('\r\n'), encoding));
    assert.ok((await page.locator('#reading').innerText()).includes(said));
    await run(page);
    await faults(page, 1);
    assert.match((await places(page)).join(), new RegExp(`^${place}, character 17`));
    await correct(page, 0, '2020-01-01');
    await page.locator('#faults-heading', { hasText: 'Every place can be read now' }).waitFor();
    const { bytes } = await downloaded(page, () => page.locator('#save-mended-csv').click());
    const expected = [...above, ...swedish.slice(0, 2), '2;Malmö Möbler;2020-01-01;'];
    assert.equal(bytes.toString('utf8'), `\ufeff${expected.join('\r\n')}`);
    await page.context().close();
  });
}

test('in a workbook the corrected cell has its name, and the person is decided again', async () => {
  const page = await opened('people.xlsx', workbook());
  await page.locator('#sheet').selectOption('People');
  await page.locator('#column-person option', { hasText: 'MCID (990000001)' }).waitFor({ state: 'attached' });
  await run(page);
  assert.match((await places(page)).join(), /^Cell C3/);
  const undecided = () => page.locator('.count[data-status=not_decided] .number').innerText();
  assert.equal(await undecided(), '1');
  await correct(page, 0, '2021-05-01');
  await page.locator('#faults-heading', { hasText: 'Every place can be read now' }).waitFor();
  assert.equal(await undecided(), '0');
  await page.context().close();
});

test('another table forgets what was corrected in the one before', async () => {
  const page = await opened('people.csv', Buffer.from(lines.join('\n')));
  await run(page);
  await correct(page, 0, '2020-01-01');
  await faults(page, 4);
  await page.locator('#sample').click();
  await page.locator('#results-heading', { hasText: 'can be linked today' }).waitFor();
  assert.equal(await page.locator('#mended').count(), 0);
  await page.context().close();
});

test('a file that changed meanwhile cannot be corrected: said, and the question stays', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'partnercheck-mend-'));
  const path = join(folder, 'people.csv');
  writeFileSync(path, lines.join('\n'));
  const page = await opened('people.csv', Buffer.from(lines.join('\n')));
  await page.locator('#file').setInputFiles(path);
  await page.locator('#table-heading').waitFor();
  await run(page);
  await faults(page, 5);
  writeFileSync(path, `${lines.join('\n')}\n6;Contoso;2021-05-01;\n`);
  await correct(page, 0, '2020-01-01');
  // Said at once, and what has become of the results when they cannot be had again either.
  await page.locator('.trouble', { hasText: /could not be read.*The results are gone/s }).waitFor();
  assert.equal(await page.locator('#run').isEnabled(), true);
  assert.equal(await page.locator('#mended').count(), 0);
  await page.context().close();
  rmSync(folder, { recursive: true });
});

test('a byte that is no character of Windows-1252 is told before and behind the correction of another cell, and saved as it is', async () => {
  const text = (line) => Buffer.from(line, 'latin1');
  const bytes = Buffer.concat([
    text('MCID;Företag;Länkad fr.o.m.\r\n990000001;Ångström;soon\r\n990000002;\u0081Contoso;2021-05-01\r\n'),
    text('990000003;Företaget;2020-05-01\r\n'),
  ]);
  const page = await opened('people.csv', bytes);
  await page.locator('#encoding').selectOption('windows-1252');
  await page.locator('#column-started option', { hasText: 'soon' }).waitFor({ state: 'attached' });
  await run(page);
  await faults(page, 2);
  assert.equal(await page.locator('.faults tbody', { hasText: 'not text in the encoding' }).count(), 1);
  await correct(page, 0, '2020-01-01');
  await faults(page, 1);
  assert.match(await page.locator('.faults tbody').innerText(), /^Line 3\b.*not text in the encoding/s);
  const { bytes: saved } = await downloaded(page, () => page.locator('#save-mended-csv').click());
  assert.ok(saved.includes(Buffer.concat([Buffer.from('990000002;'), Buffer.from([0x81]), Buffer.from('Contoso;')])));
  assert.ok(saved.includes(Buffer.from('990000001;Ångström;2020-01-01')));
  assert.deepEqual(page.seen.messages, []);
  await page.context().close();
});
