// A page without a bundler, by the README of the element alone: the page that stands there, beside a copy of the folder it names.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { launch, open } from '../web/browser.mjs';
import { serve } from '../web/server.mjs';
import { install, pack } from './packed.mjs';

const project = install(pack());
const readme = readFileSync(join(project, 'node_modules/partnercheck-element/README.md'), 'utf8');
const [, folder] = /copy `([^`]+)` beside the page as `partner-check`/.exec(readme);
const [, page] = /^```html\n(<!doctype html>.*?)^```$/ms.exec(readme);
const [, policy] = /The page needs `([^`]+)` in its content security policy/.exec(readme);

const browser = await launch();
after(() => browser.close());

test('the page of the README shows the checker, which answers, under the policy that it names', async (t) => {
  const root = join(project, 'site/');
  mkdirSync(root);
  cpSync(join(project, folder), join(root, 'partner-check'), { recursive: true });
  writeFileSync(join(root, 'index.html'), page);
  const headers = { 'content-security-policy': `default-src 'none'; ${policy}` };
  const server = await serve({ root, headers });
  t.after(() => server.close());
  const shown = await open(browser, server.url, { ready: false });
  t.after(() => shown.context().close());
  await shown.locator('partner-check form.question').waitFor();
  await shown.locator('partner-check [data-pointer="/action/organization"] input').fill('Fabrikam');
  await shown.locator('partner-check .primary').click();
  await shown.locator('partner-check #verdict').waitFor();
  assert.deepEqual(shown.seen.messages, []);
});
