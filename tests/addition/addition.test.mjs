// An action and a rule are added where they belong: the subject's file, the enumeration, the rulesets and the texts.
// Everything else, down to the form of the page that is built already, knows of them by itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { described, schemaOf } from '../../wasm/scripts/contract.mjs';
import { sealed } from '../../wasm/scripts/sealed.mjs';
import { coreTypes } from '../../wasm/scripts/types.mjs';
import { choice, launch, open } from '../web/browser.mjs';
import { serve } from '../web/server.mjs';

const project = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'partnercheck-'));
const built = join(scratch, 'build/wasm/wasm');
after(() => rmSync(scratch, { recursive: true }));

const source = {
  enumeration: 'core/include/partnercheck/action_type.h',
  subject: 'core/src/rules/directory.cpp',
  rulesets: 'core/rulesets/timeline.json',
};
const additions = [
  [source.enumeration, '};\ntemplate <>\ninline constexpr auto kNames<ActionType>', '  leave_directory,\n'],
  [source.enumeration, '});\n\n// What people come for', '    "leave_directory",\n'],
  [
    source.subject,
    'constexpr auto kActions',
    `Finding purchased(const RuleContext& c) {
  return require_true(c, kFact<&ActionPack::purchased>, {.who = Who::partner_admin, .step = "buy_action_pack"});
}

`,
  ],
  [
    source.subject,
    '});\n\nconstexpr Few<ActionType> kListing',
    '    {.type = ActionType::leave_directory, .group = ActionGroup::left},\n',
  ],
  [
    source.subject,
    '});\n\n}  // namespace\n',
    `    {.id = "directory.purchased",
     .find = purchased,
     .actions = {ActionType::leave_directory},
     .facts = {kFact<&ActionPack::purchased>},
     .reasons = kRequirement},
`,
  ],
  [
    source.rulesets,
    '    "directory.fields": [',
    `    "directory.purchased": [
      { "from": "2021-02-09", "source": "learning-option-enroll/2021-02-09#directory", "verified": "2026-11-21" }
    ],
`,
  ],
];
const texts = {
  'action.leave_directory': 'Leave the directory',
  'rule.directory.purchased': 'A pack was bought',
  'directory.purchased.met': 'The pack was bought, so the entry may go.',
  'directory.purchased.not_met': 'The pack was not bought.',
  'directory.purchased.unknown': 'We do not know yet whether the pack was bought.',
};

before(() => {
  for (const part of ['package.json', 'CMakeLists.txt', 'CMakePresets.json', 'core', 'wasm/CMakeLists.txt']) {
    cpSync(join(project, part), join(scratch, part), { recursive: true });
  }
  for (const name of readdirSync(join(project, 'wasm')).filter((each) => each.endsWith('.cpp'))) {
    cpSync(join(project, 'wasm', name), join(scratch, 'wasm', name));
  }
  symlinkSync(join(project, '.toolchain'), join(scratch, '.toolchain'));
  for (const [file, place, text] of additions) {
    const path = join(scratch, file);
    const parts = readFileSync(path, 'utf8').split(place);
    assert.equal(parts.length, 2, `${file} has one place ${JSON.stringify(place)}`);
    writeFileSync(path, parts.join(text + place));
  }
  const cmake = (...args) => execFileSync('cmake', args, { cwd: scratch, stdio: ['ignore', 'ignore', 'inherit'] });
  cmake('--preset', 'wasm', '-DPARTNERCHECK_TESTS=OFF', '--log-level=WARNING');
  const jobs = String(availableParallelism());
  cmake('--build', '--preset', 'wasm', '--target', 'partnercheck-core', '--parallel', jobs);
});

test('the core describes them, and the types are made from that', async () => {
  const catalogue = await described(built, 'partnercheck-core');
  const action = catalogue.actions.find(({ type }) => type === 'leave_directory');
  assert.deepEqual(action.rules, ['directory.purchased']);
  assert.deepEqual(action.facts, ['/facts/learning/action_pack/purchased']);
  assert.ok(catalogue.rules.some(({ id }) => id === 'directory.purchased'));
  assert.ok(JSON.stringify(catalogue.schema).includes('"leave_directory"'));
  const english = JSON.parse(readFileSync(join(project, 'wasm/locales/en-US.json'), 'utf8'));
  const types = await coreTypes(schemaOf(catalogue, { ...english, ...texts }));
  assert.match(types, /export type Action = .*LeaveDirectoryAction/);
  assert.match(types, /Leave the directory\n[^}]*Source: [^}]*type: "leave_directory"/);
  assert.match(types, /export type RuleId = .*"directory\.purchased"/);
});

test('the bindings do not know of them', () => {
  const glue = (folder) => readFileSync(join(folder, 'partnercheck-core.mjs'), 'utf8');
  assert.equal(glue(built), glue(join(project, 'build/wasm/wasm')));
});

test('the page that is built already asks and answers with the new core and the new texts', async () => {
  const server = await serve();
  const browser = await launch();
  const { bytes, hash } = sealed(readFileSync(join(built, 'partnercheck-core.wasm')));
  const { default: hashBefore } = await import('../../wasm/dist/partnercheck-core.hash.js');
  try {
    const page = await open(browser, server.url, {
      prepare: async (opening) => {
        await opening.route('**/partnercheck-core-*.wasm', (route) =>
          route.fulfill({ body: bytes, contentType: 'application/wasm' }),
        );
        // The page takes no other core than the one that it was built with.
        await opening.route('**/main-*.js', async (route) => {
          const response = await route.fetch();
          const script = await response.text();
          assert.ok(script.includes(hashBefore));
          await route.fulfill({ response, body: script.replace(hashBefore, hash) });
        });
        await opening.route('**/en-US-*.js', async (route) => {
          const response = await route.fetch();
          const first = '"action.link_mcid":';
          const added = Object.entries(texts).map(([key, text]) => `${JSON.stringify(key)}:${JSON.stringify(text)},`);
          await route.fulfill({ response, body: (await response.text()).replace(first, added.join('') + first) });
        });
      },
    });
    await page.locator('#action').selectOption({ label: texts['action.leave_directory'] });
    await choice(page, '/facts/learning/action_pack/purchased', 'yes').check();
    await page.locator('form.question [type=submit]').click();
    await page.locator('.verdict.status-allowed').waitFor();
    await page.getByText(texts['directory.purchased.met']).first().waitFor({ state: 'attached' });
    assert.deepEqual(page.seen.messages, []);
  } finally {
    await browser.close();
    await server.close();
  }
});
