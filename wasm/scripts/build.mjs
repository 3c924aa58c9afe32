// Builds the package: the core as WebAssembly, the types from its own catalogue, then the TypeScript face.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { notices, worksInCore } from './notices.mjs';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const project = dirname(packageFolder);
const run = (command, ...args) =>
  execFileSync(command, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });

run('cmake', '--preset', 'wasm', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'wasm', '--target', 'partnercheck-core', 'partnercheck-roster');

mkdirSync(join(packageFolder, 'dist'), { recursive: true });
for (const name of ['partnercheck-core', 'partnercheck-roster']) {
  for (const file of [`${name}.mjs`, `${name}.wasm`]) {
    copyFileSync(join(project, 'build/wasm/wasm', file), join(packageFolder, 'dist', file));
  }
}

async function instance(name) {
  const { default: create } = await import(pathToFileURL(join(packageFolder, `dist/${name}.mjs`)).href);
  const compiled = await WebAssembly.compile(readFileSync(join(packageFolder, `dist/${name}.wasm`)));
  return create({
    instantiateWasm(imports, done) {
      WebAssembly.instantiate(compiled, imports).then(done);
      return {};
    },
  });
}

const union = (names) => names.map((name) => JSON.stringify(name)).join(' | ');
function typesOf(title, { definitions }) {
  const required = Object.keys(definitions);
  const properties = Object.fromEntries(required.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  return compile({ title, type: 'object', additionalProperties: false, properties, required, definitions }, title, {
    additionalProperties: false,
    bannerComment: '// Made from the catalogue of the core by scripts/build.mjs.',
    format: false,
  });
}

const catalogue = JSON.parse((await instance('partnercheck-core')).describe());
writeFileSync(
  join(packageFolder, 'src/contract.ts'),
  `${await typesOf('Contract', catalogue.schema)}
export type ActionType = ${union(catalogue.actions.map((action) => action.type))};
export type RuleId = ${union(catalogue.rules.map((rule) => rule.id))};
`,
);
const roster = JSON.parse((await instance('partnercheck-roster')).describe());
writeFileSync(join(packageFolder, 'src/roster/contract.ts'), await typesOf('RosterContract', roster.schema));

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
const messages = JSON.parse(readFileSync(join(packageFolder, 'locales/en-US.json'), 'utf8'));
writeFileSync(
  join(packageFolder, 'src/message-keys.ts'),
  `export type MessageKey = ${union(Object.keys(messages))};\n`,
);

for (const part of ['', 'src/cli']) {
  run(join(project, 'node_modules/.bin/tsc'), '-p', join(packageFolder, part));
}
chmodSync(join(packageFolder, 'dist/cli/main.js'), 0o755);
