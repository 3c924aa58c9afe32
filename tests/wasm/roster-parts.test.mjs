// A table that several rosters read, each a range of it, is the table that one reads.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRoster, sampleTable } from 'partnercheck/roster';
import { linkQuestion } from './link-question.mjs';

const rosters = await Promise.all([loadRoster(), loadRoster(), loadRoster()]);
const encoder = new TextEncoder();
const question = { ...linkQuestion, columns: { person: 0, organization: 1, started: 2, ended: 3 } };

function started(roster, request = question) {
  const answer = roster.start(request);
  assert.equal(answer.type, 'success');
  return answer.table;
}

/** All that is said of the people. */
function answers(table) {
  const finished = table.finish();
  assert.equal(finished.type, 'success');
  assert.equal(table.view({ sort: 'organization' }).type, 'success');
  const { bytes } = table.csv({ columns: ['person', 'status', 'until', 'organization'] }, 0, 1_000_000);
  return [finished, table.progress, table.compare({ ruleset: '2018-08-31' }), table.rows(0, 1_000), bytes].map(
    (each) => (each instanceof Uint8Array ? Buffer.from(each).toString() : JSON.stringify(each)),
  );
}

/** The rows of the ranges are of about the same number. */
function inParts(bytes, count) {
  const [first, ...others] = rosters.slice(0, count).map((roster) => started(roster));
  const borders = Array.from({ length: count + 1 }, (_, index) =>
    index === 0 ? 0 : index === count ? bytes.length : bytes.indexOf(0x0a, (bytes.length * index) / count) + 1,
  );
  first.feed(bytes.subarray(0, borders[1]));
  const areJoined = others.every((other, index) => {
    assert.equal(other.beginPart(bytes.subarray(0, 1_000)), true);
    other.feed(bytes.subarray(borders[index + 1], borders[index + 2]));
    const part = other.part(index + 2 === count);
    return part !== undefined && first.join(part);
  });
  return areJoined ? answers(first) : undefined;
}

test('one, two and three rosters answer the same', () => {
  const sample = [...sampleTable({ rows: 20_000, today: linkQuestion.today })].join('');
  const table = `${sample}990000026,Fabrikam,2021-02-30,\n,Fabrikam,,\n990000026,"Näring & ""Lära""",2020-01-01,\r\nnew,,,`;
  const bytes = encoder.encode(table);
  const whole = inParts(bytes, 1);
  assert.match(whole[0], /"date.impossible":1.*"line":\d{5}/);
  assert.deepEqual(inParts(bytes, 2), whole);
  assert.deepEqual(inParts(bytes, 3), whole);
});

test('what only one roster can read is refused, and then read by one', () => {
  const bytes = encoder.encode('h,h,h,h\n1,A,,\n1,B,,\n');
  assert.equal(inParts(bytes, 2), undefined);
  const [roster, another] = rosters;
  const first = started(roster);
  first.feed(bytes.subarray(0, bytes.indexOf(0x0a, 10) + 1));
  const other = started(another);
  assert.ok(other.beginPart(bytes));
  other.feed(bytes.subarray(bytes.indexOf(0x0a, 10) + 1));
  assert.equal(first.join(other.part(true)), false);
  assert.equal(first.finish().errors[0].code, 'roster.out_of_order');
  assert.match(inParts(bytes, 1)[0], /facts.contradict_open_links/);
});

test('the part of a table that is gone is none, and bytes are bytes', () => {
  const [roster, other] = rosters;
  const stale = started(roster);
  const table = started(roster);
  const head = encoder.encode('h,h,h,h\n');
  assert.equal(stale.beginPart(head), false);
  assert.equal(stale.part(true), undefined);
  assert.equal(table.beginPart(head.subarray(0, 3)), false);
  const empty = started(other);
  empty.beginPart(head);
  const part = empty.part(true);
  assert.equal(stale.join(part), false);
  assert.throws(() => table.join('a part'), TypeError);
  table.feed(head);
  assert.equal(table.join(part.subarray(1)), false);
  assert.equal(table.join(part), false);
});
