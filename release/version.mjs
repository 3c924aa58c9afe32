// Makes a version:  node release/version.mjs 0.2.0
// It stands in package.json, from where CMake has it too, in the package.json of every workspace, in what they need of one another,
// and in CHANGELOG.md. Then commit, and tag it v0.2.0: .github/workflows/release.yml does the rest.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { released } from './changelog.mjs';

const project = new URL('../', import.meta.url);
const [version] = process.argv.slice(2);
if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  throw new Error('node release/version.mjs MAJOR.MINOR.PATCH');
}
const read = (name) => readFileSync(new URL(name, project), 'utf8');

const changelog = released(read('CHANGELOG.md'), version, new Date().toISOString().slice(0, 10));
const { workspaces } = JSON.parse(read('package.json'));
const manifests = ['package.json', ...workspaces.map((folder) => `${folder}/package.json`)].map((name) => ({
  name,
  manifest: JSON.parse(read(name)),
}));
const own = new Set(manifests.map(({ manifest }) => manifest.name));
for (const { name, manifest } of manifests) {
  if (manifest.version !== undefined) {
    manifest.version = version;
  }
  for (const dependency of Object.keys(manifest.dependencies ?? {}).filter((each) => own.has(each))) {
    manifest.dependencies[dependency] = version;
  }
  writeFileSync(new URL(name, project), `${JSON.stringify(manifest, null, 2)}\n`);
}
writeFileSync(new URL('CHANGELOG.md', project), changelog);
execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts'], {
  cwd: fileURLToPath(project),
  stdio: 'inherit',
});
