// What the pages for users show in JavaScript and on the command line compiles, runs, and says what it is said to say.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { install, pack } from './packed.mjs';

const pages = ['README.md', 'wasm/README.md', 'docs/javascript.md', 'docs/roster.md'];
const examples = (language) =>
  pages.flatMap((page) =>
    [...readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8').matchAll(/^```(\w+)\n(.*?)^```$/gms)]
      .filter(([, name]) => name === language)
      .map(([, , code]) => code),
  );
const project = install(pack());

const links = `MCID,Organization,Started,Ended
1,Contoso,2021-05-01,
2,Contoso,2021-01-10,2021-02-01
`;
/** What stands around an example: the file that a page was given. */
const around = `const file = new Blob([${JSON.stringify(links)}]);
`;

test('the examples in JavaScript compile as TypeScript, run, and print what stands beside them', () => {
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));
  const code = examples('js');
  assert.equal(code.length, pages.length);
  const files = code.map((example, index) => {
    writeFileSync(join(project, `readme-${index}.mts`), `${around}${example}export {};\n`);
    return `readme-${index}.mts`;
  });
  const options = [
    '--module',
    'nodenext',
    '--target',
    'es2022',
    '--lib',
    'es2023,dom,dom.asynciterable',
    '--strict',
    '--skipLibCheck',
    'false',
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, ...files], {
    cwd: project,
    encoding: 'utf8',
  });
  assert.equal(status, 0, stdout);
  code.forEach((example, index) => {
    const printed = execFileSync(process.execPath, [`readme-${index}.mjs`], { cwd: project, encoding: 'utf8' });
    const said = [...example.matchAll(/^ *console\.log\(.*?; \/\/ (.*)$/gm)].map(([, text]) => text);
    const lines = printed.split('\n').filter(Boolean);
    // The branch for what was wrong prints nothing, and an example of a table nothing at all.
    assert.equal(lines.length, [1, 2, 2, 0][index]);
    assert.deepEqual(lines, said.slice(0, lines.length));
  });
});

test('the lines of the shell run', () => {
  const request = { today: '2021-05-20', action: { type: 'view_kpi' } };
  ['request.json', 'requests.ndjson'].forEach((name) => writeFileSync(join(project, name), JSON.stringify(request)));
  writeFileSync(join(project, 'links.csv'), links);
  writeFileSync(join(project, 'skills.csv'), 'MCID,Skill,Expires\n1,Azure Administrator Associate,2021-12-31\n');
  const lines = examples('sh')
    .flatMap((block) => block.split('\n'))
    .filter((line) => /\bnpx /.test(line));
  assert.ok(lines.length >= 7);
  for (const line of lines) {
    const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: project, encoding: 'utf8' });
    // What can be answered and what cannot be told are both answers; 2 is a question that was wrong.
    assert.ok(status === 0 || status === 1, `${line}: ${status} ${stderr}`);
  }
});
