// A file through the command line, by one thread and by as many as the machine has processors.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { race } from '../measure.mjs';
import { question, today } from './question.mjs';
import { tableOf } from './race.mjs';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));
const program = ['--import', path('../process-times.mjs'), path('../../../wasm/dist/cli/main.js')];
const asked = ['-o', question.action.organization, '--account', 'work', '--certifications', '1', '--today', today];
const inProcess = promisify(execFile);

/** 1, 2, 4 … and all of them. */
function numbersOfJobs() {
  const most = availableParallelism();
  const doubled = Array.from({ length: Math.ceil(Math.log2(most)) }, (_, power) => 2 ** power);
  return [...doubled, most];
}

/** Of each format of what comes out: the times of each number of jobs, ours the one job. */
export async function raceJobs(folder, { rounds, most: rows }) {
  const file = join(folder, 'jobs.csv');
  const bytes = tableOf(rows);
  writeFileSync(file, bytes);
  const jobs = numbersOfJobs();
  const contestants = (format) =>
    jobs.map((number) => ({
      name: `${number}`,
      async run() {
        const { stdout, stderr } = await inProcess(
          process.execPath,
          [...program, 'roster', file, ...asked, '--format', format, '--jobs', `${number}`],
          { encoding: 'buffer', maxBuffer: Number.POSITIVE_INFINITY },
        );
        return { answer: stdout, ...JSON.parse(stderr) };
      },
    }));
  const same = (answer, one) => assert.ok(one.length > 0 && answer.equals(one), 'not the bytes of one job');
  const raced = {};
  for (const format of ['totals', 'csv']) {
    raced[format] = await race(contestants(format), { rounds, warmUp: 0, same });
  }
  return { jobs, rows, bytes: bytes.length, ...raced };
}
