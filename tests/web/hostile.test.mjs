// What somebody hostile can put in: names, links, receipts, saved cases, rules of their own (tests/web/hostile/). All of it
// stays text, is refused in words, or both; and the page goes on.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fillInExample, open, openParts } from './browser.mjs';
import { fragmentOf, fragmentWords, hostileFragments, linking, names, read, set, written } from './hostile.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

/** Opens the page for one test; afterwards nothing of what was put in may have become more than text. */
async function withPage(options, act) {
  const page = await open(browser, server.url, { reducedMotion: 'reduce', ...options });
  page.setDefaultTimeout(10_000);
  const surprises = [];
  page.on('dialog', (dialog) => (surprises.push(dialog.message()), dialog.dismiss()));
  page.on('popup', (popup) => surprises.push(popup.url()));
  page.on('framenavigated', (frame) => surprises.push(frame.url()));
  try {
    await act(page);
    assert.deepEqual(
      surprises.filter((url) => url.split('#')[0] !== server.url),
      [],
    );
    assert.deepEqual(page.seen.messages, []);
    assert.deepEqual(
      page.seen.requests.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:')),
      [],
    );
  } finally {
    await page.context().close();
  }
}

/** Elements that no text may have made, and keys that no object may have inherited. */
async function harmless(page, what) {
  assert.equal(
    await page
      .locator(
        'img, script:not([src]), iframe, object, embed, base, animate, [onerror], [onfocus], [autofocus]:not(h2)',
      )
      .count(),
    0,
    what,
  );
  const addresses = await page.locator('a[href]').evaluateAll((links) => links.map(({ href }) => href));
  assert.deepEqual(
    addresses.filter((href) => !href.startsWith('https://') && !href.startsWith(server.url)),
    [],
    what,
  );
  assert.deepEqual(
    await page.evaluate(() => [{}.polluted, [].polluted, Object.keys(Object.prototype)]),
    [undefined, undefined, []],
    what,
  );
}

const follow = (page, fragment) =>
  page.evaluate((to) => {
    location.hash = to;
  }, fragment);
const dialog = (page) => page.locator('dialog[open]');
const use = async (page, name) => {
  await page.locator(`[data-tool=${name}]`).click();
  await dialog(page).waitFor();
};
const close = async (page) => {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
};

/** A question that is answered with a letter, as long as the address is one. */
const listing = (name, url) => ({
  ruleset: '2021-04-27',
  today: '2021-05-20',
  action: {
    type: 'request_directory_listing',
    name,
    country: name,
    url,
    page: { partner_owned: true, microsoft_specific: true, only_this_partner: true, no_competitors: true },
  },
  actor: { roles: ['mpn_partner_admin'] },
  facts: { learning: { enrolled: 'silver' } },
});

describe('a hostile name', () => {
  test('is shown as it is in the answer, the timeline, its table and every tool', () =>
    withPage({}, async (page) => {
      for (const [what, name] of names) {
        await follow(page, fragmentOf(JSON.stringify(linking(name))));
        await page.locator('.why').filter({ hasText: name }).waitFor({ state: 'attached' });
        await openParts(page);
        await page.locator('.as-table').evaluate((details) => {
          details.open = true;
        });
        await page.locator('.days-table').filter({ hasText: name }).waitFor();
        assert.ok((await page.locator('svg[role=img]').first().getAttribute('aria-label')).includes(name), what);
        await harmless(page, what);
        await use(page, 'link');
        await dialog(page).locator('.lines').filter({ hasText: name }).waitFor();
        await harmless(page, what);
        await close(page);
        await use(page, 'saved');
        await dialog(page).locator('#name').fill(name);
        await dialog(page).locator('.do').click();
        await dialog(page)
          .getByRole('button', { name: `Open ${name.trim()}`, exact: true })
          .first()
          .waitFor();
        await harmless(page, what);
        await dialog(page).getByRole('button', { name: 'Delete all saved cases' }).click();
        await dialog(page).locator('.cases').waitFor({ state: 'detached' });
        await close(page);
      }
    }));

  test('stands in the letter as it is; as the address of a page it is refused', () =>
    withPage({}, async (page) => {
      for (const [what, name] of names) {
        await follow(page, fragmentOf(JSON.stringify(listing(name, 'https://example.com/microsoft'))));
        await page.locator('.letter').waitFor({ state: 'attached' });
        await openParts(page);
        assert.ok((await page.locator('#letter-body').inputValue()).includes(name), what);
        assert.ok((await page.locator('#letter-subject').inputValue()).includes(name), what);
        await harmless(page, what);
        await follow(page, fragmentOf(JSON.stringify(listing(name, name))));
        await page.locator('.status-denied').waitFor();
        assert.equal(await page.locator('.letter').count(), 0);
        await harmless(page, what);
      }
    }));
});

describe('a hostile link', () => {
  const words = fragmentWords;
  const fragments = hostileFragments();

  test('is refused in words, and the form stays empty', () =>
    withPage({}, async (page) => {
      for (const [what, fragment, code] of fragments) {
        await follow(page, fragmentOf('{"ruleset":"2021-04-27","today":"2021-05-20","action":{"type":"view_kpi"}}'));
        await page.locator('#verdict').waitFor();
        await follow(page, fragment);
        await page
          .locator('.notice')
          .filter({ hasText: words[code] })
          .waitFor()
          .catch(() => assert.fail(`no message about ${what}`));
        assert.equal(await page.locator('#verdict, .error-summary').count(), 0, what);
        await harmless(page, what);
      }
      await page.locator('#action').selectOption('link_mcid');
      await fillInExample(page);
    }));

  test('cut off anywhere gives no answer', () =>
    withPage({}, async (page) => {
      const whole = fragmentOf('{"ruleset":"2021-04-27","today":"2021-05-20","action":{"type":"view_kpi"}}');
      for (let length = 4; length < whole.length; length += 9) {
        await follow(page, whole.slice(0, length));
        await page.locator('.notice').filter({ hasText: words.broken }).waitFor();
        await follow(page, '');
        await page.locator('.notice').waitFor({ state: 'detached' });
      }
      assert.equal(await page.locator('#verdict').count(), 0);
    }));
});

describe('a hostile receipt', () => {
  const check = async (page) => {
    await dialog(page).getByRole('button', { name: 'Check the receipt' }).click();
    await dialog(page).locator('.result').waitFor();
    return dialog(page).locator('.outcome').innerText();
  };

  test('is refused or shown as text, field by field', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await use(page, 'receipt');
      const downloading = page.waitForEvent('download');
      await dialog(page).locator('.do').click();
      const receipt = readFileSync(await (await downloading).path(), 'utf8');
      for (const [what, pointer, value, words] of read('receipts')) {
        const changed = JSON.parse(receipt);
        set(changed, pointer, value);
        await dialog(page).locator('#paste').fill(JSON.stringify(changed));
        assert.match(await check(page), new RegExp(words), what);
        await harmless(page, what);
        // So that the next outcome is a new one.
        await dialog(page).locator('#paste').fill('[]');
        assert.match(await check(page), /no receipt of this page/);
      }
    }));

  test('of 10 MB is not even read', () =>
    withPage(
      {
        prepare: (page) =>
          page.addInitScript(() => {
            Blob.prototype.text = () => {
              throw new Error('read');
            };
          }),
      },
      async (page) => {
        await use(page, 'receipt');
        const buffer = Buffer.from(`{"version":1,"note":"${'x'.repeat(10_000_000)}"}`);
        await dialog(page)
          .locator('#file')
          .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer });
        assert.match(await check(page), /larger than a receipt can be/);
        await dialog(page).locator('#paste').fill(buffer.toString().slice(0, 1_000_000));
        assert.match(await check(page), /larger than a receipt can be/);
      },
    ));
});

describe('a hostile store', () => {
  for (const [what, text, count] of read('stored')) {
    test(`${what}: listed as far as it has a name, never opened, and gone with one button`, () =>
      withPage(
        {
          prepare: (page) =>
            page.addInitScript((stored) => localStorage.setItem('partner-check.cases', stored), written(text)),
        },
        async (page) => {
          await use(page, 'saved');
          assert.equal(await dialog(page).locator('.cases li').count(), count);
          assert.equal(await dialog(page).getByRole('button', { name: /^Open/ }).count(), 0);
          await harmless(page, what);
          if (count > 0) {
            await dialog(page).getByRole('button', { name: 'Delete all saved cases' }).click();
            await dialog(page).locator('.cases').waitFor({ state: 'detached' });
            assert.equal(await page.evaluate(() => localStorage.length), 0);
          }
        },
      ));
  }
});

describe('hostile rules of a host', () => {
  const { refused, sources, addresses } = read('rulesets');

  test('are refused by the core', () =>
    withPage({}, async (page) => {
      const answers = await page.locator('partner-check').evaluate(
        ({ core }, texts) => texts.map((text) => core.loadRuleset(text)),
        refused.map(([, text]) => written(text)),
      );
      answers.forEach((answer, index) => {
        const [what] = refused[index];
        assert.equal(answer.type, 'failure', what);
        assert.notEqual(answer.errors.length, 0, what);
      });
      await harmless(page, 'refused');
    }));

  test('show their names and sources as they are', () =>
    withPage({}, async (page) => {
      for (const [index, source] of sources.entries()) {
        const id = `<img src=x onerror=alert(${index})>`;
        await page.locator('partner-check-page').evaluate(
          (check, [name, text]) => {
            const parameters = { 'association.cool_off_days': { value: 30, source: text } };
            const answer = check.core.loadRuleset({ id: name, parameters });
            const catalogue = check.core.describe();
            const rulesets = [...catalogue.rulesets, answer.ruleset];
            check.core = { ...check.core, describe: () => ({ ...catalogue, rulesets }) };
          },
          [id, source],
        );
        await fillInExample(page);
        await page.locator('#ruleset').selectOption(id);
        await page.locator('[data-rule="association.cool_off"] .source').waitFor();
        assert.match(await page.locator('.status-deferred').innerText(), /May 31, 2021/);
        await harmless(page, source);
      }
    }));

  test('never make a link out of an address that is not https', () =>
    withPage({}, async (page) => {
      const letter = fragmentOf(JSON.stringify(listing('Fabrikam', 'https://example.com/microsoft')));
      for (const address of addresses) {
        await page.locator('partner-check-page').evaluate((check, url) => {
          const catalogue = check.core.describe();
          const changed = (rows) => rows.map((row) => ({ ...row, url }));
          const hostile = {
            ...catalogue,
            sources: changed(catalogue.sources),
            support_routes: changed(catalogue.support_routes),
            further_reading: changed(catalogue.further_reading),
          };
          check.core = { ...check.core, describe: () => hostile };
        }, address);
        await follow(page, letter);
        await openParts(page);
        await page.locator('.letter .help a').waitFor();
        assert.notEqual(await page.locator('.why .source a').count(), 0);
        await harmless(page, address);
        await follow(page, '');
        await page.locator('#verdict').waitFor({ state: 'detached' });
      }
    }));
});
