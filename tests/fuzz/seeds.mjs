// node seeds.mjs FOLDER: what fuzzing begins with, from the vectors and from the numbers of the documents.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { vectors } from '../vectors.mjs';

const [folder] = process.argv.slice(2);
const { parameters } = JSON.parse(readFileSync(new URL('../../core/rulesets/timeline.json', import.meta.url), 'utf8'));

function write(target, seeds) {
  mkdirSync(join(folder, target), { recursive: true });
  seeds.forEach((seed, number) => writeFileSync(join(folder, target, String(number)), JSON.stringify(seed)));
}

write(
  'json_api',
  vectors.map(({ request }) => request),
);
write(
  'timeline',
  Object.entries(parameters).flatMap(([name, values]) =>
    values.map(({ value, source }) => ({ id: 'seed', based_on: '2021-04-27', parameters: { [name]: { value, source } } })),
  ),
);
writeFileSync(join(folder, 'stamp'), '');
