// Each framework knows the element: what is right compiles, and a mistyped attribute or listener is an error.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, pack } from './packed.mjs';
import { tool } from './tools.mjs';

const project = install(pack(), join(tool('.'), '..'));
cpSync(new URL('frameworks/', import.meta.url), project, { recursive: true });

/** Puts the component that a page of docs/frameworks shows into the project. */
function shown(page) {
  const text = readFileSync(new URL(`../../docs/frameworks/${page}.md`, import.meta.url), 'utf8');
  const [, ending, code] = /^```(tsx|vue|svelte)\n(.*?)^```$/ms.exec(text);
  const file = `docs-${page}.${ending}`;
  writeFileSync(join(project, file), code);
  return file;
}

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
  const pages = name === 'React' ? ['react', 'next'] : [file];
  for (const compiler of [tool('typescript/bin/tsc'), tool('typescript-7/bin/tsc')]) {
    test(`${name}, ${compiler.includes('typescript-7') ? 'TypeScript 7' : 'TypeScript 5.9'}`, () => {
      const options = { jsx: name === 'Solid' ? 'preserve' : 'react-jsx', jsxImportSource: source };
      const { status, stdout, stderr } = run(
        compiler,
        '-p',
        configure(file, { files: [`${file}.tsx`, ...pages.map(shown)], ...options }),
      );
      assert.equal(status, 0, stdout + stderr);
    });
  }
}

test('Vue', () => {
  const { status, stdout, stderr } = run(
    tool('vue-tsc/bin/vue-tsc.js'),
    '-p',
    configure('vue', { files: ['check.vue', shown('vue')] }),
  );
  assert.equal(status, 0, stdout + stderr);
});

test('Svelte', () => {
  const config = configure('svelte', { files: ['check.svelte', shown('svelte')], verbatimModuleSyntax: true });
  const { stdout } = run(tool('svelte-check/bin/svelte-check'), '--tsconfig', config, '--output', 'machine');
  const lines = [...stdout.matchAll(/ERROR "check\.svelte" (\d+):/g)].map(([, line]) => Number(line));
  // Those after the first one, which is right.
  assert.deepEqual([...new Set(lines)], [9, 10, 11, 12], stdout);
  assert.equal((stdout.match(/ ERROR /g) ?? []).length, lines.length, stdout);
});

test('every page of a framework is one of these', () => {
  const pages = readdirSync(new URL('../../docs/frameworks/', import.meta.url)).map((name) => name.replace('.md', ''));
  assert.deepEqual(pages.sort(), ['README', 'next', 'preact', 'react', 'solid', 'svelte', 'vue']);
});
