// Makes licenses.txt in dist and dist/embed: what the pages, their embedded checker, their workers and the core contain of others.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { notices, worksInCore } from '../../wasm/scripts/notices.mjs';
import { buildWorker } from './worker.mjs';

const dist = new URL('../dist/', import.meta.url);
/** Written by the builds of the page and of what others embed. */
const lists = ['licenses.json', 'embed/licenses.json'].map((name) => new URL(name, dist));

/** Vite lists what it bundled; where its source can be had stands in each package. */
function work({ name, version, identifier, text }) {
  const { repository } = JSON.parse(
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  const place = repository?.url ?? repository ?? '';
  const [, host = 'github.com', path] =
    /^(?:.*(github\.com|gitlab\.com)[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(place) ?? [];
  if (!identifier || !text || !path) {
    throw new Error(`${name} ${version} does not say its licence or where its source is`);
  }
  return {
    name,
    version,
    license: identifier,
    address: `https://${host}/${path}`,
    text: text.replaceAll('\r\n', '\n'),
  };
}

/** What a worker contains; it is built apart from its page. */
async function listOf(options) {
  const { output } = await buildWorker({ write: false, ...options });
  return output.find(({ fileName }) => fileName === 'licenses.json').source;
}

const rosterWorker = fileURLToPath(new URL('../src/roster/worker/worker.ts', import.meta.url));
const bundled = [
  ...lists.map((list) => readFileSync(list, 'utf8')),
  await listOf({}),
  await listOf({ assetsInlineLimit: 0, rolldownOptions: { input: rosterWorker } }),
].flatMap((list) => JSON.parse(list).map(work));
const once = new Map(bundled.map((each) => [`${each.name} ${each.version}`, each]));
const byName = (one, other) => (one.name < other.name ? -1 : 1);
const text = notices([...once.values(), ...worksInCore].sort(byName));
// Once more beside what others may copy alone.
['licenses.txt', 'embed/licenses.txt'].forEach((name) => writeFileSync(new URL(name, dist), text));
lists.forEach((list) => rmSync(list));
