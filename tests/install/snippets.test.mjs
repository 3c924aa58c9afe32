// The programs that the page makes of a question compile, run, and get the answer that the page gets.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'partnercheck';
import ts from 'typescript';
import { install, pack } from './packed.mjs';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(join(repository, 'web/src/share/snippets.ts'), 'utf8');
const { languages, snippet } = await import(
  `data:text/javascript,${encodeURIComponent(ts.transpile(source, { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext }))}`
);
const project = install(pack());
const rules = await load();

/** With everything that could end a text early in one of the languages. */
const hostile = `)json" )json1" 'END' \${x} \`y\` </script> \\ $(z) "\u2028 微軟 😀 \nEND\n`.trim();
const requests = [
  {
    ruleset: '2021-04-27',
    today: '2021-05-20',
    action: { type: 'link_mcid', organization: 'Fabrikam' },
    actor: { relation: 'owner' },
    facts: { person: { associations: [{ organization: hostile, started: '2021-05-01' }] } },
  },
  { ruleset: '2023-10-23', today: '2023-11-01', action: { type: 'view_kpi' }, actor: { roles: ['report_viewer'] } },
];

const runs = {
  json: (code) => JSON.stringify(rules.check(code)),
  typescript(code, name) {
    writeFileSync(join(project, `${name}.mts`), code);
    const tsc = join(repository, 'node_modules/typescript/bin/tsc');
    const options = [
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--lib',
      'es2023,dom',
      '--strict',
      '--noUnusedLocals',
    ];
    const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, `${name}.mts`], {
      cwd: project,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout);
    return execFileSync(process.execPath, [`${name}.mjs`], { cwd: project, encoding: 'utf8' });
  },
  shell: (code) => spawnSync('sh', ['-c', code], { cwd: project, encoding: 'utf8' }).stdout,
  cpp(code, name) {
    const library = buildLibrary();
    writeFileSync(join(project, `${name}.cpp`), code);
    const compiler = process.env.CXX ?? 'c++';
    execFileSync(
      compiler,
      ['-std=c++23', '-Wall', '-Werror', '-I', join(repository, 'core/include'), `${name}.cpp`, library, '-o', name],
      {
        cwd: project,
      },
    );
    return execFileSync(join(project, name), { encoding: 'utf8' });
  },
};

/** As the gate builds it, and docs/cpp.md says. */
function buildLibrary() {
  for (const args of [
    ['--preset', 'native', '--log-level=WARNING'],
    ['--build', '--preset', 'native', '--target', 'partnercheck'],
  ]) {
    execFileSync('cmake', args, { cwd: repository, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return join(repository, 'build/native/core/libpartnercheck.a');
}

for (const language of languages) {
  test(`${language}: the same answer as that of the page`, () => {
    for (const [index, request] of requests.entries()) {
      const expected = rules.check(request);
      assert.equal(expected.type, 'success');
      assert.deepEqual(JSON.parse(runs[language](snippet(language, request), `snippet${index}`)), expected);
    }
  });
}
