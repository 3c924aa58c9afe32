// The page for those who embed says what the element says of itself, and its frame is the one that is tested.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withTables } from '../embedding.mjs';

const read = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const page = read('docs/embedding.md');

test('attributes, events, custom properties and parts are those of custom-elements.json', () => {
  assert.equal(page, withTables(), 'run node tests/embedding.mjs');
});

test('the sandbox is that of the examples, and what may be asked and told is all there', () => {
  const [sandbox] = /sandbox="[^"]+"/.exec(page);
  assert.ok(read('examples/plain/frame.html').includes(sandbox));
  assert.ok(read('examples/react/src/framed-checker.jsx').includes(sandbox));
  const face = read('web/src/embed/frame/protocol.ts');
  const members = (name) => {
    const [, body] = new RegExp(`export interface ${name} \\{([^]*?)\\n\\}`).exec(face);
    return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, member]) => member);
  };
  for (const name of [...members('FrameAsks').filter((each) => each !== 'open'), ...members('FrameTells')]) {
    assert.ok(page.includes(`\`${name}\``), `${name} is not described`);
  }
});
