// The reference is made from the types without a warning, and has every call in it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'partnercheck';
import { loadRoster } from 'partnercheck/roster';

test('every call of the rules and of the roster stands in the reference', async () => {
  const project = fileURLToPath(new URL('../../', import.meta.url));
  execFileSync('npm', ['run', 'docs'], { cwd: project, stdio: ['ignore', 'ignore', 'inherit'] });
  const folder = join(project, 'build/api');
  const text = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading));
  const members = (face) => [...Object.keys(face), ...Object.getOwnPropertyNames(Object.getPrototypeOf(face))];
  const [rules, roster] = await Promise.all([load(), loadRoster()]);
  const today = '2021-05-20';
  const { table: links } = roster.start({
    today,
    action: { type: 'link_mcid', organization: 'Fabrikam' },
    columns: { person: 0, started: 1 },
  });
  const { table: skills } = roster.startSkills({ today, columns: { person: 0, skill: 1 } });
  const { sniffing } = roster.startSniffing();
  links.finish();
  skills.finish();
  const { both } = roster.bringTogether(links, skills);
  const calls = [rules, roster, links, skills, sniffing, both]
    .flatMap((face) => members(face).filter((name) => typeof face[name] === 'function' && !(name in Object.prototype)))
    .map((name) => `${name}()`);
  assert.ok(calls.length > 10);
  assert.deepEqual(
    [...calls, 'openFrame()', 'loadWords()', 'PartnerCheckElement'].filter((name) => !headings.has(name)),
    [],
  );
});
