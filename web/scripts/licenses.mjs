// Makes licenses.txt in dist and dist/embed: what the page, its embedded checker, its service worker and the core contain of others.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { notices, worksInCore } from '../../wasm/scripts/notices.mjs';
import { buildWorker } from './worker.mjs';

const dist = new URL('../dist/', import.meta.url);
/** Written by the builds of the page and of what others embed. */
const lists = ['licenses.json', 'embed/licenses.json'].map((name) => new URL(name, dist));

/** Vite lists what it bundled; where its source can be had stands in each package. */
function work({ name, version, identifier, text }) {
  const { repository } = JSON.parse(readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'));
  const place = /^(?:.*github\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(repository?.url ?? repository ?? '')?.[1];
  if (!identifier || !text || !place) {
    throw new Error(`${name} ${version} does not say its licence or where its source is`);
  }
  return { name, version, license: identifier, address: `https://github.com/${place}`, text };
}

const { output } = await buildWorker({ write: false });
const bundled = [
  ...lists.map((list) => readFileSync(list, 'utf8')),
  output.find(({ fileName }) => fileName === 'licenses.json').source,
].flatMap((list) => JSON.parse(list).map(work));
const once = new Map(bundled.map((each) => [`${each.name} ${each.version}`, each]));
const byName = (one, other) => (one.name < other.name ? -1 : 1);
const text = notices([...once.values(), ...worksInCore].sort(byName));
// Once more beside what others may copy alone.
['licenses.txt', 'embed/licenses.txt'].forEach((name) => writeFileSync(new URL(name, dist), text));
lists.forEach((list) => rmSync(list));
