// Every call that the page makes to its browser, failed: the first, the second, and so on, until a visit passes without a
// fault. Nothing is thrown that nobody catches, what was typed stays, and each tool works or says why not; then all of
// it works, without a reload.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillInExample, open } from './browser.mjs';
import { failing, said } from './failing.mjs';
import { started } from './started.mjs';

const { server, browser } = await started();

const startsNot = /^The checker could not start/;
const hasNoStorage = /does not allow the page to save anything/;
const nothingSaved = /Nothing is saved/;
const didNotWork = /^This did not work/;
const hasNoHash = /fingerprint of the rule core could not be worked out/;
/**
 * `uses`: the tools that come by here; `words`: what may be said when it fails, where not all is as usual; `hows`: it fails,
 * by throwing where nothing else is said.
 */
const boundaries = {
  'Storage.prototype.getItem': { uses: ['save', 'forget'], words: [hasNoStorage, nothingSaved] },
  'Storage.prototype.setItem': { uses: ['save', 'forget'], words: [hasNoStorage, nothingSaved] },
  'Storage.prototype.removeItem': { uses: ['save', 'forget'], words: [hasNoStorage] },
  'History.prototype.pushState': { uses: [], words: [] },
  'History.prototype.replaceState': { uses: [], words: [] },
  fetch: { uses: ['receipt'], words: [startsNot, hasNoHash], hows: ['rejects'] },
  'Response.prototype.arrayBuffer': { uses: ['receipt'], words: [startsNot, hasNoHash], hows: ['rejects'] },
  'WebAssembly.compileStreaming': { uses: [], words: [], hows: ['rejects'] },
  'WebAssembly.instantiate': { uses: [], words: [startsNot], hows: ['throws', 'rejects'] },
  'SubtleCrypto.prototype.digest': { uses: ['receipt'], words: [startsNot, hasNoHash], hows: ['rejects'] },
  CompressionStream: { uses: ['link'], words: [didNotWork] },
  'Blob.prototype.stream': { uses: ['link'], words: [didNotWork] },
  'ReadableStreamDefaultReader.prototype.read': { uses: ['link'], words: [didNotWork], hows: ['rejects'] },
  'Clipboard.prototype.writeText': { uses: ['copy'], words: [/did not allow copying/], hows: ['throws', 'rejects'] },
  'URL.createObjectURL': { uses: ['link', 'receipt', 'calendar'], words: [didNotWork] },
  'HTMLCanvasElement.prototype.toBlob': { uses: ['link'], words: [didNotWork] },
};

const dialog = (page) => page.locator('dialog[open]');
const use = (page, tool) => page.locator(`[data-tool=${tool}]`).click();
const beside = (page) => page.locator('.keep [role=status]');
const status = (page) => dialog(page).locator('.status');
/** Opens a tool, presses a button in it if it comes that far, and closes it. What was said. */
const press = (tool, button) => async (page) => {
  await use(page, tool);
  await said(dialog(page), beside(page));
  if ((await dialog(page).count()) === 0) {
    return said(beside(page));
  }
  const isThere = (await dialog(page).locator(button).count()) > 0;
  if (isThere) {
    await dialog(page).locator(button).click();
  }
  const text = await said(isThere ? status(page) : dialog(page));
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  return text;
};

/** What somebody does with an answer. Each says how it went. */
const tools = {
  copy: async (page) => {
    await use(page, 'text');
    const text = await said(status(page), beside(page));
    await page.keyboard.press('Escape');
    return text;
  },
  link: press('link', '#save-image'),
  receipt: press('receipt', '.do'),
  calendar: press('calendar', '.do'),
  save: press('saved', '.do'),
  forget: press('saved', '.cases + p .other'),
};

const organization = (page) => page.locator('[data-pointer="/action/organization"] input').first();

/** Of a question, its answer and these tools. */
async function visit(page, uses) {
  const start = await said(page.locator('.question, .failure'));
  if (startsNot.test(start)) {
    return { start };
  }
  await fillInExample(page);
  const how = {};
  for (const tool of uses) {
    how[tool] = await tools[tool](page);
  }
  return how;
}

const usual = {
  copy: 'The answer is copied.',
  link: 'The picture is in your downloads.',
  receipt: 'The file is in your downloads.',
  calendar: 'The file is in your downloads.',
  save: 'Saved.',
  forget: 'All saved cases are deleted.',
};

async function failEach(t, boundary, how, { uses, words }) {
  const outcomes = [];
  for (let n = 0; ; ++n) {
    const page = await open(browser, server.url, {
      ready: false,
      permissions: ['clipboard-write'],
      prepare: (fresh) => fresh.addInitScript(failing, { boundary, how, n }),
    });
    try {
      const went = await visit(page, uses);
      const unusual = Object.entries(went).filter(([tool, text]) => text !== usual[tool]);
      const wasReached = await page.evaluate(() => fault.wasReached());
      for (const [tool, text] of unusual) {
        assert.ok(wasReached && words.some((each) => each.test(text)), `${n}, ${tool}: ${text}`);
      }
      const messages = page.seen.messages.filter((text) => !/^error: Partner Check could not start: /.test(text));
      assert.deepEqual(messages, [], `${n}`);
      if (!wasReached) {
        break;
      }
      outcomes.push(unusual.map(([tool]) => tool).join('+') || 'nothing');
      if (unusual.length > 0) {
        await page.evaluate(() => fault.end());
        if (went.start === undefined) {
          assert.equal(await organization(page).inputValue(), 'Fabrikam');
        } else {
          await page.locator('.failure button').click();
          await page.locator('.question').waitFor();
        }
        const again = await visit(page, uses);
        assert.deepEqual(again, Object.fromEntries(uses.map((tool) => [tool, usual[tool]])), `${n}, afterwards`);
      }
    } finally {
      await page.context().close();
    }
    assert.ok(n < 30, 'no end of calls');
  }
  t.diagnostic(outcomes.join(', '));
  assert.ok(outcomes.length > 0, 'a visit never comes by here');
}

for (const [boundary, { hows = ['throws'], ...rest }] of Object.entries(boundaries)) {
  for (const how of hows) {
    test(`${boundary} ${how}`, (t) => failEach(t, boundary, how, rest));
  }
}
