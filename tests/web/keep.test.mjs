// Keeping and sharing a case: links, text, receipts, calendar files, saved cases; and whatever hostile is put in their place.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { describe, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import ICAL from 'ical.js';
import { generate } from 'lean-qr';
import { violations } from './axe.mjs';
import { fillInExample, open } from './browser.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const withPage = async ({ fragment = '', ...options }, act) => {
  const page = await open(browser, `${server.url}${fragment}`, { reducedMotion: 'reduce', ...options });
  try {
    await act(page);
    assert.deepEqual(page.seen.messages, []);
    assert.deepEqual(
      page.seen.requests.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:')),
      [],
    );
    assert.deepEqual(
      page.seen.requests.filter((url) => /[?#]/.test(url.replace(/#v1:[\w-]*$/, ''))),
      [],
    );
  } finally {
    await page.context().close();
  }
};

const tool = (page, name) => page.locator(`[data-tool=${name}]`);
const dialog = (page) => page.locator('dialog[open]');
const use = async (page, name) => {
  await tool(page, name).click();
  await dialog(page).waitFor();
  return dialog(page);
};
const close = async (page) => {
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
};
const input = (page, pointer) => page.locator(`[data-pointer="${pointer}"] input[type=text]`).first();
const status = (page) => dialog(page).locator('.status');
const linkOf = async (page) => {
  const address = await (await use(page, 'link')).locator('#address').inputValue();
  await close(page);
  return address;
};
const contentOf = async (downloading) => {
  const file = await downloading;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
};
const fragmentOf = (value, version = 1) =>
  `#v${version}:${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;

const example = {
  ruleset: '2021-04-27',
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  actor: { relation: 'owner' },
  facts: {
    person: {
      partner_center_account: { organization: 'Fabrikam', kind: 'work' },
      certification_profile: { active_certifications: 1 },
      associations: [{ organization: 'Contoso', started: '2021-05-01' }],
    },
  },
};

describe('a link', () => {
  test('holds the case in its fragment, says what it gives away first, and opens the same answer elsewhere', async () => {
    let address;
    await withPage({}, async (page) => {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await fillInExample(page);
      const sheet = await use(page, 'link');
      assert.match(await sheet.locator('.warning').innerText(), /can read everything below/);
      const contents = await sheet.locator('.lines').innerText();
      for (const given of [
        'Fabrikam',
        'Contoso',
        'May 1, 2021',
        'May 20, 2021',
        'April 27, 2021',
        'Link a certification profile',
      ]) {
        assert.ok(contents.includes(given), given);
      }
      await sheet.locator('.do').click();
      await status(page).filter({ hasText: 'The link is copied.' }).waitFor();
      address = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(address, /^http:\/\/127\.0\.0\.1:\d+\/tools\/partner-check\/#v1:[\w-]+$/);
      assert.equal(await sheet.locator('#address').inputValue(), address);
    });
    await withPage({ fragment: new URL(address).hash, locale: 'nl-NL' }, async (page) => {
      await page.locator('#verdict').waitFor();
      assert.match(await page.locator('#verdict').innerText(), /31 mei 2021/);
      assert.match(
        await page.locator('[data-answer="/facts/person/associations"] dd').innerText(),
        /Contoso, 1 mei 2021/,
      );
      assert.equal(new URL(await linkOf(page)).hash, new URL(address).hash);
    });
  });

  test('Back and Forward go between links, and back to an empty form', () =>
    withPage({}, async (page) => {
      const links = ['Contoso', 'Tailspin'].map((organization) => {
        const other = structuredClone(example);
        other.facts.person.associations[0].organization = organization;
        return fragmentOf(other);
      });
      const go = (hash) =>
        page.evaluate((to) => {
          location.hash = to;
        }, hash);
      const shows = (organization) =>
        page.locator('.why').filter({ hasText: organization }).waitFor({ state: 'attached' });
      await go(links[0]);
      await shows('Contoso');
      await go(links[1]);
      await shows('Tailspin');
      await page.goBack();
      await shows('Contoso');
      await page.goForward();
      await shows('Tailspin');
      await page.goBack();
      await page.goBack();
      await page.locator('#verdict').waitFor({ state: 'detached' });
      assert.equal(await input(page, '/action/organization').inputValue(), '');
      await page.goForward();
      await shows('Contoso');
    }));

  const wrong = (change) => {
    const value = structuredClone(example);
    change(value);
    return fragmentOf(value);
  };
  const text = JSON.stringify(example);
  const broken = /damaged or incomplete/;
  const cases = {
    markup: ['#v1:<img src=x onerror=alert(1)>', broken],
    'markup as the ruleset': [
      wrong((value) => {
        value.ruleset = '<img src=x onerror=alert(1)>';
      }),
      /rules “<img src=x/,
    ],
    'an unknown ruleset': [
      wrong((value) => {
        value.ruleset = '2031-01-01';
      }),
      /rules “2031-01-01”, which this page does not have/,
    ],
    'no ruleset': [
      wrong((value) => {
        delete value.ruleset;
      }),
      broken,
    ],
    'a newer version': [fragmentOf(example, 2), /newer version/],
    'version 0': [fragmentOf(example, 0), broken],
    'no version': ['#v', broken],
    'nothing behind the version': ['#v1:', broken],
    'a version without end': [`#v${'9'.repeat(400)}:AAAA`, broken],
    '__proto__ at the top': [fragmentOf(text.replace('{', '{"__proto__":{"polluted":1},')), broken],
    '__proto__ inside': [fragmentOf(text.replace('"person":{', '"person":{"__proto__":{"polluted":1},')), broken],
    constructor: [
      fragmentOf(text.replace('"person":{', '"person":{"constructor":{"prototype":{"polluted":1}},')),
      broken,
    ],
    'an unknown pointer': [
      wrong((value) => {
        value.facts.person.secret = true;
      }),
      broken,
    ],
    'a number for a text': [
      wrong((value) => {
        value.action.organization = 7;
      }),
      broken,
    ],
    'an object for a text': [
      wrong((value) => {
        value.action.organization = { toString: 1 };
      }),
      broken,
    ],
    'a text for a list': [
      wrong((value) => {
        value.facts.person.associations = 'Contoso';
      }),
      broken,
    ],
    'null where there is no "none"': [
      wrong((value) => {
        value.actor = null;
      }),
      broken,
    ],
    'a day that does not exist': [
      wrong((value) => {
        value.today = '2021-02-30';
      }),
      broken,
    ],
    'an action that does not exist': [
      wrong((value) => {
        value.action = { type: 'toString' };
      }),
      broken,
    ],
    'a list': [fragmentOf([example]), broken],
    null: [fragmentOf('null'), broken],
    'no JSON': [fragmentOf('{"today":'), broken],
    'deep nesting': [fragmentOf('['.repeat(100_000)), broken],
    'cut off': [fragmentOf(example).slice(0, -12), broken],
    'something behind it': [`${fragmentOf(example)}AAAA`, broken],
    'not deflated': [`#v1:${Buffer.from(text).toString('base64url')}`, broken],
    '9 KB': [`#v1:${'A'.repeat(9 * 1024)}`, /longer than a link may be/],
    'a bomb': [fragmentOf(' '.repeat(5_000_000)), /longer than a link may be/],
    'not UTF-8': [`#v1:${deflateRawSync(Buffer.from([0x22, 0xff, 0xfe, 0x22])).toString('base64url')}`, broken],
    'percent signs': ['#v1:%00%ZZ%E0%A4%A', broken],
  };
  const refused = async (page, what, words) => {
    const notice = page.locator('.notice').filter({ hasText: words });
    await notice.waitFor().catch(() => assert.fail(`no message about ${what}`));
    assert.equal(await notice.evaluate((element) => element === element.getRootNode().activeElement), true, what);
    assert.equal(await page.locator('#verdict, .error-summary, img').count(), 0, what);
    assert.equal(
      (await page.locator('.start').count()) > 0 || (await input(page, '/action/organization').inputValue()) === '',
      true,
      what,
    );
    assert.equal(await page.evaluate(() => ({}).polluted), undefined, what);
  };
  test('that is wrong is refused in words, the form is empty, and the page goes on', () =>
    withPage({}, async (page) => {
      for (const [what, [fragment, words]] of Object.entries(cases)) {
        await page.evaluate((to) => {
          location.hash = to;
        }, fragmentOf(example));
        await page.locator('.status-deferred').waitFor();
        await page.evaluate((to) => {
          location.hash = to;
        }, fragment);
        await refused(page, what, words);
      }
      await page.locator('.notice button').click();
      await page.locator('.notice').waitFor({ state: 'detached' });
      await fillInExample(page);
      assert.match(await page.locator('#verdict').innerText(), /May 31, 2021/);
    }));
  for (const what of ['markup', 'a bomb', 'cut off', '__proto__ inside', 'a newer version']) {
    const [fragment, words] = cases[what];
    test(`that is wrong is refused when the page opens with it: ${what}`, () =>
      withPage({ fragment }, async (page) => {
        await refused(page, what, words);
        await fillInExample(page);
      }));
  }

  test('that is no case at all is left alone', () =>
    withPage({ fragment: '#<img src=x onerror=alert(1)>' }, async (page) => {
      await fillInExample(page);
      assert.equal(await page.locator('.notice, img').count(), 0);
    }));

  test('with hostile names shows them as they are', () => {
    const hostile = '<img src=x onerror=alert(1)>{until}__proto__\u202E';
    return withPage(
      {
        fragment: wrong((value) => {
          value.action.organization = hostile;
        }),
      },
      async (page) => {
        await page.locator('.why').filter({ hasText: hostile }).waitFor({ state: 'attached' });
        const sheet = await use(page, 'link');
        assert.ok((await sheet.locator('.lines').innerText()).includes(hostile));
        assert.equal(await page.locator('img').count(), 0);
      },
    );
  });

  test('too long for an address says so', () => {
    const random = Array.from({ length: 400 }, (_, index) => createHash('sha256').update(String(index)).digest('hex'));
    return withPage({}, async (page) => {
      await fillInExample(page);
      const value = structuredClone(example);
      value.facts.person.associations = random
        .slice(0, 200)
        .map((organization) => ({ organization, started: '2021-05-01' }));
      await use(page, 'receipt');
      await dialog(page)
        .locator('#paste')
        .fill(JSON.stringify(await receiptWith(page, value)));
      await dialog(page).locator('.check .other').first().click();
      await dialog(page).locator('.result').waitFor();
      await dialog(page).getByRole('button', { name: 'Open this case' }).click();
      await page.locator('.why').filter({ hasText: random[0] }).waitFor({ state: 'attached' });
      assert.match(await (await use(page, 'link')).innerText(), /too long for a link/);
    });
  });
});

/** The receipt of the page, made from another case; its answer is then a wrong one. */
async function receiptWith(page, request) {
  const downloading = page.waitForEvent('download');
  await dialog(page).locator('.do').click();
  const receipt = JSON.parse((await contentOf(downloading)).text);
  return { ...receipt, request, created_on: request.today };
}

test('the answer is copied as text in the language of the page', () =>
  withPage({ locale: 'sv-SE' }, async (page) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await fillInExample(page);
    await tool(page, 'text').click();
    await page.locator('.keep [role=status]').filter({ hasText: 'Svaret är kopierat.' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    const verdict = await page.locator('#verdict').innerText();
    assert.ok(text.includes(verdict));
    for (const part of ['Källa', 'https://', '30 juni 2021', '1. ', 'Fabrikam']) {
      assert.ok(text.includes(part), part);
    }
    for (const heading of await page.locator('.named-dates h3, .next-steps h3, .why h3, .assumed h3').allInnerTexts()) {
      assert.ok(text.includes(`\n${heading}\n`), heading);
    }
  }));

test('where copying is refused the text is there to be selected', () =>
  withPage(
    {
      prepare: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: () => Promise.reject(new Error('no')) },
          });
        }),
    },
    async (page) => {
      await fillInExample(page);
      const sheet = await use(page, 'text');
      assert.match(await sheet.locator('#text').inputValue(), /May 31, 2021/);
      assert.match(await status(page).innerText(), /did not allow copying/);
    },
  ));

test('a link is a QR code too, and the answer a picture', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await use(page, 'link');
    const code = dialog(page).locator('.qr');
    await code.waitFor();
    const address = await dialog(page).locator('#address').inputValue();
    const drawn = await code.locator('path').last().getAttribute('d');
    const expected = generate(address);
    let path = '';
    for (let y = 0; y < expected.size; y += 1) {
      for (let x = 0; x < expected.size; x += 1) {
        path += expected.get(x, y) ? `M${x + 4} ${y + 4}h1v1h-1z` : '';
      }
    }
    assert.equal(drawn, path);
    const [download] = await Promise.all([page.waitForEvent('download'), dialog(page).locator('#save-image').click()]);
    assert.equal(download.suggestedFilename(), 'partner-check-2021-05-20.png');
    const picture = readFileSync(await download.path());
    assert.equal(picture.subarray(1, 4).toString(), 'PNG');
    assert.equal(picture.readUInt32BE(16), 1200);
    assert.ok(picture.length > 10_000);
  }));

test('what others have to do is a message, to be pasted or mailed', () =>
  withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    await page.locator('#action').selectOption('delete_user_account');
    await page.locator('input[name="field-actor-roles"][value=global_admin]').check();
    await page.locator('input[name="field-facts-person-left_on"][value=given]').check();
    await input(page, '/facts/person/left_on').fill('2021-05-01');
    await page.locator('form.question .primary').click();
    await use(page, 'message');
    const body = await dialog(page).locator('#message-body').inputValue();
    assert.match(body, /^Hello,\n\nI asked Partner Check: /);
    assert.match(body, /\n- The Global admin: Delete the account/);
    const mail = new URL(await dialog(page).locator('a[href^="mailto:"]').getAttribute('href'));
    assert.equal(mail.searchParams.get('body').replaceAll('\r\n', '\n'), body);
  }));

test('printing shows the answer and none of the tools', () =>
  withPage(
    {
      prepare: (page) =>
        page.addInitScript(() => {
          window.print = () => {
            document.documentElement.dataset.printed = 'yes';
          };
        }),
    },
    async (page) => {
      await fillInExample(page);
      await tool(page, 'print').click();
      await page.locator('html[data-printed=yes]').waitFor();
      await page.emulateMedia({ media: 'print' });
      assert.equal(await page.locator('#verdict').isVisible(), true);
      assert.equal(await page.locator('.why').isVisible(), true);
      for (const name of ['link', 'text', 'print', 'calendar', 'receipt', 'saved']) {
        assert.equal(await tool(page, name).isVisible(), false, name);
      }
      const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
      assert.equal(paper.match(/\/Type \/Page\b/g).length, 1, 'the card, why, and the sources are one page');
    },
  ));

describe('a receipt', () => {
  const made = async (page) => {
    await fillInExample(page);
    await use(page, 'receipt');
    const downloading = page.waitForEvent('download');
    await dialog(page).locator('.do').click();
    return contentOf(downloading);
  };
  const check = async (page, text) => {
    await dialog(page).locator('#paste').fill(text);
    await dialog(page).getByRole('button', { name: 'Check the receipt' }).click();
    await dialog(page).locator('.result').waitFor();
    return dialog(page).locator('.outcome').innerText();
  };

  test('names question, answer and core, and gives the same answer again, from a file and pasted', () =>
    withPage({}, async (page) => {
      const { name, text } = await made(page);
      assert.equal(name, 'partner-check-2021-05-20.json');
      const receipt = JSON.parse(text);
      const assets = new URL('../../web/dist/assets/', import.meta.url);
      const core = readFileSync(
        new URL(
          readdirSync(assets).find((each) => each.endsWith('.wasm')),
          assets,
        ),
      );
      assert.equal(receipt.core_sha256, createHash('sha256').update(core).digest('hex'));
      assert.deepEqual(Object.keys(receipt), [
        'version',
        'created_on',
        'ruleset',
        'package_version',
        'core_sha256',
        'request',
        'answer',
      ]);
      assert.equal(receipt.created_on, '2021-05-20');
      assert.equal(receipt.answer.until, '2021-05-31');
      assert.deepEqual(receipt.request, example);
      assert.match(await check(page, text), /same answer[^]*same rule core[^]*May 20, 2021/);
      await close(page);
      await use(page, 'receipt');
      await dialog(page)
        .locator('#file')
        .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from(text) });
      await dialog(page).getByRole('button', { name: 'Check the receipt' }).click();
      await dialog(page).locator('.result').filter({ hasText: 'The same answer' }).waitFor();
    }));

  test('that was altered says which findings differ; of another core it says so', () =>
    withPage({}, async (page) => {
      const { text } = await made(page);
      const altered = JSON.parse(text);
      altered.answer.status = 'allowed';
      delete altered.answer.until;
      const coolOff = altered.answer.findings.find(({ rule }) => rule === 'association.cool_off');
      coolOff.outcome = 'met';
      altered.answer.findings = altered.answer.findings.filter(({ rule }) => rule !== 'association.owner');
      altered.core_sha256 = '0'.repeat(64);
      altered.package_version = '0.0.9';
      const words = await check(page, JSON.stringify(altered));
      assert.match(words, /differs/);
      assert.match(words, /Met in the receipt, Not met now/);
      assert.match(words, /not looked at in the receipt, Met now/);
      assert.match(words, /Verdict: Yes in the receipt, Not yet now/);
      assert.match(words, /no day in the receipt, May 31, 2021 now/);
      assert.match(words, /another version of the rule core \(0\.0\.9\)/);
      await dialog(page).getByRole('button', { name: 'Open this case' }).click();
      await dialog(page).waitFor({ state: 'detached' });
      await page.locator('.status-deferred').waitFor();
    }));

  test('that is none is refused in words', () =>
    withPage({}, async (page) => {
      const { text } = await made(page);
      const changed = (change) => {
        const receipt = JSON.parse(text);
        change(receipt);
        return JSON.stringify(receipt);
      };
      for (const [given, words] of [
        ['<img src=x onerror=alert(1)>', /no receipt of this page/],
        ['[]', /no receipt/],
        ['null', /no receipt/],
        ['['.repeat(200_000), /no receipt/],
        [`"${'x'.repeat(600_000)}"`, /larger than a receipt/],
        [
          changed((receipt) => {
            receipt.version = 2;
          }),
          /newer version/,
        ],
        [
          changed((receipt) => {
            receipt.version = '1';
          }),
          /cannot be right: \/version/,
        ],
        [
          changed((receipt) => {
            receipt.extra = 1;
          }),
          /does not belong in it: \/extra/,
        ],
        [text.replace('{', '{"__proto__":{"polluted":1},'), /does not belong in it: \/__proto__/],
        [
          text.replace('"dates": {', '"dates": {"__proto__":"2021-01-01",'),
          /does not belong in it: \/answer\/dates\/__proto__/,
        ],
        [
          text.replace('"inputs": {', '"inputs": {"constructor":"x",'),
          /does not belong in it: \/answer\/findings\/0\/inputs\/constructor/,
        ],
        [
          changed((receipt) => {
            delete receipt.core_sha256;
          }),
          /lacks a field: \/core_sha256/,
        ],
        [
          changed((receipt) => {
            receipt.core_sha256 = 'abc';
          }),
          /cannot be right: \/core_sha256/,
        ],
        [
          changed((receipt) => {
            receipt.created_on = '2021-05-21';
          }),
          /cannot be right: \/created_on/,
        ],
        [
          changed((receipt) => {
            receipt.ruleset = '2018-08-31';
          }),
          /cannot be right: \/ruleset/,
        ],
        [
          changed((receipt) => {
            receipt.answer.findings[0].outcome = '<b>';
          }),
          /cannot be right: \/answer\/findings\/0\/outcome/,
        ],
        [
          changed((receipt) => {
            receipt.answer.note = 'x';
          }),
          /does not belong in it: \/answer\/note/,
        ],
        [
          changed((receipt) => {
            receipt.request.facts.person.secret = 1;
          }),
          /does not belong in it: \/request\/facts\/person\/secret/,
        ],
        [
          changed((receipt) => {
            receipt.request.ruleset = '2031-01-01';
          }),
          /rules “2031-01-01”/,
        ],
        [
          changed((receipt) => {
            receipt.request.action.type = 'fly';
          }),
          /cannot be right: \/request\/action\/type/,
        ],
        [
          changed((receipt) => {
            delete receipt.request.action.organization;
          }),
          /cannot be answered/,
        ],
      ]) {
        assert.match(await check(page, given), words, given.slice(0, 60));
        await dialog(page).locator('#paste').fill('');
        await dialog(page).getByRole('button', { name: 'Check the receipt' }).click();
        await dialog(page).locator('.result').filter({ hasText: 'Choose a file or paste' }).waitFor();
      }
      await dialog(page)
        .locator('#file')
        .setInputFiles({ name: 'huge.json', mimeType: 'application/json', buffer: Buffer.alloc(600_000, 32) });
      await dialog(page).getByRole('button', { name: 'Check the receipt' }).click();
      await dialog(page).locator('.result').filter({ hasText: 'larger than a receipt' }).waitFor();
      assert.equal(await page.locator('img').count(), 0);
      assert.equal(await page.evaluate(() => ({}).polluted), undefined);
    }));
});

describe('a calendar file', () => {
  const made = async (page) => {
    const downloading = page.waitForEvent('download');
    await dialog(page).locator('.do').click();
    return contentOf(downloading);
  };

  test('holds the chosen days, folded by octets, in the language of the page', () =>
    withPage({ locale: 'zh-TW' }, async (page) => {
      await fillInExample(page);
      const sheet = await use(page, 'calendar');
      assert.deepEqual(
        await sheet
          .locator('input[name=day]')
          .evaluateAll((inputs) => inputs.map(({ value, checked }) => [value, checked])),
        [
          ['until', true],
          ['next_association', true],
        ],
      );
      const { name, text } = await made(page);
      assert.equal(name, 'partner-check-2021-05-20.ics');
      assert.ok(text.endsWith('END:VCALENDAR\r\n'));
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75, `${Buffer.byteLength(line)}: ${line}`);
      }
      assert.doesNotMatch(text.replaceAll('\r\n', ''), /[\r\n]/);
      assert.match(text, /DTSTART;VALUE=DATE:20210531\r\n/);
      assert.match(text, /DTEND;VALUE=DATE:20210601\r\n/);
      assert.match(text, /DTSTAMP:20210520T000000Z\r\n/);
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      assert.equal(events.length, 2);
      const [event] = events;
      assert.match(event.getFirstPropertyValue('summary'), /Fabrikam/);
      assert.match(event.getFirstPropertyValue('description'), /2021年5月31日/);
      assert.equal(event.getFirstPropertyValue('transp'), 'TRANSPARENT');
      assert.equal(event.getFirstSubcomponent('valarm').getFirstPropertyValue('trigger').toString(), 'PT9H');
      assert.notEqual(events[0].getFirstPropertyValue('uid'), events[1].getFirstPropertyValue('uid'));
    }));

  test('keeps its UIDs when the same case is asked later; another case has others', () =>
    withPage({}, async (page) => {
      const uids = async () => {
        await use(page, 'calendar');
        const { text } = await made(page);
        await close(page);
        return {
          uids: [...text.matchAll(/^UID:(.*)$/gm)].map(([, uid]) => uid.trim()),
          sequence: Number(/SEQUENCE:(\d+)/.exec(text)[1]),
        };
      };
      await fillInExample(page);
      const first = await uids();
      await input(page, '/today').fill('2021-05-25');
      await page.locator('.asked').filter({ hasText: 'May 25' }).waitFor();
      const later = await uids();
      assert.deepEqual(later.uids, first.uids);
      assert.equal(later.sequence, first.sequence + 5);
      await input(page, '/facts/person/associations/0/organization').fill('Tailspin');
      assert.notDeepEqual((await uids()).uids, first.uids);
    }));

  test('escapes hostile names', () => {
    const hostile = 'A;B,C\\n\nEND:VEVENT\r\nATTACH:http://x.example\u0000"';
    const value = structuredClone(example);
    value.action.organization = hostile.replace(/[\n\r\u0000]/g, ' ');
    value.facts.person.partner_center_account.organization = value.action.organization;
    return withPage({ fragment: fragmentOf(value) }, async (page) => {
      await page.locator('#verdict').waitFor();
      await use(page, 'calendar');
      const { text } = await made(page);
      assert.doesNotMatch(text, /^ATTACH|^END:VEVENT.+/m);
      const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
      assert.ok(events.length > 0);
      assert.ok(events[0].getFirstPropertyValue('summary').includes(value.action.organization.trim()));
    });
  });

  test('needs a day', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      const sheet = await use(page, 'calendar');
      for (const box of await sheet.locator('input[name=day]').all()) {
        await box.uncheck();
      }
      await sheet.locator('.do').click();
      await status(page).filter({ hasText: 'Choose at least one day.' }).waitFor();
    }));
});

describe('saved cases', () => {
  const stored = (page) => page.evaluate(() => JSON.stringify({ ...localStorage }));

  test('nothing is stored before somebody saves; then they open and go, one by one and all at once', () =>
    withPage({}, async (page) => {
      await fillInExample(page);
      await use(page, 'saved');
      assert.equal(await stored(page), '{}');
      await dialog(page).locator('#name').fill('<b>Fabrikam</b> in May');
      await dialog(page).locator('.do').click();
      await status(page).filter({ hasText: 'Saved.' }).waitFor();
      assert.notEqual(await stored(page), '{}');
      await dialog(page).locator('#name').fill('Second');
      await dialog(page).locator('.do').click();
      await dialog(page).getByRole('button', { name: 'Delete Second', exact: true }).waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Start again' }).click();
      await use(page, 'saved');
      assert.equal(await dialog(page).locator('#name').count(), 0);
      await dialog(page).getByRole('button', { name: 'Open <b>Fabrikam</b> in May' }).click();
      await page.locator('.status-deferred').waitFor();
      assert.equal(await input(page, '/facts/person/associations/0/organization').inputValue(), 'Contoso');
      await use(page, 'saved');
      await dialog(page).getByRole('button', { name: 'Delete Second', exact: true }).click();
      assert.equal(await dialog(page).locator('.cases li').count(), 1);
      await dialog(page).locator('#saved-heading:focus').waitFor();
      await dialog(page).getByRole('button', { name: 'Delete all saved cases' }).click();
      await status(page).filter({ hasText: 'All saved cases are deleted.' }).waitFor();
      assert.equal(await dialog(page).locator('.cases').count(), 0);
      assert.equal(await stored(page), '{}');
    }));

  test('storage that is refused is said; everything else works', () =>
    withPage(
      {
        prepare: (page) =>
          page.addInitScript(() => {
            Object.defineProperty(window, 'localStorage', {
              get() {
                throw new DOMException('refused', 'SecurityError');
              },
            });
          }),
      },
      async (page) => {
        await fillInExample(page);
        assert.match(await (await use(page, 'saved')).innerText(), /does not allow the page to save anything/);
        await close(page);
        assert.match(await linkOf(page), /#v1:/);
      },
    ));

  test('storage that is full is said', () =>
    withPage(
      {
        prepare: (page) =>
          page.addInitScript(() => {
            Storage.prototype.setItem = () => {
              throw new DOMException('full', 'QuotaExceededError');
            };
          }),
      },
      async (page) => {
        await fillInExample(page);
        await use(page, 'saved');
        await dialog(page).locator('.do').click();
        await status(page).filter({ hasText: 'does not allow' }).waitFor();
      },
    ));

  test('what somebody else wrote there does no harm', () =>
    withPage(
      {
        prepare: (page) =>
          page.addInitScript(() =>
            localStorage.setItem(
              'partner-check.cases',
              '[1,null,{"name":7},{"name":"<img src=x>","request":{"__proto__":{"a":1}}},{"name":"old"}]',
            ),
          ),
      },
      async (page) => {
        await use(page, 'saved');
        assert.equal(await dialog(page).locator('.cases li').count(), 2);
        assert.match(await dialog(page).locator('.cases').innerText(), /<img src=x> \(cannot be opened here\)/);
        assert.equal(await dialog(page).getByRole('button', { name: /^Open/ }).count(), 0);
        await dialog(page).getByRole('button', { name: 'Delete all saved cases' }).click();
        await dialog(page).locator('.cases').waitFor({ state: 'detached' });
      },
    ));
});

test('tools that cannot be fetched say so, and work once the host is back', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    await page.route('**/keep-*.js', (route) => route.abort());
    await tool(page, 'link').click();
    await page.locator('.keep [role=status]').filter({ hasText: 'This did not work' }).waitFor();
    await page.unroute('**/keep-*.js');
    await use(page, 'link');
    page.seen.messages = page.seen.messages.filter((message) => !/ERR_FAILED/.test(message));
  }));

test('with the keyboard alone: to a tool, through its dialog, and back to where it was opened', () =>
  withPage({}, async (page) => {
    await fillInExample(page);
    const focus = () =>
      page.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) {
          element = element.shadowRoot.activeElement;
        }
        return element?.dataset?.tool ?? element?.id ?? '';
      });
    await page.locator('#verdict').focus();
    for (const name of ['link', 'calendar', 'receipt', 'saved']) {
      for (let presses = 0; (await focus()) !== name && presses < 8; presses += 1) {
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await dialog(page).waitFor();
      assert.equal(await focus(), 'title', name);
      await page.keyboard.press('Tab');
      assert.notEqual(await focus(), 'title');
      await page.keyboard.press('Escape');
      await dialog(page).waitFor({ state: 'detached' });
      assert.equal(await focus(), name);
    }
    // The dialog's own event comes later than it closes, and must not take back a focus that went on.
    await page.keyboard.press('Enter');
    await dialog(page).evaluate((open) => {
      open.close();
      open.getRootNode().host.getRootNode().querySelector('#verdict').focus();
    });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    assert.equal(await focus(), 'verdict');
  }));

describe('no violation, and no scrolling sideways', { concurrency: 2 }, () => {
  const narrow = { viewport: { width: 320, height: 720 } };
  const settings = [
    ...['en-US', 'zh-TW', 'sv-SE', 'nl-NL'].map((locale) => ({ locale })),
    { colorScheme: 'dark' },
    { locale: 'nl-NL', ...narrow },
  ];
  const axe = async (page, what) => {
    assert.deepEqual(await violations(page), [], what);
    const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(widths[0] <= widths[1], `${what}: ${widths}`);
    const inside = await page
      .locator('dialog[open]')
      .evaluateAll((dialogs) => dialogs.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    assert.ok(
      inside.every((over) => over <= 0),
      `${what}: ${inside}`,
    );
  };
  for (const options of settings) {
    test(JSON.stringify(options), () =>
      withPage(options, async (page) => {
        await fillInExample(page);
        await axe(page, 'bar');
        for (const name of ['link', 'calendar', 'receipt', 'saved']) {
          await use(page, name);
          if (name === 'saved') {
            await dialog(page).locator('.do').click();
            await dialog(page).locator('.cases').waitFor();
          }
          if (name === 'receipt') {
            await dialog(page).locator('#paste').fill('{}');
            await dialog(page).locator('.check .other').click();
            await dialog(page).locator('.result').waitFor();
          }
          await axe(page, name);
          await close(page);
        }
        await page.evaluate(() => {
          location.hash = '#v9:A';
        });
        await page.locator('.notice').waitFor();
        await axe(page, 'notice');
      }),
    );
  }
});
