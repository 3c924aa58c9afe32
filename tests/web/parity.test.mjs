// Chromium, on a page and in a worker, answers every vector with the bytes of the native build.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';
import { answersOf, native as nativeBuild } from '../answers.mjs';
import { vectors } from '../vectors.mjs';
import { launch } from './browser.mjs';

const built = new URL('../../wasm/dist/', import.meta.url);
const types = { '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const answering = `
  import createCore from './core.js';
  export async function answer(questions) {
    const core = await createCore(await WebAssembly.compileStreaming(fetch('./partnercheck-core.wasm')));
    return [core.describe(), ...questions.map(([call, text]) => core[call](text))];
  }`;
const files = {
  '/': ['text/html', '<!doctype html><title>parity</title>'],
  '/answering.mjs': ['text/javascript', answering],
  '/worker.mjs': [
    'text/javascript',
    `import { answer } from './answering.mjs'; onmessage = async ({ data }) => postMessage(await answer(data));`,
  ],
  ...Object.fromEntries(
    readdirSync(built)
      .filter((name) => extname(name) in types)
      .map((name) => [`/${name}`, [types[extname(name)], readFileSync(new URL(name, built))]]),
  ),
};
const questions = vectors.map(({ call = 'check', request }) => [call, JSON.stringify(request)]);

let server;
let browser;
let page;
let native;

before(async () => {
  native = answersOf(nativeBuild);
  server = createServer(({ url }, response) => {
    const [type, body] = files[url] ?? ['text/plain', 'not found'];
    response.writeHead(files[url] ? 200 : 404, { 'content-type': type }).end(body);
  }).listen(0, '127.0.0.1');
  await new Promise((done) => server.once('listening', done));
  browser = await launch();
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
});

after(async () => {
  await browser.close();
  server.close();
});

function expectNative(answers) {
  assert.equal(answers.length, native.length);
  answers.forEach((answer, index) => assert.equal(answer, native[index], vectors[index - 1]?.title ?? 'catalogue'));
}

test('on a page', async () => {
  expectNative(await page.evaluate(async (asked) => (await import('/answering.mjs')).answer(asked), questions));
});

test('in a worker', async () => {
  expectNative(
    await page.evaluate(
      (asked) =>
        new Promise((resolve, reject) => {
          const worker = new Worker('/worker.mjs', { type: 'module' });
          worker.onmessage = ({ data }) => resolve(data);
          worker.onerror = ({ message }) => reject(new Error(message));
          worker.postMessage(asked);
        }),
      questions,
    ),
  );
});
