// What looks at a package for its users finds nothing to say.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folders } from '../../release/packages.mjs';
import { install, pack } from './packed.mjs';

const project = new URL('../../', import.meta.url);
const tarballs = pack();

function run(name, ...args) {
  const program = fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  assert.equal(status, 0, `${stdout}${stderr}`);
  return stdout;
}

tarballs.forEach((tarball, index) => {
  const { name, exports } = JSON.parse(readFileSync(new URL(`${folders[index]}/package.json`, project), 'utf8'));

  test(`${name}: publint has no error, no warning and no suggestion`, () => {
    assert.match(run('publint', tarball, '--strict'), /All good!/);
  });

  test(`${name}: every entry point resolves with its types`, () => {
    // What an import of WebAssembly gives is up to each bundler: an address, or a module.
    const [wasm, typed] = [true, false].map((isWasm) =>
      Object.keys(exports).filter((entry) => entry.endsWith('.wasm') === isWasm),
    );
    const excluded = wasm.flatMap((entry) => ['--exclude-entrypoints', entry.slice(2)]);
    const report = run('attw', tarball, '--profile', 'esm-only', ...excluded, '--format', 'json');
    assert.deepEqual(Object.keys(JSON.parse(report).analysis.entrypoints).sort(), typed.sort());
  });

  test(`${name}: says to those who find it what it is, where it comes from, what changed and by which licence`, () => {
    const text = (file) => execFileSync('tar', ['-xOzf', tarball, `package/${file}`], { encoding: 'utf8' });
    const described = JSON.parse(text('package.json'));
    for (const field of ['description', 'keywords', 'license', 'homepage', 'repository', 'bugs']) {
      assert.ok(described[field]?.length !== 0 && described[field] !== undefined, field);
    }
    assert.equal(described.repository.directory, folders[index]);
    const readme = text('README.md');
    assert.match(readme, new RegExp(`^# ${name}\n`));
    // A registry shows it without the files around.
    assert.deepEqual(
      [...readme.matchAll(/\]\((?!https:)([^)]+)\)/g)].map(([, link]) => link),
      [],
    );
    assert.match(text('CHANGELOG.md'), /^# Changelog\n/);
    assert.match(text('LICENSE'), /^MIT License\n/);
  });
});

test('the rules bring nothing of a user interface: their one dependency formats messages', () => {
  const { dependencies } = JSON.parse(readFileSync(new URL('wasm/package.json', project), 'utf8'));
  assert.deepEqual(Object.keys(dependencies), ['intl-messageformat']);
});

test('npx runs the command of the package', () => {
  const request = { today: '2021-05-20', action: { type: 'count_kpi' } };
  const npx = (input, ...args) =>
    execFileSync('npx', ['--no', 'partnercheck', ...args], { cwd: install(tarballs), encoding: 'utf8', input });
  assert.equal(JSON.parse(npx(JSON.stringify(request), 'check')).decision.status, 'allowed');
  const links = 'MCID,Started\n1,2021-05-01\n';
  const args = [
    'roster',
    '--organization',
    'Fabrikam',
    '--today',
    '2021-05-20',
    '--account',
    'work',
    '--certifications',
    '1',
  ];
  assert.match(npx(links, ...args), /^1,deferred,2021-05-31,/m);
});
