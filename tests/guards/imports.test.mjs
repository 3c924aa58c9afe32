// Arrows run one way: no circle, and nobody names what stands above. The drawing is written to build/imports.dot.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { circles, dot, forbidden, picture, readArrows } from './imports.mjs';

const project = new URL('../../', import.meta.url);
const patterns = ['core/*.h', 'core/*.cpp', 'wasm/*.cpp', 'wasm/src/*.ts', 'web/src/*.ts'];
const names = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...patterns], {
  cwd: project,
  encoding: 'utf8',
});
const files = new Map(
  names
    .trim()
    .split('\n')
    .map((name) => [name, readFileSync(new URL(name, project), 'utf8')]),
);
const arrows = readArrows(files);

/** The arrows of the project with some more. */
const withMore = (more) =>
  readArrows(
    new Map([...files, ...Object.entries(more).map(([name, text]) => [name, (files.get(name) ?? '') + text])]),
  );

test('nobody includes or imports, by whatever way round, who includes or imports them', (t) => {
  picture(arrows).forEach((line) => t.diagnostic(line));
  mkdirSync(new URL('build/', project), { recursive: true });
  writeFileSync(new URL('build/imports.dot', project), dot(arrows));
  assert.deepEqual(circles(arrows), []);
});

test('every arrow stays in its layer or goes down', () => {
  assert.deepEqual(forbidden(arrows), []);
});

test('a circle is found: of two, through a header and its source, and in TypeScript', () => {
  assert.deepEqual(circles(readArrows(new Map())), []);
  const before = circles(arrows).length;
  const [ring] = circles(
    readArrows(
      new Map([
        ['core/src/a.h', '#include "b.h"\n'],
        ['core/src/a.cpp', '#include "a.h"\n'],
        ['core/src/b.h', ''],
        ['core/src/b.cpp', '#include "b.h"\n#include "a.h"\n'],
      ]),
    ),
  );
  assert.deepEqual(ring, ['core/src/a.cpp', 'core/src/b.cpp', 'core/src/a.cpp']);
  assert.ok(
    circles(withMore({ 'core/include/partnercheck/date.h': '\n#include "partnercheck/decision.h"\n' })).length > before,
  );
  assert.ok(
    circles(withMore({ 'wasm/src/text.ts': "\nimport type { T } from './roster/template.js';\n" })).length > before,
  );
});

for (const [what, file, line] of [
  ['a rule that asks for a check', 'core/src/rules/kpi.cpp', '#include "partnercheck/check.h"'],
  ['a rule that reads JSON', 'core/src/rules/kpi.cpp', '#include "json/node.h"'],
  ['a rule that knows the public JSON calls', 'core/src/rules/kpi.cpp', '#include "partnercheck/json_api.h"'],
  ['the core that knows the roster', 'core/src/plan.cpp', '#include <partnercheck/roster/link_request.h>'],
  ['the roster that reads JSON outside of its own json/', 'core/roster/src/view.cpp', '#include "json/node.h"'],
  ['the package that knows its command line', 'wasm/src/text.ts', "import { run } from './cli/command.js';"],
  ['the package that loads its command line later', 'wasm/src/text.ts', "void import('./cli/command.js');"],
  ['what all features share that knows one of them', 'web/src/library/pointers.ts', "import '../check/settled.js';"],
  ['a tool that knows who uses it', 'web/src/share/bar.ts', "import '../check/settled.js';"],
  ['a view of the page in the element of others', 'web/src/embed/element/define.ts', "import '../../page/page.js';"],
]) {
  test(`an arrow upwards is found: ${what}`, () => {
    const found = forbidden(withMore({ [file]: `\n${line}\n` })).filter(([from]) => from === file);
    assert.equal(found.length, 1 + forbidden(arrows).filter(([from]) => from === file).length);
  });
}

test('what cannot be found is refused: another way to write a path hides no arrow', () => {
  assert.throws(() => withMore({ 'core/src/date.cpp': '\n#include "no_such.h"\n' }), /no_such\.h, which is nowhere/);
  assert.equal(
    forbidden(withMore({ 'core/src/rules/kpi.cpp': '\n#  include "../json/node.h"\n' })).length,
    1 + forbidden(arrows).length,
  );
});
