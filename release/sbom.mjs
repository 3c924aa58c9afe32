// Lists what is in both packages of others, as CycloneDX:  node release/sbom.mjs FILE
// npm knows what they depend on; what is compiled into the cores stands in wasm/notices.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { worksInCore } from '../wasm/scripts/notices.mjs';
import { folders } from './packages.mjs';

const [file] = process.argv.slice(2);
if (file === undefined) {
  throw new Error('node release/sbom.mjs FILE');
}
const project = new URL('../', import.meta.url);
const workspaces = folders.flatMap((folder) => ['--workspace', folder]);
const bom = JSON.parse(
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', ...workspaces], {
    cwd: fileURLToPath(project),
    encoding: 'utf8',
  }),
);
const manifests = folders.map((folder) => JSON.parse(readFileSync(new URL(`${folder}/package.json`, project), 'utf8')));
const [{ name, version }] = manifests;

// What they are built and tested with is no part of them. (npm would leave out what is needed for both.)
const nameOf = (ref) => ref.slice(0, ref.lastIndexOf('@'));
const needs = new Map(bom.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
for (const manifest of manifests) {
  const ref = `${manifest.name}@${manifest.version}`;
  needs.set(
    ref,
    needs.get(ref).filter((each) => nameOf(each) in manifest.dependencies),
  );
}
const parts = new Set(manifests.map((manifest) => `${manifest.name}@${manifest.version}`));
for (const part of parts) {
  needs.get(part).forEach((each) => parts.add(each));
}
const whole = bom.metadata.component['bom-ref'];
bom.components = bom.components.filter((each) => parts.has(each['bom-ref']));
bom.dependencies = [whole, ...parts].map((ref) => ({
  ref,
  dependsOn: needs.get(ref).filter((each) => parts.has(each)),
}));
// npm calls those of this project after their folders.
for (const each of [bom.metadata.component, ...bom.components]) {
  each.name = nameOf(each['bom-ref']);
}
const reference = (work) => `${name}:${work}`;
bom.components.push(
  ...worksInCore.map((work) => ({
    'bom-ref': reference(work.name),
    type: 'library',
    name: work.name,
    licenses: [work.license.includes(' ') ? { expression: work.license } : { license: { id: work.license } }],
    externalReferences: [{ type: 'website', url: work.address }],
  })),
);
const core = bom.dependencies.find(({ ref }) => ref === `${name}@${version}`);
core.dependsOn.push(...worksInCore.map((work) => reference(work.name)));
bom.dependencies.push(...worksInCore.map((work) => ({ ref: reference(work.name), dependsOn: [] })));
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
