// Builds the package: the core as WebAssembly, the types from its own catalogue, then the TypeScript face.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { notices, worksInCore } from './notices.mjs';

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const project = dirname(packageFolder);
const run = (command, ...args) => execFileSync(command, args, { cwd: project, stdio: ['ignore', 'inherit', 'inherit'] });

run('cmake', '--preset', 'wasm', '--log-level=WARNING');
run('cmake', '--build', '--preset', 'wasm', '--target', 'partnercheck-core');

mkdirSync(join(packageFolder, 'dist'), { recursive: true });
for (const name of ['partnercheck-core.mjs', 'partnercheck-core.wasm']) {
  copyFileSync(join(project, 'build/wasm/wasm', name), join(packageFolder, 'dist', name));
}

const { default: createCore } = await import(pathToFileURL(join(packageFolder, 'dist/partnercheck-core.mjs')).href);
const compiled = await WebAssembly.compile(readFileSync(join(packageFolder, 'dist/partnercheck-core.wasm')));
const core = await createCore({
  instantiateWasm(imports, done) {
    WebAssembly.instantiate(compiled, imports).then(done);
    return {};
  },
});
const catalogue = JSON.parse(core.describe());
const roots = ['Request', 'PlanRequest', 'Preview', 'Plan', 'Fault'];
const types = await compile(
  {
    title: 'Contract',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(roots.map((name) => [name, { $ref: `#/definitions/${name}` }])),
    required: roots,
    definitions: catalogue.schema.definitions,
  },
  'Contract',
  { additionalProperties: false, bannerComment: '// Made from the catalogue of the core by scripts/build.mjs.', format: false },
);
const union = (names) => names.map((name) => JSON.stringify(name)).join(' | ');
writeFileSync(
  join(packageFolder, 'src/contract.ts'),
  `${types}
export type ActionType = ${union(catalogue.actions.map((action) => action.type))};
export type RuleId = ${union(catalogue.rules.map((rule) => rule.id))};
`,
);

writeFileSync(join(packageFolder, 'dist/licenses.txt'), notices(worksInCore));

// Texts become modules, so that every bundler and every runtime can load one language at a time.
mkdirSync(join(packageFolder, 'dist/locales'), { recursive: true });
mkdirSync(join(packageFolder, 'src/locales'), { recursive: true });
for (const file of readdirSync(join(packageFolder, 'locales'))) {
  const messages = readFileSync(join(packageFolder, 'locales', file), 'utf8');
  const name = basename(file, '.json');
  writeFileSync(join(packageFolder, 'dist/locales', `${name}.js`), `export default ${messages.trim()};\n`);
  const declaration = 'declare const messages: Record<string, string>;\nexport default messages;\n';
  writeFileSync(join(packageFolder, 'dist/locales', `${name}.d.ts`), declaration);
  writeFileSync(join(packageFolder, 'src/locales', `${name}.d.ts`), declaration);
}
const messages = JSON.parse(readFileSync(join(packageFolder, 'locales/en-US.json'), 'utf8'));
writeFileSync(join(packageFolder, 'src/message-keys.ts'), `export type MessageKey = ${union(Object.keys(messages))};\n`);

run(join(project, 'node_modules/.bin/tsc'), '-p', packageFolder);
