// Each framework knows the element: what is right compiles, and a mistyped attribute or listener is an error.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install, pack } from './packed.mjs';
import { tool } from './tools.mjs';

const project = install(pack(), join(tool('.'), '..'));
cpSync(new URL('frameworks/', import.meta.url), project, { recursive: true });

function run(program, ...args) {
  return spawnSync(process.execPath, [program, ...args], { cwd: project, encoding: 'utf8' });
}

/** Where the settings for one framework stand. */
function configure(name, { files, ...options }) {
  const config = join(project, `tsconfig.${name}.json`);
  const compilerOptions = {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  writeFileSync(config, JSON.stringify({ compilerOptions, files, vueCompilerOptions: { strictTemplates: true } }));
  return config;
}

for (const [name, source] of Object.entries({ React: 'react', Preact: 'preact', Solid: 'solid-js' })) {
  const file = name.toLowerCase();
  for (const compiler of [
    fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url)),
    tool('typescript-7/bin/tsc'),
  ]) {
    test(`${name}, ${compiler.includes('typescript-7') ? 'TypeScript 7' : 'TypeScript 5.9'}`, () => {
      const options = { jsx: name === 'Solid' ? 'preserve' : 'react-jsx', jsxImportSource: source };
      const { status, stdout, stderr } = run(compiler, '-p', configure(file, { files: [`${file}.tsx`], ...options }));
      assert.equal(status, 0, stdout + stderr);
    });
  }
}

test('Vue', () => {
  const { status, stdout, stderr } = run(
    tool('vue-tsc/bin/vue-tsc.js'),
    '-p',
    configure('vue', { files: ['check.vue'] }),
  );
  assert.equal(status, 0, stdout + stderr);
});

test('Svelte', () => {
  const config = configure('svelte', { files: ['check.svelte'], verbatimModuleSyntax: true });
  const { stdout } = run(tool('svelte-check/bin/svelte-check'), '--tsconfig', config, '--output', 'machine');
  const lines = [...stdout.matchAll(/ERROR "check\.svelte" (\d+):/g)].map(([, line]) => Number(line));
  // Those after the first one, which is right.
  assert.deepEqual([...new Set(lines)], [9, 10, 11, 12], stdout);
});
