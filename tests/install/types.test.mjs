// What is wrong with a question is said while it is written: by both compilers, however modules are resolved.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { install, pack } from './packed.mjs';
import { tool } from './tools.mjs';

const project = install(pack());
cpSync(new URL('types/', import.meta.url), project, { recursive: true });

const compilers = {
  'TypeScript 5.9': tool('typescript/bin/tsc'),
  'TypeScript 7': tool('typescript-7/bin/tsc'),
};
const [modules, common] = [['right.ts', 'mistakes.ts'], ['common.cts']];
const resolutions = {
  bundler: { module: 'esnext', moduleResolution: 'bundler', files: modules },
  node16: { module: 'node16', moduleResolution: 'node16', files: [...modules, ...common] },
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext', files: [...modules, ...common, 'required.cts'] },
};

for (const [compiler, program] of Object.entries(compilers)) {
  for (const [name, { files, ...resolution }] of Object.entries(resolutions)) {
    test(`${compiler}, ${name}: what is right compiles, and every mistake is an error`, () => {
      const config = join(project, `${name}.json`);
      writeFileSync(
        config,
        JSON.stringify({
          compilerOptions: {
            ...resolution,
            target: 'es2022',
            lib: ['es2023', 'dom'],
            types: [],
            strict: true,
            exactOptionalPropertyTypes: true,
            noEmit: true,
          },
          files,
        }),
      );
      const { status, stdout, stderr } = spawnSync(process.execPath, [program, '-p', config], { encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    });
  }
}
