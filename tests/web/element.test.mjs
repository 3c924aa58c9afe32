// <partner-check> in a page of somebody else, on another origin, under a strict policy with Trusted Types.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { violations } from './axe.mjs';
import { launch, open } from './browser.mjs';
import { hostPage } from './host-page.mjs';
import { serve } from './server.mjs';

const assets = await serve({ headers: { 'access-control-allow-origin': '*' } });
const host = await hostPage(`${assets.url}embed/partner-check.js`);
const browser = await launch();
after(async () => {
  await browser.close();
  await host.close();
  await assets.close();
});

const example = {
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

/** Opens the portal; what its policy refuses and what its console says is in `page.seen.messages`. */
async function portal(body, options = {}) {
  host.body = body;
  const page = await open(browser, host.url, {
    ...options,
    prepare: async (opened) => {
      await opened.addInitScript(() => {
        globalThis.heard = [];
        for (const name of ['ready', 'result', 'error']) {
          addEventListener(`partner-check-${name}`, ({ detail, composed }) => heard.push({ name, detail, composed }));
        }
      });
      await options.prepare?.(opened);
    },
  });
  const element = page.locator('partner-check').first();
  return {
    page,
    element,
    inside: (act, argument) => element.evaluate(act, argument),
    heard: (name) => page.evaluate((wanted) => heard.filter((each) => each.name === wanted), name),
    /** Sets properties, and waits for what comes of them. */
    set: (properties) =>
      element.evaluate(async (self, values) => {
        Object.assign(self, values);
        await self.updateComplete;
      }, properties),
    done: async () => {
      assert.deepEqual(page.seen.messages, []);
      await page.context().close();
    },
  };
}

/** The text of all files of a folder of the page's source. */
function sourceOf(folder) {
  const source = new URL(`../../web/src/${folder}/`, import.meta.url);
  const files = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.ts'));
  return files.map((name) => readFileSync(new URL(name, source), 'utf8'));
}

test('stands by itself: loads its core and texts from its own origin, says that it is ready, and breaks no policy', async () => {
  const { page, heard, done } = await portal('<partner-check></partner-check>');
  const [{ detail, composed }] = await heard('ready');
  const { version } = JSON.parse(readFileSync(new URL('../../element/package.json', import.meta.url), 'utf8'));
  assert.equal(detail.version, version);
  assert.ok(detail.rulesets.includes('2021-04-27') && detail.actions.includes('view_kpi'));
  assert.equal(composed, true);
  const places = new Set(page.seen.requests.map((url) => new URL(url).origin));
  assert.deepEqual(places, new Set([new URL(host.url).origin, new URL(assets.url).origin]));
  assert.equal(await page.evaluate(() => document.querySelectorAll('style, link').length), 0);
  await done();
});

test('guided: asks one thing at a time of the action, in a column of 320 pixels, and tells every answer', async () => {
  const { page, element, inside, heard, set, done } = await portal(
    '<partner-check lang="en-US" guided action="link_mcid" today="2021-05-20"></partner-check>',
    { viewport: { width: 320, height: 720 } },
  );
  const address = page.url();
  const input = (pointer) => element.locator(`[data-pointer="${pointer}"] input[type=text]`).first();
  const next = () => element.locator('.one > .buttons .primary').click();
  await input('/action/organization').fill('Fabrikam');
  await next();
  await element.locator('.usual .primary').click();
  assert.equal(await element.locator('.one > .field').count(), 1);
  await element.locator('.one > .buttons .secondary').click();
  await input('/facts/person/associations/0/started').fill('2021-05-01');
  await next();
  await element.locator('.details').waitFor();
  assert.match(await element.locator('#verdict').innerText(), /May 31, 2021/);
  assert.equal((await heard('result')).at(-1).detail.decision.until, '2021-05-31');
  assert.ok(await inside((self) => self.scrollWidth <= self.clientWidth));
  assert.equal(page.url(), address);
  // Another action of the host's is another situation; a request of its own is answered at once.
  await set({ action: 'reenroll_membership' });
  await input('/facts/membership/pmc_expires').waitFor();
  await set({ request: { action: { type: 'count_kpi' } } });
  await element.locator('.status-allowed').waitFor();
  await inside((self) => self.reset());
  await input('/facts/membership/pmc_expires').waitFor();
  await done();
});

test('guided, without an action: begins with what somebody wants to know, and gives the page around no address', async () => {
  const { page, element, set, done } = await portal('<partner-check lang="en-US" guided></partner-check>');
  const address = page.url();
  assert.equal(await element.locator('.start a').count(), 0);
  await element.locator('#wish').fill('how long does my temporary password work');
  await element.locator('.matches [data-situation=sign_in_with_temporary_password]').first().click();
  await element.locator('.guide').waitFor();
  assert.equal(page.url(), address);
  await set({ guided: false });
  await element.locator('form.question').waitFor();
  await done();
});

test('attributes begin the question, follow changes, and are properties', async () => {
  const { element, inside, set, done } = await portal(
    '<partner-check action="view_kpi" today="2021-05-20" ruleset="2023-10-23"></partner-check>',
  );
  const request = () => inside((self) => self.request);
  assert.deepEqual(await request(), { action: { type: 'view_kpi' }, today: '2021-05-20', ruleset: '2023-10-23' });
  await set({
    action: 'pass_assessment',
    today: '2021-06-01',
    ruleset: '2021-04-27',
    name: 'check',
    required: true,
    headingLevel: 3,
  });
  assert.equal((await request()).action.type, 'pass_assessment');
  assert.equal((await request()).today, '2021-06-01');
  assert.equal((await request()).ruleset, '2021-04-27');
  const attributes = await inside((self) =>
    Object.fromEntries(self.getAttributeNames().map((name) => [name, self.getAttribute(name)])),
  );
  assert.deepEqual(attributes, {
    action: 'pass_assessment',
    today: '2021-06-01',
    ruleset: '2021-04-27',
    name: 'check',
    required: '',
    'heading-level': '3',
  });
  await inside((self) => self.removeAttribute('ruleset'));
  await set({ today: null });
  assert.equal((await request()).ruleset, '2021-04-27');
  assert.equal((await request()).today, await inside(() => new Date().toLocaleDateString('sv-SE')));
  assert.equal(await element.locator('h2').first().getAttribute('aria-level'), '3');
  await done();
});

test('a request fills the form and is answered; the answer is told as plain data, and again after each change', async () => {
  const { page, element, inside, heard, set, done } = await portal(
    '<partner-check today="2021-05-20"></partner-check>',
  );
  await set({ request: example });
  assert.match(await element.locator('[part=verdict]').innerText(), /May 31, 2021/);
  assert.equal(await inside((self) => self.shadowRoot.activeElement), null, 'the focus stays with the host');
  const [{ detail }] = await heard('result');
  assert.deepEqual(detail.request, { ...example, today: '2021-05-20', ruleset: '2021-04-27' });
  assert.equal(detail.decision.until, '2021-05-31');
  assert.deepEqual(detail.preview.decision, detail.decision);
  assert.deepEqual(await inside((self) => self.result), detail.preview);
  assert.deepEqual(await inside((self) => self.request), detail.request);
  await element.locator('[data-pointer="/today"] input').fill('2021-06-02');
  await page.waitForTimeout(0);
  assert.equal((await heard('result')).at(-1).detail.decision.status, 'allowed');
  await set({ today: '2021-05-30' });
  assert.equal((await heard('result')).at(-1).detail.decision.status, 'deferred');
  // A host that changes what it was given changes nothing here.
  await inside((self) => (self.result.decision.status = 'denied'));
  await set({ today: '2021-05-29' });
  assert.equal((await inside((self) => self.result)).decision.status, 'deferred');
  await set({ request: null });
  assert.equal(await inside((self) => self.result), undefined);
  await done();
});

test('part of a request is filled in, and waits for the rest; check() asks without moving the focus', async () => {
  const { element, inside, heard, set, done } = await portal(
    '<partner-check action="link_mcid" today="2021-05-20"></partner-check>',
  );
  await set({ request: { actor: { relation: 'owner' } } });
  assert.equal(await element.locator('input[name="field-actor-relation"][value=owner]').isChecked(), true);
  assert.deepEqual(await heard('error'), []);
  const answer = await inside((self) => self.check());
  assert.equal(answer.type, 'failure');
  const [{ detail }] = await heard('error');
  assert.equal(detail.kind, 'question');
  assert.deepEqual(
    detail.errors.map(({ code, path }) => ({ code, path })),
    [{ code: 'value.required', path: '/action/organization' }],
  );
  assert.match(detail.errors[0].text, /Please answer/);
  assert.equal(await element.locator('[part=errors]').count(), 1);
  await inside((self) => self.focus());
  assert.equal(await inside((self) => self.shadowRoot.activeElement.id), 'action');
  await done();
});

test('what a host asks for and cannot have is said, told, and changes nothing that was typed', async () => {
  const { element, inside, heard, set, done } = await portal('<partner-check today="2021-05-20"></partner-check>');
  await set({ request: example });
  const before = await inside((self) => self.request);
  for (const [properties, code, path] of [
    [{ action: 'fly' }, 'action.unknown', '/action/type'],
    [{ today: '2021-02-30' }, 'date.impossible', '/today'],
    [{ ruleset: '1999-01-01' }, 'ruleset.unknown', '/ruleset'],
    [{ request: 7 }, 'type.wrong', ''],
    [{ request: { facts: { person: { associations: 3 } } } }, 'type.wrong', '/facts/person/associations'],
    [{ request: { ...example, constructor: {} } }, 'key.unknown', '/constructor'],
  ]) {
    await set(properties);
    const { kind, errors } = (await heard('error')).at(-1).detail;
    assert.equal(kind, 'question');
    assert.deepEqual(
      errors.map((each) => ({ code: each.code, path: each.path })),
      [{ code, path }],
    );
    assert.ok(
      (await element.locator('.refused li').allInnerTexts()).some((text) => errors[0].text.startsWith(text)),
      code,
    );
    assert.deepEqual(await inside((self) => self.request), before);
  }
  await inside((self) => {
    const loop = {};
    loop.facts = loop;
    self.request = loop;
    return self.updateComplete;
  });
  assert.equal((await heard('error')).at(-1).detail.errors[0].code, 'request.not_json');
  await set({ action: null, today: '2021-05-20', ruleset: null, request: example });
  assert.equal(await element.locator('.refused').count(), 0);
  await done();
});

test('properties that were set before the element was known are taken up', async () => {
  const { page, done } = await portal('<p id="place"></p>', { ready: false });
  await page.evaluate(async (request) => {
    const early = document.createElement('partner-check');
    Object.defineProperty(early, 'x', { value: 1 });
    early.today = '2021-05-20';
    early.request = request;
    document.querySelector('#place').append(early);
  }, example);
  await page.locator('partner-check [part=verdict]').waitFor();
  assert.match(await page.locator('partner-check [part=verdict]').innerText(), /May 31, 2021/);
  await done();
});

describe('in a form', () => {
  const form = (attributes = '') =>
    `<form><fieldset><partner-check name="answer" today="2021-05-20" ${attributes}></partner-check></fieldset><button>Send</button></form>`;
  const sent = (page) => page.evaluate(() => new FormData(document.querySelector('form')).get('answer'));

  test('sends the question with the status, and nothing before there is an answer', async () => {
    const { page, set, inside, done } = await portal(form());
    assert.equal(await sent(page), null);
    await set({ request: example });
    assert.deepEqual(JSON.parse(await sent(page)), {
      request: await inside((self) => self.request),
      status: 'deferred',
      until: '2021-05-31',
    });
    assert.equal(await inside((self) => self.form === document.querySelector('form')), true);
    await done();
  });

  test('required: the form waits for an answer, and says so', async () => {
    const { page, set, inside, done } = await portal(form('required'));
    assert.equal(await inside((self) => self.validity.valueMissing), true);
    assert.match(await inside((self) => self.validationMessage), /no answer yet/);
    await page.getByRole('button', { name: 'Send' }).click();
    assert.equal(new URL(page.url()).search, '');
    assert.equal(await inside((self) => self.shadowRoot.activeElement?.id), 'action');
    await set({ request: example });
    assert.equal(await inside((self) => self.checkValidity()), true);
    await set({ request: null });
    await set({ required: false });
    assert.equal(await inside((self) => self.checkValidity()), true);
    await done();
  });

  test('a reset goes back to the attributes', async () => {
    const { page, element, set, inside, done } = await portal(form('action="view_kpi"'));
    const before = await inside((self) => self.request);
    await set({ request: example });
    await page.evaluate(() => document.querySelector('form').reset());
    await element.locator('[part=empty]').waitFor();
    assert.deepEqual(await inside((self) => self.request), before);
    assert.equal(await sent(page), null);
    await done();
  });

  test('disabled, by itself or by its fieldset: nothing can be asked or sent', async () => {
    const { page, element, set, inside, done } = await portal(form());
    await set({ request: example });
    const enabled = () => element.locator('form :is(input, select, button):enabled').count();
    assert.ok((await enabled()) > 10);
    await page.evaluate(() => (document.querySelector('fieldset').disabled = true));
    await element.locator('select:disabled').first().waitFor();
    assert.equal(await enabled(), 0);
    assert.equal(await sent(page), null);
    await page.evaluate(() => (document.querySelector('fieldset').disabled = false));
    await set({ disabled: true });
    assert.equal(await enabled(), 0);
    assert.equal(await inside((self) => self.willValidate), false);
    await set({ disabled: false });
    assert.ok((await enabled()) > 10);
    await done();
  });

  test('what the browser kept of a form comes back', async () => {
    const { inside, element, done } = await portal(form());
    await inside((self, request) => self.formStateRestoreCallback(JSON.stringify(request), 'restore'), example);
    await element.locator('[part=verdict]').waitFor();
    assert.equal((await inside((self) => self.request)).action.organization, 'Fabrikam');
    await done();
  });
});

test('the language is that of the place, follows it, and can be chosen', async () => {
  const { page, element, inside, done } = await portal('<section lang="sv"><partner-check></partner-check></section>');
  const heading = element.locator('form h2');
  assert.equal(await heading.innerText(), 'Din fråga');
  await page.evaluate(() => (document.querySelector('section').lang = 'zh-Hant'));
  await heading.filter({ hasText: '您的問題' }).waitFor();
  await inside((self) => (self.lang = 'nl'));
  await heading.filter({ hasText: 'Je vraag' }).waitFor();
  assert.equal(await element.locator('.columns').getAttribute('lang'), 'nl-NL');
  await done();
});

test('without any language around, the one that the browser asks for', async () => {
  const { page, element, done } = await portal('<partner-check></partner-check>', {
    locale: 'sv-SE',
    prepare: (opened) =>
      opened.addInitScript(() =>
        addEventListener('readystatechange', () => document.documentElement.removeAttribute('lang'), true),
      ),
  });
  await element.locator('form h2').filter({ hasText: 'Din fråga' }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.lang), '');
  await done();
});

test('two on one page share the core, and know nothing of one another', async () => {
  const { page, set, done } = await portal(
    '<partner-check today="2021-05-20"></partner-check><partner-check action="view_kpi"></partner-check>',
    {
      ready: false,
    },
  );
  await page.locator('partner-check form').first().waitFor();
  await page.locator('partner-check form').nth(1).waitFor();
  await set({ request: example });
  assert.equal(
    await page
      .locator('partner-check')
      .nth(1)
      .evaluate((self) => self.result),
    undefined,
  );
  assert.equal(
    (
      await page
        .locator('partner-check')
        .nth(1)
        .evaluate((self) => self.request)
    ).action.type,
    'view_kpi',
  );
  assert.equal(page.seen.requests.filter((url) => url.endsWith('.wasm')).length, 1);
  await done();
});

test('taken out and put back, it is as it was, and still follows the language', async () => {
  const { page, element, set, inside, done } = await portal(
    '<partner-check today="2021-05-20"></partner-check><div></div>',
  );
  await set({ request: example });
  await inside((self) => {
    self.remove();
    document.documentElement.lang = 'nl';
    document.querySelector('div').append(self);
  });
  await element.locator('form h2').filter({ hasText: 'Je vraag' }).waitFor();
  assert.equal((await inside((self) => self.result)).decision.until, '2021-05-31');
  await page.evaluate(() => (document.documentElement.lang = 'en'));
  await element.locator('form h2').filter({ hasText: 'Your question' }).waitFor();
  await done();
});

test('by keyboard alone: choose, ask, and be at the answer', async () => {
  const { page, element, inside, done } = await portal(
    '<button>Before</button><partner-check action="view_kpi" today="2021-05-20"></partner-check>',
  );
  await page.getByRole('button', { name: 'Before' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(await inside((self) => self.shadowRoot.activeElement.id), 'action');
  for (
    let step = 0;
    step < 40 && !(await inside((self) => self.shadowRoot.activeElement.matches('.primary')));
    step += 1
  ) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await element.locator('#verdict:focus').waitFor();
  await done();
});

for (const [what, body, options] of [
  ['with an answer', '<partner-check today="2021-05-20"></partner-check>', {}],
  [
    'dark, in a narrow column of a wide page',
    '<div id="column"><partner-check today="2021-05-20"></partner-check></div>',
    { colorScheme: 'dark' },
  ],
]) {
  test(`no violation that axe can see, and no scrolling sideways: ${what}`, async () => {
    const { page, element, set, inside, done } = await portal(body, { reducedMotion: 'reduce', ...options });
    await page.evaluate(() => {
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      document.querySelector('#column')?.style.setProperty('width', '320px');
    });
    await set({ request: example, action: 'fly' });
    await element.locator('[part=verdict]').waitFor();
    await element
      .locator('details.more')
      .evaluateAll((parts) => parts.forEach((part) => part.setAttribute('open', '')));
    await element.locator('[part=timeline]').waitFor();
    assert.deepEqual(await violations(page), []);
    assert.ok(await inside((self) => self.scrollWidth <= self.clientWidth));
    await done();
  });
}

test('own properties and parts give it another look; sizes follow the letters around it, not those of the root', async () => {
  const { page, element, set, done } = await portal('<partner-check today="2021-05-20"></partner-check>');
  await set({ request: example });
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '10px';
    document.body.style.fontSize = '20px';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'main { --partner-check-accent: rgb(1, 2, 3) } partner-check::part(verdict) { border-style: double }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const style = (selector, name) =>
    element
      .locator(selector)
      .first()
      .evaluate((place, wanted) => getComputedStyle(place)[wanted], name);
  assert.equal(await style('[part~=submit]', 'backgroundColor'), 'rgb(1, 2, 3)');
  assert.equal(await style('[part=verdict]', 'borderTopStyle'), 'double');
  assert.equal(await style('.hint', 'fontSize'), '18.75px');
  await done();
});

test('a state for styles says what the answer is; parts reach every input, label and button, also those that come later', async () => {
  const { element, inside, set, done } = await portal('<partner-check today="2021-05-20"></partner-check>');
  const states = () =>
    inside((self) => ['allowed', 'deferred', 'denied', 'needs_info'].filter((name) => self.matches(`:state(${name})`)));
  assert.deepEqual(await states(), []);
  await set({ request: example });
  await element.locator('[part=verdict]').waitFor();
  assert.deepEqual(await states(), ['deferred']);
  await set({ today: '2021-06-01' });
  assert.deepEqual(await states(), ['allowed']);
  await set({ action: 'view_kpi' });
  assert.deepEqual(await states(), []);
  await element.locator('select').first().selectOption('extend_competency');
  const without = await inside((self) =>
    [...self.shadowRoot.querySelectorAll('input, select, label, legend, button')]
      .filter(({ part }) => !['input', 'label', 'button'].some((name) => part.contains(name)))
      .map(({ outerHTML }) => outerHTML.slice(0, 100)),
  );
  assert.deepEqual(without, []);
  assert.ok((await element.locator('[part~=submit][part~=button]').count()) === 1);
  await done();
});

test('a radius holds everywhere, except for what is round', async () => {
  const { element, inside, set, done } = await portal('<partner-check today="2021-05-20"></partner-check>');
  await inside((self) => self.style.setProperty('--partner-check-radius', '0px'));
  await set({ request: example });
  await element.locator('[part=timeline]').waitFor({ state: 'attached' });
  const corners = await inside((self) =>
    [...self.shadowRoot.querySelectorAll('*')].map((each) => getComputedStyle(each).borderRadius),
  );
  assert.deepEqual([...new Set(corners)].sort(), ['0px', '50%']);
  await done();
});

test('slots hold words of the portal: above, in place of what waits for an answer, and below', async () => {
  const { page, element, set, done } = await portal(
    `<partner-check today="2021-05-20"><p slot="header">Before you ask</p><p slot="empty">Nothing yet</p>
    <p slot="footer">The partner desk: 1234</p></partner-check>`,
  );
  const place = async (text) => (await page.getByText(text, { exact: true }).boundingBox())?.y;
  const [above, waiting, below] = [
    await place('Before you ask'),
    await place('Nothing yet'),
    await place('The partner desk: 1234'),
  ];
  assert.ok(above < waiting && waiting < below);
  assert.equal(await element.locator('[part=empty] h2').isVisible(), false);
  await set({ request: example });
  assert.equal(await place('Nothing yet'), undefined);
  await done();
});

describe('a core that does not come', () => {
  const withCore = (answer, body = '<partner-check></partner-check>') =>
    portal(body, { ready: false, prepare: (page) => page.route('**/*.wasm', answer) });
  const cors = { 'access-control-allow-origin': '*' };

  for (const [what, answer, code, words] of [
    [
      'an HTML page in its place',
      { status: 200, contentType: 'text/html', headers: cors, body: '<!doctype html>' },
      'not_wasm',
      /something else in place of/,
    ],
    [
      'status 404',
      { status: 404, contentType: 'text/plain', headers: cors, body: 'not found' },
      'refused',
      /status 404/,
    ],
  ]) {
    test(`${what}: said in plain words, told, and tried again`, async () => {
      let isDown = true;
      const { page, element, heard, inside } = await withCore((route) =>
        isDown ? route.fulfill(answer) : route.continue(),
      );
      await element.locator('[part=failure]').waitFor();
      assert.match(await element.locator('[part=failure]').innerText(), words);
      const [{ detail }] = await heard('error');
      assert.equal(detail.kind, 'load');
      assert.equal(detail.errors[0].code, code);
      assert.match(detail.errors[0].url, /partnercheck-core.*\.wasm$/);
      assert.equal(await inside((self) => self.check()), undefined);
      isDown = false;
      await element.locator('[part=failure] button').click();
      await element.locator('form').waitFor();
      assert.equal((await heard('ready')).length, 1);
      await page.context().close();
    });
  }

  test('a policy without wasm-unsafe-eval is named as that: to people, to the host, and in the console', async (t) => {
    const { policy } = host;
    host.policy = policy.replace(" 'wasm-unsafe-eval'", '');
    t.after(() => (host.policy = policy));
    const { page, element, heard } = await portal('<partner-check lang="nl-NL"></partner-check>', { ready: false });
    await element.locator('[part=failure]').waitFor();
    assert.match(await element.locator('[part=failure]').innerText(), /script-src heeft 'wasm-unsafe-eval' nodig/);
    const [{ detail }] = await heard('error');
    assert.deepEqual([detail.kind, detail.errors[0].code], ['load', 'not_allowed']);
    assert.ok(
      page.seen.messages.some((message) => /^error: Partner Check could not start: .*'wasm-unsafe-eval'/.test(message)),
      page.seen.messages.join('\n'),
    );
    await page.context().close();
  });

  test('from where wasm-url says, relative to the page; another address is another try', async () => {
    const { page, element, heard, set } = await portal('<partner-check wasm-url="nowhere.wasm"></partner-check>', {
      ready: false,
    });
    await element.locator('[part=failure]').waitFor();
    assert.equal((await heard('error'))[0].detail.errors[0].url, `${host.url}nowhere.wasm`);
    const core = `${assets.url}core.wasm`;
    const bytes = readFileSync(new URL('../../wasm/dist/partnercheck-core.wasm', import.meta.url));
    await page.route(core, (route) => route.fulfill({ contentType: 'application/wasm', headers: cors, body: bytes }));
    await set({ wasmUrl: core });
    await element.locator('form').waitFor();
    await page.context().close();
  });
});

test('on a server, importing does nothing; in a browser the plain import defines nothing', () => {
  const script = `
    const { PartnerCheckElement } = await import('partnercheck-element');
    await import('partnercheck-element/define');
    await import('partnercheck-element/define');
    console.log(typeof PartnerCheckElement, typeof document, typeof window, globalThis.customElements?.get('partner-check'));`;
  const { stdout, stderr, status } = spawnSync('node', ['--input-type=module', '-e', script], {
    cwd: new URL('../../', import.meta.url),
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  assert.equal(status, 0);
  assert.equal(stdout.trim(), 'function undefined undefined undefined');
  const element = readFileSync(new URL('../../element/dist/element/element.js', import.meta.url), 'utf8');
  assert.doesNotMatch(element, /^customElements|customElements\.define/m);
});

test('known already, it is not defined again, and nothing is thrown', async () => {
  const { page, done } = await portal(
    `<partner-check></partner-check><script type="module" src="${assets.url}embed/partner-check.js?another"></script>`,
  );
  assert.equal(
    await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('?another')).length,
    ),
    1,
  );
  await done();
});

test('custom-elements.json says of the element what is so', async () => {
  const manifest = JSON.parse(
    readFileSync(new URL('../../element/dist/custom-elements.json', import.meta.url), 'utf8'),
  );
  const [
    {
      declarations: [declared],
    },
    {
      exports: [definition],
    },
  ] = manifest.modules;
  assert.equal(definition.name, 'partner-check');
  const { inside, done } = await portal('<partner-check></partner-check>');
  const attributes = await inside((self) => self.constructor.observedAttributes);
  assert.deepEqual(declared.attributes.map(({ name }) => name).sort(), attributes.sort());
  const missing = await inside(
    (self, names) => names.filter((name) => !(name in self)),
    declared.members.map(({ name }) => name),
  );
  assert.deepEqual(missing, []);
  await done();

  const code = ['library', 'check', 'timeline', 'share', 'embed'].flatMap(sourceOf).join('\n');
  // Blocks of the answer take their part from the name that they are given.
  const parts = [...code.matchAll(/\bpart="([a-z-]+)"|^ +'([a-z-]+)',\n +\);/gm)].map(
    ([, name, block]) => name ?? block,
  );
  const marks = readFileSync(new URL('../../web/src/embed/element/marks.ts', import.meta.url), 'utf8');
  const [, kinds] = /const parts = \{([^}]+)\}/.exec(marks);
  parts.push(...[...kinds.matchAll(/^ +(\w+): '/gm)].map(([, name]) => name));
  assert.deepEqual(new Set(declared.cssParts.map(({ name }) => name)), new Set(parts));
  const slots = [...code.matchAll(/<slot name="([a-z]+)"/g)].map(([, name]) => name);
  assert.deepEqual(new Set(declared.slots.map(({ name }) => name)), new Set(slots));
  const styles = readFileSync(new URL('../../web/src/library/styles/partner-check.css', import.meta.url), 'utf8');
  const properties = new Set([...styles.matchAll(/var\((--partner-check-[a-z-]+)/g)].map(([, name]) => name));
  assert.deepEqual(new Set(declared.cssProperties.map(({ name }) => name)), properties);
  const told = [...code.matchAll(/'(partner-check-[a-z]+)': CustomEvent/g)].map(([, name]) => name);
  assert.deepEqual(declared.events.map(({ name }) => name).sort(), told.sort());
});
