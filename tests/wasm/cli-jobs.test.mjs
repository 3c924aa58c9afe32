// partnercheck roster --jobs: whatever the number of threads, the same bytes come out.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadRoster, loadRosterWords, sampleTable, tableForm } from 'partnercheck/roster';

const program = fileURLToPath(new URL('cli/main.js', import.meta.resolve('partnercheck')));
const cli = (name) => import(new URL(`cli/${name}.js`, import.meta.resolve('partnercheck')));
const folder = mkdtempSync(join(tmpdir(), 'partnercheck-jobs-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const today = '2021-05-20';

function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(...args) {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  const child = spawn(process.execPath, [program, 'roster', '-o', 'Fabrikam', '--today', today, ...args], { env });
  child.stdin.end();
  const [[code], output, errors] = await Promise.all([
    once(child, 'close'),
    child.stdout.toArray(),
    child.stderr.toArray(),
  ]);
  return { code, output: Buffer.concat(output).toString(), errors: Buffer.concat(errors).toString() };
}

// Some 5 MB: enough for five parts.
const sample = [...sampleTable({ rows: 110_000, today })].join('');
const clean = file('clean.csv', sample);

/** Every form of row, again and again: faults of all parts, with their lines; cells over two lines; rows that are nobody's. */
function messy() {
  const lines = sample.split('\r\n').slice(1, -1);
  const odd = [
    (person) => `${person},"Two\r\nlines, and ""quotes""",2020-01-02,`,
    (person) => `${person},Contoso,2021-13-01,`,
    () => `,Contoso,2021-01-01,`,
    () => '',
    () => 'Total,,,\r\n',
    (person) => `${person},Contoso,2021-01-01,2020-01-01\n`,
    (person) => `${person},Contoso,2021-01-01,,,beyond`,
    (person) => `${person},Åäö 中文,2021-01-01,\r\r`,
  ];
  const rows = lines.map((line, index) => {
    const person = line.slice(0, line.indexOf(','));
    return index % 41 === 0 ? `${line}\r\n${odd[(index / 41) % odd.length](person)}` : line;
  });
  return `\ufeffLinks of the year\r\n\r\nMCID,Organization,Started,Ended\r\n${rows.join('\r\n')}\r\n`;
}
const faulty = file('faulty.csv', messy());

/** The parts that the command would read, as it asks for them; undefined where it reads as one. */
async function partsOf(name, jobs, form = {}) {
  const [{ readInParts }, { successOf }, { Progress }] = await Promise.all(
    ['roster-parts', 'faults', 'progress'].map(cli),
  );
  const [roster, words] = await Promise.all([loadRoster(), loadRosterWords('en-US')]);
  const succeeded = successOf(words);
  const values = { organization: 'Fabrikam', today };
  const task = {
    file: name,
    name,
    values,
    form: { ...tableForm({ encoding: 'utf-8', delimiter: ',' }, true), ...form },
    columns: { person: 0, organization: 1, started: 2, ended: 3 },
    rulesets: [],
    locale: 'en-US',
    format: undefined,
  };
  const asking = { roster, words, values, succeeded, name, form: task.form };
  const parts = await readInParts(task, jobs, {
    asking,
    progress: new Progress(false, undefined),
    interrupted: new AbortController().signal,
  });
  await parts?.stop();
  return parts?.found;
}

test('any number of jobs writes the same rows, totals and faults', async () => {
  const formats = [
    ['-f', 'csv'],
    ['-f', 'ndjson', '--compare', '2021-03-11', '--changed'],
    ['-f', 'totals', '--compare', '2021-03-11'],
    ['-f', 'csv', '--group'],
    [
      '-f',
      'csv',
      '--status',
      'deferred,not_decided',
      '--fail-on',
      'deferred',
      '--account',
      'work',
      '--certifications',
      '1',
    ],
  ];
  const written = (jobs) => ['totals', 'errors'].map((what) => join(folder, `${what}-${jobs}`));
  for (const [table, counts, asked] of [
    [clean, [2, 5], formats.slice(0, 1)],
    [faulty, [8], formats.slice(0, 1)],
    [faulty, [3], formats.slice(1)],
  ]) {
    for (const format of asked) {
      const runOf = async (jobs) => {
        const [totals, errors] = written(jobs);
        const said = await run(table, ...format, '--totals', totals, '--errors', errors, '--jobs', String(jobs));
        return { ...said, totals: readFileSync(totals, 'utf8'), faults: readFileSync(errors, 'utf8') };
      };
      const one = await runOf(1);
      assert.equal(one.code, table === faulty ? 3 : 0, one.errors);
      for (const jobs of counts) {
        assert.deepEqual(await runOf(jobs), one, `${table} ${format.join(' ')} --jobs ${jobs}`);
      }
    }
  }
});

test('parts are read where no person stands in two of them', async () => {
  for (const jobs of [2, 5]) {
    assert.equal((await partsOf(clean, jobs)).totals[0].rows, 110_000);
  }
  assert.equal((await partsOf(faulty, 5, { rows_above: 1 })).faults.length, 1_000);
});

test('a table whose parts depend on each other is read as one', async () => {
  const [header, ...lines] = sample.split('\r\n').slice(0, -1);
  const one = [header, ...lines, lines[0]];
  const far = file('far.csv', `${one.join('\r\n')}\r\n`);
  const mixed = file(
    'mixed.csv',
    `${[header, ...lines.toSorted((a, b) => (a.slice(-9) < b.slice(-9) ? -1 : 1))].join('\r\n')}\r\n`,
  );
  const plain = lines.filter((line) => !line.includes('"'));
  const open = file('open.csv', `${[header, ...plain.toSpliced(20_000, 0, '1,"never closed,,')].join('\r\n')}\r\n`);
  const small = file('small.csv', sample.slice(0, 1 << 19));
  const bare = file('bare.csv', sample.slice(header.length + 2));
  for (const [name, form] of [[far], [mixed], [open], [small], [bare, { header: false }]]) {
    assert.equal(await partsOf(name, 4, form), undefined, name);
    const [single, several] = [await run(name, '-j', '1'), await run(name, '-j', '4')];
    assert.deepEqual(several, single, name);
  }
});

test('a cell over the place of a cut does not cut the row', async () => {
  // Wherever it is cut, it is within such a cell, in which every line looks like a row.
  const inside = Array.from({ length: 20_000 }, (_, i) => `${i},Contoso,2021-01-01,`).join('\n');
  const rows = Array.from({ length: 8 }, (_, i) => `${990_000_000 + i},"${inside}",2021-01-0${i + 1},\n`);
  const cells = file('cells.csv', `MCID,Organization,Started,Ended\n${rows.join('')}`);
  const [single, several] = [await run(cells, '-j', '1'), await run(cells, '-j', '3')];
  assert.equal(single.output.trimEnd().split('\n').length, 1 + 8);
  assert.deepEqual(several, single);
});

test('a wrong number of jobs, and what a thread cannot do, are said', async () => {
  for (const jobs of ['0', '257', 'two']) {
    const { code, errors } = await run(clean, '--jobs', jobs);
    assert.equal(code, 2);
    assert.match(errors, new RegExp(`--jobs ${jobs}: `));
  }
  const { code, errors } = await run(clean, '--jobs', '2', '--ruleset', '1999-01-01');
  assert.equal(code, 2);
  assert.match(errors, /1999-01-01/);
});

test('Ctrl-C ends all threads', async () => {
  const child = spawn(process.execPath, [program, 'roster', '-o', 'Fabrikam', '--jobs', '2', clean]);
  child.stdin.end();
  const ended = Promise.all([once(child, 'close'), child.stderr.toArray()]);
  await once(child.stdout, 'data');
  child.kill('SIGINT');
  child.stdout.resume();
  const [[code], errors] = await ended;
  assert.equal(code, 130);
  assert.match(Buffer.concat(errors).toString(), /interrupted: \d+ of \d+ rows are written/);
});
