// What a release is announced with, out of CHANGELOG.md:  node release/notes.mjs v0.2.0
// Fails where the tag is not the version of what is here.
import { readFileSync } from 'node:fs';
import { notesOf } from './changelog.mjs';

const read = (name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const [tag] = process.argv.slice(2);
const { version } = JSON.parse(read('package.json'));
if (tag !== `v${version}`) {
  throw new Error(`the tag is ${tag}, and what is here is ${version}`);
}
const notes = notesOf(read('CHANGELOG.md'), version);
if (!notes) {
  throw new Error(`CHANGELOG.md says nothing of ${version}: node release/version.mjs makes a version`);
}
console.log(notes);
