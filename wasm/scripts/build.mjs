// Builds the package: the core as WebAssembly, the types from its own catalogue, then the TypeScript face.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync } from 'esbuild';
import { described, publishedSchema, rosterSchemaOf, schemaOf } from './contract.mjs';
import { faultTexts } from './fault-texts.mjs';
import { notices, worksInCore } from './notices.mjs';
import { sealed } from './sealed.mjs';
import { coreTypes, messageKeys, rosterTypes } from './types.mjs';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const project = dirname(packageFolder);
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });

run('cmake', '--preset', 'wasm', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'wasm', '--target', 'partnercheck-core', 'partnercheck-roster');

// What an earlier build left there would be published too.
rmSync(join(packageFolder, 'dist'), { recursive: true, force: true });
mkdirSync(join(packageFolder, 'dist'));
for (const name of ['partnercheck-core', 'partnercheck-roster']) {
  const [built, published] = [join(project, 'build/wasm/wasm', name), join(packageFolder, 'dist', name)];
  // A third of it goes once its own names are short, also for who has no bundler.
  writeFileSync(`${published}.mjs`, transformSync(readFileSync(`${built}.mjs`, 'utf8'), { minify: true }).code);
  const { bytes, hash } = sealed(readFileSync(`${built}.wasm`));
  writeFileSync(`${published}.wasm`, bytes);
  writeFileSync(`${published}.bytes.js`, `export default '${bytes.toString('base64')}';\n`);
  writeFileSync(`${published}.hash.js`, `export default '${hash}';\n`);
}

const dist = join(packageFolder, 'dist');
const source = join(packageFolder, 'src');
const [texts, rosterTexts] = ['locales/en-US.json', 'locales/roster/en-US.json'].map((file) =>
  JSON.parse(readFileSync(join(packageFolder, file), 'utf8')),
);
const catalogue = await described(dist, 'partnercheck-core');
const schema = schemaOf(catalogue, texts);
const rosterSchema = rosterSchemaOf(await described(dist, 'partnercheck-roster'), catalogue, schema);
writeFileSync(join(dist, 'schema.json'), `${JSON.stringify(publishedSchema(schema, rosterSchema))}\n`);
writeFileSync(join(source, 'contract.ts'), await coreTypes(schema));
writeFileSync(join(source, 'roster/contract.ts'), await rosterTypes(rosterSchema, schema));
writeFileSync(join(source, 'message-keys.ts'), messageKeys(texts, rosterTexts));

writeFileSync(join(dist, 'fault-texts.js'), faultTexts({ ...texts, ...rosterTexts }));
writeFileSync(join(packageFolder, 'dist/licenses.txt'), notices(worksInCore));

// Texts become modules, so that every bundler and every runtime can load one language at a time.
for (const file of readdirSync(join(packageFolder, 'locales'), { recursive: true })) {
  if (!file.endsWith('.json')) {
    continue;
  }
  const messages = readFileSync(join(packageFolder, 'locales', file), 'utf8');
  const module = file.replace(/json$/, '');
  const declaration = 'declare const messages: Record<string, string>;\nexport default messages;\n';
  for (const [place, text] of [
    [`dist/locales/${module}js`, `export default ${messages.trim()};\n`],
    [`dist/locales/${module}d.ts`, declaration],
    [`src/locales/${module}d.ts`, declaration],
  ]) {
    mkdirSync(dirname(join(packageFolder, place)), { recursive: true });
    writeFileSync(join(packageFolder, place), text);
  }
}

for (const part of ['', 'src/cli']) {
  run(join(project, 'node_modules/.bin/tsc'), '-p', join(packageFolder, part));
}
chmodSync(join(packageFolder, 'dist/cli/main.js'), 0o755);

const [{ commands }, { manPage }] = await Promise.all(
  ['commands', 'man'].map((name) => import(pathToFileURL(join(dist, `cli/${name}.js`)).href)),
);
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
writeFileSync(join(dist, 'partnercheck.1'), manPage(commands, version));
