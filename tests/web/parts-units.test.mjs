// A big file that several workers read, without a browser: however many they are, the table is that of one; and whatever becomes of
// the others, it is known that it is not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { loadRoster, sampleBytes } from 'partnercheck/roster';
import { bundled } from './bundled.mjs';

const request = {
  today: '2021-05-20',
  action: { type: 'link_mcid', organization: 'Fabrikam' },
  columns: { person: 0, organization: 1, started: 2, ended: 3 },
};
const sample = [...sampleBytes({ rows: 720_000, today: request.today })];
const rosters = await Promise.all([1, 2, 3].map(() => loadRoster()));
const parts = await bundled(['roster/worker/parts']);

/** What a worker answers, in this thread. */
const helperOf = (roster) => ({
  ranges: 0,
  async ask(call, [asked, beginning, range, last]) {
    assert.equal(call, 'readPart');
    this.ranges += 1;
    const { table } = roster.start(asked);
    assert.ok(table.beginPart(beginning));
    table.feed(new Uint8Array(await range.arrayBuffer()));
    return table.part(last);
  },
});

/** Undefined when it is to be read by one. */
async function answersOf(file, helpers) {
  const { table } = rosters[0].start(request);
  const told = [];
  const isRead = await parts.readInParts(table, file, request, helpers, async (part) => told.push(part));
  assert.deepEqual(
    told,
    told.toSorted((a, b) => a - b),
  );
  if (!isRead) {
    return undefined;
  }
  assert.equal(told.at(-1), 1);
  const finished = table.finish();
  table.view({ sort: 'person' });
  const { bytes } = table.csv({ columns: ['person', 'status', 'until', 'reason'] }, 0, 300_000);
  return [JSON.stringify(finished), createHash('sha256').update(bytes).digest('hex')];
}

describe('a file that several workers read', () => {
  test('is the file that one reads', async () => {
    const file = new Blob([...sample, '990000026,Fabrikam,2021-02-30,\n,Fabrikam,,\nlast,,,']);
    assert.ok(parts.isBig(file));
    assert.ok(!parts.isBig(file.slice(0, 32_000_000)));
    const whole = await answersOf(file, []);
    assert.match(whole[0], /"date.impossible":1/);
    for (const count of [1, 2]) {
      const helpers = rosters.slice(1, 1 + count).map(helperOf);
      const answers = await answersOf(file, helpers);
      assert.ok(helpers.every(({ ranges }) => ranges >= 1));
      assert.deepEqual(answers, whole);
    }
  });

  test('is left to one where it cannot be parted, and where another one fails', async () => {
    const [, other] = rosters;
    const rows = '1,A,2021-01-01,\n'.repeat(550_000);
    const quoted = new Blob(['h,h,h,h\n', rows.slice(0, 16 * 520_000), '2,"', '\n'.repeat(200_000), '",,\n', rows]);
    assert.equal(await answersOf(quoted, [helperOf(other)]), undefined);
    const contradicted = new Blob([sample[0], 'x,A,,\n', ...sample.slice(1), 'x,B,,\n']);
    assert.equal(await answersOf(contradicted, [helperOf(other)]), undefined);
    const file = new Blob(sample);
    assert.equal(await answersOf(file, [{ ask: async () => undefined }]), undefined);
    assert.equal(await answersOf(file, [{ ask: () => Promise.reject(new Error('crashed')) }]), undefined);
  });
});
