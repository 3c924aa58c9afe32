// Makes dist/licenses.txt: what the page, its service worker and the core contain of others.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { notices, worksInCore } from '../../wasm/scripts/notices.mjs';
import { buildWorker } from './worker.mjs';

const dist = new URL('../dist/', import.meta.url);
const ofPage = new URL('licenses.json', dist);

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
  ...JSON.parse(readFileSync(ofPage, 'utf8')),
  ...JSON.parse(output.find(({ fileName }) => fileName === 'licenses.json').source),
].map(work);
const byName = (one, other) => (one.name < other.name ? -1 : 1);
writeFileSync(new URL('licenses.txt', dist), notices([...bundled, ...worksInCore].sort(byName)));
rmSync(ofPage);
