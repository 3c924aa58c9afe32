// Every call that the page of a table and its worker make to the browser, failed: the first, the second, and so on, until
// a visit passes without a fault. Each step works or says why not; then all of it works, in the same page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { failing, said } from './failing.mjs';
import { fillIn, openRoster } from './roster-page.mjs';
import { started } from './started.mjs';

const context = await started();

const table = ['MCID,Organization,Started,Ended', '1,Contoso,2021-05-01,', '2,Contoso,2020-01-01,2020-06-01'].join(
  '\n',
);
const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };

const trouble = (page) => page.locator('.trouble');
const shown = async (page, done) => {
  const text = await said(trouble(page), page.locator(done));
  return (await trouble(page).count()) > 0 ? text : 'done';
};
/** Presses what gives a file. */
const saved = async (page, button) => {
  const coming = page.waitForEvent('download').then(
    () => 'done',
    () => 'nothing came',
  );
  await page.locator(button).click();
  return Promise.race([coming, said(trouble(page))]);
};

/** What somebody does with a table. Each says how it went; behind one of the first two there is nothing when it fails. */
const steps = {
  open: async (page) => {
    await page.locator('#file').setInputFiles(file);
    return shown(page, '#table-heading');
  },
  run: async (page) => {
    await fillIn(page);
    await page.locator('#run').click();
    return shown(page, '#results-heading');
  },
  remember: async (page) => {
    const isKept = () => page.locator('#remember').isChecked();
    if (!(await isKept())) {
      await page.locator('#remember').click();
    }
    return (await isKept()) ? 'done' : said(page.locator('label:has(#remember) + [role=status]'));
  },
  csv: (page) => saved(page, '#save-csv'),
  calendar: (page) => saved(page, '#save-calendar'),
  person: async (page) => {
    await page.locator('.open', { hasText: /^1$/ }).click();
    const how = await shown(page, 'dialog #verdict');
    await page.keyboard.press('Escape');
    return how;
  },
};

async function visit(page) {
  const went = {};
  for (const [step, go] of Object.entries(steps)) {
    went[step] = await go(page);
    if (went[step] !== 'done' && (step === 'open' || step === 'run')) {
      break;
    }
  }
  return Object.entries(went).filter(([, how]) => how !== 'done');
}

const notFetched = /^A part of this page could not be fetched/;
const notRead = /^The file could not be read/;
const wrong = /^Something went wrong on our side/;
const notKept = /does not allow the page to save anything/;

/** `words`: what may be said; `install`: brings the fault into a fresh page, until it has ended; `reached`: whether it came. */
async function failEach(t, fault, words, install, reached) {
  const outcomes = [];
  for (let n = 0; ; ++n) {
    let hasEnded = false;
    const page = await openRoster(context, { prepare: (fresh) => install(fresh, { ...fault, n }, () => hasEnded) });
    try {
      const unusual = await visit(page);
      for (const [step, text] of unusual) {
        assert.ok(
          words.some((each) => each.test(text)),
          `${n}, ${step}: ${text}`,
        );
      }
      assert.deepEqual(page.seen.messages, []);
      if (unusual.length === 0 && !(await reached(page))) {
        break;
      }
      outcomes.push(unusual.map(([step]) => step).join('+') || 'nothing');
      if (unusual.length > 0) {
        hasEnded = true;
        assert.deepEqual(await visit(page), [], `${n}, afterwards`);
      }
    } finally {
      await page.context().close();
    }
    assert.ok(n < 30, 'no end of calls');
  }
  t.diagnostic(outcomes.join(', '));
  assert.ok(outcomes.length > 0, 'a visit never comes by here');
}

describe('a call of the page', () => {
  for (const [boundary, words] of Object.entries({
    'Storage.prototype.getItem': [],
    'Storage.prototype.setItem': [notKept],
    Worker: [notFetched],
    'Worker.prototype.postMessage': [notFetched, wrong],
    'URL.createObjectURL': [wrong],
  })) {
    test(`${boundary} throws`, (t) =>
      failEach(
        t,
        { boundary, how: 'throws' },
        words,
        (page, fault) => page.addInitScript(failing, fault),
        (page) => page.evaluate(() => fault.wasReached()),
      ));
  }
});

describe('a call of the worker', () => {
  const intoWorker = (page, fault, hasEnded) =>
    page.route('**/worker-*.js', async (route) => {
      const response = await route.fetch();
      const script = await response.text();
      // One that comes in place of another is whole.
      await route.fulfill({ response, body: hasEnded() ? script : `(${failing})(${JSON.stringify(fault)});${script}` });
    });
  const reachedInWorker = (page) => page.workers()[0].evaluate(() => fault.wasReached());

  for (const [boundary, hows, words] of [
    ['fetch', ['rejects'], [notFetched]],
    ['Response.prototype.arrayBuffer', ['rejects'], [notFetched]],
    ['WebAssembly.compileStreaming', ['rejects'], []],
    ['WebAssembly.instantiate', ['throws', 'rejects'], [notFetched]],
    ['SubtleCrypto.prototype.digest', ['rejects'], [notFetched]],
    ['Crypto.prototype.getRandomValues', ['throws'], [notFetched]],
    ['Blob.prototype.arrayBuffer', ['rejects'], [notRead]],
    ['Blob.prototype.stream', ['throws'], [notRead, wrong]],
    ['ReadableStreamDefaultReader.prototype.read', ['rejects'], [notRead]],
  ]) {
    for (const how of hows) {
      test(`${boundary} ${how}`, (t) => failEach(t, { boundary, how }, words, intoWorker, reachedInWorker));
    }
  }
});
